import { expect, test } from "@jest/globals";
import type { Assessment } from "../../../assessment/assessment.ts";
import { exitReportHtml } from "../../../report/html/exit-report-html.ts";
import { sourceSections } from "../../../report/html/sources.ts";
import { type Lang, languageOf } from "../../../report/language/language.ts";
import { citation } from "../../../report/words.ts";
import { reportOf } from "./reports.ts";

/** The sections of the end, for an assessment whose work items rest on these sources. */
function sections(sources: readonly string[], lang: Lang = "en"): { sources: string; reading: string } {
  const [one] = reportOf().assessments;
  const item = one.workItems[0] as Assessment["workItems"][number];
  const workItems = sources.map((source) => ({ ...item, citation: { source, date: "2026-11-21" } }));
  const html = sourceSections({ formatVersion: 1, assessments: [{ ...one, workItems }] }, languageOf(lang));
  const of = (id: string) => html.find((s) => s.id === id)?.html ?? "";
  return { sources: of("sources"), reading: of("reading") };
}

test("every source is in the page: what is beyond the first forty is folded", () => {
  const many = Array.from({ length: 75 }, (_, i) => `report-${i}.example`);
  const { sources } = sections(many);
  expect(many.filter((source) => !sources.includes(`>${source}<`))).toEqual([]);
  expect(sources).not.toMatch(/--format json/);
  const [open = "", folded = ""] = sources.split("<details>");
  const rows = (html: string) => html.match(/<tr role="row"><th role="rowheader"/g)?.length;
  expect(rows(open)).toBe(40);
  expect(folded).toContain(`<summary>and ${rows(folded)} sources more</summary>`);
});

test("few sources are folded nowhere, and those of the way back are among them", () => {
  const { sources } = sections(["one.example"]);
  expect(sources).not.toMatch(/<details>/);
  const [one] = reportOf().assessments;
  const trip = one.returnTrip.effort;
  if (!trip) throw new Error("no way back");
  const returnTrip = { ...one.returnTrip, effort: { ...trip, citation: { source: "way-back.example" } } };
  const report = { formatVersion: 1, assessments: [{ ...one, returnTrip }] } as const;
  expect(exitReportHtml(report, { color: false }).output).toContain("way-back.example");
});

test("notes that nobody else can open have a basis of their own, which the page explains", () => {
  const { sources, reading } = sections(["facts/mapping.md section 6, component 6", "docs.example"]);
  const row = (html: string, source: string) => html.split("<tr").find((r) => r.includes(source)) ?? "";
  expect(row(sources, "section 6, component 6")).toMatch(/Exeat&#39;s own notes .*>notes of the tool, not published</);
  expect(row(sources, "docs.example")).toMatch(/>documented</);
  expect(reading).toMatch(/<dt>notes of the tool, not published<\/dt><dd>.*nobody else can open them/);
  const french = sections(["facts/mapping.md section 6, component 6"], "fr");
  expect(row(french.sources, "composant 6")).toMatch(/>notes de l’outil, non publiées</);
  expect(french.reading).toMatch(/<dt>notes de l’outil, non publiées<\/dt>/);
});

test.each([
  ["section 6, component 6, Moving the data", "section 6, composant 6, Déplacement des données"],
  ["section 6, components 8 and 9, Elsewhere", "section 6, composants 8 et 9, Elsewhere"],
  ["section 6, components 8 and 9, Moving the data", "section 6, composants 8 et 9, Déplacement des données"],
  ["section 6, component 2, Elsewhere", "section 6, composant 2, Elsewhere"],
  ["section 6, components 8 and 9", "section 6, composants 8 et 9"],
  ["section 7, Elsewhere", "section 7, Elsewhere"],
  ["section 9, Leaving costs", "section 9, Coût du départ"],
  ["section 5, Tags", "section 5, Étiquettes"],
  ["section 2, trap 8", "section 2, piège 8"],
  ["section 10", "section 10"],
  ["serviceAccount", "serviceAccount"],
])("the place in these notes is French in a French report: %s", (where, french) => {
  const l = languageOf("fr");
  expect(citation({ source: `facts/mapping.md ${where}` }, l)).toBe(`Notes d’Exeat (non publiées), ${french}`);
});

test("what a page of every reason cuts short stands in the JSON of one", () => {
  const report = reportOf();
  const more = (of: typeof report) => exitReportHtml(of, { color: false }).output.match(/… and [^<]*/g) ?? [];
  const many = (a: Assessment) => ({
    ...a,
    unknowns: Array.from({ length: 30 }, () => ({ what: "a", dependsOn: "b" })),
  });
  const assessments = [many(report.assessments[0]), ...report.assessments.slice(1)] as const;
  expect(more({ ...report, assessments })).toContain(
    "… and 5 unknowns more (--format json without --all-scenarios has all of them)",
  );
  const { matrix: _, ...one } = report;
  expect(more({ ...one, assessments })).toContain("… and 5 unknowns more (--format json has all of them)");
});
