import { list } from "../constructs/list.ts";
import { type KindContext, roleOf, shown } from "./kind-planner.ts";
import type { Step } from "./plan.ts";

const CODE = "foundation.code.";

/** The code that is written for components is finished by a person: one step per kind, after the decisions about what its components lose. */
export function codeSteps(
  contexts: readonly KindContext[],
  folder: string,
  decisions: ReadonlyMap<string, readonly string[]>,
): Step[] {
  return [...Map.groupBy(contexts, (c) => c.component.kind)].map(([kind, alike]) => {
    const ids = alike.map(({ component }) => component.id);
    const names = alike.map(({ component }) => shown(component));
    const title = `Finish the code of ${list(names)}`;
    const all = names.every((name) => title.includes(name)) ? "" : ` It concerns ${names.join(", ")}.`;
    return {
      id: `${CODE}${kind}`,
      phase: "foundation",
      kind: "create",
      title,
      component: "estate",
      concerns: ids,
      needs: [
        "prepare.target.account",
        ...new Set(alike.flatMap(({ component }) => decisions.get(component.id) ?? [])),
      ],
      action: {
        manual: `Read what stands in ${folder} for each; set what was decided, what is open and what only a setting differs in; bring it into the modules of your own.${all}`,
      },
      verify: { manual: "Somebody else has read it, and the code can be planned." },
      rollback: { manual: "Take the change out of the code; nothing is made yet." },
      hazards: [],
      duration: null,
      durationDependsOn: "what the code leaves open",
      effort: null,
      role: roleOf({ kind }),
    };
  });
}

/** Whether the code of components is finished in a step. */
export function isCode({ id }: Step): boolean {
  return id.startsWith(CODE);
}
