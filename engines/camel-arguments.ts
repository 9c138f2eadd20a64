import type { SchemaAttribute, SchemaBlock } from "../providers/provider.ts";
import type { Json, JsonObject } from "./terraform-json.ts";

/** Argument names as the classes spell them, wherever the schema says that a key is a name and not a map's key. */
export function camelBlock(args: JsonObject, block: SchemaBlock): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const nested = block.block_types?.[name]?.block;
      const attribute = block.attributes?.[name];
      return [
        camel(name),
        nested ? inside(value, (item) => camelBlock(item, nested)) : camelAttribute(value, attribute),
      ];
    }),
  );
}

function camelAttribute(value: Json, attribute: SchemaAttribute | undefined): unknown {
  const nested = attribute?.nested_type;
  if (!nested) return camelType(value, attribute?.type);
  const item = (v: JsonObject) => camelBlock(v, { attributes: nested.attributes });
  return nested.nesting_mode === "map" ? each(value, (v) => inside(v, item)) : inside(value, item);
}

function camelType(value: Json, type: unknown): unknown {
  if (!Array.isArray(type)) return value;
  const [kind, element] = type as [string, unknown];
  if (kind === "object") {
    const attributes = element as Record<string, unknown>;
    return inside(value, (item) =>
      Object.fromEntries(Object.entries(item).map(([name, v]) => [camel(name), camelType(v, attributes[name])])),
    );
  }
  return kind === "map"
    ? each(value, (v) => camelType(v, element))
    : Array.isArray(value)
      ? value.map((v) => camelType(v, element))
      : value;
}

/** Applies to an object, or to every object of a list; anything else (an expression) stays. */
function inside(value: Json, make: (item: JsonObject) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, make));
  return typeof value === "object" && value !== null ? make(value as JsonObject) : value;
}

function each(value: Json, make: (item: Json) => unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, make(v)]))
    : value;
}

/** Names that the languages or base classes of CDK Terrain keep for themselves are spelled differently there. */
const KEPT: ReadonlySet<string> = new Set([
  "self",
  "build",
  "node",
  "system",
  "tfResourceType",
  "importFrom",
  "moveTo",
  "software",
]);

function camel(name: string): string {
  const spelled = name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (spelled === "equals") return "equalTo";
  return KEPT.has(spelled) ? `${spelled}Attribute` : spelled.replace(/^get(?=[A-Za-z])/, "fetch");
}
