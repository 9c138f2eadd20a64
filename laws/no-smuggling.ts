import { kinds } from "../constructs/kinds.ts";
import { canonical } from "../constructs/satisfies.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { genericPath, isUnder, joinPath } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import type { RaisedGroup } from "../providers/raise.ts";
import { law } from "./law.ts";
import { type RaisedAlone, type Reading, raisedAlone } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

const SENTENCE =
  "Without tags, labels, descriptions and metadata, and under other names, the natives are read as the same component but for its labels.";

export const noSmuggling = law<Specimen>(12, "no-smuggling", SENTENCE, ({ natives, cloud }, fail) => {
  for (const one of raisedAlone(natives, cloud)) smuggled(one, natives, cloud, WRITTEN_REMARKS, fail);
});

export const noSmugglingOnEstates = law<Reading>(12, "no-smuggling-on-estates", SENTENCE, ({ groups, cloud }, fail) => {
  for (const one of groups) {
    const { anchor, owned, shared } = one.group;
    smuggled(one, [...(anchor ? [anchor] : []), ...owned, ...shared], cloud, REMARKS, fail);
  }
});

/** Arguments of any native that nobody but people reads. */
const REMARKS = ["tags", "tags_all", "labels", "annotations", "description", "comment"];
/** What `lower` writes says nothing in metadata either; in estates some services keep settings there (Swift its sites). */
const WRITTEN_REMARKS = [...REMARKS, "metadata"];
/** Arguments that name a native. What is named elsewhere is named the same there. */
const NAMES = /^(name|display_name|identifier|bucket|\w*_identifier)$/;

function smuggled(
  { raised }: RaisedAlone,
  natives: readonly Native[],
  cloud: Cloud,
  remarks: readonly string[],
  fail: (says: string) => void,
): void {
  const names = namesIn(natives);
  const plain = natives.map((n): Native => ({ ...n, args: renamed(withoutRemarks(n.args, remarks), names) as Args }));
  const after = raisedAlone(plain, cloud).find((o) => o.raised.component?.id === raised.component?.id);
  const expected = bare(raised, names);
  const got = after && bare(after.raised, names);
  if (got !== expected) fail(`it is read as ${got ?? "nothing"} and was ${expected}`);
}

/**
 * Other names, wherever one stands. A name below another (`www.shop.example` in `shop.example`) stays below it, and of parts of one
 * thing (`web-a`, `web-b`) the endings stay: that they belong together is no remark.
 */
function namesIn(natives: readonly Native[]): ReadonlyMap<string, string> {
  const named = natives.flatMap(({ mode, args }) =>
    Object.entries(args).flatMap(([attr, v]) =>
      NAMES.test(attr) && typeof v === "string" ? [{ mode, name: v.replace(/\.$/, "") }] : [],
    ),
  );
  const given = [...new Set(named.map((n) => n.name))].sort();
  // What is looked up is called so by somebody else.
  const others = new Map(named.filter((n) => n.mode === "data").map(({ name }) => [name, name]));
  const rename = (name: string): string => {
    const other = others.get(name) ?? otherName(name);
    others.set(name, other);
    return other;
  };
  const otherName = (name: string): string => {
    const above = given.filter((n) => name.endsWith(`.${n}`)).sort((a, b) => b.length - a.length)[0];
    if (above !== undefined) return `${rename(name.slice(0, -above.length - 1))}.${rename(above)}`;
    const stem = stemOf(name);
    const isPart = stem !== undefined && given.some((n) => n !== name && stemOf(n) === stem);
    return isPart ? rename(stem) + name.slice(stem.length) : `another-${others.size + 1}`;
  };
  for (const name of given) rename(name);
  return others;
}

function stemOf(name: string): string | undefined {
  return /^(.+)-[^-]+$/.exec(name)?.[1];
}

function withoutRemarks(args: Args, remarks: readonly string[]): Args {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, v]) => (remarks.includes(name) ? [] : [[name, withoutDescriptions(v)]])),
  );
}

function withoutDescriptions(tree: Tree): Tree {
  if (isList(tree)) return tree.map(withoutDescriptions);
  if (!isObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, v]) => (name === "description" ? [] : [[name, withoutDescriptions(v)]])),
  );
}

/** Wherever the name stands as a whole: as a value, in an ARN, in a policy. */
function renamed(tree: Tree, names: ReadonlyMap<string, string>): Tree {
  if (typeof tree === "string") return renamedText(tree, names);
  if (tree instanceof Unknown) {
    const { document } = tree.options;
    if (document === undefined) return tree;
    return new Unknown(tree.expression, tree.refs, { ...tree.options, document: renamed(document, names) });
  }
  if (isList(tree)) return tree.map((item) => renamed(item, names));
  if (!isObject(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, renamed(v, names)]));
}

function renamedText(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*/g, (word) => renamedWord(word, names));
}

/** A name as a whole, or the name a dotted one begins with: a domain below which it stands may be written elsewhere. */
function renamedWord(word: string, names: ReadonlyMap<string, string>): string {
  for (let end = word.length; end > 0; end = word.lastIndexOf(".", end - 1)) {
    const other = names.get(word.slice(0, end));
    if (other !== undefined) return other + word.slice(end);
  }
  return word;
}

/** The component without its labels, under other names. */
function bare({ component, holes }: RaisedGroup, names: ReadonlyMap<string, string>): string {
  const labels = component ? kinds[component.kind].labels : [];
  const isLabel = (path: string) => labels.some((label) => isUnder(genericPath(path), label));
  return canonical({
    props: renamed(without((component?.props ?? {}) as Tree, isLabel), names),
    requested: [...(component?.requested ?? [])].filter((prop) => !isLabel(prop)).sort(),
    holes: holes.filter((h) => !isLabel(h.path)).map((h) => [h.path, renamedText(h.expression, names)]),
  });
}

function without(tree: Tree, isLabel: (path: string) => boolean, at = ""): Tree {
  if (isList(tree)) return tree.map((item) => without(item, isLabel, at));
  if (!isObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, v]) => {
      const path = joinPath(at, name);
      return isLabel(path) ? [] : [[name, without(v, isLabel, path)]];
    }),
  );
}
