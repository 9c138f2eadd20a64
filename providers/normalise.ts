import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { edgesOf, genericPath, isSameTree, joinPath, leavesOf, sortTrees } from "./paths.ts";
import type { ResourceSchema, SchemaAttribute, SchemaBlock, Semantics } from "./provider.ts";

/**
 * One form for a native, whoever wrote it: what the schema calls absent is left out, sets are sorted, blocks are lists of objects
 * (objects where the schema nests a single one), numbers and booleans written as text are themselves, and what only the provider
 * can set is dropped. Without a schema the native is returned as it is, nulls dropped.
 */
export function normalise(native: Native, schema: ResourceSchema | undefined): Native {
  const walk: Walk = {
    semantics: schema?.semantics ?? {},
    fromState: native.configured === null,
    keep: (path) => native.configured === null || isConfigured(native.configured, path),
  };
  const args = schema ? block(native.args, schema.block, "", walk) : withoutNulls(native.args);
  const derived = edgesOf(args);
  const seen = new Set(derived.map((e) => `${genericPath(e.path)} ${e.to}`));
  // A plan knows the value and, apart from it, the reference: keep those the values do not show.
  const rest = native.refs.filter((e) => !seen.has(`${genericPath(e.path)} ${e.to}`));
  const identifiers = identifiersIn(native.args, args);
  return {
    ...native,
    args,
    refs: [...derived, ...rest],
    ...(identifiers.length > 0 ? { identifiers: Object.fromEntries(identifiers) } : {}),
  };
}

/** What a resource is known by and nobody wrote: texts, ids in a map (`regions_openstack_ids.GRA11`), addresses in a list (`private_ips.0`). */
function identifiersIn(found: Args, args: Args): [string, string][] {
  return Object.entries(found).flatMap(([name, value]): [string, string][] => {
    if (name in args && !isHollow(args[name])) return [];
    if (typeof value === "string") return value === "" ? [] : [[name, value]];
    if (!/_(?:ids|ips)$/.test(name) || value instanceof Unknown || typeof value !== "object" || value === null)
      return [];
    return Object.entries(value).flatMap(([key, one]: [string, Tree]) => {
      const text = isObject(one) ? one["address"] : one;
      return typeof text === "string" ? [[joinPath(name, key), text]] : [];
    });
  });
}

/** Blocks of which the provider fills in every attribute. */
function isHollow(tree: Tree | undefined): boolean {
  return isList(tree) && tree.every((item) => isObject(item) && Object.keys(item).length === 0);
}

interface Walk {
  readonly semantics: Readonly<Record<string, Semantics>>;
  readonly fromState: boolean;
  keep(path: string): boolean;
}

/** A configured path covers what is below it (an attribute with a whole value) and above it (the block around it). */
function isConfigured(configured: ReadonlySet<string>, path: string): boolean {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("."))))
    if (configured.has(at)) return true;
  for (const entry of configured) if (entry.startsWith(`${path}.`)) return true;
  return false;
}

function block(args: { readonly [key: string]: Tree }, schema: SchemaBlock, path: string, walk: Walk): Args {
  const out: Record<string, Tree> = {};
  for (const [name, value] of Object.entries(args)) {
    const at = joinPath(path, name);
    const nested = own(schema.block_types, name);
    const attribute = own(schema.attributes, name);
    // In a state the id tells resources apart; nobody asked for it.
    if (path === "" && (name === "timeouts" || (name === "id" && walk.fromState && !attribute?.required))) continue;
    if (!walk.keep(at)) continue;
    const next = nested
      ? nestedBlock(value, nested.nesting_mode, (item) => block(item, nested.block, at, walk))
      : attribute
        ? attributeValue(value, attribute, at, walk)
        : withoutNulls(value);
    if (next !== undefined) out[name] = next;
  }
  return out;
}

/** Names come from the user's files: `constructor` is an argument nobody has, not a property of every object. */
function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

function nestedBlock(
  value: Tree,
  mode: "single" | "list" | "set" | "map",
  each: (item: Args) => Args,
): Tree | undefined {
  if (value === null) return undefined;
  if (value instanceof Unknown) return value;
  const item = (v: Tree): Tree => (isObject(v) ? each(v) : v);
  if (mode === "single") {
    const one = isList(value) ? value[0] : value;
    return one === undefined ? undefined : item(one);
  }
  if (mode === "map")
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, item(v)])) : value;
  const list = (isList(value) ? value : [value]).filter((v) => v !== null).map(item);
  return list.length === 0 ? undefined : mode === "set" ? sortTrees(list) : list;
}

function attributeValue(value: Tree, attribute: SchemaAttribute, path: string, walk: Walk): Tree | undefined {
  if (attribute.computed && !attribute.optional && !attribute.required) return undefined;
  if (value === null) return undefined;
  if (value instanceof Unknown) return value.options.computed && value.refs.length === 0 ? undefined : value;
  const nested = attribute.nested_type;
  if (nested) {
    const schema: SchemaBlock = { attributes: nested.attributes };
    const out = nestedBlock(value, nested.nesting_mode, (item) => block(item, schema, path, walk));
    return isObject(out) && Object.keys(out).length === 0 && !attribute.required ? undefined : out;
  }
  const typed = ofType(value, attribute.type);
  if (attribute.required) return typed;
  if (typed === "" || (isList(typed) && typed.length === 0) || (isObject(typed) && Object.keys(typed).length === 0))
    return undefined;
  const semantics = walk.semantics[genericPath(path)];
  // A state writes out defaults and zero values that nobody asked for.
  if (walk.fromState) {
    if (semantics?.default !== undefined && isSameTree(typed, semantics.default as Tree)) return undefined;
    if (semantics?.default === undefined && !semantics?.zero && (typed === false || typed === 0)) return undefined;
  }
  return typed;
}

function ofType(value: Tree, type: unknown): Tree {
  if (value instanceof Unknown || value === null) return value;
  if (type === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
    return Number(value);
  if (type === "bool" && (value === "true" || value === "false")) return value === "true";
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (!Array.isArray(type)) return value;
  const [collection, element] = type as [string, unknown];
  if (collection === "map" && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, ofType(v, element)]));
  }
  if ((collection === "list" || collection === "set") && isList(value)) {
    const list = value.filter((v) => v !== null).map((v) => ofType(v, element));
    return collection === "set" ? sortTrees(list) : list;
  }
  return value;
}

function withoutNulls<T extends Tree>(tree: T): T {
  if (isList(tree)) return tree.filter((v) => v !== null).map(withoutNulls) as unknown as T;
  if (isObject(tree)) {
    return Object.fromEntries(
      Object.entries(tree)
        .filter(([, v]) => v !== null)
        .map(([k, v]) => [k, withoutNulls(v)]),
    ) as unknown as T;
  }
  return tree;
}

/** True where the schema's own default stands at the leaf, or `false` at a switch that has none: writing it asks for nothing. */
export function isSchemaDefault(schema: ResourceSchema | undefined, path: string, value: Tree): boolean {
  if (!schema?.semantics) return false;
  const fallback = schema.semantics[genericPath(path)]?.default;
  if (fallback !== undefined) return isSameTree(fallback as Tree, value);
  const attribute = value === false ? attributeAt(schema, path) : undefined;
  return attribute?.type === "bool" && attribute.optional === true && !attribute.computed;
}

const attributes = new WeakMap<ResourceSchema, Map<string, SchemaAttribute>>();

/** Attribute schema at a generic path, through blocks and nested types. */
export function attributeAt(schema: ResourceSchema | undefined, path: string): SchemaAttribute | undefined {
  if (!schema) return undefined;
  const generic = genericPath(path);
  const end = generic.indexOf(".");
  const top = own(schema.block.attributes, end < 0 ? generic : generic.slice(0, end));
  // Below a map stands whatever its author likes.
  if (top && !top.nested_type) return top;
  const known = attributes.get(schema) ?? new Map<string, SchemaAttribute>();
  attributes.set(schema, known);
  const found = known.get(generic) ?? attributeIn(schema, generic);
  if (found) known.set(generic, found);
  return found;
}

function attributeIn(schema: ResourceSchema, generic: string): SchemaAttribute | undefined {
  let current: SchemaBlock | undefined = schema.block;
  const segments = generic.split(".");
  for (const [i, segment] of segments.entries()) {
    const attribute: SchemaAttribute | undefined = own(current?.attributes, segment);
    if (attribute) {
      if (i === segments.length - 1 || !attribute.nested_type) return attribute;
      current = { attributes: attribute.nested_type.attributes };
    } else current = own(current?.block_types, segment)?.block;
  }
  return undefined;
}

/** True where the provider sets a place by itself when nobody does: a computed attribute, or a block that it fills in. Undefined for a place the schema does not have. */
export function isComputed(schema: ResourceSchema | undefined, path: string): boolean | undefined {
  const generic = genericPath(path);
  if (schema?.semantics?.[generic]?.computed) return true;
  const attribute = attributeAt(schema, generic);
  if (attribute) return attribute.computed === true;
  return blockAt(schema, generic) ? false : undefined;
}

/** Block schema at a generic path. */
export function blockAt(schema: ResourceSchema | undefined, path: string): SchemaBlock | undefined {
  return path
    .split(".")
    .reduce<SchemaBlock | undefined>((at, name) => own(at?.block_types, name)?.block, schema?.block);
}

/** Leaves of a normalised native that count: configured ones, with what only a state may have chosen told apart. */
export function countedLeaves(
  native: Native,
  schema: ResourceSchema | undefined,
): { path: string; value: Tree; chosen: boolean }[] {
  return leavesOf(native.args).flatMap(([path, value]) => {
    const counts = countOf(native, schema, path, value);
    return counts === "default" ? [] : [{ path, value, chosen: counts === "chosen" }];
  });
}

/** Whether a leaf counts as configured, stands at the schema's default, or may have been chosen by the provider. */
export function countOf(
  native: Native,
  schema: ResourceSchema | undefined,
  path: string,
  value: Tree,
): "counts" | "default" | "chosen" {
  if (path === "" || isSchemaDefault(schema, path, value)) return "default";
  return native.configured === null && isChosen(schema, path) ? "chosen" : "counts";
}

/** Whether the provider may have set a leaf of a state: it is optional and computed, or stands in a block that is. */
function isChosen(schema: ResourceSchema | undefined, path: string): boolean {
  const attribute = attributeAt(schema, path);
  if (attribute?.optional === true && attribute.computed === true) return true;
  const [top = ""] = path.split(".");
  return schema?.semantics?.[top]?.computed === true;
}
