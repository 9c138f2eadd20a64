import type { AssessInput } from "./assessment.ts";
import { factsOf } from "./facts.ts";
import type { Scenario } from "./result.ts";
import type { Bounds } from "./scale.ts";

/** What a reason to leave takes away. `soon`: the whole source, which answers until then. Judgement, 2026-11-28. */
const GONE: Readonly<Record<Scenario, "nothing" | "region" | "source" | "soon">> = {
  "planned-exit": "nothing",
  "bouton-rouge": "source",
  "provider-failure": "soon",
  "region-outage": "region",
  "price-shock": "nothing",
};

/**
 * What becomes of data: it stays where it is, is restored from a copy, is lost, is at risk (lost unless it is fetched while the source still
 * answers), or nobody stated where a copy lies.
 */
export type Fate = "stays" | "restored" | "at-risk" | "lost" | "unknown";

type Of = Pick<AssessInput, "scenario" | "facts">;

/** Of what holds data, by its id: what all of an assessment goes by. */
export function fateOf({ scenario = "planned-exit", facts = {} }: Of, id: string): Fate {
  const gone = GONE[scenario];
  if (gone === "nothing") return "stays";
  const { copy } = factsOf(facts, id);
  if (copy === undefined) return "unknown";
  if (copy === "elsewhere" || (gone === "region" && copy === "other-region")) return "restored";
  return gone === "soon" ? "at-risk" : "lost";
}

/** Whether there is data to move: 0 for what is lost; from 0 to 1 where it may be, for nobody can fetch what is not copied. */
export function movesOf(of: Of, id: string): Bounds<0 | 1> {
  const fate = fateOf(of, id);
  const fetched = fate !== "unknown" || GONE[of.scenario ?? "planned-exit"] === "soon";
  return { lower: fate !== "lost" && fetched ? 1 : 0, upper: fate === "lost" ? 0 : 1 };
}

/** Whether anything of the source is gone, now or soon. */
export function takesAway(scenario: Scenario): boolean {
  return GONE[scenario] !== "nothing";
}

/** Whether the source is there to ask for what law and contract give its customer. */
export function mayStillAsk(scenario: Scenario = "planned-exit"): boolean {
  return GONE[scenario] === "nothing" || GONE[scenario] === "region";
}
