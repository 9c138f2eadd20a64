import type { Assessment } from "../assessment/assessment.ts";
import type { Range } from "../assessment/result.ts";
import type { ReturnTrip } from "../assessment/return-trip.ts";
import { partName, shortId } from "./assessment-reading.ts";
import type { Language } from "./language/language.ts";
import { amount, code, type Paint, said, table } from "./words.ts";

/** Rows of what a return takes: what, and how much; an unknown says so. */
export function returnRows(
  trip: ReturnTrip,
  l: Language,
  unknown: (on?: string) => string,
): (readonly [string, string])[] {
  const { returnTrip: words } = l.words;
  const hours = (range: Range | null) => hoursOr(range, l, unknown());
  const days = ({ low, high }: Range) => [l.amount(low), l.amount(high)] as const;
  const stated = (is: boolean) => (is ? "" : ` (${words.assumed})`);
  const { effort, until } = trip;
  if (trip.way === "none") return [];
  return [
    [
      words.effort,
      effort === null
        ? unknown()
        : `P10 ${l.amount(effort.p10)} · P50 ${l.amount(effort.p50)} · P80 ${l.amount(effort.p80)} · P95 ${l.amount(effort.p95)} ${l.words.personDays} (${l.words.citations.judgement})`,
    ],
    [words.copies, hours(trip.hours)],
    [words.downtime, hours(trip.downtimeHours)],
    [words.until, until === null ? unknown() : `${words.after(...days(until.days))}${stated(until.stated)}`],
  ];
}

function hoursOr(range: Range | null, l: Language, unknown: string): string {
  if (range === null) return unknown;
  return l.words.hoursRange(l.brief(range.low), l.brief(range.high), l.brief(range.likely));
}

/** The section of the assessment and of the runbook. */
export function returnMarkdown(trip: ReturnTrip, l: Language): string[] {
  const { returnTrip: words, colon } = l.words;
  const unknown = (on?: string) =>
    on === undefined ? `**${l.words.unknown}**` : `**${l.words.unknown}**, ${l.words.dependsOn} ${said(on, l)}`;
  return [
    `## ${words.title}`,
    "",
    words.means,
    "",
    ...trip.says.map((s) => `- ${said(s, l)}`),
    "",
    ...table(
      ["", ""],
      [
        ...returnRows(trip, l, unknown),
        ...trip.waits.map((w) => [
          `${words.waits}${colon}${said(w.name, l)}`,
          words.days(l.amount(w.days.low), l.amount(w.days.high)),
        ]),
        ...trip.unpriced.map((u) => [said(u.what, l), unknown(u.dependsOn)]),
      ],
    ),
    ...(trip.effort ? [`${words.again}${colon}${trip.effort.again.map((a) => said(a, l)).join(", ")}.`, ""] : []),
    ...table(
      [l.words.component, words.method, l.words.hours, words.downtime, words.ends],
      trip.components.map((row) => [
        isGroup(row.component) ? partName(row.component, l) : code(shortId(row.component)),
        row.method === null ? words.noMethod : code(row.method),
        hoursOr(row.hours, l, unknown(row.dependsOn)),
        hoursOr(row.downtimeHours, l, unknown()),
        row.ends.map((e) => said(e, l)).join(" "),
      ]),
    ),
  ];
}

/** Of types that have no component. */
export function isGroup(component: string): boolean {
  return /^(?:foreign|unknown):/.test(component);
}

/** Lines of the one screen. */
export function returnLines({ returnTrip: trip }: Assessment, p: Paint): string[] {
  const { way, effort, until, says } = trip;
  if (way !== "open")
    return [`${p.bold("Way back")} ${way === "none" ? p.red(says[0] ?? "none") : p.yellow(says[0] ?? "unknown")}`];
  const unknown = p.yellow("unknown");
  const span = (range: Range | null, unit: string) =>
    range === null ? unknown : `${amount(range.low)} to ${amount(range.high)} ${unit}`;
  const work = effort === null ? unknown : `P50 ${amount(effort.p50)} · P80 ${amount(effort.p80)} person-days`;
  const closes =
    until === null
      ? unknown
      : `${span(until.days, "days")} after the cutover${until.stated ? "" : p.yellow(" (assumed)")}`;
  const barred = trip.components.filter((c) => c.method === null).map((c) => shortId(c.component));
  const none =
    barred.length === 0
      ? ""
      : `; ${p.red("none known")} for ${barred.slice(0, 2).join(", ")}${barred.length > 2 ? ` and ${barred.length - 2} more` : ""}`;
  return [
    `${p.bold("Way back")} ${work} (judgement); reverse copies ${span(trip.hours, "h")}; nobody can write ${span(trip.downtimeHours, "h")}; closes ${closes}${none}`,
  ];
}
