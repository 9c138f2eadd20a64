import { list } from "../constructs/list.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge, Part } from "./charge.ts";
import { copiesOf } from "./component-charges.ts";
import { addRanges, dearestAlways, type EffortModel, greaterRange } from "./effort-model.ts";
import { ASSUMED_ENVIRONMENTS, environments } from "./environments.ts";
import { chargeBase } from "./foreign-charges.ts";
import { countBy, learned } from "./learning.ts";
import { power } from "./numbers.ts";
import type { Range } from "./result.ts";

/** Resources of an undescribed type that are taken to be unlike each other; more of them are learned. Judgement, 2026-11-26. */
export const ASSUMED_UNLIKE = 5;

/**
 * Types nobody described: the greater of class `unknown` and the dearest work any kind always brings, per quantile; and, sample by
 * sample, never less than any kind's would be. So finding out that it was a component of a kind never raises the effort.
 */
export function unknownCharges(input: AssessInput, model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === "unknown");
  if (!found) throw new Error("the effort model has no class unknown");
  const one = greaterRange(found.per["resource"] ?? found.fixed, dearestAlways(model));
  const atLeast = alwaysOfEachKind(input, model);
  return input.survey.unknown.flatMap(({ type, natives, ambiguous }): Charge[] => {
    const what = ambiguous ? `${type}: which kind it is depends on a value nobody knows` : `${type}: not described`;
    const common = chargeBase(found, `unknown:${type}`);
    const many = (world: "lower" | "upper") =>
      unlike(
        natives.reduce((sum, n) => sum + copiesOf(n.key)[world], 0),
        model,
      );
    return [
      { ...common, key: `unknown.${type}.fixed`, hours: found.fixed, lower: 1, upper: 1, driver: what },
      {
        ...common,
        key: `unknown.${type}.resource`,
        hours: one,
        lower: many("lower"),
        upper: many("upper"),
        atLeast,
        driver: `${natives.length} × ${type}`,
      },
    ];
  });
}

const always = new WeakMap<EffortModel, Map<number, Part[][]>>();

/** Per kind the work that each of it brings, for one of them. Made once per model and number of environments, so that charges compare by it. */
function alwaysOfEachKind(input: AssessInput, model: EffortModel): Part[][] {
  const stated = input.facts?.environments ?? ASSUMED_ENVIRONMENTS;
  const ofModel = always.get(model) ?? new Map<number, Part[][]>();
  const known = ofModel.get(stated);
  if (known) return known;
  const parts = new Map<string, Part[]>();
  for (const { kind, activity, when, hours } of model.workItems) {
    if (when !== "always" || !hours) continue;
    const times = environments(input, model, activity).upper;
    parts.set(kind, [...(parts.get(kind) ?? []), { key: `${kind}.${activity}.${when}`, hours, activity, times }]);
  }
  const made = [...parts.values()];
  always.set(model, ofModel.set(stated, made));
  return made;
}

function unlike(count: number, model: EffortModel): number {
  const { same } = model.model.learning.exponents.foreignResource;
  return count <= ASSUMED_UNLIKE ? count : ASSUMED_UNLIKE * power(count / ASSUMED_UNLIKE, same);
}

/** Resources a module that is not here may hold, in the upper bound: judgement, 2026-11-24. */
export const ASSUMED_MODULE: Range = { low: 1, likely: 5, high: 30 };

/** Code that is not here: priced as resources of unknown types. */
export function holeCharges(input: AssessInput, model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === "unknown");
  const one = found?.per["resource"];
  const modules = input.survey.holes.filter((h) => h.kind === "module");
  if (!found || !one || modules.length === 0) return [];
  const { same } = model.model.learning.exponents.foreignResource;
  const content = {
    low: one.low * power(ASSUMED_MODULE.low, same),
    likely: one.likely * power(ASSUMED_MODULE.likely, same),
    high: one.high * power(ASSUMED_MODULE.high, same),
  };
  // Calls of one module are alike: the expression names its source.
  const quantity = learned(
    countBy(modules, (h) => h.expression).values(),
    model.model.learning.exponents.foreignResource,
  );
  return [
    {
      ...chargeBase(found, "unknown:module"),
      key: "unknown.module",
      hours: addRanges(found.fixed, content),
      lower: quantity,
      upper: quantity,
      driver: `modules that are not here: ${list(modules.map((h) => h.address))}`,
    },
  ];
}
