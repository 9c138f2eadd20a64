import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { scaleway } from "../../providers/scaleway/index.ts";
import { languageOf } from "../../report/language/language.ts";
import { assessInput, bucket, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rules = (storageClass: string) => ({
  lifecycleRules: [{ id: "old", enabled: true, transitions: [{ afterDays: 90, storageClass }] }],
});
const cold = planOf(assessInput({ components: [bucket("cold", rules("deep-archive"))] }));
const step = (end: string) => cold.plan.steps.find((s) => s.id === `data-replication.aws-s3-bucket-cold.${end}`);

/** Runs a script with an rclone that says what it is told. */
function run(name: string, said: readonly Readonly<Record<string, unknown>>[]) {
  writeFileSync(join(folder, "said"), JSON.stringify(said, null, 4));
  writeFileSync(join(folder, "rclone"), `#!/bin/sh\necho "$@" >> "${folder}/words"\ncat "${folder}/said"\n`, {
    mode: 0o755,
  });
  const sides = ["SOURCE", "TARGET"].flatMap((side) =>
    ["BUCKET", "REGION", "ENDPOINT", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"].map((word) => [`${side}_${word}`, "x"]),
  );
  const script = join(folder, `${name}.sh`);
  writeFileSync(script, cold.files.get(`scripts/aws-s3-bucket-cold/${name}.sh`) ?? "");
  return spawnSync("sh", [script], {
    encoding: "utf8",
    env: { ...process.env, ...Object.fromEntries(sides), PATH: `${folder}:${process.env["PATH"]}` },
  });
}

describe("archived objects", () => {
  test("are restored before they are copied, where rules archive them or somebody says that they lie there", () => {
    expect(step("restore")?.action.run).toEqual(["sh", "scripts/aws-s3-bucket-cold/restore.sh"]);
    expect(step("copy")?.needs).toContain(step("restore")?.id);
    const restores = (input: Parameters<typeof assessInput>[0]) =>
      planOf(assessInput(input)).plan.steps.some((s) => s.id.endsWith(".restore"));
    expect(restores({ components: [bucket("warm", rules("infrequent-access"))] })).toBe(false);
    const stated = (archived: boolean) => ({ components: { "aws_s3_bucket.said": { archived } } });
    expect(restores({ components: [bucket("said")], facts: stated(true) })).toBe(true);
    expect(restores({ components: [bucket("said", rules("archive"))], facts: stated(false) })).toBe(false);
  });

  test("that cannot be asked for are an error; those in no archive, or asked for already, are none", () => {
    const states = ["OK", "Not GLACIER or DEEP_ARCHIVE storage class", "RestoreAlreadyInProgress: ..."];
    const fine = states.map((Status, i) => ({ Status, Remote: String(i) }));
    expect(run("restore", fine)).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = run("restore", [...fine, { Status: "AccessDenied: no", Remote: "3" }]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/AccessDenied.*run this again/s)]);
  });

  test("are not said to be readable while one of them is not", () => {
    const readable = { StorageClass: "GLACIER", RestoreStatus: { IsRestoreInProgress: false } };
    expect(run("restored", [])).toMatchObject({ status: 0 });
    expect(run("restored", [readable, readable])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^2 of 2/),
    });
    for (const RestoreStatus of [{ IsRestoreInProgress: true }, null])
      expect(run("restored", [readable, { StorageClass: "DEEP_ARCHIVE", RestoreStatus }]).status).toBe(1);
  });
});

test("a key that no code makes is made at the target before the code that asks for it is finished", () => {
  const encrypted = (key: unknown) =>
    component("object-bucket", "aws_s3_bucket", "papers", { encryption: "customer-key", encryptionKey: key });
  const made = (key: unknown) =>
    planOf({ ...assessInput({ components: [encrypted(key)] }), target: scaleway }).plan.steps;
  const outside = made({ external: "arn:aws:kms:eu-west-3:1:key/7", literal: true });
  const code = outside.find((s) => s.id === "foundation.code.object-bucket");
  expect(code?.needs).toContain("foundation.external.keys");
  const keys = outside.find((s) => s.id === "foundation.external.keys");
  const said = [keys?.title, keys?.action.manual, keys?.verify.manual, keys?.rollback?.manual];
  expect(said.flatMap((text) => languageOf("fr").fact(text ?? "")).filter((piece) => piece.lang !== "fr")).toEqual([]);
  const ids = (steps: typeof outside) => steps.map((s) => s.id);
  expect(ids(made({ component: "key", output: "id" }))).not.toContain("foundation.external.keys");
});
