import { compareText } from "../../constructs/diagnostic.ts";
import { type Reference, type Tree, Unknown } from "../../providers/native.ts";

/**
 * What an expression evaluates to: plain data, unknowns, and handles to things that are looked into lazily (a resource,
 * a module, a namespace). Lists stand for tuples and sets too; a set is marked with `asSet`.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Unknown
  | Handle
  | readonly Value[]
  | { readonly [key: string]: Value };

export type ValueMap = { readonly [key: string]: Value };

/** Something with parts that are evaluated only when asked for. */
export abstract class Handle {
  /** `handle.name`. */
  abstract attribute(name: string): Value;
  /** `handle[key]`. */
  abstract index(key: Value): Value;
  /** What stands behind it when it is used as a whole: a list or map of handles, or itself when it is one thing. */
  abstract expand(): Value;
  /** One element that stands for all, where their number is not known. */
  abstract sample(): Value;
  /** The whole as plain data; where it is not known, unknowns. */
  abstract settle(): Value;
}

/** A mistake in an expression: `try` and `can` see it; elsewhere the value becomes unknown. */
export class EvaluationError extends Error {
  /** Text of the smallest expression that has it. */
  within?: string;
}

const sets = new WeakSet<readonly Value[]>();

/** A set: sorted, without repetitions, iterated with key = value. */
export function asSet(items: readonly Value[]): readonly Value[] {
  const set = distinct(items).sort(compareValues);
  sets.add(set);
  return set;
}

export function isSet(value: Value): boolean {
  return Array.isArray(value) && sets.has(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is ValueMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Handle)
  );
}

/** An object from pairs, safe for any key (`__proto__` is a key like others); a later pair wins. */
export function mapOf(pairs: Iterable<readonly [string, Value]>): ValueMap {
  return Object.fromEntries(pairs);
}

/** Keys in the order in which the engines iterate. */
export function sortedKeys(map: ValueMap): string[] {
  return Object.keys(map).sort(compareText);
}

export function own(map: ValueMap, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

export function distinct(items: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = fingerprint(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** The same text for equal values. */
function fingerprint(value: Value): string {
  if (value instanceof Unknown) return `?${value.expression}`;
  if (value instanceof Handle) return fingerprint(value.settle());
  if (isList(value)) return `[${value.map(fingerprint).join(",")}]`;
  if (isMap(value)) return `{${sortedKeys(value).map((k) => `${JSON.stringify(k)}:${fingerprint(value[k]!)}`)}}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return compareText(fingerprint(a), fingerprint(b));
}

/** True when no part of the value is unknown. */
export function isKnown(value: Value): boolean {
  if (value instanceof Unknown || value instanceof Handle) return false;
  if (isList(value)) return value.every(isKnown);
  if (isMap(value)) return Object.values(value).every(isKnown);
  return true;
}

/** What a resource is known by: not known itself before the resource is made, and never null or empty. */
export function isIdentity(value: Value): boolean {
  if (!(value instanceof Unknown)) return false;
  const [ref, ...others] = value.refs;
  if (ref === undefined || others.length > 0) return false;
  return ["arn", "id", "name"].includes(ref.attr) && value.expression === `${ref.to}.${ref.attr}`;
}

/** Equality of values that are known. */
export function same(a: Value, b: Value): boolean {
  return fingerprint(a) === fingerprint(b);
}

/** Every unknown in a value, handles looked into. */
export function unknownsIn(value: Value, found: Unknown[] = []): Unknown[] {
  if (value instanceof Unknown) found.push(value);
  else if (value instanceof Handle) unknownsIn(value.settle(), found);
  else if (isList(value)) for (const item of value) unknownsIn(item, found);
  else if (isMap(value)) for (const item of Object.values(value)) unknownsIn(item, found);
  return found;
}

/** What depends on the values: an unknown that carries their references, and whether one of them is a secret. */
export function derived(expression: string, from: readonly Value[], options: Unknown["options"] = {}): Unknown {
  const refs = new Map<string, Reference>();
  let redacted = false;
  for (const unknown of from.flatMap((value) => unknownsIn(value))) {
    for (const ref of unknown.refs) refs.set(`${ref.to} ${ref.attr}`, ref);
    redacted ||= unknown.options.redacted === true;
  }
  return new Unknown(expression, [...refs.values()], redacted ? { ...options, redacted } : options);
}

/** Plain data for a native's arguments: handles become unknowns. */
export function settle(value: Value): Tree {
  if (value instanceof Handle) return settle(value.settle());
  if (isList(value)) return value.map(settle);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item)]));
  return value;
}
