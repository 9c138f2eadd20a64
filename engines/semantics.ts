import { type Args, isList, isObject, type Tree, Unknown } from "../providers/native.ts";
import { genericPath, joinPath } from "../providers/paths.ts";
import type { ResourceSchema, Semantics } from "../providers/provider.ts";

/** What a provider would refuse although names and types are right. */
export interface Problem {
  readonly code: `EX${string}`;
  /** Dotted path inside the native, list positions included. */
  readonly path: string;
  readonly summary: string;
  readonly detail: string;
}

/**
 * What the provider's own rules say about the arguments: allowed values, conflicts, exactly and at least one of, required with,
 * counts. An Unknown breaks no rule and satisfies every one it may satisfy, as in the provider. Rules of a block that is not
 * there do not apply.
 */
export function semanticProblems(args: Args, schema: ResourceSchema): Problem[] {
  const groups = new Set<string>();
  return Object.entries(schema.semantics ?? {}).flatMap(([path, rules]) =>
    placesOf(args, path).flatMap((place) => [
      ...valueProblems(place, rules),
      ...neighbourProblems(args, place, rules, groups),
    ]),
  );
}

interface Place {
  readonly path: string;
  readonly value: Tree | undefined;
}

/** Every place of a path whose parent is there; its own value may be absent. */
function placesOf(args: Args, path: string): Place[] {
  const segments = path.split(".");
  const last = segments.pop() ?? "";
  let parents: Place[] = [{ path: "", value: args }];
  for (const segment of segments) {
    parents = parents.flatMap(({ path, value }): Place[] => {
      const below = isObject(value) ? value[segment] : undefined;
      const at = joinPath(path, segment);
      if (!isList(below)) return [{ path: at, value: below }];
      return below.map((item, i) => ({ path: joinPath(at, i), value: item }));
    });
  }
  return parents.flatMap(({ path, value }): Place[] =>
    isObject(value) ? [{ path: joinPath(path, last), value: value[last] }] : [],
  );
}

function isSet(value: Tree | undefined): boolean {
  return value !== undefined && value !== null && !(isList(value) && value.length === 0);
}

function valueProblems({ path, value }: Place, { values, min_items, max_items }: Semantics): Problem[] {
  if (!isSet(value) || value instanceof Unknown) return [];
  if (values && !isList(value) && !isObject(value) && !values.map(String).includes(String(value))) {
    return [
      {
        code: "EX0607",
        path,
        summary: "A value is not among those the provider takes",
        detail: `${path} is ${JSON.stringify(value)}; the provider takes ${values.map((v) => JSON.stringify(v)).join(", ")}.`,
      },
    ];
  }
  if (!isList(value)) return [];
  const [low, high] = [min_items ?? 0, max_items ?? Number.POSITIVE_INFINITY];
  if (value.length >= low && (value.length <= high || high === 0)) return [];
  return [
    {
      code: "EX0606",
      path,
      summary: "Too few or too many items",
      detail: `${path} has ${value.length}; the provider takes ${low}${Number.isFinite(high) ? ` to ${high}` : " or more"}.`,
    },
  ];
}

function neighbourProblems(args: Args, { path, value }: Place, rules: Semantics, groups: Set<string>): Problem[] {
  const found: Problem[] = [];
  const here = genericPath(path);
  const others = (list: readonly string[] = []) => list.filter((other) => genericPath(other) !== here);
  if (isSet(value) && !(value instanceof Unknown)) {
    for (const other of others(rules.conflicts_with)) {
      if (stateAt(args, other) !== "set") continue;
      found.push({
        code: "EX0608",
        path,
        summary: "Two arguments exclude each other",
        detail: `${path} and ${genericPath(other)} are both set; the provider takes one of them. Remove one.`,
      });
    }
  }
  if (isSet(value)) {
    for (const other of others(rules.required_with)) {
      if (stateAt(args, other) !== "unset") continue;
      found.push({
        code: "EX0610",
        path,
        summary: "An argument needs another one",
        detail: `${path} is set and ${genericPath(other)} is not; the provider takes them together. Set both.`,
      });
    }
  }
  for (const [list, exactly] of [
    [rules.exactly_one_of, true],
    [rules.at_least_one_of, false],
  ] as const) {
    if (!list) continue;
    // Each of the group's arguments carries the rule: it is checked once.
    const members = [...new Set([here, ...list.map(genericPath)])].sort();
    const group = `${exactly} ${members.join(" ")}`;
    if (groups.has(group)) continue;
    groups.add(group);
    const states = members.map((member) => (member === here ? stateOf(value) : stateAt(args, member)));
    const set = members.filter((_, i) => states[i] === "set");
    if ((set.length > 0 || states.includes("unknown")) && !(exactly && set.length > 1)) continue;
    found.push({
      code: "EX0609",
      path,
      summary: exactly ? "Exactly one of several arguments is needed" : "At least one of several arguments is needed",
      detail: `Of ${members.join(", ")} ${set.length === 0 ? "none is set" : `${set.join(" and ")} are set`}; the provider takes ${exactly ? "exactly" : "at least"} one.`,
    });
  }
  return found;
}

type State = "set" | "unset" | "unknown";

function stateOf(value: Tree | undefined): State {
  return value instanceof Unknown ? "unknown" : isSet(value) ? "set" : "unset";
}

/** Rules name places with positions (`rule.0.days`); where a block repeats, its first stands for it. */
function stateAt(args: Args, path: string): State {
  let value: Tree | undefined = args;
  for (const segment of path.split(".")) {
    if (value instanceof Unknown) return "unknown";
    if (isList(value)) {
      value = value[/^\d+$/.test(segment) ? Number(segment) : 0];
      if (/^\d+$/.test(segment)) continue;
    } else if (/^\d+$/.test(segment)) continue;
    value = isObject(value) ? value[segment] : undefined;
  }
  return stateOf(value);
}
