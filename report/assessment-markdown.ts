import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import { oneLine } from "../constructs/one-line.ts";
import { alternativesSection } from "./alternatives.ts";
import {
  assumedText,
  fitCounts,
  fitsText,
  hoursText,
  kindText,
  partName,
  seenIn,
  shortId,
  sizeText,
  teamText,
  trustLine,
  worstFirst,
} from "./assessment-reading.ts";
import { priceCells } from "./cost.ts";
import { costMarkdown } from "./cost-markdown.ts";
import { daysCell } from "./durations.ts";
import { type Language, languageOf } from "./language/language.ts";
import { called, type Reporter } from "./reporter.ts";
import { requirementSection, requirementSentences, unqualified } from "./requirements.ts";
import { returnMarkdown } from "./return-trip.ts";
import { shownLosses } from "./shown-losses.ts";
import {
  citation,
  code,
  diagnosticPlaces,
  inMarkdown,
  kept,
  lines,
  md,
  pathNames,
  place,
  said,
  table,
  unknown,
  wholly,
} from "./words.ts";

const MOST_COMPONENTS = 20;

/** The whole assessment for people, with every source. */
export const assessmentMarkdown: Reporter<Assessment> = (assessment, options) => {
  const l = languageOf(options.lang);
  const { words, amount } = l;
  const { source, target, effort, time } = assessment;
  const assumed = assumedText(time.team, l);
  const output = lines([
    ...(assessment.complete ? [] : [`**${words.incomplete}**`, ""]),
    `# ${words.title}${words.colon}${md(inside(words.leaving(called(source.cloud, options), called(target.cloud, options, target.region))))}`,
    "",
    `${words.estate}${words.colon}${md(pathNames(source, l))}. ${words.scenario}${words.colon}${l.word(words.scenarios, assessment.scenario)}. **${trustLine(assessment, l)}.** ${words.trust}`,
    "",
    words.factsNote,
    "",
    ...requirementSentences(assessment, l),
    ...taken(assessment, l),
    `## ${words.effort}`,
    "",
    ...table(
      ["", "P10", "P50", "P80", "P95", words.unit],
      [
        [words.effort, ...percentiles(effort, l), words.personDays],
        [
          words.time,
          ...percentiles(time, l),
          `${words.calendarDays}, ${teamText(time.team, l)}${assumed === undefined ? "" : ` (${assumed})`}`,
        ],
        ...(time.otherTeams ?? []).map((t) => [
          words.time,
          ...percentiles(t, l),
          `${words.calendarDays}, ${teamText(t, l)}`,
        ]),
      ],
    ),
    words.percentilesMean,
    "",
    ...parts(words.phase, effort.byPhase, l, (name) => l.word(words.phases, name)),
    ...parts(words.role, effort.byRole, l, (name) => l.word(words.roles, name)),
    ...parts(words.component, effort.byComponent.slice(0, MOST_COMPONENTS), l, (name) => partName(name, l)),
    `## ${words.schedule}`,
    "",
    `${words.criticalPath}${words.colon}${time.criticalPath.map((name) => said(name, l)).join(" → ")}.`,
    "",
    ...table(
      [words.step, words.kind, `${words.days} P50`, "P80", words.starts, words.ends, words.endsLate, words.decides],
      time.schedule.map((s) => [
        ...[said(s.name, l), words.kindsOfStep[s.kind], daysCell(s.days.p50, l), daysCell(s.days.p80, l)],
        ...[amount(s.start.p50), amount(s.end.p50), amount(s.end.p80), l.percent(s.critical)],
      ]),
    ),
    ...table(
      [words.window, words.binds, words.days, words.untilHead, words.probability, words.sourceHead],
      time.windows.map((w) => [
        ...[said(w.name, l), l.word(words.bounds, w.bound)],
        ...[
          w.days === null ? unknown(l, w.dependsOn) : daysCell(w.days, l),
          `${words.windowFrom[w.from]} → ${words.until[w.until]}`,
        ],
        w.give
          ? words.giveNotice(l.amount(w.give.p50), l.amount(w.give.p80))
          : w.probability === null
            ? unknown(l)
            : l.chance(w.probability),
        citation(w.citation, l),
      ]),
    ),
    ...hazards(assessment, l),
    ...returnMarkdown(assessment.returnTrip, l),
    `## ${words.components}`,
    "",
    `${fitsText(fitCounts(assessment.components), l)}.`,
    "",
    ...worstFirst(assessment.components).flatMap((c) => component(c, assessment, l)),
    ...alternativesSection(assessment, l, options),
    ...requirementSection(assessment, l),
    `## ${words.foreign}`,
    "",
    ...table(
      [words.type, words.count, words.whatItIs, words.replacement, words.pricedAs, words.sourceHead],
      assessment.foreign.map((f) => [
        ...[
          code(f.type),
          amount(f.count),
          kept(f.what, l),
          wholly(f.instead, l),
          inMarkdown(l.driver(f.pricedAs), l),
          citation(f.citation, l),
        ],
      ]),
    ),
    `## ${words.levers}`,
    "",
    ...table(
      [words.driver, words.likelyDays, words.share],
      effort.drivers.map((d) => [inMarkdown(l.driver(d.driver), l), amount(d.likelyDays), l.percent(d.share)]),
    ),
    ...(effort.drivers.length === 0 ? [] : [words.driversMean, ""]),
    ...table(
      [words.change, words.savesP50, words.savesP80],
      assessment.levers.map((lever) => [said(lever.change, l), amount(lever.saves.p50), amount(lever.saves.p80)]),
    ),
    `## ${words.dataCost}`,
    "",
    ...table(
      [words.component, words.method, words.size, words.hours, words.verification, words.downtime, words.keepsUp],
      assessment.data.moves.map((m) => [
        ...[
          code(shortId(m.component)),
          m.method ?? unknown(l),
          m.gib === null ? unknown(l, m.dependsOn) : sizeText(m.gib, m.times, l),
        ],
        ...[m.hours, m.verificationHours, m.downtimeHours].map((range) => hoursText(range, l) ?? unknown(l)),
        m.catchesUp === null ? unknown(l) : m.catchesUp ? words.yes : `**${words.tooSlow}**`,
      ]),
    ),
    ...costMarkdown(assessment.cost, l),
    `## ${words.unknowns}`,
    "",
    ...table(
      [words.what, words.settles, words.assumedHead, words.where],
      assessment.unknowns.map((u) => [
        ...[
          said(u.what, l),
          said(u.dependsOn, l),
          u.assumed === undefined ? "–" : said(u.assumed, l),
          md(place(u.at, l)),
        ],
      ]),
    ),
    ...(assessment.diagnostics.length === 0 ? [] : [`## ${words.diagnostics}`, ""]),
    ...assessment.diagnostics.map(
      (d) =>
        `- ${words.severities[d.severity]} ${d.code}${words.colon}${said(d.summary, l)}. ${said(d.detail, l)} ${md(diagnosticPlaces(d, l).join("; "))}`,
    ),
  ]);
  return { output, exitCode: 0 };
};

/** What the scenario takes away, before every number. */
function taken({ reading }: Assessment, l: Language): string[] {
  const { words } = l;
  const { assumes, lost, atRisk = [], mayBeLost, unread, restored, price } = reading;
  return [
    ...assumes.map((a) => `- ${said(a, l)}`),
    "",
    ...table(
      [words.component, words.data],
      [
        ...lost.map((d) => [code(shortId(d.component)), `**${words.verdicts.lost}**${words.colon}${said(d.why, l)}`]),
        ...atRisk.map((d) => [
          code(shortId(d.component)),
          `**${words.verdicts.atRisk}**${words.colon}${said(d.why, l)}`,
        ]),
        ...mayBeLost.map((d) => [
          code(shortId(d.component)),
          `${words.verdicts.depends}${words.colon}${said(d.why, l)}`,
        ]),
        ...restored.map((d) => [
          code(shortId(d.component)),
          words.restored(d.ageHours === null ? words.unknownAge : words.age(l.amount(d.ageHours))),
        ]),
      ],
    ),
    ...(unread ? [words.unreadData, ""] : []),
    ...(price
      ? table(
          [words.monthBefore, words.monthAfter, words.monthTarget, words.leavingCosts, words.paysAfter],
          [priceCells(price, l).map((said) => said ?? unknown(l, price.dependsOn))],
        )
      : []),
  ];
}

/** What the exit itself needs, in every scenario. */
function hazards({ reading }: Assessment, l: Language): string[] {
  const { words } = l;
  return [
    `## ${words.hazards}`,
    "",
    ...table(
      [words.what, words.stands, words.seenIn, words.fails],
      reading.dependencies.map((d) => [
        said(d.what, l),
        d.status === "unknown" ? unknown(l, d.dependsOn) : words.standing[d.status],
        md(seenIn(d, l)),
        said(d.fails, l),
      ]),
    ),
  ];
}

function component(c: ComponentResult, assessment: Assessment, l: Language): string[] {
  const { words } = l;
  return [
    `### ${code(shortId(c.id))} (${kindText(c, l)})${words.colon}${words.fits[c.fit]}`,
    "",
    ...unqualified(assessment, c.id, l).flatMap(({ qualification, verdict, why }) => [
      `${md(qualification)}${words.colon}${md(verdict)} (${why.map((w) => said(w, l)).join(`${words.semicolon} `)})`,
      "",
    ]),
    ...(c.substitute ? [`${words.substitute}${words.colon}${kept(c.substitute, l)}`, ""] : []),
    ...table(
      [words.asked, words.verdict, words.class, words.why, words.instead, words.sourceHead],
      shownLosses(c).map((loss) => [
        ...[code(loss.path), words.verdicts[loss.verdict], words.classes[loss.class]],
        ...[wholly(loss.why, l), wholly(loss.instead, l), citation(loss.citation, l)],
      ]),
    ),
    ...table(
      [words.leaf, words.gap, words.class],
      [
        ...c.coarsened.map((g) => [code(`${g.address} ${g.path}`), words.coarsened, words.classes[g.class]]),
        ...c.residue.map((g) => [code(`${g.address} ${g.path}`), words.notRead, words.classes[g.class]]),
        ...c.holes.map((h) => [code(h.path), `${words.hole}${words.colon}${code(oneLine(h.expression))}`, ""]),
      ],
    ),
  ];
}

function percentiles(p: Pick<Assessment["effort"], "p10" | "p50" | "p80" | "p95">, l: Language) {
  return [p.p10, p.p50, p.p80, p.p95].map(l.amount);
}

function parts(
  head: string,
  list: Assessment["effort"]["byPhase"],
  l: Language,
  name: (name: string) => string,
): string[] {
  return table(
    [head, "P10", "P50", "P80", "P95"],
    list.map((part) => [md(name(part.name)), ...percentiles(part, l)]),
  );
}

/** A title as it goes on after a colon. */
function inside(title: string): string {
  return `${title[0]?.toLowerCase() ?? ""}${title.slice(1)}`;
}
