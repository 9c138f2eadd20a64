import type { Assessment } from "../assessment/assessment.ts";
import { code, md, type Paint, plural, table } from "./words.ts";

type Counts = Pick<Assessment["requirements"][number], "qualification" | "complies" | "mayComply" | "of">;

/** `0 of 14 components would run on a service qualified for secnumcloud`. */
export function compliance({ qualification, complies, mayComply, of }: Counts): string {
  const may = mayComply === 0 ? "" : `; ${mayComply} more may, what decides is not known`;
  return `${complies} of ${plural(of, "component")} would run on a service qualified for ${qualification}${may}`;
}

/** What the first page says of what was required. */
export function requirementLines({ requirements }: Assessment, p: Paint): string[] {
  return requirements.flatMap((r) => [
    (r.complies === r.of ? p.green : p.red)(compliance(r)),
    ...uncounted(r).map((line) => `  ${line}`),
  ]);
}

export function requirementSentences({ requirements }: Assessment): string[] {
  return requirements.flatMap((r) => [`**${md(compliance(r))}.** ${uncounted(r).map(md).join(" ")}`.trimEnd(), ""]);
}

/** Why a component is not known to be qualified, per qualification. */
export function unqualified({ requirements }: Assessment, id: string): { qualification: string; why: string }[] {
  return requirements.flatMap((r) =>
    r.components
      .filter((c) => c.component === id && c.verdict !== "complies")
      .map(({ verdict, types, why }) => ({
        qualification: r.qualification,
        why: `${verdict === "may-comply" ? "may be qualified" : "not qualified"}${types.length > 0 ? `, ${types.join(", ")}` : ""}: ${why}`,
      })),
  );
}

/** Everything about it: what is on record at the target, and every component. */
export function requirementSection({ requirements }: Assessment): string[] {
  return requirements.flatMap((r) => [
    `## Required: ${md(r.qualification)}`,
    "",
    ...(r.onRecord.length === 0 ? ["Nothing at the target is on record as qualified.", ""] : []),
    ...table(
      ["on record at the target", "native types", "until", "source"],
      r.onRecord.map((q) => [
        md(`${q.name}: ${q.scope}`),
        q.types.length === 0 ? "none of the providers'" : q.types.map(code).join(", "),
        q.expires ?? "**unknown**",
        md(`${q.citation.source}${q.citation.date ? `, ${q.citation.date}` : ""}`),
      ]),
    ),
    ...table(
      ["component", "would run on a qualified service", "types at the target", "why"],
      r.components.map((c) => [code(c.component), WORDS[c.verdict], c.types.map(code).join(", "), md(c.why)]),
    ),
  ]);
}

const WORDS = { complies: "yes", "may-comply": "**not known**", "does-not": "**no**" } as const;

function uncounted({ uncounted: n }: Assessment["requirements"][number]): string[] {
  return n === 0
    ? []
    : [`${plural(n, "resource")} of no component: what replaces them is chosen by hand, and is not counted.`];
}
