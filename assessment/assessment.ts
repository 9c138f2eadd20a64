import { z } from "zod";
import type { Estate } from "../providers/native.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Survey, Translation } from "../providers/survey.ts";
import { ComponentResult } from "./component-result.ts";
import { Cost } from "./cost.ts";
import type { EffortModel } from "./effort-model.ts";
import type { EstateFacts } from "./facts.ts";
import { JurisdictionResult } from "./jurisdiction.ts";
import { Reading } from "./reading.ts";
import { Requirement } from "./requirements.ts";
import { Citation, Counts, Diagnostic, FORMAT_VERSION, Range, Scenario, Source, UnknownFact } from "./result.ts";
import { ReturnTrip } from "./return-trip.ts";

/**
 * What leaving costs, and why. Made by `assess` (assess.ts) from a survey of the source and a translation per component;
 * pure: the same input gives the same bytes on any machine.
 */
export interface AssessInput {
  readonly survey: Survey;
  /** Per component id. A component without one is an error of the caller. */
  readonly translations: ReadonlyMap<string, Translation>;
  readonly estate: Pick<Estate, "source" | "complete" | "diagnostics">;
  readonly source: Cloud;
  readonly target: Cloud;
  /** Default: the target's default region. */
  readonly region?: string;
  readonly scenario?: Scenario;
  /** What a price shock multiplies the source's prices by. Default 3. */
  readonly priceFactor?: number;
  /** Ids of qualifications that components must have at the target. Default: none. */
  readonly requirements?: readonly string[];
  readonly facts?: EstateFacts;
  /** Default: the effort model of this package. */
  readonly model?: EffortModel;
  /** `catalogue` is the newest date among the facts read, `date` the day that was asked for. */
  readonly tool: { readonly version: string; readonly catalogue: string; readonly date?: string | undefined };
}

/** Native types with no implemented kind: what they are and what they become is done by hand. */
export const ForeignResult = z.strictObject({
  type: z.string(),
  count: z.int(),
  what: z.string(),
  /** The effort class, or the key of the kind still to come, that prices it. */
  pricedAs: z.string(),
  instead: z.string(),
  citation: Citation,
});
export type ForeignResult = z.infer<typeof ForeignResult>;

/** `where` it is found; `date`: from when it is, or when it was read. */
const Reference = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  where: z.string(),
  date: z.string(),
});

export const WorkItem = z.strictObject({
  /** Record of the effort model and what it is charged for. */
  id: z.string(),
  /** Id of a component, `foreign:<class or key>`, `unknown:<type>` or `cross-cutting`. */
  component: z.string(),
  activity: z.string(),
  phase: z.string(),
  role: z.string(),
  driver: z.string(),
  /** Person-hours; `low` is 0 where it is not known whether the work arises. */
  hours: Range,
  /** Median of what multiplies them: how formal the work is, and what is stated of the organisation. For `low`, and for the others. */
  multiplier: z.strictObject({ lower: z.number(), upper: z.number() }),
  citation: Citation,
  /** 1 to 3, 3 is best. */
  confidence: z.int(),
});
export type WorkItem = z.infer<typeof WorkItem>;

const Percentiles = { p10: z.number(), p50: z.number(), p80: z.number(), p95: z.number() };

const Part = z.strictObject({ name: z.string(), ...Percentiles });
const Median = z.strictObject({ p50: z.number(), p80: z.number() });
const Profile = z.enum(["lean", "standard", "assured"]);

export const Assessment = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  tool: z.strictObject({
    version: z.string(),
    /** The newest date among the facts. */
    catalogue: z.string(),
    /** The day for which the result was asked; without it, that of the facts. Law of that day holds, facts stay those of `catalogue`. */
    date: z.string().optional(),
  }),
  source: Source,
  target: z.strictObject({ cloud: z.string(), region: z.string() }),
  scenario: Scenario,
  /** What the scenario makes of the estate: first what cannot be had again. */
  reading: Reading,
  returnTrip: ReturnTrip,
  counts: Counts,
  /** Who controls both sides, and what is qualified at the target. */
  jurisdiction: JurisdictionResult,
  /** Qualifications asked for, and how many components comply. Empty: none was asked for. */
  requirements: z.array(Requirement),
  components: z.array(ComponentResult),
  foreign: z.array(ForeignResult),
  workItems: z.array(WorkItem),
  /** What the work items rest on: publications, data sets, measurements. Older results have none. */
  references: z.array(Reference).optional(),
  effort: z.strictObject({
    unit: z.literal("person-days"),
    ...Percentiles,
    /** True when an organisation's own migrations or drills moved the numbers: on how many is in `calibratedOn`. */
    calibrated: z.boolean(),
    calibratedOn: z.int().optional(),
    /** How many of these were drills; absent for none. */
    calibratedOnDrills: z.int().positive().optional(),
    /** How formal the work is taken to be, by people and by blocks of code (`count` makes no more of them): at P10, and above. */
    profile: z.strictObject({ lower: Profile, upper: Profile }),
    /** Percentiles of parts do not add up to those of the whole. */
    byPhase: z.array(Part),
    byRole: z.array(Part),
    /** The dearest first; `cross-cutting` is no component's, `others` are all that follow. */
    byComponent: z.array(Part),
    /** Shares of the likely hours, largest first. */
    drivers: z.array(z.strictObject({ driver: z.string(), likelyDays: z.number(), share: z.number() })),
  }),
  time: z.strictObject({
    /** Calendar days. */
    unit: z.literal("days"),
    ...Percentiles,
    team: z.strictObject({
      people: z.number(),
      availability: z.number(),
      assumed: z.boolean(),
      /** Above P10 the programme work is that of a team of more people than so many, for nobody stated how many there are. */
      programmeAbove: z.number().optional(),
      roles: z.record(z.string(), z.number()).optional(),
    }),
    /** In an order in which it can be done; days from the start, where everything unknown arises. */
    schedule: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        kind: z.enum(["work", "transfer", "wait"]),
        after: z.array(z.string()),
        days: Median,
        start: Median,
        end: Median,
        /** In which share of the draws it decides when the whole ends. */
        critical: z.number(),
      }),
    ),
    /** What decides the end in more than half of the draws. */
    criticalPath: z.array(z.string()),
    windows: z.array(
      z.strictObject({
        name: z.string(),
        /** Where its days begin: the decision to leave, the first copy, or the day on which a notice is given. */
        from: z.enum(["start", "replication", "notice"]),
        /** What must be done within it, or what it runs until. */
        until: z.enum(["transfer", "cutover", "end"]),
        /** Whom it binds. */
        bound: z.string(),
        /** Null: not known; then `dependsOn` says what to state. */
        days: z.number().nullable(),
        /** Null: not known, or a notice, which nothing has to be done within. */
        probability: z.number().nullable(),
        /** Of a notice: the day from the start on which it is given to end with the exit. Given earlier, it may end first. */
        give: Median.optional(),
        dependsOn: z.string().optional(),
        citation: Citation,
      }),
    ),
    /** Where nobody stated a team: what it would be with others. */
    otherTeams: z.array(z.strictObject({ people: z.number(), availability: z.number(), ...Percentiles })).optional(),
  }),
  data: z.strictObject({
    moves: z.array(
      z.strictObject({
        component: z.string(),
        /** Null: not known, for what replaces it at the target decides. */
        method: z.string().nullable(),
        /** Null: not known; then `dependsOn` says what to state. */
        gib: z.number().nullable(),
        objects: z.number().nullable(),
        changedGibPerDay: z.number().nullable(),
        /** Of one copy, and of comparing both sides afterwards. */
        hours: Range.nullable(),
        verificationHours: Range.nullable(),
        /** Nobody can write so long. */
        downtimeHours: Range.nullable(),
        /** False: changes come faster than a running copy can follow. Null: not known, or nothing is copied while running. */
        catchesUp: z.boolean().nullable(),
        /** How many of it there are, where nobody knows: each is as large. */
        times: z.strictObject({ low: z.int(), high: z.int() }).optional(),
        dependsOn: z.string().optional(),
      }),
    ),
  }),
  cost: Cost,
  /** Changes that would shrink the effort, largest first. */
  levers: z.array(
    z.strictObject({
      change: z.string(),
      addresses: z.array(z.string()),
      /** What an assessment of the changed estate has less. */
      saves: z.strictObject({ p50: z.number(), p80: z.number() }),
    }),
  ),
  unknowns: z.array(UnknownFact),
  diagnostics: z.array(Diagnostic),
});
export type Assessment = z.infer<typeof Assessment>;
