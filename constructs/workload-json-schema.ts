import { z } from "zod";
import { kindNames, kinds } from "./kinds.ts";
import { AdoptedFrom, componentSchema } from "./workload-file.ts";

export type JsonSchema = { [key: string]: unknown };

/** JSON Schema (draft 7, which every editor knows) of workload files, for completion and checks while writing. */
export function workloadJsonSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Exeat workload",
    description: "Components and the references between them, naming no cloud.",
    type: "object",
    properties: {
      $schema: { type: "string" },
      formatVersion: { const: 1 },
      adoptedFrom: jsonSchemaOf(AdoptedFrom),
      components: { type: "array", items: { anyOf: kindNames.map((kind) => ({ $ref: `#/definitions/${kind}` })) } },
    },
    required: ["formatVersion", "components"],
    additionalProperties: false,
    definitions: Object.fromEntries(kindNames.map((kind) => [kind, componentJsonSchema(kind)])),
  };
}

/** Props that a kind cannot do without may be missing where they are holes, or belong to what a fragment is attached to. */
function componentJsonSchema(kind: (typeof kindNames)[number]): JsonSchema {
  const schema = jsonSchemaOf(componentSchema(kind));
  const properties = schema["properties"] as Record<string, JsonSchema>;
  const { relaxed, demands } = relax(properties["props"] as JsonSchema);
  return {
    title: kinds[kind].title,
    ...schema,
    properties: { ...properties, props: relaxed },
    required: ["kind", "id"],
    if: { anyOf: [{ required: ["holes"] }, { required: ["attachedTo"] }] },
    else: { ...(demands?.["required"] ? { required: ["props"] } : {}), properties: { props: demands ?? {} } },
  };
}

/** A schema without what it requires, and what it requires by itself. */
function relax(schema: JsonSchema): { readonly relaxed: JsonSchema; readonly demands: JsonSchema | undefined } {
  const { required, ...rest } = schema;
  const relaxed: JsonSchema = rest;
  const demands: JsonSchema = required === undefined ? {} : { required };
  const items = schema["items"] as JsonSchema | undefined;
  if (items) {
    const inside = relax(items);
    relaxed["items"] = inside.relaxed;
    if (inside.demands) demands["items"] = inside.demands;
  }
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, JsonSchema>).map(
    ([key, property]) => [key, relax(property)] as const,
  );
  if (properties.length > 0) {
    relaxed["properties"] = Object.fromEntries(properties.map(([key, inside]) => [key, inside.relaxed]));
    const asked = properties.flatMap(([key, inside]) => (inside.demands ? [[key, inside.demands]] : []));
    if (asked.length > 0) demands["properties"] = Object.fromEntries(asked);
  }
  return { relaxed, demands: Object.keys(demands).length > 0 ? demands : undefined };
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const {
    $schema: _,
    definitions: __,
    ...json
  } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema }) => {
      // What a double can hold is no limit that anybody set, and every key of an object is a text.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      delete jsonSchema.propertyNames;
    },
  }) as JsonSchema;
  return anyData(json) as JsonSchema;
}

/** The only definition that zod makes by itself is that of any data, which fits an override: no schema says the same. */
function anyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(anyData);
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) return {};
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, anyData(inside)]));
}
