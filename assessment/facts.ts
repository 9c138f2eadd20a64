import { z } from "zod";
import { literally } from "../constructs/literally.ts";
import { addressIn } from "../providers/native.ts";
import { CountryCode } from "./countries.ts";
import { StatedRecord } from "./effort-records.ts";
import {
  Availability,
  Count,
  Days,
  Environments,
  Factor,
  GiB,
  Hours,
  Money,
  Objects,
  People,
  Rate,
  Spread,
} from "./stated-numbers.ts";

const Day = z.iso.date("a day as YYYY-MM-DD");
const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, "three capital letters, as `EUR`");

/** What code cannot know (`exeat.yaml`). Everything is optional: what is missing widens the ranges and is listed. */
export const ComponentFacts = z.strictObject({
  /** Data held, in GiB. */
  gib: GiB.optional(),
  /** Objects in a bucket. */
  objects: Objects.optional(),
  /** Bytes changed in a day, in GiB. */
  changedGibPerDay: GiB.optional(),
  /** Longest interruption of writing that is accepted, in hours. */
  maxDowntimeHours: Hours.optional(),
  /** Stored procedures, functions and triggers. */
  storedRoutines: Count.int().optional(),
  /** Database extensions in use; and whether the target lacks one of them. */
  extensions: z.array(z.string()).optional(),
  extensionMissing: z.boolean().optional(),
  /** Objects lie in archive classes. */
  archived: z.boolean().optional(),
  /** Where a copy of the data lies that can be restored from, beside the data itself. */
  copy: z.enum(["none", "source", "other-region", "elsewhere"]).optional(),
  /** How old that copy may be. */
  copyAgeHours: Hours.optional(),
  /** Counts of what is inside: `workload`, `trigger`, `dashboard`, `routine`. */
  units: z.record(z.string(), Count).optional(),
  /** What it costs a month, in the currency of `prices`: goes before list prices. */
  monthly: z.strictObject({ source: Money.optional(), target: Money.optional() }).optional(),
  /** Distinct calls of a service in application code, for a native with no kind. */
  callSites: Count.int().optional(),
  /** Conditions of the effort model by their words, where code does not show them: `overlapping ranges: false`. */
  conditions: z.record(z.string(), z.boolean()).optional(),
});
export type ComponentFacts = z.infer<typeof ComponentFacts>;

export const EstateFacts = z.strictObject({
  team: z
    .strictObject({
      people: People.optional(),
      teams: Count.int().positive().optional(),
      /** Share of their time people give to the migration, 0 to 1. */
      availability: Availability.optional(),
      /** People who can do the work of a role (`platform`, `dba`, `developer`, `network`, `security`). Default: everybody any. */
      roles: z.record(z.string(), People).optional(),
    })
    .optional(),
  /** Environments besides those the files hold, the first included. */
  environments: Environments.optional(),
  /** Regulated or a public service with formal assurance. */
  assurance: z.boolean().optional(),
  regulatedFrameworks: Count.int().optional(),
  /** Levels of the effort model's factors, by id: `teamFamiliarity: someExperience`. Levels named by numbers need no quotes. */
  factors: z.record(z.string(), z.union([z.string(), z.number()], "the name of a level")).optional(),
  /** Counts that cross-cutting work scales with: `deployable`, `project`, `humanGroup`, `site`, `interconnect`, `otherUser`, `wave`. */
  counts: z.record(z.string(), Count).optional(),
  /** The effort model's numbers replaced: by a file of the same form, or record by record with a reason. */
  effort: z
    .strictObject({
      /** Path of a file in the form of `effort.json`, from the folder of `exeat.yaml`. */
      model: z.string().optional(),
      records: z.record(z.string(), StatedRecord).optional(),
    })
    .optional(),
  /** How far the effort model is off for this organisation (`exeat calibrate` writes it). */
  calibration: z
    .strictObject({
      /** Migrations and drills it rests on. */
      cases: Count.int().positive(),
      /** How many of these are drills. Default: none. */
      drills: z.int().nonnegative().optional(),
      median: Factor,
      sdLn: Spread,
    })
    .refine(({ cases, drills = 0 }) => drills <= cases, { message: "drills must not be above cases" })
    .optional(),
  /** Waits of the effort model's lead times, by id: whether they arise, or how many days they take. */
  leadTimes: z
    .record(z.string(), z.union([z.boolean(), Days], "true, false or a number of days up to 36500"))
    .optional(),
  /** Where something stands that the exit itself needs: `state`, `ci`, `identity`, `images`, `registrar`, … */
  dependencies: z.record(z.string(), z.enum(["source", "elsewhere"])).optional(),
  /** A month's bill at the source and at the target, and what a day of work costs; they go before list prices. */
  prices: z
    .strictObject({
      /** ISO 4217, of everything stated here. Default: EUR. */
      currency: CurrencyCode.optional(),
      /** What one unit of another currency is worth in it, and when: `USD: { rate: 0.86, date: 2026-11-20 }`. Without a rate, currencies stay apart. */
      rates: z.record(CurrencyCode, z.strictObject({ rate: Rate, date: Day })).optional(),
      sourceMonthly: Money.optional(),
      targetMonthly: Money.optional(),
      personDay: Money.positive().optional(),
    })
    .optional(),
  /** Where the customer is established (ISO 3166, two letters): decides which rules on switching charges apply. */
  country: CountryCode.optional(),
  /** Exit terms of the contract with the source. */
  contract: z
    .strictObject({
      noticeDays: Days.optional(),
      transitionDays: Days.optional(),
    })
    .optional(),
  /** Link that the data takes, an id of the effort model's links. Default: `internet-host`. */
  link: z.string().optional(),
  /** Days until a date that must be met. */
  deadlineDays: Days.positive().optional(),
  /**
   * By component id; the id may be shortened to the address where that is unique. With `*` for any characters it is stated of all whose
   * id or address it fits: before another such name that stands further down, and before what is stated of one by its name.
   */
  components: z.record(z.string(), ComponentFacts).optional(),
});
export type EstateFacts = z.infer<typeof EstateFacts>;

const NOTHING: ComponentFacts = {};

/** Facts stated for a component, or for a native by its address; empty where there are none. */
export function factsOf(facts: EstateFacts, id: string): ComponentFacts {
  return facts.components?.[id] ?? facts.components?.[addressIn(id)] ?? NOTHING;
}

/** Facts by the names of components alone: what is stated with `*` is stated of each that it fits. Gives also the names that fit none. */
export function ofEach(facts: EstateFacts, ids: readonly string[]): { facts: EstateFacts; unfit: readonly string[] } {
  const stated = Object.entries(facts.components ?? {});
  const known = new Set(ids.flatMap((id) => [id, addressIn(id)]));
  const named = stated.filter(([name]) => known.has(name));
  // A key of `for_each` may hold a `*` itself: that is a name.
  const wide = stated.flatMap(([name, says]) => (known.has(name) ? [] : [{ name, says, fits: fitting(name) }]));
  const used = new Set<string>();
  const spread = ids.flatMap((id) => {
    const all = wide.filter(({ fits }) => fits.test(id) || fits.test(addressIn(id)));
    for (const { name } of all) used.add(name);
    return all.length === 0 ? [] : [[id, [...all.map((w) => w.says), factsOf(facts, id)].reduce(over)] as const];
  });
  const unfit = wide.map((w) => w.name).filter((name) => !used.has(name));
  return { facts: { ...facts, components: Object.fromEntries([...named, ...spread]) }, unfit };
}

/** Any characters where a name has `*`. */
function fitting(name: string): RegExp {
  return new RegExp(`^${name.split("*").map(literally).join(".*")}$`, "s");
}

/** What is stated later goes before, fact by fact, and condition by condition. */
function over(before: ComponentFacts, after: ComponentFacts): ComponentFacts {
  const facts = { ...before, ...after };
  for (const name of ["units", "monthly", "conditions"] as const)
    if (before[name] && after[name]) Object.assign(facts, { [name]: { ...before[name], ...after[name] } });
  return facts;
}
