/**
 * Writes constructs/workload.schema.json, which editors complete workload files with: `node scripts/workload-schema.ts`.
 * What `workloadJsonSchema` gives, and with each field the docstring that its definition has in constructs/.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { kindNames } from "../constructs/kinds.ts";
import { type JsonSchema, workloadJsonSchema } from "../constructs/workload-json-schema.ts";
import { type Docs, docsOf } from "./docs-of.ts";

export const SCHEMA_FILE = fileURLToPath(new URL("../constructs/workload.schema.json", import.meta.url));

export function publishedSchema(): JsonSchema {
  const schema = workloadJsonSchema();
  const definitions = schema["definitions"] as Record<string, JsonSchema>;
  const file = docsOf("workload-file", "beside");
  for (const kind of kindNames) {
    const definition = definitions[kind] as JsonSchema;
    describe(definition, file);
    const props = (definition["properties"] as Record<string, JsonSchema>)["props"];
    if (props) describe(props, docsOf(kind, "props"));
  }
  const properties = schema["properties"] as Record<string, JsonSchema>;
  if (properties["adoptedFrom"]) describe(properties["adoptedFrom"], docsOf("workload-file", "AdoptedFrom"));
  return schema;
}

/** Puts the docstrings in as descriptions; fields without one stay without. */
function describe(schema: JsonSchema, docs: Docs): void {
  const fields = (schema["properties"] ?? (schema["items"] as JsonSchema | undefined)?.["properties"]) as
    | Record<string, JsonSchema>
    | undefined;
  for (const [name, field] of Object.entries(fields ?? {})) {
    const found = docs[name];
    if (!found) continue;
    if (found.text !== undefined) field["description"] = found.text;
    describe(field, found.inside);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(SCHEMA_FILE, JSON.stringify(publishedSchema(), null, 2));
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [biome, "format", "--write", SCHEMA_FILE], { stdio: "inherit" });
}
