import { compareText } from "../constructs/diagnostic.ts";
import type { AssessInput, Assessment } from "./assessment.ts";
import type { Estimate } from "./estimate.ts";
import { estimate } from "./estimate.ts";
import { hoursByRecord, leafLevers, propLevers } from "./gap-levers.ts";
import { tenth } from "./numbers.ts";
import { offLevers } from "./off-levers.ts";
import { percentiles } from "./simulate.ts";
import { storeLevers } from "./store-levers.ts";
import { typeLevers } from "./type-levers.ts";

/** A change in the code base that would shrink the effort of leaving. */
export interface Lever {
  /** The change, in one line that names what to change. */
  readonly change: string;
  /** Addresses that change. */
  readonly addresses: readonly string[];
  /** Likely hours it touches: which levers are worth measuring. */
  readonly likely: number;
  /** The estate after the change. */
  readonly apply: (input: AssessInput) => AssessInput;
}

const MOST = 10;
/** Some save less than they touch, because the like of it remains: a few more are measured than are shown. */
const MEASURED = 14;

/** Levers that can be told without looking for them. */
export interface LeverSource {
  /** None of them touches more likely hours. */
  readonly atMost: number;
  levers(): readonly Lever[];
}

/** Levers worth measuring, the one that touches most first. Sources that can hold none of them are not asked. */
export function leversFor(input: AssessInput, from: Estimate): Lever[] {
  const hours = hoursByRecord(from);
  let best = mostFirst([
    ...typeLevers(input, from),
    ...storeLevers(input, from),
    ...offLevers(input, from),
    ...leafLevers(input, hours),
  ]);
  for (const { atMost, levers } of propLevers(input, from, hours).sort((a, b) => b.atMost - a.atMost)) {
    if (atMost < (best[MEASURED - 1]?.likely ?? 0)) break;
    best = mostFirst([...best, ...levers()]);
  }
  return best;
}

function mostFirst(levers: readonly Lever[]): Lever[] {
  return levers
    .filter((lever) => lever.likely > 0)
    .sort((a, b) => b.likely - a.likely || compareText(a.change, b.change))
    .slice(0, MEASURED);
}

/** Each saves what an assessment of the changed estate saves: both are drawn with the same numbers. */
export function leversOf(input: AssessInput, from: Estimate): Assessment["levers"] {
  const perDay = from.model.model.hoursPerPersonDay;
  const before = percentiles(from.hours);
  return leversFor(input, from)
    .map(({ change, addresses, apply }) => {
      const after = percentiles(estimate(apply(input), from).hours);
      const saved = (p: "p50" | "p80") => tenth((before[p] - after[p]) / perDay);
      return { change, addresses: [...addresses], saves: { p50: saved("p50"), p80: saved("p80") } };
    })
    .filter((lever) => lever.saves.p80 > 0)
    .sort((a, b) => b.saves.p80 - a.saves.p80 || compareText(a.change, b.change))
    .slice(0, MOST);
}
