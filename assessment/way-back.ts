import { hidesResources, type Native } from "../providers/native.ts";
import { isImplemented } from "../providers/provider.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge, ChargedFor } from "./charge.ts";
import type { Share } from "./cross-cutting.ts";
import type { EffortModel, Method } from "./effort-model.ts";
import type { Estimate } from "./estimate.ts";
import { factsOf } from "./facts.ts";
import { foreignHoldingData } from "./holding-data.ts";
import { daysOf, type Lead, leadsOf } from "./lead-times.ts";
import { isLive, reverseOf } from "./methods.ts";
import { tenth } from "./numbers.ts";
import { readWhole } from "./read-whole.ts";
import type { Range, Scenario } from "./result.ts";
import type { ReturnTrip } from "./return-trip.ts";
import { percentiles } from "./simulate.ts";
import { moveOf, type Transfer, transfersOf } from "./transfer.ts";

/** After this step nothing at the source is a usable copy (`migration-plans/estate-steps.ts`). */
export const GIVES_UP = "decommission.estate.giveUp";

type Row = ReturnTrip["components"][number];

/** Scenarios without a way back, or with one that nobody can promise: judgement, 2026-11-26. */
const CLOSED: Readonly<Partial<Record<Scenario, Pick<ReturnTrip, "way"> & { readonly says: string }>>> = {
  "bouton-rouge": {
    way: "none",
    says: "There is no way back: neither the control plane nor the data of the source can be reached.",
  },
  "provider-failure": {
    way: "none",
    says: "There is no way back: nothing that the source keeps may be counted on.",
  },
  "region-outage": {
    way: "unknown",
    says: "Whether there is a way back is not known: it begins when the region answers again, with what is left there.",
  },
};

/** What the plan makes of it: docs/adr/0020-no-promised-return.md. */
const NOT_PROMISED = [
  "So the plan promises none: from the cutover on no step says how to undo it.",
  "Once the region answers, a return is an exit of its own, from the target.",
];

/** Waits that a return has again, where they arise: names answer with the new address until their TTL ends, partners let the old one in. */
const WAITS = ["dns-ttl", "partner-allow-list"];
const OPENS = "The way back is the rollback of each switch, in reverse order.";
const CLOSES = "It closes when the way back is given up, before anything at the source is destroyed.";
const CLOSED_AT_ONCE = "Nothing runs side by side: the way back closes with the cutover.";

/** What a return costs and until when it is possible. What nobody knows stays unknown, and says what to state. Pure. */
export function wayBack(input: AssessInput, estimate: Estimate): ReturnTrip {
  const closed = CLOSED[input.scenario ?? "planned-exit"];
  if (closed) {
    return { way: closed.way, says: [closed.says, ...(closed.way === "none" ? [] : NOT_PROMISED)], ...NOTHING };
  }
  const { model } = estimate;
  const leads = leadsOf(input, model);
  const until = untilOf(leads);
  const components = [
    ...transfersOf(input, model).map((transfer) => rowOf(transfer, input, model)),
    ...[...new Set(foreignHoldingData(input).map(groupOf(input)))].map((id) => unknownRow(id, REPLACED)),
  ];
  const readNothing = components.length === 0 && !readWhole(input);
  const contract = input.facts?.contract?.noticeDays;
  const { foreign, unknown, holes } = input.survey;
  const byHand = foreign.length + unknown.length + holes.filter(hidesResources).length;
  return {
    way: "open",
    says: [
      OPENS,
      ...(until.days.high === 0 ? [CLOSED_AT_ONCE] : [CLOSES]),
      contract === undefined
        ? "A notice to the source ends it earlier; how long that notice runs is not known: contract.noticeDays in exeat.yaml."
        : `A notice to the source ends it ${contract} days after it was given, if it is not withdrawn.`,
      ...(byHand > 0
        ? [
            `The effort does not hold what was replaced by hand or not read (${byHand} types or modules): undoing that is not known.`,
          ]
        : []),
    ],
    effort: effortOf(estimate),
    hours: readNothing ? null : slowest(components, (row) => row.hours && plus(row.hours, row.verificationHours)),
    downtimeHours: readNothing ? null : slowest(components, (row) => row.downtimeHours),
    until,
    waits: leads.filter((l) => WAITS.includes(l.id) && l.arises.upper).map(waitOf),
    components,
    unpriced: [
      {
        what: `Egress from ${input.target.title}`,
        dependsOn: "how much was written at the target since the cutover, and the target's price of traffic",
      },
    ],
  };
}

const NOTHING: Omit<ReturnTrip, "way" | "says"> = {
  ...{ effort: null, hours: null, downtimeHours: null, until: null, waits: [], components: [], unpriced: [] },
};

/** Reverse copies and the switch back are charged again, with the night they take; testing all of it again only above P10. */
function effortOf({ simulation, model }: Estimate): ReturnTrip["effort"] {
  const RETURN = "return";
  const again = ({ activity }: Charge | Share): readonly ChargedFor[] => {
    if (activity === "dataCutover" || activity === "cutover-event") return [{ id: RETURN, lower: 1, upper: 1 }];
    return activity === "verify" ? [{ id: RETURN, lower: 0, upper: 1 }] : [];
  };
  const hours = simulation.split(again).get(RETURN);
  if (!hours) return null;
  const perDay = model.model.hoursPerPersonDay;
  const { p10, p50, p80, p95 } = percentiles(hours);
  const days = (h: number) => tenth(h / perDay);
  return {
    unit: "person-days",
    ...{ p10: days(p10), p50: days(p50), p80: days(p80), p95: days(p95) },
    again: ["reverse copies and the switch back", "the night itself", "verification above P10"],
    citation: { source: "judgement: which records of the effort model a return charges again", date: "2026-11-26" },
  };
}

function untilOf(leads: readonly Lead[]): NonNullable<ReturnTrip["until"]> {
  const run = leads.find((l) => l.id === "parallel-run");
  const none = { days: { low: 0, likely: 0, high: 0 }, stated: true };
  const { days, stated } = run?.arises.upper ? waitOf(run) : none;
  return { step: GIVES_UP, days, stated };
}

function waitOf(lead: Lead): ReturnTrip["waits"][number] {
  return { id: lead.id, name: lead.what, days: daysOf(lead), stated: lead.days !== undefined };
}

const REPLACED = "What replaces it at the target decides whether what is written there can be carried back.";
const FROM = "From the first write at the target on";

/** Natives of one type are replaced alike. */
function groupOf({ source }: AssessInput) {
  return ({ type }: Native): string => `${type in source.foreign ? "foreign" : "unknown"}:${type}`;
}

function unknownRow(component: string, why: string): Row {
  return { component, method: null, hours: null, verificationHours: null, downtimeHours: null, ends: [why] };
}

function rowOf(transfer: Transfer, input: AssessInput, model: EffortModel): Row {
  const { component, gib, changedGibPerDay, objects } = transfer;
  const kept = retention(component.props["backupRetentionDays"], component.kind === "sql-database");
  if (!isImplemented(input.target.kinds[component.kind])) {
    return { ...unknownRow(component.id, REPLACED), ends: [REPLACED, ...kept] };
  }
  const method = reverseOf(transfer.component, input, model);
  if (!method) {
    return {
      ...unknownRow(component.id, ""),
      ends: [`${FROM}: no method carries what was written there back.`, ...kept],
    };
  }
  const live = isLive(method);
  // What a running copy carries back is what changed since the last one, a day before; a dump carries everything.
  const moved = live ? { gib: changedGibPerDay, objects: undefined } : { gib, objects };
  const row = moveOf({ ...transfer, ...moved, method, live }, model);
  const accepted = factsOf(input.facts ?? {}, component.id).maxDowntimeHours;
  const open = openOnReturn(transfer, method);
  const { hours, verificationHours, downtimeHours } = row;
  return {
    component: component.id,
    method: method.id,
    ...{ hours, verificationHours, downtimeHours },
    ends: [
      `${FROM}, what was written there must be carried back (${method.id}).`,
      ...(row.catchesUp === false ? [`${FROM}: changes come faster than a reverse copy can follow.`] : []),
      ...(accepted !== undefined && downtimeHours && downtimeHours.low > accepted
        ? [`${FROM}: carrying back stops writing for longer than the ${accepted} h that are accepted.`]
        : []),
      ...(changedGibPerDay === undefined ? ["How fast what must be carried back grows is not known."] : []),
      ...kept,
    ],
    ...(open.length === 0 ? {} : { dependsOn: `components.${component.id} in exeat.yaml: ${open.join(", ")}` }),
  };
}

/** Facts of a component that its way back rests on and nobody stated: a running copy moves what changed, a dump all of it. */
function openOnReturn({ gib, changedGibPerDay }: Transfer, method: Method): ("gib" | "changedGibPerDay")[] {
  return [
    ...(gib === undefined && !isLive(method) ? (["gib"] as const) : []),
    ...(changedGibPerDay === undefined ? (["changedGibPerDay"] as const) : []),
  ];
}

/** The same of all components: what has no way back, or is replaced by hand, asks nothing. */
export function unstatedOnReturn(input: AssessInput, model: EffortModel): { id: string; fact: string }[] {
  return transfersOf(input, model).flatMap((transfer) => {
    const method =
      isImplemented(input.target.kinds[transfer.component.kind]) && reverseOf(transfer.component, input, model);
    return method ? openOnReturn(transfer, method).map((fact) => ({ id: transfer.id, fact })) : [];
  });
}

/** Backups of the source tell what was there before the cutover: a return that finds its copy broken has nothing else. */
function retention(days: unknown, kept: boolean): string[] {
  if (!kept) return [];
  if (typeof days !== "number") return ["How long the source keeps its last backups is not known."];
  return days === 0
    ? ["The source keeps no backup of the time before the cutover."]
    : [`The source's last backups end ${days} days after the cutover.`];
}

function plus(a: Range, b: Range | null): Range {
  return {
    low: tenth(a.low + (b?.low ?? 0)),
    likely: tenth(a.likely + (b?.likely ?? 0)),
    high: tenth(a.high + (b?.high ?? 0)),
  };
}

/** Side by side the slowest decides; where one is unknown, all of it is. */
function slowest(rows: readonly Row[], of: (row: Row) => Range | null): Range | null {
  const ranges = rows.map(of);
  if (ranges.some((r) => r === null)) return null;
  const most = (q: keyof Range) => ranges.reduce((max, r) => Math.max(max, r?.[q] ?? 0), 0);
  return { low: most("low"), likely: most("likely"), high: most("high") };
}
