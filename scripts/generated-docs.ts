import { type Held, support } from "../assessment/support.ts";
import { kindNames } from "../constructs/kinds.ts";
import { clouds } from "../providers/index.ts";
import { supportTables } from "../report/support.ts";

/** What each folder is for, in the order of the pipeline. */
export function folderTable(): string {
  const rows: readonly (readonly [string, string])[] = [
    ["constructs", "the vocabulary: one file per kind, `Workload`, YAML"],
    ["stacks", "a reference workload that names no cloud"],
    [
      "providers",
      "one folder per cloud: how it makes a kind (`lower`), how it reads it back (`raise`), what it promises",
    ],
    ["importers", "text in, estate out: HCL, plans, states, inventories of machines"],
    ["assessment", "the three gaps, effort, time, data, cost"],
    ["migration-plans", "ordered, reversible steps: one planner per kind"],
    ["drills", "what a rehearsal of a plan leaves behind, and what people did by hand in it"],
    ["engines", "writing code down and running it: Terraform, Pulumi, a provider that knows schemas only"],
    ["audit", "gates: what a result must not say"],
    ["report", "results as text, Markdown, HTML, SARIF"],
    ["laws", "what must hold for every cloud, as pure checks"],
    ["cli", "one file per command"],
  ];
  return [
    "| folder | what it holds |",
    "|---|---|",
    ...rows.map(([f, what]) => `| [\`${f}/\`](${f}) | ${what} |`),
  ].join("\n");
}

const targets = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);
let made: ReturnType<typeof support> | undefined;

/** The matrix of every cloud one can go to, worked out once: it takes long. */
function matrix(): ReturnType<typeof support> {
  made ??= support(targets, kindNames);
  return made;
}

/** What `exeat support --format markdown` says, without its title. */
export function supportPage(): string {
  return supportTables(matrix());
}

/** How many properties of each kind a cloud holds, from the same result. */
export function supportCounts(): string {
  const counted = (of: readonly Held[]) =>
    VERDICTS.flatMap(([verdict, word]) => {
      const n = of.filter((h) => h.verdict === verdict).length;
      return n > 0 ? [`${n} ${word}`] : [];
    }).join(", ");
  return [
    `| kind | ${targets.map((c) => c.title).join(" | ")} |`,
    `|---|${targets.map(() => "---").join("|")}|`,
    ...matrix().kinds.map(({ kind, title, props }) => {
      const cells = targets.map((c) => counted(props.flatMap((p) => p.clouds.filter((h) => h.cloud === c.id))));
      return `| [${title}](docs/support.md) (\`${kind}\`) | ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

const VERDICTS = [
  ["held", "held"],
  ["nearest", "nearest offered"],
  ["condition", "with a condition"],
  ["lost", "lost"],
  ["absent", "not there"],
] as const;
