import type { ReturnTrip } from "../../assessment/return-trip.ts";
import { hoursText, partName, shortId } from "../assessment-reading.ts";
import { daysText } from "../durations.ts";
import type { Language } from "../language/language.ts";
import { isGroup, returnRows } from "../return-trip.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import {
  breakable,
  code,
  fact,
  first,
  list,
  more,
  paragraph,
  type Section,
  table,
  text,
  textOr,
  unknown,
} from "./html.ts";

const MOST = 15;

/** What coming back costs and until when it is possible, for each target. */
export function returnSection(report: ExitReport, l: Language): Section {
  const html = perTarget(report, l, (a) => returnHtml(a.returnTrip, l));
  return { id: "return", title: l.words.returnTrip.title, html };
}

/** The same, in the runbook. */
export function returnHtml(trip: ReturnTrip, l: Language): string {
  const { returnTrip: words, colon } = l.words;
  const rows = returnRows(trip, l).map(([what, value]) => [text(what), textOr(value, l)]);
  const waits = trip.waits.map((w) => [
    `${text(words.waits)}${text(colon)}${fact(w.name, l)}`,
    text(daysText(w.days, l)),
  ]);
  const unpriced = trip.unpriced.map((u) => [fact(u.what, l), unknown(l, u.dependsOn)]);
  // What has no way back comes before what has one.
  const worst = [...trip.components].sort((a, b) => Number(a.method !== null) - Number(b.method !== null));
  const { shown, more: left } = first(worst, MOST);
  return [
    paragraph(text(words.means), "soft"),
    list(trip.says.map((s) => (trip.way === "none" ? `<span class="stop">${fact(s, l)}</span>` : fact(s, l)))),
    table(words.title, [l.words.what, words.howMuch], [...rows, ...waits, ...unpriced], "untitled"),
    trip.effort
      ? paragraph(`${text(words.again)}${text(colon)}${trip.effort.again.map((a) => fact(a, l)).join(", ")}.`, "soft")
      : "",
    table(
      words.perComponent,
      [l.words.component, words.method, l.words.hours, words.downtime, words.ends],
      shown.map((row) => [
        isGroup(row.component) ? breakable(partName(row.component, l)) : code(shortId(row.component)),
        row.method === null ? `<span class="stop">${text(words.noMethod)}</span>` : code(row.method),
        textOr(hoursText(row.hours, l), l, row.dependsOn),
        textOr(hoursText(row.downtimeHours, l), l),
        row.ends.map((e) => fact(e, l)).join("<br>"),
      ]),
    ),
    more(left, "component", l),
  ].join("");
}
