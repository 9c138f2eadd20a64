import type { AssessInput } from "./assessment.ts";
import { SAMPLES } from "./draws.ts";
import type { Estimate } from "./estimate.ts";
import { NOTICE } from "./lead-times.ts";
import { tenth } from "./numbers.ts";
import type { Range } from "./result.ts";
import type { Scheduled } from "./schedule.ts";
import { quantile, schedulesOf } from "./time.ts";

/** What of the schedule decides on costs, in calendar days from the start. */
export interface CostDays {
  /** When the first copy may be made: from the tenth of the best cases to all but a twentieth of the worst. */
  readonly copy: { readonly from: number; readonly to: number };
  /** How long everything is done and the source cannot be given up, because a notice still runs: it is paid meanwhile. */
  readonly notice: Range;
}

export function costDaysOf(input: AssessInput, from: Estimate): CostDays {
  const { lower, upper } = schedulesOf(input, from);
  const waits = [lower, upper].map(noticeDays);
  const at = (share: number) => waits.map((days) => tenth(quantile(days, share)));
  const copied = (scheduled: readonly Scheduled[]) => scheduled.find((s) => s.activity.id === "transfer");
  const none = new Float64Array(SAMPLES);
  return {
    copy: {
      from: tenth(quantile(copied(lower)?.start ?? none, 0.1)),
      to: tenth(quantile(copied(upper)?.end ?? none, 0.95)),
    },
    // With less work to do there is more of a notice left.
    notice: { low: Math.min(...at(0.1)), likely: Math.min(...at(0.5)), high: Math.max(...at(0.9)) },
  };
}

/** Days from the last work on what replaces the source until a notice has run that was given at the start. */
function noticeDays(scheduled: readonly Scheduled[]): Float64Array {
  const found = (id: string) => scheduled.find((s) => s.activity.id === id);
  const notice = found(NOTICE)?.end;
  const done = (found("decommission")?.activity.after ?? []).flatMap((id) => (id === NOTICE ? [] : (found(id) ?? [])));
  return new Float64Array(SAMPLES).map((_, i) =>
    Math.max(0, (notice?.[i] ?? 0) - Math.max(0, ...done.map((s) => s.end[i] ?? 0))),
  );
}
