import { compareText } from "../constructs/diagnostic.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { type ChargedComponents, componentCharges } from "./component-charges.ts";
import { crossCuttingCharges, profileOf, type Share } from "./cross-cutting.ts";
import { type EffortModel, effortModel, type Profile } from "./effort-model.ts";
import { type ChargedForeign, foreignCharges } from "./foreign-charges.ts";
import { type Bounds, scaleOf } from "./scale.ts";
import { type Samples, Simulation } from "./simulate.ts";
import { holeCharges, templateCharges, unknownCharges } from "./unknown-charges.ts";

/** The work of an exit and its hours as drawn: what effort, time and levers are read from. */
export interface Estimate {
  readonly model: EffortModel;
  readonly charges: readonly Charge[];
  readonly shares: readonly Share[];
  readonly profile: Bounds<Profile>;
  readonly simulation: Simulation;
  readonly hours: Samples;
  readonly components: ChargedComponents;
  readonly foreign: ChargedForeign;
}

/** Every native is charged once, as component, foreign or unknown. `before` is that of an estate with the same facts of the whole: what did not change since is not charged anew. */
export function estimate(input: AssessInput, before?: Estimate): Estimate {
  const model = input.model ?? effortModel;
  const scaled = scaleOf(input);
  const { charges: crossCutting, shares } = crossCuttingCharges(input, model, scaled);
  const components = componentCharges(input, model, before?.components);
  const foreign = foreignCharges(input, model, before?.foreign);
  const charges = [
    ...components.charges,
    ...foreign.charges,
    ...unknownCharges(input, model),
    ...holeCharges(input, model),
    ...templateCharges(input, model),
    ...crossCutting,
  ].sort((a, b) => compareText(a.key, b.key));
  const profile = profileOf(input, scaled.scale.component);
  const simulation = new Simulation({ charges, shares, profile, facts: input.facts ?? {}, model }, before?.simulation);
  return { model, charges, shares, profile, simulation, hours: simulation.hours(), components, foreign };
}
