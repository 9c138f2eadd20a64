import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import type { z } from "zod";
import { AdoptionResult } from "../../assessment/adoption-result.ts";
import { Assessment } from "../../assessment/assessment.ts";
import { Calibration } from "../../assessment/calibration.ts";
import { Change, FindingRule } from "../../assessment/change.ts";
import { CodeResult } from "../../assessment/code-result.ts";
import { Diff } from "../../assessment/diff.ts";
import { Inventory } from "../../assessment/inventory.ts";
import { Matrix } from "../../assessment/matrix.ts";
import { MissingFacts } from "../../assessment/missing-facts.ts";
import { Support } from "../../assessment/support.ts";
import { Plan } from "../../migration-plans/plan.ts";
import { publishedSchemas } from "../../scripts/result-schemas.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const schemas = publishedSchemas();
const repository = new URL("../../", import.meta.url);

test.each(Object.keys(schemas))("%s is the one of today: run `node scripts/result-schemas.ts`", (path) => {
  expect(JSON.parse(readFileSync(new URL(path, repository), "utf8"))).toEqual(schemas[path]);
});

test("editors know every rule a waiver may name, and what each must have", () => {
  expect(schemas["assessment/waivers.schema.json"]).toMatchObject({
    additionalProperties: false,
    properties: {
      waivers: {
        items: {
          properties: { rule: { enum: FindingRule.options } },
          required: ["rule", "component", "owner", "reason", "expires"],
          additionalProperties: false,
        },
      },
    },
  });
});

const VMWARE = fileURLToPath(new URL("examples/vmware-library", repository));
const TO = ["--to", "scaleway,ovh"];
const shock = [...TO, "--scenario", "price-shock", "--require", "secnumcloud"];
const rouge = [...TO, "--scenario", "bouton-rouge", "--anonymise"];
/** A plan that ends after its first resource. */
const QUEUE =
  '{ "address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a", "provider_name": "registry.example/hashicorp/aws", "values": {} }';
const CUT_OFF = `{ "format_version": "1.2", "planned_values": { "root_module": { "resources": [${QUEUE},`;
const folder = temporary();
const HISTORY = "name,actual,estimated\nlast year,30,20\n";
const outputs: readonly (readonly [words: readonly string[], schema: z.ZodType, stdin?: string])[] = [
  ...[SHOP, VMWARE, "-"].flatMap(
    (path) =>
      [
        [["inventory", path], Inventory],
        [["assess", path, ...shock], Assessment],
        [["assess", path, ...rouge], Assessment],
        [["assess", path, ...TO, "--all-scenarios"], Matrix],
        [["diff", path, ...TO], Diff],
        [["facts", "init", path], MissingFacts],
        [["plan", path, ...TO], Plan],
      ] as const,
  ),
  [["diff", SHOP, VMWARE, "--from", "aws", ...TO], Change],
  [["calibrate", "-"], Calibration, HISTORY],
  [["support"], Support],
  ...["scaleway", "ovh"].flatMap(
    (cloud) => [[["synth", STACK, "--to", cloud, "--out", join(folder, cloud)], CodeResult]] as const,
  ),
  ...[SHOP, VMWARE].map(
    (path) => [["adopt", path, "--out", join(folder, `${basename(path)}.yaml`)], AdoptionResult] as const,
  ),
];

const named = outputs.map(([words, schema, stdin]) => {
  const name = words.map((word) => basename(word)).join(" ");
  return [name, words, schema, stdin] as const;
});

test.each(named)("exeat %s: what its schema says, keys in its order", async (_name, words, schema, stdin = CUT_OFF) => {
  const { code, out } = await exeat([...words, "--format", "json", "--quiet"], { stdin });
  const written = JSON.parse(out);
  expect(code).toBe(0);
  for (const one of written.results ?? [written]) {
    expect(JSON.stringify(schema.parse(one), null, 1)).toBe(JSON.stringify(one, null, 1));
  }
});

test("the code of a plan is what its schema says", async () => {
  const at = join(folder, "plan");
  expect((await exeat(["plan", SHOP, "--to", "scaleway", "--out", at, "--quiet"])).code).toBe(0);
  const written = JSON.parse(readFileSync(join(at, "code.json"), "utf8"));
  expect(JSON.stringify(CodeResult.parse(written))).toBe(JSON.stringify(written));
});

test("a file of facts whose lines are still empty is valid for an editor", () => {
  const { properties } = schemas["assessment/facts.schema.json"] as {
    properties: Record<string, { anyOf: unknown[] }>;
  };
  expect(properties["environments"]?.anyOf).toEqual([expect.objectContaining({ type: "integer" }), { type: "null" }]);
  expect(JSON.stringify(properties["components"])).toContain('"gib":{"anyOf":[{"type":"number"');
});
