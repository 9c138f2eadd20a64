import type { Native } from "./native.ts";
import { genericPath } from "./paths.ts";
import type { Cloud, ResourceSchema, SchemaBlock } from "./provider.ts";

/** Asked of every native, several times: found once per type. */
const found = new WeakMap<Cloud, Map<string, ResourceSchema | undefined>>();

/** Schema of a native on its cloud; undefined for a type or a data source that the committed schema does not hold. */
export function resourceSchema(cloud: Cloud, native: Pick<Native, "type" | "mode">): ResourceSchema | undefined {
  const known = found.get(cloud) ?? new Map<string, ResourceSchema | undefined>();
  found.set(cloud, known);
  const key = native.mode === "data" ? `data.${native.type}` : native.type;
  if (!known.has(key)) known.set(key, lookedUp(cloud, native));
  return known.get(key);
}

function lookedUp(cloud: Cloud, native: Pick<Native, "type" | "mode">): ResourceSchema | undefined {
  for (const provider of cloud.providers) {
    if (!native.type.startsWith(`${provider.name}_`)) continue;
    const schema = provider.schema();
    if (native.mode === "data") return schema.data_source_schemas?.[native.type];
    return withZeros(schema.resource_schemas[native.type], cloud.zeros?.[native.type]);
  }
  return undefined;
}

function withZeros(
  schema: ResourceSchema | undefined,
  paths: readonly string[] | undefined,
): ResourceSchema | undefined {
  if (!schema || !paths) return schema;
  const zeros = paths.map((path) => [path, { ...schema.semantics?.[path], zero: true }]);
  return { ...schema, semantics: { ...schema.semantics, ...Object.fromEntries(zeros) } };
}

/**
 * Whether code can leave a place of a resource out so that it is gone. What the provider wants is not, nor one of several ways to say
 * it, nor what it fills in by itself: the resource keeps the value that it has, or has another that is something too. Nobody can say for
 * what stands in a map or a document: it can.
 */
export function canBeLeftOut({ block, semantics }: ResourceSchema, place: string): boolean {
  const path = genericPath(place);
  const {
    exactly_one_of,
    at_least_one_of,
    conflicts_with,
    required_with,
    computed,
    default: other,
  } = semantics?.[path] ?? {};
  const isTied = exactly_one_of ?? at_least_one_of ?? conflicts_with ?? required_with;
  const isNothing = other === undefined || other === null || NOTHING.includes(other);
  return !isTied && !computed && isNothing && isOptional(block, path.split("."));
}

/** Values that say that there is none. */
export const NOTHING: readonly unknown[] = [false, "none", 0, ""];

/** Whether a resource is destroyed and made anew where a place of it changes. */
export function replacesTheResource({ semantics }: ResourceSchema, place: string): boolean {
  const segments = genericPath(place).split(".");
  return segments.some((_, i) => semantics?.[segments.slice(0, i + 1).join(".")]?.force_new === true);
}

/** Whether a place stands inside one of a list (rules, grants, statements of a document): with less that one says something else. */
export function isOneOfSeveral(schema: ResourceSchema, place: string): boolean {
  const segments = place.split(".");
  return segments.some(
    (segment, i) =>
      /^\d+$/.test(segment) && i < segments.length - 1 && !isSingle(schema, segments.slice(0, i).join(".")),
  );
}

/** Whether a list is the one block that its provider takes there. */
function isSingle({ block, semantics }: ResourceSchema, place: string): boolean {
  const path = genericPath(place);
  const most = semantics?.[path]?.max_items ?? blockAt(block, path.split("."))?.max_items;
  return most === 1;
}

type NestedBlock = NonNullable<SchemaBlock["block_types"]>[string];

function blockAt(block: SchemaBlock, [segment = "", ...rest]: readonly string[]): NestedBlock | undefined {
  const nested = block.block_types?.[segment];
  return rest.length === 0 || !nested ? nested : blockAt(nested.block, rest);
}

function isOptional({ attributes, block_types }: SchemaBlock, [segment = "", ...rest]: readonly string[]): boolean {
  const [attribute, nested] = [attributes?.[segment], block_types?.[segment]];
  if (rest.length > 0) return isOptional(nested?.block ?? attribute?.nested_type ?? {}, rest);
  return !attribute?.required && !attribute?.computed && (nested?.min_items ?? 0) === 0;
}
