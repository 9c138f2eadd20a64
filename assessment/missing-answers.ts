import { nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { dependenciesOf } from "./dependencies.ts";
import type { EffortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { holdingData, storesOfSomeKind } from "./holding-data.ts";

/** A fact that narrows no range of work: an answer on which a reading of the assessment rests. */
export interface MissingAnswer {
  readonly path: readonly string[];
  readonly asks: string;
  readonly assumed: string;
}

/** What the report calls unknown until somebody answers: terms of the contract, dates, where copies and dependencies stand. */
export function missingAnswers(input: AssessInput, model: EffortModel): MissingAnswer[] {
  const { facts = {} } = input;
  const ask = (stated: unknown, path: readonly string[], asks: string, assumed: string): MissingAnswer[] =>
    stated === undefined ? [{ path, asks, assumed }] : [];
  const { contract, deadlineDays } = facts;
  const notice = "nothing: by when it must be given stays unknown";
  const window = "nothing: whether it is met stays unknown";
  return [
    ...ask(deadlineDays, ["deadlineDays"], "days until a date that must be met", "no such date"),
    ...ask(contract?.noticeDays, ["contract", "noticeDays"], "notice to the source, in days", notice),
    ...ask(contract?.transitionDays, ["contract", "transitionDays"], "transition the source grants, in days", window),
    ...dependenciesOf(input).flatMap(({ id, what, status }) =>
      status === "unknown"
        ? ask(undefined, ["dependencies", id], `${what}: source or elsewhere`, "nothing: it stays unknown")
        : [],
    ),
    ...storesOfSomeKind(input)
      .map(nativeId)
      .flatMap((id) =>
        ask(
          factsOf(facts, id).gib,
          ["components", id, "gib"],
          "data held, in GiB",
          "nothing: what its copy takes and costs stays unknown",
        ),
      ),
    ...holdingData(input, model).flatMap(({ id }) =>
      ask(
        factsOf(facts, id).copy,
        ["components", id, "copy"],
        "where a copy of the data lies: none | source | other-region | elsewhere",
        "nothing: data may be lost without the source",
      ),
    ),
  ];
}
