import { lowerAll } from "./lower.ts";
import type { OpenComponent } from "./lower-open.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { countedLeaves, normalise } from "./normalise.ts";
import { fingerprint, leavesOf, lookUp } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import { resourceSchema } from "./schema-of.ts";
import type { FoundComponent, LeafGap } from "./survey.ts";
import { boundsOf } from "./translate.ts";
import { complete } from "./witness.ts";

export interface Carried {
  /** By native type, or by address where several natives of the type are written. */
  readonly overrides: Readonly<Record<string, Args>>;
  readonly carried: readonly LeafGap[];
  readonly left: readonly (LeafGap & { readonly why: string })[];
}

type Leaf = LeafGap & { readonly why?: string };

/**
 * Leaves without a prop (residue, coarsened, set aside) as overrides of the natives that stand in their place in code for the same
 * cloud. Tried, not assumed: a leaf that the overridden code does not have after all is left.
 */
export function carried(
  found: FoundComponent,
  component: OpenComponent,
  pairs: ReadonlyMap<Native, Native>,
  cloud: Cloud,
): Carried {
  const natives = [...found.natives, ...found.shared];
  const nativeOf = (leaf: Leaf) => natives.find((n) => n.address === leaf.address && n.root === leaf.root);
  const wanted = (leaf: Leaf) => {
    const native = nativeOf(leaf);
    return native && lookUp(native.args, leaf.path)?.value;
  };
  const left: (LeafGap & { why: string })[] = [];
  const candidates: Leaf[] = [];
  for (const leaf of [...found.residue, ...found.coarsened, ...found.ignored] as Leaf[]) {
    const native = nativeOf(leaf);
    const written = native && pairs.get(native);
    const value = wanted(leaf);
    // Set aside, and yet the code has it.
    if (written && same(normalised(written, cloud), leaf.path, value)) continue;
    const why = found.attachedTo
      ? "it belongs to a fragment, of which no code is written"
      : leaf.why !== undefined && native && !isName(native, leaf, cloud)
        ? leaf.why
        : obstacle(written, leaf, value);
    if (why) left.push({ ...leaf, why: leaf.why ?? why });
    else candidates.push(leaf);
  }
  const several = (type: string) => [...pairs.values()].filter((n) => n.type === type).length > 1;
  const overrides: Record<string, Args> = {};
  for (const [native, leaves] of Map.groupBy(candidates, nativeOf)) {
    const written = native && pairs.get(native);
    if (!native || !written) continue;
    const args = argumentsOf(native, written, new Set(leaves.map((l) => l.path)));
    if (Object.keys(args).length > 0) overrides[several(native.type) ? written.address : native.type] = args;
  }
  const changed = Object.keys(overrides).length > 0 ? overridden(component, overrides, cloud) : [];
  const after = new Map(changed.map((n) => [n.address, n]));
  const kept = candidates.filter((leaf) => {
    const native = nativeOf(leaf);
    const written = native && pairs.get(native);
    return same(written && after.get(written.address), leaf.path, wanted(leaf));
  });
  const lost = candidates.filter((leaf) => !kept.includes(leaf));
  const why = (leaf: Leaf) => {
    const block = nativeOf(leaf)?.args[leaf.path.split(".")[0] ?? ""];
    return block !== undefined && isHalf(block)
      ? "what stands beside it in its block is not known"
      : "it stands in a list, of which the code writes other items";
  };
  return {
    overrides,
    carried: kept,
    left: [...left, ...lost.map((leaf) => ({ ...leaf, why: leaf.why ?? why(leaf) }))],
  };
}

/** Of what was set aside: what somebody chose, or what the native is known by. A state repeats much that is neither. */
function isName(native: Native, { type, path }: Leaf, cloud: Cloud): boolean {
  if (path.includes(".")) return false;
  const schema = resourceSchema(cloud, native);
  const byProvider = countedLeaves(native, schema).find((l) => l.path === path)?.chosen;
  return byProvider === false || cloud.importIds?.[type] === path || schema?.semantics?.[path]?.force_new === true;
}

function obstacle(written: Native | undefined, leaf: Leaf, value: Tree | undefined): string | undefined {
  if (!written) return `no ${leaf.type} is written for it alone`;
  if (value === undefined) return "it stands inside a document";
  return value instanceof Unknown ? "its value is not known without the rest of the source's code" : undefined;
}

function same(native: Native | undefined, path: string, value: Tree | undefined): boolean {
  return native !== undefined && fingerprint(lookUp(native.args, path)?.value) === fingerprint(value);
}

/**
 * The arguments that put the leaves into a native: only these where they are reached through single blocks, else the whole
 * argument when nothing in it is unknown and the code writes nothing there.
 */
function argumentsOf(from: Native, onto: Native, paths: ReadonlySet<string>): Args {
  const out: Record<string, Tree> = {};
  for (const [name, value] of Object.entries(from.args)) {
    const own = new Set([...paths].filter((p) => p === name || p.startsWith(`${name}.`)));
    if (own.size === 0) continue;
    // Half a block is none: what it asks for beside is not known.
    if (onto.args[name] === undefined && isHalf(value)) continue;
    const part = isSimple(value) ? only(value, name, own) : onto.args[name] === undefined ? value : undefined;
    if (part !== undefined && !leavesOf(part).some(([, leaf]) => leaf instanceof Unknown)) out[name] = part;
  }
  return out;
}

function isHalf(value: Tree): boolean {
  return isList(value) && value.some(isObject) && leavesOf(value).some(([, leaf]) => leaf instanceof Unknown);
}

/** Nothing but objects and lists of one on the way to any leaf. */
function isSimple(tree: Tree): boolean {
  if (isList(tree)) return tree.length === 1 ? isSimple(tree[0] as Tree) : !tree.some(isObject);
  return !isObject(tree) || Object.values(tree).every(isSimple);
}

function only(tree: Tree, path: string, paths: ReadonlySet<string>): Tree | undefined {
  if (paths.has(path)) return tree;
  if (isList(tree) && isObject(tree[0])) {
    const item = only(tree[0], `${path}.0`, paths);
    return item === undefined ? undefined : [item];
  }
  if (isList(tree)) return [...paths].some((p) => p.startsWith(`${path}.`)) ? tree : undefined;
  if (!isObject(tree)) return undefined;
  const entries = Object.entries(tree).map(([k, v]) => [k, only(v, `${path}.${k}`, paths)] as const);
  const kept = entries.filter((e): e is [string, Tree] => e[1] !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function overridden(component: OpenComponent, overrides: Readonly<Record<string, Args>>, cloud: Cloud): Native[] {
  if (Object.keys(overrides).length === 0) return [];
  const whole = { ...complete(component, {}, boundsOf(cloud)), overrides };
  return lowerAll([whole], cloud, { keepExternals: true, allowOrders: true }).natives.map((n) => normalised(n, cloud));
}

function normalised(native: Native, cloud: Cloud): Native {
  return normalise(native, resourceSchema(cloud, native));
}
