import type { AssessInput } from "./assessment.ts";
import type { Cost } from "./cost.ts";
import { dependenciesOf } from "./dependencies.ts";
import { type EffortModel, effortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { holdingData } from "./holding-data.ts";
import { priceShock } from "./price-shock.ts";
import { readWhole } from "./read-whole.ts";
import type { Reading } from "./reading.ts";
import type { Scenario } from "./result.ts";
import type { Percentiles } from "./simulate.ts";

/** How a reason to leave changes what is assumed: judgement, 2026-11-26. What is stated goes before it. */
interface Reason {
  readonly assumes: readonly string[];
  /** Where a copy must lie to count: outside the whole source, outside the region, or nothing is gone. */
  readonly gone: "source" | "region" | "nothing";
  readonly leadTimes: Readonly<Record<string, boolean>>;
  readonly factors: Readonly<Record<string, string>>;
}

const IN_A_HURRY = { timePressure: "75 % or less" };
const NO_WAITING = { "parallel-run": false, "change-freeze": false, "contract-notice": false };

const REASONS: Readonly<Record<Scenario, Reason>> = {
  "planned-exit": {
    assumes: ["The source stays available and helps until the end."],
    ...{ gone: "nothing", leadTimes: {}, factors: {} },
  },
  "bouton-rouge": {
    assumes: [
      "From the first hour neither the control plane nor the data of the source can be reached: only what lies outside counts.",
      "Nothing runs side by side and nobody waits for a freeze or a notice; the work is done under pressure.",
    ],
    ...{ gone: "source", leadTimes: NO_WAITING, factors: IN_A_HURRY },
  },
  "provider-failure": {
    assumes: [
      "The source fails within weeks: data can be fetched as long as it answers, and nothing that it keeps may be counted on afterwards.",
      "Nobody waits for a freeze or a notice; the work is done under pressure.",
    ],
    ...{ gone: "source", leadTimes: NO_WAITING, factors: IN_A_HURRY },
  },
  "region-outage": {
    assumes: [
      "The region of the estate is gone, other regions of the source answer: what is kept in another region counts as a copy.",
      "Nothing runs side by side.",
    ],
    ...{ gone: "region", leadTimes: { "parallel-run": false, "change-freeze": false }, factors: IN_A_HURRY },
  },
  "price-shock": {
    assumes: ["The source stays available at another price; leaving is a matter of money and time."],
    ...{ gone: "nothing", leadTimes: {}, factors: {} },
  },
};

/** Whether the source is there to ask for what law and contract give its customer. */
export function mayStillAsk(scenario: Scenario = "planned-exit"): boolean {
  return REASONS[scenario].gone !== "source";
}

/** The input with what the scenario takes as given. */
export function inScenario(input: AssessInput): AssessInput {
  const { leadTimes, factors } = REASONS[input.scenario ?? "planned-exit"];
  const { facts = {} } = input;
  const known = (input.model ?? effortModel).factors;
  const offered = Object.entries(factors).filter(([id, level]) =>
    known.some((f) => f.id === id && f.levels?.[level] !== undefined),
  );
  return {
    ...input,
    facts: {
      ...facts,
      leadTimes: { ...leadTimes, ...facts.leadTimes },
      factors: { ...Object.fromEntries(offered), ...facts.factors },
    },
  };
}

/** What the scenario makes of the estate: first what cannot be had again. */
export function readingOf(input: AssessInput, model: EffortModel, effort: Percentiles, cost: Cost): Reading {
  const scenario = input.scenario ?? "planned-exit";
  const { assumes, gone } = REASONS[scenario];
  const held = gone === "nothing" ? [] : holdingData(input, model);
  const copies = held.map(({ id, what }) => {
    const { copy, copyAgeHours } = factsOf(input.facts ?? {}, id);
    const counts =
      copy === undefined ? undefined : copy === "elsewhere" || (gone === "region" && copy === "other-region");
    return { id, what, copy, counts, age: copyAgeHours };
  });
  return {
    scenario,
    assumes: [...assumes],
    lost: copies
      .filter((c) => c.counts === false)
      .map(({ id, what, copy }) => ({
        component: id,
        why: copy === "none" ? `${what} has no copy.` : `The copy of ${what} lies at the source.`,
      })),
    mayBeLost: copies
      .filter((c) => c.counts === undefined)
      .map(({ id }) => ({
        component: id,
        why: `Nobody stated where a copy lies: components.${id}.copy in exeat.yaml (none, source, other-region, elsewhere).`,
      })),
    ...(gone === "nothing" || readWhole(input) ? {} : { unread: true as const }),
    restored: copies.filter((c) => c.counts).map(({ id, age }) => ({ component: id, ageHours: age ?? null })),
    dependencies: dependenciesOf(input),
    price: scenario === "price-shock" ? priceShock(input, effort, cost) : null,
  };
}
