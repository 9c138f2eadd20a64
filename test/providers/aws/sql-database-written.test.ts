import { describe, expect, test } from "@jest/globals";
import { aws } from "../../../providers/aws/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";

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
