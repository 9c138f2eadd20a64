import { list } from "../constructs/list.ts";
import { ACCOUNT, estateStep } from "./estate-steps.ts";
import { type KindContext, shown } from "./kind-planner.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";

/** Code names keys that no code of the estate makes: each has a counterpart before the code that asks for it is finished. None within one cloud. */
export function externalKeys(contexts: readonly KindContext[]): Step[] {
  const named = contexts.filter(
    ({ component, result, source, target }) =>
      source.cloud !== target.cloud &&
      isExternal(component.props["encryptionKey"]) &&
      result.losses.every((loss) => loss.path !== "encryptionKey"),
  );
  const [first] = named;
  if (!first) return [];
  const ids = named.map(({ component }) => component.id);
  return [
    estateStep({
      id: "foundation.external.keys",
      phase: "foundation",
      kind: "decide",
      concerns: ids,
      title: `Make at ${first.target.title} the keys that encrypt ${list(named.map(({ component }) => shown(component)))}`,
      needs: [ACCOUNT],
      action: {
        manual: `No code of this estate makes them: make one there for each of the old ones, let those use it who read and write, and give the code its id. It concerns ${places(ids)}.`,
      },
      verify: { manual: "Each key is there, is protected from deletion, and the code asks for none any more." },
      rollback: { manual: "Delete the new keys; nothing is encrypted with them yet." },
      durationDependsOn: "who may make keys there",
    }),
  ];
}

/** Something of another place; what refers to a component or to what is replaced by hand is made by its own step. */
function isExternal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "external" in value;
}
