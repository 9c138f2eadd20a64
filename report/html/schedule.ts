import type { Assessment } from "../../assessment/assessment.ts";
import type { Language } from "../language/language.ts";
import * as charts from "./charts.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { english, fact, paragraph, type Section, table, text, unknown } from "./html.ts";

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
  const most = Math.max(1, ...time.schedule.map((s) => s.end.p80));
  const rows = time.schedule.map((s) => {
    const said = words.dayRange(amount(s.start.p50), amount(s.end.p50), amount(s.end.p80));
    const kind = `${s.kind}${s.critical >= DECIDES ? " critical" : ""}`;
    const chart = charts.activity(
      `${s.name}: ${said}${s.critical >= DECIDES ? `; ${words.decides}` : ""}`,
      { kind, from: s.start.p50, to: s.end.p50, late: s.end.p80 },
      most,
    );
    return `<tr><th scope="row">${fact(s.name, l)} <small>${text(words.kindsOfStep[s.kind])}${s.critical >= DECIDES ? text(` · ${words.decides}`) : ""}</small></th><td>${chart}</td><td class="number">${text(said)}</td></tr>`;
  });
  const axis = `<div class="axis"><span>0</span><span>${text(l.count(most, "day"))}</span></div>`;
  return `<table class="gantt"><caption>${text(words.schedule)}</caption><thead><tr><th scope="col">${text(words.step)}</th><th scope="col">${axis}</th><th scope="col" class="number">${text(words.days)}</th></tr></thead><tbody>
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
    w.days === null ? unknown(l, w.dependsOn) : text(l.amount(w.days)),
    text(words.until[w.until]),
    w.probability === null
      ? unknown(l)
      : `${charts.share(`${words.probability}: ${l.percent(w.probability)}`, w.probability)}${text(l.percent(w.probability))}`,
    `<small>${english(w.citation.source, l)}${w.citation.date ? text(`, ${l.date(w.citation.date)}`) : ""}</small>`,
  ]);
  return table(
    words.windows,
    heads.map((head) => ({ head })),
    rows,
  );
}
