import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { clouds } from "../../providers/index.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const folder = temporary();
const ids = Object.values(clouds)
  .filter((c) => !c.sourceOnly)
  .map((c) => c.id);

test.each(ids)("OpenTofu plans what synth writes of the reference workload for %s", async (cloud) => {
  const words = ["synth", STACK, "--to", cloud, "--engine", "terraform", "--check", "--format", "json"];
  const { code, out } = await exeat(words);
  const { check } = JSON.parse(out);
  expect([code, check.passed, check.judged]).toEqual([
    0,
    true,
    expect.arrayContaining([expect.stringMatching(/OpenTofu/)]),
  ]);
});

test("OpenTofu plans the target code of a plan, for every cloud", async () => {
  const at = join(folder, "plan");
  // Its own cloud in another region: leaving for the one where everything stands is refused.
  const to = ids.map((id) => (id === "aws" ? "aws:eu-west-1" : id)).join(",");
  const words = ["plan", SHOP, "--to", to, "--engine", "terraform", "--check", "--out", at];
  expect((await exeat(words)).code).toBe(0);
  for (const id of ids) {
    const { check, complete } = JSON.parse(readFileSync(join(at, id, "code.json"), "utf8"));
    expect([id, check.passed, complete]).toEqual([id, true, true]);
  }
});

test("OpenTofu plans an adopted workload at home, beside its import blocks", async () => {
  const { out: workload } = await exeat(["adopt", SHOP]);
  const { code } = await exeat(["synth", "-", "--to", "aws", "--check", "--out", join(folder, "home")], {
    stdin: workload,
  });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "home/imports.tf"), "utf8")).toMatch(/^import \{$/m);
});
