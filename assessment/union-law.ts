import type { AssessInput } from "./assessment.ts";
import data from "./egress-rules.json" with { type: "json" };
import { statedFor } from "./stated-for.ts";

const UNION: readonly string[] = data.find((rule) => rule.id === "data-act-none")?.countries ?? [];

/** First days on which they apply: Regulation (EU) 2023/2854 art. 50 and Regulation (EU) 2022/2554 art. 64, read 2026-11-28. */
const DATA_ACT = "2025-09-12";
const DORA = "2025-01-17";

type LawInput = Pick<AssessInput, "facts" | "tool">;

/** Whether DORA may be the customer's: it is where nobody stated the country. */
export function mayBindCustomer(input: LawInput): boolean {
  return DORA <= statedFor(input) && mayBeInUnion(input);
}

/** Whether the Data Act may bind the source: a provider, and a customer in the Union. */
export function mayBindSource(input: LawInput & Pick<AssessInput, "source">): boolean {
  return DATA_ACT <= statedFor(input) && !input.source.jurisdiction.ownHosts && mayBeInUnion(input);
}

function mayBeInUnion({ facts }: LawInput): boolean {
  return facts?.country === undefined || UNION.includes(facts.country);
}
