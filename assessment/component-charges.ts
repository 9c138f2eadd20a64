import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import { Unknown } from "../providers/native.ts";
import type { GapClass } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { type ConditionInput, holds, unitsOf } from "./conditions.ts";
import { type EffortModel, phaseOf, type WorkRecord } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { learnedBounds, type Shape, shapeWithHoles } from "./learning.ts";

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

/** Charges of all components, by the records of their kind. */
export function componentCharges(input: AssessInput, model: EffortModel): Charge[] {
  const byKey = new Map<string, Subject[]>();
  const seen = new Set<string>();
  for (const component of input.survey.components) {
    const key = kinds[component.kind].effortKey(component.props as Record<string, unknown>);
    const subject = subjectOf(component, input, model, seen);
    const known = byKey.get(key);
    if (known) known.push(subject);
    else byKey.set(key, [subject]);
  }
  return [...byKey].flatMap(([key, subjects]) => kindCharges(key, subjects, input, model));
}

function subjectOf(component: FoundComponent, input: AssessInput, model: EffortModel, seen: Set<string>): Subject {
  const translation = translationOf(input, component.id);
  // Natives shared by several components are charged once, with the first of them.
  const leaves = [...component.residue, ...component.coarsened].filter((leaf) => {
    const key = `${leaf.root}:${leaf.address} ${leaf.path}`;
    return !seen.has(key) && seen.add(key);
  });
  const { unsupported } = translation;
  return {
    id: component.id,
    ...lookOf(component),
    copies: copiesOf(component.natives[0]?.key),
    condition: { component, translation, facts: factsOf(input.facts ?? {}, component.id), model },
    gaps: [
      ...translation.losses.map((l) => ({
        path: l.path,
        class: l.declared?.class ?? ("workaround" as const),
        certain: l.verdict === "lost",
      })),
      ...leaves.map((l) => ({ path: `${l.type}.${l.path}`, class: l.class, certain: true })),
      ...(unsupported
        ? [{ path: "", class: unsupported.substitute?.class ?? ("redesign" as const), certain: true }]
        : []),
    ],
  };
}

/** How alike ones are told apart. Instances of one block are taken to be alike where their looks are open. */
function lookOf({ kind, props, holes, id }: FoundComponent): Shape {
  const { shape, isOpen } = shapeWithHoles(props, holes, (prop) => isScalar(kind, prop));
  return { shape, ...(isOpen ? { open: id.replaceAll(/\[[^\]]*\]/g, "") } : {}) };
}

const scalars = new Map<string, boolean>();

/** Whether a prop holds text or a number; inside a prop every place may. */
function isScalar(kind: FoundComponent["kind"], path: string): boolean {
  const key = `${kind} ${path}`;
  const known = scalars.get(key);
  if (known !== undefined) return known;
  const schema = (kinds[kind].props.shape as Readonly<Record<string, z.ZodType>>)[path];
  const takes = (value: unknown) => schema?.safeParse(value).success ?? false;
  const made = schema !== undefined && !takes(true) && !takes([]) && !takes({});
  scalars.set(key, made);
  return made;
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
  return model.workItems
    .filter((record) => record.kind === key)
    .flatMap((record) =>
      record.perLoss ? lossCharges(record, subjects, input, model) : conditionalCharge(record, subjects, input, model),
    );
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
      key: `${record.kind}.${record.activity}.${record.when}`,
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

/** At most three names, then how many more. */
export function list(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}
