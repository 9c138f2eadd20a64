import { z } from "zod";
import { Money, Rate } from "./money.ts";
import { Citation, Range, UnknownFact } from "./result.ts";

/** What running costs a month, and what leaving costs once, apart from work. List prices before tax; what has none is named, never 0. */

export const MonthlyCost = z.strictObject({
  /** Stated as a whole in exeat.yaml, or added up from list prices. */
  basis: z.enum(["stated", "list-prices"]),
  /** One for each currency; empty where nothing has a price. */
  amounts: z.array(Money),
  /** Of the resources that cost something, or may: with every part of the bill, with some parts, and those whose bill was stated. */
  covers: z.strictObject({ resources: z.int(), priced: z.int(), partly: z.int(), stated: z.int() }),
  /** Nothing is missing: then alone it is the whole bill. */
  whole: z.boolean(),
  /** The dearest first. */
  byType: z.array(z.strictObject({ type: z.string(), resources: z.int(), amount: Money })),
  /** Why it is a range, and what was taken for what. */
  notes: z.array(z.string()),
  citations: z.array(Citation),
});
export type MonthlyCost = z.infer<typeof MonthlyCost>;

export const EgressCost = z.strictObject({
  /** Of one copy: what is known to move, and of how many things. Null where no size is known, or nothing was found and not everything read. */
  gib: z.number().nullable(),
  /** The same of as many as there may be, where nobody knows how many of something there are. */
  gibAtMost: z.number().optional(),
  /** What a plan reads of that at most, where proofs read it again or the switch copies it again: what runs at the source does not leave it. */
  gibRead: z.number().optional(),
  covers: z.strictObject({ moves: z.int(), sized: z.int() }),
  /** From what the law or the source's own terms leave of one copy at least, to the list price of all that is read. */
  amounts: z.array(Money),
  whole: z.boolean(),
  /** Days from the date of the report in which the first copy may be made. */
  copyDays: z.strictObject({ from: z.number(), to: z.number() }),
  /** What decides on the charge at the date of the report or on a day on which the copy may be made. */
  rules: z.array(
    z.strictObject({
      name: z.string(),
      charge: z.enum(["none", "at-cost"]),
      /** First day on which it holds, and first on which it no longer does. */
      from: z.string(),
      until: z.string().optional(),
      /** False: whether it applies depends on the country, which nobody stated. */
      certain: z.boolean(),
      citation: Citation,
      /** What leaving costs under it. */
      amounts: z.array(Money),
    }),
  ),
  /** Terms of the source for those who leave and ask. */
  credit: z.strictObject({ what: z.string(), citation: Citation }).nullable(),
  notes: z.array(z.string()),
  citations: z.array(Citation),
});
export type EgressCost = z.infer<typeof EgressCost>;

export const DoubleRunning = z.strictObject({
  /** Calendar days in which both sides run, or the source is paid because a notice still runs. */
  days: Range,
  amounts: z.array(Money),
  whole: z.boolean(),
});
export type DoubleRunning = z.infer<typeof DoubleRunning>;

export const Cost = z.strictObject({
  /** That of stated prices, and what rates lead to. */
  currency: z.string(),
  /** Stated rates; without one, currencies stay apart. */
  rates: z.array(Rate),
  monthly: z.strictObject({ source: MonthlyCost, target: MonthlyCost }),
  oneOff: z.strictObject({
    /** Null: no data leaves the source. */
    egress: EgressCost.nullable(),
    /** Null: nothing runs side by side. */
    doubleRunning: DoubleRunning.nullable(),
  }),
  unpriced: z.array(UnknownFact),
});
export type Cost = z.infer<typeof Cost>;
