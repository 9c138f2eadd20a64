import type { Assessment } from "../assessment/assessment.ts";
import type { Range } from "../assessment/result.ts";
import type { ReturnTrip } from "../assessment/return-trip.ts";
import { amount } from "../constructs/amount.ts";
import { list } from "../constructs/list.ts";
import { hoursText, partName, shortId } from "./assessment-reading.ts";
import { daysText } from "./durations.ts";
import { type Language, languageOf } from "./language/language.ts";
import { code, type Paint, said, table, unknown } from "./words.ts";

/** Rows of what a return takes: what, and how much; undefined: not known. */
export function returnRows(trip: ReturnTrip, l: Language): (readonly [string, string | undefined])[] {
  const { returnTrip: words } = l.words;
  const stated = (is: boolean) => (is ? "" : ` (${words.assumed})`);
  const { effort, until } = trip;
  if (trip.way === "none") return [];
  return [
    [
      words.effort,
      effort === null
        ? undefined
        : `P10 ${l.amount(effort.p10)} · P50 ${l.amount(effort.p50)} · P80 ${l.amount(effort.p80)} · P95 ${l.amount(effort.p95)} ${l.words.personDays} (${l.words.citations.judgement})`,
    ],
    [words.copies, hoursText(trip.hours, l)],
    [words.downtime, hoursText(trip.downtimeHours, l)],
    [words.until, until === null ? undefined : `${words.after(daysText(until.days, l))}${stated(until.stated)}`],
  ];
}

/** The section of the assessment and of the runbook. */
export function returnMarkdown(trip: ReturnTrip, l: Language): string[] {
  const { returnTrip: words, colon } = l.words;
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
        ...returnRows(trip, l).map(([what, value]) => [what, value ?? unknown(l)]),
        ...trip.waits.map((w) => [`${words.waits}${colon}${said(w.name, l)}`, daysText(w.days, l)]),
        ...trip.unpriced.map((u) => [said(u.what, l), unknown(l, u.dependsOn)]),
      ],
    ),
    ...(trip.effort ? [`${words.again}${colon}${trip.effort.again.map((a) => said(a, l)).join(", ")}.`, ""] : []),
    ...table(
      [l.words.component, words.method, l.words.hours, words.downtime, words.ends],
      trip.components.map((row) => [
        isGroup(row.component) ? partName(row.component, l) : code(shortId(row.component)),
        row.method === null ? words.noMethod : code(row.method),
        hoursText(row.hours, l) ?? unknown(l, row.dependsOn),
        hoursText(row.downtimeHours, l) ?? unknown(l),
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
  const open = p.yellow("unknown");
  const span = (range: Range | null) => (range === null ? open : `${amount(range.low)} to ${amount(range.high)} h`);
  const work = effort === null ? open : `P50 ${amount(effort.p50)} · P80 ${amount(effort.p80)} person-days`;
  const closes =
    until === null
      ? open
      : `${daysText(until.days, languageOf())} after the cutover${until.stated ? "" : p.yellow(" (assumed)")}`;
  const barred = trip.components.filter((c) => c.method === null).map((c) => shortId(c.component));
  const none = barred.length === 0 ? "" : `; ${p.red("none known")} for ${list(barred, 2)}`;
  return [
    `${p.bold("Way back")} ${work} (judgement); reverse copies ${span(trip.hours)}; nobody can write ${span(trip.downtimeHours)}; closes ${closes}${none}`,
  ];
}
