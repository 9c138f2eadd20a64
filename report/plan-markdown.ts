import type { Action, Plan, Step } from "../migration-plans/plan.ts";
import { durationOf } from "./plan-text.ts";
import type { Reporter } from "./reporter.ts";
import { amount, code, incomplete, lines, md, table } from "./words.ts";

/** The runbook: what a person follows on the day, top to bottom. */
export const planMarkdown: Reporter<Plan> = (plan) => {
  const byId = new Map(plan.steps.map((s) => [s.id, s]));
  const numbers = new Map(plan.steps.map((s, i) => [s.id, i + 1]));
  const point = plan.pointOfNoReturn;
  const output = lines([
    ...incomplete(plan).flatMap((l) => [`**${l}**`, ""]),
    `# Runbook: ${plan.from} to ${plan.to}:${plan.region}`,
    "",
    `Scenario ${plan.scenario}. **Not run yet**: nothing here was tried on a live cloud. Durations are uncalibrated: ${durationOf(plan.steps)}.`,
    "",
    "**Starts when**",
    "",
    ...plan.triggers.map((t) => `- ${md(t)}`),
    "",
    "**Has succeeded when**",
    "",
    ...plan.successCriteria.map((c) => `- ${md(c)}`),
    "",
    ...table(
      ["to fill in", "owner"],
      plan.toFill.map((t) => [md(t.section), md(t.owner) || "____"]),
    ),
    ...plan.phases.flatMap((phase) => [
      `## ${phase.id}`,
      "",
      `${md(phase.purpose)}.`,
      "",
      ...phase.steps
        .flatMap((id) => byId.get(id) ?? [])
        .flatMap((s) => [
          ...(s.id === point ? ["> **Point of no return.** No step from here on can be undone.", ""] : []),
          ...stepLines(s, numbers),
        ]),
    ]),
    "## Hazards",
    "",
    ...hazards(plan),
    "",
    "## Files",
    "",
    ...[...plan.targetCode.files, ...plan.files].map((f) => `- ${code(f)}`),
  ]);
  return { output, exitCode: 0 };
};

function stepLines(step: Step, numbers: ReadonlyMap<string, number>): string[] {
  const needs = step.needs.map((n) => numbers.get(n)).filter((n) => n !== undefined);
  const time = step.duration
    ? `${amount(step.duration.low)} to ${amount(step.duration.high)} h`
    : `unknown: depends on ${step.durationDependsOn ?? "what is found"}`;
  return [
    `### ${numbers.get(step.id)}. ${withCode(step.title)}`,
    "",
    `- [ ] Do: ${action(step.action)}`,
    `- [ ] Check: ${action(step.verify)}`,
    ...(step.rollback ? [`- Undo: ${action(step.rollback)}`] : []),
    `- ${md(step.role)}, ${md(time)}${needs.length > 0 ? `; after ${ranges(needs)}` : ""}${step.hazards.length > 0 ? "; see [hazards](#hazards)" : ""}`,
    "",
  ];
}

function action(a: Action): string {
  return a.run
    ? code(a.run.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(" "))
    : withCode(a.manual ?? "");
}

/** Text in which what stands between back quotes is code. */
function withCode(text: string): string {
  const parts = text.split("`");
  // An odd quote left over is text.
  return parts.map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? code(part) : md(part))).join("");
}

/** 1, 2, 3, 7 as "1 to 3, 7". */
function ranges(numbers: readonly number[]): string {
  const out: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else out.push([n, n]);
  }
  return out.map(([a, b]) => (a === b ? String(a) : b === a + 1 ? `${a}, ${b}` : `${a} to ${b}`)).join(", ");
}

function hazards(plan: Plan): string[] {
  const seen = new Map<string, { citation: string; steps: Set<string> }>();
  for (const step of plan.steps) {
    for (const { text, citation } of step.hazards) {
      const entry = seen.get(text) ?? {
        citation: `${citation.source}${citation.date ? `, ${citation.date}` : ""}`,
        steps: new Set(),
      };
      entry.steps.add(step.component);
      seen.set(text, entry);
    }
  }
  return [...seen].map(
    ([text, { citation, steps }]) =>
      `- ${md(text)} (${[...steps].slice(0, 3).map(code).join(", ")}${steps.size > 3 ? ` and ${steps.size - 3} more` : ""}; ${md(citation)})`,
  );
}
