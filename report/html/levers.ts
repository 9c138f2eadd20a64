import type { Language } from "../language/language.ts";
import * as charts from "./charts.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { fact, paragraph, pieces, type Section, table, text } from "./html.ts";

const DRIVERS = 8;

/** `−12 to −20`: person-days at P50 and at P80. */
export function saving({ p50, p80 }: { readonly p50: number; readonly p80: number }, l: Language): string {
  const [less, more] = [l.amount(Math.min(p50, p80)), l.amount(Math.max(p50, p80))];
  const said = less === more ? `−${more}` : l.words.range(`−${less}`, `−${more}`);
  return `<span class="gain">${text(said)}</span>`;
}

/** What would shrink the effort, and what it consists of. */
export function leverSection(report: ExitReport, l: Language): Section[] {
  const { words } = l;
  const html = perTarget(report, l, (a) => {
    const levers = a.levers.map((lever) => [fact(lever.change, l), saving(lever.saves, l)]);
    const drivers = a.effort.drivers
      .slice(0, DRIVERS)
      .map((d) => [
        pieces(l.driver(d.driver), l),
        text(l.amount(d.likelyDays)),
        `${charts.share(`${words.share}${l.words.colon}${l.percent(d.share)}`, d.share)}<small>${text(l.percent(d.share))}</small>`,
      ]);
    return [
      table(words.levers, [words.change, { head: words.saves, number: true }], levers, "untitled"),
      table(words.drivers, [words.driver, { head: words.likelyDays, number: true }, words.share], drivers),
      drivers.length === 0 ? "" : paragraph(text(words.driversMean), "soft"),
    ].join("");
  });
  return html === ""
    ? []
    : [{ id: "levers", title: words.levers, html: paragraph(text(words.leversMean), "soft") + html }];
}
