import type { Assessment } from "../../assessment/assessment.ts";
import { costCitations } from "../cost.ts";
import type { Language } from "../language/language.ts";
import { basisOf, sourceText } from "../words.ts";
import type { ExitReport } from "./exit-report.ts";
import { breakable, english, paragraph, type Section, table, text, wholly } from "./html.ts";

/** So many stand open; what else the page rests on is folded, for nobody else may have its JSON. */
const MOST = 40;
type Citation = Assessment["workItems"][number]["citation"];
interface Cited {
  readonly citation: Citation;
  readonly uses: number;
}
type Reference = NonNullable<Assessment["references"]>[number];

/** Where a fact comes from, small, with its date. */
export function citation({ source, date }: Citation, l: Language): string {
  return `<small>${linked(source, l)}${date ? text(`, ${l.date(date)}`) : ""}</small>`;
}

/** An address leads there when somebody follows it; nothing is fetched by the page itself. */
function linked(source: string, l: Language): string {
  const parts = sourceText(source).split(/(https:\/\/[^\s,;]+)/);
  return parts
    .map((part, i) =>
      i % 2 === 1 ? `<a href="${text(part)}" rel="noreferrer">${breakable(host(part))}</a>` : wholly(part, l),
    )
    .join("");
}

/** The site, and the last word of the path: enough to know it by. */
function host(address: string): string {
  const [, site = address, path = ""] = /^https:\/\/([^/]+)(.*)$/.exec(address) ?? [];
  const last = path
    .replace(/[#?].*$/, "")
    .split("/")
    .filter(Boolean)
    .at(-1);
  return last === undefined ? site : `${site} › ${last}`;
}

/** Every source that the page rests on, and the words it uses. */
export function sourceSections(report: ExitReport, l: Language): Section[] {
  const { words } = l;
  const known = new Map(report.assessments.flatMap((a) => (a.references ?? []).map((r) => [r.id, r])));
  const columns = [words.sourceHead, words.basis, words.factsOf, { head: words.uses, number: true }];
  const listed = (some: readonly Cited[]) => {
    const rows = some.map(({ citation: c, uses }) => [
      `${citation({ source: c.source }, l)}${restsOn(c, known, l)}`,
      text(words.citations[basisOf(c)]),
      text(c.date ? l.date(c.date) : "–"),
      text(l.amount(uses)),
    ]);
    return table(words.sources, columns, rows, "untitled");
  };
  const all = cited(report);
  const left = all.slice(MOST);
  const others = `<details><summary>${text(words.otherSources(l.count(left.length, "source")))}</summary>${listed(left)}</details>\n`;
  return [
    {
      id: "sources",
      title: words.sources,
      html: paragraph(text(words.sourcesMean), "soft") + listed(all.slice(0, MOST)) + (left.length === 0 ? "" : others),
    },
    {
      id: "reading",
      title: words.howToRead,
      html: `<dl>${words.terms.map(([term, meaning]) => `<dt>${text(term)}</dt><dd>${text(meaning)}</dd>`).join("")}</dl>\n`,
    },
  ];
}

/** Publications, data sets and measurements behind a number: an estimator's own judgement is none. */
function restsOn({ refs = [] }: Citation, known: ReadonlyMap<string, Reference>, l: Language): string {
  const named = refs.flatMap((id) => known.get(id) ?? []).filter((r) => r.kind !== "judgement");
  return named.map((r) => `<br><small>→ ${english(`${r.title}, ${r.where}, ${r.date}`, l)}</small>`).join("");
}

function cited({ assessments }: ExitReport): Cited[] {
  const all = new Map<string, { citation: Citation; uses: number }>();
  for (const a of assessments) {
    const citations = [
      ...a.workItems.map((w) => w.citation),
      ...a.components.flatMap((c) => c.losses.map((loss) => loss.citation)),
      ...a.foreign.map((f) => f.citation),
      ...[a.jurisdiction.source, a.jurisdiction.target, ...a.jurisdiction.target.qualifications].map((j) => j.citation),
      ...a.time.windows.map((w) => w.citation),
      ...(a.returnTrip.effort ? [a.returnTrip.effort.citation] : []),
      ...costCitations(a.cost),
    ];
    for (const citation of citations) {
      const key = `${citation.kind}\n${citation.source}\n${citation.date}\n${citation.refs}`;
      const known = all.get(key);
      if (known) known.uses += 1;
      else all.set(key, { citation, uses: 1 });
    }
  }
  return [...all.values()].sort((a, b) => b.uses - a.uses);
}
