import { hash } from "../providers/labels.ts";
import type { Charge, ChargedFor, Part } from "./charge.ts";
import { profileAndLeaner, type Share } from "./cross-cutting.ts";
import type { EffortModel, Profile, Triple } from "./effort-model.ts";
import { factorsFor } from "./factors.ts";
import type { EstateFacts } from "./facts.ts";
import { exp, ln, normal, uniform } from "./numbers.ts";
import type { Range } from "./result.ts";
import type { Bounds } from "./scale.ts";

/** Fixed, so that everybody draws the same numbers. */
const SEED = 20_261_123;
export const SAMPLES = 4096;
/** Normal quantile of 0.9: `low` and `high` of a record are its P10 and P90. */
const Z90 = 1.2815515655446004;
/** Below `low` 0 there is no logarithm: the lower half then spreads down to a hundredth. */
const LEAST = 0.01;

export interface SimulationInput {
  readonly charges: readonly Charge[];
  readonly shares: readonly Share[];
  readonly profile: Bounds<Profile>;
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

const WORLDS = ["lower", "upper"] as const;

/**
 * Draws every record once per sample, keyed by its name: the same record misjudged alike in two estates, so that a comparison
 * shows only real change. Multipliers of the whole project (shared factor, tail, profile, stated factors) are drawn likewise.
 */
export class Simulation {
  private readonly input: SimulationInput;
  private readonly project: Float64Array;
  private readonly multiplier: Samples;
  private readonly direct: Samples = pair();
  private readonly values = new Map<Charge, Samples>();
  private readonly greatest = new Map<unknown, Float64Array>();

  constructor(input: SimulationInput) {
    this.input = input;
    this.project = this.projectFactor();
    const { directMultiplier } = input.model.model.profiles;
    const multiplier = (profile: Profile) => {
      const [first = [1, 1, 1] as const, ...leaner] = profileAndLeaner(profile).map((p) => directMultiplier[p]);
      return this.drawn("profile", rangeOf(first), leaner.map(rangeOf));
    };
    this.multiplier = { lower: multiplier(input.profile.lower), upper: multiplier(input.profile.upper) };
    for (const charge of input.charges) {
      if (charge.direct) this.add(this.direct, charge, 1, 1);
    }
  }

  /** Hours of everything. */
  hours(): Samples {
    const total = pair();
    for (const world of WORLDS) total[world].set(this.direct[world]);
    for (const charge of this.input.charges) {
      if (!charge.direct) this.add(total, charge, 1, 1);
    }
    for (const share of this.input.shares) this.addShare(total, share);
    return this.inProject(total);
  }

  /** Hours by name: what a charge or a share of direct work gives to each. Together they are the hours of everything. */
  split(of: (work: Charge | Share) => readonly ChargedFor[]): Map<string, Samples> {
    const all = new Map<string, Samples>();
    const named = (name: string) => {
      const known = all.get(name) ?? pair();
      all.set(name, known);
      return known;
    };
    for (const charge of this.input.charges) {
      for (const { id, lower, upper } of of(charge)) this.add(named(id), charge, lower, upper);
    }
    for (const share of this.input.shares) {
      for (const { id } of of(share)) this.addShare(named(id), share);
    }
    for (const samples of all.values()) this.inProject(samples);
    return all;
  }

  /** One value per sample of something that has a range: a lead time, a rate. Shared: never written to. */
  range(key: string, range: Range): Float64Array {
    return this.drawn(key, range);
  }

  private add(into: Samples, charge: Charge, lower: number, upper: number): void {
    const values = this.valuesOf(charge);
    const quantity = { lower: charge.lower * lower, upper: charge.upper * upper };
    for (const world of WORLDS) {
      const [sum, from, times, n] = [into[world], values[world], this.multiplier[world], quantity[world]];
      if (n === 0) continue;
      if (charge.direct) for (let i = 0; i < SAMPLES; i++) sum[i]! += from[i]! * n * times[i]!;
      else for (let i = 0; i < SAMPLES; i++) sum[i]! += from[i]! * n;
    }
  }

  private addShare(into: Samples, share: Share): void {
    const factors = factorsFor(this.input.model.factors, this.input.facts, { ...share, direct: false, share: true });
    for (const world of WORLDS) {
      const [first = [0, 0, 0] as const, ...leaner] = share[world];
      const values = this.multiplied(this.drawn(share.key, rangeOf(first), leaner.map(rangeOf)), factors);
      const [sum, direct] = [into[world], this.direct[world]];
      for (let i = 0; i < SAMPLES; i++) sum[i]! += values[i]! * direct[i]!;
    }
  }

  private inProject(samples: Samples): Samples {
    for (const world of WORLDS) for (let i = 0; i < SAMPLES; i++) samples[world][i]! *= this.project[i]!;
    return samples;
  }

  private valuesOf(charge: Charge): Samples {
    const known = this.values.get(charge);
    if (known) return known;
    const { model, facts } = this.input;
    const own = this.drawn(charge.key, charge.hours, charge.floors);
    const lower = this.multiplied(own, factorsFor(model.factors, facts, charge));
    const made = { lower, upper: charge.atLeast ? greater(lower, this.greatestOf(charge.atLeast)) : lower };
    this.values.set(charge, made);
    return made;
  }

  private greatestOf(sums: readonly (readonly Part[])[]): Float64Array {
    const known = this.greatest.get(sums);
    if (known) return known;
    const { model, facts } = this.input;
    const made = sums
      .map((parts) => {
        const sum = new Float64Array(SAMPLES);
        for (const { key, hours, activity, times } of parts) {
          const factors = factorsFor(model.factors, facts, { activity, direct: true });
          const values = this.multiplied(this.drawn(key, hours), factors);
          for (let i = 0; i < SAMPLES; i++) sum[i]! += values[i]! * times;
        }
        return sum;
      })
      .reduce(greater, new Float64Array(SAMPLES));
    this.greatest.set(sums, made);
    return made;
  }

  private multiplied(values: Float64Array, factors: ReturnType<typeof factorsFor>): Float64Array {
    return factors.reduce((made, { id, level }) => {
      const times = this.drawn(`factor.${id}`, rangeOf(level));
      return made.map((v, i) => v * times[i]!);
    }, values);
  }

  /** A draw of a range, never below the same draw of the floors. */
  private drawn(key: string, range: Range, floors: readonly Range[] = []): Float64Array {
    const made = logNormal(key, range);
    return floors.length === 0 ? made : floors.map((floor) => logNormal(key, floor)).reduce(greater, made);
  }

  private projectFactor(): Float64Array {
    const { sharedFactor, tail } = this.input.model.model;
    const { median, sdLn } = this.input.facts.calibration ?? sharedFactor;
    const shared = normals("sharedFactor");
    const size = normals("tail.size");
    const seed = hash("tail.happens") ^ SEED;
    return Float64Array.from(shared, (z, i) => {
      const happens = uniform(seed, i) < tail.probability;
      return median * exp(sdLn * z) * (happens ? tail.multiplier.median * exp(tail.multiplier.sdLn * size[i]!) : 1);
    });
  }
}

/** Draws depend on their name and range alone: those of the last estates are kept, a lever changes few of them. */
const kept = new Map<string, Float64Array>();
const MOST_KEPT = 1024;

/** Shared: never written to. */
function logNormal(key: string, range: Range): Float64Array {
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
  const values = normals(key).slice();
  for (let i = 0; i < SAMPLES; i++) {
    const z = values[i]!;
    values[i] = likely * exp((z < 0 ? below : above) * z);
  }
  return values;
}

function greater(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => Math.max(x, b[i]!));
}

function rangeOf([low, likely, high]: Triple): Range {
  return { low, likely, high };
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
