import type { Plan, Step } from "../migration-plans/plan.ts";
import type { Language } from "./language/language.ts";

/** Hours that are known, and for how many steps they are not. */
export function durationOf(steps: readonly Step[], l: Language): string {
  const known = steps.flatMap((s) => s.duration ?? []);
  const sum = (q: "low" | "likely" | "high") => l.amount(known.reduce((total, d) => total + d[q], 0));
  const open = l.amount(steps.length - known.length);
  return l.words.plan.duration(sum("low"), sum("high"), sum("likely"), l.count(known.length, "step"), open);
}

interface Hazard {
  readonly text: string;
  readonly citation: Step["hazards"][number]["citation"];
  readonly components: readonly string[];
}

/** Every hazard of a plan once, in the order of its first step, with the components that it threatens. */
export function hazardsOf(plan: Plan): Hazard[] {
  const seen = new Map<string, { citation: Hazard["citation"]; components: Set<string> }>();
  for (const step of plan.steps) {
    for (const { text, citation } of step.hazards) {
      const known = seen.get(text) ?? { citation, components: new Set<string>() };
      for (const component of step.concerns ?? [step.component]) known.components.add(component);
      seen.set(text, known);
    }
  }
  return [...seen].map(([text, { citation, components }]) => ({ text, citation, components: [...components] }));
}
