/**
 * Writes constructs/workload.schema.json, which editors complete workload files with: `node scripts/workload-schema.ts`.
 * What `workloadJsonSchema` gives, and with each field the docstring that its definition has in constructs/.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { kindNames } from "../constructs/kinds.ts";
import { type JsonSchema, workloadJsonSchema } from "../constructs/workload-json-schema.ts";

export const SCHEMA_FILE = fileURLToPath(new URL("../constructs/workload.schema.json", import.meta.url));

/** Docstrings of the fields of an object literal, and of the objects inside them. */
interface Docs {
  readonly [field: string]: { readonly text: string | undefined; readonly inside: Docs };
}

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

/** The docs of a constant of constructs/<file>.ts, or of the value of a property of that name. */
function docsOf(file: string, name: string): Docs {
  const path = fileURLToPath(new URL(`../constructs/${file}.ts`, import.meta.url));
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const named = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isIdentifier(node.name)) {
      if (node.initializer && !named.has(node.name.text)) named.set(node.name.text, node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return docsIn(named.get(name), named);
}

/** Of the first object literal in an expression; a name stands for the constant it names. */
function docsIn(node: ts.Node | undefined, named: ReadonlyMap<string, ts.Node>): Docs {
  if (!node) return {};
  // A field may be called like the function that makes it: no name is followed twice.
  if (ts.isIdentifier(node)) {
    return docsIn(named.get(node.text), new Map([...named].filter(([name]) => name !== node.text)));
  }
  if (ts.isObjectLiteralExpression(node)) {
    const fields = node.properties.filter(ts.isPropertyAssignment).map((property) => {
      const comments = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
      const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment);
      return [property.name.getText(), { text, inside: docsIn(property.initializer, named) }] as const;
    });
    return Object.fromEntries(fields);
  }
  if (ts.isPropertyAccessExpression(node)) return docsIn(node.expression, named);
  if (!ts.isCallExpression(node)) return {};
  // `prop(z.array(Rule), …)`, `Rule.optional()`: the object comes first, or before the dot.
  const first = docsIn(node.arguments[0], named);
  return Object.keys(first).length > 0 ? first : docsIn(node.expression, named);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(SCHEMA_FILE, JSON.stringify(publishedSchema(), null, 2));
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [biome, "format", "--write", SCHEMA_FILE], { stdio: "inherit" });
}
