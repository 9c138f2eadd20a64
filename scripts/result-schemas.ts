/**
 * Writes the JSON Schemas (draft 7) of results that others read and of files that people write: `node scripts/result-schemas.ts`. What
 * people write (facts, waivers, baseline, a drill's evidence) is for editors too.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { AdoptionResult } from "../assessment/adoption-result.ts";
import { Assessment } from "../assessment/assessment.ts";
import { Calibration } from "../assessment/calibration.ts";
import { Baseline, Change, Waivers } from "../assessment/change.ts";
import { CodeResult } from "../assessment/code-result.ts";
import { Diff } from "../assessment/diff.ts";
import { EstateFacts } from "../assessment/facts.ts";
import { Inventory } from "../assessment/inventory.ts";
import { Matrix } from "../assessment/matrix.ts";
import { MissingFacts } from "../assessment/missing-facts.ts";
import { Support } from "../assessment/support.ts";
import { Evidence } from "../drills/evidence.ts";
import { Plan } from "../migration-plans/plan.ts";

const FILES = {
  "assessment/inventory": { schema: Inventory, title: "Exeat inventory", io: "output" },
  "assessment/assessment": { schema: Assessment, title: "Exeat assessment", io: "output" },
  "assessment/matrix": { schema: Matrix, title: "Exeat matrix of reasons to leave", io: "output" },
  "assessment/diff": { schema: Diff, title: "Exeat comparison of two clouds", io: "output" },
  "assessment/missing-facts": { schema: MissingFacts, title: "Exeat missing facts", io: "output" },
  "assessment/calibration": { schema: Calibration, title: "Exeat calibration", io: "output" },
  "assessment/support": { schema: Support, title: "Exeat support", io: "output" },
  "assessment/facts": { schema: EstateFacts, title: "Exeat facts of an estate (exeat.yaml)", io: "input" },
  "migration-plans/plan": { schema: Plan, title: "Exeat migration plan", io: "output" },
  "assessment/code-result": { schema: CodeResult, title: "Exeat code of a target", io: "output" },
  "assessment/adoption-result": { schema: AdoptionResult, title: "Exeat adoption", io: "output" },
  "assessment/change": { schema: Change, title: "Exeat change", io: "output" },
  "assessment/waivers": { schema: Waivers, title: "Exeat waivers", io: "input" },
  "assessment/baseline": { schema: Baseline, title: "Exeat baseline", io: "input" },
  "drills/evidence": { schema: Evidence, title: "Exeat evidence", io: "input" },
} as const;

/** By path from the root of the repository. */
export function publishedSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { schema, title, io }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io });
      const written = schema === EstateFacts ? withEmptyLines(rest) : rest;
      return [`${name}.schema.json`, { $schema, title, ...(written as object) }];
    }),
  );
}

/** A line left empty states nothing, and `exeat facts init` writes such lines: an editor must not call them wrong. */
function withEmptyLines(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withEmptyLines);
  if (typeof schema !== "object" || schema === null) return schema;
  const orNothing = (value: unknown) => ({ anyOf: [withEmptyLines(value), { type: "null" }] });
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key === "properties")
      return [key, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, orNothing(v)]))];
    if (key === "additionalProperties" && typeof value === "object") return [key, orNothing(value)];
    return [key, withEmptyLines(value)];
  });
  return Object.fromEntries(entries);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, schema] of Object.entries(publishedSchemas())) {
    writeFileSync(new URL(`../${path}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
