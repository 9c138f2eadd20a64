import { describe, expect, test } from "@jest/globals";
import { aws } from "../../../providers/aws/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { Unknown } from "../../../providers/native.ts";

function written(props: Record<string, unknown>, type = "aws_db_instance", id = "orders") {
  const component = { kind: "sql-database", id, props, requested: new Set(Object.keys(props)), holes: [] } as const;
  return lowerOpen([component], aws).natives.find((n) => n.type === type)?.args;
}

describe("a name that RDS refuses is written as the nearest that it takes", () => {
  test.each([
    ["postgresql", "admin", "dbadmin"],
    ["postgresql", "RDSAdmin", "dbRDSAdmin"],
    ["postgresql", "pg_dba", "dbpg_dba"],
    ["postgresql", "shop-admin", "shop_admin"],
    ["postgresql", "1st", "db1st"],
    ["postgresql", "a".repeat(64), "a".repeat(63)],
    ["mysql", "admin", "admin"],
    ["mysql", "rdsadmin", "dbrdsadmin"],
    ["mysql", "a".repeat(33), "a".repeat(32)],
    ["mysql", undefined, "dbadmin"],
  ])("of an administrator of %s: %s", (engine, adminUser, username) => {
    expect(written({ engine, adminUser })).toMatchObject({ username });
  });

  test.each([
    ["postgresql", "my-app", "my_app"],
    ["postgresql", "admin", "dbadmin"],
    ["postgresql", "template1", "dbtemplate1"],
    ["mysql", "1db", "db1db"],
    ["mysql", "mysql", "dbmysql"],
    ["mysql", "a".repeat(65), "a".repeat(64)],
  ])("of a database of %s: %s", (engine, databaseName, db_name) => {
    expect(written({ engine, databaseName })).toMatchObject({ db_name });
  });
});

test.each([
  [20, 100.5, 20, 101],
  [20, 21, 20, 22],
  [5.5, 10, 20, 22],
  [101, 105, 101, 112],
  [20, undefined, 20, undefined],
])("a disk of %d GiB that grows to %d is of whole GiB, with room to grow", (size, most, allocated, max) => {
  const args = written({ engine: "mysql", storageGiB: size, storageAutogrowMaxGiB: most });
  expect([args?.["allocated_storage"], args?.["max_allocated_storage"]]).toEqual([allocated, max]);
});

test("a size that nobody knows stays the one to be given", () => {
  const holes = [{ path: "storageAutogrowMaxGiB", expression: "var.most" }];
  const requested = new Set(["engine", "storageAutogrowMaxGiB"]);
  const open = { kind: "sql-database", id: "orders", props: { engine: "mysql" }, requested, holes } as const;
  const args = lowerOpen([open], aws).natives.find((n) => n.type === "aws_db_instance")?.args;
  expect(args?.["max_allocated_storage"]).toEqual(new Unknown("var.storage_autogrow_max_gi_b_of_orders"));
});

test("a group of what AWS keeps for its own has another name", () => {
  const subnets = [{ external: "subnet-1", literal: true }];
  const props = { engine: "mysql", subnets, allowedCidrs: ["10.0.0.0/8"] };
  expect(written(props, "aws_db_subnet_group", "default")).toMatchObject({ name: "group-default" });
  expect(written(props, "aws_db_subnet_group", "defaults")).toMatchObject({ name: "defaults" });
  expect(written(props, "aws_security_group", "sg-orders")).toMatchObject({ name: "group-sg-orders-clients" });
  const firewall = { kind: "firewall", props: { rules: [] }, requested: new Set(["rules"]), holes: [] } as const;
  const names = ["default", "sg", "sg-web", "web"].map((id) => lowerOpen([{ ...firewall, id }], aws).natives[0]?.args);
  expect(names.map((args) => args?.["name"])).toEqual(["group-default", "sg", "group-sg-web", "web"]);
});

test.each([
  [["198.51.100.7", "2001:db8::1/32"], { cidr_blocks: ["198.51.100.7/32"], ipv6_cidr_blocks: ["2001:db8::/32"] }],
  [["2001:db8::/32"], { ipv6_cidr_blocks: ["2001:db8::/32"] }],
  [["10.0.0.0/8"], { cidr_blocks: ["10.0.0.0/8"] }],
])("clients %j are let in by their family of addresses", (allowedCidrs, blocks) => {
  expect(written({ engine: "mysql", allowedCidrs }, "aws_security_group")).toMatchObject({
    ingress: [{ protocol: "tcp", from_port: 3306, to_port: 3306, ...blocks }],
  });
  const [rule] = written({ engine: "mysql", allowedCidrs }, "aws_security_group")?.["ingress"] as object[];
  expect(Object.keys(rule ?? {})).toHaveLength(3 + Object.keys(blocks).length);
});
