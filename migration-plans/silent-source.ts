import type { Assessment } from "../assessment/assessment.ts";
import type { Scenario } from "../assessment/result.ts";
import { list } from "../constructs/list.ts";
import { CLOSE, DECIDE, estateStep, NAMES, START, WATCH } from "./estate-steps.ts";
import { shown } from "./kind-planner.ts";
import { leftOut } from "./left-out.ts";
import { places } from "./places.ts";
import { type Action, type Step, scriptsOf } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

/** Reasons in which nothing can be read, stopped or destroyed at the source, and what is gone with it. */
const GONE: Readonly<Partial<Record<Scenario, string>>> = {
  "bouton-rouge": "the source",
  "region-outage": "the region",
};

/** Whether the source answers nobody while the plan runs. */
export function isSilent(scenario: Scenario): boolean {
  return GONE[scenario] !== undefined;
}

/** Whether a program that the action runs or names talks to the source, by the settings it reads. */
export function asksSource(action: Action | null, files: ReadonlyMap<string, string>): boolean {
  return scriptsOf(action).some((path) => /\bSOURCE/.test(files.get(path) ?? ""));
}

const COPIES = "prepare.copies.";

/** Whether a step sees to copies that lie outside the source. */
export function isAboutCopies({ id }: Pick<Step, "id">): boolean {
  return id.startsWith(COPIES);
}

/**
 * The steps of a plan whose source does not answer: nothing is stopped, fetched or destroyed there. Scripts read a copy that lies outside, which is
 * sought and made readable first; what has none is accepted as lost, and not moved.
 */
export function withoutSource(steps: readonly Step[], files: ReadonlyMap<string, string>, input: PlanInput): Step[] {
  const { assessment, survey, source, target } = input;
  const copies = copySteps(assessment, input);
  const waits = new Map(copies.flatMap((s) => (s.concerns ?? []).map((id) => [id, s.id] as const)));
  const names = new Map(survey.components.map((c) => [c.id, shown(c)]));
  const moved = new Set(steps.filter((s) => s.kind === "copy" && s.action.run).map((s) => s.component));
  const lost = new Set(assessment.reading.lost.map((l) => l.component));
  const isRead = (step: Step) => heldIn(step).some((id) => waits.has(id) && !lost.has(id));
  const isOut = (step: Step) => {
    const { kind, phase, component, action } = step;
    return (
      kind === "freeze" ||
      (kind === "destroy" && component !== "estate") ||
      // A copy does not change: it is read once.
      (kind === "copy" && (!isRead(step) || (action.run !== undefined && phase !== "data-replication"))) ||
      // How the source is read while it is in use, and proofs of what is not copied.
      (moved.has(component) && phase === "data-replication" && kind === "decide") ||
      (kind === "verify" && asksSource(action, files) && !isRead(step))
    );
  };
  const first = new Set<string>();
  const kept = leftOut(steps, isOut).map((step): Step => {
    if (step.id === DECIDE) return { ...step, needs: [...step.needs, ...copies.map((s) => s.id)] };
    if (step.id === CLOSE) {
      return {
        ...step,
        title: `Close what is left at ${source.title}`,
        action: {
          manual: `Nothing can be destroyed there while it does not answer: give notice in writing, ask ${source.title} for erasure and for proof of it, and keep the keys that copies are encrypted with.`,
        },
      };
    }
    if (step.id === WATCH) {
      return {
        ...step,
        action: { manual: "Compare errors, latency and cost with what was agreed, daily, for the agreed time." },
      };
    }
    if (step.id === NAMES) return { ...step, ...oldNames(assessment) };
    const { component, kind } = step;
    if (kind !== "copy" && step.action.run === undefined) return step;
    const waited = [...new Set(heldIn(step).flatMap((id) => waits.get(id) ?? []))];
    const restores = kind === "copy" && names.has(component) && !first.has(component);
    if (restores) first.add(component);
    return {
      ...step,
      needs: [...step.needs, ...waited],
      ...(restores ? { title: `Restore ${names.get(component)} at ${target.title} from its copy` } : {}),
    };
  });
  return [...kept, ...copies];
}

/** A zone that is gone takes no change: its names are remembered as long as they were to be. */
function oldNames({ scenario }: Assessment): Pick<Step, "title" | "action" | "verify" | "rollback"> {
  return {
    title: "Find out how long the names that will change are remembered",
    action: {
      manual: `A zone that stood in ${GONE[scenario]} takes no change: note from its code the TTL of every name that the switch will change, and reckon with it. Set names that are answered elsewhere to 60 seconds, at least one old TTL before the cutover.`,
    },
    verify: { manual: "Each name has a time by which nobody remembers the old address." },
    rollback: { manual: "Set the old TTL again where it was changed." },
  };
}

/** What a step reads that a copy may hold. */
export function heldIn({ component, places = [component] }: Step): readonly string[] {
  return places;
}

/** What is done about copies, by what is known of them: one step each, for the whole estate. */
function copySteps({ reading, scenario }: Assessment, { survey }: PlanInput): Step[] {
  const gone = GONE[scenario];
  const names = new Map(survey.components.map((c) => [c.id, shown(c)]));
  const about = (
    name: string,
    held: readonly { readonly component: string }[],
    said: (names: string) => Pick<Step, "title" | "action" | "verify"> & Partial<Step>,
  ): Step[] => {
    const ids = held.map((h) => h.component);
    if (ids.length === 0) return [];
    const { action, ...rest } = said(list(ids.map((id) => names.get(id) ?? `\`${id}\``)));
    return [
      estateStep({
        id: `${COPIES}${name}`,
        phase: "prepare",
        kind: "decide",
        needs: [START],
        concerns: ids,
        action: { manual: `${action.manual} It concerns ${places(ids)}.` },
        durationDependsOn: "where copies lie",
        ...rest,
      }),
    ];
  };
  return [
    ...about("lost", reading.lost, (all) => ({
      title: `Accept the loss of ${all}`,
      action: {
        manual: `No copy lies outside ${gone}. Look for the same data elsewhere (exports, partners, what users keep), and let the owner record what cannot be had again.`,
      },
      verify: { manual: "Each loss has an owner and a date, and its users were told." },
    })),
    ...about("unknown", reading.mayBeLost, (all) => ({
      title: `Find out whether copies of ${all} lie outside ${gone}`,
      action: {
        manual:
          "Nobody stated it: components.<id>.copy in exeat.yaml. Then assess and plan again: what has no copy is lost, and what has one is restored from it.",
      },
      verify: { manual: "The new plan no longer asks." },
    })),
    ...about("restored", reading.restored, (all) => ({
      kind: "create",
      title: `Put the copies of ${all} where the scripts can read them`,
      action: {
        manual: `Restore each on a server, in a bucket or on a machine outside ${gone}, and name that as the source in \`env\` beside the scripts. What was written after a copy was made is lost: record how old each is.`,
      },
      verify: { manual: "Each copy is read with the access that the scripts get, and its age is recorded." },
      rollback: { manual: "Remove what was restored; the copies stay as they are." },
    })),
  ];
}
