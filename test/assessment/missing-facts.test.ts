import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import { estimate } from "../../assessment/estimate.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import { unstated } from "../../assessment/missing-facts.ts";
import { Scenario } from "../../assessment/result.ts";
import { Unknown } from "../../providers/native.ts";
import { assessInput, bucket, component, database, manyOf, native, type Parts } from "./estate.ts";

const foreignTypes = [
  ...[
    "aws_dynamodb_table",
    "aws_docdb_cluster",
    "aws_redshift_cluster",
    "aws_kinesis_stream",
    "aws_elasticache_cluster",
  ],
  ...["aws_kms_key", "aws_lambda_function", "aws_ecr_repository", "aws_cognito_user_pool", "aws_efs_file_system"],
];
const varied: Parts = {
  components: [
    bucket("files", { versioning: true }),
    manyOf(bucket("many")),
    database("orders"),
    database("logs", { engine: "mysql", storageGiB: new Unknown("var.size") }),
    component("vm", "aws_instance", "box", {}),
    component("volume", "aws_ebs_volume", "disk", {}),
    component("kubernetes", "aws_eks_cluster", "apps", {}),
    component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16" }),
    component("dns-zone", "aws_route53_zone", "zone", { name: "shop.example" }),
  ],
  foreign: foreignTypes.map((type) => native(type, "one")),
  unknown: [native("aws_quantum_thing", "q")],
};
const ids = [
  ...varied.components!.map((c) => c.id),
  ...[...varied.foreign!, ...varied.unknown!].map((n) => `.:${n.address}`),
];

const askedOf = (input: AssessInput) => unstated(input, estimate(input)).map((f) => f.path.join(" "));

type Said = { readonly what: string; readonly dependsOn: string };

/** Everything of a result that says what it depends on, wherever it stands. */
function* said(value: unknown): Generator<Said> {
  if (typeof value !== "object" || value === null) return;
  const { what, dependsOn } = value as { what?: unknown; dependsOn?: unknown };
  if (typeof dependsOn === "string") yield { what: typeof what === "string" ? what : "", dependsOn };
  for (const inside of Object.values(value)) yield* said(inside);
}

/** Keys of exeat.yaml, from the top, that a sentence names. */
function keysIn({ what, dependsOn }: Said): string[] {
  const [, before = "", after = ""] = /(\S+) in exeat\.yaml(?:: (.*))?$/.exec(dependsOn) ?? [];
  const rest = after.replace(/; and what replaces it at the target$/, "");
  const [, id, fact] = /^components\.(<id>|<address>|\.:\w+\.\w+)(?:\.(.+))?$/.exec(before) ?? [];
  if (before === "") return [];
  if (id === undefined) {
    const names = /^(counts|leadTimes|factors|prices)$/.test(before) ? rest.split(", ") : [""];
    return names.map((name) => `${before}.${name}`.split(".").join(" ").trim());
  }
  // A whole bill answers for each of its parts.
  if (fact?.startsWith("monthly.")) return [`prices ${fact.slice("monthly.".length)}Monthly`];
  // Conditions have commas of their own.
  const inside = rest.split("; ").flatMap((part) => (part.startsWith("conditions[") ? [part] : part.split(/, | and /)));
  const facts = (fact ? [fact] : inside).map((name) =>
    name.replace(/^conditions\["(.*)"\]$/, "conditions $1").replace("units.", "units "),
  );
  const named = id.startsWith("<")
    ? ids.filter((i) => `${what} ${dependsOn}`.match(/\.:\w+\.\w+/g)?.includes(i))
    : [id];
  // Where a sentence names none, any will do.
  const whose = named.length > 0 ? named : ["*"];
  return whose.flatMap((who) => facts.map((f) => `components ${who} ${f}`));
}

describe("facts that are missing", () => {
  const stated: EstateFacts = { components: { "aws_docdb_cluster.one": { gib: 5, copy: "none" } } };

  test.each(Scenario.options)("hold every key that an assessment says it depends on: %s", (scenario) => {
    for (const facts of [{}, stated]) {
      const input = { ...assessInput({ ...varied, facts }), scenario };
      const asked = new Set(askedOf(input));
      const isAsked = (key: string) =>
        key.startsWith("components * ")
          ? [...asked].some((a) => a.startsWith("components ") && a.endsWith(key.slice("components *".length)))
          : [...asked].some((a) => a === key || a.startsWith(`${key} `));
      const keys = [...said(assess(input))].flatMap(keysIn);
      expect(keys.length).toBeGreaterThan(40);
      expect([...new Set(keys.filter((key) => !isAsked(key)))]).toEqual([]);
    }
  });

  test("ask the size of all that holds data, foreign too, and what changes where the way back rests on it", () => {
    const asked = askedOf(assessInput({ ...varied, facts: stated }));
    for (const id of [
      "aws_dynamodb_table.one",
      "aws_redshift_cluster.one",
      "aws_quantum_thing.q",
      "aws_s3_bucket.files",
    ])
      expect(asked).toContain(`components .:${id} gib`);
    expect(asked).not.toContain("components .:aws_docdb_cluster.one gib");
    expect(asked).not.toContain("components .:aws_cognito_user_pool.one gib");
    for (const id of ["aws_db_instance.orders", "aws_s3_bucket.files"])
      expect(asked).toContain(`components .:${id} changedGibPerDay`);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
