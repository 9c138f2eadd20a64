import { list } from "../assessment/component-charges.ts";
import { type KindContext, shown, step } from "./kind-planner.ts";
import type { Step } from "./plan.ts";

/** What must be decided before data is copied, and which of the steps each component waits for. */
export interface Decisions {
  readonly steps: readonly Step[];
  /** By component id. */
  readonly of: ReadonlyMap<string, readonly string[]>;
}

/** One step per loss above a setting, however many components lose the same for the same reason; one per component for all other gaps. */
export function decisionsOf(contexts: readonly KindContext[]): Decisions {
  const losses = Map.groupBy(contexts.flatMap(lossesOf), (l) => l.key);
  const steps = [...losses.values()].map((alike) => (alike.length === 1 ? alike[0]!.step : together(alike)));
  const settings = contexts.flatMap(settingsStep);
  const of = new Map(contexts.map(({ component }) => [component.id, [] as string[]]));
  for (const [i, alike] of [...losses.values()].entries()) {
    for (const { step: own } of alike) of.get(own.component)?.push(steps[i]!.id);
  }
  for (const own of settings) of.get(own.component)?.push(own.id);
  return { steps: [...steps, ...settings], of };
}

interface Loss {
  readonly key: string;
  readonly name: string;
  /** Its title without the component. */
  readonly what: string;
  readonly step: Step;
}

function lossesOf(context: KindContext): Loss[] {
  const { result, component } = context;
  const role = roleOf(context);
  const above = result.losses.filter((l) => l.class !== "setting");
  return above.map((loss, i) => {
    const what = `\`${loss.path}\` ${loss.verdict === "lost" ? "is lost" : "may be lost"} (${loss.class})`;
    const manual = `${loss.why} ${loss.instead}`;
    return {
      key: JSON.stringify([component.kind, what, manual]),
      name: shown(component),
      what,
      step: step(context, "foundation", `loss-${i + 1}`, {
        kind: "decide",
        title: `${shown(component)}: ${what}`,
        needs: ["prepare.target.account"],
        action: { manual },
        verify: { manual: "The change is made and tested, or its loss is accepted by the owner in writing." },
        rollback: { manual: "Undo the change; the source still has it." },
        durationDependsOn: "the effort of this loss in the assessment",
        role,
      }),
    };
  });
}

/** The step of the first, for all of them. */
function together(alike: readonly Loss[]): Step {
  const [{ what, step: first }] = alike as [Loss];
  const names = alike.map((l) => l.name);
  return {
    ...first,
    component: "estate",
    concerns: alike.map((l) => l.step.component),
    title: `${list(names)}: ${what}`,
    action: { manual: `${first.action.manual} It concerns ${names.join(", ")}.` },
  };
}

function settingsStep(context: KindContext): Step[] {
  const { component } = context;
  const gaps = [...component.coarsened, ...component.residue].filter((g) => g.class !== "setting");
  // Leaves of one place are one decision.
  const places = [
    ...new Set(gaps.map((g) => `${[g.address, g.place].filter((part) => part !== "").join(" ")} (${g.class})`)),
  ];
  if (places.length === 0) return [];
  return [
    step(context, "foundation", "settings", {
      kind: "decide",
      title: `${shown(component)}: ${places.length} configured ${places.length === 1 ? "setting is" : "settings are"} not carried over`,
      needs: ["prepare.target.account"],
      action: { manual: `Decide for each what replaces it: ${places.join("; ")}.` },
      verify: { manual: "Each has a decision in writing." },
      rollback: { manual: "Undo the changes; the source still has the settings." },
      durationDependsOn: "the effort of these gaps in the assessment",
      role: roleOf(context),
    }),
  ];
}

function roleOf({ component }: KindContext): string {
  return component.kind === "sql-database" ? "dba" : "platform";
}
