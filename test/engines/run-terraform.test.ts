import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { findEngine } from "../../engines/find-engine.ts";
import { checkWithEngine } from "../../engines/run-terraform.ts";
import { clouds } from "../../providers/index.ts";
import type { Cloud } from "../../providers/provider.ts";

const home = mkdtempSync(join(tmpdir(), "exeat-find-engine-test-"));
const file = (...path: string[]) => join(home, ...path);
afterAll(() => rmSync(home, { recursive: true }));

describe("an engine is found", () => {
  const [named, tofu, terraform] = [file("named"), file("tofu"), file("terraform")];
  for (const path of [named, tofu, terraform]) writeFileSync(path, "");

  test("where the environment names it, before any other", () => {
    expect(findEngine({ EXEAT_TOFU: named, PATH: home, HOME: home })).toEqual({ name: "OpenTofu", path: named });
  });

  test("on the path, OpenTofu before Terraform", () => {
    expect(findEngine({ PATH: home, HOME: home })).toEqual({ name: "OpenTofu", path: tofu });
    rmSync(tofu);
    expect(findEngine({ PATH: `/nowhere:${home}`, HOME: home })).toEqual({ name: "Terraform", path: terraform });
  });

  test("nowhere where there is none", () => {
    expect(findEngine({ EXEAT_TOFU: file("gone"), PATH: "/nowhere", HOME: home })).toBeUndefined();
  });
});

test("an engine that cannot be started is named with the reason", async () => {
  const gone = { name: "OpenTofu", path: file("nowhere", "tofu") } as const;
  const result = await checkWithEngine(new Map([["cdk.tf.json", "{}"]]), clouds["aws"] as Cloud, gone);
  expect(result).toMatchObject({
    ran: true,
    diagnostics: [{ code: "EX0622", severity: "error", detail: expect.stringContaining("ENOENT") }],
  });
});

describe("without an engine", () => {
  const before = { ...process.env };
  const keys = ["EXEAT_TOFU", "PATH", "HOME", "XDG_CACHE_HOME"];
  afterAll(() => {
    for (const key of keys) process.env[key] = before[key];
  });

  test("nothing is judged, and that is what is said", async () => {
    for (const key of keys) delete process.env[key];
    process.env["HOME"] = home;
    const result = await checkWithEngine(new Map([["cdk.tf.json", "{}"]]), clouds["aws"] as Cloud);
    expect(result).toEqual({ ran: false, why: expect.stringContaining("no engine found") });
  });
});
