import { canonical } from "../constructs/satisfies.ts";
import { isList, isObject, type Tree, Unknown } from "../providers/native.ts";
import { joinPath } from "../providers/paths.ts";
import type { Raised } from "../providers/provider.ts";

/** Text that is equal for components that are equal: props, what was asked for, holes. */
export function componentText({ component, holes }: Pick<Raised, "component" | "holes">): string {
  return canonical({
    props: component?.props,
    requested: [...(component?.requested ?? [])].sort(),
    holes: holes.map((h) => [h.path, h.expression]),
  });
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
