import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import { kindText, shortId } from "./assessment-reading.ts";
import type { Language } from "./language/language.ts";
import { called, type ReportOptions } from "./reporter.ts";
import { citation, code, kept, md, table, unknown } from "./words.ts";

/** `qualified for HDS; perhaps qualified for SecNumCloud, to be confirmed`, of all that a component becomes; empty where it is qualified for nothing. */
export function qualificationsText(
  { becomes }: ComponentResult,
  { jurisdiction }: Pick<Assessment, "jurisdiction">,
  { words }: Language,
): string {
  const named = (id: string) => jurisdiction.target.qualifications.find((q) => q.id === id)?.name ?? id;
  const [first, ...rest] = becomes;
  const known = [...(first?.qualified ?? []), ...(first?.mayBeQualified ?? [])].filter((id) =>
    rest.every((b) => b.qualified.includes(id) || b.mayBeQualified.includes(id)),
  );
  const [sure = [], open = []] = [true, false].map((is) =>
    known.filter((id) => becomes.every((b) => b.qualified.includes(id)) === is).map(named),
  );
  return [
    ...(sure.length > 0 ? [words.qualifiedFor(sure.join(", "))] : []),
    ...(open.length > 0 ? [words.perhapsQualifiedFor(open.join(", "))] : []),
  ].join(`${words.semicolon} `);
}

/** `Paris, France, 3 zones`; undefined where the region is not on record. */
export function placeText({ jurisdiction }: Assessment, { words, country, count }: Language): string | undefined {
  const { region } = jurisdiction.target;
  return region ? words.placed(region.place, country(region.country), count(region.zones, "zone")) : undefined;
}

/** The country it is controlled from; of what runs on its user's own hosts, who they are and where the licence comes from. */
export function controlText(
  { ownHosts, controlledFrom }: Pick<Assessment["jurisdiction"]["source"], "ownHosts" | "controlledFrom">,
  { words, country }: Language,
): string {
  return ownHosts ? words.ownHosts(country(controlledFrom)) : country(controlledFrom);
}

/** Where the source's resources stand, as far as the code says; undefined: it says nothing. */
export function sourcePlace({ jurisdiction }: Assessment, { country, words }: Language): string | undefined {
  const { regions, operator } = jurisdiction.source;
  const named = regions.map(({ region, place, country: code, runBy }) => {
    const where = place === null || code === null ? region : `${place}, ${country(code)} (${region})`;
    const isOther = runBy !== undefined && runBy.operator !== operator;
    return isOther ? words.runBy(where, nameOf(runBy), country(runBy.controlledFrom)) : where;
  });
  return named.length === 0 ? undefined : named.join("; ");
}

/** Of who runs it the name, without what follows from that. */
export function nameOf({ operator }: { readonly operator: string }): string {
  return operator.split(":")[0] ?? operator;
}

/** What the target offers for each component, who controls it, and what is qualified there. */
export function alternativesSection(
  assessment: Assessment,
  l: Language,
  titles: Pick<ReportOptions, "titles">,
): string[] {
  const { words } = l;
  const { source, target, jurisdiction, components } = assessment;
  const side = (name: string, who: Omit<typeof jurisdiction.source, "regions">, place: string) => [
    ...[name, `${controlText(who, l)}${words.colon}${kept(who.operator, l)}`, place, citation(who.citation, l)],
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
      [words.component, words.kind, words.becomes, words.qualification],
      components.map((c) => [
        ...[code(shortId(c.id)), kindText(c, l), becomes(c, l), md(qualificationsText(c, assessment, l)) || words.none],
      ]),
    ),
  ];
}

function becomes(c: ComponentResult, l: Language): string {
  if (c.substitute !== undefined) return `${l.words.substitute}${l.words.colon}${kept(c.substitute, l)}`;
  return c.becomes.map((b) => `${b.count} × ${code(b.type)}`).join(", ") || "–";
}
