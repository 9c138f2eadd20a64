import { list } from "../constructs/list.ts";
import { ACCOUNT, estateStep } from "./estate-steps.ts";
import { type KindContext, roleOf, shown } from "./kind-planner.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

/** What is to be known of the target's code before it runs: one step for all that it says alike. */
export function remarkSteps({ targetCode }: PlanInput, contexts: readonly KindContext[]): Step[] {
  const { remarks = [] } = targetCode;
  const found = new Map(contexts.map((context) => [context.component.id, context]));
  const alike = Map.groupBy(remarks, ({ code, detail }) => JSON.stringify([code, detail]));
  return [...alike.values()].map((all, i) => {
    const [{ summary, detail }] = all as [(typeof all)[number]];
    const about = [...new Set(all.map(({ component }) => component))].flatMap((id) => found.get(id ?? "") ?? []);
    const concerns = about.map(({ component }) => component.id);
    const names = about.length === 0 ? "" : ` of ${list(about.map(({ component }) => shown(component)))}`;
    return estateStep({
      id: `foundation.remark.${i + 1}`,
      phase: "foundation",
      kind: "decide",
      ...(concerns.length === 1 ? { component: concerns[0]! } : concerns.length > 1 ? { concerns } : {}),
      title: `Settle in the code${names}: ${summary}`,
      needs: [ACCOUNT],
      action: { manual: detail },
      verify: { manual: "The code does what is needed, or the owner has accepted in writing that it does not." },
      rollback: { manual: "Take the change out of the code; nothing is made yet." },
      durationDependsOn: "what the code leaves open",
      role: about[0] ? roleOf(about[0].component) : "platform",
    });
  });
}
