import { compareText } from "../constructs/diagnostic.ts";
import type { Assessment } from "./assessment.ts";
import { type Charge, type ChargedFor, parts } from "./charge.ts";
import type { Share } from "./cross-cutting.ts";
import { PHASES } from "./effort-model.ts";
import type { Estimate } from "./estimate.ts";
import { tenth } from "./numbers.ts";
import { type Percentiles, percentiles, type Samples } from "./simulate.ts";

/** Components with percentiles of their own; those after them are together in one line. */
const MOST_COMPONENTS = 100;
const OTHERS = "others";

/** Percentiles by phase, role and component. Percentiles do not add up: what is dear in one is not dear in all at once. */
export function breakdown(estimate: Estimate): Pick<Assessment["effort"], "byPhase" | "byRole" | "byComponent"> {
  const { simulation, model } = estimate;
  const perDay = model.model.hoursPerPersonDay;
  const days = (hours: ReadonlyMap<string, Samples>) =>
    [...hours].map(([name, samples]) => ({ name, ...inDays(percentiles(samples), perDay) }));
  const shown = dearest(estimate);
  const forShown = (work: Charge | Share): readonly ChargedFor[] =>
    "subjects" in work
      ? together(parts(work).map((p) => (shown.has(p.id) ? p : { ...p, id: OTHERS })))
      : [{ id: "cross-cutting", lower: 1, upper: 1 }];
  const place = (phase: string) => [...PHASES, "all"].indexOf(phase);
  return {
    byPhase: days(simulation.byWork((work) => work.phase)).sort((a, b) => place(a.name) - place(b.name)),
    byRole: days(simulation.byWork((work) => work.role)).sort(largestFirst),
    byComponent: days(simulation.split(forShown)).sort(largestFirst),
  };
}

export function inDays({ p10, p50, p80, p95 }: Percentiles, perDay: number): Percentiles {
  return { p10: tenth(p10 / perDay), p50: tenth(p50 / perDay), p80: tenth(p80 / perDay), p95: tenth(p95 / perDay) };
}

function dearest({ charges }: Estimate): Set<string> {
  const likely = new Map<string, number>();
  for (const charge of charges) {
    for (const { id, upper } of parts(charge)) {
      likely.set(id, (likely.get(id) ?? 0) + charge.hours.likely * charge.upper * upper);
    }
  }
  const sorted = [...likely].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  return new Set([...sorted.slice(0, MOST_COMPONENTS).map(([id]) => id), "cross-cutting"]);
}

function together(all: readonly ChargedFor[]): ChargedFor[] {
  const byId = new Map<string, ChargedFor>();
  for (const { id, lower, upper } of all) {
    const known = byId.get(id);
    byId.set(id, { id, lower: lower + (known?.lower ?? 0), upper: upper + (known?.upper ?? 0) });
  }
  return [...byId.values()];
}

function largestFirst<T extends Percentiles & { readonly name: string }>(a: T, b: T): number {
  return b.p80 - a.p80 || compareText(a.name, b.name);
}
