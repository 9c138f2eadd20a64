import type { AssessInput } from "./assessment.ts";
import data from "./egress-rules.json" with { type: "json" };

const UNION: readonly string[] = data.find((rule) => rule.id === "data-act-none")?.countries ?? [];

/** Whether law of the Union may be the customer's: it is where nobody stated the country. */
export function mayBeInUnion({ facts }: Pick<AssessInput, "facts">): boolean {
  return facts?.country === undefined || UNION.includes(facts.country);
}

/** Whether the Data Act may bind the source: a provider, and a customer in the Union. */
export function mayBindSource(input: Pick<AssessInput, "facts" | "source">): boolean {
  return !input.source.jurisdiction.ownHosts && mayBeInUnion(input);
}
