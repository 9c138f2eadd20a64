import type { AssessInput } from "./assessment.ts";

/** The day for which a result is stated, and whose law holds: the one asked for, else that of the newest fact. */
export function statedFor({ tool }: Pick<AssessInput, "tool">): string {
  return tool.date ?? tool.catalogue;
}
