import type { Action, Plan, Step } from "../migration-plans/plan.ts";
import { durationOf } from "./plan-text.ts";
import type { Reporter } from "./reporter.ts";
import { amount, incomplete } from "./words.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --card: #f6f8fa; --mark: #0b5cad; --warn: #9a4b00; --stop: #a40e26; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa4af; --line: #30363d; --paper: #0d1117; --card: #161b22; --mark: #6cb6ff; --warn: #e0a458; --stop: #ff8182; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { margin: 2.5rem 0 .25rem; font-size: 1.2rem; text-transform: capitalize; }
.note { color: var(--warn); } .stop { color: var(--stop); border-top: 2px solid var(--stop); margin: 1.5rem 0 .5rem; padding-top: .5rem; font-weight: 600; }
.soft, dt { color: var(--soft); font-size: .9rem; }
nav { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0; }
nav a { border: 1px solid var(--line); border-radius: 1rem; padding: .15rem .75rem; color: var(--mark); text-decoration: none; }
details { border: 1px solid var(--line); border-left: 4px solid var(--mark); border-radius: .4rem; background: var(--card); margin: .5rem 0; padding: .5rem .9rem; }
details.destroy { border-left-color: var(--stop); } details.manual { border-left-color: var(--warn); }
summary { cursor: pointer; } dl { margin: .5rem 0 .25rem; display: grid; grid-template-columns: 5rem 1fr; gap: .3rem .75rem; } dd { margin: 0; }
code { font: .88em ui-monospace, monospace; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .3rem; }
@media print { nav { display: none; } details { break-inside: avoid; } body { max-width: none; padding: 0; } }
`;

/** The runbook as one self-contained page: no network, no script; prints on paper with every step open. */
export const planHtml: Reporter<Plan> = (plan) => {
  const byId = new Map(plan.steps.map((s) => [s.id, s]));
  const numbers = new Map(plan.steps.map((s, i) => [s.id, i + 1]));
  const title = `Runbook: ${plan.from} to ${plan.to}:${plan.region}`;
  const output = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title><style>${STYLE}</style></head><body>
<header>
${incomplete(plan)
  .map((l) => `<p class="stop">${text(l)}</p>`)
  .join("")}
<h1>${text(title)}</h1>
<p class="soft">Scenario ${text(plan.scenario)} · ${text(durationOf(plan.steps))}</p>
<p class="note">Not run yet: nothing here was tried on a live cloud. Durations are uncalibrated.</p>
<nav aria-label="Phases">${plan.phases.map((p) => `<a href="#${text(p.id)}">${text(p.id)} (${p.steps.length})</a>`).join("")}</nav>
</header>
<main>
<section><h2>Starts when</h2>${list(plan.triggers)}<h2>Has succeeded when</h2>${list(plan.successCriteria)}</section>
${plan.phases
  .map(
    (phase) => `<section id="${text(phase.id)}"><h2>${text(phase.id)}</h2><p class="soft">${text(phase.purpose)}</p>
${phase.steps
  .flatMap((id) => byId.get(id) ?? [])
  .map((s) => stepHtml(s, plan, numbers))
  .join("\n")}</section>`,
  )
  .join("\n")}
<section><h2>To fill in</h2>${list(plan.toFill.map((t) => `${t.section}: ${t.owner || "no owner yet"}`))}</section>
</main></body></html>
`;
  return { output, exitCode: 0 };
};

function stepHtml(step: Step, plan: Plan, numbers: ReadonlyMap<string, number>): string {
  const time = step.duration
    ? `${amount(step.duration.low)} to ${amount(step.duration.high)} h`
    : `unknown: depends on ${step.durationDependsOn ?? "what is found"}`;
  const needs = step.needs
    .map((n) => numbers.get(n))
    .filter((n) => n !== undefined)
    .sort((a, b) => a - b);
  const kind = step.kind === "destroy" ? "destroy" : step.action.run ? "run" : "manual";
  const row = (term: string, html: string) => `<dt>${term}</dt><dd>${html}</dd>`;
  const stop =
    step.id === plan.pointOfNoReturn
      ? '<p class="stop">Point of no return: no step from here on can be undone.</p>\n'
      : "";
  return `${stop}<details class="${kind}" open><summary><b>${numbers.get(step.id)}.</b> ${withCode(step.title)}</summary><dl>${[
    row("Do", action(step.action)),
    row("Check", action(step.verify)),
    ...(step.rollback ? [row("Undo", action(step.rollback))] : []),
    row("Who", `${text(step.role)}, ${text(time)}`),
    ...(needs.length > 0
      ? [
          row(
            "After",
            needs.length > 12 ? `${needs.slice(0, 12).join(", ")} and ${needs.length - 12} more` : needs.join(", "),
          ),
        ]
      : []),
    ...(step.hazards.length > 0 ? [row("Hazards", list(step.hazards.map((h) => h.text)))] : []),
  ].join("")}</dl></details>`;
}

function action(a: Action): string {
  return a.run ? `<code>${text(a.run.join(" "))}</code>` : withCode(a.manual ?? "");
}

function withCode(value: string): string {
  const parts = value.split("`");
  return parts
    .map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? `<code>${text(part)}</code>` : text(part)))
    .join("");
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((i) => `<li>${withCode(i)}</li>`).join("")}</ul>`;
}

function text(value: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return value.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
