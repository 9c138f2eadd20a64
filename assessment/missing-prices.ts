import type { AssessInput } from "./assessment.ts";
import { costOf } from "./cost-of.ts";
import type { EffortModel } from "./effort-model.ts";

/** A fact on money that nobody stated; it narrows no range of work. */
export interface MissingPrice {
  readonly path: readonly string[];
  readonly asks: string;
  readonly assumed: string;
}

/** Prices worth asking for: of what list prices do not cover, of a day of work, of another currency; and whose law applies. */
export function missingPrices(input: AssessInput, model: EffortModel): MissingPrice[] {
  const { facts = {} } = input;
  const { currency, rates, monthly, oneOff } = costOf(input, model);
  const ask = (path: readonly string[], asks: string, assumed: string): MissingPrice => ({ path, asks, assumed });
  const bills = (["source", "target"] as const).flatMap((side): MissingPrice[] => {
    const { whole, covers } = monthly[side];
    const listed = `list prices of ${covers.priced} of ${covers.resources} resources`;
    return whole
      ? []
      : [ask(["prices", `${side}Monthly`], `what a month costs at the ${side}, in ${currency}`, listed)];
  });
  const sums = [...monthly.source.amounts, ...monthly.target.amounts, ...(oneOff.egress?.amounts ?? [])];
  const others = [...new Set(sums.map((a) => a.currency))].filter(
    (c) => c !== currency && !rates.some((r) => r.from === c),
  );
  return [
    ...bills,
    ...(facts.prices?.personDay === undefined
      ? [
          ask(
            ["prices", "personDay"],
            `what a day of work costs, in ${currency}`,
            "nothing: what leaving costs stays in days",
          ),
        ]
      : []),
    ...others.flatMap((c) => [
      ask(
        ["prices", "rates", c, "rate"],
        `what one ${c} is worth in ${currency}`,
        "nothing: the currencies stay apart",
      ),
      ask(["prices", "rates", c, "date"], "when it was worth that, YYYY-MM-DD", "nothing"),
    ]),
    ...(facts.country === undefined
      ? [ask(["country"], "where the customer is established, two letters", "any: egress is due up to the list price")]
      : []),
  ];
}
