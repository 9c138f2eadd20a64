import type { Assessment } from "../../assessment/assessment.ts";
import { type Language, languageOf } from "../language/language.ts";
import type { Reporter } from "../reporter.ts";
import { pathNames } from "../words.ts";
import { alternativesSection } from "./alternatives.ts";
import { brief } from "./brief.ts";
import { componentSections } from "./components.ts";
import { dataSection } from "./data.ts";
import { effortSection } from "./effort.ts";
import { type ExitReport, targetNames, titleOf } from "./exit-report.ts";
import { hazardSection } from "./hazards.ts";
import { heatSection, matrixSection } from "./heat.ts";
import { paragraph, type Section, text } from "./html.ts";
import { leverSection } from "./levers.ts";
import { page } from "./page.ts";
import { returnSection } from "./return-trip.ts";
import { scheduleSection } from "./schedule.ts";
import { sourceSections } from "./sources.ts";
import { REPORT_STYLE } from "./style.ts";
import { unknownSection } from "./unknowns.ts";

/** The report that a board reads from the top and an architect to the end. Lists are cut to what matters most: all of it is in the JSON. */
export const exitReportHtml: Reporter<ExitReport> = (report, { lang }) => {
  const l = languageFor(report, languageOf(lang));
  const { words } = l;
  const [one] = report.assessments;
  const complete = report.assessments.every((a) => a.complete);
  const title = words.leaving(titleOf(report, one.source.cloud), targetNames(report, l));
  const parts = sections(report, l);
  const header = [
    complete ? "" : paragraph(text(words.banner), "stop"),
    `<p class="label">${text(words.title)}</p>\n<h1>${text(title)}</h1>\n`,
    `<div class="meta">${[
      `${words.scenario}${l.words.colon}${l.word(words.scenarios, one.scenario)}`,
      `${words.estate}${l.words.colon}${pathNames(one.source, l)}`,
      `${words.factsOf}${l.words.colon}${l.date(one.tool.catalogue)}`,
      ...(one.tool.date === undefined ? [] : [`${words.statedFor}${l.words.colon}${l.date(one.tool.date)}`]),
      `${words.madeBy}${l.words.colon}Exeat ${one.tool.version}`,
    ]
      .map((m) => `<span>${text(m)}</span>`)
      .join("")}</div>\n`,
    words.factsNote === "" ? "" : paragraph(text(words.factsNote), "soft"),
    `<nav aria-label="${text(words.contents)}">${parts.map((s) => `<a href="#${s.id}">${text(s.title)}</a>`).join("")}</nav>\n`,
  ].join("");
  const main = parts
    .map(
      (s) =>
        `<section id="${s.id}" aria-labelledby="${s.id}-head"><h2 id="${s.id}-head">${text(s.title)}</h2>\n${s.html}</section>\n`,
    )
    .join("");
  return {
    output: page({ title: `${words.title}${l.words.colon}${title}`, style: REPORT_STYLE, header, main }, l),
    exitCode: 0,
  };
};

/** The JSON of every reason to leave is a table of them: what a page cuts short stands in that of one assessment. */
function languageFor({ matrix }: ExitReport, l: Language): Language {
  return matrix ? { ...l, words: { ...l.words, more: l.words.moreOfOne } } : l;
}

function sections(report: ExitReport, l: Language): Section[] {
  return [
    brief(report, l),
    ...heatSection(report, l),
    alternativesSection(report, l),
    ...(report.matrix ? [matrixSection(report.matrix, report, l)] : []),
    ...leverSection(report, l),
    hazardSection(report, l),
    returnSection(report, l),
    scheduleSection(report, l),
    effortSection(report, l),
    dataSection(report, l),
    ...componentSections(report, l),
    unknownSection(report, l),
    ...sourceSections(report, l),
  ].filter((s) => s.html !== "");
}

/** One assessment as a page of its own. */
export const assessmentHtml: Reporter<Assessment> = (assessment, options) =>
  exitReportHtml({ formatVersion: 1, assessments: [assessment] }, options);
