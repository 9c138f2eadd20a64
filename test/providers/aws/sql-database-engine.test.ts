import { expect, test } from "@jest/globals";
import { engineOf } from "../../../providers/aws/sql-database-engine.ts";
import { type Args, Unknown } from "../../../providers/native.ts";
import { NativeIndex } from "../../../providers/native-index.ts";
import { written } from "../../fixtures/natives/written.ts";

const logs = (...names: readonly string[]): Args => ({ enabled_cloudwatch_logs_exports: names });
const version = (engine_version: string): Args => ({ engine_version });
const settings = (parameter_group_name: string): Args => ({ parameter_group_name });

function engineIn(args: Args): string | undefined {
  const native = written("aws_db_instance.restored", args);
  return engineOf(native, new NativeIndex([native]));
}

const told: readonly (readonly [Args, string | undefined])[] = [
  [logs("postgresql"), "postgres"],
  [logs("upgrade"), "postgres"],
  [logs("agent", "error"), "sqlserver"],
  ...["alert", "listener", "trace", "oemagent"].map((log) => [logs(log), "oracle"] as const),
  ...["diag.log", "notify.log"].map((log) => [logs(log), "db2"] as const),
  // MySQL and MariaDB write the same logs, and share some of their names with others.
  ...["general", "slowquery", "error", "audit", "iam-db-auth-error"].map((log) => [logs(log), undefined] as const),
  [{ ...logs("slowquery"), ...version("8.0.39") }, "mysql"],
  [{ ...logs("error"), ...version("10.11.8") }, "mariadb"],
  ...["12.22", "13", "14.3", "16.13", "18", "12.22-rds.20250220"].map((v) => [version(v), "postgres"] as const),
  ...["5.7", "5.7.44-rds.20240408", "8.0", "8.0.39", "8.4.3"].map((v) => [version(v), "mysql"] as const),
  ...["10.6.14", "11.4.5", "12.3.1"].map((v) => [version(v), "mariadb"] as const),
  ...["9.6", "10.6", "11.4", "12.2", "12.3", "15.00", "15.00.4073.23.v1", "19.0.0.0.ru-2024-07.rur-2024-07.r1"].map(
    (v) => [version(v), undefined] as const,
  ),
  [{ license_model: "postgresql-license" }, "postgres"],
  [{ license_model: "general-public-license" }, undefined],
  [{ license_model: "general-public-license", ...version("8.0") }, "mysql"],
  [{ license_model: "license-included" }, undefined],
  [settings("default.postgres16"), "postgres"],
  [settings("default.mariadb10.11"), "mariadb"],
  [settings("default.db2-se-11.5"), "db2"],
  [settings("postgres16-of-the-shop"), undefined],
  [{ option_group_name: "default:sqlserver-se-15-00" }, "sqlserver"],
  [{ ...settings("default.mysql8.0"), ...logs("postgresql") }, undefined],
  [{ engine_version: new Unknown("var.version"), port: 5432 }, undefined],
];

test.each(told)("%j of a database is of %s", (args, engine) => {
  expect(engineIn({ ...args, snapshot_identifier: "last" })).toBe(engine);
});

test("what was not restored says its engine itself, or is a copy of something that does", () => {
  expect(engineIn({ ...version("16.4"), restore_to_point_in_time: [{ use_latest_restorable_time: true }] })).toBe(
    "postgres",
  );
  expect(engineIn(version("16.4"))).toBeUndefined();
  expect(engineIn({ ...version("16.4"), replicate_source_db: "shop" })).toBeUndefined();
});
