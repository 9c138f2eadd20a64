import type { AssessInput, Assessment } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { tenth } from "./numbers.ts";
import { percentiles, type Samples, type Simulation } from "./simulate.ts";

/** Team where nobody stated one: judgement, 2026-11-24. Fewer people take longer. */
const ASSUMED = { people: { lower: 4, upper: 2 }, availability: { lower: 0.8, upper: 0.5 } };
const CALENDAR_DAYS_PER_WORKING_DAY = 7 / 5;
/** Lead times that every exit waits for, before and after the work; the others must be stated to count. */
const BEFORE = ["target-account"];
const AFTER = ["dns-ttl", "parallel-run"];

/** First version: work divided by the team, between the lead times that no exit avoids. */
export function timeOf(
  input: AssessInput,
  model: EffortModel,
  simulation: Simulation,
  hours: Samples,
): Assessment["time"] {
  const { team } = input.facts ?? {};
  const leads = [...BEFORE, ...AFTER].flatMap((id) => model.leadTimes.filter((l) => l.id === id));
  const waits = leads.map((l) => simulation.range(`leadTime.${l.id}`, l.elapsed));
  const days = (world: "lower" | "upper") => {
    const people = team?.people ?? ASSUMED.people[world];
    const perDay = model.model.hoursPerPersonDay * people * (team?.availability ?? ASSUMED.availability[world]);
    return hours[world].map(
      (h, i) => (h / perDay) * CALENDAR_DAYS_PER_WORKING_DAY + waits.reduce((sum, w) => sum + w[i]!, 0),
    );
  };
  const samples = { lower: days("lower"), upper: days("upper") };
  const p = percentiles(samples);
  const transition = model.leadTimes.find((l) => l.id === "transition");
  const windows = [
    ...(input.facts?.deadlineDays === undefined
      ? []
      : [
          { name: "deadline stated in exeat.yaml", days: input.facts.deadlineDays, citation: { source: "exeat.yaml" } },
        ]),
    ...(transition
      ? [
          {
            name: "transition period of the Data Act",
            days: transition.elapsed.likely,
            citation: { source: transition.source.ref?.join(", ") ?? "", kind: transition.source.kind },
          },
          {
            name: "transition period of the Data Act, extended",
            days: transition.elapsed.high,
            citation: { source: transition.source.ref?.join(", ") ?? "", kind: transition.source.kind },
          },
        ]
      : []),
  ];
  return {
    unit: "days",
    p10: tenth(p.p10),
    p50: tenth(p.p50),
    p80: tenth(p.p80),
    p95: tenth(p.p95),
    team: {
      people: team?.people ?? ASSUMED.people.upper,
      availability: team?.availability ?? ASSUMED.availability.upper,
      assumed: team?.people === undefined || team.availability === undefined,
    },
    criticalPath: [...BEFORE, "the work itself", ...AFTER].map(
      (id) => model.leadTimes.find((l) => l.id === id)?.what ?? id,
    ),
    windows: windows.map((w) => ({
      name: w.name,
      days: w.days,
      probability: Math.round((samples.upper.filter((d) => d <= w.days).length / samples.upper.length) * 100) / 100,
      citation: w.citation,
    })),
  };
}
