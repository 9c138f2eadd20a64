import { type Args, isList, isObject, type Tree } from "../../providers/native.ts";
import type { SchemaAttribute, SchemaBlock } from "../../providers/provider.ts";
import { below } from "./protocol-schema.ts";

/** Gives the new value of an attribute; null where nothing is set. Not asked for nested attributes that hold something. */
export type AttributeChange = (value: Tree, attribute: SchemaAttribute, at: { name: string; path: string }) => Tree;

/** The arguments with every attribute of the schema changed, at any depth. Blocks stay as many as they are. Paths have no positions. */
export function changed(
  args: Args,
  { attributes = {}, block_types = {} }: SchemaBlock,
  change: AttributeChange,
  path = "",
): Args {
  const own = Object.entries(attributes).map(([name, attribute]): [string, Tree] => {
    const at = below(path, name);
    const value = args[name] ?? null;
    const nested = attribute.nested_type;
    if (!nested || (!isObject(value) && !isList(value))) return [name, change(value, attribute, { name, path: at })];
    return [
      name,
      items(value, nested.nesting_mode, (item) => changed(item, { attributes: nested.attributes }, change, at)),
    ];
  });
  const blocks = Object.entries(block_types).flatMap(([name, { nesting_mode, block }]): [string, Tree][] => {
    const value = args[name];
    return value === undefined || value === null
      ? []
      : [[name, items(value, nesting_mode, (item) => changed(item, block, change, below(path, name)))]];
  });
  return Object.fromEntries([...own, ...blocks]);
}

function items(value: Tree, mode: "single" | "list" | "set" | "map", make: (item: Args) => Tree): Tree {
  const item = (v: Tree) => (isObject(v) ? make(v) : v);
  if (isList(value)) return value.map(item);
  return mode === "map" && isObject(value) ? mapValues(value, item) : item(value);
}

export function mapValues<T>(record: { readonly [key: string]: T }, make: (value: T) => Tree): Args {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}
