import { asList, asObject, type JsonObject } from "./json-form.ts";

/** `{ references, constant_value }`: an argument. Anything else is a nested block. */
export function isExpression(value: unknown): value is JsonObject {
  const object = asObject(value);
  if (!object) return false;
  return Object.keys(object).every((k) => k === "constant_value" || (k === "references" && Array.isArray(object[k])));
}

export function referencesIn(block: JsonObject): unknown[] {
  return Object.values(block).flatMap((value) =>
    isExpression(value)
      ? [...asList(value["references"])]
      : (Array.isArray(value) ? value : [value]).flatMap((v) => referencesIn(asObject(v) ?? {})),
  );
}

/**
 * Which written block each value comes from. A set does not keep the order of the configuration: the constants of a block tell it.
 */
export function align(blocks: readonly JsonObject[], values: readonly unknown[]): Map<number, JsonObject> {
  const taken = new Map<number, JsonObject>();
  for (const [i, block] of blocks.entries()) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [position, value] of values.entries()) {
      if (taken.has(position)) continue;
      const score = likeness(block, asObject(value)) * 2 + (position === i ? 1 : 0);
      if (score > bestScore) {
        best = position;
        bestScore = score;
      }
    }
    if (best >= 0) taken.set(best, block);
  }
  return taken;
}

function likeness(block: JsonObject, value: JsonObject | undefined): number {
  if (!value) return 0;
  let score = 0;
  for (const [key, expression] of Object.entries(block)) {
    if (isExpression(expression)) {
      if ("constant_value" in expression) score += same(expression["constant_value"], value[key]) ? 1 : -1;
      continue;
    }
    const inner = Array.isArray(expression) ? expression : [expression];
    const there = asList(value[key]);
    for (const [i, nested] of inner.entries()) score += likeness(asObject(nested) ?? {}, asObject(there[i]));
  }
  return score;
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === "object" || typeof b === "object") return JSON.stringify(a) === JSON.stringify(b);
  return String(a) === String(b);
}
