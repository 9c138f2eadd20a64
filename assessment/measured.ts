import type { Survey } from "../providers/survey.ts";
import type { EffortModel } from "./effort-model.ts";
import { type EstateFacts, factsOf } from "./facts.ts";

/** Level of the effort model's factor for an estate that an inventory lists and no code describes (judgement, 2026-11-26). */
const IN_CODE = { factor: "estateInCode", level: "little" };

/** The facts with what the files themselves measured of data held; what people state counts more. */
export function withMeasured(facts: EstateFacts, survey: Pick<Survey, "components">): EstateFacts {
  const measured = survey.components.flatMap(({ id, natives }) => {
    const sizes = natives.map((n) => n.heldGiB).filter((gib) => gib !== undefined);
    const stated = factsOf(facts, id);
    if (sizes.length === 0 || stated.gib !== undefined) return [];
    return [[id, { ...stated, gib: sizes.reduce((sum, gib) => sum + gib, 0) }] as const];
  });
  if (measured.length === 0) return facts;
  return { ...facts, components: { ...facts.components, ...Object.fromEntries(measured) } };
}

/** The facts of an estate that was read from an inventory alone: what is not in code has to be found by hand. Undefined where somebody stated how much is. */
export function withoutCode(facts: EstateFacts, model: EffortModel): EstateFacts | undefined {
  const known = model.factors.some(({ id, levels }) => id === IN_CODE.factor && levels?.[IN_CODE.level] !== undefined);
  if (!known || facts.factors?.[IN_CODE.factor] !== undefined) return undefined;
  return { ...facts, factors: { ...facts.factors, [IN_CODE.factor]: IN_CODE.level } };
}
