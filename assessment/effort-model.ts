import data from "./effort.json" with { type: "json" };
import type { Range } from "./result.ts";

/** Typed view of `effort.json`: every number of the model stands there with its source; none stands in code. */

export interface RecordSource {
  readonly kind: "measured" | "published" | "judgement";
  readonly ref?: readonly string[];
  readonly text?: string;
}
interface Provenance {
  readonly source: RecordSource;
  readonly confidence: number;
}
export type Activity = "translate" | "adapt" | "dataSetup" | "dataCutover" | "verify";
export type Profile = "lean" | "standard" | "assured";
export type Triple = readonly [low: number, likely: number, high: number];

/** One piece of work on one component of a kind. `perLoss` records are charged per gap of a class. */
export interface WorkRecord extends Provenance {
  readonly kind: string;
  readonly activity: Activity;
  readonly when: string;
  readonly hours?: Range;
  readonly perLoss?: Readonly<Record<string, Range>>;
  /** The hours are for each of these. */
  readonly per?: string;
  readonly role: string;
}
export interface ForeignClass extends Provenance {
  readonly id: string;
  readonly phase?: string;
  readonly services: string;
  readonly fixed: Range;
  readonly per: Readonly<Record<string, Range>>;
  readonly callSite: "wire" | "semantic" | "redesign";
  readonly instead: string;
  readonly role: string;
}
export interface CrossCutting extends Provenance {
  readonly id: string;
  readonly phase?: string;
  readonly what: string;
  readonly fixed: Readonly<Record<Profile, Range>>;
  readonly scaling: Readonly<Record<string, Range | Readonly<Record<Profile, Triple>>>>;
  readonly role: string;
  readonly repeat?: Readonly<Record<Profile, number>>;
  readonly repeatShare?: number;
}
export interface Factor extends Provenance {
  readonly id: string;
  /** Which work it multiplies, in words: `conditions.ts` reads them. */
  readonly applies: string;
  readonly levels?: Readonly<Record<string, Triple>>;
}
interface Exponents {
  readonly same: number;
  readonly different: number;
}

export interface EffortModel {
  readonly _meta: { readonly date: string; readonly version: string };
  readonly model: {
    readonly hoursPerPersonDay: number;
    readonly sharedFactor: { readonly sdLn: number };
    readonly tail: {
      readonly probability: number;
      readonly multiplier: { readonly median: number; readonly sdLn: number };
    };
    readonly learning: { readonly exponents: Readonly<Record<Activity | "callSite" | "foreignResource", Exponents>> };
    readonly environments: { readonly share: Readonly<Record<Activity | "crossCutting", number>> };
    readonly profiles: { readonly directMultiplier: Readonly<Record<Profile, Triple>> };
  };
  readonly lossClasses: Readonly<Record<string, Provenance & { readonly hours: Range; readonly meaning: string }>>;
  readonly callSites: Readonly<Record<"wire" | "semantic" | "redesign", Provenance & { readonly hours: Range }>>;
  readonly workItems: readonly WorkRecord[];
  readonly foreignClasses: readonly ForeignClass[];
  readonly crossCutting: readonly CrossCutting[];
  readonly leadTimes: readonly (Provenance & { readonly id: string; readonly what: string; readonly elapsed: Range })[];
  readonly factors: readonly Factor[];
  readonly dataMovement: {
    readonly methods: readonly (Provenance & {
      readonly id: string;
      readonly what: string;
      readonly MBps: Range;
      readonly objectsPerSecond?: Range;
    })[];
    readonly overheads: readonly { readonly id: string; readonly factor: Range }[];
  };
}

export const effortModel = data as unknown as EffortModel;

/** Phases of a migration, in order. */
export const PHASES = [
  "prepare",
  "foundation",
  "data-replication",
  "rehearsal",
  "cutover",
  "stabilisation",
  "decommission",
] as const;
export type Phase = (typeof PHASES)[number];

/** The phase in which an activity on a component falls. */
export const phaseOf: Readonly<Record<Activity, Phase>> = {
  translate: "foundation",
  adapt: "foundation",
  dataSetup: "data-replication",
  verify: "rehearsal",
  dataCutover: "cutover",
};

/** Hours of the work that every component of a kind brings, per quantile the dearest of all kinds. */
export function dearestAlways(model: EffortModel): Range {
  const byKind = new Map<string, Range>();
  for (const record of model.workItems) {
    if (record.when !== "always" || !record.hours) continue;
    byKind.set(record.kind, addRanges(byKind.get(record.kind) ?? { low: 0, likely: 0, high: 0 }, record.hours));
  }
  return [...byKind.values()].reduce(greaterRange, { low: 0, likely: 0, high: 0 });
}

export function addRanges(a: Range, b: Range): Range {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}

export function greaterRange(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), likely: Math.max(a.likely, b.likely), high: Math.max(a.high, b.high) };
}
