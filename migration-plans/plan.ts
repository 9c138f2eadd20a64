import { z } from "zod";
import { Citation, FORMAT_VERSION, Range, Scenario } from "../assessment/result.ts";
import { ReturnTrip } from "../assessment/return-trip.ts";

/**
 * An ordered, executable, reversible migration. Steps stand in an order in which they can be done one after the other; `needs`
 * says what may run side by side. Nothing found in the estate is left out: what no planner knows is a manual step.
 */

/** A program with its arguments (no shell strings), or an instruction for a person. Paths are relative to the plan's folder. */
export const Action = z
  .strictObject({ run: z.array(z.string()).min(1).optional(), manual: z.string().min(1).optional() })
  .refine((a) => (a.run === undefined) !== (a.manual === undefined), { message: "either `run` or `manual`" });
export type Action = z.infer<typeof Action>;

const Hazard = z.strictObject({
  text: z.string(),
  /** What decides whether it threatens the component, and is not known: it is possible. Absent: it does. */
  dependsOn: z.array(z.string()).optional(),
  /** Of a step about several things, those that it threatens. Absent: all. */
  concerns: z.array(z.string()).optional(),
  citation: Citation,
});

/**
 * What a step does. `destroy` removes data or what holds it at the source; no other kind does.
 * `switch` moves users; after it the reverse path is what a rollback uses.
 */
const StepKind = z.enum(["decide", "create", "copy", "freeze", "verify", "switch", "reverse", "watch", "destroy"]);

export const Step = z.strictObject({
  id: z.string(),
  phase: z.string(),
  kind: StepKind,
  title: z.string(),
  /** Component id, `foreign:<type>`, `unknown:<type>`, `dependency:<id>`, `hole:<address>`, or `estate`. */
  component: z.string(),
  /** All that a step of the `estate` is about, where that is known. */
  concerns: z.array(z.string()).optional(),
  /** `root:address` of every resource that a step about types is about. */
  places: z.array(z.string()).optional(),
  needs: z.array(z.string()),
  action: Action,
  /** How one knows that the step is done. */
  verify: Action,
  /** Null after the point of no return, and where nothing has changed that would have to be undone. */
  rollback: Action.nullable(),
  hazards: z.array(Hazard),
  /** Hours; null when it depends on something that is not known: then `durationDependsOn`. */
  duration: Range.nullable(),
  durationDependsOn: z.string().optional(),
  /** Person-hours of the assessment's work items that are done in it; null where none is. Of manual steps also the duration. */
  effort: Range.nullable(),
  role: z.string(),
});
export type Step = z.infer<typeof Step>;

/** Scripts of the plan that an action runs, or names in its text. */
export function scriptsOf(action: Action | null): string[] {
  const words = [...(action?.run ?? []), ...(action?.manual?.match(/scripts\/[\w./-]+\.sh\b/g) ?? [])];
  return words.filter((word) => word.startsWith("scripts/"));
}

/** What a step is about: one thing, or several that need the same. */
export function subjectsOf({ component, concerns = [component] }: Step): readonly string[] {
  return concerns;
}

/** Steps by what they are about, in their order. */
export function stepsBySubject(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const about = steps.flatMap((step) => subjectsOf(step).map((subject) => ({ subject, step })));
  return new Map([...Map.groupBy(about, (a) => a.subject)].map(([subject, all]) => [subject, all.map((a) => a.step)]));
}

export const Plan = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  /** SHA-256 of the assessment's canonical JSON. */
  assessmentDigest: z.string(),
  from: z.string(),
  to: z.string(),
  region: z.string(),
  scenario: Scenario,
  phases: z.array(z.strictObject({ id: z.string(), purpose: z.string(), steps: z.array(z.string()) })),
  steps: z.array(Step),
  /** Work items of the assessment that no step does: with the effort of the steps they are all of its work. */
  otherWork: z.array(
    z.strictObject({ workItem: z.string(), phase: z.string(), role: z.string(), what: z.string(), hours: Range }),
  ),
  /** The first step that cannot be undone; null when there is none. */
  pointOfNoReturn: z.string().nullable(),
  /** What coming back costs and until when it is possible, as the assessment says it. */
  returnTrip: ReturnTrip,
  targetCode: z.strictObject({ engine: z.string(), files: z.array(z.string()) }),
  /** Scripts and examples written beside the plan. */
  files: z.array(z.string()),
  /** What starts the plan. */
  triggers: z.array(z.string()),
  successCriteria: z.array(z.string()),
  /** What code cannot know and which rule asks for it; an owner fills it in. */
  toFill: z.array(z.strictObject({ section: z.string(), rule: z.string(), owner: z.string() })),
});
export type Plan = z.infer<typeof Plan>;

/** A plan and the text of the files that belong to it, by path relative to its folder. */
export interface PlanWithFiles {
  readonly plan: Plan;
  readonly files: ReadonlyMap<string, string>;
}
