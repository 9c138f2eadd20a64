import type { Assessment } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { tenth } from "./numbers.ts";
import { type Percentiles, percentiles, type Simulation } from "./simulate.ts";

const MOST = 10;

/** Changes that would shrink the effort: each is the effort without the charges it takes away, drawn with the same numbers. */
export function leversOf(
  simulation: Simulation,
  charges: readonly Charge[],
  all: Percentiles,
  hoursPerDay: number,
): Assessment["levers"] {
  const likely = new Map<string, number>();
  for (const charge of charges) {
    if (charge.lever === undefined) continue;
    likely.set(charge.lever, (likely.get(charge.lever) ?? 0) + charge.hours.likely * charge.upper);
  }
  const candidates = [...likely].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST);
  return candidates
    .map(([change]) => {
      const without = percentiles(simulation.hours((c) => c.lever !== change));
      const saved = (p: "p50" | "p80") => tenth((all[p] - without[p]) / hoursPerDay);
      return { change, saves: { p50: saved("p50"), p80: saved("p80") } };
    })
    .filter((lever) => lever.saves.p80 > 0)
    .sort((a, b) => b.saves.p80 - a.saves.p80 || (a.change < b.change ? -1 : 1));
}
