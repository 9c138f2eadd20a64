import { z } from "zod";
import { Money } from "./money.ts";
import { Location, Scenario } from "./result.ts";

const Held = z.strictObject({ component: z.string(), why: z.string() });

export const Dependency = z.strictObject({
  id: z.string(),
  what: z.string(),
  /** Whether it stands at the source. */
  status: z.enum(["source", "elsewhere", "unknown"]),
  /** Addresses that show it, and where the first of them stands. */
  seenIn: z.string().optional(),
  seenAt: Location.optional(),
  dependsOn: z.string().optional(),
  /** What fails on the day if it stands at the source and the source is gone. */
  fails: z.string(),
});
export type Dependency = z.infer<typeof Dependency>;

/** What a reason to leave makes of the same assessment. */
export const Reading = z.strictObject({
  scenario: Scenario,
  /** What the scenario takes as given, in sentences. */
  assumes: z.array(z.string()),
  /** No copy outside what is gone: it cannot be had again. */
  lost: z.array(Held),
  /** No copy outside what will be gone: lost unless it is fetched before the source stops answering. Absent: nothing is. */
  atRisk: z.array(Held).optional(),
  /** Nobody stated whether there is a copy. */
  mayBeLost: z.array(Held),
  /** Something could not be read, and may hold data that is lost too: no list here names it. */
  unread: z.literal(true).optional(),
  /** What it is restored from, and how old that is. Null: not known. */
  restored: z.array(z.strictObject({ component: z.string(), ageHours: z.number().nullable() })),
  dependencies: z.array(Dependency),
  /** Of a change of prices; null for other scenarios. */
  price: z
    .strictObject({
      factor: z.number(),
      /** A month at the source before and after, and at the target: one for each currency. Empty: nothing is known. */
      before: z.array(Money),
      after: z.array(Money),
      target: z.array(Money),
      /** Whether these are whole bills: what is missing of one makes it larger. */
      whole: z.strictObject({ source: z.boolean(), target: z.boolean() }),
      /** What leaving costs in work. */
      leaving: z.strictObject({ currency: z.string(), p50: z.number(), p80: z.number() }).nullable(),
      /** Months after the cutover until leaving has paid; null: not known, or never. */
      breakEvenMonths: z.strictObject({ p50: z.number(), p80: z.number() }).nullable(),
      /** The bill at the source is larger than what has a price: it pays sooner. */
      atMost: z.boolean(),
      never: z.boolean(),
      dependsOn: z.string().optional(),
    })
    .nullable(),
});
export type Reading = z.infer<typeof Reading>;
