import { list } from "../constructs/list.ts";
import { ACCOUNT, replacementRemoved } from "./estate-steps.ts";
import { hazardsTogether } from "./hazards.ts";
import { type KindContext, shown, step } from "./kind-planner.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";

const BY_HAND = ": to be replaced by hand";

/**
 * Steps in which what is replaced by hand in the same way is one step, where it waits for the same steps: so no circle comes of it.
 * `kindOf` tells apart what is alike in words only.
 */
export function alikeTogether(steps: readonly Step[], kindOf: (component: string) => string | undefined): Step[] {
  const keyOf = ({ action, verify, rollback, role, needs, component }: Step) =>
    JSON.stringify([kindOf(component), action, verify, rollback, role, [...needs].sort()]);
  const groups = Map.groupBy(steps.filter(isByHand), keyOf);
  const instead = new Map<string, Step>();
  for (const alike of groups.values()) {
    if (alike.length < 2) continue;
    const shared = together(alike);
    for (const { id } of alike) instead.set(id, shared);
  }
  return steps.flatMap((step) => {
    const shared = instead.get(step.id) ?? step;
    if (shared.id !== step.id) return [];
    return [{ ...shared, needs: [...new Set(shared.needs.map((need) => instead.get(need)?.id ?? need))] }];
  });
}

/** Of records in a zone that is kept elsewhere. */
const LEADING = " Records that lead users stay as they are until the cutover: prepare the change, and the way back.";

export function byHandStep(context: KindContext): Step {
  const { component, result, target } = context;
  const why = component.attachedTo
    ? `It is part of something that is not in this estate: move it with that.${component.kind === "dns-zone" ? LEADING : ""}`
    : `${target.title} has no such kind. Instead: ${result.substitute ?? "to be found"}.`;
  return step(context, "foundation", "by-hand", {
    kind: "create",
    title: `${shown(component)}${BY_HAND}`,
    needs: [ACCOUNT],
    action: { manual: why },
    verify: { manual: "What used it works with the replacement in the rehearsal." },
    rollback: { manual: replacementRemoved(context.silent) },
    duration: null,
    durationDependsOn: "the effort of the substitute in the assessment",
    role: "platform",
  });
}

/** Whether a component is replaced in a step, and has no other. */
export function isByHand({ id }: Step): boolean {
  return id.endsWith(".by-hand");
}

function together(alike: readonly Step[]): Step {
  const [first] = alike as [Step];
  const names = [...new Set(alike.map((s) => s.title.slice(0, -BY_HAND.length)))];
  const concerns = alike.map((s) => s.component);
  return {
    ...first,
    component: "estate",
    concerns,
    title: `${list(names)}${BY_HAND}`,
    action: { manual: `${first.action.manual} It concerns ${places(concerns)}.` },
    hazards: hazardsTogether(alike),
  };
}
