import type { Assessment } from "../../assessment/assessment.ts";
import type { ComponentResult } from "../../assessment/component-result.ts";
import { oneLine } from "../../constructs/one-line.ts";
import { gapsOf, kindText, shortId, worstFirst } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { unqualified } from "../requirements.ts";
import { shownLosses } from "../shown-losses.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import {
  code,
  english,
  fact,
  first,
  list,
  more,
  paragraph,
  pieces,
  type Section,
  table,
  text,
  wholly,
} from "./html.ts";
import { citation } from "./sources.ts";

const COMPONENTS = 20;
const LEAVES = 12;
const TYPES = 20;

/** What each component loses and why, the worst first; then what has no kind. */
export function componentSections(report: ExitReport, l: Language): Section[] {
  const { words } = l;
  const gaps = perTarget(report, l, (a) => {
    const { shown, more: left } = first(
      worstFirst(a.components).filter((c) => gapsOf(c, l) !== "" || c.substitute !== undefined),
      COMPONENTS,
    );
    return shown.map((c) => componentHtml(c, a, l)).join("") + more(left, "component", l);
  });
  const foreign = perTarget(report, l, (a) => {
    const { shown, more: left } = first(a.foreign, TYPES);
    const heads = [words.type, words.count, words.whatItIs, words.replacement, words.pricedAs, words.sourceHead];
    const rows = shown.map((f) => [
      code(f.type),
      text(l.amount(f.count)),
      english(f.what, l),
      wholly(f.instead, l),
      pieces(l.driver(f.pricedAs), l),
      citation(f.citation, l),
    ]);
    return table(words.foreign, heads, rows, "untitled") + more(left, "type", l);
  });
  return [
    {
      id: "components",
      title: words.components,
      html: paragraph(text(words.componentsMean), "soft") + (gaps || paragraph(text(words.noGaps))),
    },
    { id: "foreign", title: words.foreign, html: foreign && paragraph(text(words.foreignMean), "soft") + foreign },
  ];
}

function componentHtml(c: ComponentResult, a: Assessment, l: Language): string {
  const { words } = l;
  const losses = table(
    words.components,
    [words.asked, words.verdict, words.why, words.instead, words.sourceHead],
    shownLosses(c).map((loss) => [
      code(loss.path),
      `<span class="${loss.verdict === "lost" ? "specific pill" : "unknown"}">${text(words.verdicts[loss.verdict])}</span> <small>${text(words.classes[loss.class])}</small>`,
      wholly(loss.why, l),
      wholly(loss.instead, l),
      citation(loss.citation, l),
    ]),
    "untitled",
  );
  const leaves = [
    ...c.coarsened.map((g) => `${code(`${g.address} ${g.path}`)} ${text(words.coarsened)}`),
    ...c.residue.map((g) => `${code(`${g.address} ${g.path}`)} ${text(words.notRead)}`),
    ...c.holes.map((h) => `${code(h.path)} ${text(words.hole)}${l.words.colon}${code(oneLine(h.expression))}`),
  ];
  const { shown, more: left } = first(leaves, LEAVES);
  const required = unqualified(a, c.id, l).map(({ qualification, verdict, why }) =>
    paragraph(
      `${text(`${qualification}${words.colon}${verdict}`)} (${why.map((w) => fact(w, l)).join(`${words.semicolon} `)})`,
    ),
  );
  return `<details><summary>${code(shortId(c.id))} <span class="pill ${c.fit}">${text(words.fits[c.fit])}</span> <small>${text(`${kindText(c, l)}${gapsOf(c, l) ? ` · ${gapsOf(c, l)}` : ""}`)}</small></summary>
${required.join("")}${c.substitute === undefined ? "" : paragraph(`${text(words.substitute)}${l.words.colon}${english(c.substitute, l)}`)}${losses}${list(shown)}${more(left, "setting", l)}</details>
`;
}
