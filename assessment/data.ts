import type { AssessInput, Assessment } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { type ComponentFacts, factsOf } from "./facts.ts";
import { movedByHand } from "./holding-data.ts";
import { type Moved, moveOf, transfersOf } from "./transfer.ts";

type Row = Assessment["data"]["moves"][number];

/** What must move. A size nobody stated is unknown, and says under which name to state it. What holds no data, and what is lost, is left out. */
export function dataOf(input: AssessInput, model: EffortModel): Assessment["data"] {
  return {
    moves: [
      ...transfersOf(input, model).map((transfer) => moveOf(transfer, model)),
      ...movedByHand(input).map((moved) => byHand(moved, factsOf(input.facts ?? {}, moved.id))),
    ],
  };
}

/** How long it takes is not known, whatever is stated of it: no method is. */
function byHand({ id, gib }: Moved, { objects, changedGibPerDay }: ComponentFacts): Row {
  return {
    component: id,
    method: null,
    gib: gib ?? null,
    objects: objects ?? null,
    changedGibPerDay: changedGibPerDay ?? null,
    hours: null,
    verificationHours: null,
    downtimeHours: null,
    catchesUp: null,
    dependsOn:
      gib === undefined
        ? `components.${id} in exeat.yaml: gib; and what replaces it at the target`
        : "what replaces it at the target",
  };
}
