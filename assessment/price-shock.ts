import type { AssessInput } from "./assessment.ts";
import type { Cost } from "./cost.ts";
import { currencyOf, type Money, onlyIn, rounded, timesMoney } from "./money.ts";
import { tenth } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import type { Percentiles } from "./simulate.ts";

/** Factor of a price shock that nobody stated. */
const DEFAULT_FACTOR = 3;

/** What the scenario multiplies the source's prices by: 1 in all but a price shock. */
export function priceFactorOf({ scenario, priceFactor = DEFAULT_FACTOR }: AssessInput): number {
  return scenario === "price-shock" ? priceFactor : 1;
}

type Price = NonNullable<Reading["price"]>;

/**
 * Leaving pays when what it saves each month has paid for the work; what it costs to copy and to run both is not in it. P50 takes
 * the middle of both bills, P80 the least that is saved. Of a bill at the target that is not whole nothing follows.
 */
export function priceShock(input: AssessInput, effort: Percentiles, cost: Cost): Price {
  const { facts = {} } = input;
  const factor = priceFactorOf(input);
  const { source, target } = cost.monthly;
  const currency = currencyOf(facts);
  const { personDay } = facts.prices ?? {};
  const after = source.amounts.map((amount) => rounded(timesMoney(amount, factor)));
  const leaving =
    personDay === undefined
      ? null
      : { currency, p50: tenth(effort.p50 * personDay), p80: tenth(effort.p80 * personDay) };
  const [from, to] = [onlyIn(currency, after), onlyIn(currency, target.amounts)];
  const saved = from && to && target.whole ? savings(from, to) : undefined;
  const surely = saved !== undefined && saved.low > 0;
  const months =
    leaving && saved && surely ? { p50: tenth(leaving.p50 / saved.likely), p80: tenth(leaving.p80 / saved.low) } : null;
  const never = saved !== undefined && saved.high <= 0 && source.whole;
  const settled = months !== null || never;
  return {
    factor,
    before: source.amounts.map((a) => ({ ...a })),
    after,
    target: target.amounts.map((a) => ({ ...a })),
    whole: { source: source.whole, target: target.whole },
    leaving,
    breakEvenMonths: months,
    atMost: months !== null && !source.whole,
    never,
    ...(settled ? {} : { dependsOn: missing({ currency, cost, personDay, after }, surely) }),
  };
}

function savings(from: Money, to: Money): { low: number; likely: number; high: number } {
  const [low, high] = [from.low - to.high, from.high - to.low];
  return { low, likely: (low + high) / 2, high };
}

/** What to state so that the month is known. */
function missing(
  {
    currency,
    cost,
    personDay,
    after,
  }: { currency: string; cost: Cost; personDay: number | undefined; after: readonly Money[] },
  surely: boolean,
): string {
  const { source, target } = cost.monthly;
  const others = [...new Set([...after, ...target.amounts].map((a) => a.currency))].filter((c) => c !== currency);
  const unsure = !surely && after.length > 0 && target.whole && others.length === 0;
  const names = [
    ...(after.length === 0 || (unsure && source.basis !== "stated") ? ["sourceMonthly"] : []),
    ...(target.whole && !(unsure && target.basis !== "stated") ? [] : ["targetMonthly"]),
    ...(personDay === undefined ? ["personDay"] : []),
    ...others.map((c) => `rates.${c}`),
  ];
  return `prices in exeat.yaml: ${names.join(", ")}`;
}
