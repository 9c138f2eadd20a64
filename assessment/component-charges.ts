import { kinds } from "../constructs/kinds.ts";
import { nativeId, Unknown } from "../providers/native.ts";
import type { GapClass } from "../providers/provider.ts";
import type { FoundComponent, LeafGap, Translation } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { type ConditionInput, holds, unitsOf } from "./conditions.ts";
import { type EffortModel, greaterRange, phaseOf, type WorkRecord } from "./effort-model.ts";
import { environments } from "./environments.ts";
import { type ComponentFacts, type EstateFacts, factsOf } from "./facts.ts";
import { learnedBounds, type Shape } from "./learning.ts";
import { lookOf } from "./look.ts";
import type { Range } from "./result.ts";

/** Something a kind's records are charged for: a component, or a group of foreign natives of a kind still to come. */
export interface Subject extends Shape {
  readonly id: string;
  /** How many there are: one, but for a collection that could not be evaluated. */
  readonly copies: { readonly lower: number; readonly upper: number };
  readonly condition: ConditionInput;
  readonly gaps: readonly { readonly path: string; readonly class: GapClass; readonly certain: boolean }[];
}

/** Upper bound on the instances of a resource whose `count` or `for_each` is not known: judgement, 2026-11-24. */
export const ASSUMED_INSTANCES = 3;

/** A component with all that its charges depend on, compared by identity. */
interface Member {
  readonly component: FoundComponent;
  readonly translation: Translation;
  readonly facts: ComponentFacts;
  /** What stands beside it (the gateways of a network) has no gaps of its own: they are the component's. */
  readonly beside: boolean;
}

/** What was charged before: an estate that a lever changed in one kind is charged anew in that kind alone. */
export interface ChargedComponents {
  readonly charges: readonly Charge[];
  /** Natives shared by several components are charged once, with the first of them: by place. */
  readonly owners: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, Charged>;
  /** What they were charged for. */
  readonly of: {
    readonly components: readonly FoundComponent[];
    readonly translations: AssessInput["translations"];
    readonly facts: EstateFacts | undefined;
  };
}

interface Charged {
  readonly members: readonly Member[];
  readonly subjects: readonly Subject[];
  readonly charges: readonly Charge[];
}

/** Charges of all components, by the records of their kind. */
export function componentCharges(
  input: AssessInput,
  model: EffortModel,
  before?: ChargedComponents,
): ChargedComponents {
  const { translations, facts, survey } = input;
  const of = { translations, facts, components: survey.components };
  if (before?.of.components === of.components && before.of.translations === translations && before.of.facts === facts) {
    return before;
  }
  const byKey = new Map<string, Member[]>();
  for (const component of survey.components) {
    const kind = kinds[component.kind];
    const props = component.props as Record<string, unknown>;
    const own = factsOf(facts ?? {}, component.id);
    const member = { component, translation: translationOf(input, component.id), facts: own, beside: false };
    const beside = kind.alsoCharged?.(props).map((key) => [key, { ...member, beside: true }] as const) ?? [];
    for (const [key, charged] of [[kind.effortKey(props), member] as const, ...beside]) {
      const known = byKey.get(key);
      if (known) known.push(charged);
      else byKey.set(key, [charged]);
    }
  }
  const owners = before?.owners ?? ownersOf(survey.components);
  const groups = new Map(
    [...byKey].map(([key, members]) => {
      const known = before?.groups.get(key);
      const subjects = members.map((member, i) => {
        const same = isSame(member, known?.members[i]) ? known?.subjects[i] : undefined;
        return same ?? subjectOf(member, model, owners);
      });
      const isLike = known?.subjects.length === subjects.length && subjects.every((s, i) => s === known.subjects[i]);
      const charges = isLike ? known.charges : kindCharges(key, subjects, input, model);
      return [key, { members, subjects, charges }] as const;
    }),
  );
  return { charges: [...groups.values()].flatMap((g) => g.charges), owners, groups, of };
}

function isSame(a: Member, b: Member | undefined): boolean {
  return (
    a.component === b?.component && a.translation === b.translation && a.facts === b.facts && a.beside === b.beside
  );
}

/** What is charged once. */
export function placeKey(leaf: LeafGap): string {
  return `${nativeId(leaf)} ${leaf.place}`;
}

function ownersOf(components: readonly FoundComponent[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { id, residue, coarsened } of components) {
    for (const leaves of [residue, coarsened]) {
      for (const leaf of leaves) if (!owners.has(placeKey(leaf))) owners.set(placeKey(leaf), id);
    }
  }
  return owners;
}

function subjectOf(
  { component, translation, facts, beside }: Member,
  model: EffortModel,
  owners: ReadonlyMap<string, string>,
): Subject {
  const mine = beside
    ? []
    : [...component.residue, ...component.coarsened].filter((leaf) => owners.get(placeKey(leaf)) === component.id);
  // Several leaves of one place are one piece of work; one that is read and not written back stands in both lists.
  const leaves = mine.length < 2 ? mine : [...new Map(mine.map((leaf) => [placeKey(leaf), leaf])).values()];
  const { unsupported } = translation;
  return {
    id: component.id,
    ...lookOf(component),
    copies: copiesOf(component.natives[0]?.key),
    condition: { component, translation, facts, model },
    gaps: beside
      ? []
      : [
          ...translation.losses.map((l) => ({
            path: l.path,
            class: l.declared?.class ?? ("workaround" as const),
            certain: l.verdict === "lost",
          })),
          ...leaves.map((l) => ({ path: `${l.type}.${l.place}`, class: l.class, certain: true })),
          ...(unsupported
            ? [{ path: "", class: unsupported.substitute?.class ?? ("redesign" as const), certain: true }]
            : []),
        ],
  };
}

export function copiesOf(key: unknown): { lower: number; upper: number } {
  return { lower: 1, upper: key instanceof Unknown ? ASSUMED_INSTANCES : 1 };
}

export function translationOf(input: AssessInput, id: string) {
  const translation = input.translations.get(id);
  if (!translation) throw new Error(`no translation of ${id}`);
  return translation;
}

/** Charges of everything of one kind: like ones are learned. */
export function kindCharges(
  key: string,
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const records = model.workItems.filter((record) => record.kind === key);
  const alternatives = Map.groupBy(
    records.filter((r) => r.oneOf !== undefined),
    (r) => r.oneOf,
  );
  return [
    ...records
      .filter((r) => r.oneOf === undefined)
      .flatMap((record) =>
        record.perLoss
          ? lossCharges(record, subjects, input, model)
          : conditionalCharge(record, subjects, input, model),
      ),
    ...[...alternatives.values()].flatMap((all) => alternativeCharges(all, subjects, input, model)),
  ];
}

/**
 * Of alternatives each subject is charged one: the one that arises, or the cheapest to the dearest of those that may. All are learned
 * together, the dearest first, and drawn alike: so settling one, or one more, moves nothing but itself.
 */
function alternativeCharges(
  records: readonly WorkRecord[],
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const [first, ...others] = records.filter(isPriced).sort((a, b) => a.hours.likely - b.hours.likely);
  if (!first) return [];
  const judged = subjects.flatMap((subject) => {
    const verdicts = [first, ...others].map((record) => ({ record, holds: holds(record.when, subject.condition) }));
    const certain = verdicts.filter((v) => v.holds === true);
    const may = (certain.length > 0 ? certain : verdicts.filter((v) => v.holds !== false)).map((v) => v.record);
    return may.length === 0 ? [] : [{ ...subject, ...subject.copies, may }];
  });
  const dearness = ({ may }: (typeof judged)[number]) =>
    may.reduce((sum, { hours }) => sum + hours.likely, 0) / may.length;
  const groups = Map.groupBy(
    judged.toSorted((a, b) => dearness(b) - dearness(a)),
    (j) => j.may.map((r) => r.when).join(" or "),
  );
  const env = environments(input, model, first.activity);
  const dearer: (typeof judged)[number][] = [];
  return [...groups].map(([names, mine]): Charge => {
    const many = () => learnedBounds(dearer, (j, world) => j[world], model.model.learning.exponents[first.activity]);
    const before = many();
    dearer.push(...mine);
    const after = many();
    const may = mine[0]?.may ?? [];
    const hours = may.map((r) => r.hours);
    return {
      ...base(may[0] ?? first),
      key: keyOf(may[0] ?? first),
      hours: { ...hours.reduce(greaterRange), low: Math.min(...hours.map((h) => h.low)) },
      lower: env.lower * (after.lower - before.lower),
      upper: env.upper * (after.upper - before.upper),
      either: hours.map((one) => ({ key: keyOf(first), hours: one, activity: first.activity, times: 1 })),
      driver: `${first.kind}: ${names}`,
      subjects: mine,
    };
  });
}

function isPriced(record: WorkRecord): record is WorkRecord & { readonly hours: Range } {
  return record.hours !== undefined;
}

function keyOf({ kind, activity, when }: WorkRecord): string {
  return `${kind}.${activity}.${when}`;
}

function conditionalCharge(
  record: WorkRecord,
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const judged = subjects.flatMap((subject) => {
    const verdict = holds(record.when, subject.condition);
    const units = unitsOf(record.per, subject.condition);
    const lower = verdict === true ? subject.copies.lower * units.lower : 0;
    return verdict === false ? [] : [{ subject, lower, upper: subject.copies.upper * units.upper }];
  });
  if (judged.every((j) => j.upper === 0) || !record.hours) return [];
  const exponents = model.model.learning.exponents[record.activity];
  const env = environments(input, model, record.activity);
  const looks = judged.map((j) => ({
    ...j,
    shape: j.subject.shape,
    ...(j.subject.open ? { open: j.subject.open } : {}),
  }));
  const many = learnedBounds(looks, (j, world) => j[world], exponents);
  const quantity = (world: "lower" | "upper") =>
    env[world] * (record.once ? Math.min(1, Math.max(...judged.map((j) => j[world]))) : many[world]);
  return [
    {
      ...base(record),
      key: keyOf(record),
      hours: record.hours,
      lower: quantity("lower"),
      upper: quantity("upper"),
      driver: record.when === "always" ? record.kind : `${record.kind}: ${record.when}`,
      subjects: judged.map(({ subject, lower, upper }) => ({ id: subject.id, lower, upper })),
    },
  ];
}

function lossCharges(
  record: WorkRecord,
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const gaps = subjects.flatMap(({ id, copies, gaps }) =>
    gaps.map((gap) => ({ ...gap, id, lower: gap.certain ? copies.lower : 0, upper: copies.upper })),
  );
  const exponents = model.model.learning.exponents.adapt;
  const env = environments(input, model, "adapt");
  return [...new Set(gaps.map((g) => g.class))].sort().flatMap((gapClass) => {
    const mine = gaps.filter((g) => g.class === gapClass);
    const hours = record.perLoss?.[gapClass] ?? model.lossClasses[gapClass]?.hours;
    if (!hours) return [];
    const many = learnedBounds(
      mine.map((g) => ({ ...g, shape: g.path })),
      (g, world) => g[world],
      exponents,
    );
    return [
      {
        ...base(record),
        key: `${record.kind}.adapt.${gapClass}`,
        hours,
        lower: env.lower * many.lower,
        upper: env.upper * many.upper,
        driver: `${record.kind}: ${mine.length} ${gapClass} ${mine.length === 1 ? "gap" : "gaps"}`,
        subjects: mine,
      },
    ];
  });
}

function base(record: WorkRecord) {
  return {
    direct: true,
    activity: record.activity,
    phase: phaseOf[record.activity],
    role: record.role,
    source: record.source,
    confidence: record.confidence,
  };
}
