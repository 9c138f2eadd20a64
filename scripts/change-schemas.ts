/**
 * Writes the JSON Schemas (draft 7) of what a change is compared and judged with: `node scripts/change-schemas.ts`. The result for
 * whoever reads it, waivers and baseline for editors.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Baseline, Change, Waivers } from "../assessment/change.ts";

const FILES = {
  change: { schema: Change, title: "Exeat change", io: "output" },
  waivers: { schema: Waivers, title: "Exeat waivers", io: "input" },
  baseline: { schema: Baseline, title: "Exeat baseline", io: "input" },
} as const;

/** By path from the root of the repository. */
export function publishedChangeSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { schema, title, io }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io });
      return [`assessment/${name}.schema.json`, { $schema, title, ...rest }];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, schema] of Object.entries(publishedChangeSchemas())) {
    writeFileSync(new URL(`../${path}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
