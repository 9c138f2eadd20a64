import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const folder = temporary(true);
const shop = join(folder, "shop");
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const facts = file("facts.yaml", "environments: 2\n");
const values = file("more.tfvars", 'name = "a"\n');
const waivers = file("waivers.yaml", "formatVersion: 1\nwaivers: []\n");
const history = file("history.csv", "name,actual,estimated\na,3,2\n");
const state = file("state.json", '{ "version": 4, "terraform_version": "1.9.0", "serial": 1, "resources": [] }\n');
const beside = join(shop, "terraform.tfstate");
writeFileSync(beside, '{ "version": 4, "terraform_version": "1.9.0", "serial": 1, "resources": [] }\n');
const workload = file("workload.yaml", readFileSync(STACK, "utf8"));
const baseline = join(folder, "baseline.json");
const DAY = ["--date", "2026-11-28"];
const change = ["diff", shop, shop, "--to", "ovh"];

/** What a command must not write over, with what it is called there. */
const REFUSED: readonly (readonly [what: string, path: string, words: readonly string[]])[] = [
  ["facts", facts, ["assess", shop, "--to", "ovh", "--facts", facts, "--out", facts]],
  ["facts that are asked for anew", facts, ["facts", "init", shop, "--facts", facts, "--out", facts, "--force"]],
  ["values of variables", values, ["inventory", shop, "--var-file", values, "--out", values]],
  ["waivers", waivers, [...change, "--waivers", waivers, ...DAY, "--out", waivers]],
  ["waivers, by a baseline", waivers, [...change, "--waivers", waivers, ...DAY, "--write-baseline", waivers]],
  ["a history", history, ["calibrate", history, "--out", history, "--force"]],
  ["the state that is read", state, ["inventory", state, "--out", state]],
  ["a state beside the code", beside, ["inventory", shop, "--out", beside]],
  ["code", join(shop, "database.tf"), ["assess", shop, "--to", "ovh", "--out", join(shop, "database.tf")]],
  ["code, by force", join(shop, "database.tf"), ["adopt", shop, "--out", join(shop, "database.tf"), "--force"]],
  ["code, by a baseline", join(shop, "database.tf"), [...change, "--write-baseline", join(shop, "database.tf")]],
  [
    "values beside the code",
    join(shop, "terraform.tfvars"),
    ["inventory", shop, "--out", join(shop, "terraform.tfvars")],
  ],
  ["a workload", workload, ["diff", workload, "--from", "aws", "--to", "ovh", "--out", workload]],
];

describe("a result is not written over", () => {
  test.each(REFUSED)("%s", async (_, path, words) => {
    const before = readFileSync(path, "utf8");
    const { code, out, err } = await exeat(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error\[EX0001\]: --(out|write-baseline) .*: name another file\n$/);
    expect(err).toContain(path);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  test("what is given by another path that leads there", async () => {
    const link = join(folder, "link.yaml");
    symlinkSync("facts.yaml", link);
    const { code, err } = await exeat(["assess", shop, "--to", "ovh", "--facts", facts, "--out", link]);
    expect([code, err]).toEqual([2, expect.stringMatching(/--out .*link\.yaml is what the result is made from/)]);
  });

  test("a file that code reads", async () => {
    const at = join(folder, "reads");
    mkdirSync(at);
    writeFileSync(join(at, "policy.json"), "{}");
    const body = `bucket = "b-${"$"}{sha1(file("${"$"}{path.module}/policy.json"))}"`;
    writeFileSync(join(at, "main.tf"), `resource "aws_s3_bucket" "b" {\n  ${body}\n}\n`);
    const { code, err } = await exeat(["inventory", at, "--out", join(at, "policy.json")]);
    expect([code, err]).toEqual([2, expect.stringMatching(/policy\.json is what the result is made from/)]);
    expect(readFileSync(join(at, "policy.json"), "utf8")).toBe("{}");
  });

  test("an effort model that the facts name, and an assessment that a history names", async () => {
    const model = join(folder, "model.json");
    cpSync(new URL("../../assessment/effort.json", import.meta.url), model);
    const naming = file("naming.yaml", "effort: { model: model.json }\n");
    const assess = ["assess", shop, "--to", "ovh", "--format", "json"];
    expect((await exeat([...assess, "--facts", naming, "--out", model])).code).toBe(2);
    const assessment = join(folder, "assessment.json");
    expect((await exeat([...assess, "--out", assessment])).code).toBe(0);
    const rows = file("rows.csv", "name,actual,assessment\na,30,assessment.json\n");
    expect((await exeat(["calibrate", rows, "--format", "json", "--out", assessment])).code).toBe(2);
    expect(JSON.parse(readFileSync(assessment, "utf8")).effort).toBeDefined();
  });

  test("a workload in the folder of its code, forced or not", async () => {
    // By the name of a file that code for Pulumi has.
    const bucket = '{ "kind": "object-bucket", "id": "logs" }';
    const at = file("package.json", `{ "formatVersion": 1, "components": [${bucket}] }`);
    const { code, err } = await exeat(["synth", at, "--to", "ovh", "--out", folder, "--force"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/--out .*package\.json is what the result is made from/)]);
  });

  test("another result of the same run", async () => {
    const { code, err } = await exeat([...change, "--out", baseline, "--write-baseline", baseline]);
    expect([code, err]).toEqual([2, expect.stringMatching(/both name .*: name two files/)]);
  });
});

describe("a result is written", () => {
  test("into a folder that is assessed, and over an older one there", async () => {
    for (const format of ["text", "json", "markdown", "html"]) {
      const words = ["assess", shop, "--to", "ovh", "--format", format, "--out", join(shop, `exit.${format}`)];
      expect([(await exeat(words)).code, (await exeat(words)).code]).toEqual([0, 0]);
    }
  });

  test("as a baseline in place of the one that is read", async () => {
    expect((await exeat([...change, "--write-baseline", baseline])).code).toBe(0);
    const words = [...change, "--baseline", baseline, "--write-baseline", baseline];
    expect((await exeat(words)).code).toBe(0);
    expect(await exeat([...change, "--baseline", baseline, "--out", baseline])).toMatchObject({ code: 2, out: "" });
  });

  test("as a workload over an older one of the same folder", async () => {
    const words = ["adopt", shop, "--out", join(shop, "workload.yaml"), "--force"];
    expect([(await exeat(words)).code, (await exeat(words)).code]).toEqual([0, 0]);
  });

  test("as a report over one of other code that is not read", async () => {
    const older = file("older.txt", "mine");
    expect((await exeat(["inventory", SHOP, "--out", older])).code).toBe(0);
  });
});
