import type { WorkItem } from "../assessment/assessment.ts";
import { hundredth } from "../assessment/numbers.ts";
import type { Range } from "../assessment/result.ts";
import type { GapClass } from "../providers/provider.ts";
import { isByHand } from "./alike.ts";
import { isCode } from "./code-steps.ts";
import { isReplaced } from "./foreign-steps.ts";
import { type Plan, type Step, stepsBySubject } from "./plan.ts";

/** What a step settles of a component: as many gaps of a class. */
export interface Settled {
  readonly step: string;
  readonly component: string;
  readonly class: GapClass;
}

/** Where the work of a plan is looked for. */
export interface Places {
  readonly settled: readonly Settled[];
  /** By `foreign:<class or key>` of the effort model: the step that replaces such types. */
  readonly foreign: ReadonlyMap<string, string>;
  /** By component id: the key of its kind's records. */
  readonly effortKeys: ReadonlyMap<string, string>;
}

/** Where the activities of a component are done: the first step of the kind in the phase. What has none is done with the code. */
const DONE_IN: Readonly<Record<string, readonly [kind: Step["kind"], phase: string]>> = {
  dataSetup: ["copy", "data-replication"],
  verify: ["verify", "rehearsal"],
  dataCutover: ["switch", "cutover"],
};

/**
 * Every work item of the assessment at the step that does it; what no step does (the programme, what the target needs before the
 * first component, modules that are not here) is named beside. A manual step lasts as long as one person works on it.
 */
export function withWork(
  steps: readonly Step[],
  items: readonly WorkItem[],
  places: Places,
): { readonly steps: Step[]; readonly otherWork: Plan["otherWork"] } {
  const find = finder(steps, places);
  const effort = new Map<string, Range>();
  const otherWork: Plan["otherWork"] = [];
  for (const item of items) {
    const doneIn = find(item);
    const hours = typically(item);
    for (const step of doneIn) effort.set(step, plus(effort.get(step), hours, 1 / doneIn.length));
    const { id, phase, role, driver } = item;
    if (doneIn.length === 0) otherWork.push({ workItem: id, phase, role, what: driver, hours });
  }
  return {
    steps: steps.map((step) => {
      const hours = effort.get(step.id);
      if (hours === undefined) return step;
      const { durationDependsOn, ...rest } = step;
      return step.action.run ? { ...step, effort: hours } : { ...rest, effort: hours, duration: hours };
    }),
    otherWork,
  };
}

/** Hours of an item with what multiplies it at the median. */
function typically({ hours, multiplier: { lower, upper } }: Pick<WorkItem, "hours" | "multiplier">): Range {
  return {
    low: hundredth(hours.low * lower),
    likely: hundredth(hours.likely * upper),
    high: hundredth(hours.high * upper),
  };
}

/** Steps of a work item: one, or one per gap of its class. */
function finder(
  steps: readonly Step[],
  { settled, foreign, effortKeys }: Places,
): (item: WorkItem) => readonly string[] {
  const bySubject = stepsBySubject(steps);
  const byGaps = Map.groupBy(settled, (s) => `${effortKeys.get(s.component)}.adapt.${s.class}@${s.component}`);
  return ({ id, component, activity }) => {
    const gaps = byGaps.get(id);
    if (gaps) return gaps.map((gap) => gap.step);
    const own = bySubject.get(component) ?? [];
    const [kind, phase] = DONE_IN[activity] ?? [];
    const step =
      own.find((s) => isByHand(s) || isReplaced(s) || (s.kind === kind && s.phase === phase)) ??
      own.find(isCode) ??
      own[0];
    return [step?.id ?? foreign.get(component)].filter((found) => found !== undefined);
  };
}

function plus(sum: Range | undefined, hours: Range, share: number): Range {
  const of = (q: keyof Range) => hundredth((sum?.[q] ?? 0) + hours[q] * share);
  return { low: of("low"), likely: of("likely"), high: of("high") };
}
