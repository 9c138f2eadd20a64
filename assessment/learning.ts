import { power } from "./numbers.ts";

/**
 * How many times the first costs as much as all of them: instances grouped by shape, shapes by count,
 * Σ (j^different − (j−1)^different) · n_j^same. Never falls when an instance is added.
 */
export function learned(
  counts: Iterable<number>,
  exponents: { readonly same: number; readonly different: number },
): number {
  const sorted = [...counts].filter((n) => n > 0).sort((a, b) => b - a);
  return sorted.reduce(
    (sum, n, i) => sum + (power(i + 1, exponents.different) - power(i, exponents.different)) * power(n, exponents.same),
    0,
  );
}

/** Instances counted by shape. */
export function countBy<T>(items: Iterable<T>, shape: (item: T) => string, weight: (item: T) => number = () => 1) {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(shape(item), (counts.get(shape(item)) ?? 0) + weight(item));
  return counts;
}

/** Attribute names and switches of a value, without names, sizes and lengths of lists: alike components share one. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join(",")}]`;
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((k) => `${k}:${shapeOf((value as Record<string, unknown>)[k])}`).join(",")}}`;
  }
  return typeof value === "boolean" ? String(value) : "_";
}
