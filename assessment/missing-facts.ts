import { z } from "zod";
import { compareText } from "../constructs/diagnostic.ts";
import { nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { openSubjects } from "./charge.ts";
import { ASSUMED_UNITS, askFor, holds, judgedConditions } from "./conditions.ts";
import { ASSUMED_TEAM, assumedCounts } from "./cross-cutting.ts";
import { ASSUMED_ENVIRONMENTS } from "./environments.ts";
import type { Estimate } from "./estimate.ts";
import { estimate } from "./estimate.ts";
import { levelOf, neutralLevel } from "./factors.ts";
import { type ComponentFacts, type EstateFacts, factsOf } from "./facts.ts";
import { anchorsOf, assumedCalls, CALL_SITES } from "./foreign-charges.ts";
import { movingData } from "./holding-data.ts";
import { unstatedLeads } from "./lead-times.ts";
import { missingAnswers } from "./missing-answers.ts";
import { missingPrices } from "./missing-prices.ts";
import { tenth } from "./numbers.ts";
import { FORMAT_VERSION, Source, sourceOf } from "./result.ts";
import { percentiles } from "./simulate.ts";
import { timeOf } from "./time.ts";
import { ASSUMED_GIB, ASSUMED_OBJECTS, transfersOf } from "./transfer.ts";
import { unstatedOnReturn } from "./way-back.ts";

/** Facts that nobody stated, the one that widens the range most first. */
export const MissingFacts = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  source: Source,
  target: z.string(),
  facts: z.array(
    z.strictObject({
      /** Keys in exeat.yaml, from the top. */
      path: z.array(z.string()),
      asks: z.string(),
      assumed: z.string(),
      /** By how much the distance from P10 to P80 is wider without it, in person-days and calendar days. Null: not measured, less than those that were. */
      widens: z.strictObject({ effort: z.number(), time: z.number() }).nullable(),
    }),
  ),
});
export type MissingFacts = z.infer<typeof MissingFacts>;

interface Missing {
  readonly path: readonly string[];
  readonly asks: string;
  readonly assumed: string;
  /** Likely hours it opens: which facts are worth measuring. */
  readonly opens: number;
  /** The estate's facts with this one stated, at both ends of what is assumed. None: what is assumed does not widen. */
  readonly stated: readonly EstateFacts[];
}

/** More are listed and not measured: each takes two estimates for either end. */
const MEASURED = 40;

export function missingFacts(input: AssessInput): MissingFacts {
  const from = estimate(input);
  const all = unstated(input, from).sort(
    (a, b) => b.opens - a.opens || compareText(a.path.join("."), b.path.join(".")),
  );
  const width = widths(input, from);
  let measured = 0;
  const rows = all.map(({ path, asks, assumed, stated }) => {
    const named = { path: [...path], asks, assumed };
    if (stated.length === 0) return { ...named, widens: { effort: 0, time: 0 } };
    const narrower = measured++ < MEASURED ? stated.map((facts) => widths({ ...input, facts })) : [];
    const mean = (of: "effort" | "time") => narrower.reduce((sum, w) => sum + w[of], 0) / narrower.length;
    const gains = (of: "effort" | "time") => Math.max(0, tenth(width[of] - mean(of)));
    const widens = narrower.length === 0 ? null : { effort: gains("effort"), time: gains("time") };
    return { ...named, widens };
  });
  const by = (of: "effort" | "time") => (r: (typeof rows)[number]) => r.widens?.[of] ?? -1;
  return {
    formatVersion: FORMAT_VERSION,
    complete: input.estate.complete,
    source: sourceOf(input.estate, input.survey),
    target: input.target.id,
    facts: rows.sort((a, b) => by("effort")(b) - by("effort")(a) || by("time")(b) - by("time")(a)),
  };
}

/** All that is asked, before anything is measured. */
export function unstated(input: AssessInput, from: Estimate): Missing[] {
  return [...ofTheEstate(input, from), ...ofComponents(input, from)];
}

function widths(input: AssessInput, made: Estimate = estimate(input)): { effort: number; time: number } {
  const { p10, p80 } = percentiles(made.hours);
  const time = timeOf(input, made);
  return { effort: (p80 - p10) / made.model.model.hoursPerPersonDay, time: time.p80 - time.p10 };
}

/** Facts of the whole: the team, environments, counts, waits. What is assumed not to arise widens nothing and comes last. */
function ofTheEstate(input: AssessInput, { model }: Estimate): Missing[] {
  const { facts = {} } = input;
  const missing: Missing[] = [];
  const ask = (path: readonly string[], asks: string, assumed: string, stated: readonly EstateFacts[]) => {
    // Few, and most of them move everything: they are measured before any component's.
    missing.push({ path, asks, assumed, opens: Number.MAX_SAFE_INTEGER, stated });
  };
  const team = (more: NonNullable<EstateFacts["team"]>) => ({ ...facts, team: { ...facts.team, ...more } });
  if (facts.team?.people === undefined) {
    ask(["team", "people"], "people who do the work", ASSUMED_TEAM, [...[2, 4].map((people) => team({ people }))]);
  }
  if (facts.team?.availability === undefined) {
    ask(["team", "availability"], "share of their time, 0 to 1", "0.5 to 0.8", [
      ...[0.5, 0.8].map((availability) => team({ availability })),
    ]);
  }
  if (facts.environments === undefined) {
    ask(["environments"], "environments, the first included", `1 to ${ASSUMED_ENVIRONMENTS}`, [
      ...[1, ASSUMED_ENVIRONMENTS].map((environments) => ({ ...facts, environments })),
    ]);
  }
  for (const { unit, what, lower, upper } of assumedCounts(facts).filter((c) => c.unit !== "engineer")) {
    const ends = lower === upper ? [] : [lower, upper];
    ask(["counts", unit], what, upper === 0 ? "none" : [...new Set([lower, upper])].join(" to "), [
      ...ends.map((n) => ({ ...facts, counts: { ...facts.counts, [unit]: n } })),
    ]);
  }
  const leads = unstatedLeads(input);
  for (const id of [...leads.widening, ...leads.absent]) {
    const what = model.leadTimes.find((l) => l.id === id)?.what ?? id;
    const widening = leads.widening.includes(id);
    ask(["leadTimes", id], `${what}: true, false or days`, widening ? "above P10" : "none", [
      ...(widening ? [true, false] : []).map((arises) => ({
        ...facts,
        leadTimes: { ...facts.leadTimes, [id]: arises },
      })),
    ]);
  }
  if (facts.assurance === undefined) {
    ask(["assurance"], "regulated, or a public service with formal assurance", "false", [
      { ...facts, assurance: false },
    ]);
  }
  for (const factor of model.factors) {
    const neutral = neutralLevel(factor);
    if (neutral === undefined || levelOf(factor, facts)) continue;
    const levels = Object.keys(factor.levels ?? {}).join(" | ");
    ask(["factors", factor.id], levels, neutral, []);
  }
  const plain = [...missingPrices(input, model), ...missingAnswers(input, model)];
  return [...missing, ...plain.map((fact) => ({ ...fact, opens: 0, stated: [] }))];
}

/** Facts of one component, or of one native without a kind. */
function ofComponents(input: AssessInput, from: Estimate): Missing[] {
  const { facts = {} } = input;
  const missing = new Map<string, Missing>();
  const ask = (
    id: string,
    path: readonly string[],
    asks: string,
    assumed: string,
    opens: number,
    values: readonly ComponentFacts[],
  ) => {
    const key = `${id} ${path.join(".")}`;
    const known = missing.get(key);
    const stated = values.map((own) => ({
      ...facts,
      components: { ...facts.components, [id]: { ...factsOf(facts, id), ...own } },
    }));
    missing.set(key, {
      ...{ path: ["components", id, ...path], asks, assumed, stated },
      opens: opens + (known?.opens ?? 0),
    });
  };
  const ids = new Set(input.survey.components.map((c) => c.id));
  for (const charge of from.charges) {
    const when = charge.key.split(".").slice(2).join(".");
    if (when === "always" || !judgedConditions.includes(when)) continue;
    const each = (charge.hours.likely * charge.upper) / Math.max(1, charge.subjects.length);
    const open = openSubjects(charge);
    for (const { id } of open) {
      if (!ids.has(id)) continue;
      for (const q of questions(when)) ask(id, q.path, q.asks, q.assumed, each, q.values);
    }
    // Natives of a kind still to come are charged together; each is asked for itself.
    const foreign = open.find((s) => s.id.startsWith("foreign:"));
    const anchors = foreign ? anchorsOf(foreign.id.slice("foreign:".length), input, from.model) : [];
    for (const { native, condition } of anchors) {
      const id = nativeId(native);
      if (holds(when, condition) !== "unknown") continue;
      for (const q of questions(when)) ask(id, q.path, q.asks, q.assumed, each, q.values);
    }
  }
  for (const { id, gib } of movingData(input, from.model)) if (gib === undefined) ask(id, ["gib"], ...SIZE);
  const changing = new Set(unstatedOnReturn(input, from.model).map((u) => (u.fact === "changedGibPerDay" ? u.id : "")));
  for (const { id, objects, changedGibPerDay, method, live } of transfersOf(input, from.model)) {
    if (objects === undefined && method.objectsPerSecond) ask(id, ["objects"], ...OBJECTS);
    if (changedGibPerDay === undefined && (live || changing.has(id))) ask(id, ["changedGibPerDay"], ...CHANGES);
  }
  for (const { type, natives, shown } of input.survey.foreign) {
    const known = input.source.foreign[type];
    if (!known || known.mappingKey !== undefined || known.drivers.length === 0) continue;
    for (const native of natives) {
      if (factsOf(facts, nativeId(native)).callSites !== undefined) continue;
      if (assumedCalls(known.class ?? "unknown", shown?.get(native)).high === 0) continue;
      const asks = "distinct calls in application code";
      const values = [CALL_SITES.low, CALL_SITES.likely].map((callSites) => ({ callSites }));
      ask(nativeId(native), ["callSites"], asks, `${CALL_SITES.low} to ${CALL_SITES.likely}`, 20, values);
    }
  }
  return [...missing.values()];
}

type Asked = readonly [asks: string, assumed: string, opens: number, values: readonly ComponentFacts[]];
const SIZE: Asked = ["data held, in GiB", `up to ${ASSUMED_GIB}`, 1, [{ gib: 0 }, { gib: ASSUMED_GIB }]];
const OBJECTS: Asked = [
  ...(["objects or files", `up to ${ASSUMED_OBJECTS}`, 1] as const),
  [{ objects: 0 }, { objects: ASSUMED_OBJECTS }],
];

const CHANGES: Asked = ["GiB that change in a day", "nothing: downtime stays unknown", 0, []];

interface Question {
  readonly path: readonly string[];
  readonly asks: string;
  readonly assumed: string;
  readonly values: readonly ComponentFacts[];
}

/** What to ask so that a condition is settled; both ends are stated by its words. */
function questions(when: string): Question[] {
  const ends = [true, false].map((holds): ComponentFacts => ({ conditions: { [when]: holds } }));
  const common = { assumed: "the dearer case above P10", values: ends };
  switch (when) {
    case "downtime shorter than dump":
      return [{ ...common, path: ["maxDowntimeHours"], asks: "longest interruption of writing, in hours" }];
    case "stored code to port": {
      const values = [{ storedRoutines: 0 }, { storedRoutines: ASSUMED_UNITS["routine"] ?? 0 }];
      const assumed = `up to ${ASSUMED_UNITS["routine"]}`;
      return [{ assumed, values, path: ["storedRoutines"], asks: "stored procedures, functions and triggers" }];
    }
    default: {
      const fact = askFor[when];
      if (fact === undefined) return [{ ...common, path: ["conditions", when], asks: "true or false" }];
      return [{ ...common, path: fact.split("."), asks: ASKS[fact] ?? `settles: ${when}` }];
    }
  }
}

const ASKS: Readonly<Record<string, string>> = {
  gib: "data held, in GiB",
  objects: "objects or files",
  archived: "objects lie in archive classes: true or false",
  extensionMissing: "the target lacks an extension in use: true or false",
  "units.workload": "workloads that run inside",
};
