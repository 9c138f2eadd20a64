import { compareDiagnostics, type Diagnostic } from "../constructs/diagnostic.ts";
import type { AuthoredComponent } from "../constructs/workload-components.ts";
import { clouds } from "../providers/index.ts";
import { notGiven } from "./not-given.ts";
import type { Target } from "./targets.ts";

/** All there is to say of a workload's code: what writing it met, what the target does not give, overrides that no cloud reads. */
export function synthDiagnostics(
  components: readonly AuthoredComponent[],
  { cloud, region }: Target,
  met: readonly Diagnostic[],
): readonly Diagnostic[] {
  const places = new Map(components.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
  const located = met.map((diagnostic) => {
    const at = diagnostic.source ?? places.get(diagnostic.address ?? "");
    return at ? { ...diagnostic, source: at } : diagnostic;
  });
  const lost = components.filter((c) => !c.attachedTo).flatMap((c) => notGiven(c, cloud, NOT_GIVEN, region));
  return [...located, ...lost, ...components.flatMap(overridesNowhere)].sort(compareDiagnostics);
}

const NOT_GIVEN = { code: "EX0006", summary: "The target cloud does not give it" } as const;

function overridesNowhere({ id, overrides, at }: AuthoredComponent): Diagnostic[] {
  return Object.keys(overrides)
    .filter((name) => !Object.hasOwn(clouds, name))
    .map((name) => ({
      severity: "warning",
      code: "EX0007",
      summary: "An override is for a cloud that is not known",
      detail: `Nothing reads \`overrides.${name}\`. Name one of ${Object.keys(clouds).join(", ")}.`,
      address: id,
      ...(at ? { source: at } : {}),
    }));
}
