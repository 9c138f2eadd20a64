import type { Assessment } from "../../assessment/assessment.ts";
import { daysCell } from "../durations.ts";
import { type Language, plain } from "../language/language.ts";
import * as charts from "./charts.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { fact, paragraph, type Section, table, text, unknown } from "./html.ts";
import { citation } from "./sources.ts";

/** When what is done, and which windows of law and contract that meets. */
export function scheduleSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const html = [
    paragraph(text(words.scheduleMeans), "soft"),
    perTarget(report, l, (a) => gantt(a, l) + windows(a, l)),
  ].join("");
  return { id: "schedule", title: words.schedule, html };
}

function gantt({ time }: Assessment, l: Language): string {
  const { words, amount } = l;
  const whole = (days: number) => amount(Math.round(days));
  const most = Math.max(1, ...time.schedule.map((s) => s.end.p80));
  const rows = time.schedule.map((s) => {
    const said = words.dayRange(whole(s.start.p50), whole(s.end.p50), whole(s.end.p80));
    const kind = `${s.kind}${s.critical >= DECIDES ? " critical" : ""}`;
    const chart = charts.activity(
      `${plain(l.fact(s.name))}${words.colon}${said}${s.critical >= DECIDES ? `${words.semicolon} ${words.decides}` : ""}`,
      { kind, from: s.start.p50, to: s.end.p50, late: s.end.p80 },
      most,
    );
    return `<tr role="row"><th role="rowheader" scope="row">${fact(s.name, l)} <small>${text(words.kindsOfStep[s.kind])}${s.critical >= DECIDES ? text(` · ${words.decides}`) : ""}</small></th><td role="cell" class="plot">${chart}</td><td role="cell" class="number">${text(said)}</td></tr>`;
  });
  const axis = `<div class="axis"><span>0</span><span>${text(l.count(most, "day"))}</span></div>`;
  return `<table role="table" class="gantt untitled"><caption>${text(words.schedule)}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text(words.step)}</th><th role="columnheader" scope="col">${axis}</th><th role="columnheader" scope="col" class="number">${text(words.days)}</th></tr></thead><tbody role="rowgroup">
${rows.join("\n")}
</tbody></table>
`;
}

/** In which share of the draws a step must decide the end to count as critical. */
const DECIDES = 0.5;

function windows({ time }: Assessment, l: Language): string {
  const { words } = l;
  const heads = [words.window, words.binds, words.days, words.untilHead, words.probability, words.sourceHead];
  const rows = time.windows.map((w) => [
    fact(w.name, l),
    text(l.word(words.bounds, w.bound)),
    w.days === null ? unknown(l, w.dependsOn) : text(daysCell(w.days, l)),
    text(`${words.windowFrom[w.from]} → ${words.until[w.until]}`),
    w.give
      ? text(words.giveNotice(l.amount(w.give.p50), l.amount(w.give.p80)))
      : w.probability === null
        ? unknown(l)
        : `${charts.share(`${words.probability}${l.words.colon}${l.chance(w.probability)}`, w.probability)}${text(l.chance(w.probability))}`,
    citation(w.citation, l),
  ]);
  return table(words.windows, heads, rows);
}
