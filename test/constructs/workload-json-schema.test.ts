import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { kindNames, kinds } from "../../constructs/kinds.ts";
import { type JsonSchema, workloadJsonSchema } from "../../constructs/workload-json-schema.ts";
import { publishedSchema, SCHEMA_FILE } from "../../scripts/workload-schema.ts";

const definitions = workloadJsonSchema()["definitions"] as Record<string, JsonSchema>;
const at = (schema: unknown, ...path: string[]) =>
  path.reduce<unknown>((inside, key) => (inside as JsonSchema | undefined)?.[key], schema);

test("the published schema is the one of today: run `node scripts/workload-schema.ts`", () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, "utf8"))).toEqual(publishedSchema());
});

test.each(kindNames)("editors complete every prop of %s, and nothing else", (kind) => {
  const props = at(definitions[kind], "properties", "props");
  expect(Object.keys(at(props, "properties") as object)).toEqual(Object.keys(kinds[kind].props.shape));
  expect(at(props, "additionalProperties")).toBe(false);
  expect(at(definitions[kind], "properties", "kind", "const")).toBe(kind);
});

test("what a kind cannot do without is asked for unless there are holes, or it is a fragment", () => {
  const database = definitions["sql-database"];
  expect(at(database, "if")).toEqual({ anyOf: [{ required: ["holes"] }, { required: ["attachedTo"] }] });
  expect(at(database, "else", "required")).toEqual(["props"]);
  expect(at(database, "else", "properties", "props", "required")).toEqual(["engine"]);
  expect(at(definitions["object-bucket"], "else", "required")).toBeUndefined();
  expect(
    at(
      definitions["object-bucket"],
      "else",
      "properties",
      "props",
      "properties",
      "lifecycleRules",
      "items",
      "required",
    ),
  ).toEqual(["id"]);
  expect(JSON.stringify(at(database, "properties", "props", "properties", "size"))).not.toContain("required");
});

test("half a reference is no reference, holes or not", () => {
  const key = at(definitions["sql-database"], "properties", "props", "properties", "encryptionKey", "anyOf");
  expect((key as JsonSchema[]).map((form) => form["required"])).toEqual([["component", "output"], ["external"]]);
});

test("fields carry their docstrings", () => {
  const published = publishedSchema();
  const field = (...path: string[]) => at(published, "definitions", "object-bucket", "properties", ...path);
  expect(field("props", "properties", "versioning", "description")).toMatch(/Default: not kept/);
  const rule = ["props", "properties", "lifecycleRules", "items", "properties"];
  expect(field(...rule, "prefix", "description")).toMatch(/prefix/);
  expect(field(...rule, "transitions", "items", "properties", "onDate", "description")).toMatch(/RFC 3339/);
  expect(field("requested", "description")).toMatch(/asked for/);
});

test("a schema refers to nothing outside itself", () => {
  const references = JSON.stringify(publishedSchema()).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g);
  expect([...references].map(([, name]) => name)).toEqual(kindNames);
});
