import { z } from "zod";
import type { Assessment } from "./assessment.ts";
import { MonthlyCost } from "./cost.ts";
import { Diagnostic, FORMAT_VERSION, Scenario, Source } from "./result.ts";

const Pair = z.strictObject({ p50: z.number(), p80: z.number() });

/** A sum that is not whole is at least this. */
const Monthly = MonthlyCost.pick({ amounts: true, whole: true });

/** Reasons to leave against targets: what each combination takes and takes away. One reading of an assessment a row. */
export const Matrix = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  source: Source,
  calibrated: z.boolean(),
  rows: z.array(
    z.strictObject({
      scenario: Scenario,
      target: z.string(),
      /** Person-days, and calendar days. */
      effort: Pair,
      time: Pair,
      /** Components to substitute or rebuild. */
      specific: z.int(),
      lost: z.int(),
      /** Lost unless it is fetched before the source stops answering. Older results have none. */
      atRisk: z.int().optional(),
      mayBeLost: z.int(),
      /** Something could not be read: so much may be lost at least. */
      unread: z.literal(true).optional(),
      /** What the exit itself needs: seen or stated at the source, and stated nowhere. */
      dependencies: z.strictObject({ source: z.int(), unknown: z.int() }),
      /** Of a price shock; null: not known, never, or another scenario. */
      breakEvenMonths: Pair.nullable(),
      /** It pays sooner, for not all of the source's bill has a price. */
      atMost: z.boolean(),
      never: z.boolean(),
      /** A month at the source and at the target, as far as it is priced or stated. */
      monthly: z.strictObject({ source: Monthly, target: Monthly }),
    }),
  ),
  /** Qualifications asked for: how many components comply at each target. */
  requirements: z.array(
    z.strictObject({
      target: z.string(),
      qualification: z.string(),
      complies: z.int(),
      mayComply: z.int(),
      of: z.int(),
    }),
  ),
  diagnostics: z.array(Diagnostic),
});
export type Matrix = z.infer<typeof Matrix>;

/** Assessments of one estate, each for a scenario and a target, in the order of the rows. */
export function matrixOf(results: readonly [Assessment, ...Assessment[]]): Matrix {
  const [first] = results;
  const monthly = ({ amounts, whole }: z.infer<typeof Monthly>) => ({ amounts, whole });
  const pair = ({ p50, p80 }: { readonly p50: number; readonly p80: number }) => ({ p50, p80 });
  return {
    formatVersion: FORMAT_VERSION,
    complete: results.every((r) => r.complete),
    source: first.source,
    calibrated: first.effort.calibrated,
    rows: results.map(({ scenario, target, effort, time, components, reading, cost }) => {
      const standing = (status: string) => reading.dependencies.filter((d) => d.status === status).length;
      return {
        scenario,
        target: target.cloud,
        effort: pair(effort),
        time: pair(time),
        specific: components.filter((c) => c.fit === "specific").length,
        lost: reading.lost.length,
        atRisk: reading.atRisk?.length ?? 0,
        mayBeLost: reading.mayBeLost.length,
        ...(reading.unread ? { unread: true as const } : {}),
        dependencies: { source: standing("source"), unknown: standing("unknown") },
        breakEvenMonths: reading.price?.breakEvenMonths ?? null,
        atMost: reading.price?.atMost ?? false,
        never: reading.price?.never ?? false,
        monthly: { source: monthly(cost.monthly.source), target: monthly(cost.monthly.target) },
      };
    }),
    // The reason to leave does not change what is qualified.
    requirements: results
      .filter((r) => r.scenario === first.scenario)
      .flatMap(({ target, requirements }) =>
        requirements.map(({ qualification, complies, mayComply, of }) => ({
          ...{ target: target.cloud, qualification, complies, mayComply, of },
        })),
      ),
    diagnostics: first.diagnostics,
  };
}
