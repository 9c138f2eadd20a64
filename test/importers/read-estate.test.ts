import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import type { ImportKnowledge, ImportOptions } from "../../importers/importer.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { type Estate, type Native, Unknown } from "../../providers/native.ts";
import { memoryFiles } from "./memory-files.ts";

const SHOP = "test/fixtures/json/shop";
const knowledge: ImportKnowledge = {
  sensitive: (type, path) => type === "aws_db_instance" && path === "password",
};

async function read(paths: string | readonly string[], options: Partial<ImportOptions> = {}): Promise<Estate> {
  return readEstate([paths].flat(), { files: nodeFiles(), knowledge, ...options });
}

function natives(estate: Estate): Native[] {
  return estate.roots.flatMap((root) => root.natives);
}

function native(estate: Estate, address: string): Native {
  const found = natives(estate).find((n) => n.address === address);
  if (!found) throw new Error(`${address} is not among ${natives(estate).map((n) => n.address)}`);
  return found;
}

function codes(estate: Estate): string[] {
  return estate.diagnostics.map((d) => d.code);
}

function edges(estate: Estate, address: string): string[] {
  return native(estate, address).refs.map((r) => `${r.path} → ${r.to}.${r.attr}`);
}

function text(name: string): string {
  return readFileSync(`${SHOP}/${name}`, "utf8");
}

const MANAGED = [
  'aws_kms_key.k["one"]',
  'aws_kms_key.k["tw.o"]',
  "aws_s3_bucket.logs",
  "aws_s3_bucket_lifecycle_configuration.l",
  "aws_s3_bucket_lifecycle_configuration.l2",
  "aws_s3_bucket_policy.p",
  'module.database["a"].aws_db_instance.d[0]',
  'module.database["a"].aws_db_instance.d[1]',
  'module.database["a"].aws_s3_bucket_object.o["0"]',
  'module.database["a"].aws_s3_bucket_object.o["1"]',
  'module.database["a"].aws_s3_bucket_versioning.v',
];

describe("every form of the same estate", () => {
  test.each([
    ["plan.json", "plan"],
    ["plan-noop.json", "plan"],
    ["show.json", "state"],
    ["state.tfstate.json", "state"],
  ])("%s is told by its content", async (file, form) => {
    const estate = await read(`${SHOP}/${file}`);
    expect(estate.source.kind).toBe(form);
    expect(estate.complete).toBe(true);
    const managed = natives(estate).flatMap((n) => (n.mode === "managed" ? [n.address] : []));
    expect(managed.sort()).toEqual(MANAGED);
    expect(native(estate, "data.aws_iam_policy_document.d").mode).toBe("data");
  });

  test.each([
    "plan.json",
    "plan-noop.json",
    "show.json",
    "state.tfstate.json",
  ])("no secret of %s is left in what was read", async (file) => {
    const estate = await read(`${SHOP}/${file}`);
    expect(text(file)).toContain("not-a-real-password");
    expect(JSON.stringify(estate)).not.toContain("not-a-real-password");
    const { password } = native(estate, 'module.database["a"].aws_db_instance.d[0]').args;
    expect(password).toBeInstanceOf(Unknown);
    expect((password as Unknown).options.redacted).toBe(true);
  });

  test.each([
    "plan.json",
    "plan-noop.json",
    "show.json",
    "state.tfstate.json",
  ])("%s reads the same element by element as at once", async (file) => {
    const { readJsonDocument } = await import("../../importers/json-document.ts");
    const { Redactor } = await import("../../importers/redact.ts");
    const at = (largeBytes: number) =>
      readJsonDocument(
        `${SHOP}/${file}`,
        nodeFiles(),
        { root: ".", at: { file }, knowledge, redactor: new Redactor(knowledge), note: () => {} },
        { largeBytes },
      );
    const [large, whole] = [await at(0), await at(Number.POSITIVE_INFINITY)];
    const sorted = (found: readonly Native[]) => [...found].sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(sorted(large.content.natives)).toEqual(sorted(whole.content.natives));
  });
});

describe("a plan", () => {
  test("gives edges at their place, followed through variables, outputs and arguments handed on", async () => {
    const estate = await read(`${SHOP}/plan.json`);
    expect(edges(estate, "aws_s3_bucket_lifecycle_configuration.l2").sort()).toEqual([
      "bucket → aws_s3_bucket.logs.id",
      "rule.0.id → aws_s3_bucket.logs.arn",
    ]);
    expect(edges(estate, "aws_s3_bucket_policy.p")).toEqual([
      'bucket → module.database["a"].aws_s3_bucket_versioning.v.bucket',
      "bucket → aws_s3_bucket.logs.id",
      "policy → data.aws_iam_policy_document.d.json",
    ]);
    expect(edges(estate, 'module.database["a"].aws_db_instance.d[0]')).toEqual([
      'kms_key_id → aws_kms_key.k["one"].arn',
    ]);
    expect(edges(estate, 'module.database["a"].aws_s3_bucket_object.o["1"]')).toEqual([
      "bucket → aws_s3_bucket.logs.id",
      'content → module.database["a"].aws_db_instance.d[1].arn',
    ]);
  });

  test("tells what the configuration leaves open from what the provider computes", async () => {
    const estate = await read(`${SHOP}/plan.json`);
    const bucket = native(estate, "aws_s3_bucket_lifecycle_configuration.l").args["bucket"] as Unknown;
    expect([bucket.expression, bucket.options.computed]).toEqual(["aws_s3_bucket.logs.id", undefined]);
    const arn = native(estate, "aws_s3_bucket.logs").args["arn"] as Unknown;
    expect(arn.options.computed).toBe(true);
  });

  test("counts dynamic blocks as configured, though its configuration leaves them out", async () => {
    const estate = await read(`${SHOP}/plan.json`);
    expect([...native(estate, "aws_s3_bucket_lifecycle_configuration.l").configured!].sort()).toEqual([
      "bucket",
      "rule",
    ]);
  });

  test("does not take a block that the provider filled in for a configured one", async () => {
    const computed = (type: string, path: string) => type === "aws_s3_bucket" && path !== "bucket";
    const isBlock = (_: string, path: string) => ["rule", "lifecycle_rule", "versioning"].includes(path);
    const filled = text("plan-noop.json").replaceAll('"versioning": []', '"versioning": [{ "enabled": false }]');
    expect(filled).not.toBe(text("plan-noop.json"));
    const files = memoryFiles({ "p.json": filled });
    const estate = await read("p.json", { files, knowledge: { ...knowledge, isBlock, computed } });
    expect(native(estate, "aws_s3_bucket.logs").args["versioning"]).toEqual([{ enabled: false }]);
    expect([...native(estate, "aws_s3_bucket.logs").configured!]).toEqual(["bucket"]);
    expect(native(estate, "aws_s3_bucket_lifecycle_configuration.l").configured).toContain("rule");
  });

  test("knows region, key and dependencies", async () => {
    const estate = await read(`${SHOP}/plan.json`);
    expect(native(estate, 'aws_kms_key.k["tw.o"]')).toMatchObject({
      key: "tw.o",
      provider: { name: "aws", region: "eu-west-1" },
      at: { file: `${SHOP}/plan.json` },
    });
    expect(native(estate, "aws_s3_bucket_lifecycle_configuration.l").dependsOn).toEqual(["aws_kms_key.k"]);
  });

  test("keeps deleted resources out and names resources without an instance", async () => {
    const change = (address: string, actions: string[]) => ({
      address,
      mode: "managed",
      type: "x_y",
      name: address.slice(4),
      provider_name: "a/b/x",
      change: { actions, after: actions.includes("delete") ? null : {}, after_unknown: {} },
    });
    const plan = {
      format_version: "1.2",
      resource_changes: [change("x_y.gone", ["delete"]), change("x_y.there", ["no-op"])],
      configuration: {
        root_module: {
          resources: [
            { mode: "managed", type: "x_y", name: "none", count_expression: { constant_value: 0 } },
            { mode: "managed", type: "x_y", name: "later" },
            { mode: "managed", type: "x_y", name: "there" },
          ],
        },
      },
    };
    const estate = await read("p.json", { files: memoryFiles({ "p.json": JSON.stringify(plan) }) });
    expect(natives(estate).map((n) => n.address)).toEqual(["x_y.there"]);
    expect(estate.roots[0]?.empty.map((e) => e.address)).toEqual(["x_y.none"]);
    expect(estate.diagnostics).toMatchObject([{ code: "EX0031", detail: expect.stringContaining("x_y.later") }]);
    expect(estate.complete).toBe(false);
  });

  test("an argument whose variable nobody gave is not configured: what is not known of it the provider chooses", async () => {
    const address = (variable: string) => ({
      address: "x_y.a",
      mode: "managed",
      type: "x_y",
      name: "a",
      expressions: { size: { references: [`var.${variable}`] }, zone: { references: ["var.zone"] } },
    });
    const plan = {
      format_version: "1.2",
      resource_changes: [
        {
          ...address("size"),
          address: "module.m.x_y.a",
          module_address: "module.m",
          provider_name: "a/b/x",
          change: { actions: ["create"], after: {}, after_unknown: { size: true, zone: true } },
        },
      ],
      configuration: {
        root_module: {
          module_calls: {
            m: {
              expressions: { zone: { references: ["x_y.elsewhere.zone", "x_y.elsewhere"] } },
              module: {
                resources: [address("size")],
                variables: { size: { default: null }, zone: { default: null } },
              },
            },
          },
        },
      },
    };
    const estate = await read("p.json", { files: memoryFiles({ "p.json": JSON.stringify(plan) }) });
    const { args, configured } = native(estate, "module.m.x_y.a");
    expect([...configured!]).toEqual(["zone"]);
    expect([args["size"], args["zone"]].map((v) => (v as Unknown).options.computed ?? false)).toEqual([true, false]);
  });

  test("that ended with an error is not complete", async () => {
    const plan = { format_version: "1.2", errored: true, planned_values: { root_module: {} }, resource_changes: [] };
    const estate = await read("p.json", { files: memoryFiles({ "p.json": JSON.stringify(plan) }) });
    expect([estate.complete, codes(estate)]).toEqual([false, ["EX0216"]]);
  });
});

describe("a state", () => {
  const state = (resources: unknown[], rest: object = {}) =>
    memoryFiles({ "s.json": JSON.stringify({ version: 4, serial: 1, lineage: "x", outputs: {}, resources, ...rest }) });
  const resource = (instances: unknown[], rest: object = {}) => ({
    mode: "managed",
    type: "x_y",
    name: "a",
    provider: 'module.m.provider["registry.example/a/x"].west',
    instances,
    ...rest,
  });

  test("gives addresses as the engine writes them, and the provider's alias", async () => {
    const files = state([
      resource(
        [
          { index_key: 'q"${x}', attributes: {} },
          { index_key: 1, attributes: {} },
        ],
        { module: 'module.m["a.b"]' },
      ),
    ]);
    const estate = await read("s.json", { files });
    expect(natives(estate).map((n) => n.address)).toEqual([
      'module.m["a.b"].x_y.a["q\\"$${x}"]',
      'module.m["a.b"].x_y.a[1]',
    ]);
    expect(natives(estate)[0]).toMatchObject({ provider: { name: "x", alias: "west" }, configured: null });
  });

  test("says that a plan would tell more", async () => {
    expect(codes(await read("s.json", { files: state([]) }))).toEqual(["EX0212"]);
  });

  test("turns dependencies into edges without a place", async () => {
    const files = state([
      resource([{ index_key: 0, attributes: {} }]),
      resource([{ attributes: {}, dependencies: ["x_y.a", "x_y.other"] }], { name: "b" }),
    ]);
    expect(native(await read("s.json", { files }), "x_y.b").refs).toEqual([
      { to: "x_y.a[0]", attr: "", path: "" },
      { to: "x_y.other", attr: "", path: "" },
    ]);
  });

  test("does not count what waits for its deletion", async () => {
    const files = state([resource([{ attributes: {} }, { deposed: "00000001", attributes: {} }])]);
    const estate = await read("s.json", { files });
    expect([natives(estate).length, codes(estate)]).toEqual([1, ["EX0212", "EX0214"]]);
  });

  test("loses no secret marked by path, position or key", async () => {
    const at = (...steps: (string | number)[]) =>
      steps.map((s, i) =>
        i === 0 ? { type: "get_attr", value: s } : { type: "index", value: { value: s, type: "x" } },
      );
    const files = state([
      resource([
        {
          attributes: { a: "s1", list: ["ok", "s2"], map: { k: "s3", z: "ok" }, none: null },
          sensitive_attributes: [at("a"), at("list", 1), at("map", "k"), at("none")],
        },
      ]),
    ]);
    const estate = await read("s.json", { files });
    expect(JSON.stringify(estate)).not.toMatch(/s[123]"/);
    expect(natives(estate)[0]?.args).toMatchObject({ list: ["ok", { options: { redacted: true } }], none: null });
  });

  test("keeps all digits of numbers that a double cannot hold", async () => {
    const files = memoryFiles({
      "s.json":
        '{"version":4,"serial":1,"resources":[{"mode":"managed","type":"t_t","name":"n","provider":"","instances":[{"attributes":{"big":12345678901234567890,"small":5}}]}]}',
    });
    expect(natives(await read("s.json", { files }))[0]?.args).toEqual({ big: "12345678901234567890", small: 5 });
  });

  test("upgraded from before 0.12 has its flat attributes unfolded", async () => {
    const flat = { id: "i", "tags.%": "1", "tags.Name": "n", "rule.#": "1", "rule.99.port": "80", "empty.#": "0" };
    const files = state([resource([{ attributes_flat: flat }])]);
    expect(natives(await read("s.json", { files }))[0]?.args).toEqual({
      id: "i",
      tags: { Name: "n" },
      rule: [{ port: "80" }],
      empty: [],
    });
  });
});

describe("input that cannot be read", () => {
  const one = (content: string | Uint8Array | { code: string }) =>
    read("f.json", { files: memoryFiles({ "f.json": content }) });

  test.each([
    ["an empty file", "", "EX0203"],
    ["a binary file", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), "EX0204"],
    ["a plan in the engine's own format", new Uint8Array([0x50, 0x4b, 3, 4]), "EX0205"],
    ["a compressed file", new Uint8Array([0x1f, 0x8b, 8, 0]), "EX0205"],
    ["a state of a future version", '{"version":5,"serial":1,"resources":[]}', "EX0207"],
    ["a state from before 0.12", '{"version":3,"serial":1,"modules":[]}', "EX0207"],
    ["a plan of a future format", '{"format_version":"2.0","planned_values":{}}', "EX0208"],
    [
      "an encrypted state",
      '{"serial":1,"lineage":"","meta":{},"encrypted_data":"x","encryption_version":"v0"}',
      "EX0209",
    ],
    ["JSON of another kind", '{"name":"x","version":"1.0.0"}', "EX0210"],
    ["a list", "[1,2]", "EX0210"],
    ["a deployment of Pulumi", '{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:dev::p"}]}}', "EX0226"],
    ["a template of CloudFormation", '{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}', "EX0226"],
    ["one in YAML", "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", "EX0226"],
    ["objects of Kubernetes", "apiVersion: v1\nkind: Service\n", "EX0226"],
    ["a file that may not be opened", { code: "EACCES" }, "EX0202"],
  ])("%s is one error with its remedy, and nothing was read", async (_, content, code) => {
    const estate = await one(content);
    expect(codes(estate).sort()).toEqual(["EX0201", code].sort());
    expect(estate.diagnostics.find((d) => d.code === code)?.source?.file).toBe("f.json");
    expect([estate.complete, estate.roots]).toEqual([false, []]);
  });

  test("a path that does not exist is an error", async () => {
    expect(codes(await read("nowhere", { files: memoryFiles({}) }))).toEqual(["EX0201", "EX0202"]);
  });

  test("an empty folder is an error", async () => {
    expect(codes(await read("d", { files: memoryFiles({ "d/readme.txt": "" }) }))).toEqual(["EX0201"]);
  });

  test("a state cut off anywhere gives what stands before the cut, with the line, and is not complete", async () => {
    const whole = text("state.tfstate.json");
    const all = natives(await one(whole)).length;
    for (let cut = 200; cut < whole.length - 3; cut += 97) {
      const estate = await one(whole.slice(0, cut));
      expect(estate.complete).toBe(false);
      expect(natives(estate).length).toBeLessThanOrEqual(all);
      const broken = estate.diagnostics.find((d) => d.code === "EX0203");
      expect(broken?.source?.line).toBe(whole.slice(0, cut).split("\n").length);
    }
  });

  test("a mistake inside gives its line", async () => {
    const lines = text("state.tfstate.json").split("\n");
    const at = lines.findIndex((line) => line.includes('"bucket"'));
    lines[at] = '      "bucket": oops,';
    const estate = await one(lines.join("\n"));
    expect(estate.diagnostics.find((d) => d.code === "EX0203")?.source?.line).toBe(at + 1);
    expect(natives(estate).length).toBeGreaterThan(0);
  });

  test("an entry that is no resource is counted as unreadable, the others are read", async () => {
    const estate = await one(
      '{"version":4,"serial":1,"resources":[7,{"mode":"managed","type":"t_t","name":"n","instances":[{}]}]}',
    );
    expect([natives(estate).length, estate.roots[0]?.unreadable.length, estate.complete]).toEqual([1, 1, false]);
  });

  test("a value nested three thousand deep is read", async () => {
    const deep = `${"[".repeat(3000)}${"]".repeat(3000)}`;
    const estate = await one(
      `{"version":4,"serial":1,"resources":[{"mode":"managed","type":"t_t","name":"n","instances":[{"attributes":{"d":${deep}}}]}]}`,
    );
    expect([natives(estate).length, estate.complete]).toEqual([1, true]);
  });

  test.each([
    ["UTF-16 as PowerShell writes it", (s: string) => Buffer.from(`\ufeff${s}`, "utf16le"), ["EX0206"]],
    ["UTF-16 in the other order", (s: string) => Buffer.from(`\ufeff${s}`, "utf16le").swap16(), ["EX0206"]],
    ["UTF-8 with a byte order mark", (s: string) => Buffer.from(`\ufeff${s}`), []],
  ])("a plan in %s is read", async (_, encode, expected) => {
    const estate = await one(encode(text("plan.json")));
    expect(codes(estate)).toEqual(expected);
    expect([natives(estate).length, estate.complete]).toEqual([MANAGED.length + 1, true]);
  });
});

describe("several paths", () => {
  const state = (name: string) =>
    `{"version":4,"serial":1,"resources":[{"mode":"managed","type":"t_t","name":"${name}","instances":[{}]}]}`;

  test("a path given twice is read once, with a warning", async () => {
    const estate = await read(["a.json", "./a.json", "b.json"], {
      files: memoryFiles({ "a.json": state("a"), "./a.json": state("a"), "b.json": state("b") }),
    });
    expect(codes(estate).filter((c) => c === "EX0211")).toEqual(["EX0211"]);
    expect(estate.roots.map((r) => r.name)).toEqual(["a.json", "b.json"]);
    expect(natives(estate).map((n) => n.root)).toEqual(["a.json", "b.json"]);
  });

  test("roots of one argument are named relative to it, of several by its last segments that differ", async () => {
    const files = memoryFiles({
      "x/env/a.tfstate": state("a"),
      "x/env/sub/b.tfstate": state("b"),
      "y/env/c.tfstate": state("c"),
    });
    expect((await read("x/env", { files })).roots.map((r) => r.name)).toEqual(["a.tfstate", "sub/b.tfstate"]);
    expect((await read(["x/env", "y/env"], { files })).roots.map((r) => r.name)).toEqual([
      "x/env/a.tfstate",
      "x/env/sub/b.tfstate",
      "y/env/c.tfstate",
    ]);
    expect((await read("x/env/a.tfstate", { files })).roots.map((r) => r.name)).toEqual(["."]);
  });

  test("the digest follows the content, not where it lies", async () => {
    const digest = async (content: string, path: string) =>
      (await read(path, { files: memoryFiles({ [path]: content }) })).source.digest;
    expect(await digest(state("a"), "one.json")).toBe(await digest(state("a"), "two.json"));
    expect(await digest(state("a"), "one.json")).not.toBe(await digest(state("b"), "one.json"));
  });

  test("one file of several that cannot be read leaves the others", async () => {
    const estate = await read(["a.json", "b.json"], { files: memoryFiles({ "a.json": "{", "b.json": state("b") }) });
    expect([natives(estate).length, estate.complete]).toEqual([1, false]);
  });
});

describe("a folder of code", () => {
  test("leaves plans and states beside it alone, and says so", async () => {
    const estate = await read(SHOP);
    expect(estate.source.kind).toBe("hcl");
    const managed = natives(estate).flatMap((n) => (n.mode === "managed" ? [n.address] : []));
    expect(managed.sort()).toEqual(MANAGED);
    expect(codes(estate).filter((c) => c === "EX0213").length).toBe(4);
  });

  test("that describes resources in another form too says so: none of it is counted", async () => {
    const template = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";
    const files = memoryFiles({
      ...{ "code/main.tf": 'resource "x_y" "a" {}', "code/a/Pulumi.yaml": "name: a", "code/b/Pulumi.yaml": "name: b" },
      ...{
        "code/cloudformation/net.yaml": template,
        "code/templates/mail.yaml": "subject: hello",
        "code/app.yaml": "a: 1",
        // Of a plain name, whatever it is.
        "code/stack.yml": `# Made by hand\nAWSTemplateFormatVersion: "2010-09-09"\n${template}`,
        "code/net/params.json": '{"Description":"net","Resources":{"B":{"Type":"AWS::S3::Bucket"}}}',
        "code/net/broken.yml": { code: "EACCES" },
        "code/ci.yml": "script: |\n  # AWSTemplateFormatVersion: is what templates begin with\n",
        // A template inside a plan, a state or a value of something else is a text.
        "code/old.tfstate.json": '{"version":4,"serial":1,"lineage":"l","resources":[{"x":"Type: AWS::"}]}',
        "code/note.json": JSON.stringify({ body: JSON.stringify({ Resources: { B: { Type: "AWS::S3::Bucket" } } }) }),
      },
      ...{ "code/api/serverless.yml": "service: api", "code/.hidden/cdk.json": "{}" },
    });
    const estate = await read("code", { files });
    expect([natives(estate).length, estate.complete]).toEqual([1, false]);
    expect(
      estate.diagnostics.map((d) => [d.code, d.source?.file, /described in (.*?) is/.exec(d.detail)?.[1]]),
    ).toEqual([
      ["EX0225", "code/a/Pulumi.yaml", "Pulumi"],
      ["EX0225", "code/api/serverless.yml", "the Serverless Framework"],
      ["EX0225", "code/b/Pulumi.yaml", "Pulumi"],
      ["EX0225", "code/cloudformation/net.yaml", "CloudFormation"],
      ["EX0225", "code/net/params.json", "CloudFormation"],
      ["EX0213", "code/old.tfstate.json", undefined],
      ["EX0225", "code/stack.yml", "CloudFormation"],
    ]);
  });

  test("that has only helpers beside it is whole: pipelines, settings, objects of a cluster", async () => {
    const files = memoryFiles({
      "code/main.tf": 'resource "x_y" "a" {}',
      "code/.github/workflows/ci.yml": "on: push\n",
      "code/k8s/app.yaml": "apiVersion: v1\nkind: Service\n",
      "code/package.json": '{"name":"x","version":"1.0.0"}',
      "code/docker-compose.yml": "services: {}\n",
    });
    const estate = await read("code", { files });
    expect([estate.complete, codes(estate)]).toEqual([true, []]);
  });

  test("with a plan laid over it has positions and edges of the code, values of the plan", async () => {
    const estate = await read(SHOP, { overlayPlan: `${SHOP}/plan-noop.json` });
    const object = native(estate, 'module.database["a"].aws_s3_bucket_object.o["1"]');
    expect(object.at).toEqual({ file: `${SHOP}/database/main.tf`, line: expect.any(Number) });
    expect(native(estate, "aws_s3_bucket_policy.p").args["policy"]).toContain("2012-10-17");
    expect(native(estate, "aws_s3_bucket_policy.p").lifecycle).toEqual({ preventDestroy: true });
    expect(native(estate, "aws_s3_bucket_lifecycle_configuration.l").configured).toContain("rule.expiration.days");
    expect(edges(estate, "aws_s3_bucket_lifecycle_configuration.l2")).toContain("rule.0.id → aws_s3_bucket.logs.arn");
    expect(JSON.stringify(estate)).not.toContain("not-a-real-password");
    expect([estate.complete, natives(estate).length]).toEqual([true, MANAGED.length + 1]);
  });

  test("has no use for a file of variables where there is no code, and says so", async () => {
    const files = memoryFiles({ "p.json": text("plan.json") });
    const estate = await read("p.json", { files, varFiles: ["a.tfvars"] });
    expect(estate.diagnostics).toMatchObject([{ code: "EX0224", severity: "warning", source: { file: "a.tfvars" } }]);
    expect(estate.complete).toBe(true);
  });

  test("that the plan does not belong to is read without it", async () => {
    const files = memoryFiles({
      "code/main.tf": 'resource "t_t" "other" {}',
      "p.json": text("plan.json"),
    });
    const estate = await read("code", { files, overlayPlan: "p.json" });
    expect(codes(estate)).toContain("EX0220");
    expect([natives(estate).length, estate.complete]).toEqual([1, false]);
  });

  test("written by CDK for Terraform is one root per stack", async () => {
    const stack = JSON.stringify({ resource: { aws_s3_bucket: { b: { bucket: "x" } } } });
    const files = memoryFiles({
      "app/cdktf.out/manifest.json": "{}",
      "app/cdktf.out/stacks/one/cdk.tf.json": stack,
      "app/cdktf.out/stacks/two/cdk.tf.json": stack,
    });
    const estate = await read("app", { files });
    expect(estate.roots.map((r) => [r.name, r.form])).toEqual([
      ["cdktf.out/stacks/one", "cdktf"],
      ["cdktf.out/stacks/two", "cdktf"],
    ]);
    expect(natives(estate).map((n) => n.root)).toEqual(estate.roots.map((r) => r.name));
  });

  test("is named by its folder, not by one of its files", async () => {
    const files = memoryFiles({ "code/main.tf": 'resource "t_t" "x" {}' });
    expect(codes(await read("code/main.tf", { files }))).toEqual(["EX0210", "EX0201"].sort());
  });
});
