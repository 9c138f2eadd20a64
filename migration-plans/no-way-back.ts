import { GIVES_UP } from "../assessment/way-back.ts";
import { WATCH } from "./estate-steps.ts";
import { leftOut } from "./left-out.ts";
import type { Step } from "./plan.ts";

/** Phases in which a plan leaves the source; before them nothing but the target has changed. */
const LEAVING = ["cutover", "stabilisation", "decommission"];

const TITLES: Readonly<Record<string, string>> = {
  [WATCH]: "Watch errors, latency and cost for the agreed time",
  [GIVES_UP]: "Decide to close what is left at the source",
};

/**
 * The steps of a plan whose source cannot be gone back to, or nobody can say so: nothing is kept up to date there, and no step from the cutover on
 * promises a rollback.
 */
export function withoutWayBack(steps: readonly Step[]): Step[] {
  return leftOut(steps, (s) => s.kind === "reverse").map((s) => ({
    ...s,
    rollback: LEAVING.includes(s.phase) ? null : s.rollback,
    title: TITLES[s.id] ?? s.title,
  }));
}

/** The first step, in the order of the plan, that cannot be undone. */
export function pointOfNoReturn(steps: readonly Step[], isOpen: boolean): string {
  const first = !isOpen ? steps.find((s) => LEAVING.includes(s.phase)) : undefined;
  return first?.id ?? GIVES_UP;
}
