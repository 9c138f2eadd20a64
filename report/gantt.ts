import type { Assessment } from "../assessment/assessment.ts";
import { calibration } from "./assessment-reading.ts";
import { languageOf, plain } from "./language/language.ts";
import { called, type Reporter } from "./reporter.ts";

const WIDTH = 960;
const LABEL = 300;
const ROW = 28;
const TOP = 104;
const TICKS = 6;
type Four = [string, string, string, string];

/** The schedule as a picture: bars from the median start to the median end, a thin line to the end at P80. Colours are named beside it, and the critical path is outlined. */
export const assessmentGantt: Reporter<Assessment> = (assessment, options) => {
  const l = languageOf(options.lang);
  const { words, amount } = l;
  const { time, source, target, scenario, complete } = assessment;
  const rows = time.schedule;
  const height = TOP + rows.length * ROW + 40;
  const last = Math.max(1, ...rows.map((r) => r.end.p80));
  const x = (days: number) => tidy(LABEL + (days / last) * (WIDTH - LABEL - 20));
  const title = words.ganttTitle(
    called(source.cloud, options),
    called(target.cloud, options),
    l.word(words.scenarios, scenario),
  );
  const names = rows.map((r) => plain(l.fact(r.name)));
  const sentences = rows.map(
    (r, i) =>
      `${names[i]}${words.colon}${words.dayRange(amount(r.start.p50), amount(r.end.p50), amount(r.end.p80))}${critical(r) ? `${words.semicolon} ${words.decides}` : ""}.`,
  );
  const [p10, p50, p80, p95] = [time.p10, time.p50, time.p80, time.p95].map(amount) as Four;
  const range = words.rangeLabel(words.time, p10, p50, p80, p95, words.calendarDays);
  const bars = rows.map((row, i) => {
    const y = TOP + i * ROW;
    const [from, to, late] = [x(row.start.p50), x(row.end.p50), x(row.end.p80)];
    const width = tidy(Math.max(1.5, to - from));
    const kind = `${row.kind}${critical(row) ? " critical" : ""}`;
    return [
      `<g class="${kind}">`,
      `<title>${text(sentences[i] ?? "")}</title>`,
      label(names[i] ?? "", y),
      `<rect x="${from}" y="${y + 3}" width="${width}" height="14" rx="2"/>`,
      `<line x1="${to}" x2="${late}" y1="${y + 10}" y2="${y + 10}"/>`,
      "</g>",
    ].join("");
  });
  const step = roundStep(last / TICKS);
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => {
    return `<text class="tick" x="${x(i * step)}" y="${height - 14}" text-anchor="middle">${amount(i * step)}</text>`;
  });
  const kinds = Object.entries(words.kindsOfStep).map(([kind, said], i) => {
    const at = 20 + i * 160;
    return `<g class="${kind}"><rect x="${at}" y="74" width="12" height="12" rx="2"/><text x="${at + 18}" y="84">${text(said)}</text></g>`;
  });
  const output = [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${l.lang}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="gantt-title gantt-desc">`,
    `<title id="gantt-title">${text(title)}</title>`,
    `<desc id="gantt-desc">${text(sentences.join(" "))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    `<text class="head" x="20" y="26">${text(title)}</text>`,
    `<text x="20" y="46">${text(`${complete ? "" : "complete: false. "}${words.ganttMeans}`)}</text>`,
    `<text x="20" y="64">${text(`${range}, ${calibration(assessment, l)}.`)}</text>`,
    ...kinds,
    ...bars,
    `<text class="tick" x="${LABEL - 10}" y="${height - 14}" text-anchor="end">${text(words.calendarDays)}</text>`,
    ...ticks,
    "</svg>",
    "",
  ].join("\n");
  return { output, exitCode: 0 };
};

const STYLE = [
  "text{font:12px system-ui,sans-serif;fill:#1d2733}",
  ".head{font-size:15px;font-weight:600}",
  ".tick{fill:#52606d}",
  ".ground{fill:#fff}",
  ".work rect{fill:#3d6fb4}",
  ".transfer rect{fill:#2f8a5b}",
  ".wait rect{fill:#c3ccd5}",
  ".critical rect{stroke:#b3261e;stroke-width:2}",
  "line{stroke:#7b8794;stroke-width:1.5}",
  "@media (prefers-color-scheme:dark){text{fill:#e6ebf0}.tick{fill:#a8b3be}.ground{fill:#161b22}.wait rect{fill:#5a6672}}",
].join("");

/** In which share of the draws a step must decide the end to be outlined. */
const DECIDES = 0.5;

function critical(row: Assessment["time"]["schedule"][number]): boolean {
  return row.critical >= DECIDES;
}

/** Letters that stand in a line of the labels. */
const LONGEST = 42;

/** A name in one line, or in two. */
function label(name: string, y: number): string {
  const end = name.length <= LONGEST ? -1 : name.lastIndexOf(" ", LONGEST);
  const parts = end === -1 ? [name] : [name.slice(0, end), name.slice(end + 1)];
  const lines = parts.map((part) => (part.length <= LONGEST ? part : `${part.slice(0, LONGEST - 1)}…`));
  const first = lines.length === 1 ? y + 14 : y + 8;
  return lines
    .map((line, i) => `<text x="${LABEL - 10}" y="${first + i * 13}" text-anchor="end">${text(line)}</text>`)
    .join("");
}

/** The next of 1, 2, 5, 10, 20, 50 …: numbers that people count in. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5].find((n) => n * power >= least) ?? 10) * power;
}

function tidy(n: number): number {
  return Math.round(n * 10) / 10;
}

function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
