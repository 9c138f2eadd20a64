import { type Native, nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { dependenciesOf } from "./dependencies.ts";
import { type EffortModel, effortModel } from "./effort-model.ts";
import type { EstateFacts } from "./facts.ts";
import { factsOf } from "./facts.ts";
import { tenth } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import type { Scenario } from "./result.ts";
import { STATEFUL } from "./scale.ts";
import type { Percentiles } from "./simulate.ts";
import { transfersOf } from "./transfer.ts";

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
export function readingOf(input: AssessInput, model: EffortModel, effort: Percentiles): Reading {
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
    restored: copies.filter((c) => c.counts).map(({ id, age }) => ({ component: id, ageHours: age ?? null })),
    dependencies: dependenciesOf(input),
    price: scenario === "price-shock" ? priceOf(input.facts ?? {}, input.priceFactor ?? DEFAULT_FACTOR, effort) : null,
  };
}

/** Factor of a price shock that nobody stated. */
const DEFAULT_FACTOR = 3;

/** Classes of foreign types that hold data of their own: judgement, 2026-11-26. */
const HOLD_DATA = ["special-databases", "analytics", "streaming"];

/** Foreign natives that hold data, and what may: types nobody described. */
export function foreignHoldingData({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    const made = known !== undefined && known.drivers.length > 0;
    const holds = STATEFUL.includes(known?.mappingKey ?? "") || HOLD_DATA.includes(known?.class ?? "");
    return made && holds ? natives : [];
  });
  return [...foreign, ...survey.unknown.flatMap((u) => u.natives)];
}

/** What holds data, or may: components, foreign natives, and types nobody described. */
function holdingData(input: AssessInput, model: EffortModel): { id: string; what: string }[] {
  const natives = foreignHoldingData(input);
  return [
    ...transfersOf(input, model).map(({ component: { id, kind } }) => ({ id, what: kind })),
    ...natives.map((n) => ({ id: nativeId(n), what: n.type })),
  ];
}

/** Leaving pays when what it saves each month has paid for the work; what it costs to copy and to run both is not in it. */
function priceOf({ prices = {} }: EstateFacts, factor: number, effort: Percentiles): NonNullable<Reading["price"]> {
  const { sourceMonthly, targetMonthly, personDay } = prices;
  const after = sourceMonthly === undefined ? null : tenth(sourceMonthly * factor);
  const leaving =
    personDay === undefined ? null : { p50: tenth(effort.p50 * personDay), p80: tenth(effort.p80 * personDay) };
  const saved = after === null || targetMonthly === undefined ? undefined : after - targetMonthly;
  const months = (work: number) => (saved === undefined ? 0 : tenth(work / saved));
  const missing = (["sourceMonthly", "targetMonthly", "personDay"] as const).filter(
    (name) => prices[name] === undefined,
  );
  const known = leaving !== null && saved !== undefined;
  return {
    ...{ factor, currency: "EUR", before: sourceMonthly ?? null, after, target: targetMonthly ?? null, leaving },
    breakEvenMonths: known && saved > 0 ? { p50: months(leaving.p50), p80: months(leaving.p80) } : null,
    never: saved !== undefined && saved <= 0,
    ...(missing.length === 0 ? {} : { dependsOn: `prices in exeat.yaml: ${missing.join(", ")}` }),
  };
}
