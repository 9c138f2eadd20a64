import type { Survey } from "../providers/survey.ts";
import { type EstateFacts, factsOf } from "./facts.ts";

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
