import { z } from "zod";
import data from "./effort.json" with { type: "json" };
import { Range } from "./result.ts";

/** The form of `effort.json`: every number of the model stands there with its source; none stands in code. A file of one's own may take its place. */

const RecordSource = z.looseObject({
  /** `stated`: a record that the user put in place of ours, with a reason. */
  kind: z.enum(["measured", "published", "judgement", "stated"]),
  ref: z.array(z.string()).optional(),
  text: z.string().optional(),
});
export type RecordSource = Readonly<z.infer<typeof RecordSource>>;

/** A publication, a data set or a measurement: `where` it is found, and from when it is or when it was read. */
const Reference = z.looseObject({ kind: z.string(), title: z.string(), where: z.string(), date: z.string() });

/** P10, P50 and P90 of one item, in order. */
export const OrderedRange = Range.refine((r) => r.low >= 0 && r.low <= r.likely && r.likely <= r.high, {
  message: "low must not be above likely, nor likely above high, nor any below 0",
});
const provenance = { source: RecordSource, confidence: z.number() };
const Activity = z.enum(["translate", "adapt", "dataSetup", "dataCutover", "verify"]);
export type Activity = z.infer<typeof Activity>;
const PROFILES = ["lean", "standard", "assured"] as const;
export type Profile = (typeof PROFILES)[number];
const Triple = z.tuple([z.number(), z.number(), z.number()]);
export type Triple = readonly [low: number, likely: number, high: number];
const byProfile = <T extends z.ZodType>(of: T) => z.object({ lean: of, standard: of, assured: of });
const CallSite = z.enum(["wire", "semantic", "redesign"]);
const Exponents = z.object({ same: z.number().positive().max(1), different: z.number().positive().max(1) });

/** One piece of work on one component of a kind. `perLoss` records are charged per gap of a class. */
const WorkRecord = z.looseObject({
  kind: z.string(),
  activity: Activity,
  when: z.string(),
  hours: OrderedRange.optional(),
  perLoss: z.record(z.string(), OrderedRange).optional(),
  /** The hours are for each of these. */
  per: z.string().optional(),
  /** Alternatives: of a kind's records with one word here, exactly one arises. */
  oneOf: z.string().optional(),
  /** Props that are made anew by this work, where code only names what they are. */
  props: z.array(z.string()).optional(),
  /** Of so many blocks of code a component is made that the hours were measured on. */
  blocks: z.number().positive().optional(),
  /** Charged once for all components of the kind. */
  once: z.boolean().optional(),
  role: z.string(),
  ...provenance,
});
export type WorkRecord = z.infer<typeof WorkRecord>;

const ForeignClass = z.looseObject({
  id: z.string(),
  phase: z.string().optional(),
  /** What it is, as people say it. Default: its id. */
  title: z.string().optional(),
  services: z.string(),
  fixed: OrderedRange,
  per: z.record(z.string(), OrderedRange),
  callSite: CallSite,
  instead: z.string(),
  role: z.string(),
  ...provenance,
});
export type ForeignClass = z.infer<typeof ForeignClass>;

const CrossCutting = z.looseObject({
  id: z.string(),
  phase: z.string().optional(),
  what: z.string(),
  fixed: byProfile(OrderedRange),
  scaling: z.record(z.string(), z.union([OrderedRange, byProfile(Triple)])),
  role: z.string(),
  repeat: byProfile(z.number()).optional(),
  repeatShare: z.number().optional(),
  ...provenance,
});
export type CrossCutting = z.infer<typeof CrossCutting>;

const Factor = z.looseObject({
  id: z.string(),
  /** Which work it multiplies, in words: `conditions.ts` reads them. */
  applies: z.string(),
  levels: z.record(z.string(), Triple).optional(),
});
export type Factor = z.infer<typeof Factor>;

const LeadTime = z.looseObject({ id: z.string(), what: z.string(), elapsed: OrderedRange, ...provenance });
export type LeadTime = z.infer<typeof LeadTime>;

const Method = z.looseObject({
  id: z.string(),
  what: z.string(),
  MBps: OrderedRange,
  objectsPerSecond: z.looseObject(Range.shape).optional(),
  ...provenance,
});
export type Method = z.infer<typeof Method>;

const activities = <T extends z.ZodType>(of: T) => ({
  translate: of,
  adapt: of,
  dataSetup: of,
  dataCutover: of,
  verify: of,
});

/** The link by which data goes where nobody states another. */
export const DEFAULT_LINK = "internet-host";

/** Records of which some cannot be done without. */
function withIds<T extends z.ZodType<{ id: string }>>(record: T, ...ids: readonly string[]) {
  return z
    .array(record)
    .refine(
      (all) => ids.every((id) => all.some((r) => r.id === id)),
      `records with these ids must be there: ${ids.join(", ")}`,
    );
}

export const EffortModel = z.looseObject({
  _meta: z.looseObject({ date: z.string(), version: z.string() }),
  /** What records rest on, by the `ref` of their sources. */
  sources: z.record(z.string(), Reference).optional(),
  model: z.looseObject({
    hoursPerPersonDay: z.number().positive(),
    sharedFactor: z.looseObject({
      median: z.number().positive(),
      sdLn: z.number().nonnegative(),
      /** Spread inside one organisation, and across all. */
      range: z.tuple([z.number(), z.number()]).optional(),
    }),
    tail: z.looseObject({
      probability: z.number().min(0).max(1),
      multiplier: z.object({ median: z.number().min(1), sdLn: z.number().nonnegative() }),
    }),
    learning: z.looseObject({
      exponents: z.object({ ...activities(Exponents), callSite: Exponents, foreignResource: Exponents }),
    }),
    environments: z.looseObject({
      share: z.object({ ...activities(z.number()), crossCutting: z.number() }),
    }),
    profiles: z.looseObject({ directMultiplier: byProfile(Triple) }),
  }),
  lossClasses: z.record(z.string(), z.looseObject({ meaning: z.string(), hours: OrderedRange, ...provenance })),
  callSites: z.looseObject({
    wire: z.looseObject({ hours: OrderedRange, ...provenance }),
    semantic: z.looseObject({ hours: OrderedRange, ...provenance }),
    redesign: z.looseObject({ hours: OrderedRange, ...provenance }),
  }),
  workItems: z.array(WorkRecord),
  foreignClasses: z.array(ForeignClass),
  crossCutting: z.array(CrossCutting),
  leadTimes: z.array(LeadTime),
  factors: z.array(Factor),
  dataMovement: z.looseObject({
    methods: z.array(Method),
    links: withIds(
      z.looseObject({ id: z.string(), what: z.string(), MBps: OrderedRange, ...provenance }),
      DEFAULT_LINK,
    ),
    overheads: withIds(z.looseObject({ id: z.string(), factor: OrderedRange }), "restarts", "verification-db"),
  }),
});
export type EffortModel = z.infer<typeof EffortModel>;

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
