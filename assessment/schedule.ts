import { SAMPLES } from "./draws.ts";

/** Something that takes time: work of a team, a transfer, or a wait. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly kind: "work" | "transfer" | "wait";
  /** Ids of activities that must have ended. */
  readonly after: readonly string[];
  /** Calendar days per sample. */
  readonly days: Float64Array;
  /** It waits for nothing, and is begun so late that it ends with everything else: where it is the longest, at the start. */
  readonly late?: true;
}

/** An activity in time: when it starts and ends per sample, and in how many samples it decides the end. */
export interface Scheduled {
  readonly activity: Activity;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly critical: number;
}

/** Each starts when the last of those it waits for has ended. Activities stand in an order in which they can be done. */
export function schedule(activities: readonly Activity[]): Scheduled[] {
  const ends = new Map<string, Float64Array>();
  const starts = new Map<string, Float64Array>();
  const decides = new Map<string, Int32Array>();
  const at = new Map(activities.map((a, i) => [a.id, i]));
  for (const { id, after, days } of activities) {
    const start = new Float64Array(SAMPLES);
    const last = new Int32Array(SAMPLES).fill(-1);
    for (const before of after) {
      const end = ends.get(before);
      if (!end) throw new Error(`${id} waits for ${before}, which comes later or not at all`);
      const index = at.get(before) ?? -1;
      for (let i = 0; i < SAMPLES; i++) {
        if (last[i] === -1 || end[i]! > start[i]!) {
          start[i] = end[i]!;
          last[i] = index;
        }
      }
    }
    starts.set(id, start);
    decides.set(id, last);
    ends.set(
      id,
      start.map((s, i) => s + days[i]!),
    );
  }
  const counts = criticality(activities, ends, decides);
  return activities.map((activity, i) => ({
    activity,
    start: starts.get(activity.id) ?? new Float64Array(SAMPLES),
    end: ends.get(activity.id) ?? new Float64Array(SAMPLES),
    critical: (counts[i] ?? 0) / SAMPLES,
  }));
}

/** From the activity that ends last back to the start, per sample. */
function criticality(
  activities: readonly Activity[],
  ends: ReadonlyMap<string, Float64Array>,
  decides: ReadonlyMap<string, Int32Array>,
): number[] {
  const counts = activities.map(() => 0);
  for (let i = 0; i < SAMPLES; i++) {
    let at = -1;
    let latest = -1;
    for (const [index, { id }] of activities.entries()) {
      const end = ends.get(id)?.[i] ?? 0;
      if (end >= latest) [at, latest] = [index, end];
    }
    while (at >= 0) {
      const activity = activities[at]!;
      // What takes no time decides nothing.
      if (activity.days[i]! > 0) counts[at]!++;
      at = decides.get(activity.id)?.[i] ?? -1;
    }
  }
  return counts;
}
