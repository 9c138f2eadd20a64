import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import type { ComponentFacts } from "../assessment/facts.ts";
import type { Range } from "../assessment/result.ts";
import type { ExitFacts } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { Action, Step } from "./plan.ts";

/** How one kind moves: one file per kind, never per pair of clouds. */
export interface KindPlanner {
  /** Steps of one component. `apply` is the step after which its counterpart exists at the target. */
  plan(context: KindContext): KindPlan;
}

export interface KindPlan {
  readonly steps: readonly Step[];
  /** Scripts by path relative to the plan's folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** One side of a move. */
export interface Side {
  readonly cloud: string;
  readonly title: string;
  readonly region: string;
  readonly exit: ExitFacts | undefined;
}

export interface KindContext {
  readonly component: FoundComponent;
  readonly result: ComponentResult;
  /** Unique and fit for a file name. */
  readonly slug: string;
  readonly source: Side;
  readonly target: Side;
  readonly facts: ComponentFacts;
  /** Its files are those of Windows: neither ssh nor rsync reaches them. */
  readonly onWindows: boolean;
  /** The source answers nobody while the plan runs. */
  readonly silent: boolean;
  /** What it holds is accepted as lost: the source answers nobody and no copy lies elsewhere. */
  readonly lost: boolean;
  /** Steps after which zones answer that stood at a source which does not. */
  readonly zonesAnswer: readonly string[];
  /** What moves, by which method, how long. */
  readonly move: Assessment["data"]["moves"][number] | undefined;
  /** What threatens it on either side, for certain or possibly. */
  readonly hazards: Step["hazards"];
  /** The step after which the counterpart exists. */
  readonly apply: string;
  /** Steps that must be done before data is copied: decisions about losses. */
  readonly decisions: readonly string[];
}

/** A step with what most steps share filled in. */
export function step(
  context: KindContext,
  phase: string,
  name: string,
  rest: Omit<Step, "id" | "phase" | "component" | "hazards" | "duration" | "effort"> & {
    readonly duration?: Range | null;
  },
): Step {
  const { component, hazards, slug } = context;
  const { needs, rollback, action, verify, kind, title, duration = null, durationDependsOn, role } = rest;
  return {
    id: `${phase}.${slug}.${name}`,
    phase,
    kind,
    title,
    component: component.id,
    needs,
    action,
    verify,
    rollback,
    hazards: [...hazards],
    duration,
    ...(duration === null && durationDependsOn !== undefined ? { durationDependsOn } : {}),
    effort: null,
    role,
  };
}

/** A step as a planner says it. Default role: that of the list. */
type Said = Omit<Parameters<typeof step>[3], "role"> & { readonly role?: string };

/** The steps of one component in the order they are added. */
interface StepList {
  readonly steps: readonly Step[];
  /** Adds a step and gives its id. */
  add(phase: string, name: string, said: Said): string;
}

/** An empty list for a component whose steps are mostly done by `role`. */
export function stepList(context: KindContext, role: string): StepList {
  const steps: Step[] = [];
  return {
    steps,
    add(phase, name, said) {
      const made = step(context, phase, name, { role, ...said });
      steps.push(made);
      return made.id;
    },
  };
}

/** Runs one of the component's scripts. */
export function script({ slug }: KindContext, name: string): { readonly run: string[] } {
  return { run: ["sh", `scripts/${slug}/${name}.sh`] };
}

/** What the switch begins with, and what a return ends with: the mark that says at which side users work. */
export function marked({ slug, lost }: Pick<KindContext, "slug" | "lost">): {
  readonly first: string;
  readonly back: string;
} {
  return {
    first: lost
      ? ""
      : `Run \`sh scripts/${slug}/switched.sh\` first: from then on no script replaces what the target holds. `,
    back: ` Then remove \`scripts/${slug}/switched\`.`,
  };
}

/** What ends the undoing of what was done at the target alone. A source that answers nobody is not spoken of. */
export function untouched({ silent, source }: Pick<KindContext, "silent" | "source">): string {
  return silent ? "." : `; nothing has changed at ${source.title}.`;
}

/** What a proof finds where it compares what is in use; a copy of what nobody reaches does not change. */
export function equalTo({ silent }: Pick<KindContext, "silent">, changing: string): string {
  return silent
    ? "No difference: a copy does not change."
    : `No difference while nothing writes; while the source is in use, differences only in ${changing} that change.`;
}

type DataTime = "hours" | "verificationHours" | "downtimeHours";

/** How long all of a component's data takes to move, its proof, or the interruption; or which fact would say so. */
export function transferTime(
  { component, move }: KindContext,
  of: DataTime = "hours",
): Pick<Step, "duration" | "durationDependsOn"> {
  return {
    duration: move?.[of] ?? null,
    durationDependsOn: move?.dependsOn ?? `components.${component.id}.gib in exeat.yaml`,
  };
}

/** How long what changed since takes is not known without its rate. */
export function changeTime({ component }: KindContext): Pick<Step, "durationDependsOn"> {
  return { durationDependsOn: `components.${component.id}.changedGibPerDay in exeat.yaml` };
}

/** What a script keeps up to date at the source after the switch, until it is given up. */
export function kept(
  context: KindContext,
  title: string,
  switched: string,
  action: Action = script(context, "reverse"),
): Said {
  return {
    kind: "reverse",
    title,
    needs: [switched],
    action,
    verify: { manual: "It ends without an error; repeat it daily until the source is given up." },
    rollback: { manual: "Stop repeating it; nothing else depends on it." },
    ...changeTime(context),
  };
}

/** `endpoint` of the exit facts with what is known put in. */
export function endpointOf(side: Side, name: string): string {
  const region = side.exit?.endpointRegion?.(side.region) ?? side.region.toLowerCase();
  return (side.exit?.endpoint ?? "").replaceAll("{region}", region).replaceAll("{name}", name);
}

/** Hours of a person's work: judgement, 2026-11-24, where the effort model gives effort and not elapsed time. */
export const SHORT: Range = { low: 0.25, likely: 0.5, high: 2 };

/** A component as a person knows it: its name, else its address; as code. */
export function shown({ id, props }: Pick<FoundComponent, "id" | "props">): string {
  const { name } = props;
  const text = typeof name === "string" ? name : id.replace(/^\.:/, "");
  return `\`${text.replaceAll("`", "'")}\``;
}

/** Who decides about a component, and finishes its code. */
export function roleOf({ kind }: Pick<FoundComponent, "kind">): string {
  return kind === "sql-database" ? "dba" : "platform";
}
