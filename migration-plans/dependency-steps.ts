import type { Assessment } from "../assessment/assessment.ts";
import { GIVES_UP } from "../assessment/way-back.ts";
import moves from "./dependencies.json" with { type: "json" };
import { estateStep, START, UNCOUNTED } from "./estate-steps.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { isSilent } from "./silent-source.ts";

type Dependency = Assessment["reading"]["dependencies"][number];
/** How something that the exit needs is had outside the source. Not here: the state, which is moved when the source is destroyed. */
const MOVES: Readonly<Record<string, { readonly move: string; readonly proof: string; readonly rollback?: string }>> =
  moves;

/** The step in which something that the exit needs is had outside the source, or set up anew. */
export function dependencyStepOf(id: string, scenario: Assessment["scenario"]): string {
  return `${isSilent(scenario) ? "prepare" : "foundation"}.dependency.${id}`;
}

/** What the exit itself needs is settled before the decision to go: had elsewhere where it stands at the source, found out where nobody knows. */
export function dependencySteps(input: PlanInput): Step[] {
  const { reading, scenario } = input.assessment;
  const { source } = input;
  const of = (status: Dependency["status"]) => reading.dependencies.filter((d) => d.status === status);
  const open = of("unknown");
  const asked = estateStep({
    id: "prepare.dependencies.unknown",
    phase: "prepare",
    kind: "decide",
    concerns: open.map(subject),
    title: "Find out where what the exit itself needs stands",
    needs: [START],
    action: {
      manual: `State of each under dependencies in exeat.yaml whether it is at the source or elsewhere (\`exeat facts init\` asks for them): ${open.map((d) => d.what).join("; ")}. Then assess and plan again: what stands at ${source.title} gets a step.`,
    },
    verify: { manual: "The new plan no longer asks." },
    durationDependsOn: "what is found",
  });
  const made = of("source").flatMap((d) => (isSilent(scenario) ? [anew(d, input)] : moved(d, input)));
  return [...(open.length > 0 ? [asked] : []), ...made];
}

/** While the source answers: had elsewhere before anything is switched. */
function moved(dependency: Dependency, { assessment, source: { title: source } }: PlanInput): Step[] {
  const { id, what, seenIn } = dependency;
  const how = MOVES[id];
  if (!how) return [];
  return [
    estateStep({
      id: dependencyStepOf(id, assessment.scenario),
      phase: "foundation",
      kind: "create",
      component: subject(dependency),
      title: `Have outside ${source}: ${what}`,
      needs: [START],
      action: { manual: `${how.move} Seen in: ${seenIn ?? "exeat.yaml"}.` },
      verify: { manual: how.proof },
      rollback: { manual: how.rollback ?? `Go on with what stands at ${source}: it is untouched.` },
      durationDependsOn: UNCOUNTED,
    }),
  ];
}

/** Certificates for the target are proven before any name leads there. */
const PROOFS =
  " Make each zone, as its code says, at a DNS host that answers, and have it delegated there: certificates are proven in it before the cutover.";

/** Where the source does not answer: made anew, from what lies elsewhere. */
function anew(dependency: Dependency, { assessment, source: { title: source } }: PlanInput): Step {
  const { id, what, fails, seenIn } = dependency;
  return estateStep({
    id: dependencyStepOf(id, assessment.scenario),
    phase: "prepare",
    kind: "create",
    component: subject(dependency),
    title: `Set up anew what no longer answers: ${what}`,
    needs: [START],
    action: {
      manual: `Set it up outside ${source}, from what lies elsewhere. Seen in: ${seenIn ?? "exeat.yaml"}. ${fails}${id === "dns" ? PROOFS : ""}`,
    },
    verify: { manual: "It works without the source." },
    rollback: { manual: "Remove what was set up; it replaces nothing that answers." },
    durationDependsOn: UNCOUNTED,
  });
}

/** What destroys the source reads its state, which must not lie in what is destroyed. None where it is known to be kept elsewhere. */
export function keptState({ assessment, source }: PlanInput): Step[] {
  if (assessment.reading.dependencies.some((d) => d.id === "state" && d.status === "elsewhere")) return [];
  return [
    estateStep({
      id: "decommission.estate.state",
      phase: "decommission",
      kind: "create",
      component: subject({ id: "state" }),
      title: "Move the state of the source's own code out of what is destroyed",
      needs: [GIVES_UP],
      action: {
        manual: `Each destruction below runs that code, which reads its state. Where that is kept at ${source.title}, write a place outside it into the code, encrypted, and run \`init -migrate-state\` in each root.`,
      },
      verify: { manual: `In each root a plan reads a state outside ${source.title} and shows no change.` },
      duration: { low: 0.25, likely: 0.5, high: 2 },
    }),
  ];
}

/** What a step about such a thing names as its component. */
function subject({ id }: Pick<Dependency, "id">): string {
  return `dependency:${id}`;
}
