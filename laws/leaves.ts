import { canonical } from "../constructs/satisfies.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { edgesOf, isUnder, joinPath } from "../providers/paths.ts";
import type { Raised } from "../providers/provider.ts";
import { documentIn } from "../providers/recorder.ts";

/** Text that is equal for components that are equal: props, what was asked for, holes. */
export function componentText({ component, holes }: Pick<Raised, "component" | "holes">): string {
  return canonical({
    props: component?.props,
    requested: [...(component?.requested ?? [])].sort(),
    holes: holes.map((h) => [h.path, h.expression]),
  });
}

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

/** Known values that differ from a leaf's, of its own type where it is known; of an empty block, that it is not there. */
export function otherValues(value: Tree): readonly (Tree | undefined)[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value * 2 + 1, Math.max(0, value - 1)];
  if (typeof value === "string") {
    const shifted = value.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10));
    return [`${value}-changed`, "changed", ...(shifted === value ? [] : [shifted])];
  }
  if (value instanceof Unknown)
    return ["changed", new Unknown("somewhere.else.id", [{ to: "somewhere.else", attr: "id" }])];
  return [undefined];
}

/** Every place in a tree, whole collections and leaves, with its value: `rule`, `rule.0`, `rule.0.id`. */
export function placesOf(tree: Tree, path = ""): [path: string, value: Tree][] {
  const inside = isList(tree)
    ? tree.flatMap((item, i) => placesOf(item, joinPath(path, i)))
    : isObject(tree)
      ? Object.entries(tree).flatMap(([key, item]) => placesOf(item, joinPath(path, key)))
      : [];
  return path === "" ? inside : [[path, tree], ...inside];
}
