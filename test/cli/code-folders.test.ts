import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
let count = 0;
const fresh = () => {
  count += 1;
  return join(folder, `f${count}`);
};
const bucket = join(folder, "bucket.yaml");
writeFileSync(bucket, "formatVersion: 1\ncomponents:\n  - kind: object-bucket\n    id: logs\n");
const nothing = join(folder, "nothing.yaml");
writeFileSync(nothing, "formatVersion: 1\ncomponents: []\n");
const synth = (at: string, to: string, ...more: string[]) => exeat(["synth", bucket, "--to", to, "--out", at, ...more]);
const ignored = (at: string) => readFileSync(join(at, ".gitignore"), "utf8").split("\n");
/** As versions before this one left it. */
const withOldList = (at: string) => {
  const list = join(at, ".exeat-files.json");
  const { code, ...old } = JSON.parse(readFileSync(list, "utf8"));
  expect(code).toBeDefined();
  writeFileSync(list, JSON.stringify(old));
};

describe("a folder with code", () => {
  test.each([
    ["another cloud's", "aws", ["scaleway"]],
    ["another engine's", "ovh", ["ovh", "--engine", "terraform"]],
    ["another cloud's and engine's", "aws", ["ovh"]],
    ["another cloud's after a program", "ovh", ["aws"]],
  ] as const)("is not given %s, whichever version wrote it, unless forced", async (_, first, [to, ...more]) => {
    const at = fresh();
    expect((await synth(at, first)).code).toBe(0);
    const before = readdirSync(at);
    for (const age of [() => undefined, () => withOldList(at)]) {
      age();
      const { code, out, err } = await synth(at, to, ...more);
      expect([code, out, readdirSync(at)]).toEqual([2, "", before]);
      expect(err).toMatch(
        new RegExp(`^error\\[EX0001\\]: --out .* holds code for ${first} \\(.*name another folder.*or add --force\n$`),
      );
    }
    expect((await synth(at, to, ...more, "--force")).code).toBe(0);
    expect((await synth(at, to, ...more)).code).toBe(0);
  });

  test("is written again for the same cloud, whichever version wrote it, and another region is the same cloud", async () => {
    const at = fresh();
    expect((await synth(at, "aws")).code).toBe(0);
    withOldList(at);
    expect((await synth(at, "aws:eu-west-1")).code).toBe(0);
    expect((await synth(at, "aws")).code).toBe(0);
  });

  test.each([
    "aws",
    "scaleway",
    "ovh",
  ])("never brings states and values into git, for %s or after it", async (cloud) => {
    const at = fresh();
    expect((await synth(at, cloud)).code).toBe(0);
    const secrets = ["*.tfstate", "*.tfstate.*", "*.tfplan", "*.tfvars", "*.tfvars.json"];
    expect(ignored(at)).toEqual(expect.arrayContaining(secrets));
    expect((await synth(at, cloud === "ovh" ? "aws" : "ovh", "--force")).code).toBe(0);
    expect(ignored(at)).toEqual(expect.arrayContaining(secrets));
  });

  test("is not emptied by a workload without components, unless forced", async () => {
    const at = fresh();
    await synth(at, "scaleway");
    const words = ["synth", nothing, "--to", "scaleway", "--out", at];
    const code = readFileSync(join(at, "cdk.tf.json"), "utf8");
    expect(await exeat(words)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(/would destroy all.*--force\n$/),
    });
    expect(readFileSync(join(at, "cdk.tf.json"), "utf8")).toBe(code);
    expect((await exeat([...words, "--force"])).code).toBe(0);
    expect((await exeat(words)).code).toBe(0);
    expect((await exeat([...words.slice(0, -1), fresh()])).code).toBe(0);
  });
});

describe("a folder with a plan", () => {
  const plan = (at: string, to: string, ...more: string[]) => exeat(["plan", SHOP, "--to", to, "--out", at, ...more]);

  test("is not given another cloud's, before anything is read", async () => {
    const at = fresh();
    expect((await plan(at, "scaleway")).code).toBe(0);
    const refused = await exeat(["plan", join(folder, "none"), "--to", "ovh", "--out", at]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/holds code for scaleway .* in target\//)]);
    expect((await plan(at, "scaleway")).code).toBe(0);
  });

  test("of several clouds keeps none of them less; forced, what stays there stays out of git", async () => {
    const at = fresh();
    expect((await plan(at, "scaleway,ovh")).code).toBe(0);
    const target = join(at, "ovh/target");
    writeFileSync(join(target, "terraform.tfstate"), "{}");
    expect((await plan(at, "scaleway,ovh,aws:eu-west-1")).code).toBe(0);
    const refused = await plan(at, "scaleway,aws:eu-west-1");
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/ovh \(pulumi\) in ovh\/target\//)]);
    expect((await plan(at, "scaleway,aws:eu-west-1", "--force")).code).toBe(0);
    expect(readdirSync(target).sort()).toEqual([".gitignore", "terraform.tfstate"]);
    expect((await plan(at, "aws:eu-west-1", "--force")).code).toBe(0);
    expect(existsSync(join(at, "scaleway"))).toBe(false);
  });
});
