import type { Cost, MonthlyCost } from "../assessment/cost.ts";
import { costNotes, costRows, moneyText } from "./cost.ts";
import type { Language } from "./language/language.ts";
import { code, kept, md, said, table, unknown } from "./words.ts";

const MOST = 15;

/** What running and leaving cost, by type, with what was taken for what and what has no price. */
export function costMarkdown(cost: Cost, l: Language): string[] {
  const words = l.words.cost;
  return [
    words.means,
    "",
    ...table(
      [words.what, words.amount, words.covers, words.restsOn],
      costRows(cost, l).map((r) => [
        md(r.what),
        r.amount === undefined ? unknown(l) : md(r.amount),
        md(r.covers),
        [...r.why.map(md), ...(r.terms === undefined ? [] : [kept(r.terms, l)])].join(`${l.words.semicolon} `) || "–",
      ]),
    ),
    ...byType(words.monthSource, cost.monthly.source, l),
    ...byType(words.monthTarget, cost.monthly.target, l),
    ...notes(cost, l),
    ...(cost.unpriced.length === 0 ? [words.noneUnpriced, ""] : [`${words.unpriced}${l.words.colon.trimEnd()}`, ""]),
    ...cost.unpriced.map((u) => `- ${said(u.what, l)}${l.words.colon}${unknown(l, u.dependsOn)}`),
    "",
  ];
}

function byType(title: string, { byType: types }: MonthlyCost, l: Language): string[] {
  const words = l.words.cost;
  return table(
    [words.byType(title), words.resources, words.amount],
    types.slice(0, MOST).map((t) => [code(t.type), l.amount(t.resources), md(moneyText([t.amount], l) ?? "")]),
  );
}

function notes(cost: Cost, l: Language): string[] {
  const words = l.words.cost;
  const lines = [
    ...cost.rates.map((r) => `- ${md(words.rates(r.from, String(r.rate), r.to, l.date(r.date)))}`),
    ...costNotes(cost).map((note) => `- ${said(note, l)}`),
  ];
  return lines.length === 0 ? [] : [`${words.notes}${l.words.colon.trimEnd()}`, "", ...lines, ""];
}
