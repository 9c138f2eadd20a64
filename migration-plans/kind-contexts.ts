import { factsOf } from "../assessment/facts.ts";
import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { onWindows } from "../providers/system-of.ts";
import { dependencyStepOf } from "./dependency-steps.ts";
import { APPLY } from "./estate-steps.ts";
import { hazardsOn, once } from "./hazards.ts";
import type { KindContext, Side } from "./kind-planner.ts";
import type { PlanInput } from "./plan-input.ts";
import { isSilent } from "./silent-source.ts";

/** Every component with what its planner needs, in the order of their ids. */
export function kindContexts(input: PlanInput): KindContext[] {
  const { assessment, survey } = input;
  const slugs = slugsOf(survey.components.map((c) => c.id));
  const results = new Map(assessment.components.map((c) => [c.id, c]));
  const windows = onWindows(survey.components);
  const moves = new Map(assessment.data.moves.map((m) => [m.component, m]));
  return [...survey.components]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((component) => {
      const result = results.get(component.id);
      if (!result) throw new Error(`the assessment does not know ${component.id}`);
      const slug = slugs.get(component.id) ?? "component";
      const move = moves.get(component.id);
      return contextOf(input, component, { result, slug, move, onWindows: windows.has(component.id) });
    });
}

function contextOf(
  input: PlanInput,
  component: FoundComponent,
  own: Pick<KindContext, "result" | "slug" | "move" | "onWindows">,
): KindContext {
  const { assessment, source, target, translations, facts = {} } = input;
  const side = (cloud: Cloud, region: string): Side => {
    const entry = cloud.kinds[component.kind];
    return { cloud: cloud.id, title: cloud.title, region, exit: entry && "exit" in entry ? entry.exit : undefined };
  };
  const from = side(source, component.region ?? source.defaultRegion);
  const to = side(target, assessment.target.region);
  const stated = factsOf(facts, component.id);
  const { natives = [], open } = translations.get(component.id) ?? {};
  const silent = isSilent(assessment.scenario);
  const stands = (id: string) => assessment.reading.dependencies.some((d) => d.id === id && d.status === "source");
  const exposed = { component, facts: stated };
  return {
    component,
    ...own,
    silent,
    lost: silent && assessment.reading.lost.some((l) => l.component === component.id),
    zonesAnswer: silent && stands("dns") ? [dependencyStepOf("dns", assessment.scenario)] : [],
    source: from,
    target: to,
    facts: stated,
    hazards: once([
      ...hazardsOn(from, { ...exposed, natives: [...component.natives, ...component.shared] }),
      ...hazardsOn(to, { ...exposed, natives, ...(open ? { open } : {}) }),
    ]),
    apply: APPLY,
    decisions: [],
  };
}

/** File names for components: the end of the id, told apart where two are alike. */
function slugsOf(ids: readonly string[]): Map<string, string> {
  const used = new Map<string, number>();
  return new Map(
    [...ids].sort().map((id) => {
      const base =
        id
          .replace(/^[^:]*:/, "")
          .replace(/[^A-Za-z0-9]+/g, "-")
          .replace(/^-|-$/g, "")
          .toLowerCase() || "component";
      const n = (used.get(base) ?? 0) + 1;
      used.set(base, n);
      return [id, n === 1 ? base : `${base}--${n}`] as const;
    }),
  );
}
