import type { AssessInput, Assessment } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { moveOf, transfersOf } from "./transfer.ts";

/** What must move. A size nobody stated is unknown, and says under which name to state it. What holds no data by any method of the model is left out. */
export function dataOf(input: AssessInput, model: EffortModel): Assessment["data"] {
  return { moves: transfersOf(input, model).map((transfer) => moveOf(transfer, model)) };
}
