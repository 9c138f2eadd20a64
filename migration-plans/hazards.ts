import { type Exposed, threat } from "../providers/hazard.ts";
import type { Side } from "./kind-planner.ts";
import type { Step } from "./plan.ts";

type Hazards = Step["hazards"];

/** What of a side's hazards threatens a component. */
export function hazardsOn({ exit }: Side, exposed: Exposed): Hazards {
  return (exit?.hazards ?? []).flatMap((hazard) => {
    const { threatens, dependsOn } = threat(hazard, exposed);
    const { text, citation } = hazard;
    if (threatens === false) return [];
    return [{ text, ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}), citation: { ...citation } }];
  });
}

/** Each once: both clouds may say the same. */
export function once(hazards: Hazards): Hazards {
  return [...new Map(hazards.map((hazard) => [sameAs(hazard), hazard])).values()];
}

/** Hazards of a step about several components: each once, with those it threatens where it is not all. */
export function hazardsTogether(steps: readonly Pick<Step, "component" | "hazards">[]): Hazards {
  const all = new Set(steps.map((s) => s.component));
  const each = steps.flatMap(({ component, hazards }) => hazards.map((hazard) => ({ hazard, component })));
  return [...Map.groupBy(each, ({ hazard }) => sameAs(hazard)).values()].map((same) => {
    const [{ hazard }] = same as [(typeof same)[number]];
    const concerns = [...new Set(same.map((s) => s.component))];
    return concerns.length === all.size ? hazard : { ...hazard, concerns };
  });
}

function sameAs({ text, dependsOn = [] }: Hazards[number]): string {
  return JSON.stringify([text, dependsOn]);
}
