import { addRanges, type EffortModel, type Method } from "./effort-model.ts";
import type { Range } from "./result.ts";

export const MB_PER_GIB = 1073.741824;
/** Hours of the switch itself, when clients move from one side to the other: judgement, 2026-11-26. */
const SWITCH: Range = { low: 0.1, likely: 0.25, high: 1 };
/**
 * Objects and files are proven by reading both sides again, which takes as long as the copy: `verification-objects` of the effort model
 * says so of copies that are not summed in flight.
 */
const READ_AGAIN: Range = { low: 1, likely: 1, high: 1 };

/** Data that goes by a method, in GiB and things. */
export interface Load {
  readonly gib: number;
  readonly objects: number | undefined;
}

/** Hours that a copy takes, with what has to be repeated. */
export function copyHours({ gib, objects }: Load, method: Method, model: EffortModel): Range {
  const restarts = overhead(model, "restarts");
  const hours = (quantile: keyof Range, rate: keyof Range) => {
    const bytes = (gib * MB_PER_GIB) / method.MBps[rate];
    const count = objects && method.objectsPerSecond ? objects / method.objectsPerSecond[rate] : 0;
    return (Math.max(bytes, count) / 3600) * restarts[quantile];
  };
  return { low: hours("low", "high"), likely: hours("likely", "likely"), high: hours("high", "low") };
}

/** Share of the time of the copy that its proof takes. */
export function proofShare(method: Method, model: EffortModel): Range {
  return method.objectsPerSecond ? READ_AGAIN : overhead(model, "verification-db");
}

/** Hours of the proof of a copy. */
export function proofHours(copied: Range, method: Method, model: EffortModel): Range {
  const share = proofShare(method, model);
  return { low: copied.low * share.low, likely: copied.likely * share.likely, high: copied.high * share.high };
}

/** Copies of a running source are proven before writing stops: in the interruption, what changed since is compared. */
const PROVEN_BEFORE = ["pg-logical", "object-copy"];

/** Hours that nobody can write: what is copied meanwhile, its proof and the switch. */
export function interruption(copied: Range, proof: Range, method: Method): Range {
  return addRanges(PROVEN_BEFORE.includes(method.id) ? copied : addRanges(copied, proof), SWITCH);
}

/** Every overhead that is used has a factor; the schema of the model allows others beside them. */
export function overhead({ dataMovement }: EffortModel, id: string): Range {
  const found = dataMovement.overheads.find((o) => o.id === id)?.factor;
  if (!found) throw new Error(`the effort model has no overhead ${id}`);
  return found;
}
