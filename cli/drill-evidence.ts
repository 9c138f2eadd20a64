import type { Actual } from "../assessment/calibration.ts";
import { effortModel } from "../assessment/effort-model.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { Evidence } from "../drills/evidence.ts";
import { type HandsOn, handsOn } from "../drills/hands-on.ts";
import { Plan } from "../migration-plans/plan.ts";
import type { DrillPlans } from "./drill-plans.ts";

/** The longest that one person works in one go: judgement, 2026-11-26. A longer span is said, not refused. */
const LONG_HOURS = 12;

/** So many problems, or steps, of one file are said. */
const MOST = 5;

interface Learned {
  /** Absent after an error. */
  readonly actual?: Actual;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a JSON document means to be a drill's record: a history has none of these. */
export function looksLikeEvidence(document: unknown): boolean {
  return typeof document === "object" && document !== null && ("planDigest" in document || "steps" in document);
}

/** What no two drills share: of one plan, the instants at which a step began and ended. None of what is no record of a drill. */
export function runsIn(document: unknown): readonly string[] {
  const parsed = Evidence.safeParse(document);
  if (!parsed.success) return [];
  const { planDigest, steps } = parsed.data;
  return steps.flatMap(({ id, startedAt, finishedAt }) =>
    Object.entries({ startedAt, finishedAt }).flatMap(([which, at]) =>
      at === null ? [] : [JSON.stringify([planDigest, id, which, Date.parse(at)])],
    ),
  );
}

/**
 * One drill as one case: the hours people worked by hand against those its plan expected, both in person-days. Steps of a drill are
 * not independent of each other, so they are summed and not compared one by one.
 */
export function learnFromDrill(file: string, document: unknown, plans: DrillPlans): Learned {
  const say = sayer(file);
  const parsed = Evidence.safeParse(document);
  if (!parsed.success) {
    return {
      diagnostics: [say("error", "EX0009", "Actuals cannot be read", unreadable(document, parsed.error.issues))],
    };
  }
  const evidence = parsed.data;
  if (evidence.mode !== "live") {
    const detail = `It was a drill of mode ${evidence.mode}: how long people take on the clouds themselves cannot be seen in it. Leave it out, or give the record of a live one.`;
    return { diagnostics: [say("error", "EX0015", "Only a live drill tells how long work takes", detail)] };
  }
  const rehearsed = plans.read.find((p) => p.digest === evidence.planDigest);
  if (rehearsed === undefined) {
    return { diagnostics: [say("error", "EX0016", "The plan of a drill is not here", missing(evidence, plans))] };
  }
  const work = handsOn(evidence, rehearsed.plan);
  if (work.unknown.length > 0) {
    const detail = `Its plan has no step ${list(work.unknown, MOST)}. Write ids as they stand in plan.json, and take out what is no step of it.`;
    return { diagnostics: [say("error", "EX0017", "A drill has steps that its plan does not have", detail)] };
  }
  const diagnostics = [...unmeasured(work, say), ...spans(work, say)];
  const hours = (of: "estimatedHours" | "measuredHours") => work.counted.reduce((sum, step) => sum + step[of], 0);
  const leftOut = {
    machine: work.leftOut.machine.length,
    waiting: work.leftOut.waiting.length,
    unfinished: work.leftOut.unfinished.length,
    unestimated: work.leftOut.unestimated.length,
  };
  if (hours("measuredHours") === 0) {
    const counted = work.counted.map((s) => s.id);
    const cause =
      counted.length > 0
        ? `${list(counted, MOST)} took no time at all`
        : `of its steps ${leftOut.machine} were run by a program, ${leftOut.waiting} wait, ${leftOut.unfinished} failed or were skipped, ${leftOut.unestimated} have no expected hours`;
    const detail = `A factor is learned from steps that people did by hand and finished: ${cause}. Write down when such steps began and ended, or leave this drill out.`;
    return { diagnostics: [...diagnostics, say("error", "EX0018", "A drill has nothing to learn from", detail)] };
  }
  const perDay = effortModel.model.hoursPerPersonDay;
  const actual = {
    name: file,
    estimated: hours("estimatedHours") / perDay,
    actual: hours("measuredHours") / perDay,
    drill: { counted: work.counted.length, leftOut },
  };
  return { actual, diagnostics };
}

type Say = (severity: Diagnostic["severity"], code: Diagnostic["code"], summary: string, detail: string) => Diagnostic;

function sayer(file: string): Say {
  return (severity, code, summary, detail) => ({ severity, code, summary, detail, source: { file } });
}

/** The first things wrong; a step by its id where it has one. */
function unreadable(document: unknown, issues: readonly { path: PropertyKey[]; message: string }[]): string {
  if (Plan.safeParse(document).success) return "It is a plan: name it with --plan, beside the evidence of its drill.";
  const steps: unknown = (document as { steps?: unknown }).steps;
  const shown = issues.slice(0, MOST).map(({ path: [first, at, ...rest], message }) => {
    const id =
      first === "steps" && Array.isArray(steps) ? (steps[Number(at)] as { id?: unknown } | null)?.id : undefined;
    const where = typeof id === "string" ? [id, ...rest] : [first, at, ...rest].filter((part) => part !== undefined);
    // A message of ours names the step itself.
    return where.length === 0 || message.startsWith(String(where[0]))
      ? `${message}.`
      : `${where.map(String).join(".")}: ${message}.`;
  });
  const more = issues.length - shown.length;
  return `${shown.join(" ")}${more > 0 ? ` And ${more} more.` : ""} drills/evidence.schema.json says what belongs there.`;
}

function missing({ planDigest }: Evidence, { read }: DrillPlans): string {
  const wanted = `It was of the plan with the digest ${planDigest}`;
  if (read.length === 0) return `${wanted}. Name that plan's folder with --plan.`;
  const others = read.map(({ file, digest }) => `${file} has ${digest}`).join(", ");
  return `${wanted}; ${others}. Name the plan that was rehearsed with --plan: one that was made again is another plan. If it is one of these, write its digest as planDigest.`;
}

/** Steps by hand that taught nothing. Work on what failed is work too, so what is left out is said. */
function unmeasured({ leftOut: { unfinished, unestimated } }: HandsOn, say: Say): Diagnostic[] {
  const summary = "Steps by hand were left out";
  const failed = `${list(unfinished, MOST)}: failed or skipped, so how long the step takes is not known. The hours spent on it are not in the factor, which may look better than the drill was. Finish the step in the next drill.`;
  const without = `${list(unestimated, MOST)}: the plan does not say how long to expect, only what that depends on.`;
  return [
    ...(unfinished.length > 0 ? [say("warning", "EX0019", summary, failed)] : []),
    ...(unestimated.length > 0 ? [say("info", "EX0019", summary, without)] : []),
  ];
}

function spans({ counted }: HandsOn, say: Say): Diagnostic[] {
  const long = counted.filter((s) => s.measuredHours > LONG_HOURS).map((s) => s.id);
  const detail = `${list(long, MOST)}: more than ${LONG_HOURS} hours from start to end. If nights or pauses are in it, write an end that leaves the hours that were worked.`;
  return long.length > 0 ? [say("warning", "EX0020", "A step by hand took very long", detail)] : [];
}
