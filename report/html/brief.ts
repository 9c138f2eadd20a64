import type { Assessment } from "../../assessment/assessment.ts";
import {
  assumedText,
  fitCounts,
  fitsText,
  kindText,
  lossCounts,
  shortId,
  teamText,
  trustLine,
} from "../assessment-reading.ts";
import { monthSentence } from "../cost.ts";
import { oneLength } from "../durations.ts";
import { type Language, plain } from "../language/language.ts";
import { uncounted } from "../requirements.ts";
import * as charts from "./charts.ts";
import { type ExitReport, targetName } from "./exit-report.ts";
import { code, fact, list, paragraph, type Section, text } from "./html.ts";
import { saving } from "./levers.ts";

const LEVERS = 3;
const LIKELY_ENOUGH = 0.8;
const NEEDS = 3;
const DAYS_PER_YEAR = 365.25;
const MANY_DAYS = 2 * DAYS_PER_YEAR;

/** What a board reads in half a minute: how much, how long, what breaks, what would help, and how far to believe it. */
export function brief(report: ExitReport, l: Language): Section {
  const { words } = l;
  const [one] = report.assessments;
  const effortMost = Math.max(...report.assessments.map((a) => a.effort.p95));
  const timeMost = Math.max(...report.assessments.map((a) => a.time.p95));
  const several = report.assessments.length > 1;
  const cards = report.assessments.map((a) => {
    const figures = [effort(a, effortMost, l), time(a, timeMost, l), components(a, l), required(a, l), open(a, l)].join(
      "",
    );
    return `<article class="target"><h3>${text(words.to(targetName(report, a)))}</h3>${verdict(a, l)}${paragraph(text(monthSentence(a.cost, l)))}<div${several ? "" : ' class="only"'}>${figures}</div></article>`;
  });
  const columns = report.assessments.map((a) => {
    const name = several ? ` · ${targetName(report, a)}` : "";
    const stops = stopping(a, l);
    const levers = a.levers.slice(0, LEVERS).map((lever) => `${saving(lever.saves, l)} ${fact(lever.change, l)}`);
    return [
      `<div><h3>${text(`${words.stops}${name}`)}</h3>${stops.length > 0 ? list(stops) : paragraph(text(words.noStops))}</div>`,
      levers.length > 0 ? `<div><h3>${text(`${words.first}${name}`)}</h3>${list(levers)}</div>` : "",
    ].join("");
  });
  const html = [
    `<div class="trust"><span class="badge">${text(trustLine(one, l))}</span> ${text(words.trust)}</div>\n`,
    one.components.length + one.foreign.length === 0 ? paragraph(text(words.emptyEstate)) : "",
    `<div class="targets">${cards.join("\n")}</div>\n`,
    `<div class="columns">${columns.join("\n")}</div>\n`,
  ].join("");
  return { id: "brief", title: words.inBrief, html };
}

function figure(label: string, value: string, says: readonly string[], chart = ""): string {
  const lines = says.filter((s) => s !== "").map((s) => `<small>${s}</small><br>`);
  return `<div class="figure"><span class="label">${text(label)}</span><b>${value}</b>${chart}${lines.join("")}</div>`;
}

/** Who reads one sentence reads this one. */
function verdict({ effort, time }: Assessment, l: Language): string {
  const [likely, safe] = [l.count(whole(effort.p50), "personDay"), l.count(whole(effort.p80), "personDay")];
  const others = (time.otherTeams ?? []).map((t) => l.words.withTeam(teamText(t, l), days(t.p50, l), days(t.p80, l)));
  const { programmeAbove } = time.team;
  const programme = programmeAbove === undefined ? "" : l.words.programmeAbove(l.amount(programmeAbove));
  const more = programme === "" ? [] : [`${programme.slice(0, 1).toUpperCase()}${programme.slice(1)}.`];
  const team = time.team.assumed ? [l.words.assumedTeam(teamText(time.team, l)), ...more, ...others] : [];
  return paragraph(
    text(`${l.words.inShort(likely, safe, days(time.p50, l), days(time.p80, l))} ${team.join(" ")}`),
    "lead",
  );
}

/** Less than one is not none. */
function whole(n: number): number {
  return n < 1 ? n : Math.round(n);
}

/** Nobody pictures two thousand days. */
function days(n: number, l: Language): string {
  const said = l.count(whole(n), "day");
  return n < MANY_DAYS ? said : l.words.inYears(said, l.amount(n / DAYS_PER_YEAR));
}

type Percentiles = Pick<Assessment["time"], "p10" | "p50" | "p80" | "p95">;

/** The middle of a range in large, all of it as a chart. */
function rangeFigure(
  label: string,
  unit: string,
  range: Percentiles,
  most: number,
  says: (p50: string, p80: string) => string,
  l: Language,
): string {
  const { words, amount } = l;
  const p = [range.p10, range.p50, range.p80, range.p95].map(amount) as [string, string, string, string];
  return figure(
    label,
    `${text(words.range(p[1], p[2]))} <small>${text(unit)}</small>`,
    [text(says(p[1], p[2])), text(words.spread(p[0], p[3]))],
    charts.range(words.rangeLabel(label, ...p, unit), range, most),
  );
}

function effort({ effort }: Assessment, most: number, l: Language): string {
  const { words } = l;
  const says = (p50: string, p80: string) => `${p50} ${words.likely}, ${p80} ${words.fairlySure}`;
  return rangeFigure(words.effort, words.personDays, effort, most, says, l);
}

function time({ time }: Assessment, most: number, l: Language): string {
  const { words } = l;
  const assumed = assumedText(time.team, l);
  const says = () => `${teamText(time.team, l)}${assumed === undefined ? "" : ` (${assumed})`}`;
  return rangeFigure(words.time, words.calendarDays, time, most, says, l);
}

function components(a: Assessment, l: Language): string {
  const { words, amount } = l;
  const counts = fitCounts(a.components);
  const { lost, depends } = lossCounts(a);
  return figure(
    words.componentsShort,
    text(amount(a.components.length)),
    [
      text(fitsText(counts, l)),
      text(`${words.lostProps}${l.words.colon}${amount(lost)}`),
      depends > 0 ? text(words.depends(amount(depends))) : "",
      beside(words.byHand, a.counts.foreign, l),
      beside(words.notUnderstood, a.counts.unknown + a.counts.unreadable, l),
    ],
    charts.fits(counts, l),
  );
}

/** Resources that are no component and are left all the same; empty where there are none. */
function beside(what: string, count: number, l: Language): string {
  return count === 0 ? "" : text(`${what}${l.words.colon}${l.amount(count)}`);
}

/** Of what was required, how many would comply; empty where nothing was. */
function required(a: Assessment, l: Language): string {
  const { words, amount } = l;
  return a.requirements
    .map((r) =>
      figure(words.required(r.qualification), text(words.outOf(amount(r.complies), amount(r.of))), [
        text(words.onQualified),
        r.mayComply > 0 ? text(words.complianceMay(amount(r.mayComply))) : "",
        text(uncounted(r, l)),
      ]),
    )
    .join("");
}

function open(a: Assessment, l: Language): string {
  const { words, amount } = l;
  return figure(words.notKnown, text(amount(a.unknowns.length)), [
    `<a href="#unknowns">${text(words.notKnownMeans)}</a>`,
  ]);
}

/** What ends an exit or makes it late, the worst first. */
function stopping(a: Assessment, l: Language): string[] {
  const { words } = l;
  const { lost, atRisk = [], mayBeLost, unread, dependencies } = a.reading;
  const standing = (status: string, say: (n: string, needs: string) => string) => {
    const needs = dependencies.filter((d) => d.status === status).map((d) => plain(l.fact(d.what)));
    const shown = [...needs.slice(0, NEEDS), ...(needs.length > NEEDS ? ["…"] : [])].join(", ");
    return needs.length > 0 ? [text(say(l.amount(needs.length), shown))] : [];
  };
  const alarm = (value: string) => `<span class="stop">${value}</span>`;
  return [
    ...(lost.length > 0 ? [alarm(text(words.lostData(l.count(lost.length, "component"))))] : []),
    ...(atRisk.length > 0 ? [alarm(text(words.atRiskData(l.count(atRisk.length, "component"))))] : []),
    ...(mayBeLost.length > 0 ? [text(words.mayBeLostData(l.count(mayBeLost.length, "component")))] : []),
    ...(unread ? [text(words.unreadData)] : []),
    ...a.data.moves.flatMap((m) =>
      m.catchesUp === false ? [alarm(text(words.neverCatchesUp(shortId(m.component))))] : [],
    ),
    ...a.time.windows.flatMap((w) =>
      w.days === null ||
      w.probability === null ||
      w.probability >= LIKELY_ENOUGH ||
      !["own", "contract"].includes(w.bound)
        ? []
        : [alarm(windowText(w.probability, w.days, w.name, l))],
    ),
    ...a.components
      .filter((c) => c.fit === "specific")
      .slice(0, LEVERS)
      .map((c) => `${text(l.words.fits.specific)}${l.words.colon}${code(shortId(c.id))} (${text(kindText(c, l))})`),
    ...standing("source", words.atSource),
    ...standing("unknown", words.openNeeds),
  ];
}

function windowText(probability: number, days: number, name: string, l: Language): string {
  const mark = "\u0000";
  const line = text(l.words.windowMissed(l.chance(probability), oneLength(days, l), mark));
  return line.replace(mark, fact(name, l));
}
