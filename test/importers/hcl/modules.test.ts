import { describe, expect, test } from "@jest/globals";
import { type Root, Unknown } from "../../../providers/native.ts";
import { nativeAt, readFolder, readMain } from "./memory-files.ts";

describe("a module whose code is not here", () => {
  const main = `
variable "token" {
  sensitive = true
  default   = "hunter2"
}
module "remote" {
  source   = "example/store/cloud"
  version  = "1.0"
  for_each = toset(["x", "y"])
  name     = each.key
  token    = var.token
  password = "hunter2"
}
resource "thing" "a" { x = module.remote["x"].id }
`;

  test("is a hole for each instance, with call site, inputs without secrets, and what to do", async () => {
    const result = await readFolder({ "/w/main.tf": main });
    const holes = result.roots[0]?.holes ?? [];
    expect(holes.map((hole) => [hole.kind, hole.address, hole.expression, hole.at.line])).toEqual([
      ["module", 'module.remote["x"]', "example/store/cloud", 6],
      ["module", 'module.remote["y"]', "example/store/cloud", 6],
    ]);
    expect(holes[0]?.inputs).toEqual({ name: "x", token: expect.any(Unknown), password: expect.any(Unknown) });
    expect(JSON.stringify(holes)).not.toContain("hunter2");
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0107"]);
    expect(result.complete).toBe(true);
  });

  test("gives unknowns that name the output", async () => {
    const root = await readMain(main);
    expect(nativeAt(root, "thing.a").args["x"]).toMatchObject({ expression: 'module.remote["x"].id' });
  });

  test.each([
    ["cloudposse/label/null", "value"],
    ["registry.example/acme/names/random//one", "value"],
    ["./null", "module"],
    ["cloudposse/label/aws", "module"],
    ["git::https://example.org/acme/names/null", "module"],
  ])("at %s is a hole of kind %s: what a registry says is written for no cloud makes nothing there", async (source, kind) => {
    const { roots, diagnostics } = await readFolder({ "/w/main.tf": `module "m" { source = "${source}" }` });
    expect(roots[0]?.holes.map((hole) => hole.kind)).toEqual([kind]);
    expect(/makes nothing/.test(diagnostics[0]?.detail ?? "")).toBe(kind === "value");
  });

  test.each([
    ["git::https://user:pa55w0rd@example.org/x.git//m?ref=v1", "git::https://example.org/x.git//m?ref=v1"],
    ["git::https://pa55w0rd@example.org/x.git", "git::https://example.org/x.git"],
    ["git::https://user:p@55w0rd@example.org/x.git", "git::https://example.org/x.git"],
    [
      "git::ssh://git@example.org/x.git?sshkey=pa55w0rd&depth=1",
      "git::ssh://git@example.org/x.git?sshkey=(redacted)&depth=1",
    ],
    ["git@example.org:acme/x.git", "git@example.org:acme/x.git"],
    [
      "s3::https://example.org/x.zip?aws_access_key_secret=pa55w0rd",
      "s3::https://example.org/x.zip?aws_access_key_secret=(redacted)",
    ],
  ])("at %s is shown as %s", async (source, shown) => {
    const folder = {
      "/w/main.tf": `module "m" { source = "${source}" }`,
      "/w/live/terragrunt.hcl": `terraform {\n  source = "${source}"\n}\n`,
    };
    const { roots, diagnostics } = await readFolder(folder);
    expect(roots.flatMap((root) => root.holes).map((hole) => hole.expression)).toEqual([shown, shown]);
    const told = diagnostics.filter(({ code }) => code === "EX0107").map(({ detail }) => detail);
    expect([told.length, told.every((detail) => detail.startsWith(shown))]).toEqual([2, true]);
    expect(JSON.stringify([roots, diagnostics])).not.toMatch(/pa?55w0rd/);
  });

  test("with count = 0 is no hole", async () => {
    const root = await readMain('module "m" {\n  source = "example/x/y"\n  count = 0\n}');
    expect(root.holes).toEqual([]);
  });
});

describe("roots", () => {
  test("are the folders that no other folder calls, named by their path", async () => {
    const result = await readFolder({
      "/w/envs/prod/main.tf": 'module "a" { source = "../../modules/a" }',
      "/w/envs/dev/main.tf": 'module "a" { source = "../../modules/a" }',
      "/w/modules/a/main.tf": 'module "b" { source = "./b" }',
      "/w/modules/a/b/main.tf": 'resource "thing" "x" {}',
      "/w/modules/a/examples/full/main.tf": 'module "a" { source = "../.." }',
    });
    expect(result.roots.map((root) => [root.name, root.natives.map((native) => native.address)])).toEqual([
      ["envs/dev", ["module.a.module.b.thing.x"]],
      ["envs/prod", ["module.a.module.b.thing.x"]],
      ["modules/a/examples/full", ["module.a.module.b.thing.x"]],
    ]);
  });

  test("of modules that only call each other are the first, and that is an error", async () => {
    const result = await readFolder({
      "/w/a/main.tf": 'module "b" { source = "../b" }\nresource "thing" "a" {}',
      "/w/b/main.tf": 'module "a" { source = "../a" }\nresource "thing" "b" {}',
    });
    expect(result.roots.map((root) => [root.name, root.natives.map((native) => native.address)])).toEqual([
      ["a", ["thing.a", "module.b.thing.b"]],
    ]);
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0116", "EX0106"]);
    expect(result.complete).toBe(false);
  });

  test("do not include what init and npm brought", async () => {
    const result = await readFolder({
      "/w/main.tf": 'resource "thing" "x" {}',
      "/w/.terraform/modules/m/main.tf": 'resource "thing" "y" {}',
      "/w/node_modules/m/main.tf": 'resource "thing" "z" {}',
    });
    expect(result.roots.map((root) => root.name)).toEqual(["."]);
  });
});

describe("a variable without a value", () => {
  test("is one hole where something uses it, and none where nothing does", async () => {
    const root = await readMain(`
variable "used" { type = string }
variable "unused" {}
resource "thing" "a" { x = var.used }
resource "thing" "b" { x = "\${var.used}-1" }
`);
    expect(root.holes).toEqual([
      {
        kind: "value",
        root: ".",
        address: "var.used",
        path: "",
        expression: "var.used",
        at: { file: "/w/main.tf", line: 2 },
        remedy: "Give used a value in a tfvars file (--var-file).",
      },
    ]);
    expect(nativeAt(root, "thing.b").args["x"]).toMatchObject({ expression: '"${var.used}-1"' });
  });

  test("says which module it is of, wherever calls hand it on", async () => {
    const called = 'variable "given" {}\nvariable "own" {}\nresource "thing" "b" {\n  x = [var.given, var.own]\n}';
    const { roots } = await readFolder({
      "/w/main.tf": 'variable "used" {}\nmodule "m" {\n  source = "./m"\n  given = var.used\n}',
      "/w/m/main.tf": called,
    });
    const [root] = roots;
    if (!root) throw new Error("no root");
    expect(nativeAt(root, "module.m.thing.b").args["x"]).toMatchObject([
      { expression: "var.used", options: { within: "" } },
      { expression: "var.own", options: { within: "module.m." } },
    ]);
  });

  test("takes the value of a file the user names, after the automatic ones", async () => {
    const others = { "terraform.tfvars": 'used = "automatic"', "named.tfvars": 'used = "named"' };
    const main = 'variable "used" {}\nresource "thing" "a" { x = var.used }';
    expect(nativeAt(await readMain(main, others), "thing.a").args["x"]).toBe("automatic");
    const named = await readMain(main, others, { varFiles: ["/w/named.tfvars"] });
    expect(nativeAt(named, "thing.a").args["x"]).toBe("named");
  });

  test.each([
    [
      "blocks",
      "m.tf",
      'variable "used" {}\nresource "thing" "b" {}',
      "EX0117",
      /blocks, the first of type variable: that was left out/,
    ],
    ["a list", "m.json", "[1]", "EX0117", /something other than an object/],
    [
      "a plan",
      "m.json",
      '{ "format_version": "1.2", "planned_values": {} }',
      "EX0118",
      /the first of which is format_version/,
    ],
  ])("a file of variables that is %s says so", async (_what, name, text, code, says) => {
    const main = 'variable "used" {}\nresource "thing" "a" { x = var.used }';
    const { diagnostics } = await readFolder(
      { "/w/main.tf": main, [`/v/${name}`]: text },
      { varFiles: [`/v/${name}`] },
    );
    expect(diagnostics).toMatchObject([{ code, source: { file: `/v/${name}` }, detail: expect.stringMatching(says) }]);
  });

  test("a file of variables for one root of several is no mistake", async () => {
    const code = { "/w/a/main.tf": 'variable "one" {}', "/w/b/main.tf": 'variable "two" {}' };
    const { diagnostics } = await readFolder({ ...code, "/v/a.tfvars": "one = 1" }, { varFiles: ["/v/a.tfvars"] });
    expect(diagnostics).toEqual([]);
  });

  test("whose given value does not fit its type is unknown, and that is said", async () => {
    const result = await readFolder({
      "/w/main.tf": 'variable "n" { type = number }\nresource "thing" "a" { x = var.n }',
      "/w/terraform.tfvars": 'n = "many"',
    });
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0111"]);
    expect(nativeAt(result.roots[0]!, "thing.a").args["x"]).toMatchObject({ expression: "var.n" });
  });
});

test.each([
  ["thing.a.arn == null ? 0 : 1", true],
  ['thing.a.id != "" ? 1 : 0', true],
  ['"" == module.m.name ? 0 : 1', true],
  ["thing.a.note == null ? 0 : 1", false],
  ['"${thing.a.id}${var.nobody}" == "" ? 0 : 1', false],
])("count = %s: what a resource is known by is neither null nor empty", async (count, known) => {
  const main = `
variable "nobody" {}
module "m" { source = "./m" }
resource "thing" "a" { name = var.nobody }
resource "thing" "b" { count = ${count} }
`;
  const m = 'resource "thing" "x" {}\noutput "name" { value = thing.x.name }\n';
  const root = await readMain(main, { "m/main.tf": m });
  expect(root.natives.some((n) => n.address === "thing.b[0]")).toBe(known);
});

test("of one element whose key is not known there is one", async () => {
  const main = `
variable "nobody" {}
resource "thing" "set" { for_each = toset([var.nobody]) }
resource "thing" "map" {
  for_each = { for name in [var.nobody] : name => true }
}
`;
  const { roots, complete, diagnostics } = await readFolder({ "/w/main.tf": main });
  expect(roots[0]?.natives.map((n) => n.address)).toEqual(["thing.set", "thing.map"]);
  expect(roots[0]?.holes.map((hole) => hole.address)).toEqual(["var.nobody"]);
  expect([complete, diagnostics]).toEqual([true, []]);
});

describe("a list that the provider makes, of arguments that are known", () => {
  const rule = { of: ["name", "others"], when: { by: "post" }, named: "to", others: ["stamp"] };
  const knowledge = {
    sensitive: () => false,
    elements: (type: string, attribute: string) => (`${type}.${attribute}` === "letter.copies" ? rule : undefined),
  };
  const main = (letter: string) => `
variable "whom" { default = "b" }
variable "nobody" {}
resource "letter" "x" {
  ${letter.replaceAll("; ", "\n  ")}
}
resource "envelope" "each" {
  for_each = { for copy in letter.x.copies : copy.to => { stamp = copy.stamp } }
  stamp    = each.value.stamp
}
resource "envelope" "some" { count = length(letter.x.copies) - 1 }
`;
  const envelopes = async (letter: string) =>
    (await readMain(main(letter), {}, { knowledge })).natives.flatMap((n) =>
      n.type === "envelope" ? [n.address] : [],
    );

  test("has one element for each of them, whose other attributes lead to the resource", async () => {
    const letter = 'name = "a"; others = [var.whom, "a"]; by = "post"';
    expect(await envelopes(letter)).toEqual(['envelope.each["a"]', 'envelope.each["b"]', "envelope.some[0]"]);
    const root = await readMain(main(letter), {}, { knowledge });
    expect(root.holes).toEqual([]);
    expect(new Set(nativeAt(root, 'envelope.each["a"]').refs.map((ref) => ref.to))).toEqual(new Set(["letter.x"]));
  });

  test("is of one element where that is not known: its key is not, and how many there are is", async () => {
    const root = await readMain(main('name = var.nobody; by = "post"'), {}, { knowledge });
    expect(root.natives.map((n) => n.address)).toEqual(["letter.x", "envelope.each"]);
    expect(nativeAt(root, "envelope.each").key).toBeUndefined();
    expect(root.holes.map((hole) => hole.address)).toEqual(["var.nobody"]);
  });

  test.each([
    ["something else makes it", 'name = "a"; by = "hand"'],
    ["one of several is not known", 'name = "a"; others = [var.nobody]; by = "post"'],
    ["nothing says how it is made", 'name = "a"'],
  ])("is unknown where %s", async (_, letter) => {
    expect(await envelopes(letter)).toEqual(["envelope.each", "envelope.some"]);
  });
});

describe("the workspace", () => {
  const main = `
locals { sizes = { prod = 3, default = 1 } }
resource "thing" "many" { count = local.sizes[terraform.workspace] }
resource "thing" "only_prod" { count = terraform.workspace == "prod" ? 1 : 0 }
`;
  const addresses = (root: Root | undefined) => root?.natives.map((native) => native.address);
  const prod = ["thing.many[0]", "thing.many[1]", "thing.many[2]", "thing.only_prod[0]"];
  const cloud = (which: string) => `terraform {\n  cloud {\n    workspaces { ${which} }\n  }\n}`;

  test("that nobody names is a hole, never the default one: what only stands in another is not left out", async () => {
    const { roots, diagnostics, complete } = await readFolder({ "/w/main.tf": main });
    expect(addresses(roots[0])).toEqual(["thing.many", "thing.only_prod"]);
    expect(roots[0]?.empty).toEqual([]);
    expect(roots[0]?.holes[0]).toEqual({
      ...{ kind: "value", root: ".", address: "terraform.workspace", path: "", expression: "terraform.workspace" },
      ...{ at: { file: "/w" }, remedy: "Name the workspace with --workspace (`default` where there is no other)." },
    });
    expect(complete).toBe(false);
    expect(diagnostics.map((d) => d.detail)).toEqual([
      "It counts as one: its count depends on values that are not here (local.sizes[terraform.workspace]). Give them with --var-file or --workspace, or a plan with --plan.",
      'It counts as one: its count depends on values that are not here (terraform.workspace == "prod" ? 1 : 0). Give them with --var-file or --workspace, or a plan with --plan.',
    ]);
  });

  test.each([
    ["named", {}, { workspace: "prod" }, prod],
    ["selected in the folder", { ".terraform/environment": "default\n" }, {}, ["thing.many[0]"]],
    ["named, whatever is selected", { ".terraform/environment": "prod" }, { workspace: "default" }, ["thing.many[0]"]],
    ["named by one in JSON", { "c.tf.json": '{"terraform":{"cloud":{"workspaces":{"name":"prod"}}}}' }, {}, prod],
    ["named by the cloud block", { "c.tf": cloud('name = "prod"'), ".terraform/environment": "old" }, {}, prod],
  ])("%s is known", async (_, others, options, expected) => {
    const root = await readMain(main, others, options);
    expect(addresses(root)).toEqual(expected);
    expect(root.holes).toEqual([]);
  });
});

test.each(['tags = ["shop"]', 'project = "shop"'])("a cloud block with %s leaves the workspace open", async (which) => {
  const main = `terraform {\n  cloud {\n    workspaces { ${which} }\n  }\n}\nresource "thing" "a" { x = terraform.workspace }`;
  const { roots } = await readFolder({ "/w/main.tf": main });
  expect(roots[0]?.holes.map((hole) => hole.address)).toEqual(["terraform.workspace"]);
});

test("a file that a pipeline makes is named where it is not there", async () => {
  const main = 'resource "thing" "a" { x = filesha256("${path.module}/made.zip") }\n';
  const { diagnostics } = await readFolder({ "/w/main.tf": main });
  expect(diagnostics).toMatchObject([
    { code: "EX0109", detail: expect.stringContaining("there is no file ./made.zip in `filesha256(") },
  ]);
});

test("an expression without a value says which part of it has none", async () => {
  const main = `
variable "stage" { default = null }
locals {
  size = null
}
resource "thing" "a" { name = "shop-\${var.stage}" }
resource "thing" "b" { size = [1, local.size + 1] }
`;
  const { diagnostics } = await readFolder({ "/w/main.tf": main });
  expect(diagnostics.map((d) => [d.code, d.source?.line, d.detail.split(". ")[0]])).toEqual([
    [
      ...["EX0109", 6],
      'The value counts as unknown: null cannot be part of a text, and var.stage is null in `"shop-${var.stage}"`',
    ],
    ["EX0109", 7, "The value counts as unknown: a number is required, and this is null in `local.size + 1`"],
  ]);
});

test("`resource.` before an address changes nothing", async () => {
  const main = `
resource "thing" "a" { name = "a" }
resource "thing" "b" {
  x          = resource.thing.a.id
  depends_on = [resource.thing.a]
}
`;
  const { roots, diagnostics } = await readFolder({ "/w/main.tf": main });
  expect(diagnostics).toEqual([]);
  expect(nativeAt(roots[0]!, "thing.b")).toMatchObject({
    refs: [{ path: "x", to: "thing.a", attr: "id" }],
    dependsOn: ["thing.a"],
  });
});

describe("an unknown number of instances", () => {
  test("counts as one, marked, with a hole and a diagnostic that says where", async () => {
    const result = await readFolder({
      "/w/main.tf":
        'variable "names" { type = set(string) }\nresource "thing" "a" {\n  for_each = var.names\n  x = each.value\n}\n',
    });
    const [root] = result.roots;
    const native = nativeAt(root!, "thing.a");
    expect(native.key).toBeInstanceOf(Unknown);
    expect(root?.natives).toHaveLength(1);
    expect(root?.holes.map((hole) => [hole.kind, hole.address, hole.path])).toEqual([
      ["value", "var.names", ""],
      ["value", "thing.a", "for_each"],
    ]);
    expect(result.diagnostics).toMatchObject([{ code: "EX0110", source: { file: "/w/main.tf", line: 3 } }]);
    expect(result.complete).toBe(false);
  });

  test("of keys that are known with values that are not is known", async () => {
    const root = await readMain(`
variable "v" {}
resource "thing" "a" {
  for_each = { one = var.v, two = thing.b.id }
  x        = each.value
}
resource "thing" "b" {}
`);
    expect(root.natives.map((native) => native.address)).toEqual(['thing.a["one"]', 'thing.a["two"]', "thing.b"]);
    expect(nativeAt(root, 'thing.a["two"]').refs).toEqual([{ path: "x", to: "thing.b", attr: "id" }]);
  });
});

describe("no instance", () => {
  test("is listed apart, resources of modules not called included", async () => {
    const root = await readMain(
      'resource "thing" "a" { count = 0 }\nmodule "m" {\n  source = "./m"\n  for_each = {}\n}',
      { "m/main.tf": 'resource "thing" "b" {}' },
    );
    expect(root.natives).toEqual([]);
    expect(root.empty.map((empty) => empty.address)).toEqual(["thing.a", "module.m.thing.b"]);
  });
});

describe("another root's state", () => {
  test("is a hole for each value that is used", async () => {
    const root = await readMain(`
data "terraform_remote_state" "net" {
  backend = "s3"
  config  = { bucket = "states" }
}
data "terraform_remote_state" "unused" { backend = "local" }
resource "thing" "a" { x = data.terraform_remote_state.net.outputs.vpc_id }
resource "thing" "b" { x = data.terraform_remote_state.net.outputs.vpc_id }
`);
    expect(root.holes.map((hole) => [hole.kind, hole.address, hole.path])).toEqual([
      ["remote-state", "data.terraform_remote_state.net", "outputs.vpc_id"],
      ["remote-state", "data.terraform_remote_state.unused", ""],
    ]);
  });

  test("stays a hole where that root is read too, and the remedy does not send there", async () => {
    const { roots } = await readFolder({
      "/w/a/main.tf": 'terraform {\n  backend "local" { path = "../a.tfstate" }\n}\noutput "x" { value = "y" }',
      "/w/b/main.tf": `
terraform {
  backend "local" {}
}
data "terraform_remote_state" "a" {
  backend = "local"
  config  = { path = "../a.tfstate" }
}
resource "thing" "b" { x = data.terraform_remote_state.a.outputs.x }
`,
    });
    expect(roots.map((root) => root.name)).toEqual(["a", "b"]);
    const remedies = roots.flatMap((root) => root.holes.map((hole) => hole.remedy));
    expect(remedies).toEqual([
      "Give a plan of this root with --plan, which has the values: each root is read by itself, and what another writes to its state is not followed, even where that root is read too.",
    ]);
  });
});
