import { power } from "./numbers.ts";

interface Exponents {
  readonly same: number;
  readonly different: number;
}

/**
 * How many times the first costs as much as all of them: instances grouped by shape, shapes by count,
 * Σ (j^different − (j−1)^different) · n_j^same. Never falls when an instance is added.
 */
export function learned(counts: Iterable<number>, exponents: Exponents): number {
  const sorted = [...counts].filter((n) => n > 0).sort((a, b) => b - a);
  return sorted.reduce(
    (sum, n, i) => sum + (power(i + 1, exponents.different) - power(i, exponents.different)) * power(n, exponents.same),
    0,
  );
}

/** An instance as learning sees it: how it looks, or that a switch nobody knows decides how (`open`, by the block that made it). */
export interface Shape {
  readonly shape: string;
  readonly open?: string;
}

/**
 * Bounds of `learned` where some looks are not known: above, each of them is unlike everything, and dearer than one more alike;
 * below, they are like those there are most of.
 */
export function learnedBounds<T extends Shape>(
  items: readonly T[],
  weight: (item: T, world: "lower" | "upper") => number,
  exponents: Exponents,
): { lower: number; upper: number } {
  const known = items.filter((i) => i.open === undefined);
  const open = items.filter((i) => i.open !== undefined);
  const of = (list: readonly T[], by: (item: T) => string, world: "lower" | "upper") =>
    [...countBy(list, by, (i) => weight(i, world)).values()].filter((n) => n > 0).sort((a, b) => b - a);
  const inUpper = of(known, (i) => i.shape, "upper");
  const least = power(2, exponents.same) - 1;
  const unlike = of(open, (i) => `${i.shape} ${i.open}`, "upper").reduce((sum, n, i) => {
    const at = inUpper.length + i;
    const next = power(at + 1, exponents.different) - power(at, exponents.different);
    return sum + Math.max(next, least) * power(n, exponents.same);
  }, 0);
  const inLower = of(known, (i) => i.shape, "lower");
  const more = open.reduce((sum, i) => sum + weight(i, "lower"), 0);
  const alike = inLower.length === 0 ? [more] : inLower.map((n, i) => (i === 0 ? n + more : n));
  return { lower: learned(alike, exponents), upper: learned(inUpper, exponents) + unlike };
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

/** The shape of props with holes: text or a number that is not known still stands there; a switch, a choice of words or a list leaves it open. */
export function shapeWithHoles(
  props: Readonly<Record<string, unknown>>,
  holes: readonly { readonly path: string }[],
  isScalar: (prop: string) => boolean,
): { readonly shape: string; readonly isOpen: boolean } {
  const standIns = holes.filter((h) => isScalar(h.path)).map((h) => [h.path, "_"]);
  return {
    shape: shapeOf({ ...Object.fromEntries(standIns), ...props }),
    isOpen: holes.some((h) => !isScalar(h.path)),
  };
}
