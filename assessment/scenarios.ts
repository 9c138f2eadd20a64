import type { AssessInput } from "./assessment.ts";
import type { Cost } from "./cost.ts";
import { dependenciesOf } from "./dependencies.ts";
import { type EffortModel, effortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { type Fate, fateOf, takesAway } from "./fate.ts";
import { holdingData } from "./holding-data.ts";
import { priceShock } from "./price-shock.ts";
import { readWhole } from "./read-whole.ts";
import type { Reading } from "./reading.ts";
import type { Scenario } from "./result.ts";
import type { Percentiles } from "./simulate.ts";

/** How a reason to leave changes what is assumed: judgement, 2026-11-26. What is stated goes before it. */
interface Reason {
  readonly assumes: readonly string[];
  readonly leadTimes: Readonly<Record<string, boolean>>;
  readonly factors: Readonly<Record<string, string>>;
}

const IN_A_HURRY = { timePressure: "75 % or less" };
const NO_WAITING = { "parallel-run": false, "change-freeze": false, "contract-notice": false };

const REASONS: Readonly<Record<Scenario, Reason>> = {
  "planned-exit": {
    assumes: ["The source stays available and helps until the end."],
    ...{ leadTimes: {}, factors: {} },
  },
  "bouton-rouge": {
    assumes: [
      "From the first hour neither the control plane nor the data of the source can be reached: only what lies outside counts.",
      "Nothing runs side by side and nobody waits for a freeze or a notice; the work is done under pressure.",
    ],
    ...{ leadTimes: NO_WAITING, factors: IN_A_HURRY },
  },
  "provider-failure": {
    assumes: [
      "The source fails within weeks: data can be fetched as long as it answers, and nothing that it keeps may be counted on afterwards.",
      "Nobody waits for a freeze or a notice; the work is done under pressure.",
    ],
    ...{ leadTimes: NO_WAITING, factors: IN_A_HURRY },
  },
  "region-outage": {
    assumes: [
      "The region of the estate is gone, other regions of the source answer: what is kept in another region counts as a copy.",
      "Nothing runs side by side.",
    ],
    ...{ leadTimes: { "parallel-run": false, "change-freeze": false }, factors: IN_A_HURRY },
  },
  "price-shock": {
    assumes: ["The source stays available at another price; leaving is a matter of money and time."],
    ...{ leadTimes: {}, factors: {} },
  },
};

/** Said of what is at risk. */
const FETCHED = "It is lost unless it is fetched before the source stops answering.";

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
  const { assumes } = REASONS[scenario];
  const held = holdingData(input, model).map((h) => {
    const { copy, copyAgeHours } = factsOf(input.facts ?? {}, h.id);
    const why = copy === "none" ? `${h.what} has no copy.` : `The copy of ${h.what} lies at the source.`;
    return { component: h.id, why, fate: fateOf(input, h.id), ageHours: copyAgeHours ?? null };
  });
  const of = (fate: Fate) => held.filter((h) => h.fate === fate);
  const atRisk = of("at-risk").map(({ component, why }) => ({ component, why: `${why} ${FETCHED}` }));
  return {
    scenario,
    assumes: [...assumes],
    lost: of("lost").map(({ component, why }) => ({ component, why })),
    ...(atRisk.length === 0 ? {} : { atRisk }),
    mayBeLost: of("unknown").map(({ component }) => ({
      component,
      why: `Nobody stated where a copy lies: components.${component}.copy in exeat.yaml (none, source, other-region, elsewhere).`,
    })),
    ...(takesAway(scenario) && !readWhole(input) ? { unread: true as const } : {}),
    restored: of("restored").map(({ component, ageHours }) => ({ component, ageHours })),
    dependencies: dependenciesOf(input),
    price: scenario === "price-shock" ? priceShock(input, effort, cost) : null,
  };
}
