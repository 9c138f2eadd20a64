import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { exeat, SHOP, spawned, temporary } from "./exeat.ts";

const folder = temporary();
const bucket = (name: string) => ({
  address: `aws_s3_bucket.${name}`,
  mode: "managed",
  type: "aws_s3_bucket",
  name,
  provider_name: "hashicorp/aws",
  values: { bucket: `bucket-${name}` },
});
const plan = (...names: string[]) =>
  JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.12.6",
    planned_values: { root_module: { resources: names.map(bucket) } },
  });
const PLAN = plan("a");
const TWO_BUCKETS = plan("a", "b");
const BUCKET = 'resource "aws_s3_bucket" "NAME" {\n  bucket = "bucket-NAME"\n}\n';

interface Input {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Default: the folder. */
  readonly paths?: readonly string[];
  readonly code: 0 | 2;
  readonly complete: boolean;
  readonly says: RegExp;
  /** Natives counted nevertheless. */
  readonly natives: number;
}

const inputs: Readonly<Record<string, Input>> = {
  "JSON that was cut off": {
    files: { "plan.json": TWO_BUCKETS.slice(0, -40) },
    paths: ["plan.json"],
    code: 0,
    complete: false,
    says: /error\[EX0203\]: JSON is cut off\n {2}at .*plan\.json:1\n/,
    natives: 1,
  },
  "a plan that lists a resource twice": {
    files: { "plan.json": plan("a", "b", "a") },
    paths: ["plan.json"],
    code: 0,
    complete: false,
    says: /error\[EX0218\].*twice\n {2}at .*plan\.json, aws_s3_bucket\.a\n/,
    natives: 2,
  },
  "a plan with arguments named like what every object has": {
    files: {
      "plan.json": PLAN.replace(
        '"values":{',
        '"values":{"constructor":[{"toString":[{}]}],"cors_rule":[{"valueOf":{}}],',
      ),
    },
    paths: ["plan.json"],
    code: 0,
    complete: true,
    says: /^/,
    natives: 1,
  },
  "a binary file": {
    files: { "plan.json": Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64, 0x90)]) },
    paths: ["plan.json"],
    code: 2,
    complete: false,
    says: /error\[EX0204\]: A binary file was given[\s\S]*error\[EX0201\]/,
    natives: 0,
  },
  "a compressed plan": {
    files: { "plan.gz": gzipSync(PLAN) },
    paths: ["plan.gz"],
    code: 2,
    complete: false,
    says: /EX0205/,
    natives: 0,
  },
  "a plan in UTF-16": {
    files: { "plan.json": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAN, "utf16le")]) },
    paths: ["plan.json"],
    code: 0,
    complete: true,
    says: /warning\[EX0206\].*UTF-16/,
    natives: 1,
  },
  "a state of a version to come": {
    files: {
      "s.tfstate": '{"version": 9, "terraform_version": "9.0.0", "serial": 1, "lineage": "x", "resources": []}',
    },
    code: 2,
    complete: false,
    says: /error\[EX0207\].*version not known/,
    natives: 0,
  },
  "one broken file of fifty": {
    files: Object.fromEntries([
      ...Array.from({ length: 49 }, (_, i) => [`f${i}.tf`, BUCKET.replaceAll("NAME", `b${i}`)]),
      ["broken.tf", 'resource "aws_s3_bucket" "x" {\n  bucket = \n'],
    ]),
    code: 0,
    complete: false,
    says: /error\[EX01\d\d\].*\n {2}at .*broken\.tf:\d/,
    natives: 50,
  },
  "code of which no resource can be read": {
    files: {
      "main.tf": 'resource "aws_s3_bucket" "x" {\n  bucket = \n',
      "queue.tf": new Uint8Array([0, 255, 0, 128]),
      "variables.tf": 'variable "a" {}\n',
    },
    code: 2,
    complete: false,
    says: /error\[EX0101\][\s\S]*error\[EX0102\][\s\S]*error\[EX0201\]: Nothing could be read[\s\S]*Mend that/,
    natives: 1,
  },
  "a state that ends before its first resource": {
    files: { "s.tfstate": '{"version": 4, "terraform_version": "1.9.0", "resources": [' },
    code: 2,
    complete: false,
    says: /error\[EX0203\]: JSON is cut off[\s\S]*error\[EX0201\]: Nothing could be read/,
    natives: 0,
  },
  "modules in a circle": {
    files: {
      "main.tf": `module "a" {\n  source = "./a"\n}\n${BUCKET}`,
      "a/main.tf": 'module "b" {\n  source = "../a"\n}\n',
    },
    code: 0,
    complete: false,
    says: /\[EX01\d\d\].*\n {2}at .*main\.tf:\d/,
    natives: 1,
  },
  "locals in a circle": {
    files: {
      "main.tf": `locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_s3_bucket" "x" {\n  bucket = local.a\n}\n`,
    },
    code: 0,
    complete: false,
    says: /\[EX01\d\d\].*\n {2}at .*main\.tf:\d/,
    natives: 1,
  },
  "an expression 3 000 levels deep beside another file": {
    files: {
      "deep.tf": `locals {\n  deep = ${"[".repeat(3000)}${"]".repeat(3000)}\n}\n`,
      "main.tf": BUCKET,
    },
    code: 0,
    complete: false,
    says: /\[EX01\d\d\].*\n {2}at .*deep\.tf/,
    natives: 1,
  },
  "a folder with nothing in it": { files: {}, code: 2, complete: false, says: /error\[EX0201\]/, natives: 0 },
  "a path that does not exist": {
    files: {},
    paths: ["nowhere"],
    code: 2,
    complete: false,
    says: /error\[EX0202\][\s\S]*It does not exist/,
    natives: 0,
  },
  "a folder given twice": {
    files: { "main.tf": BUCKET },
    paths: [".", "."],
    code: 0,
    complete: true,
    says: /warning\[EX0211\]/,
    natives: 1,
  },
  "for_each over what nobody knows": {
    files: {
      "main.tf": `variable "names" {\n  type = set(string)\n}\nresource "aws_s3_bucket" "x" {\n  for_each = var.names\n  bucket   = each.key\n}\n`,
    },
    code: 0,
    complete: false,
    says: /warning\[EX0110\].*not known\n {2}at .*main\.tf:5/,
    natives: 1,
  },
  "code without a resource": {
    files: { "main.tf": "locals {\n  a = 1\n}\n" },
    code: 0,
    complete: true,
    says: /^$/,
    natives: 0,
  },
};

function write(name: string, files: Input["files"]): string {
  const at = join(folder, name.replaceAll(/\W+/g, "-"));
  mkdirSync(at);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(at, path, ".."), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  return at;
}

test("every command that reads ends alike where nothing could be read", async () => {
  const at = write("unreadable", { "main.tf": 'resource "aws_s3_bucket" "x" {\n  bucket = \n' });
  for (const words of [
    ["inventory", at],
    ["adopt", at],
    ["assess", at, "--to", "ovh"],
    ["plan", at, "--to", "ovh", "--out", join(folder, "unreadable-plan")],
    ["diff", at, "--to", "ovh"],
    ["diff", at, SHOP, "--to", "ovh"],
    ["diff", SHOP, at, "--to", "ovh"],
    ["facts", "init", at],
  ]) {
    const { code, err } = await exeat(words);
    expect([words, code, err]).toEqual([words, 2, expect.stringMatching(/EX0101[\s\S]*Nothing could be read/)]);
  }
});

test.each([
  "text",
  "markdown",
])("a path that is not there: the cause comes first, and no inventory, as %s", async (format) => {
  const out = join(folder, `nowhere.${format}`);
  const words = ["inventory", join(folder, "nowhere"), "--format", format];
  const ran = await exeat(words, { terminal: true });
  expect([ran.code, ran.out]).toEqual([2, ""]);
  const says = ["error[EX0202]", "It does not exist. Check the path.", "error[EX0201]"].map((text) =>
    ran.err.indexOf(text),
  );
  expect(says.includes(-1)).toBe(false);
  expect(says).toEqual([...says].sort((a, b) => a - b));
  expect([(await exeat([...words, "--out", out])).code, existsSync(out)]).toEqual([2, false]);
});

describe("bad input is a diagnostic with its place, the rest is read", () => {
  test.each(Object.entries(inputs))("%s", async (name, { files, paths = ["."], code, complete, says, natives }) => {
    const at = write(name, files);
    const named = paths.map((path) => join(at, path));
    const json = await exeat(["inventory", ...named, "--format", "json"]);
    expect([json.code, json.err]).toEqual([code, expect.stringMatching(says)]);
    const result = JSON.parse(json.out);
    expect([result.complete, result.counts.natives]).toEqual([complete, natives]);
    for (const { detail, severity } of result.diagnostics) {
      expect(detail.length).toBeGreaterThan(20);
      expect(["error", "warning", "info"]).toContain(severity);
    }
    const { out, err } = await exeat(["inventory", ...named]);
    expect(code === 2 ? out === "" : out.startsWith("complete: false") === !complete).toBe(true);
    expect(err).toBe(json.err);
    const planned = await exeat(["plan", ...named, "--to", "scaleway", "--format", "json"]);
    expect([planned.code, planned.err]).toEqual([code, expect.not.stringMatching(/internal error/)]);
    const assessed = await exeat(["assess", ...named, "--to", "scaleway", "--format", "json"]);
    expect([assessed.code, assessed.out === ""]).toEqual([code, code === 2]);
    expect(json.err + assessed.err).not.toMatch(/internal error|\n +at .*\.ts:\d/);
  });

  test("a link that leads round in a circle", async () => {
    const at = write("circle", { "main.tf": BUCKET });
    symlinkSync(at, join(at, "again"));
    const { code, out } = await exeat(["inventory", at, "--format", "json"]);
    expect([code, JSON.parse(out).counts.natives]).toEqual([0, 1]);
  });

  test("a link that leads nowhere and is named like code is said to be left out", async () => {
    const at = join(folder, "dangling");
    mkdirSync(at);
    writeFileSync(join(at, "main.tf"), BUCKET);
    symlinkSync(join(at, "nowhere"), join(at, "gone.tf"));
    const { code, out } = await exeat(["inventory", at, "--format", "json"]);
    const { complete, counts, diagnostics } = JSON.parse(out);
    expect([code, complete, counts.natives]).toEqual([0, false, 1]);
    expect(diagnostics).toMatchObject([{ code: "EX0104", source: { file: join(at, "gone.tf") } }]);
  });

  test("a resource whose type is named like what every object has is one of no provider that is left", async () => {
    const at = join(folder, "types");
    mkdirSync(at);
    writeFileSync(join(at, "main.tf"), `${BUCKET}resource "toString" "a" {}\nresource "__proto__" "b" {}\n`);
    const { code, out } = await exeat(["assess", at, "--to", "scaleway", "--format", "json"]);
    const { natives, recognised, elsewhere } = JSON.parse(out).counts;
    expect([code, natives, recognised, elsewhere]).toEqual([0, 3, 1, 2]);
  });

  test("a pipe that the shell named is there, and is no file", async () => {
    const { code, err } = await spawned(["inventory", "/dev/fd/0"], { stdin: PLAN });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/error\[EX0202\].*\n.*\n.*neither a file nor a folder.*pipe/),
    ]);
  });

  test("a plan through a pipe, whole and cut off", async () => {
    const whole = await exeat(["inventory", "-", "--format", "json"], { stdin: PLAN });
    expect([whole.code, JSON.parse(whole.out).complete, JSON.parse(whole.out).counts.natives]).toEqual([0, true, 1]);
    const cut = await exeat(["inventory", "-", "--format", "json"], { stdin: PLAN.slice(0, 40) });
    expect([cut.code, JSON.parse(cut.out).complete]).toEqual([expect.any(Number), false]);
    expect(cut.err).toMatch(/EX0203/);
  });
});

describe("facts that are wrong", () => {
  const facts = (text: string) => {
    const file = join(folder, `facts-${text.length}.yaml`);
    writeFileSync(file, text);
    return exeat(["assess", SHOP, "--to", "scaleway", "--facts", file]);
  };

  test.each<[string, string, RegExp]>([
    [
      "a field that does not exist",
      "team:\n  peple: 3\n",
      /error\[EX0505\].*\n {2}at .*facts.*:2\n.*Did you mean `people`/,
    ],
    ["a value of the wrong kind", "deadlineDays: soon\n", /error\[EX0507\].*\n {2}at .*:1\n/],
    ["text that is no YAML", "team: [1\n", /error\[EX0503\]/],
  ])("%s: no number is made of them", async (_title, text, says) => {
    expect(await facts(text)).toEqual({ code: 2, out: "", err: expect.stringMatching(says) });
  });

  test("a file that is not there", async () => {
    const { code, err } = await exeat(["assess", SHOP, "--to", "scaleway", "--facts", join(folder, "no.yaml")]);
    expect([code, err]).toEqual([2, expect.stringMatching(/error\[EX0202\]/)]);
  });

  test("a component or factor nobody knows is a warning with its line", async () => {
    const { code, err } = await facts(
      "components:\n  aws_db_instance.order:\n    gib: 3\nfactors:\n  moonPhase: full\n",
    );
    expect(code).toBe(0);
    expect(err).toMatch(/warning\[EX0003\].*\n {2}at .*:2\n.*Did you mean `aws_db_instance.orders`/);
    expect(err).toMatch(/at .*:5\n.*moonPhase/);
  });

  test("facts that are right narrow the ranges", async () => {
    const effort = async (...more: string[]) =>
      JSON.parse((await exeat(["assess", SHOP, "--to", "scaleway", "--format", "json", ...more])).out).effort;
    const [without, stated] = [await effort(), await effort("--facts", join(SHOP, "exeat.yaml"))];
    expect(stated.p95 - stated.p10).toBeLessThan(without.p95 - without.p10);
  });
});
