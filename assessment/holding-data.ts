import { type Native, nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { STATEFUL } from "./scale.ts";
import { transfersOf } from "./transfer.ts";

/** Classes of foreign types that hold data of their own: judgement, 2026-11-26. */
const HOLD_DATA = ["special-databases", "analytics", "streaming"];

/** Foreign natives that hold data, and what may: types nobody described. */
export function foreignHoldingData({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    const made = known !== undefined && known.drivers.length > 0;
    const holds = STATEFUL.includes(known?.mappingKey ?? "") || HOLD_DATA.includes(known?.class ?? "");
    return made && holds ? natives : [];
  });
  return [...foreign, ...survey.unknown.flatMap((u) => u.natives)];
}

/** What holds data, or may: components, foreign natives, and types nobody described. */
export function holdingData(input: AssessInput, model: EffortModel): { id: string; what: string }[] {
  return [
    ...transfersOf(input, model).map(({ component: { id, kind } }) => ({ id, what: kind })),
    ...foreignHoldingData(input).map((n) => ({ id: nativeId(n), what: n.type })),
  ];
}
