import { kinds } from "../constructs/kinds.ts";
import { type Native, nativeId } from "../providers/native.ts";
import type { ForeignType } from "../providers/provider.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge, Part } from "./charge.ts";
import { copiesOf, environments, kindCharges, list } from "./component-charges.ts";
import { addRanges, dearestAlways, type EffortModel, type ForeignClass, greaterRange } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { countBy, learned } from "./learning.ts";
import { power } from "./numbers.ts";
import type { Range } from "./result.ts";

interface Foreign {
  readonly native: Native;
  readonly type: ForeignType;
}

/** Natives with no implemented kind: by the records of a kind still to come, else by class, per resource and per call site. */
export function foreignCharges(input: AssessInput, model: EffortModel): Charge[] {
  const all = input.survey.foreign.flatMap(({ natives }) =>
    natives.flatMap((native): Foreign[] => {
      const type = input.source.foreign[native.type];
      // Foreign means described: an undescribed type is unknown, never left out.
      if (!type) throw new Error(`${native.type} is foreign and not described`);
      return [{ native, type }];
    }),
  );
  const byKey = Map.groupBy(
    all.filter((f) => f.type.mappingKey !== undefined),
    (f) => f.type.mappingKey as string,
  );
  const byClass = Map.groupBy(
    all.filter((f) => f.type.mappingKey === undefined),
    (f) => f.type.class ?? "unknown",
  );
  return [
    ...[...byKey].flatMap(([key, natives]) => groupCharges(key, natives, input, model)),
    ...[...byClass].flatMap(([id, natives]) => classCharges(id, natives, input, model)),
  ];
}

/** Foreign natives of a key that make a component of their own. */
function anchors<T extends Foreign>(natives: readonly T[]): readonly T[] {
  return natives.filter((f) => f.type.drivers.includes("component"));
}

function groupCharges(key: string, natives: readonly Foreign[], input: AssessInput, model: EffortModel): Charge[] {
  const made = anchors(natives);
  const covered = input.survey.components.some(
    (c) => kinds[c.kind].effortKey(c.props as Record<string, unknown>) === key,
  );
  // Parts of something that is not in the estate cost one of it; parts of components that are, nothing more.
  const charged = made.length > 0 ? made : covered ? [] : natives.slice(0, 1);
  const subjects = charged.map(({ native }) => ({
    id: `foreign:${key}`,
    shape: `${native.type} ${Object.keys(native.args).sort().join(" ")}`,
    copies: copiesOf(native.key),
    condition: { facts: factsOf(input.facts ?? {}, nativeId(native)), model },
    gaps: [],
  }));
  return kindCharges(key, subjects, input, model).map((charge) => ({
    ...charge,
    driver: `${typesOf(natives)}: ${charge.driver}`,
  }));
}

function classCharges(id: string, natives: readonly Foreign[], input: AssessInput, model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === id);
  if (!found) throw new Error(`the effort model has no class ${id}`);
  const common = { ...chargeBase(found, `foreign:${id}`), key: `foreign.${id}.fixed`, lower: 1, upper: 1 };
  const decide = model.lossClasses["accept"];
  if (!decide) throw new Error("the effort model has no class accept");
  const priced = natives.filter((f) => f.type.drivers.length > 0);
  if (priced.length === 0) {
    const { hours, source, confidence } = decide;
    return [{ ...common, hours, source, confidence, driver: typesOf(natives) }];
  }
  const units = Map.groupBy(
    priced.flatMap((f) => f.type.drivers.map((unit) => ({ ...f, unit }))),
    (f) => f.unit,
  );
  return [
    { ...common, hours: found.fixed, floors: [decide.hours], driver: `${id}: ${typesOf(natives)}` },
    ...[...units].map(([unit, list]): Charge => {
      const hours = found.per[unit];
      if (!hours) throw new Error(`the effort model has no ${unit} in class ${id}`);
      const quantity = quantities(list, model);
      return { ...common, key: `foreign.${id}.${unit}`, hours, ...quantity, driver: `${list.length} × ${unit}` };
    }),
    ...callSiteCharges(id, found, priced, input, model),
  ];
}

/** Call sites of a resource whose callers were not read (`callSites.rule` of the effort model). */
export const CALL_SITES: Range = { low: 1, likely: 3, high: 12 };

/** Calls in application code: as many as stated, else `CALL_SITES`; like ones are learned. */
function callSiteCharges(
  id: string,
  found: ForeignClass,
  natives: readonly Foreign[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const { hours, source } = model.callSites[found.callSite];
  const { same } = model.model.learning.exponents.callSite;
  const learnedCount = (quantile: keyof Range, world: "lower" | "upper") => {
    const count = natives.reduce((sum, { native }) => {
      const stated = factsOf(input.facts ?? {}, nativeId(native)).callSites;
      return sum + (stated ?? CALL_SITES[quantile]) * copiesOf(native.key)[world];
    }, 0);
    return power(count, same);
  };
  const likely = learnedCount("likely", "upper");
  if (likely === 0) return [];
  return [
    {
      ...chargeBase(found, `foreign:${id}`),
      key: `foreign.${id}.callSites`,
      // Only the upper half knows more calls than likely: so no number up to the likely one, when stated, costs more.
      hours: {
        low: hours.low * likely,
        likely: hours.likely * likely,
        high: hours.high * learnedCount("high", "upper"),
      },
      lower: learnedCount("low", "lower") / likely,
      upper: 1,
      source,
      confidence: 1,
      activity: "callSite",
      role: "developer",
      driver: `calls of ${id} in application code`,
    },
  ];
}

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

/** Per kind the work that each of it brings, for one of them. */
function alwaysOfEachKind(input: AssessInput, model: EffortModel): Part[][] {
  const parts = new Map<string, Part[]>();
  for (const { kind, activity, when, hours } of model.workItems) {
    if (when !== "always" || !hours) continue;
    const times = environments(input, model, activity).upper;
    const known = parts.get(kind) ?? [];
    parts.set(kind, [...known, { key: `${kind}.${activity}.${when}`, hours, activity, times }]);
  }
  return [...parts.values()];
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

function quantities(natives: readonly { readonly native: Native }[], model: EffortModel) {
  const of = (world: "lower" | "upper") =>
    learned(
      countBy(
        natives,
        ({ native }) => `${native.type} ${Object.keys(native.args).sort().join(" ")}`,
        ({ native }) => copiesOf(native.key)[world],
      ).values(),
      model.model.learning.exponents.foreignResource,
    );
  return { lower: of("lower"), upper: of("upper") };
}

function chargeBase(found: ForeignClass, subject: string) {
  return {
    direct: true,
    activity: "foreign",
    phase: found.phase ?? "foundation",
    role: found.role,
    source: found.source,
    confidence: found.confidence,
    subjects: [{ id: subject, lower: 1, upper: 1 }],
  };
}

function typesOf(natives: readonly Foreign[]): string {
  const counts = countBy(natives, (f) => f.native.type);
  return list([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, n]) => `${n} × ${type}`));
}
