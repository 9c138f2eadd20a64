import { type Args, isList, isObject, type Tree, Unknown } from "../providers/native.ts";
import type { SchemaBlock } from "../providers/provider.ts";
import { quoted, templateOf, templateText } from "./template.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * Arguments as Terraform's JSON syntax has them: text is escaped, an Unknown is `${expression}`, a block that may stand only
 * once is an object, every other one a list; objects that are values have all their attributes, null where nothing was
 * said (the engine asks for each). Without a block schema values stay as they are.
 */
export function argumentsJson(args: Args, block: SchemaBlock | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const nested = block?.block_types?.[name];
      if (!nested) return [name, wholeObjects(valueJson(value), block?.attributes?.[name]?.type)];
      const items = (isList(value) ? value : [value]).map((item) =>
        isObject(item) ? argumentsJson(item, nested.block) : valueJson(item),
      );
      const once = nested.nesting_mode === "single" || nested.max_items === 1;
      return [name, once && items.length === 1 ? (items[0] ?? null) : items];
    }),
  );
}

/** Fills in, at any depth of the type, what an object does not say. */
function wholeObjects(value: Json, type: unknown): Json {
  if (!Array.isArray(type)) return value;
  const [kind, element] = type as [string, unknown];
  if (kind === "object" && isJsonObject(value)) {
    const attributes = Object.entries(element as object);
    return {
      ...value,
      ...Object.fromEntries(attributes.map(([name, of]) => [name, wholeObjects(value[name] ?? null, of)])),
    };
  }
  if (isList(value)) return value.map((item) => wholeObjects(item, element));
  if (kind === "map" && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wholeObjects(item, element)]));
  }
  return value;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value in the JSON syntax: what is not an expression reads back as itself. */
export function valueJson(value: Tree): Json {
  if (value instanceof Unknown) return templateOf(value.expression) ?? `\${${value.expression}}`;
  if (typeof value === "string") return templateText(value);
  if (isList(value)) return value.map(valueJson);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [templateText(k), valueJson(v)]));
  return value;
}

/** The inverse of `valueJson`, read independently: what an engine would make of the JSON value. References are not told. */
export function treeOf(json: Json): Tree {
  if (typeof json === "string") return quoted(json);
  if (Array.isArray(json)) return json.map(treeOf);
  if (isJsonObject(json)) {
    return Object.fromEntries(Object.entries(json).map(([k, v]) => [String(quoted(k)), treeOf(v)]));
  }
  return json as null | boolean | number;
}

/** JSON text with sorted keys, two spaces and a newline at the end: equal values, equal bytes. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  const object = value as Record<string, unknown>;
  const out = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(object).sort()) out[key] = sorted(object[key]);
  return out;
}
