import { compareText, type Diagnostic, type Location, saidOnce } from "../constructs/diagnostic.ts";
import { snakeCase } from "../providers/labels.ts";
import type { Native } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { inDays } from "./breakdown.ts";
import type { Change, ChangedComponent, Finding } from "./change.ts";
import { parts } from "./charge.ts";
import { componentChanges } from "./component-changes.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { findingsOf, isAmong } from "./findings.ts";
import { countBy } from "./learning.ts";
import { tenth } from "./numbers.ts";
import { regionsOf } from "./regions.ts";
import { resourceChanges } from "./resource-changes.ts";
import { FORMAT_VERSION, sourceOf, targetOf } from "./result.ts";
import { inScenario } from "./scenarios.ts";
import { type Percentiles, percentiles } from "./simulate.ts";
import { timeOf } from "./time.ts";

/** A change of P80 counts from here on: as a share of what it was, and in person-days. */
const SIGNIFICANT = { share: 0.05, days: 0.5 };
/** With more changed components none has days of its own: each would hold thousands of draws. */
const MOST_WITH_DAYS = 200;
/** What is said of one side of a change only: that the base has no estate, that a module of it is left out. */
const OF_A_SIDE = ["EX0012", "EX0026"];

/**
 * What a change does to the exit, base against head, on one target with the same facts. Both are drawn with the same random
 * numbers, keyed by work item, so whatever did not change contributes no difference. Pure; nothing is judged yet.
 */
export function change(asked: { readonly base: AssessInput; readonly head: AssessInput }): Change {
  const [before, after] = [inScenario(asked.base), inScenario(asked.head)];
  const [base, head] = [estimate(before), estimate(after)];
  const days = (of: Estimate) => inDays(percentiles(of.hours), of.model.model.hoursPerPersonDay);
  const effort = moved(days(base), days(head));
  const components = componentChanges(before, after);
  const calibrated = after.facts?.calibration !== undefined;
  return {
    formatVersion: FORMAT_VERSION,
    complete: before.estate.complete && after.estate.complete,
    tool: after.tool,
    base: sourceOf(before.estate, before.survey),
    head: sourceOf(after.estate, after.survey),
    target: targetOf(after),
    effort: { unit: "person-days", ...effort, significant: isSignificant(effort), calibrated },
    time: { unit: "days", ...moved(timeOf(before, base), timeOf(after, head)) },
    components: withDays(components, base, head),
    unchanged: after.survey.components.length - components.filter((c) => c.change !== "removed").length,
    types: typeChanges(before, after),
    resources: resourceChanges(before.survey, after.survey),
    regions: { before: regionsIn(before), after: regionsIn(after) },
    findings: findingChanges(before, after),
    gate: { asked: [], failed: [], waivers: [], stale: [] },
    diagnostics: newDiagnostics(before, after),
  };
}

/** What is wrong with the head and was not with the base. Errors all: they hide what is new. */
function newDiagnostics(before: AssessInput, after: AssessInput): Change["diagnostics"] {
  const all = ({ estate, survey, translations }: AssessInput) => [
    ...estate.diagnostics,
    ...survey.diagnostics,
    ...[...translations.values()].flatMap((t) => t.diagnostics),
  ];
  const [was = "-", path = "-"] = [before.estate.source.paths[0], after.estate.source.paths[0]];
  // The same thing is said of another folder; lines move, files do not.
  const text =
    (side: string) =>
    ({ code, address, detail, source }: Diagnostic) =>
      [code, address, ...[detail, source?.file ?? ""].map((said) => said.replaceAll(side, ""))].join(" ");
  const [base, head] = [all(before), all(after)];
  const [known, again] = [new Set(base.map(text(was))), new Set(head.map(text(path)))];
  const left = head.filter((d) => d.severity !== "error" && known.has(text(path)(d)));
  const rest: Diagnostic = {
    severity: "warning",
    code: "EX0011",
    summary: "What could not be read before the change still cannot",
    detail: `${left.length} diagnostics are those of the base and not repeated: \`exeat inventory ${path}\` shows them.`,
  };
  return saidOnce([
    ...base.filter((d) => (d.severity === "error" || OF_A_SIDE.includes(d.code)) && !again.has(text(was)(d))),
    ...head.filter((d) => !left.includes(d)),
    ...(left.length > 0 && !after.estate.complete ? [rest] : []),
  ]);
}

function moved(before: Percentiles, after: Percentiles) {
  const only = ({ p10, p50, p80, p95 }: Percentiles) => ({ p10, p50, p80, p95 });
  const change = (p: "p50" | "p80") => tenth(after[p] - before[p]);
  return { before: only(before), after: only(after), change: { p50: change("p50"), p80: change("p80") } };
}

function isSignificant({ before, change }: ReturnType<typeof moved>): boolean {
  const days = Math.abs(change.p80);
  return days > before.p80 * SIGNIFICANT.share && days >= SIGNIFICANT.days;
}

function withDays(components: readonly ChangedComponent[], base: Estimate, head: Estimate): ChangedComponent[] {
  if (components.length > MOST_WITH_DAYS) return [...components];
  const ids = new Set(components.map((c) => c.id));
  const [was, is] = [daysOf(ids, base), daysOf(ids, head)];
  return components.map(({ differences, ...c }) => ({
    ...c,
    days: { before: was.get(c.id) ?? 0, after: is.get(c.id) ?? 0 },
    differences,
  }));
}

/** P80 of the work charged for each component. */
function daysOf(ids: ReadonlySet<string>, { simulation, model }: Estimate): Map<string, number> {
  const samples = simulation.split((work) => ("subjects" in work ? parts(work).filter((p) => ids.has(p.id)) : []));
  return new Map([...samples].map(([id, s]) => [id, inDays(percentiles(s), model.model.hoursPerPersonDay).p80]));
}

function typeChanges(before: AssessInput, after: AssessInput): Change["types"] {
  return (["foreign", "unknown"] as const).flatMap((what) => {
    const counts = ({ survey }: AssessInput) =>
      countBy(
        survey[what].flatMap((t) => t.natives),
        (n) => n.type,
      );
    const [base, head] = [counts(before), counts(after)];
    return [...new Set([...base.keys(), ...head.keys()])].sort(compareText).flatMap((type) => {
      const [was, is] = [base.get(type) ?? 0, head.get(type) ?? 0];
      return was === is ? [] : [{ type, what, before: was, after: is }];
    });
  });
}

function regionsIn({ survey }: AssessInput): string[] {
  return regionsOf(survey.components, [...survey.foreign, ...survey.unknown]);
}

function findingChanges(before: AssessInput, after: AssessInput): Finding[] {
  const [base, head] = [findingsOf(before), findingsOf(after)];
  const added = addedNatives(before, after);
  return [
    ...[...head.values()].map((f): Finding => {
      if (isAmong(base, f)) return stated(f, "existing");
      return stated({ ...f, at: causeOf(f, added.get(f.subject) ?? []) ?? f.at }, "new");
    }),
    ...[...base.values()].flatMap((f): Finding[] => (isAmong(head, f) ? [] : [stated(f, "resolved")])),
  ];
}

/** Resources that a component of both sides has more than it had. */
function addedNatives(before: AssessInput, after: AssessInput): Map<string, readonly Native[]> {
  const was = new Map(before.survey.components.map((c) => [c.id, new Set(c.natives.map((n) => n.address))]));
  return new Map(
    after.survey.components.map(({ id, natives }) => [
      id,
      natives.filter((n) => was.get(id)?.has(n.address) === false),
    ]),
  );
}

/** Where what is new about a component is taken to come from: the one resource it has more, or the one called like the property. */
function causeOf({ path }: Pick<Finding, "path">, added: readonly Native[]): Location | undefined {
  const [prop = ""] = path.split(".");
  const word = snakeCase(prop).replace(/s$/, "");
  const named = word === "" ? [] : added.filter((n) => n.type.includes(word));
  const [one, ...others] = added.length > 1 ? named : added;
  return one && others.length === 0 ? one.at : undefined;
}

/** Keys in the order of the schema. */
function stated(finding: Omit<Finding, "state">, state: Finding["state"]): Finding {
  const { rule, level, fingerprint, worse, subject, addresses, path, message, instead, at } = finding;
  const more = instead === undefined ? {} : { instead };
  const names = { fingerprint, ...(worse ? { worse } : {}) };
  return { rule, level, state, ...names, subject, addresses, path, message, ...more, at };
}
