/**
 * Writes the JSON Schemas (draft 7) of results that others read and of files that people write: `node scripts/result-schemas.ts`. A
 * change for whoever reads it; waivers, baseline and a drill's evidence for editors.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Baseline, Change, Waivers } from "../assessment/change.ts";
import { Evidence } from "../drills/evidence.ts";

const FILES = {
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
      return [`${name}.schema.json`, { $schema, title, ...rest }];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, schema] of Object.entries(publishedSchemas())) {
    writeFileSync(new URL(`../${path}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
