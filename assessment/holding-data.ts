import { type Native, nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { copiesOf } from "./copies.ts";
import type { EffortModel } from "./effort-model.ts";
import { type Bounds, STATEFUL } from "./scale.ts";
import { transfersOf } from "./transfer.ts";

/** What types of these classes count as where they hold data of their own; jobs, queries, readers and rights hold none: judgement, 2026-11-27. */
const HOLD_DATA: Readonly<Record<string, readonly string[]>> = {
  "special-databases": ["cluster"],
  analytics: ["warehouse", "dataset"],
  streaming: ["stream"],
};

/** Foreign natives that hold data, and what may: types nobody described. */
export function foreignHoldingData({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    if (!known || known.drivers.length === 0) return [];
    const counted = HOLD_DATA[known.class ?? ""] ?? [];
    const holds = STATEFUL.includes(known.mappingKey ?? "") || known.drivers.some((driver) => counted.includes(driver));
    return holds ? natives : [];
  });
  return [...foreign, ...survey.unknown.flatMap((u) => u.natives)];
}

/** What holds data, or may: components, foreign natives, and types nobody described. */
export function holdingData(
  input: AssessInput,
  model: EffortModel,
): { id: string; what: string; copies: Bounds<number> }[] {
  return [
    ...transfersOf(input, model).map(({ component: { id, kind }, copies }) => ({ id, what: kind, copies })),
    ...foreignHoldingData(input).map((n) => ({ id: nativeId(n), what: n.type, copies: copiesOf(n.key) })),
  ];
}
