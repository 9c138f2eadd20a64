import type { Location } from "../../constructs/diagnostic.ts";
import { Unknown } from "../../providers/native.ts";
import { keyText } from "../address.ts";
import { attributeOf, type Body, type Expression, sourceText } from "./ast.ts";
import { toBoolean, toNumber, toText } from "./convert.ts";
import { attempt, decide, entriesOf, evaluate } from "./evaluate.ts";
import { Namespace, type Scope, withNames } from "./scope.ts";
import { derived, EvaluationError, Handle, isKnown, isList, isMap, type Value } from "./value.ts";

/** Most instances of one block that are told apart; real ones have a few hundred. */
export const INSTANCE_LIMIT = 20_000;

/** What `count`, `for_each` or their absence make of a block. */
export type Expansion =
  | { readonly kind: "single" }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "each"; readonly values: ReadonlyMap<string, Value> }
  | {
      readonly kind: "unknown";
      readonly needs: "count" | "for_each";
      readonly value: Unknown;
      readonly at: Location;
      /** There is one, only its key is not known. */
      readonly isOne?: boolean;
      /** There are so many that they are not told apart: that is said, and no value is missing. */
      readonly isMany?: boolean;
    };

export type Key = string | number | undefined;

export function expand(body: Body, scope: Scope): Expansion {
  const count = attributeOf(body, "count");
  const forEach = attributeOf(body, "for_each");
  const lifecycle = body.blocks.find((block) => block.type === "lifecycle");
  const enabled = lifecycle && attributeOf(lifecycle.body, "enabled");
  if (count !== undefined) return expandCount(count, scope);
  if (forEach !== undefined) return expandForEach(forEach, scope);
  return enabled === undefined ? { kind: "single" } : expandEnabled(enabled, scope);
}

function expandEnabled(expression: Expression, scope: Scope): Expansion {
  const value = decide(expression, scope);
  return value instanceof Unknown || value instanceof Handle || toBoolean(value)
    ? { kind: "single" }
    : { kind: "count", count: 0 };
}

function expandCount(expression: Expression, scope: Scope): Expansion {
  const value = decide(expression, scope);
  const count = value instanceof Unknown || value instanceof Handle ? value : toNumber(value);
  if (typeof count === "number") {
    if (!Number.isInteger(count) || count < 0) throw new EvaluationError("count is not a whole number");
    return { kind: "count", count };
  }
  return unknown("count", derived(sourceText(expression), [count]), expression);
}

function expandForEach(expression: Expression, scope: Scope): Expansion {
  const value = evaluate(expression, scope);
  const found = valuesByKey(value);
  if (found !== undefined) return { kind: "each", values: found };
  const whole = value instanceof Handle ? value.settle() : value;
  const cause = whole instanceof Unknown ? whole : derived("for_each", [whole]);
  // Keys stand in addresses: no secret may become one, and the engines refuse it too.
  if (cause.options.redacted) return unknown("for_each", cause, expression);
  // The keys may be known where the values are not.
  const seen = valuesByKey(decide(expression, scope));
  if (seen === undefined) return { ...unknown("for_each", cause, expression), isOne: hasOne(expression, scope) };
  const values = [...seen.keys()].map(
    (key) => [key, derived(`(${cause.expression})${keyText(key)}`, [cause])] as const,
  );
  return { kind: "each", values: new Map(values) };
}

/** Whether a collection has one element, whatever that is. */
function hasOne(expression: Expression, scope: Scope): boolean {
  const gone = expression.kind === "for" && expression.condition === undefined;
  return entriesOf(decide(gone ? expression.collection : expression, scope))?.length === 1;
}

function unknown(
  needs: "count" | "for_each",
  value: Unknown,
  expression: Expression,
): Expansion & { readonly kind: "unknown" } {
  return { kind: "unknown", needs, value, at: expression.source.at(expression.start) };
}

function valuesByKey(value: Value): ReadonlyMap<string, Value> | undefined {
  const elements = value instanceof Handle ? value.expand() : value;
  if (elements === null) throw new EvaluationError("for_each is null");
  if (isList(elements)) {
    return elements.every(isKnown) ? new Map(elements.map((item) => [toText(item), item])) : undefined;
  }
  if (isMap(elements)) return new Map(entriesOf(elements)?.map(([key, item]) => [toText(key), item]));
  if (elements instanceof Unknown || elements instanceof Handle) return undefined;
  throw new EvaluationError("for_each is neither a map nor a set");
}

export function keysOf(expansion: Expansion): readonly Key[] {
  if (expansion.kind === "count") return Array.from({ length: Math.min(expansion.count, INSTANCE_LIMIT) }, (_, i) => i);
  return expansion.kind === "each" ? [...expansion.values.keys()] : [undefined];
}

/** The scope of one instance: `each` and `count` as they stand for its key. */
export function instanceScope(parent: Scope, expansion: Expansion, key: Key): Scope {
  if (expansion.kind === "single") return parent;
  if (expansion.kind === "unknown") {
    const part = (name: string): Value => derived(name, [expansion.value]);
    return withNames(parent, {
      each: new Namespace("each", (name) => part(`each.${name}`)),
      count: new Namespace("count", (name) => part(`count.${name}`)),
    });
  }
  if (expansion.kind === "count") {
    return withNames(parent, { count: new Namespace("count", (name) => (name === "index" ? Number(key) : undefined)) });
  }
  const value = expansion.values.get(String(key)) ?? null;
  const parts: Record<string, Value> = { key: String(key), value };
  return withNames(parent, {
    each: new Namespace("each", (name) => (Object.hasOwn(parts, name) ? parts[name] : undefined)),
  });
}

/** Keys and values of a block's `for_each`, or what makes them unknown. */
export function entriesOrUnknown(expression: Expression, scope: Scope): readonly (readonly [Value, Value])[] | Unknown {
  const value = evaluate(expression, scope);
  const entries = value === null ? [] : entriesOf(value);
  if (entries !== undefined) return entries;
  const settled = value instanceof Handle ? value.settle() : value;
  return settled instanceof Unknown ? settled : derived("for_each", [attempt(expression, scope)]);
}
