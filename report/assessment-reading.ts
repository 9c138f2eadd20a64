import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import type { Range } from "../assessment/result.ts";
import { type Language, plain } from "./language/language.ts";
import { shownLosses } from "./shown-losses.ts";
import { place } from "./words.ts";

/** What sections read out of an assessment alike. */

/** An id without the root when that is the whole estate. */
export function shortId(id: string): string {
  return id.replace(/^\.:/, "");
}

/** The kind of a component; of one whose parts alone are here it says so. */
export function kindText({ kind, attachedTo }: Pick<ComponentResult, "kind" | "attachedTo">, l: Language): string {
  const named = l.word(l.words.kinds, kind);
  return attachedTo ? l.words.partOf(named) : named;
}

/** What shows a dependency of the exit itself, and where the first of it stands. */
export function seenIn(
  { seenIn: addresses, seenAt }: Assessment["reading"]["dependencies"][number],
  l: Language,
): string {
  if (addresses === undefined) return "–";
  const seen = plain(l.fact(addresses));
  return seenAt === undefined ? seen : `${seen} (${place(seenAt, l)})`;
}

/** Whose effort a part is: a component's, or that of what has no component. */
export function partName(name: string, l: Language): string {
  const { words } = l;
  const [, group, what = ""] = /^(foreign|unknown):(.*)$/.exec(name) ?? [];
  if (group === "foreign") return words.foreignGroup(plain(l.driver(what)));
  if (group === "unknown") return words.unknownGroup(what);
  return Object.hasOwn(words.groups, name) ? l.word(words.groups, name) : shortId(name);
}

/** So many people, for so much of their time. */
export function teamText(team: Pick<Assessment["time"]["team"], "people" | "availability">, l: Language): string {
  return l.words.team(l.count(team.people, "person"), l.percent(team.availability));
}

/** What of a team nobody stated; undefined: it was. */
export function assumedText({ assumed, programmeAbove }: Assessment["time"]["team"], l: Language): string | undefined {
  if (!assumed) return undefined;
  const { words } = l;
  const more = programmeAbove === undefined ? [] : [words.programmeAbove(l.amount(programmeAbove))];
  return [words.assumed, ...more].join(`${words.semicolon} `);
}

/** Whether an organisation's own migrations or drills moved the numbers, and how many of each. */
export function calibration({ effort }: Assessment, l: Language): string {
  if (!effort.calibrated) return l.words.uncalibrated;
  const { calibratedOn: cases = 0, calibratedOnDrills: drills = 0 } = effort;
  const migrations = cases > drills || drills === 0 ? [l.count(cases - drills, "migration")] : [];
  const drilled = drills > 0 ? [l.count(drills, "drill")] : [];
  return l.words.calibrated([...migrations, ...drilled].join(` ${l.words.and} `));
}

/** How much of the likely hours nobody measured or published: a share, or null where there are none. */
export function judgedShare({ workItems }: Assessment): number | null {
  const sum = (items: Assessment["workItems"]) =>
    items.reduce((total, w) => total + w.hours.likely * w.multiplier.upper, 0);
  const all = sum(workItems);
  return all === 0 ? null : sum(workItems.filter((w) => w.citation.kind === "judgement")) / all;
}

/** How far to believe the numbers, in one line. */
export function trustLine(assessment: Assessment, l: Language): string {
  const share = judgedShare(assessment);
  const said = calibration(assessment, l);
  const line = share === null ? said : `${said}${l.words.colon}${l.words.judged(l.percent(share))}`;
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

export function lossCounts({ components }: Assessment): { lost: number; depends: number } {
  const of = (verdict: string) =>
    components.reduce((sum, c) => sum + shownLosses(c).filter((loss) => loss.verdict === verdict).length, 0);
  return { lost: of("lost"), depends: of("depends") };
}

/** How large each is that moves, and how many of it there may be. */
export function sizeText(
  gib: number,
  times: { readonly low: number; readonly high: number } | undefined,
  { words, amount }: Language,
): string {
  return times ? words.eachOf(amount(gib), times.low, times.high) : amount(gib);
}

/** `1 to 3 h, likely 2 h`, or `2 h` where one cannot be told from the other; undefined: not known. */
export function hoursText(range: Range | null, { words, brief }: Language): string | undefined {
  if (range === null) return undefined;
  const [low, high] = [brief(range.low), brief(range.high)];
  return low === high ? words.exactHours(low) : words.hoursRange(low, high, brief(range.likely));
}

/** How many components carry over, are to adapt, are to rebuild. */
export type FitCounts = Readonly<Record<ComponentResult["fit"], number>>;

export function fitCounts(components: readonly ComponentResult[]): FitCounts {
  const of = (fit: ComponentResult["fit"]) => components.filter((c) => c.fit === fit).length;
  return { core: of("core"), implementation: of("implementation"), specific: of("specific") };
}

export function fitsText({ core, implementation, specific }: FitCounts, l: Language): string {
  return l.words.fitBar(l.amount(core), l.amount(implementation), l.amount(specific));
}

const FITS = ["specific", "implementation", "core"];

/** Most to do first: by fit, then by how much is lost, then by what else is open. */
export function worstFirst(components: readonly ComponentResult[]): ComponentResult[] {
  const weight = (c: ComponentResult) => c.losses.length * 100 + c.coarsened.length + c.residue.length + c.holes.length;
  return [...components].sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || weight(b) - weight(a));
}

/** `3 losses, 1 unknown value`; empty where nothing is. */
export function gapsOf(c: ComponentResult, l: Language): string {
  const counts = [
    [shownLosses(c).length, "loss"],
    [c.coarsened.length, "coarsened"],
    [c.residue.length, "setting"],
    [c.holes.length, "unknownValue"],
  ] as const;
  return counts.flatMap(([n, noun]) => (n > 0 ? [l.count(n, noun)] : [])).join(", ");
}
