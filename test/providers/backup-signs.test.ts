import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { signsOf, typesSeen } from "../../providers/dependency-signs.ts";
import { clouds } from "../../providers/index.ts";
import { exeat, temporary } from "../cli/exeat.ts";
import { readFolder } from "../importers/hcl/memory-files.ts";

const folder = temporary();
const VARIABLE = '\nvariable "v" {}\n';

async function backups(cloud: string, type: string, body: string): Promise<string[]> {
  const estate = await readFolder({ "/w/main.tf": `resource "${type}" "a" {\n${body}\n}${VARIABLE}` });
  const seen = signsOf(estate, clouds[cloud]!).filter((s) => s.dependency === "backups");
  return [...new Set(seen.map((s) => `${s.stands} ${s.address}`))];
}

describe("backups that the source keeps are seen", () => {
  test.each<[cloud: string, type: string, on: string, off: string | undefined]>([
    [
      "aws",
      "aws_dynamodb_table",
      "point_in_time_recovery {\n enabled = true\n}",
      "point_in_time_recovery {\n enabled = false\n}",
    ],
    ["aws", "aws_dynamodb_table_replica", "point_in_time_recovery = true", ""],
    [
      "aws",
      "aws_keyspaces_table",
      'point_in_time_recovery {\n status = "ENABLED"\n}',
      'point_in_time_recovery {\n status = "DISABLED"\n}',
    ],
    [
      "aws",
      "aws_efs_backup_policy",
      'backup_policy {\n status = "ENABLED"\n}',
      'backup_policy {\n status = "DISABLED"\n}',
    ],
    ["aws", "aws_db_instance", "backup_retention_period = 7", "backup_retention_period = 0"],
    ["aws", "aws_rds_cluster", 'engine = "aurora-postgresql"', 'engine = "mysql"'],
    ["aws", "aws_elasticache_replication_group", "snapshot_retention_limit = 5", "snapshot_retention_limit = 0"],
    ["aws", "aws_memorydb_cluster", "snapshot_retention_limit = 1", "snapshot_retention_limit = var.v"],
    [
      "aws",
      "aws_fsx_windows_file_system",
      "automatic_backup_retention_days = 30",
      "automatic_backup_retention_days = 0",
    ],
    ["aws", "aws_redshift_cluster", "", "automated_snapshot_retention_period = 0"],
    [
      "aws",
      "aws_redshift_cluster",
      "automated_snapshot_retention_period = 3",
      "automated_snapshot_retention_period = var.v",
    ],
    ["aws", "aws_docdb_cluster", "", undefined],
    ["aws", "aws_db_snapshot", "", undefined],
    ["scaleway", "scaleway_rdb_instance", "", "disable_backup = true"],
    ["scaleway", "scaleway_rdb_instance", "disable_backup = false", "disable_backup = var.v"],
    ["scaleway", "scaleway_mongodb_instance", "is_snapshot_schedule_enabled = true", ""],
    ["scaleway", "scaleway_rdb_database_backup", "", undefined],
    ["ovh", "ovh_cloud_project_database", 'engine = "mongodb"\nbackup_time = "03:00:00"', 'engine = "mongodb"'],
    ["ovh", "ovh_cloud_project_instance", 'auto_backup {\n cron = "0 3 * * *"\n rotation = 7\n}', ""],
    ["ovh", "ovh_cloud_project_volume_backup", "", undefined],
  ])("%s: of %s with %j, and not with %j", async (cloud, type, on, off) => {
    expect(await backups(cloud, type, on)).toEqual([`source ${type}.a`]);
    if (off !== undefined) expect(await backups(cloud, type, off)).toEqual([]);
    if (on !== "") expect(typesSeen(clouds[cloud]!)).toContain(type);
  });
});

test("they are found where they are lost with the source too", async () => {
  const at = join(folder, "table");
  mkdirSync(at);
  const table =
    'resource "aws_dynamodb_table" "t" {\n  name = "t"\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n';
  writeFileSync(join(at, "main.tf"), table);
  for (const scenario of ["planned-exit", "bouton-rouge"]) {
    const { out } = await exeat(["assess", at, "--to", "scaleway", "--scenario", scenario, "--format", "json"]);
    const { dependencies } = JSON.parse(out).reading;
    const found = { id: "backups", status: "source", seenIn: "aws_dynamodb_table.t" };
    expect(dependencies).toContainEqual(expect.objectContaining(found));
  }
});
