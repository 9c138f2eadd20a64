import type { ComponentResult } from "../../assessment/component-result.ts";
import type { Matrix } from "../../assessment/matrix.ts";
import { fitCounts, fitsText, gapsOf, kindText, shortId } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { matrixCells, matrixHeads } from "../matrix.ts";
import * as charts from "./charts.ts";
import { type ExitReport, found, targetName, titleOf, worst } from "./exit-report.ts";
import { code, first, more, paragraph, type Section, table, text, textOr, unknown } from "./html.ts";

/** So many components are named; of more than these the kinds are shown first. */
const MOST = 24;
const FITS = ["core", "implementation", "specific"] as const;

/** Components against targets: how each fares, and in words what the colour says. */
export function heatSection(report: ExitReport, l: Language): Section[] {
  const { words } = l;
  const [one] = report.assessments;
  if (one.components.length === 0) return [];
  const { shown, more: left } = first(worst(report), MOST);
  const legend = FITS.map(
    (fit) => `<li><span class="${fit}">${text(words.fits[fit])}</span> ${text(words.fitsMean[fit])}</li>`,
  ).join("");
  const html = [
    paragraph(text(words.heatMeans), "soft"),
    `<ul class="legend">${legend}</ul>`,
    one.components.length > MOST ? kindTable(report, l) : "",
    heatTable(
      one.components.length > MOST ? words.componentsHead : words.heat,
      report,
      shown.map((c) => [
        `${code(shortId(c.id))} <small>${text(kindText(c, l))}</small>`,
        ...report.assessments.map((a) => cell(found(a, c.id), l)),
      ]),
      l,
    ),
    more(left, "component", l),
  ].join("");
  return [{ id: "heat", title: words.heat, html }];
}

/** A grid that stays one on a narrow screen: the first column names, the others are targets. */
function heatTable(caption: string, report: ExitReport, rows: readonly (readonly string[])[], l: Language): string {
  const head = [l.words.component, ...report.assessments.map((a) => targetName(report, a))].map(
    (h) => `<th scope="col">${text(h)}</th>`,
  );
  const body = rows.map(([name = "", ...cells]) => `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`).join("\n");
  const classes = ["heat", ...(caption === l.words.heat ? ["untitled"] : []), ...(head.length === 2 ? ["one"] : [])];
  return `<table class="${classes.join(" ")}"><caption>${text(caption)}</caption><thead><tr>${head.join("")}</tr></thead><tbody>
${body}
</tbody></table>
`;
}

function cell(c: ComponentResult | undefined, l: Language): string {
  if (!c) return `<td>${unknown(l)}</td>`;
  return `<td class="${c.fit}">${text(l.words.fits[c.fit])}<small>${text(gapsOf(c, l))}</small></td>`;
}

function kindTable(report: ExitReport, l: Language): string {
  const [one] = report.assessments;
  const kinds = [...new Set(one.components.map((c) => c.kind))].sort();
  return heatTable(
    l.words.kindsHead,
    report,
    kinds.map((kind) => [
      text(l.word(l.words.kinds, kind)),
      ...report.assessments.map((a) => {
        const counts = fitCounts(a.components.filter((c) => c.kind === kind));
        return `<td>${charts.fits(counts, l)}<small>${text(fitsText(counts, l))}</small></td>`;
      }),
    ]),
    l,
  );
}

/** Reasons to leave against targets, a row each. */
export function matrixSection(matrix: Matrix, report: ExitReport, l: Language): Section {
  const { words } = l;
  const columns = [words.scenario, words.target, ...matrixHeads(l).map((head) => ({ head, number: true }))];
  const rows = matrix.rows.map((r) => [
    text(l.word(words.scenarios, r.scenario)),
    text(titleOf(report, r.target)),
    ...matrixCells(r, l).map((cell) => textOr(cell, l)),
  ]);
  return {
    id: "matrix",
    title: words.matrix,
    html: paragraph(text(words.matrixMeans), "soft") + table(words.matrix, columns, rows, "untitled"),
  };
}
