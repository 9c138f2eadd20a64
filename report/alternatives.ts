import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import { kindText, shortId } from "./assessment-reading.ts";
import type { Language } from "./language/language.ts";
import { called, type ReportOptions } from "./reporter.ts";
import { citation, code, kept, md, table, unknown } from "./words.ts";

/** `hds, secnumcloud (not known)`, of all that a component becomes; empty where it is qualified for nothing. */
export function qualificationsText({ becomes }: ComponentResult, { words }: Language): string {
  const [first, ...rest] = becomes;
  if (!first) return "";
  const candidates = [...first.qualified, ...first.mayBeQualified];
  return candidates
    .filter((id) => rest.every((b) => b.qualified.includes(id) || b.mayBeQualified.includes(id)))
    .map((id) => (becomes.every((b) => b.qualified.includes(id)) ? id : words.mayBe(id)))
    .join(", ");
}

/** `Paris, France, 3 zones`; undefined where the region is not on record. */
export function placeText({ jurisdiction }: Assessment, { words, country, count }: Language): string | undefined {
  const { region } = jurisdiction.target;
  return region ? words.placed(region.place, country(region.country), count(region.zones, "zone")) : undefined;
}

/** Where the source's resources stand, as far as the code says; undefined: it says nothing. */
export function sourcePlace({ jurisdiction }: Assessment, { country }: Language): string | undefined {
  const { regions } = jurisdiction.source;
  const named = regions.map(({ region, place, country: code }) =>
    place === null || code === null ? region : `${place}, ${country(code)} (${region})`,
  );
  return named.length === 0 ? undefined : named.join("; ");
}

/** What the target offers for each component, who controls it, and what is qualified there. */
export function alternativesSection(
  assessment: Assessment,
  l: Language,
  titles: Pick<ReportOptions, "titles">,
): string[] {
  const { words } = l;
  const { source, target, jurisdiction, components } = assessment;
  const side = (
    name: string,
    who: Pick<typeof jurisdiction.source, "controlledFrom" | "operator" | "citation">,
    place: string,
  ) => [
    ...[
      name,
      `${l.country(who.controlledFrom)}${words.colon}${kept(who.operator, l)}`,
      place,
      citation(who.citation, l),
    ],
  ];
  return [
    `## ${words.alternatives}`,
    "",
    ...table(
      [words.side, words.controlledBy, words.place, words.sourceHead],
      [
        side(
          `${words.sides.source}${words.colon}${called(source.cloud, titles)}`,
          jurisdiction.source,
          sourcePlace(assessment, l) ?? unknown(l),
        ),
        side(
          `${words.sides.target}${words.colon}${called(target.cloud, titles, target.region)}`,
          jurisdiction.target,
          placeText(assessment, l) ?? unknown(l),
        ),
      ],
    ),
    ...(jurisdiction.target.qualifications.length === 0 ? [words.noQualifications, ""] : []),
    ...table(
      [words.qualification, words.scope, words.nativeTypes, words.validUntil, words.sourceHead],
      jurisdiction.target.qualifications.map((q) => [
        ...[md(q.name), kept(q.scope, l), q.types.length === 0 ? words.noTypes : q.types.map(code).join(", ")],
        ...[q.expires === null ? unknown(l) : l.date(q.expires), citation(q.citation, l)],
      ]),
    ),
    ...table(
      [words.component, words.kind, words.becomes, words.qualifiedFor],
      components.map((c) => [
        ...[code(shortId(c.id)), kindText(c, l), becomes(c, l), md(qualificationsText(c, l)) || words.none],
      ]),
    ),
  ];
}

function becomes(c: ComponentResult, l: Language): string {
  if (c.substitute !== undefined) return `${l.words.substitute}${l.words.colon}${kept(c.substitute, l)}`;
  return c.becomes.map((b) => `${b.count} × ${code(b.type)}`).join(", ") || "–";
}
