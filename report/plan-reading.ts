import type { Range } from "../assessment/result.ts";
import type { Plan, Step } from "../migration-plans/plan.ts";
import type { Language } from "./language/language.ts";

/** Hours that are known, and for how many steps they are not. */
export function durationOf(steps: readonly Step[], l: Language): string {
  const known = steps.flatMap((s) => s.duration ?? []);
  const sum = (q: "low" | "likely" | "high") => l.amount(known.reduce((total, d) => total + d[q], 0));
  const open = l.amount(steps.length - known.length);
  return l.words.plan.duration(sum("low"), sum("high"), sum("likely"), l.count(known.length, "step"), open);
}

/** Hours of people: in the steps and beside them. */
export function workOf({ steps, otherWork }: Plan, l: Language): string {
  const of = (all: readonly Range[]) => {
    const sum = (q: keyof Range) => l.amount(all.reduce((total, hours) => total + hours[q], 0));
    return l.words.plan.range(sum("low"), sum("high"), sum("likely"));
  };
  return l.words.plan.workIs(of(steps.flatMap((s) => s.effort ?? [])), of(otherWork.map((w) => w.hours)));
}

/** How long a step takes, else what that depends on as the plan says it; and the work of people on what a program does. */
export function timeOf(
  { duration, durationDependsOn, effort, action }: Step,
  l: Language,
): { readonly time: string; readonly dependsOn?: string; readonly work?: string } {
  const words = l.words.plan;
  const hours = (range: Range) => {
    const [low, high] = [l.brief(range.low), l.brief(range.high)];
    return low === high ? l.words.exactHours(low) : words.hours(low, high);
  };
  return {
    ...(duration
      ? { time: hours(duration) }
      : durationDependsOn === undefined
        ? { time: `${words.unknown}${l.words.dependsOn(words.whatIsFound)}` }
        : { time: words.unknown, dependsOn: durationDependsOn }),
    ...(effort && action.run ? { work: words.workOf(hours(effort)) } : {}),
  };
}

/** Work that no step does, by phase. */
export function otherWorkOf(
  { otherWork, phases }: Plan,
  l: Language,
): { phase: string; what: string; who: string; hours: string }[] {
  const order = [...phases.map((p) => p.id), "all"];
  return [...otherWork]
    .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))
    .map(({ phase, what, role, hours: { low, likely, high } }) => ({
      phase: l.word(l.words.phases, phase),
      what,
      who: l.word(l.words.roles, role),
      hours: l.words.plan.range(l.amount(low), l.amount(high), l.amount(likely)),
    }));
}

interface Hazard {
  readonly text: string;
  readonly citation: Step["hazards"][number]["citation"];
  readonly components: readonly string[];
  /** Components that it may threaten, and what decides. */
  readonly possible: readonly string[];
  readonly dependsOn: readonly string[];
}

/** Every hazard of a plan once, in the order of its first step, with the components that it threatens. */
export function hazardsOf(plan: Plan): Hazard[] {
  const all = plan.steps.flatMap((step) =>
    step.hazards.map((hazard) => ({ ...hazard, of: hazard.concerns ?? step.concerns ?? [step.component] })),
  );
  return [...Map.groupBy(all, (hazard) => hazard.text)].map(([text, same]) => {
    const components = new Set(same.flatMap((h) => (h.dependsOn ? [] : h.of)));
    const open = same.filter((h) => h.dependsOn && !h.of.every((id) => components.has(id)));
    const possible = new Set(open.flatMap((h) => h.of).filter((id) => !components.has(id)));
    return {
      text,
      citation: (same[0] as (typeof same)[number]).citation,
      components: [...components],
      possible: [...possible],
      dependsOn: [...new Set(open.flatMap((h) => h.dependsOn ?? []))],
    };
  });
}

/** Where a hazard threatens, and where it may: the first of each, as `shown` writes an id. */
export function placesOf(
  { components, possible, dependsOn }: Hazard,
  shown: (id: string) => string,
  l: Language,
): string {
  const words = l.words.plan;
  const first = (ids: readonly string[]) =>
    `${ids.slice(0, 3).map(shown).join(", ")}${ids.length > 3 ? ` ${words.andMore(l.amount(ids.length - 3))}` : ""}`;
  return [
    ...(components.length > 0 ? [first(components)] : []),
    ...(possible.length > 0 ? [words.possibleFor(first(possible), dependsOn.map(shown).join(", "))] : []),
  ].join(`${l.words.semicolon} `);
}
