import { isList, type Native, type Tree, Unknown } from "./native.ts";
import type { Cursor, Cursors } from "./provider.ts";

/** An object without its undefined fields. */
export function compact(fields: { readonly [key: string]: Tree | undefined }): { readonly [key: string]: Tree } {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Tree] => entry[1] !== undefined));
}

/** Works on a known value; undefined stays absent and an Unknown stays what it is. */
export function known(value: Tree | undefined, work: (value: Tree) => Tree | undefined): Tree | undefined {
  return value === undefined || value instanceof Unknown ? value : work(value);
}

/** The meaning of a native word; an unlisted one is a hole, never a guess. */
export function meaning(value: Tree | undefined, words: { readonly [word: string]: Tree }): Tree | undefined {
  return known(value, (word) =>
    typeof word === "string" && Object.hasOwn(words, word) ? words[word] : new Unknown(JSON.stringify(word)),
  );
}

/** Each item of a list of blocks; the Unknown itself where the list is not known. */
export function blocks(cursor: Cursor, path: string, work: (item: Cursor, index: number) => Tree): Tree | undefined {
  if (!cursor.has(path)) return undefined;
  const items = cursor.each(path);
  return items.length > 0 ? items.map(work) : cursor.read(path);
}

export function list(value: Tree | undefined): readonly Tree[] {
  return value === undefined ? [] : isList(value) ? value : [value];
}

/** The native of one of these types among those that `lower` made of a component. */
export function theNative(natives: readonly Native[], ...types: readonly string[]): Native {
  const found = natives.find((n) => types.includes(n.type));
  if (!found) throw new Error(`a lowered component has no ${types.join(" or ")}`);
  return found;
}

/** Natives of a type in the group, the anchor of a fragment among them. */
export function members(group: Cursors, type: string): readonly Cursor[] {
  const others = group.of(type).filter((c) => c.address !== group.anchor.address);
  return group.anchor.type === type ? [group.anchor, ...others] : others;
}
