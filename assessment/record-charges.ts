import type { GapClass } from "../providers/provider.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { type ConditionInput, holds, unitsOf } from "./conditions.ts";
import { type EffortModel, greaterRange, phaseOf, type WorkRecord } from "./effort-model.ts";
import { environments } from "./environments.ts";
import { learnedBounds, type Shape } from "./learning.ts";
import { power } from "./numbers.ts";
import type { Range } from "./result.ts";
import { type Bounds, STATEFUL } from "./scale.ts";

/** Something a kind's records are charged for: a component, or a group of foreign natives of a kind still to come. */
export interface Subject extends Shape {
  readonly id: string;
  /** How many there are: one, but for a collection that could not be evaluated. */
  readonly copies: { readonly lower: number; readonly upper: number };
  readonly condition: ConditionInput;
  /** Whether its data moves. Default: it does, or it holds none. */
  readonly moves?: Bounds<0 | 1>;
  /** How much of the work of an activity arises. Default: all. */
  readonly share?: (activity: string) => number;
  readonly gaps: readonly {
    readonly path: string;
    readonly class: GapClass;
    readonly certain: boolean;
    /** Default: 1. */
    readonly times?: number;
  }[];
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

export const ALL: Bounds<0 | 1> = { lower: 1, upper: 1 };

/** Activities that a store has for what is in it: one that begins empty is made as its code says, and nothing is copied, compared or switched. */
const DATA_WORK = ["dataSetup", "verify", "dataCutover"];
/** Of a store's, what makes the place fit, whatever comes into it: judgement, 2026-11-28. */
const OF_THE_PLACE = [
  "documentdb source",
  "engine major differs",
  "extension missing at target",
  "ha required",
  "no managed target",
  "schema registry or connectors",
];
/** Of what runs and holds data beside it: it is proven and switched without any too. Judgement, 2026-11-28. */
const HELD_BESIDE = ["stateful", "persistent volumes"];

function isAboutData({ kind, activity, when }: WorkRecord): boolean {
  if (!DATA_WORK.includes(activity)) return false;
  return STATEFUL.includes(kind) ? !OF_THE_PLACE.includes(when) : HELD_BESIDE.includes(when);
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
    const moves = isAboutData(record) ? (subject.moves ?? ALL) : ALL;
    const share = weightOf(subject.share?.(record.activity) ?? 1, record, model);
    if (verdict === false || moves.upper === 0 || share === 0) return [];
    const least = verdict === true ? subject.copies.lower * units.lower * share : 0;
    // Whether it arises may be known but for where a copy lies.
    const settled = least > 0 && moves.lower === 0 ? { settled: true as const } : {};
    return [{ subject, lower: least * moves.lower, upper: subject.copies.upper * units.upper * share, ...settled }];
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
      subjects: judged.map(({ subject, ...of }) => ({ id: subject.id, ...of })),
    },
  ];
}

/** As many instances as cost a share of one, whatever was learned from others like it. */
function weightOf(share: number, { activity }: WorkRecord, { model: { learning } }: EffortModel): number {
  return share === 0 || share === 1 ? share : power(share, 1 / learning.exponents[activity].same);
}

function lossCharges(
  record: WorkRecord,
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const gaps = subjects.flatMap(({ id, copies, gaps }) =>
    gaps.map(({ times = 1, ...gap }) => ({
      ...gap,
      id,
      lower: gap.certain ? copies.lower * times : 0,
      upper: copies.upper * times,
    })),
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
