import { support } from "../assessment/support.ts";
import { type Kind, kindNames, kinds } from "../constructs/kinds.ts";
import { clouds } from "../providers/index.ts";
import { type Cloud, isImplemented, type Loss } from "../providers/provider.ts";
import { trip } from "../providers/translate.ts";
import { complete } from "../providers/witness.ts";
import { supportTables } from "../report/support.ts";
import { cases } from "../test/cases/index.ts";

/** What each folder is for, in the order of the pipeline. */
export function folderTable(): string {
  const rows: readonly (readonly [string, string])[] = [
    ["constructs", "the vocabulary: one file per kind, `Workload`, YAML"],
    ["stacks", "a reference workload that names no cloud"],
    [
      "providers",
      "one folder per cloud: how it makes a kind (`lower`), how it reads it back (`raise`), what it promises",
    ],
    ["importers", "text in, estate out: HCL, plans, states"],
    ["assessment", "the three gaps, effort, time"],
    ["migration-plans", "ordered, reversible steps: one planner per kind"],
    ["engines", "writing code down and running it: Terraform, Pulumi, a provider that knows schemas only"],
    ["report", "results as text, Markdown, HTML"],
    ["laws", "what must hold for every cloud, as pure checks"],
    ["cli", "one file per command"],
  ];
  return [
    "| folder | what it holds |",
    "|---|---|",
    ...rows.map(([f, what]) => `| [\`${f}/\`](${f}) | ${what} |`),
  ].join("\n");
}

/** What `exeat support --format markdown` says of every cloud one can go to, without its title. */
export function supportPage(): string {
  return supportTables(
    support(
      Object.values(clouds).filter((c) => !c.sourceOnly),
      kindNames,
    ),
  );
}

interface Verdict {
  asked: number;
  lost: number;
  readonly why: Set<Loss>;
}

/** Property by property what each cloud keeps, from what the named cases give when they are lowered and raised again. */
export function sideBySide(): string {
  const list = Object.values(clouds).filter((c) => !c.sourceOnly);
  return kindNames.map((kind) => `${kindTable(kind, list)}`).join("\n\n");
}

function kindTable(kind: Kind, list: readonly Cloud[]): string {
  const verdicts = new Map<string, Map<string, Verdict>>();
  for (const cloud of list) {
    if (!isImplemented(cloud.kinds[kind])) continue;
    for (const { props } of cases[kind]) {
      const component = complete({ kind, id: "c", props, requested: new Set(Object.keys(props)), holes: [] });
      const { losses } = trip(component, cloud);
      for (const prop of component.requested) {
        const row = verdicts.get(prop) ?? new Map<string, Verdict>();
        verdicts.set(prop, row);
        const verdict = row.get(cloud.id) ?? { asked: 0, lost: 0, why: new Set() };
        row.set(cloud.id, verdict);
        const own = losses.filter((l) => l.path === prop || l.path.startsWith(`${prop}.`));
        verdict.asked += 1;
        if (own.length > 0) verdict.lost += 1;
        for (const l of own) if (l.declared) verdict.why.add(l.declared);
      }
    }
  }
  const notes: string[] = [];
  const cell = (verdict: Verdict | undefined) => {
    if (!verdict) return "not asked";
    if (verdict.lost === 0) return "kept";
    const marks = [...verdict.why].map((loss) => {
      const text = `${loss.why} ${loss.instead}`;
      if (!notes.includes(text)) notes.push(text);
      return notes.indexOf(text) + 1;
    });
    return `${verdict.lost === verdict.asked ? "lost" : "partly"} ${[...new Set(marks)].map((n) => `(${n})`).join(" ")}`;
  };
  const rows = [...verdicts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prop, row]) => `| \`${prop}\` | ${list.map((c) => cell(row.get(c.id))).join(" | ")} |`);
  return [
    `**${kinds[kind].title}** (\`${kind}\`)`,
    "",
    `| property | ${list.map((c) => c.title).join(" | ")} |`,
    `|---|${list.map(() => "---").join("|")}|`,
    ...rows,
    "",
    ...notes.map((text, i) => `${i + 1}. ${text}`),
  ].join("\n");
}
