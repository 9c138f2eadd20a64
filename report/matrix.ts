import type { Matrix } from "../assessment/matrix.ts";
import { amount } from "../constructs/amount.ts";
import { monthText, paysAfter } from "./cost.ts";
import { type Language, languageOf } from "./language/language.ts";
import type { Reporter } from "./reporter.ts";
import { compliance } from "./requirements.ts";
import { incomplete, lines, md, paint, pathNames, table, unknown } from "./words.ts";

/** Heads of the columns after the reason and the target. */
export function matrixHeads({ words }: Language): string[] {
  return [
    ...[`${words.personDays} P50–P80`, `${words.calendarDays} P50–P80`],
    ...[words.rebuild, words.lost, words.atRisk, words.mayBeLost, words.needsSource, words.unknownNeeds],
    ...[words.cost.monthTarget, words.paysAfter],
  ];
}

/** Their cells; undefined: not known. */
export function matrixCells(r: Matrix["rows"][number], l: Language): (string | undefined)[] {
  const { words, amount } = l;
  return [
    ...[r.effort, r.time].map((range) => words.range(amount(range.p50), amount(range.p80))),
    ...[r.specific, r.lost, r.atRisk ?? 0].map(amount),
    mayBeLost(r, l),
    ...[r.dependencies.source, r.dependencies.unknown].map(amount),
    monthText(r.monthly.target, l),
    r.scenario === "price-shock" ? paysAfter(r, l) : "–",
  ];
}

/** What was not read may hold data too: then so many at least; undefined: not known. */
function mayBeLost({ mayBeLost: n, unread }: Matrix["rows"][number], l: Language): string | undefined {
  if (!unread) return l.amount(n);
  return n === 0 ? undefined : l.words.cost.andMore(l.amount(n));
}

const HEAD = [
  "scenario",
  "target",
  "person-days P50",
  "P80",
  "calendar days P50",
  "P80",
  "rebuild",
  "lost",
  "at risk",
  "may be lost",
  "needs the source",
  "unknown needs",
  "a month at the target",
  "pays after (P80)",
];

/** Reasons to leave against targets, as a table of text. */
export const matrixText: Reporter<Matrix> = (matrix, { color }) => {
  const p = paint(color);
  const rows = [HEAD, ...cells(matrix)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((r) => r[i]?.length ?? 0)));
  const padded = rows.map((r) =>
    r.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))),
  );
  const output = lines([
    ...incomplete(matrix).map(p.red),
    `${p.bold("Reasons to leave")} ${pathNames(matrix.source)}, ${matrix.calibrated ? "calibrated" : p.yellow("uncalibrated")}`,
    "",
    ...padded.map((r, i) => (i === 0 ? p.bold(r.join("  ")) : r.join("  ")).trimEnd()),
    "",
    ...matrix.requirements.map((r) => `${r.target}: ${compliance(r, languageOf())}`),
    "Each row is one assessment: --scenario NAME --to TARGET shows all of it.",
  ]);
  return { output, exitCode: 0 };
};

export const matrixMarkdown: Reporter<Matrix> = (matrix, { lang }) => {
  const l = languageOf(lang);
  const { words } = l;
  const output = lines([
    ...(matrix.complete ? [] : [`**${words.incomplete}**`, ""]),
    `# ${words.matrix}${words.colon}${md(pathNames(matrix.source, l))}`,
    "",
    `${matrix.calibrated ? "" : `**${words.uncalibrated}**. `}${words.matrixMeans}`,
    "",
    ...table(
      [words.scenario, words.target, ...matrixHeads(l)],
      matrix.rows.map((r) => [
        ...[l.word(words.scenarios, r.scenario), r.target],
        ...matrixCells(r, l).map((cell) => cell ?? unknown(l)),
      ]),
    ),
    ...matrix.requirements.map((r) => `- ${r.target}${words.colon}${md(compliance(r, l))}`),
  ]);
  return { output, exitCode: 0 };
};

function cells({ rows }: Matrix): string[][] {
  return rows.map((r) => [
    ...[r.scenario, r.target],
    ...[r.effort.p50, r.effort.p80, r.time.p50, r.time.p80, r.specific, r.lost, r.atRisk ?? 0].map(amount),
    mayBeLost(r, languageOf()) ?? "unknown",
    ...[r.dependencies.source, r.dependencies.unknown].map(amount),
    monthText(r.monthly.target, languageOf()) ?? "unknown",
    r.scenario === "price-shock" ? (paysAfter(r, languageOf()) ?? "unknown") : "–",
  ]);
}
