import type { Assessment } from "../assessment/assessment.ts";
import { foreignHoldingData, storesOfSomeKind } from "../assessment/holding-data.ts";
import { compareText } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { type Native, nativeId } from "../providers/native.ts";
import { ACCOUNT, estateStep, replacementRemoved, UNCOUNTED } from "./estate-steps.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { foundOut } from "./prepare-steps.ts";
import type { References } from "./references.ts";
import { isSilent } from "./silent-source.ts";

/** The step in which foreign types that the effort counts under one class or key are replaced. */
export function foreignStepOf(key: string): string {
  return `foundation.foreign.${key}`;
}

/** The step in which what was decided of a type that nobody described is made. */
export function unknownStepOf(type: string): string {
  return `foundation.unknown.${type}`;
}

/**
 * Classes and keys whose replacements stand in no network and behind nothing: rights, keys, secrets, places of images, rules of an
 * account. What uses them asks for them, not the other way round. Judgement, 2026-11-28.
 */
const STAND_ALONE: ReadonlySet<string> = new Set(
  ["containerRegistry", "governance", "iam", "kms", "kmsKey", "secret", "serviceAccount"].map(foreignStepOf),
);

/** Whether a step makes by hand what needs nothing but the account. */
export function standsAlone(step: string): boolean {
  return STAND_ALONE.has(step);
}

/** What code cannot hold is built by hand. Types that are one piece of work in the assessment are one step. */
export function foreignSteps(input: PlanInput, references: References, isCode: (node: string) => boolean): Step[] {
  const asked = new Set([...references.all()].flatMap(([from, to]) => (isCode(from) ? [to] : [])));
  const isAfter = (step: string) => asked.has(step) && references.reaches(step, isCode);
  const groups = [...Map.groupBy(input.assessment.foreign, (f) => f.pricedAs)];
  return [
    ...groups.map(([key, types]) => foreignStep(key, types, input, isAfter(foreignStepOf(key)) ? AGAIN : "")),
    ...input.survey.unknown.map((group) => unknownStep(group, input)),
  ];
}

/** Of what stands in what the code makes, and is named in the code. */
const AGAIN = " Where the code asks for something of it, give that when it is there and run the code again.";

function unknownStep(
  { type, natives }: PlanInput["survey"]["unknown"][number],
  { assessment, target }: PlanInput,
): Step {
  return estateStep({
    id: unknownStepOf(type),
    phase: "foundation",
    kind: "create",
    component: `unknown:${type}`,
    title: `Make what was decided for ${natives.length} × \`${type}\``,
    needs: [ACCOUNT, foundOut(type)],
    action: {
      manual: `At ${target.title}: what replaces ${places(natives.map((n) => n.address))}, or nothing where it was decided to drop it.`,
    },
    verify: { manual: MADE },
    rollback: { manual: replacementRemoved(isSilent(assessment.scenario)) },
    durationDependsOn: "what is found",
  });
}

/** Whether something that no component holds is made by hand in a step. */
export function isReplaced({ id }: Pick<Step, "id">): boolean {
  return id.startsWith(foreignStepOf("")) || id.startsWith(unknownStepOf(""));
}

const MADE = "What used it works with the replacement in the rehearsal, or it is recorded as dropped.";

function foreignStep(
  key: string,
  types: Assessment["foreign"],
  { assessment, survey, target }: PlanInput,
  again: string,
): Step {
  const byType = types.map(({ type }) => survey.foreign.find((f) => f.type === type)?.natives ?? []);
  // One of each type is named before a second one of any.
  const named = [...byType.flatMap((natives) => natives.slice(0, 1)), ...byType.flatMap((natives) => natives.slice(1))];
  const counted = ({ count, type }: Assessment["foreign"][number]) => `${count} × \`${type}\``;
  const instead = [...Map.groupBy(types, (t) => t.instead)].map(
    ([what, alike]) => `${alike.map((t) => `${counted(t)} (${t.what})`).join(", ")}: ${what}`,
  );
  const concerns = types.map((t) => `foreign:${t.type}`);
  return estateStep({
    id: foreignStepOf(key),
    phase: "foundation",
    kind: "create",
    ...(concerns.length === 1 ? { component: concerns[0]! } : { concerns }),
    places: named.map(nativeId).sort(compareText),
    title: `Replace by hand: ${list(types.map(counted))}`,
    needs: [ACCOUNT],
    action: {
      manual: `At ${target.title}: ${instead.join("; ")}. It concerns ${places(named.map((n) => (n.root === "." ? n.address : nativeId(n))))}.${again}`,
    },
    verify: { manual: MADE },
    rollback: { manual: replacementRemoved(isSilent(assessment.scenario)) },
    durationDependsOn: UNCOUNTED,
  });
}

const CARRIED = { foreign: "cutover.foreign.", unknown: "cutover.unknown." } as const;

/** Whether what foreign types hold is carried over in a step. */
export function isCarried({ id }: Step): boolean {
  return Object.values(CARRIED).some((prefix) => id.startsWith(prefix));
}

const UNDESCRIBED = "undescribed";

/** What foreign types hold, and what may be of a kind that does, goes with the cutover: how depends on what replaces it. One step for each step that says so. */
export function foreignDataSteps(input: PlanInput): Step[] {
  const { assessment, survey, source } = input;
  const pricedAs = new Map(assessment.foreign.map((f) => [f.type, f.pricedAs]));
  const foreign = foreignHoldingData({ survey: { ...survey, unknown: [] }, source });
  const stores = storesOfSomeKind(input);
  const others = survey.unknown.flatMap((u) => u.natives).filter((n) => !stores.includes(n));
  const keyed = [...Map.groupBy(foreign, (n) => pricedAs.get(n.type) ?? n.type)];
  // A copy that is left of a source that is gone is read once.
  const firsts = isSilent(assessment.scenario) ? [] : keyed.map(([key, natives]) => firstCopy(key, natives));
  return [
    ...firsts,
    ...keyed.map(([key, natives]) => {
      const first = firsts.find(({ id }) => id === `${FIRST}${key}`);
      return carryStep("foreign", key, natives, [foreignStepOf(key), ...(first ? [first.id] : [])], input);
    }),
    ...[...Map.groupBy(stores, (n) => n.type)].map(([type, natives]) =>
      carryStep("unknown", type, natives, [unknownStepOf(type)], input),
    ),
    // What nobody described is one step: most of it holds nothing.
    ...(others.length === 0
      ? []
      : [carryStep("unknown", UNDESCRIBED, others, typesOf(others).map(unknownStepOf), input)]),
  ];
}

function typesOf(natives: readonly Native[]): readonly string[] {
  return [...new Set(natives.map((n) => n.type))];
}

const FIRST = "data-replication.foreign.";

/** Before the decision to go: how long it takes, and whether the replacement reads it, is not found out in the cutover. */
function firstCopy(key: string, natives: readonly Native[]): Step {
  const types = [...Map.groupBy(natives, (n) => n.type)];
  const ids = natives.map(nativeId).sort(compareText);
  return estateStep({
    id: `${FIRST}${key}`,
    phase: "data-replication",
    kind: "copy",
    concerns: types.map(([type]) => `foreign:${type}`),
    places: ids,
    title: `Make a first copy of what is in ${list(types.map(([type, all]) => `${all.length} × \`${type}\``))}`,
    needs: [foreignStepOf(key)],
    action: {
      manual: `While it is in use: export it in a form that the replacement reads, load it, and note how long that takes and how much of it changes in a day. It concerns ${places(ids)}.`,
    },
    verify: { manual: "Counts are those of the time of the export, and the replacement gives back samples unchanged." },
    rollback: { manual: "Empty the replacement; the source is untouched." },
    durationDependsOn: HELD,
  });
}

const HELD = "how much they hold, and what replaces them";

function carryStep(
  about: keyof typeof CARRIED,
  key: string,
  natives: readonly Native[],
  needs: readonly string[],
  { assessment, source }: PlanInput,
): Step {
  const silent = isSilent(assessment.scenario);
  const types = [...Map.groupBy(natives, (n) => n.type)];
  const ids = natives.map(nativeId).sort(compareText);
  return estateStep({
    id: `${CARRIED[about]}${key}`,
    phase: "cutover",
    kind: "copy",
    concerns: types.map(([type]) => `${about}:${type}`),
    places: ids,
    title: `Carry over what is in ${list(types.map(([type, all]) => `${all.length} × \`${type}\``))}`,
    needs: [...needs],
    action: {
      manual: `${key === UNDESCRIBED ? "Only where that was decided. " : ""}${silent ? "Load the copy that lies outside in a form that the replacement reads" : "Stop what still writes there, export what changed since the first copy, or all of it, in a form that the replacement reads, load it"}, and let the applications that are switched next find the replacement. It concerns ${places(ids)}.`,
    },
    verify: {
      manual: `Counts and sums are ${silent ? "those of the copy" : "equal on both sides"} and kept with the evidence, or the owner has written down that it is dropped.`,
    },
    rollback: {
      manual: `Before the first write at the replacement: point the applications back at ${source.title} and empty the replacement. After it: carry back what was written, by the same means, or accept its loss.`,
    },
    durationDependsOn: HELD,
  });
}
