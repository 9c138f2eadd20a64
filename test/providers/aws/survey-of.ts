import { aws } from "../../../providers/aws/index.ts";
import { knowledgeOf } from "../../../providers/import-knowledge.ts";
import type { FoundComponent, Survey } from "../../../providers/survey.ts";
import { takeSurvey } from "../../../providers/take-survey.ts";
import { readMain } from "../../importers/hcl/memory-files.ts";

/** What a `main.tf` contains, seen as AWS. */
export async function surveyOf(main: string): Promise<Survey> {
  return takeSurvey({ roots: [await readMain(main, {}, { knowledge: knowledgeOf([aws]) })] }, aws);
}

/** The only component of a `main.tf`. */
export async function componentOf(main: string): Promise<FoundComponent> {
  const { components } = await surveyOf(main);
  const [component, ...more] = components;
  if (!component || more.length > 0) throw new Error(`there are ${components.length} components`);
  return component;
}

/** `type.path` of what a component does not carry home, in order. */
export function gaps(component: FoundComponent): { readonly residue: string[]; readonly coarsened: string[] } {
  const place = (leaf: { type: string; path: string }) => `${leaf.type}.${leaf.path}`;
  return { residue: component.residue.map(place).sort(), coarsened: component.coarsened.map(place).sort() };
}
