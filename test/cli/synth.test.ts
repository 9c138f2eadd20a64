import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { exeat, STACK, spawned, temporary } from "./exeat.ts";

const folder = temporary();
const talks = fileURLToPath(new URL("../fixtures/workloads/bare/talks.ts", import.meta.url));

describe("synth says, at its line,", () => {
  test("what was asked for and the cloud does not give", async () => {
    const { code, out, err } = await exeat([
      "synth",
      STACK,
      "--to",
      "ovh",
      "--out",
      join(folder, "ovh"),
      "--format",
      "json",
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/warning\[EX0006\].*\n {2}at .*shop\.yaml:\d+, network\n {2}cidr: /);
    const lost = JSON.parse(out).diagnostics.filter((d: { code: string }) => d.code === "EX0006");
    expect(lost.map((d: { address: string; detail: string }) => `${d.address} ${d.detail.split(":")[0]}`)).toContain(
      "assets cors",
    );
  });

  test("nothing of that where all of it is given", async () => {
    const file = join(folder, "plain.yaml");
    writeFileSync(
      file,
      "formatVersion: 1\ncomponents:\n  - kind: object-bucket\n    id: logs\n    props: { versioning: true }\n",
    );
    expect((await exeat(["synth", file, "--to", "aws", "--out", join(folder, "plain")])).err).toBe("");
  });

  test("an override that the provider has no argument for, and one for a cloud that nobody knows", async () => {
    const file = join(folder, "overrides.yaml");
    writeFileSync(
      file,
      "formatVersion: 1\ncomponents:\n  - kind: object-bucket\n    id: logs\n    overrides:\n      scaleway: { scaleway_object_bucket: { forc_destroy: true } }\n      azure: { azurerm_storage_account: { x: 1 } }\n",
    );
    const { err } = await exeat(["synth", file, "--to", "scaleway", "--out", join(folder, "overrides")]);
    expect(err).toMatch(/error\[EX0314\].*\n {2}at .*overrides\.yaml:3, logs\n/);
    expect(err).toMatch(/warning\[EX0007\].*\n {2}at .*overrides\.yaml:3, logs\n.*`overrides\.azure`/);
  });
});

test("what a module prints while it is loaded does not stand among the results", async () => {
  const { code, out, err } = await spawned([
    "synth",
    talks,
    "--to",
    "aws",
    "--out",
    join(folder, "talks"),
    "--format",
    "json",
  ]);
  expect([code, JSON.parse(out).components]).toEqual([0, [{ id: "logs", natives: ["aws_s3_bucket.logs"] }]]);
  expect(err).toMatch(/^what a module prints\nat any time\nwarning\[EX0007\]/);
});

const workload = (name: string, more: string): string => {
  const file = join(folder, name);
  const lines = [
    'import { ObjectBucket, Workload } from "exeat";',
    "export const w = new Workload();",
    'new ObjectBucket(w, "logs");',
  ];
  writeFileSync(file, [...lines, more, ""].join("\n"));
  return file;
};

test("what it prints later neither", async () => {
  const late = workload("late.ts", 'setTimeout(() => console.log("late"), 1);');
  const { code, out, err } = await spawned([
    "synth",
    late,
    "--to",
    "aws",
    "--out",
    join(folder, "late"),
    "--format",
    "json",
  ]);
  expect([code, JSON.parse(out).complete, err]).toEqual([0, true, "late\n"]);
});

test("a module cannot end the command as if it had passed, nor as if a gate had failed", async () => {
  const leaves = await spawned(["synth", workload("leaves.ts", "process.exit(0);"), "--to", "aws", "--check"]);
  expect([leaves.code, leaves.err]).toEqual([2, expect.stringMatching(/error\[EX0524\].*\n {2}at .*leaves\.ts:4\n/)]);
  const rejects = await spawned([
    "synth",
    workload("rejects.ts", 'Promise.reject(new Error("nobody waits"));'),
    "--to",
    "aws",
    "--check",
  ]);
  expect(rejects).toEqual({
    code: 3,
    out: "",
    err: "error[EX0001]: something that was begun and not awaited failed: nobody waits\n",
  });
});

test("a module that waits for ever is said to, and ends as every mistake does", async () => {
  const waits = await spawned([
    "synth",
    workload("waits.ts", "await new Promise(() => {});"),
    "--to",
    "aws",
    "--check",
  ]);
  expect([waits.code, waits.out]).toEqual([2, ""]);
  expect(waits.err).toMatch(/^error\[EX0524\]: .*\n {2}at .*waits\.ts\n {2}It awaits something that never comes\. /);
});

test.each(["inventory", "assess", "adopt", "plan"])("%s of a workload says which commands take it", async (command) => {
  const to = ["assess", "plan"].includes(command) ? ["--to", "scaleway"] : [];
  const { code, err } = await exeat([command, STACK, ...to]);
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/error\[EX0210\].*\n {2}at .*shop\.yaml\n.*`exeat diff .*shop\.yaml --from/),
  ]);
});
