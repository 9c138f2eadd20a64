import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Change } from "../../assessment/change.ts";
import { exeat, temporary } from "./exeat.ts";

const folder = temporary();
let made = 0;

function code(files: Readonly<Record<string, string>>): string {
  const root = join(folder, String(made++));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const KEPT = 'resource "aws_s3_bucket" "kept" {\n  bucket = "kept"\n}\n';
const CALL = 'module "files" {\n  source = "./m"\n  name   = "files"\n}\n';
const MODULE = `variable "name" {}
resource "aws_s3_bucket" "b" {
  bucket = var.name
}
resource "aws_s3_bucket_notification" "n" {
  bucket = aws_s3_bucket.b.id
  queue {
    queue_arn = "arn:aws:sqs:eu-west-3:111122223333:q"
    events    = ["s3:ObjectCreated:*"]
  }
}
`;
const called = code({ "main.tf": KEPT + CALL, "m/main.tf": MODULE });
const uncalled = code({ "main.tf": KEPT, "m/main.tf": MODULE });
const CODE = "EX0026";

async function changeOf(base: string, head: string): Promise<Change & { readonly exit: number | null }> {
  const words = ["diff", base, head, "--to", "ovh", "--format", "json", "--fail-on", "new-blocking-loss,new-loss"];
  const { code: exit, out } = await exeat(words);
  return { ...Change.parse(JSON.parse(out)), exit };
}

const changed = (c: Change) => c.components.map((one) => `${one.change} ${one.id}`);
const codes = (c: Change) => c.diagnostics.map((d) => d.code);

describe("a module that one side of a change calls and the other does not", () => {
  test("a call that goes is no new loss, though its folder stays, and that is said", async () => {
    const change = await changeOf(called, uncalled);
    expect([change.exit, changed(change)]).toEqual([0, ["removed .:module.files.aws_s3_bucket.b"]]);
    expect(change.findings.map((f) => f.state)).not.toContain("new");
    expect(change.effort.change.p80).toBeLessThan(0);
    expect(change.diagnostics).toMatchObject([
      { code: CODE, severity: "warning", source: { file: join(uncalled, "m") } },
    ]);
  });

  test("a call that comes is new work, and none that the base had before", async () => {
    const change = await changeOf(uncalled, called);
    expect([change.exit, changed(change)]).toEqual([1, ["added .:module.files.aws_s3_bucket.b"]]);
    expect(change.effort.change.p80).toBeGreaterThan(0);
    expect(codes(change)).toEqual([CODE]);
  });

  test("so is what a module calls in its turn", async () => {
    const outer = { "m/main.tf": 'module "inner" {\n  source = "../n"\n  name   = "n"\n}\n', "n/main.tf": MODULE };
    const [base, head] = [code({ "main.tf": KEPT + CALL, ...outer }), code({ "main.tf": KEPT, ...outer })];
    expect(changed(await changeOf(base, head))).toEqual(["removed .:module.files.module.inner.aws_s3_bucket.b"]);
  });

  test.each([
    ["a backend", { "m/backend.tf": 'terraform {\n  backend "s3" {}\n}\n' }],
    ["values of its variables", { "m/terraform.tfvars": 'name = "files"\n' }],
    ["providers that were locked", { "m/.terraform.lock.hcl": "" }],
    ["Terragrunt", { "m/terragrunt.hcl": 'inputs = {\n  name = "files"\n}\n' }],
  ])("what is run by itself since, as %s says, is new work", async (_, more) => {
    const change = await changeOf(called, code({ "main.tf": KEPT, "m/main.tf": MODULE, ...more }));
    expect([change.exit, changed(change)]).toEqual([
      1,
      ["removed .:module.files.aws_s3_bucket.b", "added m:aws_s3_bucket.b"],
    ]);
    expect(codes(change)).not.toContain(CODE);
  });

  test("a folder that is new, and called by nobody, is new work", async () => {
    const change = await changeOf(code({ "main.tf": KEPT }), uncalled);
    expect([change.exit, changed(change)]).toEqual([1, ["added m:aws_s3_bucket.b"]]);
    expect(codes(change)).toEqual(["EX0119"]);
  });
});

describe("a module that nobody calls", () => {
  const read = async (files: Readonly<Record<string, string>>) => {
    const { out } = await exeat(["inventory", code(files), "--format", "json"]);
    const { counts, diagnostics } = JSON.parse(out);
    return { natives: counts.natives, codes: diagnostics.map((d: { code: string }) => d.code), diagnostics };
  };

  test("is read as a root, with a warning that names what a caller would give", async () => {
    const { natives, diagnostics } = await read({ "main.tf": KEPT, "m/main.tf": MODULE });
    expect(natives).toBe(3);
    expect(diagnostics).toMatchObject([{ code: "EX0119", detail: expect.stringContaining("no value for var.name.") }]);
  });

  test.each([
    ["the folder that was named", { "main.tf": MODULE }],
    ["one that configures its provider", { "m/main.tf": `provider "aws" {}\n${MODULE}` }],
    ["one that has all its values", { "m/main.tf": MODULE, "m/x.auto.tfvars": 'name = "files"\n' }],
    ["one whose variables have defaults", { "m/main.tf": MODULE.replace("{}", '{\n  default = "files"\n}') }],
  ])("is not said of %s", async (_, files) => {
    expect((await read(files as Record<string, string>)).codes).toEqual([]);
  });
});
