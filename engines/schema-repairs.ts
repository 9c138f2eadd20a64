import type { ResourceSchema, SchemaAttribute, SchemaBlock } from "../providers/provider.ts";

/**
 * Arguments that the provider takes as sets of objects although they are written as blocks: in JSON each of their objects needs
 * all its attributes. The committed schema was recovered from classes and calls them blocks; the classes of
 * `@cdktn/provider-aws` 25.7.0 write null for what is missing in exactly these (read 2026-11-25). Terraform's documentation
 * calls the form "attributes as blocks".
 */
const OBJECTS_WRITTEN_AS_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  aws_default_route_table: ["route"],
  aws_default_security_group: ["egress", "ingress"],
  aws_emr_cluster: ["step"],
  aws_network_acl: ["egress", "ingress"],
  aws_route_table: ["route"],
  aws_security_group: ["egress", "ingress"],
};

const repaired = new WeakMap<ResourceSchema, ResourceSchema>();

/** A committed schema as an engine takes it. The same object for the same schema. */
export function engineSchema(type: string, schema: ResourceSchema): ResourceSchema {
  const known = repaired.get(schema);
  if (known) return known;
  const block = fitting(schema.block, false);
  const names = [...(OBJECTS_WRITTEN_AS_BLOCKS[type] ?? []), ...onlyComputed(block)];
  const made = { ...schema, block: objectsAsAttributes(block, names) };
  repaired.set(schema, made);
  return made;
}

/** What the engine refuses in any schema: values of no fixed type inside sets, counts on maps of blocks. */
function fitting(block: SchemaBlock, inSet: boolean): SchemaBlock {
  const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]): [string, SchemaAttribute] => [
    name,
    inSet && JSON.stringify(attribute.type ?? "").includes('"dynamic"') ? { ...attribute, type: "string" } : attribute,
  ]);
  const nested = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode, block, ...counts }]) => {
    const inner = fitting(block, inSet || nesting_mode === "set");
    return [name, { nesting_mode, ...(nesting_mode === "map" ? {} : counts), block: inner }] as const;
  });
  return { attributes: Object.fromEntries(attributes), block_types: Object.fromEntries(nested) };
}

/** Blocks in which nothing can be written: the provider computes them, as it does attributes. */
function onlyComputed({ block_types = {} }: SchemaBlock): string[] {
  const isGiven = ({ attributes = {}, block_types: inner = {} }: SchemaBlock): boolean =>
    Object.values(attributes).some((a) => !a.computed || a.optional) ||
    Object.values(inner).some((b) => isGiven(b.block));
  return Object.entries(block_types)
    .filter(([, { block }]) => Object.keys(block.attributes ?? {}).length > 0 && !isGiven(block))
    .map(([name]) => name);
}

function objectsAsAttributes(block: SchemaBlock, names: readonly string[]): SchemaBlock {
  const { attributes = {}, block_types = {} } = block;
  const moved = names.flatMap((name): [string, SchemaAttribute][] => {
    const nested = block_types[name];
    if (!nested) return [];
    return [[name, { type: [nested.nesting_mode, objectType(nested.block)], optional: true, computed: true }]];
  });
  if (moved.length === 0) return block;
  return {
    attributes: { ...attributes, ...Object.fromEntries(moved) },
    block_types: Object.fromEntries(Object.entries(block_types).filter(([name]) => !names.includes(name))),
  };
}

function objectType({ attributes = {}, block_types = {} }: SchemaBlock): unknown {
  const own = Object.entries(attributes).map(([name, attribute]) => [name, attribute.type]);
  const nested = Object.entries(block_types).map(([name, { nesting_mode, block }]) => [
    name,
    [nesting_mode, objectType(block)],
  ]);
  return ["object", Object.fromEntries([...own, ...nested])];
}
