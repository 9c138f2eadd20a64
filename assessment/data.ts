import type { AssessInput, Assessment } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { moveOf, transfersOf } from "./transfer.ts";

/** What must move. A size nobody stated is unknown, and says under which name to state it. What holds no data by any method of the model is left out. */
export function dataOf(input: AssessInput, model: EffortModel): Assessment["data"] {
  return { moves: transfersOf(input, model).map((transfer) => moveOf(transfer, model)) };
}

/** Prices are not part of this version: every part is named as unpriced, never 0. */
export function costOf(input: AssessInput): Assessment["cost"] {
  const sizes = "components.<id>.gib in exeat.yaml";
  return {
    oneOff: null,
    monthly: null,
    currency: "EUR",
    unpriced: [
      {
        what: `Egress from ${input.source.title}`,
        dependsOn: `${sizes}, and the switching charges in force at the date`,
      },
      {
        what: "Double running of source and target",
        dependsOn: "the length of the parallel run and both monthly bills",
      },
      {
        what: `Monthly cost at ${input.target.title}`,
        dependsOn: "prices of the target's machines, storage and traffic",
      },
    ],
  };
}
