import { describe, expect, test } from "@jest/globals";
import { isObject, type Native, Unknown } from "../../../providers/native.ts";
import { nativeAt, readFolder, readMain } from "./memory-files.ts";

function unknownAt(native: Native, name: string): Unknown {
  const value = native.args[name];
  if (!(value instanceof Unknown)) throw new Error(`${name} is known: ${JSON.stringify(value)}`);
  return value;
}

describe("references", () => {
  const main = `
resource "thing" "a" {
  name = "a"
}
resource "thing" "each" {
  for_each = { x = 1, y = 2 }
}
data "thing" "found" {}
resource "thing" "b" {
  plain    = thing.a.id
  nested   = thing.a.endpoint[0].port
  text     = "\${thing.a.arn}/*"
  many     = [for k, v in thing.each : v.id]
  one      = thing.each["x"].id
  all      = thing.each
  whole    = thing.a
  data     = data.thing.found.arn
  map      = { inner = thing.a.id }
  rule {
    target = thing.each["y"].id
  }
}
`;

  test("stand at their place, list positions included", async () => {
    const { refs } = nativeAt(await readMain(main), "thing.b");
    expect(refs.map((ref) => `${ref.path} -> ${ref.to} . ${ref.attr}`)).toEqual([
      "plain -> thing.a . id",
      "nested -> thing.a . endpoint.0.port",
      "text -> thing.a . arn",
      'many.0 -> thing.each["x"] . id',
      'many.1 -> thing.each["y"] . id',
      'one -> thing.each["x"] . id',
      'all.x -> thing.each["x"] . ',
      'all.y -> thing.each["y"] . ',
      "whole -> thing.a . ",
      "data -> data.thing.found . arn",
      "map.inner -> thing.a . id",
      'rule.0.target -> thing.each["y"] . id',
    ]);
  });

  test("are unknowns with the expression that would give the value, and where it stands", async () => {
    const native = nativeAt(await readMain(main), "thing.b");
    expect(unknownAt(native, "plain")).toEqual(
      new Unknown("thing.a.id", [{ to: "thing.a", attr: "id" }], { at: { file: "/w/main.tf", line: 10 } }),
    );
    expect(unknownAt(native, "text").expression).toBe('"${thing.a.arn}/*"');
  });

  test("go through variables, outputs and locals of modules, to the native inside", async () => {
    const root = await readMain(
      `
module "store" {
  source = "./store"
  for_each = toset(["x"])
  key    = thing.key.arn
}
resource "thing" "key" {}
resource "thing" "user" {
  bucket = module.store["x"].bucket
  all    = [for store in module.store : store.bucket]
}
`,
      {
        "store/main.tf": `
variable "key" {}
locals { encryption = { key = var.key } }
resource "thing" "bucket" { key = local.encryption.key }
output "bucket" { value = thing.bucket.id }
`,
      },
    );
    const edge = { to: 'module.store["x"].thing.bucket', attr: "id" };
    expect(nativeAt(root, "thing.user").refs).toEqual([
      { path: "bucket", ...edge },
      { path: "all.0", ...edge },
    ]);
    expect(nativeAt(root, 'module.store["x"].thing.bucket').refs).toEqual([
      { path: "key", to: "thing.key", attr: "arn" },
    ]);
  });

  test("to numbers, switches and ranges that the code sets are those: nothing is tied by one", async () => {
    const root = await readMain(`
variable "net" { default = "10.47.0.0/16" }
resource "thing" "a" {
  range  = var.net
  ranges = ["10.1.0.0/16", "2001:db8::/32"]
  port   = 8080
  on     = true
  name   = "a/b"
  none   = []
  unset  = var.unset
  frozen = 1
  password = 1234
  loop   = thing.b.loop
  lifecycle { ignore_changes = [frozen] }
}
variable "unset" { type = number }
resource "thing" "many" {
  count = 2
  port  = 9000 + count.index
}
resource "thing" "b" {
  cidr   = cidrsubnet(thing.a.range, 8, 3)
  cidrs  = concat([thing.a.range], thing.a.ranges)
  port   = thing.a.port + 1
  on     = !thing.a.on
  second = thing.many[1].port
  loop   = thing.a.loop
  left   = [thing.a.name, thing.a.none, thing.a.unset, thing.a.frozen, thing.a.password, thing.a.loop, thing.a.id]
}
`);
    const { args, refs } = nativeAt(root, "thing.b");
    expect(args).toMatchObject({
      cidr: "10.47.3.0/24",
      cidrs: ["10.47.0.0/16", "10.1.0.0/16", "2001:db8::/32"],
      port: 8081,
      on: false,
      second: 9001,
    });
    expect(refs.map((ref) => ref.attr)).toEqual(["loop", "name", "none", "unset", "frozen", "password", "loop", "id"]);
  });

  test("of a condition that is not known are those of both branches", async () => {
    const root = await readMain(`
variable "flag" {}
resource "thing" "a" {}
resource "thing" "b" {}
resource "thing" "c" { x = var.flag ? thing.a.id : thing.b.id }
`);
    expect(unknownAt(nativeAt(root, "thing.c"), "x").refs.map((ref) => ref.to)).toEqual(["thing.a", "thing.b"]);
  });

  test("of an expression that the engines refuse are kept", async () => {
    const root = await readMain(`
resource "thing" "a" {}
resource "thing" "b" { x = "\${thing.a.id}-\${var.absent}" }
`);
    expect(nativeAt(root, "thing.b").refs).toEqual([{ path: "x", to: "thing.a", attr: "id" }]);
  });

  test("of a resource with several instances used as a whole name them all", async () => {
    const root = await readMain(`
variable "i" {}
resource "thing" "a" { count = 2 }
resource "thing" "b" {
  splat = thing.a[*].id
  any   = thing.a[var.i].id
}
`);
    const { refs } = nativeAt(root, "thing.b");
    expect(refs.map((ref) => `${ref.path} ${ref.to}`)).toEqual([
      "splat.0 thing.a[0]",
      "splat.1 thing.a[1]",
      "any thing.a[0]",
      "any thing.a[1]",
    ]);
  });
});

describe("what is configured", () => {
  test("is every path that is set, blocks included, without positions; null sets nothing", async () => {
    const root = await readMain(`
resource "thing" "a" {
  name  = "a"
  gone  = null
  tags  = { team = "x" }
  empty = []
  rule {
    id = 1
    filter {}
  }
  rule {
    days = 3
  }
  dynamic "none" {
    for_each = []
    content { x = 1 }
  }
  dynamic "some" {
    for_each = [1]
    content { y = some.value }
  }
}
`);
    const { configured, args } = nativeAt(root, "thing.a");
    expect([...(configured ?? [])].sort()).toEqual(
      ["empty", "name", "rule", "rule.days", "rule.filter", "rule.id", "some", "some.y", "tags", "tags.team"].sort(),
    );
    expect(args["rule"]).toEqual([{ id: 1, filter: [{}] }, { days: 3 }]);
    expect(args).not.toHaveProperty("none");
    expect(args["some"]).toEqual([{ y: 1 }]);
  });

  test("leaves out what only says how the resource is handled", async () => {
    const root = await readMain(`
resource "thing" "other" {}
resource "thing" "a" {
  count      = 1
  provider   = thing.west
  depends_on = [thing.other, module.m]
  name       = "a"
  lifecycle {
    prevent_destroy       = true
    create_before_destroy = true
    ignore_changes        = [tags["x"], size]
  }
  provisioner "local-exec" { command = "true" }
  timeouts { create = "1h" }
}
`);
    const native = nativeAt(root, "thing.a[0]");
    expect(native.args).toEqual({ name: "a", timeouts: [{ create: "1h" }] });
    expect(native.dependsOn).toEqual(["thing.other", "module.m"]);
    expect(native.lifecycle).toEqual({
      preventDestroy: true,
      createBeforeDestroy: true,
      ignoreChanges: ["tags.x", "size"],
    });
    expect(native.provider).toEqual({ name: "thing", alias: "west" });
  });
});

describe("ignored changes", () => {
  test("make the ignored values unknown, with their references", async () => {
    const root = await readMain(`
resource "thing" "a" {
  size = 3
  tags = { x = "1", y = "2" }
  name = "n"
  lifecycle { ignore_changes = [size, tags["x"]] }
}
`);
    const { args } = nativeAt(root, "thing.a");
    expect(args["size"]).toBeInstanceOf(Unknown);
    expect(args["tags"]).toEqual({ x: expect.any(Unknown), y: "2" });
    expect(args["name"]).toBe("n");
  });

  test("of everything make everything unknown", async () => {
    const root = await readMain(`
resource "thing" "a" {
  size = 3
  rule { id = 1 }
  lifecycle { ignore_changes = all }
}
`);
    const native = nativeAt(root, "thing.a");
    expect(native.lifecycle?.ignoreChanges).toBe("all");
    expect(unknownAt(native, "size").expression).toBe("3");
    expect(unknownAt(native, "rule").options.structural).toBe(true);
  });
});

describe("secrets", () => {
  const main = `
variable "password" {
  sensitive = true
  default   = "hunter2"
}
resource "thing" "made" {}
resource "thing" "a" {
  password      = "hunter2"
  login         = "admin:\${var.password}"
  secret_string = jsonencode({ p = "hunter2", from = thing.made.id })
  open          = nonsensitive(length(var.password))
  count_of      = var.password == "hunter2" ? "yes" : "no"
  nested { password = thing.made.result }
}
`;

  test("never reach a native, whether the schema or the variable marks them", async () => {
    const native = nativeAt(await readMain(main), "thing.a");
    expect(JSON.stringify(native)).not.toContain("hunter2");
    for (const name of ["password", "login", "secret_string"]) {
      expect(unknownAt(native, name).options.redacted).toBe(true);
    }
    expect(native.args["open"]).toBe(7);
  });

  test("are asked of nobody: a variable that is one is no hole", async () => {
    const root = await readMain(
      'variable "password" { sensitive = true }\nvariable "size" {}\nresource "thing" "a" {\n  password = var.password\n  size = var.size\n}',
    );
    expect(root.holes.map((hole) => hole.address)).toEqual(["var.size"]);
    expect(unknownAt(nativeAt(root, "thing.a"), "password").options.redacted).toBe(true);
  });

  test("keep the references they were made of", async () => {
    const native = nativeAt(await readMain(main), "thing.a");
    expect(native.refs).toContainEqual({ path: "secret_string", to: "thing.made", attr: "id" });
    expect(native.refs).toContainEqual({ path: "nested.0.password", to: "thing.made", attr: "result" });
  });

  test("that are null are no secrets", async () => {
    const root = await readMain(`resource "thing" "a" { password = null }`);
    expect(nativeAt(root, "thing.a").args).toEqual({ password: null });
  });
});

describe("documents in texts", () => {
  test.each([
    ["jsonencode", 'jsonencode({ Version = "1", Resource = [thing.a.arn, "${thing.a.arn}/*"] })'],
    ["a heredoc", '<<EOT\n{ "Version": "1", "Resource": ["${thing.a.arn}", "${thing.a.arn}/*"] }\nEOT\n'],
  ])("of %s stay visible where only parts are unknown", async (_, expression) => {
    const root = await readMain(`resource "thing" "a" {}\nresource "thing" "b" {\n  policy = ${expression}\n}`);
    const native = nativeAt(root, "thing.b");
    const { document } = unknownAt(native, "policy").options;
    if (!isObject(document)) throw new Error("no document");
    expect(document["Version"]).toBe("1");
    expect(document["Resource"]).toEqual([
      expect.objectContaining({ expression: "thing.a.arn" }),
      expect.objectContaining({ expression: '"${thing.a.arn}/*"' }),
    ]);
    expect(native.refs).toEqual([{ path: "policy", to: "thing.a", attr: "arn" }]);
  });
});

describe("provider", () => {
  const provider = `
terraform { required_providers { cloud = { source = "registry.example.com/vendor/thing" } } }
variable "home" { default = "here" }
provider "cloud" { region = var.home }
provider "cloud" {
  alias  = "far"
  region = "there"
}
`;

  test("has the short name of its source, and the region of its configuration", async () => {
    const root = await readMain(
      `${provider}
resource "cloud_x" "a" {}
resource "cloud_x" "b" { provider = cloud.far }
module "m" {
  source    = "./m"
  providers = { cloud = cloud.far }
}
module "n" { source = "./m" }`,
      { "m/main.tf": 'resource "cloud_x" "c" {}' },
    );
    const of = (address: string) => nativeAt(root, address).provider;
    expect(of("cloud_x.a")).toEqual({ name: "thing", region: "here" });
    expect(of("cloud_x.b")).toEqual({ name: "thing", alias: "far", region: "there" });
    expect(of("module.m.cloud_x.c")).toEqual({ name: "thing", alias: "far", region: "there" });
    expect(of("module.n.cloud_x.c")).toEqual({ name: "cloud", region: "here" });
  });

  test("is asked by one account where two configurations say the same of it, and no text of them goes further", async () => {
    const root = await readMain(`
provider "cloud" { region = "here" }
provider "cloud" {
  alias  = "a"
  region = "here"
  assume_role { role_arn = "role/deploy" }
}
provider "cloud" {
  alias  = "b"
  region = "there"
  assume_role { role_arn = "role/deploy" }
}
provider "cloud" {
  alias      = "c"
  access_key = "AKIA-OF-SOMEBODY"
}
resource "cloud_x" "own" {}
resource "cloud_x" "a" { provider = cloud.a }
resource "cloud_x" "b" { provider = cloud.b }
resource "cloud_x" "c" { provider = cloud.c }`);
    const [own, a, b, c] = ["own", "a", "b", "c"].map((name) => nativeAt(root, `cloud_x.${name}`).provider.account);
    expect(own).toBeUndefined();
    expect(a).toBeDefined();
    expect(b).toBe(a);
    expect(c).not.toBe(a);
    expect(c).not.toContain("AKIA");
  });

  test("of the engine itself is the engine", async () => {
    const root = await readMain('resource "terraform_data" "a" {}');
    expect(nativeAt(root, "terraform_data.a").provider).toEqual({ name: "terraform" });
  });
});

test("a template in a folder that is not known is unknown, and nobody's mistake", async () => {
  const main = 'resource "thing" "a" {\n  text = templatefile("${path.cwd}/a.tftpl", { b = 1 })\n}\n';
  const { roots, diagnostics } = await readFolder({ "/w/main.tf": main });
  expect(diagnostics).toEqual([]);
  expect(unknownAt(nativeAt(roots[0] as never, "thing.a"), "text").expression).toContain("path.cwd");
});

describe("dynamic blocks", () => {
  test("over something unknown are one unknown with the references of their content", async () => {
    const root = await readMain(`
variable "rules" { type = list(string) }
resource "thing" "a" {}
resource "thing" "b" {
  dynamic "rule" {
    for_each = var.rules
    content { target = thing.a.id }
  }
}
resource "thing" "c" {
  rule { id = 1 }
  dynamic "rule" {
    for_each = thing.a.list
    content { id = rule.value }
  }
}
`);
    const rule = unknownAt(nativeAt(root, "thing.b"), "rule");
    expect(rule.options.structural).toBe(true);
    expect(rule.refs).toEqual([{ to: "thing.a", attr: "id" }]);
    expect(nativeAt(root, "thing.c").args["rule"]).toEqual([{ id: 1 }, expect.any(Unknown)]);
  });
});

describe("JSON", () => {
  test("objects become blocks where the schema says so", async () => {
    const file = JSON.stringify({ resource: { thing: { a: { rule: { id: 1 }, tags: { x: "y" } } } } });
    const knowledge = { sensitive: () => false, isBlock: (_: string, path: string) => path === "rule" };
    const { roots } = await readFolder({ "/w/main.tf.json": file }, { knowledge });
    expect(nativeAt(roots[0]!, "thing.a").args).toEqual({ rule: [{ id: 1 }], tags: { x: "y" } });
  });

  test("what a module or a local is given is a value, whatever its name: blocks and expressions are what a resource has so", async () => {
    const root = await readMain("", {
      "more.tf.json": JSON.stringify({
        locals: { lifecycle: { days: 3 } },
        module: {
          m: {
            source: "./m",
            backend: { size: 500 },
            type: "gp3",
            provider: "kms",
            lifecycle: "${local.lifecycle}",
            dynamic: [{ a: { for_each: [] } }],
          },
        },
        resource: {
          thing: {
            a: {
              type: "gp3",
              backend: { web: { port: 80 } },
              dynamic: { rule: { for_each: [1, 2], content: { id: "x" } } },
            },
          },
        },
      }),
      "m/main.tf": `${["backend", "type", "provider", "lifecycle", "dynamic"].map((name) => `variable "${name}" {}`).join("\n")}
resource "thing" "b" {
  x = [var.backend.size, var.type, var.provider, var.lifecycle.days, var.dynamic[0].a.for_each]
}`,
    });
    expect(nativeAt(root, "module.m.thing.b").args["x"]).toEqual([500, "gp3", "kms", 3, []]);
    const { type, backend, rule } = nativeAt(root, "thing.a").args;
    expect([type, backend, rule]).toEqual(["gp3", { web: { port: 80 } }, [{ id: "x" }, { id: "x" }]]);
  });
});
