import { createHash } from "node:crypto";
import { canonical } from "../../constructs/satisfies.ts";
import { type Args, isList, type Tree, Unknown } from "../../providers/native.ts";
import { fingerprint, genericPath, leavesOf, lookUp } from "../../providers/paths.ts";
import type { ResourceSchema, SchemaAttribute, SchemaBlock } from "../../providers/provider.ts";
import { knownValue } from "./known-values.ts";
import { Opaque } from "./values.ts";
import { changed, mapValues } from "./walk.ts";

/** What a provider plans: what the configuration says, the provider's defaults, unknown where only the provider decides. */
export interface PlannedChange {
  readonly state: Args;
  /** A default stands where the configuration says nothing, which the engine takes from older providers only. */
  readonly filled: boolean;
}

const unknown = new Unknown("");

/** `proposed` is the engine's merge of configuration and earlier state: what the provider decided before is in it. */
export function planChange(proposed: Args, { block, semantics = {} }: ResourceSchema): PlannedChange {
  let filled = false;
  const state = changed(proposed, block, (value, { computed, type, write_only }, { path }) => {
    if (write_only) return null;
    if (value !== null) return value;
    const fallback = semantics[path]?.default;
    if (fallback === undefined || typeof type !== "string") return computed ? unknown : null;
    filled ||= !computed;
    return ofType(fallback, type);
  });
  return { state, filled };
}

/** Dotted paths, positions included, whose change makes a new resource necessary. A path inside a set is the set's. */
export function replacedBy(prior: Args, planned: Args, { block, semantics = {} }: ResourceSchema): string[] {
  const [before, after] = [new Map(leavesOf(prior)), new Map(leavesOf(planned))];
  const paths = new Set<string>();
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (same(before.get(path), after.get(path))) continue;
    const segments = path.split(".");
    for (let length = segments.length; length > 0; length--) {
      const at = segments.slice(0, length);
      if (/^\d+$/.test(at.at(-1) ?? "") || !semantics[genericPath(at.join("."))]?.force_new) continue;
      const { isBlock, end } = placeOf(at, block);
      // On a block the rule is about how often it stands: what is inside has rules of its own.
      if (isBlock && count(prior, at) === count(planned, at)) continue;
      paths.add(at.slice(0, end).join("."));
    }
  }
  return [...paths].sort();
}

function same(a: Tree | undefined, b: Tree | undefined): boolean {
  const nothing = (v: Tree | undefined) => v === undefined || v === null || (isList(v) && v.length === 0);
  return (nothing(a) && nothing(b)) || (a !== undefined && b !== undefined && fingerprint(a) === fingerprint(b));
}

function count(args: Args, path: readonly string[]): number {
  const value = lookUp(args, path.join("."))?.value ?? null;
  return isList(value) ? value.length : value === null ? 0 : 1;
}

/** Whether the path ends at a block, and how much of it the engine can follow: elements of sets have no position. */
function placeOf(path: readonly string[], block: SchemaBlock): { isBlock: boolean; end: number } {
  let current: SchemaBlock | undefined = block;
  let isBlock = false;
  for (const [i, segment] of path.entries()) {
    if (/^\d+$/.test(segment)) continue;
    const nested: NonNullable<SchemaBlock["block_types"]>[string] | undefined = current?.block_types?.[segment];
    const attribute: SchemaAttribute | undefined = current?.attributes?.[segment];
    isBlock = nested !== undefined;
    const inSet = nested?.nesting_mode === "set" && i < path.length - 1;
    if (inSet || (attribute && !attribute.nested_type)) return { isBlock: false, end: i + 1 };
    current = nested?.block ?? (attribute?.nested_type && { attributes: attribute.nested_type.attributes });
  }
  return { isBlock, end: path.length };
}

/**
 * The state after the change: every unknown value made up, the same from the same configuration. Names that identify a resource
 * hold its `mark`; everything else is empty, as nobody knows it.
 */
export function decide(type: string, planned: Args, { block }: ResourceSchema, mark: string): Args {
  return changed(planned, block, (value, attribute, { name, path }) => {
    if (!(value instanceof Unknown) || value instanceof Opaque) return value;
    return knownValue(type, path, planned) ?? invented(attribute, path === name ? name : "", mark);
  });
}

const IDENTITY: ReadonlySet<string> = new Set(["id", "arn", "name", "bucket", "identifier"]);

function invented({ type, nested_type, optional }: SchemaAttribute, name: string, mark: string): Tree {
  if (nested_type) {
    if (nested_type.nesting_mode !== "single") return nested_type.nesting_mode === "map" ? {} : [];
    return mapValues(nested_type.attributes, (attribute) => invented(attribute, "", mark));
  }
  if (Array.isArray(type)) {
    const [kind, element] = type as [string, Record<string, unknown>];
    return kind === "object" ? mapValues(element, () => null) : kind === "map" ? {} : [];
  }
  if (type === "bool") return false;
  if (type === "number") return 0;
  if (name === "" || (optional && !IDENTITY.has(name))) return "";
  return name === "id" ? mark : `${name}-${mark}`;
}

/** Tells resources apart by what is known of them: no clock, no chance. */
export function markOf(type: string, planned: Args): string {
  const known = leavesOf(planned).filter(([, value]) => !(value instanceof Unknown) && value !== null);
  return createHash("sha256")
    .update(canonical([type, known]))
    .digest("hex")
    .slice(0, 12);
}

function ofType(value: Tree, type: string): Tree {
  if (type === "string") return String(value);
  return type === "number" ? Number(value) : value === true || value === "true";
}
