import { hoursText, shortId, sizeText } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { costHtml } from "./cost.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { code, first, more, type Section, table, text, textOr, unknown } from "./html.ts";

const MOST = 15;

/** What must move and how long that takes; what each part of the cost depends on. */
export function dataSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const heads = [
    words.component,
    words.method,
    words.size,
    words.hours,
    words.verification,
    words.downtime,
    words.keepsUp,
  ];
  const html = perTarget(report, l, ({ data, cost }) => {
    const largest = [...data.moves].sort((a, b) => (b.gib ?? Infinity) - (a.gib ?? Infinity));
    const { shown, more: left } = first(largest, MOST);
    const rows = shown.map((m) => [
      code(shortId(m.component)),
      textOr(m.method ?? undefined, l),
      m.gib === null ? unknown(l, m.dependsOn) : text(sizeText(m.gib, m.times, l)),
      ...[m.hours, m.verificationHours, m.downtimeHours].map((range) => textOr(hoursText(range, l), l)),
      m.catchesUp === null
        ? unknown(l)
        : m.catchesUp
          ? text(words.yes)
          : `<span class="stop">${text(words.tooSlow)}</span>`,
    ]);
    return [table(words.data, heads, rows, "untitled"), more(left, "component", l), costHtml(cost, l)].join("");
  });
  return { id: "data", title: words.dataCost, html };
}
