import type { AssessInput, Assessment } from "./assessment.ts";
import { largerTeam } from "./cross-cutting.ts";
import { SAMPLES } from "./draws.ts";
import { PHASES, type Phase } from "./effort-model.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { movedByHand } from "./holding-data.ts";
import { type Lead, leadsOf } from "./lead-times.ts";
import { hundredth, tenth } from "./numbers.ts";
import { type Activity, type Scheduled, schedule } from "./schedule.ts";
import { percentiles, type Samples } from "./simulate.ts";
import { transferDays, transfersOf } from "./transfer.ts";
import { windowsMet } from "./windows.ts";

/** Team where nobody stated one: judgement, 2026-11-24. Fewer people take longer. */
const ASSUMED = { people: { lower: 4, upper: 2 }, availability: { lower: 0.8, upper: 0.5 } };
/** Teams that are shown beside the one assumed, for who has to decide on one: judgement, 2026-11-27. */
const OTHERS = [
  { people: 5, availability: 0.8 },
  { people: 10, availability: 0.8 },
];
const CALENDAR_DAYS_PER_WORKING_DAY = 7 / 5;
type World = "lower" | "upper";
/** Hours by phase and role. */
type Split = ReadonlyMap<string, Samples>;

const WORK: Readonly<Record<Phase, string>> = {
  prepare: "Prepare",
  foundation: "Build the target",
  "data-replication": "Set up the copies",
  rehearsal: "Verify and rehearse",
  cutover: "Cut over",
  stabilisation: "Stabilise",
  decommission: "Decommission the source",
};

/** The schedule of an exit: work by phase and role, transfers and lead times, drawn with the same numbers as the effort. */
export function timeOf(input: AssessInput, from: Estimate): Assessment["time"] {
  const { upper, range } = span(input, from);
  const { team } = input.facts ?? {};
  const programmeAbove = largerTeam(input, from.profile);
  return {
    unit: "days",
    ...range,
    team: {
      people: team?.people ?? ASSUMED.people.upper,
      availability: team?.availability ?? ASSUMED.availability.upper,
      assumed: team?.people === undefined || team.availability === undefined,
      ...(programmeAbove === undefined ? {} : { programmeAbove }),
      ...(team?.roles ? { roles: { ...team.roles } } : {}),
    },
    schedule: listed(upper),
    criticalPath: upper.filter((s) => s.critical >= 0.5).map((s) => s.activity.name),
    windows: windowsMet(input, milestones(upper), (days) => spread(lateStart(upper, days), tenth)),
  };
}

type Schedules = Readonly<Record<World, readonly Scheduled[]>>;

/** Of one estimate the schedule is asked for by several parts of a result. */
const made = new WeakMap<Estimate, { readonly input: AssessInput; readonly schedules: Schedules }>();

export function schedulesOf(input: AssessInput, from: Estimate): Schedules {
  const known = made.get(from);
  if (known?.input === input) return known.schedules;
  const split = from.simulation.byWork((work) => `${work.phase} ${work.role}`);
  const schedules = { lower: scheduleIn("lower", input, from, split), upper: scheduleIn("upper", input, from, split) };
  made.set(from, { input, schedules });
  return schedules;
}

function span(input: AssessInput, from: Estimate) {
  const { lower, upper } = schedulesOf(input, from);
  const last = (scheduled: readonly Scheduled[]) => scheduled.at(-1)?.end ?? new Float64Array(SAMPLES);
  const { p10, p50, p80, p95 } = percentiles({ lower: last(lower), upper: last(upper) });
  return { upper, range: { p10: tenth(p10), p50: tenth(p50), p80: tenth(p80), p95: tenth(p95) } };
}

/** How long it would take with other teams than the one that is assumed. More people have more to learn and to agree on: the work is another one too. */
export function withOtherTeams(input: AssessInput, from: Estimate): Pick<Assessment["time"], "otherTeams"> {
  if (input.facts?.team) return {};
  const otherTeams = OTHERS.map((team) => {
    const staffed = { ...input, facts: { ...input.facts, team } };
    return { ...team, ...span(staffed, estimate(staffed, from)).range };
  });
  return { otherTeams };
}

/** When everything has ended: it takes no time itself. */
const END = { id: "end", name: "The end", kind: "work" } as const;

/** Activities in an order in which they can be done. */
function scheduleIn(world: World, input: AssessInput, from: Estimate, split: Split): Scheduled[] {
  const { simulation, model } = from;
  const work = workDays(world, input, from, split);
  const transfer = transferDays(transfersOf(input, model), movedByHand(input), input, model, simulation, world);
  // Every rehearsal after the first copies everything again (`dataMovement.rehearsals`).
  const repeats = (model.crossCutting.find((c) => c.id === "rehearsal")?.repeat?.[from.profile[world]] ?? 1) - 1;
  const leads = leadsOf(input, model);
  const arises = (id: string) => leads.find((l) => l.id === id)?.arises[world] ?? true;
  const waits = (phase: Lead["before"]) =>
    leads
      .filter((lead) => lead.before === phase && lead.arises[world])
      .map((lead): Activity => {
        const days =
          lead.days === undefined ? simulation.range(`leadTime.${lead.id}`, lead.elapsed) : constant(lead.days);
        const late = lead.late ? { late: lead.late } : {};
        return { id: lead.id, name: lead.what, kind: "wait", after: lead.after.filter(arises), days, ...late };
      });
  const names = (list: readonly Activity[]) => list.map((a) => a.id);
  const task = (phase: Phase, after: readonly string[]): Activity => {
    const days = work.get(phase) ?? new Float64Array(SAMPLES);
    return { id: phase, name: WORK[phase], kind: "work", after, days };
  };
  const copy = (id: string, name: string, times: number, after: readonly string[]): Activity => {
    return { id, name, kind: "transfer", after, days: transfer.map((d) => d * times) };
  };
  const [beforeFoundation, beforeTransfer, beforeCutover, afterCutover, beforeDecommission, beforeEnd] = [
    ...(["foundation", "transfer", "cutover", "stabilisation", "decommission", "end"] as const).map(waits),
  ] as [Activity[], Activity[], Activity[], Activity[], Activity[], Activity[]];
  return schedule([
    task("prepare", []),
    ...beforeFoundation,
    task("foundation", ["prepare", ...names(beforeFoundation)]),
    ...beforeTransfer,
    task("data-replication", ["foundation"]),
    copy("transfer", "First copy of the data", 1, ["data-replication", ...names(beforeTransfer)]),
    task("rehearsal", ["transfer"]),
    copy("transfers", "Copies for further rehearsals", repeats, ["rehearsal"]),
    ...beforeCutover,
    task("cutover", ["transfers", ...names(beforeCutover)]),
    ...afterCutover,
    task("stabilisation", ["cutover"]),
    ...beforeDecommission,
    ...beforeEnd,
    task("decommission", ["stabilisation", ...names(afterCutover), ...names(beforeDecommission)]),
    { ...END, after: ["decommission", ...names(beforeEnd)], days: new Float64Array(SAMPLES) },
  ]);
}

/** Calendar days of the work of each phase: all of it over the whole team, or a role's over those who have it. */
function workDays(world: World, input: AssessInput, { model }: Estimate, split: Split): Map<string, Float64Array> {
  const { team } = input.facts ?? {};
  const perPerson =
    (model.model.hoursPerPersonDay * (team?.availability ?? ASSUMED.availability[world])) /
    CALENDAR_DAYS_PER_WORKING_DAY;
  const people = team?.people ?? ASSUMED.people[world];
  const hours = (of: (phase: string, role: string) => boolean) => {
    const sum = new Float64Array(SAMPLES);
    for (const [name, samples] of split) {
      const [phase = "", role = ""] = name.split(" ");
      if (of(phase, role)) addTo(sum, samples, world);
    }
    return sum;
  };
  // What runs through all phases takes its share of each.
  const everywhere = hours((phase) => phase === "all");
  const inPhases = hours((phase) => phase !== "all");
  const roles = Object.entries(team?.roles ?? {});
  return new Map(
    PHASES.map((phase) => {
      const all = hours((p) => p === phase);
      const limits = roles.map(([role, n]) => hours((p, r) => p === phase && r === role).map((h) => h / n));
      const days = all.map((h, i) => {
        const shared = inPhases[i]! === 0 ? 0 : (everywhere[i]! * h) / inPhases[i]!;
        return Math.max((h + shared) / people, ...limits.map((l) => l[i]!)) / perPerson;
      });
      return [phase, days];
    }),
  );
}

function addTo(sum: Float64Array, samples: Samples, world: World): void {
  for (let i = 0; i < SAMPLES; i++) sum[i]! += samples[world][i]!;
}

function constant(days: number): Float64Array {
  return new Float64Array(SAMPLES).fill(days);
}

/** Days between the milestones of a window. */
function milestones(scheduled: readonly Scheduled[]) {
  const found = (id: string) => scheduled.find((s) => s.activity.id === id);
  const ends = { transfer: found("transfer"), cutover: found("cutover"), end: scheduled.at(-1) };
  return ({ from, until }: { readonly from: "start" | "replication"; readonly until: keyof typeof ends }) => {
    const begin = from === "replication" ? found("transfer")?.start : undefined;
    const end = ends[until]?.end ?? new Float64Array(SAMPLES);
    return end.map((e, i) => e - (begin?.[i] ?? 0));
  };
}

/** When something of so many days begins that ends with everything else. */
function lateStart(scheduled: readonly Scheduled[], days: number | Float64Array): Float64Array {
  const end = scheduled.at(-1)?.end ?? new Float64Array(SAMPLES);
  return end.map((e, i) => Math.max(0, e - (typeof days === "number" ? days : days[i]!)));
}

/** What takes time. Who waited for something else waits for what that waited for. */
function listed(scheduled: readonly Scheduled[]): Assessment["time"]["schedule"] {
  const instead = new Map<string, readonly string[]>();
  const before = (after: readonly string[]) => [...new Set(after.flatMap((id) => instead.get(id) ?? [id]))];
  return scheduled.flatMap((s) => {
    const after = before(s.activity.after);
    if (s.activity.days.some((d) => d !== 0)) return [row(s.activity.late ? placedLate(s, scheduled) : s, after)];
    instead.set(s.activity.id, after);
    return [];
  });
}

function placedLate(s: Scheduled, scheduled: readonly Scheduled[]): Scheduled {
  const start = lateStart(scheduled, s.activity.days);
  return { ...s, start, end: start.map((at, i) => at + s.activity.days[i]!) };
}

export function quantile(values: Float64Array, share: number): number {
  return quantileOf(values.slice().sort(), share);
}

function quantileOf(sorted: Float64Array, share: number): number {
  return sorted[Math.ceil(share * SAMPLES) - 1] ?? 0;
}

function row(
  { activity, start, end, critical }: Scheduled,
  after: readonly string[],
): Assessment["time"]["schedule"][number] {
  const at = (values: Float64Array) => spread(values, tenth);
  // Hours are part of a day: a tenth of one would say that they take no time.
  const length = spread(activity.days, (days) => (days < 1 ? hundredth : tenth)(days));
  return {
    id: activity.id,
    name: activity.name,
    kind: activity.kind,
    after: [...after],
    days: length,
    start: at(start),
    end: at(end),
    critical: Math.round(critical * 100) / 100,
  };
}

function spread(
  values: Float64Array,
  rounded: (days: number) => number,
): { readonly p50: number; readonly p80: number } {
  const sorted = values.slice().sort();
  return { p50: rounded(quantileOf(sorted, 0.5)), p80: rounded(quantileOf(sorted, 0.8)) };
}
