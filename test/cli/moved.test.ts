import { cpSync, globSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Change } from "../../assessment/change.ts";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
let made = 0;

/** A folder of code: files by path. */
function code(files: Readonly<Record<string, string>>): string {
  const root = join(folder, String(made++));
  for (const [path, text] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(join(at, ".."), { recursive: true });
    writeFileSync(at, text);
  }
  return root;
}

async function changeOf(base: string, head: string, more: readonly string[] = []): Promise<Change> {
  const { code, out, err } = await exeat(["diff", base, head, "--to", "scaleway", "--format", "json", ...more]);
  expect([err, code]).toEqual([expect.any(String), 0]);
  return Change.parse(JSON.parse(out));
}

const changed = (c: Change) => c.components.map((one) => `${one.change} ${one.id}`);
/** Nothing at all has changed. */
function expectSame(c: Change): void {
  expect([changed(c), c.types, c.findings.filter((f) => f.state !== "existing")]).toEqual([[], [], []]);
  expect(c.effort.before).toEqual(c.effort.after);
}

function expectNone(c: Change): void {
  expectSame(c);
  expect(c.unchanged).toBeGreaterThan(0);
}

const bucket = (name: string, more = "") => `resource "aws_s3_bucket" "${name}" {\n  bucket = "files"\n${more}}\n`;
const around = (bucketName: string) => `
resource "aws_kms_key" "k" {
  description = aws_s3_bucket.${bucketName}.bucket_domain_name
}
resource "aws_s3_bucket_versioning" "v" {
  bucket = aws_s3_bucket.${bucketName}.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_db_instance" "orders" {
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = "db.t3.medium"
  username       = aws_s3_bucket.${bucketName}.hosted_zone_id
}
`;
const move = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;

describe("what is moved and nothing else is no change", () => {
  const base = code({ "main.tf": bucket("a") + around("a") });

  test("a resource, with all that refers to it", async () => {
    const head = code({ "main.tf": bucket("b") + around("b") + move("aws_s3_bucket.a", "aws_s3_bucket.b") });
    expectNone(await changeOf(base, head));
  });

  test("a chain of moves, in any order", async () => {
    const chain = move("aws_s3_bucket.b", "aws_s3_bucket.c") + move("aws_s3_bucket.a", "aws_s3_bucket.b");
    expectNone(await changeOf(base, code({ "main.tf": bucket("c") + around("c") + chain })));
  });

  test("in JSON, where addresses are text", async () => {
    const json = JSON.stringify({ moved: [{ from: "aws_s3_bucket.a", to: "aws_s3_bucket.b" }] });
    expectNone(await changeOf(base, code({ "main.tf": bucket("b") + around("b"), "moved.tf.json": json })));
  });

  test("into a module, and a module that is renamed with what stands in it", async () => {
    const simple = code({ "main.tf": bucket("a") });
    const within = (name: string, moves: string) =>
      code({ "main.tf": `module "${name}" {\n  source = "./m"\n}\n${moves}`, "m/main.tf": bucket("a") + around("a") });
    const whole = ["aws_kms_key.k", "aws_s3_bucket_versioning.v", "aws_db_instance.orders", "aws_s3_bucket.a"];
    const into = within("files", whole.map((at) => move(at, `module.files.${at}`)).join(""));
    expectNone(await changeOf(base, into));
    expectNone(await changeOf(into, within("data", move("module.files", "module.data"))));
    const one = code({
      "main.tf": `module "m" {\n  source = "./m"\n}\n${move("aws_s3_bucket.a", "module.m.aws_s3_bucket.b")}`,
      "m/main.tf": bucket("b"),
    });
    expectNone(await changeOf(simple, one));
  });

  test("a module that becomes one instance of several, and back", async () => {
    const called = (more: string) =>
      code({ "main.tf": `module "m" {\n  source = "./m"\n${more}}\n`, "m/main.tf": bucket("a") + around("a") });
    const each = '  for_each = toset(["x"])\n';
    const keyed = called(`${each}}\n${move("module.m", 'module.m["x"]')}locals {\n`);
    expectNone(await changeOf(called(""), keyed));
    expectNone(await changeOf(called(each), called(`}\n${move('module.m["x"]', "module.m")}locals {\n`)));
  });

  test("within a module, in each of its instances", async () => {
    const calls = 'module "m" {\n  source = "./m"\n  for_each = toset(["x", "y.z"])\n}\n';
    const was = code({ "main.tf": calls, "m/main.tf": bucket("a") + around("a") });
    const is = bucket("b") + around("b") + move("aws_s3_bucket.a", "aws_s3_bucket.b");
    expectNone(await changeOf(was, code({ "main.tf": calls, "m/main.tf": is })));
  });

  test("instances: count to for_each, one by one; a single one that gets a count, without a word", async () => {
    const counted = code({ "main.tf": bucket("a", "  count = 2\n") });
    const each = bucket("a", '  for_each = toset(["x", "y"])\n');
    const keys =
      move("aws_s3_bucket.a[0]", 'aws_s3_bucket.a["x"]') + move("aws_s3_bucket.a[1]", 'aws_s3_bucket.a["y"]');
    expectNone(await changeOf(counted, code({ "main.tf": each + keys })));
    const renamed = bucket("b", "  count = 2\n") + move("aws_s3_bucket.a", "aws_s3_bucket.b");
    expectNone(await changeOf(counted, code({ "main.tf": renamed })));
    const single = code({ "main.tf": bucket("a") });
    const first = code({ "main.tf": bucket("a", "  count = 1\n") });
    expectNone(await changeOf(single, first));
    expectNone(await changeOf(first, single));
  });

  test("as a plan says it", async () => {
    const plan = (name: string, more: object) => {
      const resource = { mode: "managed", type: "aws_s3_bucket", name, address: `aws_s3_bucket.${name}` };
      const provider = "registry.example/hashicorp/aws";
      return JSON.stringify({
        format_version: "1.2",
        planned_values: { root_module: { resources: [{ ...resource, provider_name: provider, values: {} }] } },
        resource_changes: [
          { ...resource, provider_name: provider, change: { actions: ["no-op"], after: {} }, ...more },
        ],
        configuration: {},
      });
    };
    const was = join(code({ "plan.json": plan("a", {}) }), "plan.json");
    const is = join(code({ "plan.json": plan("b", { previous_address: "aws_s3_bucket.a" }) }), "plan.json");
    expectNone(await changeOf(was, is));
  });
});

describe("what has not left its address is no change, whatever moves say", () => {
  // A key that nobody can evaluate: the address has none, and the move names one.
  const unknownCount = (more = "") =>
    code({
      "main.tf": `variable "on" {}\nmodule "eu" {\n  source = "./m"\n  count  = var.on ? 1 : 0\n}\nmodule "us" {\n  source = "./m"\n}\n${move("module.eu", "module.eu[0]")}${more}`,
      "m/main.tf": `resource "random_id" "r" {\n  byte_length = 4\n}
data "aws_route53_zone" "z" {\n  name = "example.org"\n}
module "absent" {\n  source = "./nowhere"\n}
resource "aws_route53_record" "r" {\n  zone_id = data.aws_route53_zone.z.zone_id\n  name    = module.absent.name\n  type    = "A"\n  ttl     = 60\n  records = ["10.0.0.1"]\n}\n`,
    });

  test("a module with an unknown count, the resources of any provider, data sources and holes in it", async () => {
    expectNone(await changeOf(unknownCount(), unknownCount()));
  });

  test("nor is it where something else is moved", async () => {
    expectNone(
      await changeOf(unknownCount(bucket("a")), unknownCount(bucket("b") + move("aws_s3_bucket.a", "aws_s3_bucket.b"))),
    );
  });
});

/** Every folder of code below one. */
const folders = (path: string) => [
  ...new Set(globSync(join(path, "**/*.{tf,tofu,tf.json}"), { exclude: (p) => p.includes(".terraform") }).map(dirname)),
];

describe("between an estate and itself has changed", () => {
  const fixtures = [SHOP, ...globSync(join(SHOP, "../../test/fixtures/{estates,hcl}/*"))].filter(
    (path) => folders(path).length > 0,
  );

  test.each(
    fixtures.map((path) => [basename(path), path]),
  )("%s: nothing, and nothing where only one other resource is renamed", async (_, path) => {
    // A fixture may be of no cloud at all.
    const from = ["--from", "aws"];
    const itself = await changeOf(path, path, from);
    expectSame(itself);
    const renamed = (name: string, more = "") => {
      const copy = join(folder, String(made++));
      cpSync(path, copy, { recursive: true });
      for (const at of folders(copy)) writeFileSync(join(at, "renamed.tf"), bucket(name) + more);
      return copy;
    };
    const moves = move("aws_s3_bucket.before_it", "aws_s3_bucket.after_it");
    expectSame(await changeOf(renamed("before_it"), renamed("after_it", moves), from));
  });

  test.each(
    globSync(join(SHOP, "../../test/fixtures/real/*.json")).map((path) => [basename(path), path]),
  )("%s: nothing", async (_, path) => {
    expectSame(await changeOf(path, path));
  });
});

describe("a move covers nothing else", () => {
  const base = code({ "main.tf": bucket("a") });

  test("what also changed is changed, under its new address", async () => {
    const head = bucket("b", "  force_destroy = true\n  object_lock_enabled = true\n");
    const change = await changeOf(base, code({ "main.tf": head + move("aws_s3_bucket.a", "aws_s3_bucket.b") }));
    expect(changed(change)).toEqual(["changed .:aws_s3_bucket.b"]);
  });

  test("an address that is taken, one that is still there, another type", async () => {
    const both = code({ "main.tf": bucket("a") + bucket("b") });
    const moves = move("aws_s3_bucket.a", "aws_s3_bucket.b");
    expect(changed(await changeOf(both, code({ "main.tf": bucket("b") + moves })))).toEqual([
      "removed .:aws_s3_bucket.a",
    ]);
    expect(changed(await changeOf(base, code({ "main.tf": bucket("a") + bucket("b") + moves })))).toEqual([
      "added .:aws_s3_bucket.b",
    ]);
    const other = `resource "aws_db_instance" "d" {\n  engine = "postgres"\n}\n${move("aws_s3_bucket.a", "aws_db_instance.d")}`;
    expect(changed(await changeOf(base, code({ "main.tf": other })))).toEqual([
      "added .:aws_db_instance.d",
      "removed .:aws_s3_bucket.a",
    ]);
  });

  test("without one, a renamed resource is another", async () => {
    expect(changed(await changeOf(base, code({ "main.tf": bucket("b") })))).toEqual([
      "removed .:aws_s3_bucket.a",
      "added .:aws_s3_bucket.b",
    ]);
  });
});
