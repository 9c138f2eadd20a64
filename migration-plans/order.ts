import { PHASES } from "../assessment/effort-model.ts";
import { compareText } from "../constructs/diagnostic.ts";
import type { Step } from "./plan.ts";

/**
 * Steps in an order in which each comes after what it needs: by phase, then by what is ready, then by id. A need that is not
 * among the steps, or one of a later phase, or a circle is our bug and is thrown.
 */
export function ordered(steps: readonly Step[]): Step[] {
  const byId = new Map(steps.map((s) => [s.id, s]));
  if (byId.size !== steps.length) throw new Error("two steps have one id");
  const rank = (s: Step) => PHASES.indexOf(s.phase as (typeof PHASES)[number]);
  for (const step of steps) {
    for (const need of step.needs) {
      const needed = byId.get(need);
      if (!needed) throw new Error(`${step.id} needs ${need}, which is not a step`);
      if (rank(needed) > rank(step)) throw new Error(`${step.id} needs ${need} of a later phase`);
    }
  }
  const waiting = new Map(steps.map((s) => [s.id, new Set(s.needs)]));
  const dependants = new Map<string, string[]>();
  for (const step of steps) {
    for (const need of step.needs) {
      const known = dependants.get(need);
      if (known) known.push(step.id);
      else dependants.set(need, [step.id]);
    }
  }
  const out: Step[] = [];
  const inOrder = (a: Step, b: Step) => compareText(a.id, b.id);
  for (const phase of PHASES) {
    let ready = steps.filter((s) => s.phase === phase && waiting.get(s.id)?.size === 0).sort(inOrder);
    while (ready.length > 0) {
      const next: Step[] = [];
      for (const step of ready) {
        out.push(step);
        for (const id of dependants.get(step.id) ?? []) {
          const left = waiting.get(id);
          left?.delete(step.id);
          const dependant = byId.get(id);
          if (dependant?.phase === phase && left?.size === 0) next.push(dependant);
        }
      }
      ready = next.sort(inOrder);
    }
  }
  if (out.length !== steps.length) throw new Error("steps need each other in a circle");
  return out;
}
