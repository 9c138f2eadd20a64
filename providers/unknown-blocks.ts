import { type Native, type Tree, Unknown } from "./native.ts";
import { genericPath, joinPath, leavesOf } from "./paths.ts";
import type { Cloud, SchemaAttribute, SchemaBlock } from "./provider.ts";
import { resourceSchema } from "./schema-of.ts";

/** Blocks that a list which nobody knows may hold, in the upper bound: judgement, 2026-11-28. */
const ASSUMED_BLOCKS = 5;

/** What is known of a place: what a schema lets stand there. */
export interface Place {
  readonly mode: "single" | "list" | "set" | "map" | "item";
  readonly block: SchemaBlock;
  readonly most: number;
}

/** The block that a schema has at a path; undefined where an attribute stands there or nothing. Positions mean one of several. */
export function blockPlace(schema: SchemaBlock | undefined, path: string): Place | undefined {
  let found: Place | undefined;
  let inside = schema;
  for (const segment of path.split(".")) {
    if (/^\d+$/.test(segment)) {
      found = found && { ...found, mode: "item" };
      continue;
    }
    found = inside && placeIn(inside, segment);
    if (!found) return undefined;
    inside = found.block;
  }
  return found;
}

function placeIn({ attributes, block_types }: SchemaBlock, name: string): Place | undefined {
  if (block_types && Object.hasOwn(block_types, name)) {
    const { nesting_mode, max_items, block } = block_types[name] as NonNullable<typeof block_types>[string];
    return { mode: nesting_mode, block, most: max_items || ASSUMED_BLOCKS };
  }
  const nested = attributes && Object.hasOwn(attributes, name) ? attributes[name]?.nested_type : undefined;
  return nested && { mode: nested.nesting_mode, block: { attributes: nested.attributes }, most: ASSUMED_BLOCKS };
}

/** What is said of the places in a block that nobody knows. */
export interface Filling {
  /** What stands at a path. */
  word(path: string): Tree;
  /** Of blocks beside which nothing else stands (what a condition looks at), the one that does. */
  choice(names: readonly string[]): string | undefined;
}

/** All that may stand at a place of which nobody knows anything: as many blocks as are assumed, everything in them set that can be. */
export function fullest({ mode, block, most }: Place, path: string, filling: Filling): Tree {
  const one = item(block, path, filling);
  if (mode === "single" || mode === "item") return one;
  if (mode === "map") return { any: one };
  return Array.from({ length: most }, () => one);
}

function item(block: SchemaBlock, path: string, filling: Filling): Tree {
  const attributes = Object.entries(block.attributes ?? {}).flatMap(([name, attribute]) => {
    if (!isSettable(attribute)) return [];
    const at = joinPath(path, name);
    const nested = placeIn(block, name);
    return [[name, nested ? fullest(nested, at, filling) : filling.word(at)] as const];
  });
  const names = Object.keys(block.block_types ?? {});
  const chosen = attributes.length > 0 || names.length < 2 ? names : names.filter((n) => n === filling.choice(names));
  const blocks = chosen.flatMap((name) => {
    const nested = placeIn(block, name);
    return nested ? [[name, fullest({ ...nested, most: 1 }, joinPath(path, name), filling)] as const] : [];
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function isSettable({ required, optional }: SchemaAttribute): boolean {
  return required === true || optional === true;
}

/** Where blocks stand in a native that nobody knows, and how many of them are assumed. */
export function unknownBlocks(native: Native, cloud: Cloud): { path: string; unknown: Unknown; most: number }[] {
  const schema = resourceSchema(cloud, native);
  return leavesOf(native.args).flatMap(([path, value]) => {
    const place = value instanceof Unknown ? blockPlace(schema?.block, path) : undefined;
    if (!place) return [];
    const most = place.mode === "single" || place.mode === "item" ? 1 : place.most;
    return [{ path: genericPath(path), unknown: value as Unknown, most }];
  });
}
