import { hidesResources } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";

/** Whether everything that was named was read: where it was not, that nothing was found says nothing. */
export function readWhole({ estate, survey }: Pick<AssessInput, "estate" | "survey">): boolean {
  return estate.complete && survey.counts.unreadable === 0 && !survey.holes.some(hidesResources);
}
