import type { Language } from "../language/language.ts";
import { diagnosticPlaces, place } from "../words.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { code, fact, first, more, paragraph, type Section, table, text } from "./html.ts";

const UNKNOWNS = 25;
const DIAGNOSTICS = 20;
const COUNTS = [
  ["natives", "resource"],
  ["recognised", "recognised"],
  ["foreign", "foreign"],
  ["elsewhere", "elsewhere"],
  ["unknown", "ofUnknownType"],
  ["unreadable", "unreadable"],
  ["dataSources", "dataSource"],
  ["holes", "hole"],
] as const;

/** What nobody knows, what would settle it and what was assumed; what was read, and what could not be. */
export function unknownSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const { counts, diagnostics } = report.assessments[0];
  const unknowns = perTarget(report, l, (a) => {
    const { shown, more: left } = first(a.unknowns, UNKNOWNS);
    const heads = [words.what, words.settles, words.assumedHead, words.where];
    const rows = shown.map((u) => [
      fact(u.what, l),
      fact(u.dependsOn, l),
      u.assumed === undefined ? "–" : fact(u.assumed, l),
      u.at ? code(place(u.at, l)) : "–",
    ]);
    return table(words.unknowns, heads, rows, "untitled") + more(left, "unknown", l);
  });
  const said = first(
    diagnostics.filter((d) => d.severity !== "info"),
    DIAGNOSTICS,
  );
  const html = [
    paragraph(text(words.unknownsMean), "soft"),
    unknowns || paragraph(text(words.nothingUnknown)),
    paragraph(
      text(`${words.read}${l.words.colon}${COUNTS.map(([key, noun]) => l.count(counts[key], noun)).join(", ")}.`),
    ),
    table(
      words.diagnostics,
      [words.what, words.why, words.where],
      said.shown.map((d) => [
        `${text(words.severities[d.severity])} ${code(d.code)}${l.words.colon}${fact(d.summary, l)}`,
        fact(d.detail, l),
        diagnosticPlaces(d, l).map(code).join("<br>") || "–",
      ]),
    ),
    more(said.more, "row", l),
  ].join("");
  return { id: "unknowns", title: words.unknowns, html };
}
