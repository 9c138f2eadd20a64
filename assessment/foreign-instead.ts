import type { AssessInput } from "./assessment.ts";

/** What takes the place of a foreign type at the target, in a few words: in another region of its own cloud, itself. */
export function insteadOf(type: string, { source, target }: Pick<AssessInput, "source" | "target">): string {
  if (source.id === target.id) return "the same service, in another region";
  return source.foreign[type]?.instead[target.id] ?? "no substitute on record for this target";
}
