import type { Assessment } from "../assessment/assessment.ts";
import { byFit, calibration, fits, judged, percentiles } from "./assessment-text.ts";
import type { Reporter } from "./reporter.ts";
import { requirementSection, requirementSentences, unqualified } from "./requirements.ts";
import { amount, code, incomplete, lines, md, place, table } from "./words.ts";

/** The whole assessment for people, with every source. */
export const assessmentMarkdown: Reporter<Assessment> = (assessment) => {
  const { source, target, effort, time } = assessment;
  const output = lines([
    ...incomplete(assessment).flatMap((l) => [`**${l}**`, ""]),
    `# Exit assessment: ${source.cloud} to ${target.cloud}:${target.region}`,
    "",
    `Of ${md(source.paths.join(", "))}; scenario ${assessment.scenario}. **${sentence(calibration(assessment))}**: ${judged(assessment)}.`,
    "",
    ...requirementSentences(assessment),
    ...readingOf(assessment),
    ...table(
      ["", "P10", "P50", "P80", "P95", "unit"],
      [
        ["effort", ...[effort.p10, effort.p50, effort.p80, effort.p95].map(amount), "person-days"],
        [
          "time",
          ...[time.p10, time.p50, time.p80, time.p95].map(amount),
          `calendar days, ${amount(time.team.people)} people${time.team.assumed ? " (assumed)" : ""}`,
        ],
      ],
    ),
    `P10 is where nothing unknown arises, the others where all of it does. In short: ${percentiles(effort)} person-days.`,
    "",
    ...parts("phase", effort.byPhase),
    ...parts("role", effort.byRole),
    ...parts("component", effort.byComponent.slice(0, MOST_COMPONENTS)),
    "## Time and windows",
    "",
    `Critical path: ${time.criticalPath.map(md).join(" → ")}.`,
    "",
    ...table(
      ["step", "kind", "days P50", "P80", "starts P50", "ends P50", "ends P80", "decides the end"],
      time.schedule.map((s) => [
        ...[md(s.name), s.kind, amount(s.days.p50), amount(s.days.p80)],
        ...[amount(s.start.p50), amount(s.end.p50), amount(s.end.p80), `${Math.round(s.critical * 100)} %`],
      ]),
    ),
    ...table(
      ["window", "binds", "days", "until", "probability of being met", "source"],
      time.windows.map((w) => [
        ...[md(w.name), w.bound, w.days === null ? `**unknown**: ${md(w.dependsOn ?? "")}` : amount(w.days), w.until],
        w.probability === null ? "**unknown**" : `${Math.round(w.probability * 100)} %`,
        md(`${w.citation.source}${w.citation.date ? `, ${w.citation.date}` : ""}`),
      ]),
    ),
    "## Components",
    "",
    `${fits(assessment)}.`,
    "",
    ...byFit(assessment.components).flatMap((c) => [
      `### ${code(c.id)} (${c.kind}): ${c.fit}`,
      "",
      ...unqualified(assessment, c.id).flatMap((u) => [`${md(u.qualification)}: ${md(u.why)}.`, ""]),
      ...(c.substitute ? [`Instead: ${md(c.substitute)}`, ""] : []),
      ...table(
        ["prop", "verdict", "class", "why", "what instead", "source"],
        c.losses.map((l) => [
          code(l.path),
          l.verdict,
          l.class,
          md(l.why),
          md(l.instead),
          md(`${l.citation.source}${l.citation.date ? `, ${l.citation.date}` : ""}`),
        ]),
      ),
      ...table(
        ["leaf", "gap", "class"],
        [
          ...c.coarsened.map((g) => [code(`${g.address} ${g.path}`), "coarsened", g.class]),
          ...c.residue.map((g) => [code(`${g.address} ${g.path}`), "not read", g.class]),
          ...c.holes.map((h) => [code(h.path), `hole: ${code(h.expression)}`, ""]),
        ],
      ),
    ]),
    ...requirementSection(assessment),
    "## Foreign types",
    "",
    ...table(
      ["type", "count", "what it is", "what replaces it", "priced as", "source"],
      assessment.foreign.map((f) => [
        code(f.type),
        String(f.count),
        md(f.what),
        md(f.instead),
        f.pricedAs,
        md(f.citation.source),
      ]),
    ),
    "## What drives the effort, and what would shrink it",
    "",
    ...table(
      ["driver", "likely days", "share"],
      effort.drivers.map((d) => [md(d.driver), amount(d.likelyDays), `${Math.round(d.share * 100)} %`]),
    ),
    ...table(
      ["lever", "saves at P50", "saves at P80"],
      assessment.levers.map((l) => [md(l.change), amount(l.saves.p50), amount(l.saves.p80)]),
    ),
    "## Data and cost",
    "",
    ...table(
      ["component", "method", "GiB", "hours", "verification", "nobody can write", "keeps up"],
      assessment.data.moves.map((m) => [
        code(m.component),
        m.method,
        m.gib === null ? `**unknown**: ${md(m.dependsOn ?? "")}` : amount(m.gib),
        ...[m.hours, m.verificationHours, m.downtimeHours].map(hours),
        m.catchesUp === null ? "**unknown**" : m.catchesUp ? "yes" : "**no**: changes come faster than the copy",
      ]),
    ),
    ...assessment.cost.unpriced.map((u) => `- ${md(u.what)}: **unknown**, depends on ${md(u.dependsOn)}`),
    "",
    "## Not known",
    "",
    ...table(
      ["what", "depends on", "assumed", "where"],
      assessment.unknowns.map((u) => [md(u.what), md(u.dependsOn), md(u.assumed ?? ""), md(place(u.at))]),
    ),
    ...(assessment.diagnostics.length === 0 ? [] : ["## Diagnostics", ""]),
    ...assessment.diagnostics.map(
      (d) => `- ${d.severity} ${d.code}: ${md(d.summary)}. ${md(d.detail)} ${md(place(d.source))}`,
    ),
  ]);
  return { output, exitCode: 0 };
};

/** What the scenario takes away, before every number; the dependencies of the exit itself in every scenario. */
function readingOf({ reading }: Assessment): string[] {
  const { assumes, lost, mayBeLost, restored, dependencies, price } = reading;
  const euros = (n: number | null) => (n === null ? "**unknown**" : `${amount(n)} EUR`);
  return [
    ...assumes.map((a) => `- ${md(a)}`),
    "",
    ...table(
      ["component", "data"],
      [
        ...lost.map((l) => [code(l.component), `**lost**: ${md(l.why)}`]),
        ...mayBeLost.map((l) => [code(l.component), `may be lost: ${md(l.why)}`]),
        ...restored.map((r) => [
          code(r.component),
          `restored from a copy, ${r.ageHours === null ? "of unknown age" : `up to ${amount(r.ageHours)} h old`}`,
        ]),
      ],
    ),
    ...(price
      ? table(
          ["a month at the source", "then", "at the target", "work of leaving (P80)", "pays after (P80)"],
          [
            [
              ...[euros(price.before), euros(price.after), euros(price.target), euros(price.leaving?.p80 ?? null)],
              price.never
                ? "never"
                : price.breakEvenMonths === null
                  ? "**unknown**"
                  : `${amount(price.breakEvenMonths.p80)} months`,
            ],
          ],
        )
      : []),
    "### What the exit itself needs",
    "",
    ...table(
      ["what", "stands", "seen in", "without it"],
      dependencies.map((d) => [
        md(d.what),
        d.status === "unknown"
          ? `**unknown**: ${md(d.dependsOn ?? "")}`
          : d.status === "source"
            ? "at the source"
            : d.status,
        md(d.seenIn ?? ""),
        md(d.fails),
      ]),
    ),
  ];
}

function hours(range: { low: number; likely: number; high: number } | null): string {
  return range === null
    ? "**unknown**"
    : `${amount(range.low)} to ${amount(range.high)} h, likely ${amount(range.likely)} h`;
}

const MOST_COMPONENTS = 20;

function parts(what: string, list: Assessment["effort"]["byPhase"]): string[] {
  return table(
    [what, "P10", "P50", "P80", "P95"],
    list.map((part) => [md(part.name), ...[part.p10, part.p50, part.p80, part.p95].map(amount)]),
  );
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
