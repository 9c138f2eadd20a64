import type { AssessInput } from "./assessment.ts";
import type { Cost } from "./cost.ts";
import type { CostDays } from "./cost-days.ts";
import type { EffortModel } from "./effort-model.ts";
import { currencyOf, ratesOf } from "./money.ts";
import { sourceBill, targetBill } from "./monthly-cost.ts";
import { doubleRunningOf, egressOf } from "./one-off-cost.ts";

/** Everything on the first day. */
const AT_ONCE: CostDays = { copy: { from: 0, to: 0 }, notice: { low: 0, likely: 0, high: 0 } };

/** What running and leaving cost by list prices and by what was stated. Pure. */
export function costOf(input: AssessInput, model: EffortModel, days: CostDays = AT_ONCE): Cost {
  const { facts = {} } = input;
  const [source, target] = [sourceBill(input), targetBill(input)];
  const egress = egressOf(input, model, days.copy);
  return {
    currency: currencyOf(facts),
    rates: ratesOf(facts),
    monthly: { source: source.cost, target: target.cost },
    oneOff: {
      egress: egress.cost,
      doubleRunning: doubleRunningOf(input, model, { source: source.cost, target: target.cost }, days.notice),
    },
    unpriced: [...egress.unpriced, ...source.unpriced, ...target.unpriced],
  };
}
