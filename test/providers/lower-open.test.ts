import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { lowerOpen, type OpenComponent } from "../../providers/lower-open.ts";
import { Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { scaleway } from "../../providers/scaleway/index.ts";

const bucket = (props: Record<string, unknown>, ...holes: [path: string, expression: string][]): OpenComponent => ({
  kind: "object-bucket",
  id: "uploads",
  props,
  requested: new Set([...Object.keys(props), ...holes.map(([path]) => path)]),
  holes: holes.map(([path, expression]) => ({ path, expression })),
});
const database = (props: Record<string, unknown>, ...holes: [path: string, expression: string][]): OpenComponent => ({
  ...bucket(props, ...holes),
  kind: "sql-database",
  id: "orders",
});
const args = (component: OpenComponent, type: string, cloud = aws) =>
  lowerOpen([component], cloud).natives.find((n) => n.type === type)?.args;

describe("a hole whose value only passes through", () => {
  test("becomes a variable of the code, which says where the value comes from", () => {
    const { natives, variables, diagnostics } = lowerOpen([bucket({}, ["name", '"shop-${var.stage}"'])], aws);
    expect(natives.find((n) => n.type === "aws_s3_bucket")?.args["bucket"]).toEqual(new Unknown("var.name_of_uploads"));
    expect(variables).toContainEqual({
      name: "name_of_uploads",
      type: "string",
      description: 'The name of uploads. At the source: "shop-${var.stage}".',
    });
    expect(diagnostics).toEqual([]);
  });

  test("may be a number, and several are told apart", () => {
    const open = database({ engine: "mysql" }, ["backupRetentionDays", "var.days"], ["databaseName", "var.name"]);
    expect(args(open, "aws_db_instance")).toMatchObject({
      backup_retention_period: new Unknown("var.backup_retention_days_of_orders"),
      db_name: new Unknown("var.database_name_of_orders"),
    });
    expect(lowerOpen([open], aws).variables.map((v) => [v.name, v.type])).toEqual(
      expect.arrayContaining([
        ["backup_retention_days_of_orders", "number"],
        ["database_name_of_orders", "string"],
      ]),
    );
  });

  test("may be an address: none is made up that its subnet does not have", () => {
    const subnet = { external: "subnet-1", literal: true };
    const machine: OpenComponent = { ...bucket({ subnet }, ["privateIp", "var.address"]), kind: "vm" };
    for (const cloud of [aws, scaleway, ovh]) {
      const { natives, diagnostics } = lowerOpen([machine], cloud);
      expect(JSON.stringify(natives)).toContain("var.private_ip_of_uploads");
      expect(JSON.stringify(natives)).not.toMatch(/10\.0\.0\.|203\.0\.113\./);
      expect(diagnostics.map((d) => d.code)).not.toContain("EX0321");
    }
  });

  test("is sensitive where a secret stands at the source, unless an output tells it anyway", () => {
    const open = database({ engine: "mysql" }, ["adminUser", "var.user (redacted)"], ["databaseName", "var.name"]);
    const machine: OpenComponent = {
      ...bucket({ size: { vcpu: 2, memoryGiB: 4 } }, ["userData", "what looks like a secret (redacted)"]),
      kind: "vm",
    };
    const sensitive = (component: OpenComponent) =>
      lowerOpen([component], aws).variables.flatMap((v) => (v.sensitive ? v.name : []));
    expect(sensitive(machine)).toEqual(["user_data_of_uploads"]);
    expect(sensitive(open)).not.toContain("database_name_of_orders");
    expect(sensitive(bucket({}, ["name", "var.name (redacted)"]))).toEqual([]);
  });

  test("leaves no trace of the values that were tried", () => {
    for (const cloud of [aws, scaleway]) {
      const { natives, outputs, variables } = lowerOpen([bucket({ requireTls: true }, ["name", "var.name"])], cloud);
      expect(JSON.stringify([natives, outputs, variables])).not.toMatch(/exeat-?hole/);
    }
  });
});

describe("any other hole", () => {
  test("takes its first witness, with a warning that says so", () => {
    const { variables, diagnostics } = lowerOpen([bucket({ name: "abc" }, ["versioning", "var.keep"])], aws);
    // Two targets are two of them, side by side: each says which it is.
    expect(variables).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "EX0321",
        severity: "warning",
        address: "uploads",
        detail: expect.stringMatching(
          /^At the source, versioning is var\.keep; the code for Amazon Web Services has false\./,
        ),
      }),
    ]);
  });

  test("never names what only stands for another thing: the code asks for it, or has no place for it", () => {
    const open = bucket({ name: "abc", encryption: "customer-key" }, ["encryptionKey", "var.key"]);
    const said = (cloud: typeof aws) => lowerOpen([open], cloud).diagnostics.filter((d) => d.code === "EX0321");
    expect(said(aws).map((d) => d.detail)).toEqual([expect.stringContaining("has var.external_witness. Set it")]);
    expect(said(ovh)).toEqual([]);
  });

  test("of a catalogue is a value that the target offers", () => {
    const { diagnostics, natives } = lowerOpen(
      [database({ engine: "postgresql" }, ["version", "var.version"])],
      scaleway,
    );
    const offered = scaleway.catalogues["postgresqlVersion"]?.offers.map((o) => o.native);
    expect(offered).toContain(natives.find((n) => n.type === "scaleway_rdb_instance")?.args["engine"]);
    expect(diagnostics.map((d) => d.code)).toContain("EX0321");
  });
});

test("a fragment is left out of the code, and said", () => {
  const { natives, diagnostics } = lowerOpen(
    [{ ...bucket({}), attachedTo: "external" }, database({ engine: "mysql" })],
    aws,
  );
  expect(natives.map((n) => n.type)).not.toContain("aws_s3_bucket");
  expect(natives.length).toBeGreaterThan(0);
  expect(diagnostics).toEqual([expect.objectContaining({ code: "EX0320", address: "uploads" })]);
});

test("overrides hold on their own cloud, for a type or for one address", () => {
  const open = {
    ...database({ engine: "postgresql", readReplicas: 1 }),
    overrides: {
      aws: { aws_db_instance: { storage_type: "io2" }, "aws_db_instance.orders_replica_1": { iops: 3000 } },
    },
  };
  const instances = lowerOpen([open], aws).natives.filter((n) => n.type === "aws_db_instance");
  expect(instances.map((n) => [n.args["storage_type"], n.args["iops"]])).toEqual([
    ["io2", undefined],
    ["io2", 3000],
  ]);
  expect(JSON.stringify(lowerOpen([open], scaleway).natives)).not.toContain("io2");
});
