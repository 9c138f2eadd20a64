import { type Kind, kinds } from "../constructs/kinds.ts";
import { list } from "../constructs/list.ts";
import type { Native } from "../providers/native.ts";
import { isImplemented } from "../providers/provider.ts";
import { likeType, templateResources } from "../providers/template.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge, Part } from "./charge.ts";
import { copiesOf } from "./copies.ts";
import { addRanges, dearestAlways, type EffortModel, type ForeignClass, greaterRange } from "./effort-model.ts";
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
  const atLeast = [...alwaysOfEachKind(input, model).values()];
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

const always = new WeakMap<EffortModel, Map<number, ReadonlyMap<string, readonly Part[]>>>();

/** Per kind the work that each of it brings, for one of them. Made once per model and number of environments, so that charges compare by it. */
function alwaysOfEachKind(input: AssessInput, model: EffortModel): ReadonlyMap<string, readonly Part[]> {
  const stated = input.facts?.environments ?? ASSUMED_ENVIRONMENTS;
  const ofModel = always.get(model) ?? new Map<number, ReadonlyMap<string, readonly Part[]>>();
  const known = ofModel.get(stated);
  if (known) return known;
  const parts = new Map<string, Part[]>();
  for (const { kind, activity, when, hours } of model.workItems) {
    if (when !== "always" || !hours) continue;
    const times = environments(input, model, activity).upper;
    parts.set(kind, [...(parts.get(kind) ?? []), { key: `${kind}.${activity}.${when}`, hours, activity, times }]);
  }
  always.set(model, ofModel.set(stated, parts));
  return parts;
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
  // Calls of one module are alike: the expression names its source.
  const quantity = learned(
    countBy(modules, (h) => h.expression).values(),
    model.model.learning.exponents.foreignResource,
  );
  return [
    {
      ...chargeBase(found, "unknown:module"),
      key: "unknown.module",
      hours: hiddenHours(found, one, model),
      lower: quantity,
      upper: quantity,
      driver: `modules that are not here: ${list(modules.map((h) => h.address))}`,
    },
  ];
}

/** Of code of which nobody knows how much it makes. */
function hiddenHours({ fixed }: Pick<ForeignClass, "fixed">, one: Range, model: EffortModel): Range {
  const { same } = model.model.learning.exponents.foreignResource;
  return addRanges(fixed, {
    low: one.low * power(ASSUMED_MODULE.low, same),
    likely: one.likely * power(ASSUMED_MODULE.likely, same),
    high: one.high * power(ASSUMED_MODULE.high, same),
  });
}

/**
 * What templates make: where one stands in the code its resources, by what is known of their types; else as a module that is not
 * here.
 */
export function templateCharges(input: AssessInput, model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === "unknown");
  const one = found?.per["resource"];
  if (!found || !one) return [];
  const templates = input.survey.foreign.flatMap(({ type, natives }) => {
    const described = input.source.foreign[type];
    if (!described?.makes) return [];
    return natives.map((native) => ({ native, described, read: templateResources(native, described) }));
  });
  const byClass = Map.groupBy(templates, ({ described }) => described.class ?? "unknown");
  return [...byClass].flatMap(([id, all]): Charge[] => {
    const common = chargeBase(found, `foreign:${id}`);
    const quantity = (counts: readonly { readonly native: Native; readonly count: number }[]) => {
      const many = (world: "lower" | "upper") =>
        unlike(
          counts.reduce((sum, { native, count }) => sum + count * copiesOf(native.key)[world], 0),
          model,
        );
      return { lower: many("lower"), upper: many("upper") };
    };
    const unread = all.flatMap(({ native, read }) => (read ? [] : [{ native, count: 1 }]));
    const made = all.flatMap(({ native, described, read = [] }) =>
      [...read].map(([type, count]) => ({ type, count, native, like: likeType(type, described, input.source) })),
    );
    return [
      ...(unread.length === 0 ? [] : [unread]).map((list) => ({
        ...common,
        key: `foreign.${id}.template`,
        hours: hiddenHours(found, one, model),
        ...quantity(list),
        driver: `templates that are not here: ${addressesOf(list)}`,
      })),
      ...[...Map.groupBy(made, (m) => m.type)].map(([type, list]) => ({
        ...common,
        key: `foreign.${id}.${type}`,
        ...boundsOf(list[0]?.like, one, input, model),
        ...quantity(list),
        driver: `${list.reduce((sum, m) => sum + m.count, 0)} × ${type}`,
      })),
    ];
  });
}

function addressesOf(all: readonly { readonly native: Native }[]): string {
  return list(all.map(({ native }) => native.address));
}

/** One resource of which nothing but the type is known: never less than what a component of its kind always brings, or one of any kind where its type is nobody's. */
function boundsOf(
  type: string | undefined,
  one: Range,
  input: AssessInput,
  model: EffortModel,
): Pick<Charge, "hours" | "atLeast"> {
  const all = alwaysOfEachKind(input, model);
  if (type === undefined) return { hours: greaterRange(one, dearestAlways(model)), atLeast: [...all.values()] };
  const parts = all.get(keyOf(type, input) ?? "") ?? [];
  return { hours: greaterRange(one, parts.map((p) => p.hours).reduce(addRanges, NONE)), atLeast: [parts] };
}

const NONE: Range = { low: 0, likely: 0, high: 0 };

/** Whose records a type is charged by, if it makes something of its own. */
function keyOf(type: string, { source }: AssessInput): string | undefined {
  const known = source.foreign[type];
  if (known) return known.drivers.includes("component") ? known.mappingKey : undefined;
  const [kind] =
    Object.entries(source.kinds).find(
      ([, entry]) => isImplemented(entry) && entry.claims.some((c) => c.type === type && c.role === "anchor"),
    ) ?? [];
  return kind && kinds[kind as Kind].effortKey({});
}
