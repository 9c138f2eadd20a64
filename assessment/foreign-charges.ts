import { list } from "../constructs/list.ts";
import { type Native, nativeId } from "../providers/native.ts";
import type { ForeignType } from "../providers/provider.ts";
import type { Shown } from "../providers/shows.ts";
import type { ForeignGroup } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { type ConditionInput, judgedConditions } from "./conditions.ts";
import { copiesOf } from "./copies.ts";
import { effortKeyOf } from "./effort-key.ts";
import type { EffortModel, ForeignClass } from "./effort-model.ts";
import { type ComponentFacts, type EstateFacts, factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { typeHoldsData } from "./holding-data.ts";
import { countBy, learned } from "./learning.ts";
import { power } from "./numbers.ts";
import { kindCharges } from "./record-charges.ts";
import type { Range } from "./result.ts";

interface Foreign {
  readonly native: Native;
  readonly type: ForeignType;
  readonly shown: Readonly<Record<string, Shown>>;
}

/** What was charged before: an estate that a lever changed in one class is charged anew in that class alone. */
export interface ChargedForeign {
  readonly charges: readonly Charge[];
  readonly facts: EstateFacts | undefined;
  readonly together: ReadonlyMap<
    string,
    { readonly groups: readonly ForeignGroup[]; readonly covered: boolean; readonly charges: readonly Charge[] }
  >;
}

/** Natives with no implemented kind: by the records of a kind still to come, else by class, per resource and per call site. */
export function foreignCharges(input: AssessInput, model: EffortModel, before?: ChargedForeign): ChargedForeign {
  const { survey, source } = input;
  const types = survey.foreign.map((group) => {
    const type = source.foreign[group.type];
    // Foreign means described: an undescribed type is unknown, never left out.
    if (!type) throw new Error(`${group.type} is foreign and not described`);
    return { group, type };
  });
  const [keyed, classed] = [true, false].map((hasKey) =>
    Map.groupBy(
      types.filter(({ type }) => (type.mappingKey !== undefined) === hasKey),
      ({ type }) => type.mappingKey ?? type.class ?? "unknown",
    ),
  ) as [Map<string, typeof types>, Map<string, typeof types>];
  const present = new Set(survey.components.map(effortKeyOf));
  const made = (id: string, list: typeof types, hasKey: boolean) => {
    const groups = list.map(({ group }) => group);
    const covered = hasKey && present.has(id);
    const known = before?.together.get(`${hasKey} ${id}`);
    const same = known?.covered === covered && sameGroups(known.groups, groups) && sameFacts(groups, input, before);
    const natives = () => list.flatMap(({ group, type }) => foreignIn(group, type, input));
    const charges =
      known && same
        ? known.charges
        : hasKey
          ? groupCharges(id, natives(), covered, input, model)
          : classCharges(id, natives(), input, model);
    return [`${hasKey} ${id}`, { groups, covered, charges }] as const;
  };
  const together = new Map([
    ...[...keyed].map(([id, list]) => made(id, list, true)),
    ...[...classed].map(([id, list]) => made(id, list, false)),
  ]);
  return { charges: [...together.values()].flatMap((t) => t.charges), facts: input.facts, together };
}

function sameGroups(a: readonly ForeignGroup[], b: readonly ForeignGroup[]): boolean {
  return a.length === b.length && a.every((group, i) => group === b[i]);
}

function sameFacts(
  groups: readonly ForeignGroup[],
  { facts }: AssessInput,
  before: ChargedForeign | undefined,
): boolean {
  if (facts === before?.facts) return true;
  const of = (all: EstateFacts | undefined, native: Native) => factsOf(all ?? {}, nativeId(native));
  return groups.every(({ natives }) => natives.every((n) => of(facts, n) === of(before?.facts, n)));
}

/** Foreign natives of a key that make a component of their own. */
function anchors<T extends Foreign>(natives: readonly T[]): readonly T[] {
  return natives.filter((f) => f.type.drivers.includes("component"));
}

/** Natives of a kind still to come that are charged each, not as parts of another, with what is known of them. */
export function anchorsOf(
  key: string,
  input: AssessInput,
  model: EffortModel,
): { native: Native; condition: ConditionInput }[] {
  const natives = input.survey.foreign.flatMap((group) => {
    const type = input.source.foreign[group.type];
    return type?.mappingKey === key ? foreignIn(group, type, input) : [];
  });
  return anchors(natives).map((foreign) => ({ native: foreign.native, condition: conditionOf(foreign, input, model) }));
}

function foreignIn(
  { natives, shown }: ForeignGroup,
  type: ForeignType,
  { target, region = target.defaultRegion }: AssessInput,
): Foreign[] {
  const { has = {} } = target.offered?.[type.mappingKey ?? ""] ?? {};
  const there = Object.entries(has).map(([prop, regions]) => [
    prop,
    regions === "everywhere" || regions.includes(region),
  ]);
  return natives.map((native) => ({ native, type, shown: { ...shown?.get(native), ...Object.fromEntries(there) } }));
}

function conditionOf({ native, shown }: Foreign, { facts = {} }: AssessInput, model: EffortModel): ConditionInput {
  return { facts: factsOf(facts, nativeId(native)), model, shown };
}

/** No condition holds: so the component itself, when it comes into the estate, never costs less than its parts did. */
const NOTHING_MORE: ComponentFacts = { conditions: Object.fromEntries(judgedConditions.map((when) => [when, false])) };

function groupCharges(
  key: string,
  natives: readonly Foreign[],
  covered: boolean,
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const made = anchors(natives);
  // Parts of something that is not in the estate cost what one of it always brings; parts of components that are, nothing more.
  const isPart = made.length === 0;
  const charged = made.length > 0 ? made : covered ? [] : natives.slice(0, 1);
  const subjects = charged.map((foreign) => ({
    id: `foreign:${key}`,
    shape: shapeOf(foreign.native),
    copies: copiesOf(foreign.native.key),
    ...(typeHoldsData(foreign.type) ? { moves: movesOf(input, nativeId(foreign.native)) } : {}),
    condition: isPart ? { facts: NOTHING_MORE, model } : conditionOf(foreign, input, model),
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
  const priced = natives.filter((f) => f.type.drivers.length > 0 && f.shown["unneeded"] !== true);
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

/** Classes of which application code calls nothing: what ties networks, watches accounts, keeps copies, builds, stands before sites, tells who may do what. Judgement, 2026-11-27. */
const NOT_CALLED: ReadonlySet<string> = new Set([
  "transit",
  "governance",
  "backup",
  "cicd",
  "edge",
  "iam",
  "templates",
]);
const NONE: Range = { low: 0, likely: 0, high: 0 };

/** How many calls of a resource of a class are assumed to stand in application code where nobody stated it. */
export function assumedCalls(id: string, shown: Readonly<Record<string, Shown>> = {}): Range {
  return NOT_CALLED.has(id) || shown["called"] === false ? NONE : CALL_SITES;
}

/** Calls in application code: as many as stated, else as many as are assumed; like ones are learned. */
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
    const count = natives.reduce((sum, { native, shown }) => {
      const stated = factsOf(input.facts ?? {}, nativeId(native)).callSites;
      return sum + (stated ?? assumedCalls(id, shown)[quantile]) * copiesOf(native.key)[world];
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

function shapeOf({ type, args }: Native): string {
  return `${type} ${Object.keys(args).sort().join(" ")}`;
}

function quantities(natives: readonly { readonly native: Native }[], model: EffortModel) {
  const of = (world: "lower" | "upper") =>
    learned(
      countBy(
        natives,
        ({ native }) => shapeOf(native),
        ({ native }) => copiesOf(native.key)[world],
      ).values(),
      model.model.learning.exponents.foreignResource,
    );
  return { lower: of("lower"), upper: of("upper") };
}

export function chargeBase(found: ForeignClass, subject: string) {
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
