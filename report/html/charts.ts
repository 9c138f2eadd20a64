import { type FitCounts, fitsText } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { text } from "./html.ts";

/** Charts stretch with the page: their parts are rectangles, words stand beside them. Each says in its label what it shows. */

interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

const WIDTH = 1000;

function at(value: number, most: number): number {
  return most <= 0 ? 0 : Math.round((Math.min(value, most) / most) * WIDTH * 10) / 10;
}

function rect(kind: string, from: number, to: number, y: number, height: number): string {
  const width = Math.max(1.5, Math.round((to - from) * 10) / 10);
  return `<rect class="${kind}" x="${from}" y="${y}" width="${width}" height="${height}"/>`;
}

function svg(kind: string, label: string, height: number, parts: readonly string[]): string {
  return `<svg class="${kind}" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${text(label)}">${parts.join("")}</svg>`;
}

/** A thin line from P10 to P95, a band from P50 to P80, on a scale that charts beside each other share. */
export function range(label: string, p: Percentiles, most: number): string {
  return svg("range", label, 16, [
    rect("ground", 0, WIDTH, 7.5, 1),
    rect("thin", at(p.p10, most), at(p.p95, most), 6, 4),
    rect("band", at(p.p50, most), at(p.p80, most), 2, 12),
    rect("tick", at(p.p50, most) - 2, at(p.p50, most) + 2, 0, 16),
  ]);
}

/** A share between 0 and 1. */
export function share(label: string, value: number): string {
  return svg("bar", label, 10, [rect("ground", 0, WIDTH, 0, 10), rect("band", 0, at(value, 1), 0, 10)]);
}

/** How many carry over, are to adapt, are to rebuild. */
export function fits(counts: FitCounts, l: Language): string {
  const { core, implementation, specific } = counts;
  const all = core + implementation + specific;
  if (all === 0) return "";
  const edges = [0, core, core + implementation, all].map((n) => at(n, all));
  const [a = 0, b = 0, c = 0, d = 0] = edges;
  const parts = [
    ...(core > 0 ? [rect("fill-core", a, b, 0, 10)] : []),
    ...(implementation > 0 ? [rect("fill-implementation", b, c, 0, 10)] : []),
    ...(specific > 0 ? [rect("fill-specific", c, d, 0, 10)] : []),
  ];
  return svg("fits", fitsText(counts, l), 10, parts);
}

/** An activity in time: a bar to its median end, a thin line to the end at P80. */
export function activity(
  label: string,
  step: { readonly kind: string; readonly from: number; readonly to: number; readonly late: number },
  most: number,
): string {
  const [from, to, late] = [at(step.from, most), at(step.to, most), at(step.late, most)];
  return svg("activity", label, 16, [
    ...(late > to ? [rect("thin", to, late, 7, 2)] : []),
    rect(step.kind, from, to, 2, 12),
  ]);
}
