import type { Step } from "../migration-plans/plan.ts";
import type { Language } from "./language/language.ts";

/** Hours that are known, and for how many steps they are not. */
export function durationOf(steps: readonly Step[], l: Language): string {
  const known = steps.flatMap((s) => s.duration ?? []);
  const sum = (q: "low" | "likely" | "high") => l.amount(known.reduce((total, d) => total + d[q], 0));
  const open = l.amount(steps.length - known.length);
  return l.words.plan.duration(sum("low"), sum("high"), sum("likely"), l.count(known.length, "step"), open);
}
