import { hash } from "../providers/labels.ts";
import type { Charge, ChargedFor, Part } from "./charge.ts";
import { profileAndLeaner, type Share } from "./cross-cutting.ts";
import { greater, lesser, logNormal, normals, product, SAMPLES, SEED } from "./draws.ts";
import type { EffortModel, Profile, Triple } from "./effort-model.ts";
import { factorsFor } from "./factors.ts";
import type { EstateFacts } from "./facts.ts";
import { exp, uniform } from "./numbers.ts";
import type { Range } from "./result.ts";
import type { Bounds } from "./scale.ts";

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
/** Charges of one record's namesakes lie together in at most this many sums: the ones that change are added up again, no others. */
const SUMS_PER_NAME = 16;

/** Charges of one phase and role, added up once. */
interface Sum {
  readonly phase: string;
  readonly role: string;
  readonly direct: boolean;
  readonly charges: readonly Charge[];
  /** Neither the profile nor the project multiplies them yet. */
  readonly hours: Samples;
}

/**
 * Draws every record once per sample, keyed by its name: the same record misjudged alike in two estates, so that a comparison
 * shows only real change. Multipliers of the whole project (shared factor, tail, profile, stated factors) are drawn likewise.
 */
export class Simulation {
  private readonly input: SimulationInput;
  private readonly project: Float64Array;
  private readonly multiplier: Samples;
  private readonly sums: ReadonlyMap<string, Sum>;
  private readonly direct: Samples;
  private readonly greatest = new Map<unknown, Float64Array>();

  /** `before` is that of an estate that differs a little: what is charged as it was there is not added up anew. */
  constructor(input: SimulationInput, before?: Simulation) {
    this.input = input;
    const like = before && drawsLike(before.input, input) ? before : undefined;
    this.project = like?.project ?? this.projectFactor();
    const { directMultiplier } = input.model.model.profiles;
    const multiplier = (profile: Profile) => {
      const [first = [1, 1, 1] as const, ...leaner] = profileAndLeaner(profile).map((p) => directMultiplier[p]);
      return this.drawn("profile", rangeOf(first), leaner.map(rangeOf));
    };
    this.multiplier = { lower: multiplier(input.profile.lower), upper: multiplier(input.profile.upper) };
    this.sums = new Map(
      [...Map.groupBy(input.charges, placeOf)].map(([place, charges]) => {
        const known = like?.sums.get(place);
        return [place, known && allAlike(known.charges, charges) ? known : this.sumOf(charges)] as const;
      }),
    );
    this.direct = this.multipliedByProfile(this.total((sum) => sum.direct));
  }

  /** Hours of everything. */
  hours(): Samples {
    const total = this.total((sum) => !sum.direct);
    addSamples(total, this.direct);
    for (const share of this.input.shares) this.addShare(total, share);
    return this.inProject(total);
  }

  /** Hours of the work that bears one name. Together they are the hours of everything. */
  byWork(nameOf: (work: Pick<Charge, "phase" | "role">) => string): Map<string, Samples> {
    const all = new Map<string, Samples>();
    const names = new Set([...this.sums.values(), ...this.input.shares].map(nameOf));
    for (const name of names) {
      const total = this.multipliedByProfile(this.total((sum) => sum.direct && nameOf(sum) === name));
      addSamples(
        total,
        this.total((sum) => !sum.direct && nameOf(sum) === name),
      );
      for (const share of this.input.shares) if (nameOf(share) === name) this.addShare(total, share);
      all.set(name, this.inProject(total));
    }
    return all;
  }

  /** Hours by name: what a charge or a share of direct work gives to each. */
  split(of: (work: Charge | Share) => readonly ChargedFor[]): Map<string, Samples> {
    const all = new Map<string, Samples>();
    const named = (name: string) => {
      const known = all.get(name) ?? pair();
      all.set(name, known);
      return known;
    };
    for (const charge of this.input.charges) {
      const given = of(charge);
      if (given.length === 0) continue;
      const values = this.valuesOf(charge);
      const all = charge.direct ? this.multipliedByProfile(values) : values;
      for (const { id, lower, upper } of given) addTimes(named(id), all, charge.lower * lower, charge.upper * upper);
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

  private sumOf(charges: readonly Charge[]): Sum {
    const [{ phase, role, direct }] = charges as readonly [Charge];
    const hours = pair();
    for (const charge of charges) addTimes(hours, this.valuesOf(charge), charge.lower, charge.upper);
    return { phase, role, direct, charges, hours };
  }

  private total(counts: (sum: Sum) => boolean): Samples {
    const total = pair();
    for (const sum of this.sums.values()) if (counts(sum)) addSamples(total, sum.hours);
    return total;
  }

  private multipliedByProfile({ lower, upper }: Samples): Samples {
    return { lower: product(lower, this.multiplier.lower), upper: product(upper, this.multiplier.upper) };
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
    const { model, facts } = this.input;
    if (charge.either) {
      const all = charge.either.map((part) => this.partOf(part));
      return { lower: all.reduce(lesser), upper: all.reduce(greater) };
    }
    const own = this.drawn(charge.key, charge.hours, charge.floors);
    const lower = this.multiplied(own, factorsFor(model.factors, facts, charge));
    return { lower, upper: charge.atLeast ? greater(lower, this.greatestOf(charge.atLeast)) : lower };
  }

  private greatestOf(sums: readonly (readonly Part[])[]): Float64Array {
    const known = this.greatest.get(sums);
    if (known) return known;
    const made = sums
      .map((parts) => {
        const sum = new Float64Array(SAMPLES);
        for (const part of parts) addProduct(sum, this.partOf(part), part.times);
        return sum;
      })
      .reduce(greater, new Float64Array(SAMPLES));
    this.greatest.set(sums, made);
    return made;
  }

  /** Another record's draws, for one of it. */
  private partOf({ key, hours, activity }: Part): Float64Array {
    const { model, facts } = this.input;
    return this.multiplied(this.drawn(key, hours), factorsFor(model.factors, facts, { activity, direct: true }));
  }

  private multiplied(values: Float64Array, factors: ReturnType<typeof factorsFor>): Float64Array {
    return factors.reduce((made, { id, level }) => product(made, this.drawn(`factor.${id}`, rangeOf(level))), values);
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

/** Where a charge is added up: with others of its phase and role whose keys begin alike. */
function placeOf({ key, phase, role, direct }: Charge): string {
  const [name, next = ""] = key.split(".", 2);
  return `${phase} ${role} ${direct} ${name} ${Math.abs(hash(next)) % SUMS_PER_NAME}`;
}

/** Whether the same charge comes to the same hours in both. */
function drawsLike(a: SimulationInput, b: SimulationInput): boolean {
  const [{ calibration, factors, team }, { facts }] = [a.facts, b];
  return a.model === b.model && calibration === facts.calibration && factors === facts.factors && team === facts.team;
}

function allAlike(a: readonly Charge[], b: readonly Charge[]): boolean {
  return a.length === b.length && a.every((charge, i) => isAlike(charge, b[i] as Charge));
}

function isAlike(a: Charge, b: Charge): boolean {
  if (a === b) return true;
  const [floors, others] = [a.floors ?? [], b.floors ?? []];
  return (
    a.key === b.key &&
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.activity === b.activity &&
    a.atLeast === b.atLeast &&
    a.either === b.either &&
    isSame(a.hours, b.hours) &&
    floors.length === others.length &&
    floors.every((floor, i) => isSame(floor, others[i] as Range))
  );
}

function isSame(a: Range, b: Range): boolean {
  return a.low === b.low && a.likely === b.likely && a.high === b.high;
}

function addTimes(into: Samples, values: Samples, lower: number, upper: number): void {
  addProduct(into.lower, values.lower, lower);
  addProduct(into.upper, values.upper, upper);
}

function addProduct(sum: Float64Array, values: Float64Array, times: number): void {
  if (times !== 0) for (let i = 0; i < SAMPLES; i++) sum[i]! += values[i]! * times;
}

function addSamples(into: Samples, { lower, upper }: Samples): void {
  for (let i = 0; i < SAMPLES; i++) {
    into.lower[i]! += lower[i]!;
    into.upper[i]! += upper[i]!;
  }
}

function rangeOf([low, likely, high]: Triple): Range {
  return { low, likely, high };
}

/** P10 where nothing unknown arises, the others where all of it does. */
export function percentiles({ lower, upper }: Samples): Percentiles {
  const low = lower.slice().sort();
  const high = upper.slice().sort();
  const at = (sorted: Float64Array, p: number) => sorted[Math.ceil(p * sorted.length) - 1] ?? 0;
  return { p10: at(low, 0.1), p50: at(high, 0.5), p80: at(high, 0.8), p95: at(high, 0.95) };
}

function pair(): Samples {
  return { lower: new Float64Array(SAMPLES), upper: new Float64Array(SAMPLES) };
}
