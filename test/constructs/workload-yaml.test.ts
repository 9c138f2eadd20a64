import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Kind, kindNames, kinds } from "../../constructs/kinds.ts";
import { workloadComponents } from "../../constructs/workload-components.ts";
import type { WorkloadDocument, WrittenComponent } from "../../constructs/workload-file.ts";
import { parseWorkload, workloadYaml } from "../../constructs/workload-yaml.ts";

const read = (text: string) => workloadComponents(parseWorkload(text, "workload.yaml"));
const workload = (...components: object[]): WorkloadDocument => ({
  formatVersion: 1,
  components: components as unknown as WrittenComponent[],
});
/** Both ways through the text: the plain data, and the text written of it again. */
const again = (document: WorkloadDocument) => {
  const text = workloadYaml(document);
  const { document: back, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(workloadYaml(back as WorkloadDocument)).toBe(text);
  return back;
};

describe.each(kindNames)("%s", (kind: Kind) => {
  const { generate, props: schema } = kinds[kind];
  const generated = generate(fc) as fc.Arbitrary<WrittenComponent["props"]>;

  test("any props survive being written and read", () => {
    fc.assert(
      fc.property(generated, (props) => {
        const [component] = again(workload({ kind, id: "it", props }))?.components ?? [];
        expect(component).toEqual({ kind, id: "it", props });
        expect(Object.keys(component?.props ?? {})).toEqual(Object.keys(schema.shape).filter((key) => key in props));
      }),
    );
  });

  test("completed props are what the schema makes of them", () => {
    fc.assert(
      fc.property(generated, (props) => {
        const [component] = read(workloadYaml(workload({ kind, id: "it", props }))).components;
        expect(component?.props).toEqual(schema.parse(props));
        expect([...(component?.requested ?? [])].sort()).toEqual(Object.keys(props).sort());
      }),
    );
  });
});

test("any text, name and data survive", () => {
  const data = fc.jsonValue({ stringUnit: "binary" }) as fc.Arbitrary<never>;
  const texts = fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), { noNullPrototype: true });
  fc.assert(
    fc.property(texts, data, (labels, value) => {
      const overrides = { cloud: { native: { value } } };
      const component = { kind: "object-bucket", id: "it", props: { labels }, overrides };
      expect(JSON.stringify(again(workload(component))?.components[0]?.props)).toBe(
        JSON.stringify({ labels: Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) }),
      );
    }),
    { numRuns: 40 },
  );
});

test("what adoption found is read again", () => {
  const document: WorkloadDocument = {
    formatVersion: 1,
    adoptedFrom: { cloud: "aws", kind: "hcl", paths: ["infra"], digest: "ab12" },
    components: [
      { kind: "object-bucket", id: "fragment", props: { versioning: true }, attachedTo: "external" },
      {
        kind: "sql-database",
        id: "orders",
        props: { storageGiB: 50, encryption: "provider-key" } as never,
        overrides: { aws: { aws_db_instance: { ca_cert_identifier: "rds-ca-rsa2048-g1" } } },
        requested: ["engine", "storageGiB"],
        holes: [{ path: "engine", expression: "var.engine", at: { file: "infra/main.tf", line: 7 } }],
        import: { "aws_db_instance.orders": "orders" },
      },
    ],
  };
  expect(again(document)).toEqual(document);
  const [, orders] = read(workloadYaml(document)).components;
  expect(orders?.holes).toEqual(document.components[1]?.holes);
  expect([...(orders?.requested ?? [])]).toEqual(["engine", "storageGiB"]);
});

describe("holes", () => {
  const holes = (...paths: string[]) =>
    paths.map((path) => ({ path, expression: `var.${path}`, at: { file: "main.tf", line: 1 } }));
  const one = (component: object) => read(workloadYaml(workload({ id: "it", ...component })));

  test("take no default and count as asked for", () => {
    const { components } = one({
      kind: "sql-database",
      props: { engine: "mysql" },
      holes: holes("storageGiB", "size"),
    });
    expect(components[0]?.props).toEqual({ engine: "mysql" });
    expect([...(components[0]?.requested ?? [])]).toEqual(["engine", "size", "storageGiB"]);
  });
  test("may be what a component, or an item of it, cannot be without", () => {
    const lifecycleRules = [{ expireAfterDays: 3 }];
    for (const path of ["lifecycleRules", "lifecycleRules.id", "lifecycleRules.0.id"]) {
      expect(one({ kind: "object-bucket", props: { lifecycleRules }, holes: holes(path) }).diagnostics).toEqual([]);
    }
    expect(one({ kind: "sql-database", props: {}, holes: holes("engine") }).diagnostics).toEqual([]);
  });
  test("excuse nothing but what is missing where they are", () => {
    const codes = (component: object) => one(component).diagnostics.map((d) => d.code);
    expect(codes({ kind: "sql-database", props: {}, holes: holes("version") })).toEqual(["EX0506"]);
    expect(codes({ kind: "sql-database", props: { engine: "oracle" }, holes: holes("engine") })).toEqual(["EX0507"]);
    expect(
      codes({ kind: "object-bucket", props: { lifecycleRules: [{}, {}] }, holes: holes("lifecycleRules.0.id") }),
    ).toEqual(["EX0506"]);
  });
  test("of a fragment may be everything that its anchor says", () => {
    expect(one({ kind: "sql-database", props: {}, attachedTo: "external" }).diagnostics).toEqual([]);
  });
});

test("the text has a form that people write", () => {
  const rules = [{ expireAfterDays: 30, id: "forget" }];
  const document = workload(
    { kind: "sql-database", id: "orders", props: { version: "16", backupTime: "03:00", engine: "postgresql" } },
    {
      kind: "object-bucket",
      id: "docs",
      props: { lifecycleRules: rules, accessLogs: { bucket: { output: "name", component: "docs" } }, objectLock: {} },
    },
  );
  expect(workloadYaml(document, { schema: "workload.schema.json" })).toBe(`\
# yaml-language-server: $schema=workload.schema.json
formatVersion: 1
components:
  - kind: object-bucket
    id: docs
    props:
      lifecycleRules:
        - id: forget
          expireAfterDays: 30
      objectLock: {}
      accessLogs:
        bucket: { component: docs, output: name }

  - kind: sql-database
    id: orders
    props:
      engine: postgresql
      version: "16"
      backupTime: "03:00"
`);
});
