import type { Action, Plan, Step } from "../migration-plans/plan.ts";
import { shortId } from "./assessment-reading.ts";
import { code, fact, list, paragraph, pieces, type Section, table, text } from "./html/html.ts";
import { page } from "./html/page.ts";
import { returnHtml } from "./html/return-trip.ts";
import { citation as cited } from "./html/sources.ts";
import { type Language, languageOf, plain } from "./language/language.ts";
import { durationOf, hazardsOf, otherWorkOf, placesOf, timeOf, workOf } from "./plan-reading.ts";
import { called, type Reporter } from "./reporter.ts";

const STYLE = `
details.destroy { border-left-color: var(--stop); } details.manual { border-left-color: var(--warn); }
.point { color: var(--stop); border-top: 2px solid var(--stop); margin: 1.5rem 0 .5rem; padding-top: .5rem; font-weight: 600; }
dl { margin: .5rem 0 .25rem; display: grid; grid-template-columns: 5.5rem 1fr; gap: .3rem .75rem; } dt { color: var(--soft); font-size: .9rem; } dd { margin: 0; min-width: 0; } dd ul { margin: 0; padding-left: 1.1rem; }
@media screen and (max-width: 44rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .4rem; } dd ul { padding-left: 1.1rem; } }
`;
/** So many steps before are named one by one. */
const NEEDS = 12;

/** The runbook as one self-contained page: no network, no script; prints on paper with every step open. */
export const planHtml: Reporter<Plan> = (plan, options) => {
  const l = languageOf(options.lang);
  const { words } = l;
  const byId = new Map(plan.steps.map((s) => [s.id, s]));
  const numbers = new Map(plan.steps.map((s, i) => [s.id, i + 1]));
  const title = words.plan.title(called(plan.from, options), called(plan.to, options, plan.region));
  const named = (id: string) => text(l.word(words.phases, id));
  const parts = partsOf(plan, l);
  const header = `${plan.complete ? "" : paragraph(text(words.banner), "stop")}<h1>${text(title)}</h1>
${paragraph(text(`${words.scenario}${words.colon}${l.word(words.scenarios, plan.scenario)} · ${durationOf(plan.steps, l)}. ${words.plan.work}${words.colon}${workOf(plan, l)}. ${words.plan.workMeans}`), "soft")}${paragraph(text(`${words.plan.notRun}${words.colon}${words.plan.notRunMeans}. ${words.plan.uncalibrated}.`), "note")}${paragraph(text(words.plan.factsNote), "soft")}<nav aria-label="${text(words.contents)}">${plan.phases.map((p) => `<a href="#${text(p.id)}">${named(p.id)} (${p.steps.length})</a>`).join("")}${parts
    .map((part) => `<a href="#${part.id}">${text(part.title)}</a>`)
    .join("")}</nav>
`;
  const phases = plan.phases.map(
    (phase) =>
      `<section id="${text(phase.id)}"><h2>${named(phase.id)}</h2>${paragraph(fact(phase.purpose, l), "soft")}${phase.steps
        .flatMap((id) => byId.get(id) ?? [])
        .map((s) => stepHtml(s, plan, numbers, l))
        .join("\n")}</section>`,
  );
  const main = `<section><h2>${text(words.plan.startsWhen)}</h2>${list(plan.triggers.map((t) => fact(t, l)))}<h2>${text(words.plan.succeeded)}</h2>${list(plan.successCriteria.map((c) => fact(c, l)))}</section>
${phases.join("\n")}
${parts.map((part) => `<section id="${part.id}"><h2>${text(part.title)}</h2>${part.html}</section>`).join("\n")}
`;
  return { output: page({ title, style: STYLE, header, main }, l), exitCode: 0 };
};

function stepHtml(step: Step, plan: Plan, numbers: ReadonlyMap<string, number>, l: Language): string {
  const words = l.words.plan;
  const { time, dependsOn, work } = timeOf(step, l);
  const needs = step.needs
    .map((n) => numbers.get(n))
    .filter((n) => n !== undefined)
    .sort((a, b) => a - b);
  const some = needs.slice(0, NEEDS).join(", ");
  const after = needs.length > NEEDS ? `${some} ${words.andMore(l.amount(needs.length - NEEDS))}` : some;
  const kind = step.kind === "destroy" ? "destroy" : step.action.run ? "run" : "manual";
  const row = (term: string, html: string) => `<dt>${text(term)}</dt><dd>${html}</dd>`;
  const stop =
    step.id === plan.pointOfNoReturn
      ? paragraph(text(`${words.pointOfNoReturn}${l.words.colon}${words.noWayBack}`), "point")
      : "";
  return `${stop}<details class="${kind}" open><summary><b>${numbers.get(step.id)}.</b> ${fact(step.title, l)}</summary><dl>${[
    row(words.do, action(step.action, l)),
    row(words.check, action(step.verify, l)),
    ...(step.rollback ? [row(words.undo, action(step.rollback, l))] : []),
    row(
      words.who,
      `${text(l.word(l.words.roles, step.role))}, ${text(time)}${dependsOn === undefined ? "" : pieces(l.reason(dependsOn), l)}${work === undefined ? "" : text(`${l.words.semicolon} ${work}`)}`,
    ),
    ...(needs.length > 0 ? [row(words.after, text(after))] : []),
    ...(step.hazards.length > 0
      ? [row(words.hazards, `<a href="#hazards">${text(words.hazardsBelow(l.amount(step.hazards.length)))}</a>`)]
      : []),
  ].join("")}</dl></details>`;
}

function action(a: Action, l: Language): string {
  return a.run ? code(a.run.join(" ")) : fact(a.manual ?? "", l);
}

/** What follows the steps. */
function partsOf(plan: Plan, l: Language): Section[] {
  const { words } = l;
  const otherWork = otherWorkOf(plan, l).map((w) => [
    pieces(l.driver(w.what), l),
    ...[w.phase, w.who, w.hours].map((value) => text(value)),
  ]);
  const toFill = plan.toFill.map(
    (t) =>
      `${fact(t.section, l)} <small>${text(plain(l.fact(t.rule)))}</small>${text(words.colon)}${t.owner === "" ? text(words.plan.noOwner) : text(t.owner)}`,
  );
  return [
    {
      id: "other-work",
      title: words.plan.otherWork,
      html: table(words.plan.otherWork, words.plan.otherWorkColumns, otherWork, "untitled"),
    },
    { id: "return", title: words.returnTrip.title, html: returnHtml(plan.returnTrip, l) },
    { id: "hazards", title: words.plan.hazards, html: list(hazardItems(plan, l)) },
    { id: "to-fill", title: words.plan.toFill, html: list(toFill) },
  ].filter((part) => part.html !== "");
}

/** Each hazard once, with what it threatens: repeated in every step nobody would read it. */
function hazardItems(plan: Plan, l: Language): string[] {
  return hazardsOf(plan).map((hazard) => {
    const where = placesOf(hazard, (id) => code(shortId(id)), l);
    return `${fact(hazard.text, l)} <small>${where}${text(l.words.semicolon)}</small> ${cited(hazard.citation, l)}`;
  });
}
