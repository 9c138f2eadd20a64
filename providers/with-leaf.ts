import type { Group } from "./group.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { edgesOf, isUnder } from "./paths.ts";
import { documentIn } from "./recorder.ts";

/** The native with another value at a leaf, which may stand inside a document; undefined takes the leaf away. */
export function withLeaf(native: Native, path: string, value: Tree | undefined): Native {
  const args = replaced(native.args, path, value) as Args;
  return { ...native, args, refs: edgesOf(args) };
}

function replaced(tree: Tree | undefined, path: string, value: Tree | undefined): Tree | undefined {
  if (path === "") return value;
  if (isList(tree)) {
    const head = path.split(".")[0] ?? path;
    return tree.flatMap((item, i) => {
      const next = i === Number(head) ? replaced(item, path.slice(head.length + 1), value) : item;
      return next === undefined ? [] : [next];
    });
  }
  if (isObject(tree)) {
    // A key of a map may hold dots itself.
    const keys = Object.keys(tree).filter((key) => isUnder(path, key));
    const head = keys.sort((a, b) => b.length - a.length)[0] ?? path;
    const next = replaced(tree[head], path.slice(head.length + 1), value);
    const { [head]: _, ...others } = tree;
    return next === undefined ? others : { ...others, [head]: next };
  }
  const document = tree === undefined ? undefined : documentIn(tree);
  if (document === undefined) return tree;
  const next = replaced(document, path, value) ?? {};
  return tree instanceof Unknown
    ? new Unknown(tree.expression, edgesOf(next), { ...tree.options, document: next })
    : JSON.stringify(next);
}

/** A group with another native in the place of one. */
export function withNative(group: Group, native: Native, changed: Native): Group {
  const other = (n: Native) => (n === native ? changed : n);
  return {
    ...group,
    anchor: group.anchor && other(group.anchor),
    owned: group.owned.map(other),
    shared: group.shared.map(other),
    edges: group.edges.map((edge) => ({ ...edge, native: other(edge.native) })),
  };
}
