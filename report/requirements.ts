import type { Assessment } from "../assessment/assessment.ts";
import { shortId } from "./assessment-reading.ts";
import type { Language } from "./language/language.ts";
import { code, md, said, table } from "./words.ts";

type Requirement = Assessment["requirements"][number];

/** `0 of 14 components would run on a service qualified for secnumcloud`. */
export function compliance(
  { qualification, complies, mayComply, of }: Pick<Requirement, "qualification" | "complies" | "mayComply" | "of">,
  { words, amount, count }: Language,
): string {
  const may = mayComply === 0 ? "" : `${words.semicolon} ${words.complianceMay(amount(mayComply))}`;
  return `${words.compliance(amount(complies), count(of, "component"), qualification)}${may}`;
}

/** What is not among those counted; empty where nothing is. */
export function uncounted({ uncounted: n }: Requirement, { words, count }: Language): string {
  return n === 0 ? "" : words.uncounted(count(n, "resource"));
}

/** What the first page says of what was required. */
export function requirementSentences({ requirements }: Assessment, l: Language): string[] {
  return requirements.flatMap((r) => [`**${md(compliance(r, l))}.** ${md(uncounted(r, l))}`.trimEnd(), ""]);
}

/** Why a component is not known to be qualified, per qualification. */
export function unqualified(
  { requirements }: Assessment,
  id: string,
  { words }: Language,
): { qualification: string; verdict: string; why: readonly string[] }[] {
  return requirements.flatMap((requirement) => {
    const found = verdictsOf(requirement).get(id);
    if (!found || found.verdict === "complies") return [];
    const { verdict, types, why } = found;
    const says = verdict === "may-comply" ? words.mayBeQualified : words.notQualified;
    return [{ qualification: requirement.qualification, verdict: says(types.join(", ")), why }];
  });
}

const byId = new WeakMap<Requirement, ReadonlyMap<string, Requirement["components"][number]>>();

function verdictsOf(requirement: Requirement) {
  const known = byId.get(requirement) ?? new Map(requirement.components.map((c) => [c.component, c]));
  byId.set(requirement, known);
  return known;
}

/** Every component against what is required. */
export function requirementSection({ requirements }: Assessment, l: Language): string[] {
  const { words } = l;
  return requirements.flatMap((r) => [
    `## ${md(words.required(r.qualification))}`,
    "",
    ...table(
      [words.component, words.wouldRun, words.nativeTypes, words.why],
      r.components.map((c) => [
        code(shortId(c.component)),
        c.verdict === "complies" ? words.qualifiedVerdicts[c.verdict] : `**${words.qualifiedVerdicts[c.verdict]}**`,
        c.types.map(code).join(", ") || "–",
        c.why.map((why) => said(why, l)).join(`${words.semicolon} `),
      ]),
    ),
  ]);
}
