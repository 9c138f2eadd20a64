import type { Step } from "./plan.ts";

/** The steps that stay; what needed one that is left out needs what that one needed. */
export function leftOut(steps: readonly Step[], isOut: (step: Step) => boolean): Step[] {
  const out = new Map(steps.flatMap((s) => (isOut(s) ? [[s.id, s.needs] as const] : [])));
  const instead = (need: string): readonly string[] => out.get(need)?.flatMap(instead) ?? [need];
  return steps.filter((s) => !out.has(s.id)).map((s) => ({ ...s, needs: [...new Set(s.needs.flatMap(instead))] }));
}
