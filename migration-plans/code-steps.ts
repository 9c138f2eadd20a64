import { list } from "../constructs/list.ts";
import { ACCOUNT, APPLY } from "./estate-steps.ts";
import { type KindContext, roleOf, shown } from "./kind-planner.ts";
import { type Step, subjectsOf } from "./plan.ts";

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
      needs: [ACCOUNT, ...new Set(alike.flatMap(({ component }) => decisions.get(component.id) ?? []))],
      action: {
        manual: `Read what stands in ${folder} for ${ids.length > 1 ? "each" : "it"}; set what was decided, what is open and what only a setting differs in; bring it into the modules of your own.${all}${settings(alike)}`,
      },
      verify: { manual: "Somebody else has read it, and nothing in it is left open." },
      rollback: { manual: "Take the change out of the code; nothing is made yet." },
      hazards: [],
      duration: null,
      durationDependsOn: "what the code leaves open",
      effort: null,
      role: roleOf({ kind }),
    };
  });
}

/** What only a setting differs in has no step of its own: each is named where it is set, once for all that differ alike. */
function settings(contexts: readonly KindContext[]): string {
  const said = contexts.flatMap(({ component, result }) =>
    result.losses
      .filter((loss) => loss.class === "setting")
      .map((loss) => ({ loss, name: shown(component), key: JSON.stringify([loss.path, loss.verdict, loss.why]) })),
  );
  return [...Map.groupBy(said, ({ key }) => key).values()]
    .map((alike) => {
      const [{ loss }] = alike as [(typeof said)[number]];
      const names = [...new Set(alike.map(({ name }) => name))].join(", ");
      const is = loss.verdict === "lost" ? "is not" : "may not be";
      return ` Settle before: \`${loss.path}\` of ${names} ${is} as asked for. ${loss.why} ${loss.instead}`;
    })
    .join("");
}

/** Code waits for everything that is decided about its components, but for what is read from the code once it has run. */
export function afterDecisions(steps: readonly Step[]): Step[] {
  const decided = steps.filter((s) => s.phase === "foundation" && s.kind === "decide" && !s.needs.includes(APPLY));
  return steps.map((step) => {
    if (!isCode(step)) return step;
    const subjects = new Set(subjectsOf(step));
    const waits = decided.filter((s) => subjectsOf(s).some((subject) => subjects.has(subject))).map((s) => s.id);
    return { ...step, needs: [...new Set([...step.needs, ...waits])] };
  });
}

/** Whether the code of components is finished in a step. */
export function isCode({ id }: Step): boolean {
  return id.startsWith(CODE);
}
