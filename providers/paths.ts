import { compareText } from "../constructs/diagnostic.ts";
import { canonical } from "../constructs/satisfies.ts";
import { type Args, type Edge, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";

/** Drops list positions: `rule.0.id` → `rule.id`. */
export function genericPath(path: string): string {
  if (!/(?:^|\.)\d+(?:\.|$)/.test(path)) return path;
  return path
    .split(".")
    .filter((segment) => !/^\d+$/.test(segment))
    .join(".");
}

export function joinPath(...parts: readonly (string | number)[]): string {
  let path = "";
  for (const part of parts) if (part !== "") path = path === "" ? String(part) : `${path}.${part}`;
  return path;
}

export function isUnder(path: string, prefix: string): boolean {
  return path === prefix || prefix === "" || path.startsWith(`${prefix}.`);
}

/** Every leaf with its dotted path, positions included. An empty list or object is a leaf of its own. */
export function leavesOf(tree: Tree | undefined, path = ""): [path: string, value: Tree][] {
  const leaves: [string, Tree][] = [];
  if (tree !== undefined) collect(tree, path, leaves);
  return leaves;
}

function collect(tree: Tree, path: string, leaves: [string, Tree][]): void {
  const start = leaves.length;
  const before = path === "" ? "" : `${path}.`;
  if (isList(tree)) for (let i = 0; i < tree.length; i++) collect(tree[i] as Tree, `${before}${i}`, leaves);
  else if (isObject(tree)) {
    for (const key of Object.keys(tree)) collect(tree[key] as Tree, key === "" ? path : before + key, leaves);
  }
  if (leaves.length === start) leaves.push([path, tree]);
}

/** The references that stand in a tree. */
export function edgesOf(tree: Tree): Edge[] {
  const edges: Edge[] = [];
  for (const [path, leaf] of leavesOf(tree)) {
    if (leaf instanceof Unknown) for (const ref of leaf.refs) edges.push({ ...ref, path });
  }
  return edges;
}

/** What follows from arguments that are all written by somebody: the references in them, and each place as a configured one. */
export function asWritten(args: Args): Pick<Native, "args" | "refs" | "configured"> {
  const refs: Edge[] = [];
  const configured = new Set<string>();
  for (const [path, leaf] of leavesOf(args)) {
    configured.add(genericPath(path));
    if (leaf instanceof Unknown) for (const ref of leaf.refs) refs.push({ ...ref, path });
  }
  return { args, refs, configured };
}

/**
 * Walks a dotted path; a list of one may be passed without its position. Gives the value and its full path. What stands inside
 * something unknown is that unknown, at the path of it: nobody can say that it is absent.
 */
export function lookUp(tree: Tree, path: string): { readonly value: Tree; readonly path: string } | undefined {
  if (isObject(tree) && !path.includes(".") && path !== "") {
    const inside = Object.hasOwn(tree, path) ? tree[path] : undefined;
    return inside === undefined ? undefined : { value: inside, path };
  }
  let value: Tree | undefined = tree;
  let at = "";
  const segments = path === "" ? [] : path.split(".");
  for (let i = 0; i < segments.length; ) {
    if (value instanceof Unknown) return at === "" ? undefined : { value, path: at };
    if (Array.isArray(value)) {
      const position = isPosition(segments[i]) ? Number(segments[i]) : undefined;
      value = (value as readonly Tree[])[position ?? 0];
      at = joinPath(at, position ?? 0);
      if (position !== undefined) {
        if (value === undefined) return undefined;
        i++;
        continue;
      }
    }
    const inside: Inside | undefined = isObject(value) ? insideOf(value, segments, i) : undefined;
    if (!inside) return undefined;
    value = inside.value;
    at = joinPath(at, inside.key);
    i = inside.next;
  }
  return value === undefined ? undefined : { value, path: at };
}

interface Inside {
  readonly key: string;
  readonly value: Tree;
  /** The first segment that the key does not cover. */
  readonly next: number;
}

/** What stands in an object at the beginning of a path: a key of a map may hold dots itself, and begin like another one. */
function insideOf(
  object: { readonly [key: string]: Tree },
  segments: readonly string[],
  from: number,
): Inside | undefined {
  let key = "";
  for (let i = from; i < segments.length; i++) {
    key = i === from ? (segments[i] ?? "") : `${key}.${segments[i]}`;
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    if (value !== undefined && (i === segments.length - 1 || hasParts(value))) return { key, value, next: i + 1 };
  }
  return undefined;
}

function isPosition(segment: string | undefined): boolean {
  return segment !== undefined && /^\d+$/.test(segment);
}

/** Every value at a path without positions, with its full path: in each item of the lists on the way. */
export function everyAt(tree: Tree, path: string): { readonly value: Tree; readonly path: string }[] {
  if (!path.includes(".")) {
    const one = lookUp(tree, path);
    return one ? [one] : [];
  }
  const segments = path.split(".");
  const found: { value: Tree; path: string }[] = [];
  const follow = (value: Tree, next: number, at: string): void => {
    if (next === segments.length || (value instanceof Unknown && at !== "")) found.push({ value, path: at });
    else if (isList(value)) for (const [i, item] of value.entries()) follow(item, next, joinPath(at, i));
    else if (isObject(value)) {
      const inside = insideOf(value, segments, next);
      if (inside) follow(inside.value, inside.next, joinPath(at, inside.key));
    }
  };
  follow(tree, 0, "");
  return found;
}

function hasParts(tree: Tree): boolean {
  return tree instanceof Unknown || (typeof tree === "object" && tree !== null);
}

/** Text that is equal for equal trees; an Unknown is its expression. */
export function fingerprint(tree: Tree | undefined): string {
  return canonical(plainForm(tree));
}

/** Whether two trees have one fingerprint. */
export function isSameTree(a: Tree | undefined, b: Tree | undefined): boolean {
  return isPlain(a) || isPlain(b) ? a === b : fingerprint(a) === fingerprint(b);
}

function isPlain(tree: Tree | undefined): boolean {
  return typeof tree !== "object";
}

function plainForm(tree: Tree | undefined): unknown {
  if (tree instanceof Unknown) return { "${}": tree.expression };
  if (isList(tree)) return tree.map(plainForm);
  if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, plainForm(v)]));
  return tree;
}

export function sortTrees(list: readonly Tree[]): Tree[] {
  return list
    .map((tree) => ({ tree, key: fingerprint(tree) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ tree }) => tree);
}
