import type { Plan, Step } from "../migration-plans/plan.ts";
import type { Evidence } from "./evidence.ts";

/**
 * Why a step tells nothing about effort. `machine`: a program ran. `waiting`: time passes, whoever watches.
 * `unfinished`: failed or skipped. `unestimated`: the plan does not say how long it takes.
 */
export type LeftOut = "machine" | "waiting" | "unfinished" | "unestimated";

/** What people did by hand in a drill, against what the plan expected of them. */
export interface HandsOn {
  readonly counted: readonly { readonly id: string; readonly estimatedHours: number; readonly measuredHours: number }[];
  /** Ids of the other steps, in the order of the evidence. */
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
  /** Ids that the plan does not have. */
  readonly unknown: readonly string[];
}

/** Kinds that last as long as something is watched or kept open; of the others, a manual step lasts as long as a person works. */
const WAITING: readonly Step["kind"][] = ["watch", "reverse"];

const HOUR = 3_600_000;

/** The duration of a manual step is hours of a person's work: its likely value stands against the measured span of a finished step. Pure. */
export function handsOn(evidence: Evidence, plan: Plan): HandsOn {
  const planned = new Map(plan.steps.map((step) => [step.id, step]));
  const counted: HandsOn["counted"][number][] = [];
  const leftOut: Record<LeftOut, string[]> = { machine: [], waiting: [], unfinished: [], unestimated: [] };
  const unknown: string[] = [];
  for (const { id, status, startedAt, finishedAt } of evidence.steps) {
    const step = planned.get(id);
    if (step === undefined) unknown.push(id);
    else if (step.action.run !== undefined) leftOut.machine.push(id);
    else if (WAITING.includes(step.kind)) leftOut.waiting.push(id);
    else if (status !== "done" || startedAt === null || finishedAt === null) leftOut.unfinished.push(id);
    else if (step.duration === null || step.duration.likely <= 0) leftOut.unestimated.push(id);
    else {
      const measuredHours = (Date.parse(finishedAt) - Date.parse(startedAt)) / HOUR;
      counted.push({ id, estimatedHours: step.duration.likely, measuredHours });
    }
  }
  return { counted, leftOut, unknown };
}
