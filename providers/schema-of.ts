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
 * it, nor what it fills in by itself: the resource keeps the value that it has. Nobody can say for what stands in a map or a document: it can.
 */
export function canBeLeftOut({ block, semantics }: ResourceSchema, place: string): boolean {
  const path = genericPath(place);
  const { exactly_one_of, at_least_one_of, conflicts_with, computed } = semantics?.[path] ?? {};
  const isChoice = exactly_one_of ?? at_least_one_of ?? conflicts_with;
  return !isChoice && !computed && isOptional(block, path.split("."));
}

function isOptional({ attributes, block_types }: SchemaBlock, [segment = "", ...rest]: readonly string[]): boolean {
  const [attribute, nested] = [attributes?.[segment], block_types?.[segment]];
  if (rest.length > 0) return isOptional(nested?.block ?? attribute?.nested_type ?? {}, rest);
  return !attribute?.required && !attribute?.computed && (nested?.min_items ?? 0) === 0;
}
