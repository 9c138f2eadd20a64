import type { Assessment } from "../../assessment/assessment.ts";
import type { ComponentResult } from "../../assessment/component-result.ts";
import type { Matrix } from "../../assessment/matrix.ts";
import { worstFirst } from "../assessment-reading.ts";
import type { Language } from "../language/language.ts";
import { text } from "./html.ts";

/** Assessments of one estate, one for each target, read side by side. */
export interface ExitReport {
  readonly formatVersion: 1;
  readonly assessments: readonly [Assessment, ...Assessment[]];
  /** Every reason to leave against every target, where it was asked for. */
  readonly matrix?: Matrix;
  /** How people call a cloud, by its id. */
  readonly titles?: Readonly<Record<string, string>>;
}

export function titleOf({ titles = {} }: ExitReport, cloud: string): string {
  return titles[cloud] ?? cloud;
}

/** `Scaleway (fr-par)`. */
export function targetName(report: ExitReport, { target }: Assessment): string {
  return `${titleOf(report, target.cloud)} (${target.region})`;
}

export function targetNames(report: ExitReport, l: Language): string {
  const names = report.assessments.map((a) => titleOf(report, a.target.cloud));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${l.words.and} ${names.at(-1)}`;
}

/** A section's parts, one for each target: the target named where they differ, one for all where they do not. */
export function perTarget(report: ExitReport, l: Language, html: (a: Assessment) => string): string {
  const parts = report.assessments.map((a) => ({ a, part: html(a) }));
  const [one] = parts;
  if (one && parts.every(({ part }) => part === one.part)) return one.part;
  return parts
    .map(({ a, part }) => {
      const named = report.assessments.length > 1 && part !== "";
      return named ? `<h3>${text(l.words.to(targetName(report, a)))}</h3>\n${part}` : part;
    })
    .join("");
}

const byId = new WeakMap<Assessment, ReadonlyMap<string, ComponentResult>>();

/** What becomes of a component at a target. */
export function found(a: Assessment, id: string): ComponentResult | undefined {
  const index = byId.get(a) ?? new Map(a.components.map((c) => [c.id, c]));
  byId.set(a, index);
  return index.get(id);
}

/** Components in the order of whichever target a component fares worst at. */
export function worst(report: ExitReport): ComponentResult[] {
  const [one] = report.assessments;
  return worstFirst(
    one.components.map((c) => worstFirst(report.assessments.flatMap((a) => found(a, c.id) ?? []))[0] ?? c),
  );
}
