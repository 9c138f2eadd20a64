import { isList, isMap, isSet, same, type Value } from "./value.ts";

/**
 * A list is no tuple to the engines, nor a map an object, whatever is in them: they are never equal. Which one a collection is shows
 * where it comes from. `typed`: a list or map, by conversion; `literal`: a tuple or object, as code writes it.
 */
type CollectionType = "typed" | "literal";

const types = new WeakMap<object, CollectionType>();

export function asTyped<T extends Value>(fresh: T): T {
  return marked(fresh, "typed");
}

export function asLiteral<T extends Value>(fresh: T): T {
  return marked(fresh, "literal");
}

function marked<T extends Value>(fresh: T, type: CollectionType): T {
  if ((isList(fresh) && !isSet(fresh)) || isMap(fresh)) types.set(fresh, type);
  return fresh;
}

function typeOf(value: Value): CollectionType | "set" | undefined {
  if (isSet(value)) return "set";
  return isList(value) || isMap(value) ? types.get(value) : undefined;
}

/** A collection that became one of several, which the engines give one type: of a tuple nobody knows whether it still is one. */
export function asOneOfSeveral(value: Value): Value {
  if (typeOf(value) !== "literal") return value;
  return isList(value) ? [...value] : { ...(value as Exclude<typeof value, readonly Value[]> & object) };
}

/** What a splat makes of a collection: a list of a list or set, a tuple of a tuple. */
export function likeSplat<T extends Value>(of: Value, fresh: T): T {
  const type = typeOf(of);
  return type === undefined ? fresh : marked(fresh, type === "set" ? "typed" : type);
}

/** Functions of which every result is a list or map, or a tuple or object. */
const GIVE_TYPED: ReadonlySet<string> = new Set([
  ...[
    "chunklist",
    "cidrsubnets",
    "compact",
    "csvdecode",
    "distinct",
    "formatlist",
    "list",
    "map",
    "matchkeys",
    "range",
  ],
  ...["regexall", "setproduct", "sort", "split", "tolist", "tomap", "transpose"],
]);
const GIVE_LITERAL: ReadonlySet<string> = new Set(["flatten", "regex"]);
const DECODE: ReadonlySet<string> = new Set(["jsondecode", "yamldecode"]);
/** Functions whose result is what these of their arguments are: a tuple or object where one of them is. */
const FOLLOW: ReadonlyMap<string, (args: readonly Value[]) => readonly Value[]> = new Map([
  ...["keys", "reverse", "slice", "values"].map(
    (name) => [name, (args: readonly Value[]) => args.slice(0, 1)] as const,
  ),
  ["zipmap", (args) => args.slice(1, 2)],
  ["concat", (args) => args],
  ["merge", (args) => args.filter((arg) => arg !== null)],
]);

/** The result of a function with its type, as OpenTofu 1.12.6 gives it (`tofu console`, 2026-11-28). */
export function functionResult(name: string, args: readonly Value[], result: Value): Value {
  const type = resultType(name, args);
  if (DECODE.has(name)) return literalThroughout(result);
  if (type === undefined) return result;
  const isGiven = args.includes(result);
  return marked(
    isGiven && isList(result) && !isSet(result) ? [...result] : isGiven && isMap(result) ? { ...result } : result,
    type,
  );
}

function literalThroughout(fresh: Value): Value {
  for (const part of isList(fresh) || isMap(fresh) ? Object.values(fresh) : []) literalThroughout(part);
  return asLiteral(fresh);
}

function resultType(name: string, args: readonly Value[]): CollectionType | undefined {
  if (GIVE_TYPED.has(name)) return "typed";
  if (GIVE_LITERAL.has(name)) return "literal";
  const followed = FOLLOW.get(name)?.(args).map(typeOf);
  if (followed === undefined || followed.length === 0 || followed.includes(undefined)) return undefined;
  return followed.includes("literal") ? "literal" : "typed";
}

/** Equality as the engines see it; undefined where what is in both is the same and nobody knows whether their types are. */
export function equal(a: Value, b: Value): boolean | undefined {
  return a === b || (same(a, b) ? isSameType(a, b) : false);
}

function isSameType(a: Value, b: Value): boolean | undefined {
  const isCollection = isList(a) || isMap(a);
  if (!isCollection || a === b) return true;
  const [type, other] = [typeOf(a), typeOf(b)];
  if (type !== undefined && other !== undefined && type !== other) return false;
  const parts = Object.keys(a).map((key) => isSameType((a as Parts)[key] ?? null, (b as Parts)[key] ?? null));
  if (parts.includes(false)) return false;
  // Two empty lists may be of different elements.
  const isCertain = type !== undefined && other !== undefined && (type === "literal" || parts.length > 0);
  return !isCertain || parts.includes(undefined) ? undefined : true;
}

type Parts = { readonly [key: string]: Value };
