import type { AssessInput } from "../../assessment/assessment.ts";
import type { Kind } from "../../constructs/kinds.ts";
import { aws } from "../../providers/aws/index.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { FoundComponent, Survey, Translation } from "../../providers/survey.ts";

/** A small estate made by hand, seen by the tests of assessment, plans and reports. */

const at = { file: "main.tf", line: 1 };

export function native(type: string, name: string, args: Native["args"] = {}, key?: Native["key"]): Native {
  return {
    address: `${type}.${name}`,
    root: ".",
    mode: "managed",
    type,
    name,
    ...(key === undefined ? {} : { key }),
    provider: { name: "aws" },
    args,
    refs: [],
    configured: new Set(Object.keys(args)),
    at,
  };
}

export function component(kind: Kind, type: string, name: string, props: Record<string, unknown>): FoundComponent {
  return {
    kind,
    id: `.:${type}.${name}`,
    at,
    natives: [native(type, name)],
    shared: [],
    props,
    requested: new Set(Object.keys(props)),
    holes: [],
    residue: [],
    coarsened: [],
    ignored: [],
    providerChosen: 0,
  };
}

export const bucket = (name: string, props: Record<string, unknown> = {}) =>
  component("object-bucket", "aws_s3_bucket", name, props);
export const database = (name: string, props: Record<string, unknown> = {}) =>
  component("sql-database", "aws_db_instance", name, {
    engine: "postgresql",
    version: "16",
    storageGiB: 100,
    ...props,
  });

/** The instances of a collection nobody could evaluate. */
export const manyOf = (found: FoundComponent): FoundComponent => ({
  ...found,
  natives: found.natives.map((n) => ({ ...n, key: new Unknown("var.buckets") })),
});

export const intact: Translation = { losses: [], natives: [], diagnostics: [] };

export const losing = (
  path: string,
  severity: "blocks" | "degrades" | "cosmetic",
  verdict: "lost" | "depends" = "lost",
): Translation => ({
  ...intact,
  losses: [
    {
      path,
      verdict,
      asked: true,
      got: undefined,
      declared: {
        path,
        severity,
        class: "redesign",
        why: "The target has none.",
        instead: "Do it in the application.",
        citation: { source: "documentation of the target", date: "2026-11-21" },
      },
    },
  ],
});

/** A target with the same kinds: what it gives back is in the translations. */
const target: Cloud = { ...aws, id: "scaleway", title: "Scaleway", defaultRegion: "fr-par", foreign: {} };

export interface Parts {
  readonly components?: readonly FoundComponent[];
  readonly translations?: Readonly<Record<string, Translation>>;
  readonly foreign?: readonly Native[];
  readonly unknown?: readonly Native[];
  /** Of which kind, nobody can tell. */
  readonly ambiguous?: readonly Native[];
  readonly holes?: Survey["holes"];
  readonly signs?: Survey["signs"];
  readonly facts?: AssessInput["facts"];
}

export function assessInput(parts: Parts): AssessInput {
  const components = parts.components ?? [];
  const byType = (natives: readonly Native[]) =>
    [...Map.groupBy(natives, (n) => n.type)].map(([type, list]) => ({ type, natives: list }));
  const foreign = parts.foreign ?? [];
  const { unknown = [], ambiguous = [] } = parts;
  const holes = parts.holes ?? [];
  const survey: Survey = {
    cloud: "aws",
    components,
    foreign: byType(foreign),
    elsewhere: [],
    unknown: [...byType(unknown), ...byType(ambiguous).map((u) => ({ ...u, ambiguous: true }))],
    empty: [],
    holes,
    signs: parts.signs ?? [],
    counts: {
      natives: components.length + foreign.length + unknown.length + ambiguous.length,
      recognised: components.length,
      foreign: foreign.length,
      elsewhere: 0,
      unknown: unknown.length + ambiguous.length,
      unreadable: 0,
      dataSources: 0,
      holes: holes.length,
    },
    diagnostics: [],
  };
  return {
    survey,
    translations: new Map(components.map((c) => [c.id, parts.translations?.[c.id] ?? intact])),
    estate: { source: { kind: "hcl", paths: ["shop"], digest: "0".repeat(64) }, complete: true, diagnostics: [] },
    source: aws,
    target,
    tool: { version: "0.0.0", catalogue: "2026-11-24" },
    ...(parts.facts ? { facts: parts.facts } : {}),
  };
}

/** The estate that goldens show. */
export const shop = (): AssessInput =>
  assessInput({
    components: [bucket("assets", { versioning: true }), database("orders", { highAvailability: "multi-zone" })],
    translations: { ".:aws_db_instance.orders": losing("pointInTimeRecovery", "degrades") },
    foreign: [
      native("aws_sagemaker_endpoint", "advice"),
      native("aws_iam_role", "app"),
      native("aws_iam_policy", "app"),
    ],
    unknown: [native("aws_quantum_thing", "q")],
    holes: [
      {
        kind: "module",
        root: ".",
        address: "module.network",
        path: "",
        expression: "terraform-aws-modules/vpc/aws",
        at: { file: "main.tf", line: 9 },
        remedy: "run `tofu init`, then read the folder again",
      },
    ],
  });
