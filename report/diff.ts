import type { Diff, DiffRow } from "../assessment/diff.ts";
import { list } from "../constructs/list.ts";
import { called, type Reporter, type ReportOptions } from "./reporter.ts";
import {
  code,
  diagnosticLines,
  incomplete,
  lines,
  md,
  type Paint,
  paint,
  pathNames,
  short,
  shortPair,
  table,
  top,
} from "./words.ts";

export const diffText: Reporter<Diff> = (diff, { color }) => {
  const p = paint(color);
  const output = lines([
    ...incomplete(diff).map(p.red),
    `${p.bold("Side by side")}: ${pathNames(diff.source)} on ${diff.source.cloud} and on ${diff.target.cloud}:${diff.target.region}`,
    ...diff.components.flatMap((c) => [
      "",
      `${p.bold(c.id)} (${c.kind}), ${c.fit}`,
      `  ${diff.source.cloud}: ${counted(c.natives.source)}`,
      `  ${diff.target.cloud}: ${c.natives.target.length === 0 ? (c.substitute ?? "nothing") : counted(c.natives.target)}`,
      ...top(
        c.rows.filter((r) => r.verdict !== "not-read"),
        40,
        (row) => rowLines(row, p),
        "property",
      ),
      ...notRead(c.rows),
    ]),
    ...(diff.foreign.length + diff.unknown.length === 0 ? [] : ["", p.bold("Without a counterpart")]),
    ...top(diff.foreign, 12, (f) => `  ${f.count} × ${f.type}: ${f.instead}`, "type"),
    ...diff.unknown.map((u) => `  ${u.count} × ${u.type}: ${p.yellow("unknown type")}`),
    ...diagnosticLines(diff.diagnostics, p),
  ]);
  return { output, exitCode: 0 };
};

export const diffMarkdown: Reporter<Diff> = (diff, options) => ({
  output: lines([
    ...incomplete(diff).flatMap((l) => [`**${l}**`, ""]),
    `# ${md(called(diff.source.cloud, options))} and ${md(called(diff.target.cloud, options, diff.target.region))}, side by side`,
    "",
    ...diff.components.flatMap((c) => [
      `## ${code(c.id)} (${c.kind}): ${c.fit}`,
      "",
      ...table(sides(diff, options), [
        [
          counted(c.natives.source),
          c.natives.target.length === 0 ? md(c.substitute ?? "nothing") : counted(c.natives.target),
        ],
      ]),
      ...table(
        ["property", "verdict", ...sides(diff, options), "why and what instead"],
        c.rows.map((r) => [
          code(r.path),
          r.verdict,
          code(short(r.from)),
          code(short(r.to)),
          md([r.why, r.instead].filter(Boolean).join(" ")),
        ]),
      ),
    ]),
    ...(diff.foreign.length + diff.unknown.length === 0 ? [] : ["## Without a counterpart", ""]),
    ...table(
      ["type", "count", "instead"],
      [
        ...diff.foreign.map((f) => [code(f.type), String(f.count), md(f.instead)]),
        ...diff.unknown.map((u) => [code(u.type), String(u.count), "**unknown type**"]),
      ],
    ),
  ]),
  exitCode: 0,
});

const SIGN: Readonly<Record<DiffRow["verdict"], string>> = {
  kept: "=",
  "by-hand": "✎",
  rewritten: "~",
  coarsened: "≈",
  depends: "?",
  lost: "−",
  "not-read": "·",
};

function rowLines(row: DiffRow, p: Paint): string[] {
  const tone = row.verdict === "lost" ? p.red : row.verdict === "kept" ? p.green : p.yellow;
  const value = row.verdict === "kept" || row.verdict === "by-hand" ? short(row.from) : shortPair(row.from, row.to);
  return [
    `  ${tone(`${SIGN[row.verdict]} ${row.verdict.padEnd(9)}`)} ${row.path}: ${value}`,
    ...(row.why || row.instead ? [`      ${p.dim([row.why, row.instead].filter(Boolean).join(" "))}`] : []),
  ];
}

function notRead(rows: readonly DiffRow[]): string[] {
  const paths = rows.filter((r) => r.verdict === "not-read").map((r) => r.path);
  const times = (path: string) => paths.filter((p) => p === path).length;
  const named = [...new Set(paths)].map((path) => (times(path) > 1 ? `${times(path)} × ${path}` : path));
  return named.length === 0 ? [] : [`  · not read: ${list(named, 6)}`];
}

function counted(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, n]) => (n === 1 ? type : `${n} × ${type}`)).join(", ");
}

function sides({ source, target }: Diff, options: Pick<ReportOptions, "titles">): string[] {
  return [source, target].map(({ cloud }) => md(called(cloud, options)));
}
