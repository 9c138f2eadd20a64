import type { Assessment } from "../../assessment/assessment.ts";
import type { ComponentResult } from "../../assessment/component-result.ts";
import { controlText, placeText, qualificationsText, sourcePlace } from "../alternatives.ts";
import { kindText, shortId } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { type ExitReport, found, perTarget, targetName, titleOf, worst } from "./exit-report.ts";
import { code, english, first, more, paragraph, type Section, table, text, unknown } from "./html.ts";
import { citation } from "./sources.ts";

/** So many components are named. */
const MOST = 24;

/** What each target offers for each component, who controls it, and what is qualified there. */
export function alternativesSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const [one] = report.assessments;
  const { shown, more: left } = first(worst(report), MOST);
  const offered = table(
    words.becomes,
    [words.component, ...report.assessments.map((a) => targetName(report, a))],
    shown.map((c) => [
      `${code(shortId(c.id))} <small>${text(kindText(c, l))}</small>`,
      ...report.assessments.map((a) => offer(found(a, c.id), a, l)),
    ]),
    "untitled",
  );
  const html = [
    paragraph(text(words.alternativesMean), "soft"),
    table(
      words.controlledBy,
      [words.side, words.controlledBy, words.place, words.sourceHead],
      sides(report, l),
      "untitled",
    ),
    perTarget(report, l, (a) => qualifications(a, l)),
    offered,
    more(left, "component", l),
  ].join("");
  return { id: "alternatives", title: words.alternatives, html: one.components.length === 0 ? "" : html };
}

function sides(report: ExitReport, l: Language): string[][] {
  const { words } = l;
  const [one] = report.assessments;
  const shownPlace = (place: string | undefined) => (place === undefined ? unknown(l) : text(place));
  const row = (side: string, who: Omit<Assessment["jurisdiction"]["source"], "regions">, place: string) => [
    text(side),
    `${text(controlText(who, l))} <small>${english(who.operator, l)}</small>`,
    place,
    citation(who.citation, l),
  ];
  return [
    row(
      `${words.sides.source}${words.colon}${titleOf(report, one.source.cloud)}`,
      one.jurisdiction.source,
      shownPlace(sourcePlace(one, l)),
    ),
    ...report.assessments.map((a) => {
      const side = `${words.sides.target}${words.colon}${targetName(report, a)}`;
      return row(side, a.jurisdiction.target, shownPlace(placeText(a, l)));
    }),
  ];
}

function qualifications({ jurisdiction }: Assessment, l: Language): string {
  const { words } = l;
  const known = jurisdiction.target.qualifications;
  if (known.length === 0) return paragraph(text(words.noQualifications));
  const rows = known.map((q) => [
    text(q.name),
    english(q.scope, l),
    q.types.length === 0 ? text(words.noTypes) : q.types.map(code).join(", "),
    q.expires === null ? unknown(l) : text(l.date(q.expires)),
    citation(q.citation, l),
  ]);
  const heads = [words.qualification, words.scope, words.nativeTypes, words.validUntil, words.sourceHead];
  return table(words.qualification, heads, rows, "untitled");
}

function offer(c: ComponentResult | undefined, a: Assessment, l: Language): string {
  const { words } = l;
  if (!c) return unknown(l);
  if (c.substitute !== undefined) return `${text(words.substitute)}${words.colon}${english(c.substitute, l)}`;
  const natives = c.becomes.map((b) => `${text(l.amount(b.count))}\u00a0× ${code(b.type)}`).join(", ") || "–";
  const held = qualificationsText(c, a, l);
  return held === "" ? natives : `${natives} <small>${text(held)}</small>`;
}
