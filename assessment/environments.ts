import type { AssessInput } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";

/** Upper bound on environments when nobody said how many there are besides the files: judgement, 2026-11-24. */
export const ASSUMED_ENVIRONMENTS = 2;

/** Cost of all environments against one. */
export function environments(
  input: Pick<AssessInput, "facts">,
  model: EffortModel,
  activity: keyof EffortModel["model"]["environments"]["share"],
): { lower: number; upper: number } {
  const share = model.model.environments.share[activity];
  const stated = input.facts?.environments;
  return {
    lower: 1 + share * ((stated ?? 1) - 1),
    upper: 1 + share * ((stated ?? ASSUMED_ENVIRONMENTS) - 1),
  };
}
