import type { Assessment } from "../../assessment/assessment.ts";
import { partName, trustLine } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import * as charts from "./charts.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { paragraph, type Section, table, text } from "./html.ts";

const COMPONENTS = 12;
type Part = Assessment["effort"]["byPhase"][number];

/** Effort and time with their ranges, whole and in parts. */
export function effortSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const html = perTarget(report, l, (a) => {
    const { effort, time } = a;
    const named = (table: Readonly<Record<string, string>>) => (name: string) => l.word(table, name);
    return [
      paragraph(text(trustLine(a, l)), "note"),
      parts(words.effort, words.unit, [{ ...effort, name: words.personDays }], l, same),
      parts(words.time, words.unit, [{ ...time, name: words.calendarDays }], l, same),
      parts(words.byPhase, words.phase, effort.byPhase, l, named(words.phases)),
      parts(words.byRole, words.role, effort.byRole, l, named(words.roles)),
      parts(words.byComponent, words.component, effort.byComponent.slice(0, COMPONENTS), l, (name) =>
        partName(name, l),
      ),
    ].join("");
  });
  return {
    id: "effort",
    title: `${words.effort} · ${words.time}`,
    html: paragraph(text(words.percentilesMean), "soft") + html,
  };
}

const same = (name: string) => name;

/** `name` says a part's name in words, of the row and of its chart. */
function parts(
  caption: string,
  head: string,
  list: readonly Part[],
  l: Language,
  name: (name: string) => string,
): string {
  const most = Math.max(...list.map((p) => p.p95), 0);
  const number = (head: string) => ({ head, number: true });
  return table(
    caption,
    [head, ...["P10", "P50", "P80", "P95"].map(number), "P10–P95"],
    list.map((p) => {
      const said = [p.p10, p.p50, p.p80, p.p95].map(l.amount) as [string, string, string, string];
      const label = l.words.rangeLabel(name(p.name), ...said, "");
      return [text(name(p.name)), ...said.map(text), charts.range(label.trim(), p, most)];
    }),
    "ranges",
  );
}
