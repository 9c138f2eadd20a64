import type { Action, Plan, Step } from "../migration-plans/plan.ts";
import { shortId } from "./assessment-reading.ts";
import { type Language, languageOf, plain } from "./language/language.ts";
import { durationOf, hazardsOf, otherWorkOf, placesOf, timeOf, workOf } from "./plan-reading.ts";
import { called, type Reporter } from "./reporter.ts";
import { returnMarkdown } from "./return-trip.ts";
import { citation as cited, code, inMarkdown, lines, md, said, table } from "./words.ts";

/** The runbook: what a person follows on the day, top to bottom. */
export const planMarkdown: Reporter<Plan> = (plan, options) => {
  const l = languageOf(options.lang);
  const words = l.words.plan;
  const byId = new Map(plan.steps.map((s) => [s.id, s]));
  const numbers = new Map(plan.steps.map((s, i) => [s.id, i + 1]));
  const output = lines([
    ...(plan.complete ? [] : [`**${l.words.incomplete}**`, ""]),
    `# ${md(words.title(called(plan.from, options), called(plan.to, options, plan.region)))}`,
    "",
    `${l.words.scenario}${l.words.colon}${l.word(l.words.scenarios, plan.scenario)}. **${words.notRun}**${l.words.colon}${words.notRunMeans}. ${words.uncalibrated}${l.words.colon}${durationOf(plan.steps, l)}. ${words.work}${l.words.colon}${workOf(plan, l)}. ${words.workMeans}`,
    "",
    words.factsNote,
    "",
    `**${words.startsWhen}**`,
    "",
    ...plan.triggers.map((t) => `- ${said(t, l)}`),
    "",
    `**${words.succeeded}**`,
    "",
    ...plan.successCriteria.map((c) => `- ${said(c, l)}`),
    "",
    ...table(
      [words.toFill, words.askedBy, words.owner],
      plan.toFill.map((t) => [said(t.section, l), md(plain(l.fact(t.rule))), md(t.owner) || "____"]),
    ),
    ...plan.phases.flatMap((phase) => [
      `## ${md(l.word(l.words.phases, phase.id))}`,
      "",
      `${said(phase.purpose, l)}.`,
      "",
      ...phase.steps
        .flatMap((id) => byId.get(id) ?? [])
        .flatMap((s) => [
          ...(s.id === plan.pointOfNoReturn ? [`> **${words.pointOfNoReturn}.** ${words.noWayBack}`, ""] : []),
          ...stepLines(s, numbers, l),
        ]),
    ]),
    `## ${words.otherWork}`,
    "",
    ...table(
      words.otherWorkColumns,
      otherWorkOf(plan, l).map((w) => [inMarkdown(l.driver(w.what), l), md(w.phase), md(w.who), w.hours]),
    ),
    ...returnMarkdown(plan.returnTrip, l),
    `## ${words.hazards}`,
    "",
    ...hazards(plan, l),
    "",
    `## ${words.files}`,
    "",
    ...[...plan.targetCode.files, ...plan.files].map((f) => `- ${code(f)}`),
  ]);
  return { output, exitCode: 0 };
};

function stepLines(step: Step, numbers: ReadonlyMap<string, number>, l: Language): string[] {
  const words = l.words.plan;
  const { colon, semicolon } = l.words;
  const needs = step.needs.map((n) => numbers.get(n)).filter((n) => n !== undefined);
  const { time, dependsOn, work } = timeOf(step, l);
  const hazard = words.hazards.toLowerCase();
  return [
    `### ${numbers.get(step.id)}. ${said(step.title, l)}`,
    "",
    `- [ ] ${words.do}${colon}${action(step.action, l)}`,
    `- [ ] ${words.check}${colon}${action(step.verify, l)}`,
    ...(step.rollback ? [`- ${words.undo}${colon}${action(step.rollback, l)}`] : []),
    `- ${md(l.word(l.words.roles, step.role))}, ${otherName(step)}${time}${dependsOn === undefined ? "" : inMarkdown(l.reason(dependsOn), l)}${work === undefined ? "" : `${semicolon} ${work}`}${needs.length > 0 ? `${semicolon} ${words.afterSteps(ranges(needs, l))}` : ""}${step.hazards.length > 0 ? `${semicolon} ${words.seeHazards} [${hazard}](#${hazard})` : ""}`,
    "",
  ];
}

/** Scripts and hazards call a component by its address: said where the title has its own name. */
function otherName({ component, title }: Step): string {
  const isComponent = component !== "estate" && !/^(foreign|unknown|dependency|hole):/.test(component);
  return isComponent && !title.includes(shortId(component)) ? `${code(shortId(component))}, ` : "";
}

function action(a: Action, l: Language): string {
  return a.run
    ? code(a.run.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(" "))
    : said(a.manual ?? "", l);
}

/** 1, 2, 3, 7 as "1 to 3, 7". */
function ranges(numbers: readonly number[], l: Language): string {
  const out: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else out.push([n, n]);
  }
  const span = (a: number, b: number) => l.words.plan.span(String(a), String(b));
  return out.map(([a, b]) => (a === b ? String(a) : b === a + 1 ? `${a}, ${b}` : span(a, b))).join(", ");
}

function hazards(plan: Plan, l: Language): string[] {
  return hazardsOf(plan).map((hazard) => {
    const where = placesOf(hazard, (id) => code(shortId(id)), l);
    return `- ${said(hazard.text, l)} (${where}${l.words.semicolon} ${cited(hazard.citation, l)})`;
  });
}
