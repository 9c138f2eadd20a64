import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import { amount } from "../constructs/amount.ts";
import { controlText, nameOf, placeText } from "./alternatives.ts";
import { assumedText, calibration, judgedShare, kindText } from "./assessment-reading.ts";
import { costRows, priceCells } from "./cost.ts";
import { oneLength } from "./durations.ts";
import { languageOf, plain } from "./language/language.ts";
import type { Reporter } from "./reporter.ts";
import { compliance, uncounted, unqualified } from "./requirements.ts";
import { returnLines } from "./return-trip.ts";
import { shownLosses } from "./shown-losses.ts";
import { diagnosticLines, incomplete, lines, type Paint, paint, pathNames, place, plural, top } from "./words.ts";

const EN = languageOf();
const driverText = (driver: string) => plain(EN.driver(driver));

/** One screen: what it takes, what is lost, what drives it, what would shrink it, what nobody knows. */
export const assessmentText: Reporter<Assessment> = (assessment, { color }) => {
  const p = paint(color);
  const { source, target, effort, time, counts } = assessment;
  const assumed = assumedText(time.team, EN);
  const output = lines([
    ...incomplete(assessment).map(p.red),
    `${p.bold("Exit assessment")}: ${pathNames(source)} from ${source.cloud} to ${target.cloud}:${target.region}, ${assessment.scenario}`,
    ...readingLines(assessment, p),
    ...assessment.requirements.flatMap((r) => [
      (r.complies === r.of ? p.green : p.red)(compliance(r, EN)),
      ...(r.uncounted === 0 ? [] : [`  ${uncounted(r, EN)}`]),
    ]),
    "",
    `${p.bold("Effort")}  ${percentiles(effort)} person-days  ${effort.calibrated ? p.green(calibration(assessment, EN)) : p.yellow(calibration(assessment, EN))}: ${judged(assessment)}`,
    ...(assessment.components.length + assessment.foreign.length === 0
      ? ["        Of no component: what remains is the programme itself, which an exit of nothing still needs"]
      : []),
    `${p.bold("Time")}    ${percentiles(time)} calendar days, ${staffed(time.team)}${assumed === undefined ? "" : p.yellow(` (${assumed})`)}`,
    ...(time.otherTeams ?? []).map((t) => `        ${percentiles(t)} with ${staffed(t)}`),
    `        longest on the critical path: ${longest(assessment)}`,
    ...windowLines(assessment, p),
    `${p.bold("Data")}    ${dataLine(assessment, p)}`,
    ...returnLines(assessment, p),
    ...costLines(assessment, p),
    `${p.bold("Control")} ${controlLine(assessment)}`,
    `${p.bold("Read")}    ${plural(counts.natives, "resource")}: ${counts.recognised} recognised, ${counts.foreign} foreign, ${counts.elsewhere} elsewhere, ${counts.unknown} of unknown type, ${counts.unreadable} unreadable; ${plural(counts.holes, "hole")} of the estate`,
    "",
    `${p.bold("Components")}  ${fits(assessment)}`,
    ...top(byFit(assessment.components), 8, (c) => componentLines(c, assessment, p), "component"),
    ...(assessment.foreign.length === 0
      ? []
      : [
          "",
          p.bold(`Foreign: ${assessment.source.cloud === assessment.target.cloud ? "made again" : "replaced"} by hand`),
        ]),
    ...top(assessment.foreign, 6, (f) => `  ${f.count} × ${f.type} (${driverText(f.pricedAs)}): ${f.instead}`, "type"),
    "",
    p.bold("What drives the effort"),
    ...top(
      effort.drivers.slice(0, 4),
      4,
      (d) => `  ${String(Math.round(d.share * 100)).padStart(3)} %  ${driverText(d.driver)}`,
      "driver",
    ),
    ...(assessment.levers.length === 0 ? [] : ["", p.bold("What would shrink it (person-days at P50 and P80)")]),
    ...top(assessment.levers.slice(0, 4), 4, (l) => `  ${p.green(saving(l.saves))}  ${l.change}`, "lever"),
    ...(assessment.unknowns.length === 0
      ? []
      : ["", p.bold(`Not known (${assessment.unknowns.length}): it widens the ranges`)]),
    ...top(
      assessment.unknowns,
      5,
      (u) =>
        `  ${u.what}: ${u.dependsOn}${u.assumed ? p.dim(` (assumed: ${u.assumed})`) : ""} ${p.dim(place(u.at))}`.trimEnd(),
      "unknown",
    ),
    ...diagnosticLines(assessment.diagnostics, p, 5),
  ]);
  return { output, exitCode: 0 };
};

function percentiles(p: {
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}): string {
  return `P10 ${amount(p.p10)} · P50 ${amount(p.p50)} · P80 ${amount(p.p80)} · P95 ${amount(p.p95)}`;
}

/** `−12 to −20`: at P50 and at P80. */
function staffed(team: Pick<Assessment["time"]["team"], "people" | "availability">): string {
  return `${plural(team.people, "person", "people")} at ${Math.round(team.availability * 100)} %`;
}

function saving({ p50, p80 }: { readonly p50: number; readonly p80: number }): string {
  const [less, more] = [amount(Math.min(p50, p80)), amount(Math.max(p50, p80))];
  return less === more ? `−${more}` : `−${less} to −${more}`;
}

/** How much of the likely hours nobody measured or published. */
function judged(assessment: Assessment): string {
  return `${Math.round((judgedShare(assessment) ?? 0) * 100)} % of the likely hours rest on judgement`;
}

/** What the scenario takes away comes before every number. */
function readingLines({ reading }: Assessment, p: Paint): string[] {
  const { lost, atRisk = [], mayBeLost, restored, dependencies, price, scenario } = reading;
  if (scenario === "planned-exit") return [];
  const atSource = dependencies.filter((d) => d.status === "source");
  const open = dependencies.filter((d) => d.status === "unknown");
  return [
    "",
    ...(lost.length > 0 ? [p.red(`Lost: ${plural(lost.length, "component")} without a copy that counts`)] : []),
    ...top(lost, 6, (l) => `  ${p.red("lost")} ${l.component}: ${l.why}`, "component"),
    ...(atRisk.length > 0
      ? [p.red(`At risk: ${plural(atRisk.length, "component")}, lost unless fetched before the source stops answering`)]
      : []),
    ...top(atRisk, 6, (l) => `  ${p.red("at risk")} ${l.component}`, "component"),
    ...(mayBeLost.length > 0
      ? [p.yellow(`May be lost: ${plural(mayBeLost.length, "component")}, nobody stated where a copy lies`)]
      : []),
    ...top(mayBeLost, 4, (l) => `  ${l.component}`, "component"),
    ...(reading.unread ? [p.yellow("May be lost: what is in modules and files that could not be read")] : []),
    ...(restored.length > 0 ? [`Restored from a copy: ${plural(restored.length, "component")}`] : []),
    ...(price ? [priceLine(price)] : []),
    ...(price || atSource.length === 0
      ? []
      : [p.red(`Fails on the day, for it stands at the source: ${atSource.map((d) => d.what).join("; ")}`)]),
    ...(price || open.length === 0
      ? []
      : [p.yellow(`Nobody stated where it stands: ${open.map((d) => d.what).join("; ")}`)]),
  ];
}

function priceLine(price: NonNullable<Assessment["reading"]["price"]>): string {
  const [before, after, target, , months] = priceCells(price, EN).map((said) => said ?? "unknown");
  const pays = price.never
    ? "leaving never pays by the monthly bill"
    : price.breakEvenMonths === null
      ? `when leaving pays is unknown: ${price.dependsOn ?? ""}`
      : `leaving pays after ${months} (P80)`;
  return `Prices × ${EN.exact(price.factor)}: a month at the source ${before}, then ${after}; at the target ${target}; ${pays}`;
}

function longest({ time }: Assessment): string {
  return time.schedule
    .filter((s) => s.critical >= 0.5)
    .sort((a, b) => b.days.p50 - a.days.p50)
    .slice(0, 3)
    .map((s) => `${s.name} (${oneLength(s.days.p50, EN)})`)
    .join(", ");
}

/** The shortest window and the one stated, which decide, and when a notice is given. */
function windowLines({ time }: Assessment, p: Paint): string[] {
  const known = time.windows.flatMap((w) =>
    w.days === null || w.probability === null ? [] : [{ ...w, ...{ days: w.days, probability: w.probability } }],
  );
  const tight = known.filter((w) => w.bound === "own" || w.bound === "contract" || w === known[0]);
  const notices = time.windows.flatMap(({ give, days, name }) =>
    give && days !== null
      ? [`        ${oneLength(days, EN)}: ${name}; ${EN.words.giveNotice(amount(give.p50), amount(give.p80))}`]
      : [],
  );
  const chances = tight.map((w) => {
    const line = `${EN.chance(w.probability).replace("\u00a0", " ")} within ${oneLength(w.days, EN)}`;
    return `        ${w.probability < 0.8 ? p.red(line) : p.green(line)}: ${w.name}`;
  });
  return [...chances, ...notices];
}

function dataLine({ data, reading }: Assessment, p: Paint): string {
  const known = data.moves.filter((m) => m.gib !== null);
  const unknown = data.moves.length - known.length;
  const sum = (bound: "low" | "high") => known.reduce((all, m) => all + (m.gib ?? 0) * (m.times?.[bound] ?? 1), 0);
  const [least, most] = [sum("low"), sum("high")];
  const gib = most > least ? `${amount(least)} to ${amount(most)}` : amount(least);
  const byHand = data.moves.filter((m) => m.method === null).length;
  if (data.moves.length === 0)
    return reading.lost.length > 0 ? "what was recognised is lost" : "nothing that moves was recognised";
  return [
    ...(known.length > 0 ? [`${gib} GiB in ${plural(known.length, "component")}`] : []),
    ...data.moves
      .filter((m) => m.catchesUp === false)
      .map((m) => p.red(`a running copy of ${m.component} never catches up`)),
    ...(byHand > 0 ? [p.yellow(`by no known method for ${plural(byHand, "component")}`)] : []),
    ...(unknown > 0
      ? [`${p.yellow(`unknown for ${plural(unknown, "component")}`)}: state components.<id>.gib in exeat.yaml`]
      : []),
  ].join("; ");
}

/** Who could press the button, before and after. */
function controlLine(assessment: Assessment): string {
  const { source, target } = assessment.jurisdiction;
  const [from, to] = [source, target].map(
    (side) => `${controlText(side, EN)}${side.ownHosts ? "" : ` (${nameOf(side)})`}`,
  );
  const others = source.regions.flatMap(({ region, runBy }) =>
    runBy && runBy.operator !== source.operator
      ? [`, in ${region} from ${EN.country(runBy.controlledFrom)} (${nameOf(runBy)})`]
      : [],
  );
  return `from ${from}${others.join("")} to ${to}; it would run in ${placeText(assessment, EN) ?? `${assessment.target.region}, a region that is not on record`}`;
}

/** A month on both sides, then what is paid once, each with what it covers; other formats name what has no price, and the rules on egress. */
function costLines({ cost }: Assessment, p: Paint): string[] {
  const [source, target, egress, both] = costRows(cost, EN).map(({ what, amount: sum, covers, why: [basis] }) => {
    const said = covers === "–" ? basis : covers;
    return `${what} ${sum ?? p.yellow("unknown")}${said === undefined ? "" : p.dim(` (${said})`)}`;
  });
  const { length } = cost.unpriced;
  const open = length === 0 ? "" : `; ${p.yellow(`${plural(length, "part")} without a price`)} (--format markdown)`;
  return [`${p.bold("Cost")}    ${source}; ${target}`, `        ${egress}; ${both}${open}`];
}

function fits({ components }: Assessment): string {
  const count = (fit: ComponentResult["fit"]) => components.filter((c) => c.fit === fit).length;
  return `${count("core")} core · ${count("implementation")} implementation · ${count("specific")} specific`;
}

const FIT_ORDER: readonly ComponentResult["fit"][] = ["specific", "implementation", "core"];

function byFit(components: readonly ComponentResult[]): ComponentResult[] {
  return [...components].sort((a, b) => FIT_ORDER.indexOf(a.fit) - FIT_ORDER.indexOf(b.fit));
}

function componentLines(c: ComponentResult, assessment: Assessment, p: Paint): string[] {
  const losses = shownLosses(c);
  const tone = c.fit === "core" ? p.green : c.fit === "specific" ? p.red : p.yellow;
  const gaps = [
    ...(losses.length ? [plural(losses.length, "loss", "losses")] : []),
    ...(c.coarsened.length ? [`${c.coarsened.length} coarsened`] : []),
    ...(c.residue.length ? [`${c.residue.length} not read`] : []),
    ...(c.holes.length ? [plural(c.holes.length, "unknown value")] : []),
  ];
  return [
    `  ${tone(c.fit.padEnd(14))} ${kindText(c, EN)}  ${c.id}  ${p.dim(place(c.at))}  ${gaps.join(", ")}`.trimEnd(),
    ...unqualified(assessment, c.id, EN).map((u) => `    ${p.red(u.qualification)} ${u.verdict}: ${u.why.join("; ")}`),
    ...(c.substitute ? [`    instead: ${c.substitute}`] : []),
    ...top(
      losses,
      3,
      (l) =>
        `    ${l.verdict === "lost" ? p.red("lost") : p.yellow("may be lost")} ${l.path} (${l.class}): ${l.why} ${l.instead}`,
      "loss",
      "losses",
    ),
  ];
}
