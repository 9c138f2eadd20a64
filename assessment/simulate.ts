import type { Charge } from "./charge.ts";
import { appliesTo } from "./conditions.ts";
import type { Share } from "./cross-cutting.ts";
import type { EffortModel, Profile, Triple } from "./effort-model.ts";
import type { EstateFacts } from "./facts.ts";
import { exp, hash, ln, normal, uniform } from "./numbers.ts";
import type { Range } from "./result.ts";

/** Fixed, so that everybody draws the same numbers. */
const SEED = 20_261_123;
const SAMPLES = 4096;
/** Normal quantile of 0.9: `low` and `high` of a record are its P10 and P90. */
const Z90 = 1.2815515655446004;
/** Below `low` 0 there is no logarithm: the lower half then spreads down to a hundredth. */
const LEAST = 0.01;

export interface SimulationInput {
  readonly charges: readonly Charge[];
  readonly shares: readonly Share[];
  readonly profile: { readonly lower: Profile; readonly upper: Profile };
  readonly facts: EstateFacts;
  readonly model: EffortModel;
}

export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

/** Hours per sample in both worlds. `lower[i] ≤ upper[i]`. */
export interface Samples {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Draws every record once per sample, keyed by its name: the same record misjudged alike in two estates, so that a comparison
 * shows only real change. Multipliers of the whole project (shared factor, tail, profile, stated factors) are drawn likewise.
 */
export class Simulation {
  private readonly input: SimulationInput;
  private readonly values = new Map<Charge, Float64Array>();
  private readonly project: Float64Array;

  constructor(input: SimulationInput) {
    this.input = input;
    this.project = this.projectFactor();
  }

  /** Hours of all charges that `keep` keeps. */
  hours(keep: (charge: Charge) => boolean = () => true): Samples {
    const { charges, shares, profile, model } = this.input;
    const direct = pair();
    const rest = pair();
    for (const charge of charges) {
      if (!keep(charge)) continue;
      const values = this.valuesOf(charge);
      const into = charge.direct ? direct : rest;
      for (let i = 0; i < SAMPLES; i++) {
        into.lower[i]! += values[i]! * charge.lower;
        into.upper[i]! += values[i]! * charge.upper;
      }
    }
    for (const world of ["lower", "upper"] as const) {
      const multiplier = this.triple("profile", model.model.profiles.directMultiplier[profile[world]]);
      const total = rest[world];
      for (let i = 0; i < SAMPLES; i++) direct[world][i]! *= multiplier[i]!;
      for (const share of shares) {
        const values = this.triple(share.key, share[world]);
        for (let i = 0; i < SAMPLES; i++) total[i]! += values[i]! * direct[world][i]!;
      }
      for (let i = 0; i < SAMPLES; i++) total[i] = (total[i]! + direct[world][i]!) * this.project[i]!;
    }
    return rest;
  }

  /** One value per sample of something that has a range: a lead time, a share. */
  range(key: string, range: Range): Float64Array {
    const { likely } = range;
    if (likely <= 0) return new Float64Array(SAMPLES);
    const { below, above } = spreads(range);
    const values = normals(key).slice();
    for (let i = 0; i < SAMPLES; i++) {
      const z = values[i]!;
      values[i] = likely * exp((z < 0 ? below : above) * z);
    }
    return values;
  }

  private triple(key: string, [low, likely, high]: Triple): Float64Array {
    return this.range(key, { low, likely, high });
  }

  private valuesOf(charge: Charge): Float64Array {
    const known = this.values.get(charge);
    if (known) return known;
    const made = this.range(charge.key, charge.hours);
    for (const factor of this.input.model.factors) {
      const level = factor.levels?.[this.input.facts.factors?.[factor.id] ?? ""];
      if (!level || !appliesTo(factor.applies, charge)) continue;
      const values = this.triple(`factor.${factor.id}`, level);
      for (let i = 0; i < SAMPLES; i++) made[i]! *= values[i]!;
    }
    this.values.set(charge, made);
    return made;
  }

  private projectFactor(): Float64Array {
    const { sharedFactor, tail } = this.input.model.model;
    const shared = normals("sharedFactor");
    const size = normals("tail.size");
    const seed = hash("tail.happens") ^ SEED;
    return Float64Array.from(shared, (z, i) => {
      const happens = uniform(seed, i) < tail.probability;
      return exp(sharedFactor.sdLn * z) * (happens ? tail.multiplier.median * exp(tail.multiplier.sdLn * size[i]!) : 1);
    });
  }
}

/** Drawn once per name and kept: they depend on nothing else. */
const drawn = new Map<string, Float64Array>();

function normals(key: string): Float64Array {
  const known = drawn.get(key);
  if (known) return known;
  const seed = hash(key) ^ SEED;
  const made = new Float64Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) made[i] = normal(uniform(seed, i));
  drawn.set(key, made);
  return made;
}

/** P10 where nothing unknown arises, the others where all of it does. */
export function percentiles({ lower, upper }: Samples): Percentiles {
  const low = lower.slice().sort();
  const high = upper.slice().sort();
  const at = (sorted: Float64Array, p: number) => sorted[Math.ceil(p * sorted.length) - 1] ?? 0;
  return { p10: at(low, 0.1), p50: at(high, 0.5), p80: at(high, 0.8), p95: at(high, 0.95) };
}

/** Below the median one spread, above it another: `low`, `likely` and `high` are P10, P50 and P90. */
function spreads({ low, likely, high }: Range): { readonly below: number; readonly above: number } {
  return {
    below: ln(likely / Math.max(low, likely * LEAST)) / Z90,
    above: ln(Math.max(high, likely) / likely) / Z90,
  };
}

function pair(): Samples {
  return { lower: new Float64Array(SAMPLES), upper: new Float64Array(SAMPLES) };
}
