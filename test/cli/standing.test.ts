import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const folder = temporary();
const GOOGLE =
  'resource "google_sql_database_instance" "orders" {}\nresource "google_storage_bucket" "files" {\n  name = "files"\n}\n';
const AZURE = 'resource "azurerm_storage_account" "files" {}\n';
const AWS = 'resource "aws_s3_bucket" "files" {\n  bucket = "files"\n}\n';
const TOOLS = 'resource "random_id" "a" {\n  byte_length = 4\n}\nresource "null_resource" "b" {}\n';

function code(name: string, text: string): string {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "main.tf"), text);
  return at;
}

const assess = (at: string, ...more: string[]) => exeat(["assess", at, "--to", "ovh", "--format", "json", ...more]);

describe("an estate at a cloud that is not read", () => {
  test.each([
    ["of Google", GOOGLE, "google (2)"],
    ["of Azure, with tools beside it", AZURE + TOOLS, "azurerm (1), null (1), random (1)"],
    ["of a registry's module", 'module "m" {\n  source = "terraform-google-modules/network/google"\n}\n', "google (1)"],
    ["of services that are no cloud", 'resource "helm_release" "a" {}\n', "helm (1)"],
  ])("%s is refused, with the providers and the remedy", async (name, text, providers) => {
    const at = code(name, text);
    for (const words of [
      ["assess", at, "--to", "ovh"],
      ["inventory", at],
      ["plan", at, "--to", "ovh"],
      ["adopt", at],
    ]) {
      const { code, out, err } = await exeat(words);
      expect([words[0], code, out]).toEqual([words[0], 2, ""]);
      expect(err).toContain("error[EX0023]: No resource belongs to a cloud that is read");
      expect(err).toContain(`All belong to other providers: ${providers}. What is read is aws, ovh, scaleway, vmware:`);
      expect(err).toContain("--from");
    }
  });

  test("in JSON it is not complete", async () => {
    const { code: exit, out } = await exeat(["inventory", code("json", GOOGLE), "--format", "json"]);
    const { complete, counts, diagnostics } = JSON.parse(out);
    expect([exit, complete, counts.elsewhere]).toEqual([2, false, 2]);
    expect(diagnostics).toMatchObject([{ code: "EX0023", severity: "error" }]);
  });

  test("is read as what has nothing at the cloud that is named, and said to be left out", async () => {
    const { code: exit, out } = await assess(code("named", GOOGLE), "--from", "aws");
    const { counts, diagnostics } = JSON.parse(out);
    expect([exit, counts.recognised, counts.elsewhere]).toEqual([0, 0, 2]);
    expect(diagnostics).toMatchObject([{ code: "EX0025", detail: expect.stringContaining("google (2)") }]);
  });

  test("of which a change is all, is judged as leaving the cloud of its base", async () => {
    const [aws, google] = [code("base", AWS), code("head", GOOGLE)];
    const { code: exit, out } = await exeat(["diff", aws, google, "--to", "ovh", "--format", "json"]);
    const change = JSON.parse(out);
    expect([exit, change.components[0]?.change]).toEqual([0, "removed"]);
    expect(change.diagnostics.map((d: { code: string }) => d.code)).toContain("EX0025");
    for (const [base, head] of [
      [google, google],
      [code("nothing", ""), google],
    ] as const) {
      expect(await exeat(["diff", base, head, "--to", "ovh"])).toMatchObject({
        code: 2,
        err: expect.stringContaining("EX0023"),
      });
    }
  });
});

describe("beside the cloud that is left", () => {
  test("another one is said not to be assessed", async () => {
    const { out } = await assess(code("both", AWS + GOOGLE + TOOLS));
    const { source, complete, diagnostics } = JSON.parse(out);
    expect([source.cloud, complete]).toEqual(["aws", true]);
    const { code: is, detail } = diagnostics.find((d: { code: string }) => d.code === "EX0025");
    expect([is, detail]).toEqual(["EX0025", expect.stringContaining("no figure is of them: google (2). Amazon")]);
  });

  test("so is another one that is known", async () => {
    const bucket = 'resource "scaleway_object_bucket" "b" {\n  name = "b"\n}\n';
    const { out } = await assess(code("known", AWS + bucket + AWS.replaceAll("files", "more")));
    expect(JSON.parse(out).diagnostics).toMatchObject([
      { code: "EX0025", detail: expect.stringContaining("scaleway (1)") },
    ]);
  });

  test("tools and services that are no cloud are only counted", async () => {
    const { out } = await assess(code("tools", `${AWS + TOOLS}resource "helm_release" "a" {}\n`));
    expect(JSON.parse(out).diagnostics).toEqual([]);
  });
});

test("where nothing stands at any cloud there is nothing to leave, and that is said", async () => {
  const { code: exit, out } = await assess(code("random", TOOLS));
  const { components, complete, diagnostics } = JSON.parse(out);
  expect([exit, components, complete]).toEqual([0, [], true]);
  expect(diagnostics).toMatchObject([
    { code: "EX0024", severity: "warning", detail: expect.stringContaining("null (1), random (1)") },
  ]);
  expect(await assess(code("none", ""))).toMatchObject({ code: 0, err: "" });
});

test("what cannot be evaluated or is not here still says its cloud", async () => {
  const empty = 'resource "scaleway_object_bucket" "b" {\n  count = 0\n}\n';
  const absent = 'module "m" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n';
  for (const [name, text, cloud] of [
    ["empty", empty + TOOLS, "scaleway"],
    ["absent", GOOGLE + absent, "aws"],
  ] as const) {
    const { code: exit, out } = await assess(code(name, text));
    expect([exit, JSON.parse(out).source.cloud]).toEqual([0, cloud]);
  }
});

test("what the Cloud Control provider makes stands at AWS: of unknown type, and no code asks for that provider", async () => {
  const at = code("cloud-control", `${AWS}resource "awscc_rds_db_instance" "d" {\n  engine = "oracle-ee"\n}\n`);
  const { counts, unknown, elsewhere } = JSON.parse((await exeat(["inventory", at, "--format", "json"])).out);
  expect([counts.elsewhere, elsewhere, unknown]).toMatchObject([0, [], [{ type: "awscc_rds_db_instance", count: 1 }]]);
  const alone = code("cloud-control-alone", 'resource "awscc_rds_db_instance" "d" {}\n');
  expect(JSON.parse((await assess(alone)).out)).toMatchObject({ source: { cloud: "aws" }, counts: { unknown: 1 } });
  const { diagnostics } = JSON.parse((await assess(at, "--from", "scaleway")).out);
  expect(diagnostics).toMatchObject([{ code: "EX0025", detail: expect.stringContaining("aws (1), awscc (1)") }]);
  const out = join(folder, "cloud-control-code");
  const adopted = join(folder, "cloud-control.yaml");
  expect((await exeat(["adopt", at, "--out", adopted])).code).toBe(0);
  expect((await exeat(["synth", adopted, "--to", "aws", "--out", out])).code).toBe(0);
  expect(readFileSync(join(out, "cdk.tf.json"), "utf8")).not.toContain("awscc");
});
