import { lowerAll } from "./lower.ts";
import type { OpenComponent } from "./lower-open.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { normalise } from "./normalise.ts";
import { fingerprint, leavesOf, lookUp } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import { resourceSchema } from "./schema-of.ts";
import type { FoundComponent, LeafGap } from "./survey.ts";
import { boundsOf } from "./translate.ts";
import { complete } from "./witness.ts";

export interface Carried {
  readonly overrides: Readonly<Record<string, Args>>;
  readonly carried: readonly LeafGap[];
  readonly left: readonly (LeafGap & { readonly why: string })[];
}

/**
 * Residue and coarsened leaves as overrides, where the source's `lower` writes one native of the type and the estate has one.
 * Tried, not assumed: a leaf that the overridden synthesis does not have after all is left.
 */
export function carried(
  found: FoundComponent,
  component: OpenComponent,
  natives: readonly Native[],
  cloud: Cloud,
): Carried {
  const gaps: readonly LeafGap[] = [...found.residue, ...found.coarsened];
  const left: (LeafGap & { why: string })[] = found.ignored.map((leaf) => ({ ...leaf }));
  const candidates: LeafGap[] = [];
  for (const gap of gaps) {
    const why = obstacle(gap, found, natives);
    if (why) left.push({ ...gap, why });
    else candidates.push(gap);
  }
  const overrides: Record<string, Args> = {};
  for (const [type, leaves] of Map.groupBy(candidates, (gap) => gap.type)) {
    const native = found.natives.find((n) => n.type === type) as Native;
    const here = natives.find((n) => n.type === type) as Native;
    const args = argumentsOf(native, here, new Set(leaves.map((l) => l.path)));
    if (Object.keys(args).length > 0) overrides[type] = args;
  }
  const after = overridden(component, overrides, cloud);
  const kept = candidates.filter((gap) => {
    const native = after.find((n) => n.type === gap.type);
    return native && fingerprint(lookUp(native.args, gap.path)?.value) === fingerprint(foundValue(gap, found));
  });
  const lost = candidates.filter((gap) => !kept.includes(gap));
  return {
    overrides,
    carried: kept,
    left: [
      ...left,
      ...lost.map((gap) => ({ ...gap, why: "it stands in a list, of which the code writes other items" })),
    ],
  };
}

function obstacle(gap: LeafGap, found: FoundComponent, natives: readonly Native[]): string | undefined {
  if (found.attachedTo) return "it belongs to a fragment, of which no code is written";
  const written = natives.filter((n) => n.type === gap.type).length;
  if (written === 0) return `no ${gap.type} is written`;
  if (found.shared.some((n) => n.address === gap.address)) return "its resource is shared by several components";
  if (written > 1 || found.natives.filter((n) => n.type === gap.type).length > 1) {
    return `there are several ${gap.type}, and an override changes all of them`;
  }
  const value = foundValue(gap, found);
  if (value === undefined) return "it stands inside a document";
  return value instanceof Unknown ? "its value is not known without the rest of the source's code" : undefined;
}

function foundValue(gap: LeafGap, found: FoundComponent): Tree | undefined {
  const native = found.natives.find((n) => n.address === gap.address && n.root === gap.root);
  return native && lookUp(native.args, gap.path)?.value;
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
    const part = isSimple(value) ? only(value, name, own) : onto.args[name] === undefined ? value : undefined;
    if (part !== undefined && !leavesOf(part).some(([, leaf]) => leaf instanceof Unknown)) out[name] = part;
  }
  return out;
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
  if (Object.keys(overrides).length === 0 || component.attachedTo) return [];
  const whole = { ...complete(component, {}, boundsOf(cloud)), overrides };
  return lowerAll([whole], cloud, { keepExternals: true }).natives.map((n) => normalise(n, resourceSchema(cloud, n)));
}
