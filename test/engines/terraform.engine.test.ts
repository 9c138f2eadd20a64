import { describe, expect, test } from "@jest/globals";
import { withEngineFolder } from "../../engines/engine-folder.ts";
import { type Engine, findEngine } from "../../engines/find-engine.ts";
import { serveProviders } from "../../engines/schema-provider/serve.ts";
import { engineSchema } from "../../engines/schema-repairs.ts";
import type { JsonObject } from "../../engines/terraform-json.ts";
import { type PlanningEngine, realEngine, type Workload } from "../../laws/index.ts";
import { subjectsOf } from "../../laws/subjects.ts";
import { clouds } from "../../providers/index.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import type { Cloud, ProviderSchema, ResourceSchema, SchemaBlock } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { to, written } from "../fixtures/natives/written.ts";
import { proofOf } from "../laws/proof.ts";
import { type Change, planned, planning } from "./planning-engine.ts";
import { synthesisOf } from "./workloads.ts";

const aws = clouds["aws"] as Cloud;
const engine = findEngine() as Engine;
const each = Object.values(clouds)
  .filter((c) => !c.sourceOnly)
  .map((cloud) => [cloud.id, cloud] as const);

/** One component of ten that are drawn of each kind is in the workload of those side by side. */
const DRAW = { count: 200, seed: 20_261_125 };

describe.each(each)("law 10 on %s", (_, cloud) => {
  const { workloads } = subjectsOf(cloud, { ...proofOf(cloud), generated: DRAW });

  test.each(workloads.map((w) => [w.title, w] as const))(
    "%s: OpenTofu plans each native as it was lowered",
    async (_title, workload) => {
      expect(workload.synthesis.natives.length).toBeGreaterThan(30);
      expect(await realEngine.check(workload, planning)).toEqual([]);
    },
    120_000,
  );

  test("bites: a native that is planned otherwise is found", async () => {
    const [workload] = workloads as [Workload];
    const other: PlanningEngine = {
      async plan(synthesis, cloud) {
        const { said, changes } = await planning.plan(synthesis, cloud);
        const [[address, change], ...rest] = [...changes] as [[string, Change["change"]]];
        return { said, changes: new Map([...rest, [address, { ...change, after: {} }]]) };
      },
    };
    expect((await realEngine.check(workload, other)).length).toBeGreaterThan(0);
  }, 120_000);
});

describe("mistakes are told in the engine's own words", () => {
  const bucket = written("aws_s3_bucket.b", { bucket: "b" });
  const said = async (natives: readonly Native[], rest: Partial<Synthesis> = {}) => {
    const { diagnostics, plan } = await planned(synthesisOf(aws, natives, rest), aws);
    expect(plan).toBeUndefined();
    return diagnostics.map((d) => `${d.severity} ${d.address ?? ""} ${d.summary} ${d.detail}`).join("\n");
  };

  test("a wrong name, type and block; with the place in the file", async () => {
    const args = { buckt: "b", force_destroy: ["x"], tags: { a: "1" } };
    const { diagnostics } = await planned(synthesisOf(aws, [written("aws_s3_bucket.b", args)]), aws);
    expect(diagnostics.map((d) => d.code)).toEqual(["EX0620", "EX0620"]);
    expect(diagnostics.map((d) => d.detail).join("\n")).toMatch(/Did you mean "bucket"\?.*bool required/s);
    expect(diagnostics[0]).toMatchObject({
      address: "aws_s3_bucket.b",
      source: { file: "cdk.tf.json", line: expect.any(Number) },
    });
  });

  test("what the provider's rules refuse", async () => {
    const args = { bucket: to("aws_s3_bucket.b", "id"), versioning_configuration: [{ status: "on" }] };
    expect(await said([bucket, written("aws_s3_bucket_versioning.b", args)])).toContain(
      'versioning_configuration.0.status is "on"; the provider takes',
    );
    expect(await said([written("aws_s3_bucket.c", { bucket: "b", bucket_prefix: "p" })])).toContain("are both set");
  });

  test("a reference that leads nowhere", async () => {
    expect(
      await said([
        written("aws_s3_bucket_versioning.v", {
          bucket: to("aws_s3_bucket.gone", "id"),
          versioning_configuration: [{ status: "Enabled" }],
        }),
      ]),
    ).toContain("Reference to undeclared resource");
  });

  test("an output that shows a secret", async () => {
    const database = written("aws_db_instance.d", {
      instance_class: "db.t4g.micro",
      engine: "postgres",
      allocated_storage: 20,
      skip_final_snapshot: true,
      username: "u",
      password: "p",
    });
    const outputs = [{ name: "leak", description: "L.", value: to("aws_db_instance.d", "password") }];
    expect(await said([database], { outputs })).toContain("Output refers to sensitive values");
  });
});

test("text comes out of the engine as it went in", async () => {
  const texts = [
    "${a}",
    "$${a}",
    "$$${a}",
    "%{ if x }",
    "%%{ x }",
    "100% $5 {}",
    'quote " slash \\ line\nend',
    "é ☃ 𝄞",
  ];
  const outputs = texts.map((value, i) => ({ name: `o${i}`, description: `Of ${value}.`, value }));
  const { plan } = await planned(synthesisOf(aws, [], { outputs }), aws);
  const changes = (plan?.["output_changes"] ?? {}) as { [name: string]: { after: string } };
  expect(outputs.map(({ name }) => changes[name]?.after)).toEqual(texts);
});

test("variables without a default get a stand-in of their type", async () => {
  const types = ["string", "number", "bool", "list(string)"] as const;
  const variables = types.map((type, i) => ({ name: `v${i}`, type, description: "V." }));
  const outputs = variables.map(({ name }) => ({ name, description: "O.", value: new Unknown(`var.${name}`) }));
  const { diagnostics, plan } = await planned(synthesisOf(aws, [], { variables, outputs }), aws);
  expect(diagnostics).toEqual([]);
  expect(plan?.["variables"]).toEqual({
    v0: { value: "stand-in-for-v0" },
    v1: { value: 1 },
    v2: { value: false },
    v3: { value: [] },
  });
});

describe.each(each)("providers of %s", (_, cloud) => {
  test("are what their committed schemas say, as the engine sees them, every type of them", async () => {
    const served = await serveProviders({ providers: cloud.providers });
    const required = cloud.providers.map(({ name, source }) => [name, { source }]);
    const code = JSON.stringify({ terraform: { required_providers: Object.fromEntries(required) } });
    try {
      const seen = await withEngineFolder(new Map([["main.tf.json", code]]), engine, served.env, async ({ run }) => {
        expect((await run("init")).code).toBe(0);
        return JSON.parse((await run("providers", "schema", "-json")).stdout) as { provider_schemas: JsonObject };
      });
      for (const { source, schema } of cloud.providers) {
        const [, found] = Object.entries(seen.provider_schemas).find(([name]) => name.endsWith(`/${source}`)) ?? [];
        const { resource_schemas, data_source_schemas } = found as unknown as ProviderSchema;
        expect(formOf(resource_schemas)).toEqual(committed(schema().resource_schemas));
        expect(formOf(data_source_schemas)).toEqual(committed(schema().data_source_schemas));
      }
    } finally {
      served.close();
    }
  }, 60_000);
});

type Schemas = Readonly<Record<string, ResourceSchema>>;

function committed(schemas: Schemas = {}): object {
  return formOf(
    Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, engineSchema(type, schema)])),
  );
}

/** A line for each place of a type: what stands there and how. */
function formOf(schemas: Schemas = {}): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([type, { block, semantics }]) => [type, lines(block, "", semantics).sort()]),
  );
}

function lines(
  { attributes = {}, block_types = {} }: SchemaBlock,
  path: string,
  rules: ResourceSchema["semantics"],
): string[] {
  const own = Object.entries(attributes).flatMap(([name, { type, nested_type, ...flags }]) => {
    const at = `${path}${name}`;
    const { required, optional, computed, write_only } = flags;
    const sensitive = flags.sensitive || rules?.[at]?.sensitive;
    const marks = Object.entries({ required, optional, computed, write_only, sensitive }).flatMap(([k, v]) =>
      v ? [k] : [],
    );
    const line = `${at} ${nested_type?.nesting_mode ?? JSON.stringify(ordered(type))} ${marks.join(" ")}`;
    return [line, ...(nested_type ? lines({ attributes: nested_type.attributes }, `${at}.`, rules) : [])];
  });
  const nested = Object.entries(block_types).flatMap(
    ([name, { nesting_mode, min_items = 0, max_items = 0, block }]) => [
      `${path}${name} ${nesting_mode} ${min_items} ${max_items}`,
      ...lines(block, `${path}${name}.`, rules),
    ],
  );
  return [...own, ...nested];
}

function ordered(type: unknown): unknown {
  if (Array.isArray(type)) return type.map(ordered);
  if (typeof type !== "object" || type === null) return type;
  return Object.fromEntries(
    Object.entries(type)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, ordered(v)]),
  );
}
