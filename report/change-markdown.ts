import type { Change, ChangedComponent, Finding } from "../assessment/change.ts";
import { amount } from "../constructs/amount.ts";
import {
  acceptance,
  argumentTexts,
  daysText,
  differenceText,
  fitText,
  newFindings,
  share,
  signed,
  tally,
  titleOf,
} from "./change-text.ts";
import { languageOf } from "./language/language.ts";
import { called, type Reporter } from "./reporter.ts";
import { code, diagnosticPlaces, incomplete, lines, md, place, plural, table } from "./words.ts";

/** Rows of a table in a comment; a comment has a limit, and a reader too. */
const MOST = 20;

/** A comment of a pull request: what matters on top, the rest folded away. */
export const changeMarkdown: Reporter<Change> = (change, options) => {
  const { target, effort, time, components, findings, gate, types, resources } = change;
  const fresh = newFindings(change);
  const notes = fresh.filter((f) => f.level === "note");
  const said = change.diagnostics.filter((d) => d.severity !== "info");
  const accepted = findings.filter((f) => f.state === "new" && f.accepted);
  const resolved = findings.filter((f) => f.state === "resolved");
  const output = lines([
    ...incomplete(change).flatMap((l) => [`**${l}**`, ""]),
    `### Leaving for ${md(called(target.cloud, options, target.region))}: ${headline(change)}`,
    "",
    ...gate.failed.map((f) => `- **failed ${f.condition}**: ${md(f.why)}`),
    ...(gate.failed.length === 0 && gate.asked.length > 0 ? [`Passed: ${gate.asked.join(", ")}.`] : []),
    "",
    ...table(
      ["", "P50 before", "P50 after", "P80 before", "P80 after", "change at P80"],
      [
        row(`effort, person-days${effort.calibrated ? "" : " (uncalibrated)"}`, effort),
        row("time, calendar days", time),
      ],
    ),
    ...regionMoves(change).flatMap((move) => [`**Region moved**: ${move}`, ""]),
    ...(fresh.length === 0 ? ["Nothing new is lost, foreign or unknown.", ""] : []),
    ...(fresh.length > notes.length
      ? [`**New on the way out: ${plural(fresh.length - notes.length, "finding")}**`, ""]
      : []),
    ...findingTable(fresh.filter((f) => f.level !== "note")),
    ...folded(`New, of less weight: ${plural(notes.length, "finding")}`, findingTable(notes, false), notes.length),
    ...folded(
      `Components: ${tally(change)}`,
      table(
        ["component", "fit", "effort", "what changed"],
        components.slice(0, MOST).map((c) => componentRow(c)),
      ),
      components.length,
    ),
    ...folded(
      `Resources without a neutral kind: ${plural(types.length, "type")}`,
      table(
        ["type", "before", "after", ""],
        types.slice(0, MOST).map((t) => [code(t.type), String(t.before), String(t.after), t.what]),
      ),
      types.length,
    ),
    ...folded(
      `Resources without a neutral kind: ${resources.length} changed`,
      resources
        .slice(0, MOST)
        .map((r) => `- ${code(r.id)} ${md(place(r.at))}: ${some(argumentTexts(r).map(code)).join(", ")}`),
      resources.length,
    ),
    ...folded(
      `${plural(accepted.length, "new finding")} accepted`,
      accepted.slice(0, MOST).map((f) => `- ${code(titleOf(f))}: ${md(acceptance(f))}`),
      accepted.length,
    ),
    ...folded(
      `${plural(resolved.length, "finding")} no longer there`,
      resolved.slice(0, MOST).map((f) => `- ${code(titleOf(f))}`),
      resolved.length,
    ),
    ...folded(
      plural(said.length, "diagnostic"),
      said
        .slice(0, MOST)
        .map(
          (d) => `- ${d.code} ${md(`${d.summary}: ${d.detail}`)} ${md(diagnosticPlaces(d, languageOf()).join("; "))}`,
        ),
      said.length,
    ),
    ...gate.waivers
      .filter((w) => w.status === "unused")
      .map((w) => `- Unused waiver of ${md(w.owner)}: ${w.rule} of ${code(w.component)}`),
    ...(gate.stale.length === 0
      ? []
      : [`- ${plural(gate.stale.length, "entry", "entries")} of the baseline fit nothing any more`]),
  ]);
  return { output, exitCode: gate.failed.length === 0 ? 0 : 1 };
};

function headline({ effort, components, types, resources, findings }: Change): string {
  const { before, after, change, significant } = effort;
  const isSame =
    components.length + types.length + resources.length === 0 && findings.every((f) => f.state === "existing");
  const nothing = isSame && change.p80 === 0;
  if (nothing) return "this change does nothing to it";
  if (change.p80 === 0) return `as much work as before (${amount(after.p80)} person-days at P80)`;
  return `${amount(before.p80)} → ${amount(after.p80)} person-days at P80 (${share(effort)}, ${significant ? "**significant**" : "not significant"})`;
}

/** Where data lies and under whose law is no work, and more than a detail of a component. */
function regionMoves({ components, resources }: Change): string[] {
  const moves = [
    ...components.flatMap((c) => c.differences.filter((d) => d.what === "region")),
    ...resources.flatMap(({ region }) => region ?? []),
  ];
  const known = (region: unknown) => (region === null ? "not known" : code(String(region)));
  const alike = Map.groupBy(moves, ({ before, after }) => `${known(before)} → ${known(after)}`);
  return [...alike].map(([move, all]) => `${move}, ${plural(all.length, "resource")}`);
}

function row(name: string, { before, after, change }: Pick<Change["effort"], "before" | "after" | "change">): string[] {
  return [name, amount(before.p50), amount(after.p50), amount(before.p80), amount(after.p80), signed(change.p80)];
}

function findingTable(fresh: readonly Finding[], counted = true): string[] {
  const shown = fresh.slice(0, MOST).map((f) => {
    const rule = f.level === "error" ? `**${f.rule}**` : f.rule;
    return [
      f.path === "" ? rule : `${rule} ${code(f.path)}`,
      `${code(f.subject)} ${md(place(f.at))}`,
      md([f.message, f.instead].filter(Boolean).join(" ")),
    ];
  });
  return [...table(["what", "where", "why and what instead"], shown), ...(counted ? rest(fresh.length) : [])];
}

function componentRow(c: ChangedComponent): string[] {
  const what = some(c.differences.map((d) => code(differenceText(d))));
  return [
    `${code(c.id)} (${c.kind}) ${md(place(c.at))}`,
    fitText(c),
    daysText(c),
    c.change === "changed" ? what.join("<br>") : c.change,
  ];
}

/** The first five, and how many more there are. */
function some(all: readonly string[]): readonly string[] {
  return all.length > 5 ? [...all.slice(0, 5), `and ${all.length - 5} more`] : all;
}

/** Nothing for nothing. */
function folded(summary: string, body: readonly string[], count: number): string[] {
  if (count === 0) return [];
  return [`<details><summary>${summary}</summary>`, "", ...body, ...rest(count), "", "</details>", ""];
}

function rest(count: number): string[] {
  return count > MOST ? ["", `… and ${count - MOST} more (\`--format json\`)`, ""] : [];
}
