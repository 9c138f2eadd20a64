import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const folder = temporary();

test("the Pulumi program of the reference workload, and of the adopted shop, passes its check without an engine", async () => {
  const synth = await exeat(["synth", STACK, "--to", "ovh", "--check"]);
  expect([synth.code, synth.out]).toEqual([0, expect.stringMatching(/Check: passed \(emulated, at most L2/)]);
  const plan = await exeat(["plan", SHOP, "--to", "ovh", "--check", "--out", join(folder, "plan")]);
  expect([plan.code, plan.err]).toEqual([0, expect.stringMatching(/Check: passed[\s\S]*resources registered/)]);
});

test("an argument that the provider does not know fails the check and is named", async () => {
  const stdin = `formatVersion: 1
components:
  - kind: object-bucket
    id: logs
    overrides: { scaleway: { scaleway_object_bucket: { colour: blue } } }
`;
  const { code, out, err } = await exeat(["synth", "-", "--to", "scaleway", "--check", "--allow-partial"], { stdin });
  expect([code, out]).toEqual([1, expect.stringMatching(/Check: failed with \d errors?/)]);
  expect(err).toMatch(/error\[EX0314\][\s\S]*colour[\s\S]*error\[EX0602\]/);
});
