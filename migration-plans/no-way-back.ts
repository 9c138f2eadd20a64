import { GIVES_UP } from "../assessment/way-back.ts";
import type { Step } from "./plan.ts";

/** Phases in which a plan leaves the source; before them nothing but the target has changed. */
const LEAVING = ["cutover", "stabilisation", "decommission"];

/**
 * The steps of a plan whose source cannot be gone back to, or nobody can say so: nothing is kept up to date there, and no step from the cutover on
 * promises a rollback.
 */
export function withoutWayBack(steps: readonly Step[]): Step[] {
  const kept = new Map(steps.flatMap((s) => (s.kind === "reverse" ? [[s.id, s.needs] as const] : [])));
  return steps
    .filter((s) => s.kind !== "reverse")
    .map((s) => ({
      ...s,
      needs: [...new Set(s.needs.flatMap((need) => kept.get(need) ?? [need]))],
      rollback: LEAVING.includes(s.phase) ? null : s.rollback,
      title: s.id === GIVES_UP ? "Decide to close what is left at the source" : s.title,
    }));
}

/** The first step, in the order of the plan, that cannot be undone. */
export function pointOfNoReturn(steps: readonly Step[], isOpen: boolean): string {
  const first = !isOpen ? steps.find((s) => LEAVING.includes(s.phase)) : undefined;
  return first?.id ?? GIVES_UP;
}
