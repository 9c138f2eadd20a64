import { compareText } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { nativeId } from "../providers/native.ts";
import { estateStep } from "./estate-steps.ts";
import { foreignStepOf, isCarried } from "./foreign-steps.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { isSilent } from "./silent-source.ts";

/**
 * Classes and keys of types that no component holds and that serve users or work by themselves: what they do stops at one cloud and goes
 * on at the other. Judgement, 2026-11-28.
 */
const WORKS: ReadonlySet<string> = new Set([
  "api-gateway",
  "appsync",
  "autoscalingGroup",
  "batch",
  "cdn",
  "containers",
  "cronJob",
  "edge",
  "iot",
  "lambda",
  "messaging",
  "queue",
  "serverlessContainer",
  "serverlessFunction",
  "step-functions",
  "streaming",
  "topic",
]);

const PAUSE = "cutover.application.pause";
/** Users and jobs go to what was made by hand. */
export const APPLICATION = "cutover.application.switch";

/** The cutover of what was made by hand and works: stopped before anything is frozen, started when all data is there. None where nothing does. */
export function applicationSteps({ assessment, survey, source, target }: PlanInput): Step[] {
  // Policies, targets and rights of such things are no work of their own.
  const drives = (type: string) => (source.foreign[type]?.drivers.length ?? 0) > 0;
  const working = assessment.foreign.filter((f) => WORKS.has(f.pricedAs) && drives(f.type));
  if (working.length === 0) return [];
  const types = new Set(working.map(({ type }) => type));
  const ids = survey.foreign
    .filter(({ type }) => types.has(type))
    .flatMap(({ natives }) => natives.map(nativeId))
    .sort(compareText);
  const about = {
    phase: "cutover",
    concerns: working.map(({ type }) => `foreign:${type}`),
    places: ids,
    role: "developer",
  };
  const what = list(working.map(({ type, count }) => `${count} × \`${type}\``));
  const where = `It concerns ${places(ids)}.`;
  return [
    estateStep({
      ...about,
      id: PAUSE,
      kind: "freeze",
      title: `Stop what works by itself: ${what}`,
      action: {
        manual: `Turn off schedules and triggers at ${source.title}, answer requests that write with a notice, let queues and running jobs come to their end, and note what is left in each. ${where}`,
      },
      verify: { manual: "Every queue is empty, no job runs, and nothing was written for ten minutes." },
      rollback: { manual: "Turn the schedules and triggers on again, and take requests as before." },
      durationDependsOn: "how long jobs and queues take to come to their end",
    }),
    estateStep({
      ...about,
      id: APPLICATION,
      kind: "switch",
      title: `Lead users and jobs to what replaces ${what}`,
      needs: [PAUSE, ...new Set(working.map((f) => foreignStepOf(f.pricedAs)))],
      action: {
        manual: `Give the replacements at ${target.title} the addresses and secrets of the new data, try a request and a message of each sort by hand, then lead names, webhooks and callers there and turn the schedules on, at one side only. ${where}`,
      },
      verify: {
        manual: isSilent(assessment.scenario)
          ? "Each name answers from the target, and each sort of request and each schedule worked there once."
          : "Each name answers from the target, each sort of request and each schedule worked there once, and the source gets no more of them.",
      },
      rollback: {
        manual: `Turn the schedules off at ${target.title}, lead names, webhooks and callers back to ${source.title} and turn its schedules and triggers on again. What was written meanwhile goes back as the steps of its data say.`,
      },
      durationDependsOn: "how many names, callers and schedules there are",
    }),
  ];
}

/**
 * Steps with what works by hand in its place: it stops first, what no component holds is copied a last time once nothing is written
 * any more, and users come when all of it is there. `leads`: whether a component leads users itself, which comes after.
 */
export function withApplication(steps: readonly Step[], leads: (component: string) => boolean): Step[] {
  const isThere = steps.some((s) => s.id === PAUSE);
  const cutover = steps.filter((s) => s.phase === "cutover" && !leads(s.component));
  const frozen = cutover.filter((s) => s.kind === "freeze").map((s) => s.id);
  const moved = cutover.filter((s) => isCarried(s) || (s.kind === "switch" && s.id !== APPLICATION)).map((s) => s.id);
  return steps.map((step) => {
    if (step.id === APPLICATION) return { ...step, needs: [...step.needs, ...moved] };
    if (isCarried(step)) return { ...step, needs: [...step.needs, ...frozen] };
    const stops = isThere && step.kind === "freeze" && step.id !== PAUSE && frozen.includes(step.id);
    return stops ? { ...step, needs: [...step.needs, PAUSE] } : step;
  });
}
