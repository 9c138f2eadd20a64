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
  let pending = "";
  const segments = path === "" ? [] : path.split(".");
  for (const [i, segment] of segments.entries()) {
    if (value instanceof Unknown) return at === "" ? undefined : { value, path: at };
    if (Array.isArray(value)) {
      const position = /^\d+$/.test(segment) ? Number(segment) : undefined;
      value = (value as readonly Tree[])[position ?? 0];
      at += at === "" ? (position ?? 0) : `.${position ?? 0}`;
      if (position !== undefined) {
        if (value === undefined) return undefined;
        continue;
      }
    }
    if (!isObject(value)) return undefined;
    const key = pending === "" ? segment : `${pending}.${segment}`;
    const inside: Tree | undefined = Object.hasOwn(value, key) ? value[key] : undefined;
    if (inside === undefined || (i < segments.length - 1 && !hasParts(inside))) {
      // A key of a map may hold dots itself, and begin like another one.
      pending = key;
      continue;
    }
    pending = "";
    value = inside;
    at += at === "" ? key : `.${key}`;
  }
  if (pending !== "") return undefined;
  return value === undefined ? undefined : { value, path: at };
}

/** Every value at a path without positions, with its full path: in each item of the lists on the way. */
export function everyAt(tree: Tree, path: string): { readonly value: Tree; readonly path: string }[] {
  const found: { value: Tree; path: string }[] = [];
  if (path.includes(".")) follow(tree, path.split("."), "", found);
  else {
    const one = lookUp(tree, path);
    if (one) found.push(one);
  }
  return found;
}

function follow(
  value: Tree | undefined,
  segments: readonly string[],
  at: string,
  found: { value: Tree; path: string }[],
) {
  if (value === undefined) return;
  if (segments.length === 0 || (value instanceof Unknown && at !== "")) found.push({ value, path: at });
  else if (isList(value)) for (const [i, item] of value.entries()) follow(item, segments, joinPath(at, i), found);
  else if (isObject(value)) {
    // A key of a map may hold dots itself, and begin like another one.
    for (let n = 1; n <= segments.length; n++) {
      const key = segments.slice(0, n).join(".");
      const inside = Object.hasOwn(value, key) ? value[key] : undefined;
      if (inside === undefined || (n < segments.length && !hasParts(inside))) continue;
      follow(inside, segments.slice(n), joinPath(at, key), found);
      return;
    }
  }
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
