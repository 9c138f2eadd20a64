import { z } from "zod";
import type { EffortModel } from "./effort-model.ts";
import { exp, factor, hundredth, ln } from "./numbers.ts";
import { FORMAT_VERSION, Range } from "./result.ts";

/** Steps of a drill: how many it was learned from, and how many it could not be, by why. */
const DrillSteps = z.strictObject({
  counted: z.int().positive(),
  /** A program's, a wait, failed or skipped, without an expected duration. */
  leftOut: z.strictObject({ machine: z.int(), waiting: z.int(), unfinished: z.int(), unestimated: z.int() }),
});

/**
 * A migration that was made, or the work by hand in a drill: what was estimated for it by an uncalibrated assessment (P50) or its
 * plan, and what it took, in person-days.
 */
export const Actual = z.strictObject({
  name: z.string().min(1),
  estimated: z.number().positive(),
  actual: z.number().positive(),
  drill: DrillSteps.optional(),
});
export type Actual = z.infer<typeof Actual>;

/** How far the effort model is off for an organisation, and how sure that is. */
export const Calibration = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Migrations and drills: each is one. */
  cases: z.int().positive(),
  /** How many of the cases are drills. */
  drills: z.int().nonnegative(),
  /** Of the organisation: its P10, P50 and P90. */
  factor: Range,
  /** For the next migration: what stands under `calibration` in exeat.yaml. */
  next: z.strictObject({ median: z.number(), sdLn: z.number() }),
  migrations: z.array(z.strictObject({ ...Actual.shape, ratio: z.number() })),
});
export type Calibration = z.infer<typeof Calibration>;

/** Of a migration: a drill sees a part of one, and the hours expected of its steps are judgement themselves. Judgement, 2026-11-26. */
const DRILL_WEIGHT = 0.25;

const Z90 = 1.2815515655446004;

/**
 * Normal updating of the logarithm of actual over estimated. The effort model says how far a project is off altogether
 * (`sharedFactor.sdLn`) and how far projects of one organisation are apart (the lower end of `sharedFactor.range`); the rest of
 * the spread is the organisation, and that is what is learned.
 */
export function calibrate(migrations: readonly Actual[], model: EffortModel): Calibration {
  const { sdLn, range } = model.model.sharedFactor;
  const within = square(Math.min(range?.[0] ?? sdLn, sdLn));
  const between = square(sdLn) - within;
  const cases = migrations.map((m) => ({ log: ln(m.actual) - ln(m.estimated), weight: m.drill ? DRILL_WEIGHT : 1 }));
  const sum = (of: (c: (typeof cases)[number]) => number) => cases.reduce((total, c) => total + of(c), 0);
  // Where nothing is left for the organisation to differ by, its projects alone cannot move the factor.
  const spread = between <= 0 ? 0 : 1 / (1 / between + sum((c) => c.weight) / within);
  const mean = spread === 0 ? 0 : (spread * sum((c) => c.weight * c.log)) / within;
  const at = (z: number) => factor(exp(mean + z * Math.sqrt(spread)));
  return {
    formatVersion: FORMAT_VERSION,
    cases: cases.length,
    drills: migrations.filter((m) => m.drill !== undefined).length,
    factor: { low: at(-Z90), likely: at(0), high: at(Z90) },
    next: { median: factor(exp(mean)), sdLn: hundredth(Math.sqrt(spread + within)) },
    migrations: migrations.map((m) => ({ ...m, ratio: factor(m.actual / m.estimated) })),
  };
}

function square(x: number): number {
  return x * x;
}
