import type { Kind } from "../constructs/kinds.ts";
import { isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { genericPath, isSameTree, lookUp } from "./paths.ts";
import type { Cloud, Guarantee } from "./provider.ts";

export interface Guaranteed {
  /** What is promised; an Unknown where a value that decides is not known. */
  readonly gives: Tree;
  /** The promise rests on something configured, and is thereby asked for. */
  readonly configured: boolean;
}

/** What a cloud promises for a prop, given the natives of a group; undefined when nothing. The first record that holds counts. */
export function guaranteed(cloud: Cloud, kind: Kind, prop: string, natives: readonly Native[]): Guaranteed | undefined {
  let open: Unknown | undefined;
  for (const record of recordsOf(cloud, kind, prop)) {
    const verdicts = Object.entries(record.when).map(([path, wanted]) => verdict(path, wanted, natives));
    if (verdicts.every((v) => v === true)) return { gives: record.gives, configured: restsOnValue(record) };
    const unknown = verdicts.find((v) => v instanceof Unknown);
    if (unknown instanceof Unknown && !verdicts.includes(false)) open ??= unknown;
  }
  return open && { gives: open, configured: true };
}

const byProp = new WeakMap<Cloud["guarantees"], ReadonlyMap<string, readonly Guarantee[]>>();

function recordsOf({ guarantees }: Cloud, kind: Kind, prop: string): readonly Guarantee[] {
  const known = byProp.get(guarantees) ?? Map.groupBy(guarantees, (record) => `${record.kind} ${record.prop}`);
  byProp.set(guarantees, known);
  return known.get(`${kind} ${prop}`) ?? [];
}

function restsOnValue({ when }: Guarantee): boolean {
  return Object.values(when).some((wanted) => wanted !== "absent");
}

/** Whether natives say what a record asks of a `type.path`; an Unknown where a value that decides is not known. */
export function verdict(at: string, wanted: Guarantee["when"][string], natives: readonly Native[]): boolean | Unknown {
  const [type = "", ...rest] = at.split(".");
  const path = rest.join(".");
  const found = natives
    .filter((n) => n.type === type)
    .map((n) => lookUp(n.args, path))
    .filter((f) => f !== undefined);
  const unknown = found.map((f) => f.value).find((v) => v instanceof Unknown);
  if (wanted === "absent" || wanted === "present") {
    // What is configured is there whatever its value; inside an unknown block nobody can say.
    const there = found.some((f) => genericPath(f.path) === path);
    return there || !unknown ? there === (wanted === "present") : unknown;
  }
  const least =
    isObject(wanted as Tree) && !isList(wanted as Tree) ? (wanted as { atLeast: number }).atLeast : undefined;
  const holds = (v: Tree) =>
    least === undefined ? isSameTree(v, wanted as Tree) : typeof v === "number" && v >= least;
  return found.some((f) => !(f.value instanceof Unknown) && holds(f.value)) || (unknown ?? false);
}
