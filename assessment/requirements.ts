import { z } from "zod";
import { compareText } from "../constructs/diagnostic.ts";
import { qualified } from "../providers/qualification.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { translationOf } from "./component-charges.ts";
import { placeOf } from "./jurisdiction.ts";
import type { UnknownFact } from "./result.ts";

/** A qualification asked of the target, and which components would run on what has it. */
export const Requirement = z.strictObject({
  qualification: z.string(),
  /** Components all of whose natives are qualified at the date, and all there are. */
  complies: z.int(),
  of: z.int(),
  /** Components with nothing against them but what is not known: a contract, a last day. Not among `complies`. */
  mayComply: z.int(),
  /** Resources that belong to no component: what replaces them is chosen by hand, so nobody can say. */
  uncounted: z.int(),
  components: z.array(
    z.strictObject({
      component: z.string(),
      verdict: z.enum(["complies", "may-comply", "does-not"]),
      /** Types at the target that are not qualified, or may be. Empty where nothing is written there. */
      types: z.array(z.string()),
      why: z.array(z.string()),
    }),
  ),
});
export type Requirement = z.infer<typeof Requirement>;
type Verdict = Requirement["components"][number];

/** Who would run on a qualified service, for each qualification asked for, in the order asked. */
export function requirementsOf(input: AssessInput): Requirement[] {
  const { survey } = input;
  const { foreign, unknown } = survey.counts;
  return (input.requirements ?? []).map((id) => {
    const components = survey.components
      .map((c) => verdictOf(id, c, input))
      .sort((a, b) => compareText(a.component, b.component));
    const count = (verdict: Verdict["verdict"]) => components.filter((c) => c.verdict === verdict).length;
    return {
      qualification: id,
      complies: count("complies"),
      of: components.length,
      mayComply: count("may-comply"),
      uncounted: foreign + unknown,
      components,
    };
  });
}

/** Qualifications that components are not known to have, by component id. */
export function unqualifiedIn(requirements: readonly Requirement[]): ReadonlyMap<string, readonly string[]> {
  const lacking = requirements.flatMap(({ qualification, components }) =>
    components.flatMap((c) => (c.verdict === "complies" ? [] : [{ id: c.component, qualification }])),
  );
  return new Map([...Map.groupBy(lacking, (l) => l.id)].map(([id, list]) => [id, list.map((l) => l.qualification)]));
}

/** The effort is that of the service named, qualified or not: what a qualified one takes is not known. */
export function requirementUnknowns(requirements: readonly Requirement[]): UnknownFact[] {
  return requirements
    .filter((r) => r.complies < r.of)
    .map((r) => ({
      what: `What ${r.of - r.complies} of ${r.of} components take on a service qualified for ${r.qualification}`,
      dependsOn: "which qualified service takes the place of the one named",
      assumed: "the effort of the one named",
    }));
}

function verdictOf(id: string, component: FoundComponent, input: AssessInput): Verdict {
  const { target } = input;
  const { unsupported, natives } = translationOf(input, component.id);
  const managed = natives.filter((n) => n.mode === "managed");
  const of = (verdict: Verdict["verdict"], types: readonly string[], why: readonly string[]) => ({
    ...{ component: component.id, verdict, types: [...new Set(types)].sort(compareText), why: [...new Set(why)] },
  });
  if (unsupported) return of("does-not", [], [`${target.title} has no ${component.kind}`]);
  if (managed.length === 0) return of("does-not", [], [`nothing is written for it at ${target.title}`]);
  const place = placeOf(component, input);
  const judged = managed.map((n) => ({ type: n.type, ...qualified(id, n, natives, place) }));
  for (const [verdict, native] of [
    ["does-not", "not-qualified"],
    ["may-comply", "open"],
  ] as const) {
    const found = judged.filter((j) => j.verdict === native);
    const types = found.map((j) => j.type);
    if (found.length > 0)
      return of(
        verdict,
        types,
        found.flatMap((j) => j.why),
      );
  }
  return of(
    "complies",
    [],
    judged.flatMap((j) => j.why),
  );
}
