import { Unknown } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { ASSUMED_ENVIRONMENTS, ASSUMED_INSTANCES, list } from "./component-charges.ts";
import { askFor } from "./conditions.ts";
import { ASSUMED_MODULE, CALL_SITES } from "./foreign-charges.ts";
import type { UnknownFact } from "./result.ts";

/** Everything the numbers rest on that nobody knows, with what would settle it and what was assumed. */
export function unknownsOf(input: AssessInput, charges: readonly Charge[], scenario: string): UnknownFact[] {
  const { survey, facts = {} } = input;
  const out: UnknownFact[] = [];
  for (const hole of survey.holes) {
    out.push({
      what:
        hole.kind === "module" ? `The resources of ${hole.address}` : `${hole.address}${hole.path && `.${hole.path}`}`,
      dependsOn: hole.remedy ?? hole.expression,
      ...(hole.kind === "module" ? { assumed: `${ASSUMED_MODULE.low} to ${ASSUMED_MODULE.high} resources` } : {}),
      at: hole.at,
    });
  }
  for (const { type, natives, ambiguous } of survey.unknown) {
    out.push({
      what: `${natives.length} × ${type}`,
      dependsOn: ambiguous
        ? "a value that says which kind it is"
        : "a description of the type: what it is, what replaces it",
      ...(natives[0] ? { at: natives[0].at } : {}),
    });
  }
  for (const component of survey.components) {
    if (component.natives[0]?.key instanceof Unknown) {
      out.push({
        what: `How many ${component.id} there are`,
        dependsOn: component.natives[0].key.expression,
        assumed: `1 to ${ASSUMED_INSTANCES}`,
        at: component.at,
      });
    }
  }
  // One line per fact to state, not one per component.
  const asked = new Map<string, Set<string>>();
  for (const charge of charges) {
    const when = charge.key.split(".").at(-1) ?? "";
    const fact = askFor[when];
    const open = charge.subjects.filter((s) => !s.certain && !s.id.startsWith("foreign:"));
    if (!fact || open.length === 0) continue;
    const ids = asked.get(fact) ?? new Set<string>();
    for (const subject of open) ids.add(subject.id);
    asked.set(fact, ids);
  }
  for (const [fact, ids] of asked) {
    out.push({
      what: `${fact} of ${list([...ids])}`,
      dependsOn: `components.<id> in exeat.yaml: ${fact}`,
      assumed: "the dearer case above P10",
    });
  }
  const unstated = (what: string, dependsOn: string, assumed: string) => out.push({ what, dependsOn, assumed });
  if (facts.team?.people === undefined)
    unstated("The team", "team.people in exeat.yaml", "lean work at P10, standard above; 2 to 4 people");
  if (facts.environments === undefined)
    unstated("Environments", "environments in exeat.yaml", `1 to ${ASSUMED_ENVIRONMENTS}`);
  if (facts.assurance === undefined) unstated("Regulation", "assurance in exeat.yaml", "no formal assurance");
  if (charges.some((c) => c.activity === "callSite")) {
    unstated(
      "Calls of foreign services in application code",
      "the code of the applications",
      `${CALL_SITES.low} to ${CALL_SITES.high} per resource`,
    );
  }
  if (scenario !== "planned-exit") {
    unstated(
      `What scenario ${scenario} changes`,
      "a later version: the numbers are those of a planned exit",
      "planned-exit",
    );
  }
  return out;
}
