import { kinds } from "../constructs/kinds.ts";
import type { Native } from "../providers/native.ts";
import type { ForeignType } from "../providers/provider.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { copiesOf, kindCharges, list } from "./component-charges.ts";
import { addRanges, dearestAlways, type EffortModel, type ForeignClass, greaterRange } from "./effort-model.ts";
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
    ...[...byClass].flatMap(([id, natives]) => classCharges(id, natives, model)),
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
    gaps: [],
  }));
  const lever = `Replace or drop ${typesOf(natives)} (${key}) before leaving`;
  return kindCharges(key, subjects, input, model, lever).map((charge) => ({
    ...charge,
    driver: `${typesOf(natives)}: ${charge.driver}`,
    subjects: once(charge.subjects),
  }));
}

function classCharges(id: string, natives: readonly Foreign[], model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === id);
  if (!found) throw new Error(`the effort model has no class ${id}`);
  const common = {
    ...chargeBase(found, `foreign:${id}`),
    lever: `Replace or drop ${typesOf(natives)} (${found.services}) before leaving`,
  };
  const priced = natives.filter((f) => f.type.drivers.length > 0);
  if (priced.length === 0) {
    const decide = model.lossClasses["accept"];
    if (!decide) return [];
    const { hours, source, confidence } = decide;
    return [
      {
        ...common,
        key: `foreign.${id}.decide`,
        hours,
        source,
        confidence,
        lower: 1,
        upper: 1,
        driver: typesOf(natives),
      },
    ];
  }
  const units = Map.groupBy(
    priced.flatMap((f) => f.type.drivers.map((unit) => ({ ...f, unit }))),
    (f) => f.unit,
  );
  const sites = priced.reduce((sum, f) => sum + copiesOf(f.native.key).upper, 0);
  const site = model.callSites[found.callSite];
  return [
    {
      ...common,
      key: `foreign.${id}.fixed`,
      hours: found.fixed,
      lower: 1,
      upper: 1,
      driver: `${id}: ${typesOf(natives)}`,
    },
    ...[...units].flatMap(([unit, list]): Charge[] => {
      const hours = found.per[unit];
      if (!hours) return [];
      return [
        {
          ...common,
          key: `foreign.${id}.${unit}`,
          hours,
          ...quantities(list, model),
          driver: `${list.length} × ${unit}`,
        },
      ];
    }),
    {
      ...common,
      key: `foreign.${id}.callSites`,
      hours: callSiteHours(site.hours, sites, model),
      lower: 1,
      upper: 1,
      source: site.source,
      confidence: 1,
      activity: "callSite",
      role: "developer",
      driver: `calls of ${id} in application code, not read (${CALL_SITES.low} to ${CALL_SITES.high} a resource assumed)`,
    },
  ];
}

/** Call sites of a resource whose callers were not read (`callSites.rule` of the effort model). */
export const CALL_SITES: Range = { low: 1, likely: 3, high: 12 };

function callSiteHours(hours: Range, resources: number, model: EffortModel): Range {
  const { same } = model.model.learning.exponents.callSite;
  return {
    low: hours.low * power(resources * CALL_SITES.low, same),
    likely: hours.likely * power(resources * CALL_SITES.likely, same),
    high: hours.high * power(resources * CALL_SITES.high, same),
  };
}

/** Types nobody described: the greater of class `unknown` and the dearest work any kind always brings, per quantile. */
export function unknownCharges(input: AssessInput, model: EffortModel): Charge[] {
  const found = model.foreignClasses.find((c) => c.id === "unknown");
  if (!found) throw new Error("the effort model has no class unknown");
  const one = greaterRange(found.per["resource"] ?? found.fixed, dearestAlways(model));
  return input.survey.unknown.flatMap(({ type, natives, ambiguous }): Charge[] => {
    const what = ambiguous ? `${type}: which kind it is depends on a value nobody knows` : `${type}: not described`;
    const common = {
      ...chargeBase(found, `unknown:${type}`),
      lever: ambiguous ? `Give ${type} the value that says what it is` : `Find out what ${type} is and describe it`,
    };
    return [
      { ...common, key: `unknown.${type}.fixed`, hours: found.fixed, lower: 1, upper: 1, driver: what },
      {
        ...common,
        key: `unknown.${type}.resource`,
        hours: one,
        ...quantities(
          natives.map((native) => ({ native })),
          model,
        ),
        driver: `${natives.length} × ${type}`,
      },
    ];
  });
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
      lever: "Download the modules (`tofu init`) or give a plan, so that their resources can be read",
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
    subjects: [{ id: subject, certain: true }],
  };
}

function once<T extends { readonly id: string; readonly certain: boolean }>(subjects: readonly T[]): T[] {
  return [...new Map(subjects.map((s) => [s.id, s])).values()];
}

function typesOf(natives: readonly Foreign[]): string {
  const counts = countBy(natives, (f) => f.native.type);
  return list([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, n]) => `${n} × ${type}`));
}
