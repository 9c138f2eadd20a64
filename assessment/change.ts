import { z } from "zod";
import { Assessment } from "./assessment.ts";
import { ComponentResult } from "./component-result.ts";
import { Diagnostic, FORMAT_VERSION, Location, Said, Source } from "./result.ts";

/** What a change of code does to the exit: made by `change` (compare.ts), judged by a gate. */

/** blocking-loss: the target cannot carry it at all, for certain. loss: a property it does not give back, or may not. */
export const FindingRule = z.enum(["blocking-loss", "loss", "foreign-type", "unknown-type", "hole"]);
export type FindingRule = z.infer<typeof FindingRule>;

/** What the head has on the way out that is worth a look; `resolved` ones only the base has. */
export const Finding = z.strictObject({
  rule: FindingRule,
  level: z.enum(["error", "warning", "note"]),
  state: z.enum(["new", "existing", "resolved"]),
  /** Of the same thing the same, wherever it stands: lines and files may move. */
  fingerprint: z.string(),
  /** Fingerprints of the same thing where it is worse: who accepts one of them has accepted this. Default: none. */
  worse: z.array(z.string()).optional(),
  /** Id of a component, a native type, or where a hole is. */
  subject: z.string(),
  /** `root:address` of every native it is about: what patterns of waivers are matched with. */
  addresses: z.array(z.string()),
  /** Property; empty for the whole. */
  path: z.string(),
  message: z.string(),
  instead: z.string().optional(),
  at: Location,
  /** Why it is not counted as new: it stands in the baseline, or somebody answers for it. */
  accepted: z
    .strictObject({
      by: z.enum(["baseline", "waiver"]),
      owner: z.string().optional(),
      reason: z.string().optional(),
      expires: z.string().optional(),
    })
    .optional(),
});
export type Finding = z.infer<typeof Finding>;

/** One thing that is not as it was. Null: not there. */
export const Difference = z.strictObject({
  what: z.enum(["region", "prop", "hole", "loss", "coarsened", "residue", "native"]),
  /** Prop path (`rules[]`: an element of a list), or address and path of a native; empty for the region. */
  path: z.string(),
  before: z.json(),
  after: z.json(),
});
export type Difference = z.infer<typeof Difference>;

const Fit = ComponentResult.shape.fit;

export const ChangedComponent = z.strictObject({
  change: z.enum(["added", "removed", "changed"]),
  id: z.string(),
  kind: z.string(),
  at: Location,
  fit: z.strictObject({ before: Fit.nullable(), after: Fit.nullable() }),
  /** P80 of its own work in person-days. Absent where very many components changed. */
  days: z.strictObject({ before: z.number(), after: z.number() }).optional(),
  differences: z.array(Difference),
});
export type ChangedComponent = z.infer<typeof ChangedComponent>;

/** A resource without a neutral kind that both sides have, and that is not as it was. */
export const ChangedResource = z.strictObject({
  id: z.string(),
  type: z.string(),
  at: Location,
  /** Where it stands. Absent where that is as it was; null: nobody says. */
  region: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).optional(),
  /** Arguments, without positions in lists. Their values are not said: any may hold a secret. */
  arguments: z.array(z.strictObject({ change: z.enum(["added", "removed", "changed"]), path: z.string() })),
});
export type ChangedResource = z.infer<typeof ChangedResource>;

/** Conditions of `--fail-on`, with what fails them. */
export const Condition = z.enum([
  "new-blocking-loss",
  "new-loss",
  "new-foreign-type",
  "new-unknown-type",
  "new-hole",
  "region",
  "effort",
  "incomplete",
]);
export type Condition = z.infer<typeof Condition>;

/** A finding that somebody answers for, until a day. */
export const Waiver = z.strictObject({
  rule: FindingRule,
  /** Component id, or its address where that is in one root only; `*` for any characters. Of a type it must match every resource of the type. */
  component: z.string().min(1),
  /** Property and what is below it. Default: any. */
  property: z.string().min(1).optional(),
  /** Cloud the waiver holds for. Default: any. */
  target: z.string().min(1).optional(),
  owner: Said,
  reason: Said,
  /** Last day on which it holds, YYYY-MM-DD. */
  expires: z.iso.date("a day as YYYY-MM-DD"),
});
export type Waiver = z.infer<typeof Waiver>;

/** The file of `--waivers`. */
export const Waivers = z.strictObject({ formatVersion: z.literal(1), waivers: z.array(Waiver) });

/** The file of `--baseline`: fingerprints, sorted. */
export const Baseline = z.strictObject({ formatVersion: z.literal(1), accepted: z.array(z.string()) });
export type Baseline = z.infer<typeof Baseline>;

export const Gate = z.strictObject({
  /** Conditions asked for. */
  asked: z.array(Condition),
  /** Empty: passed. An expired waiver fails whatever was asked. */
  failed: z.array(z.strictObject({ condition: z.enum([...Condition.options, "expired-waiver"]), why: z.string() })),
  waivers: z.array(z.strictObject({ ...Waiver.shape, status: z.enum(["used", "unused", "expired"]) })),
  /** Fingerprints of the baseline that fit nothing any more. */
  stale: z.array(z.string()),
});
export type Gate = z.infer<typeof Gate>;

const { p10, p50, p80, p95 } = Assessment.shape.effort.shape;
const Percentiles = z.strictObject({ p10, p50, p80, p95 });
const Moved = {
  before: Percentiles,
  after: Percentiles,
  /** After less before. */
  change: z.strictObject({ p50: z.number(), p80: z.number() }),
};

export const Change = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Both sides were read whole. */
  complete: z.boolean(),
  tool: Assessment.shape.tool,
  base: Source,
  head: Source,
  target: Assessment.shape.target,
  effort: z.strictObject({
    unit: z.literal("person-days"),
    ...Moved,
    /** P80 moves by more than 5 % and by at least half a person-day. */
    significant: z.boolean(),
    /** False: the figures rest on judgement, no migration of the organisation moved them. */
    calibrated: z.boolean(),
  }),
  time: z.strictObject({ unit: z.literal("days"), ...Moved }),
  components: z.array(ChangedComponent),
  /** Components that are as they were. */
  unchanged: z.int(),
  /** Types whose number of resources is not what it was. */
  types: z.array(
    z.strictObject({
      type: z.string(),
      what: z.enum(["foreign", "unknown"]),
      before: z.int(),
      after: z.int(),
    }),
  ),
  resources: z.array(ChangedResource),
  /** In which resources stand, as far as the code says. */
  regions: z.strictObject({ before: z.array(z.string()), after: z.array(z.string()) }),
  findings: z.array(Finding),
  gate: Gate,
  diagnostics: z.array(Diagnostic),
});
export type Change = z.infer<typeof Change>;
