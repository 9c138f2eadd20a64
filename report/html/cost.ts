import type { Cost, MonthlyCost } from "../../assessment/cost.ts";
import { costNotes, costRows, moneyText } from "../cost.ts";
import type { Language } from "../language/language.ts";
import { code, english, fact, first, list, more, paragraph, table, text, textOr, unknown } from "./html.ts";

const TYPES = 10;
const PARTS = 15;

/** What running and leaving cost, by type, with what was taken for what and what has no price. */
export function costHtml(cost: Cost, l: Language): string {
  const words = l.words.cost;
  const rows = costRows(cost, l).map((r) => [
    text(r.what),
    textOr(r.amount, l),
    text(r.covers),
    [...r.why.map(text), ...(r.terms === undefined ? [] : [english(r.terms, l)])].join(text(`${l.words.semicolon} `)) ||
      "–",
  ]);
  const { shown, more: left } = first(cost.unpriced, PARTS);
  return [
    `<h3>${text(words.title)}</h3>\n`,
    paragraph(text(words.means), "soft"),
    table(words.title, [words.what, words.amount, words.covers, words.restsOn], rows, "untitled"),
    byType(words.monthSource, cost.monthly.source, l),
    byType(words.monthTarget, cost.monthly.target, l),
    notes(cost, l),
    paragraph(text(cost.unpriced.length === 0 ? words.noneUnpriced : `${words.unpriced}${l.words.colon.trimEnd()}`)),
    list(shown.map((u) => `${fact(u.what, l)}${l.words.colon}${unknown(l, u.dependsOn)}`)),
    more(left, "billPart", l),
  ].join("");
}

function byType(title: string, { byType: types }: MonthlyCost, l: Language): string {
  const words = l.words.cost;
  const { shown, more: left } = first(types, TYPES);
  const columns = [words.type, { head: words.resources, number: true }, { head: words.amount, number: true }];
  const rows = shown.map((t) => [code(t.type), text(l.amount(t.resources)), text(moneyText([t.amount], l) ?? "")]);
  return table(words.byType(title), columns, rows) + more(left, "type", l);
}

function notes(cost: Cost, l: Language): string {
  const words = l.words.cost;
  const lines = [
    ...cost.rates.map((r) => text(words.rates(r.from, String(r.rate), r.to, l.date(r.date)))),
    ...costNotes(cost).map((note) => fact(note, l)),
  ];
  return lines.length === 0 ? "" : paragraph(text(`${words.notes}${l.words.colon.trimEnd()}`)) + list(lines);
}
