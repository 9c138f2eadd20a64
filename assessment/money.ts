import { z } from "zod";
import { compareText } from "../constructs/diagnostic.ts";
import type { EstateFacts } from "./facts.ts";
import { hundredth } from "./numbers.ts";

/** A range in a currency (ISO 4217). Currencies are added to no other one without a rate that somebody stated. */
export const Money = z.strictObject({ currency: z.string(), low: z.number(), high: z.number() });
export type Money = z.infer<typeof Money>;

export const Rate = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** How much of `to` one of `from` is worth. */
  rate: z.number(),
  date: z.string(),
});
export type Rate = z.infer<typeof Rate>;

const OWN = "EUR";

/** The currency that stated prices are in, and that rates lead to. */
export function currencyOf({ prices }: EstateFacts): string {
  return prices?.currency ?? OWN;
}

export function ratesOf(facts: EstateFacts): Rate[] {
  const to = currencyOf(facts);
  return Object.entries(facts.prices?.rates ?? {})
    .filter(([from]) => from !== to)
    .map(([from, { rate, date }]) => ({ from, to, rate, date }))
    .sort((a, b) => compareText(a.from, b.from));
}

/** One sum for each currency that no rate leads out of; nothing in, nothing out. */
export function sumOf(amounts: readonly Money[], rates: readonly Rate[]): Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) {
    const rate = rates.find((r) => r.from === amount.currency);
    const currency = rate?.to ?? amount.currency;
    const known = sums.get(currency) ?? { currency, low: 0, high: 0 };
    const worth = rate?.rate ?? 1;
    sums.set(currency, { currency, low: known.low + amount.low * worth, high: known.high + amount.high * worth });
  }
  return [...sums.values()].sort((a, b) => compareText(a.currency, b.currency));
}

export function rounded({ currency, low, high }: Money): Money {
  return { currency, low: hundredth(low), high: hundredth(high) };
}

export function timesMoney({ currency, low, high }: Money, least: number, most = least): Money {
  return { currency, low: low * least, high: high * most };
}

export function exactly(amount: number, currency: string): Money {
  return { currency, low: amount, high: amount };
}

/** The sum where it is in one currency only. */
export function onlyIn(currency: string, amounts: readonly Money[]): Money | undefined {
  const [first, ...rest] = amounts;
  return rest.length === 0 && first?.currency === currency ? first : undefined;
}
