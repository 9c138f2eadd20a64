import { hash } from "../providers/labels.ts";
import { exp, ln, normal, uniform } from "./numbers.ts";
import type { Range } from "./result.ts";

/** Fixed, so that everybody draws the same numbers. */
export const SEED = 20_261_123;
export const SAMPLES = 4096;
/** Normal quantile of 0.9: `low` and `high` of a record are its P10 and P90. */
const Z90 = 1.2815515655446004;
/** Below `low` 0 there is no logarithm: the lower half then spreads down to a hundredth. */
const LEAST = 0.01;

/** Draws depend on their name and range alone: those of the last estates are kept, a lever changes few of them. */
const kept = new Map<string, Float64Array>();
/** Of 32 KB each. */
const MOST_KEPT = 1024;

/** One value per sample of a range. Shared: never written to. */
export function logNormal(key: string, range: Range): Float64Array {
  const { low, likely, high } = range;
  const name = `${key} ${low} ${likely} ${high}`;
  const known = kept.get(name);
  if (known) return known;
  const made = drawLogNormal(key, range);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, made);
  return made;
}

function drawLogNormal(key: string, range: Range): Float64Array {
  const { likely } = range;
  if (likely <= 0) return new Float64Array(SAMPLES);
  const { below, above } = spreads(range);
  const values = normals(key);
  for (let i = 0; i < SAMPLES; i++) {
    const z = values[i]!;
    values[i] = likely * exp((z < 0 ? below : above) * z);
  }
  return values;
}

/** One value per sample, normally distributed. */
export function normals(key: string): Float64Array {
  const seed = hash(key) ^ SEED;
  const made = new Float64Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) made[i] = normal(uniform(seed, i));
  return made;
}

/** Below the median one spread, above it another: `low`, `likely` and `high` are P10, P50 and P90. */
function spreads({ low, likely, high }: Range): { readonly below: number; readonly above: number } {
  return {
    below: ln(likely / Math.max(low, likely * LEAST)) / Z90,
    above: ln(Math.max(high, likely) / likely) / Z90,
  };
}

export function product(a: Float64Array, b: Float64Array): Float64Array {
  const made = new Float64Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) made[i] = a[i]! * b[i]!;
  return made;
}

export function lesser(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => Math.min(value, b[i]!));
}

export function greater(a: Float64Array, b: Float64Array): Float64Array {
  const made = new Float64Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) made[i] = a[i]! > b[i]! ? a[i]! : b[i]!;
  return made;
}
