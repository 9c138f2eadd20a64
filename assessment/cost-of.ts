import type { AssessInput } from "./assessment.ts";
import type { Cost } from "./cost.ts";
import type { EffortModel } from "./effort-model.ts";
import { currencyOf, ratesOf } from "./money.ts";
import { sourceBill, targetBill } from "./monthly-cost.ts";
import { doubleRunningOf, egressOf } from "./one-off-cost.ts";

/** What running and leaving cost by list prices and by what was stated. Pure. */
export function costOf(input: AssessInput, model: EffortModel): Cost {
  const { facts = {} } = input;
  const [source, target] = [sourceBill(input), targetBill(input)];
  const egress = egressOf(input, model);
  return {
    currency: currencyOf(facts),
    rates: ratesOf(facts),
    monthly: { source: source.cost, target: target.cost },
    oneOff: {
      egress: egress.cost,
      doubleRunning: doubleRunningOf(input, model, source.cost, target.cost),
    },
    unpriced: [...egress.unpriced, ...source.unpriced, ...target.unpriced],
  };
}
