import { kinds } from "../constructs/kinds.ts";
import { canonical } from "../constructs/satisfies.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
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

function namesIn(natives: readonly Native[]): ReadonlyMap<string, string> {
  const names = natives.flatMap((n) =>
    Object.entries(n.args).flatMap(([attr, v]) => (NAMES.test(attr) && typeof v === "string" ? [v] : [])),
  );
  return new Map([...new Set(names)].sort().map((name, i) => [name, `another-${i + 1}`]));
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
  return text.replaceAll(/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*/g, (word) => names.get(word) ?? word);
}

/** The component without its labels, under other names. */
function bare({ component, holes }: RaisedGroup, names: ReadonlyMap<string, string>): string {
  const labels = component ? kinds[component.kind].labels : [];
  const isLabel = (path: string) => labels.includes(path.split(".")[0] ?? path);
  const props = Object.entries(component?.props ?? {}).filter(([prop]) => !isLabel(prop));
  return canonical({
    props: renamed(Object.fromEntries(props) as Tree, names),
    requested: [...(component?.requested ?? [])].filter((prop) => !isLabel(prop)).sort(),
    holes: holes.filter((h) => !isLabel(h.path)).map((h) => [h.path, h.expression]),
  });
}
