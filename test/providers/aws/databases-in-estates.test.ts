import { describe, expect, test } from "@jest/globals";
import { componentOf, gaps, surveyOf } from "./survey-of.ts";

/** Forms met in public estates and first read wrongly. */
const primary = `
resource "aws_db_instance" "main" {
  identifier              = "shop"
  engine                  = "postgres"
  engine_version          = "16.4"
  instance_class          = "db.m6i.large"
  allocated_storage       = 100
  max_allocated_storage   = 0
  storage_encrypted       = true
  backup_retention_period = 7
  maintenance_window      = "Sun:03:00-Sun:04:00"
  db_subnet_group_name    = "data"
  dedicated_log_volume    = false
  copy_tags_to_snapshot   = true
  tags                    = { team = "shop" }
}
`;

test("switches that are off and tags of snapshots are no gap", async () => {
  const database = await componentOf(primary);
  expect(gaps(database)).toEqual({ residue: [], coarsened: [] });
  expect(database.props["storageAutogrowMaxGiB"]).toBeUndefined();
});

describe("a read replica", () => {
  test("that repeats its source is one more copy and no gap", async () => {
    const database = await componentOf(`${primary}
locals {
  copied = aws_db_instance.main.identifier
}
resource "aws_db_instance" "copy" {
  identifier              = "shop-copy"
  replicate_source_db     = local.copied
  engine                  = local.copied != null ? null : "postgres"
  username                = local.copied != null ? null : "shop"
  instance_class          = "db.m6i.large"
  allocated_storage       = 100
  multi_az                = false
  backup_retention_period = 0
  maintenance_window      = "Sun:03:00-Sun:04:00"
  db_subnet_group_name    = "data"
  tags                    = { team = "shop" }
}
`);
    expect(database.props["readReplicas"]).toBe(1);
    expect(gaps(database)).toEqual({ residue: [], coarsened: [] });
  });

  test("keeps in sight what it has apart", async () => {
    const database = await componentOf(`${primary}
resource "aws_db_instance" "copy" {
  replicate_source_db  = aws_db_instance.main.identifier
  instance_class       = "db.m6i.large"
  multi_az             = true
  maintenance_window   = "Tue:03:00-Tue:04:00"
  db_subnet_group_name = "elsewhere"
}
`);
    expect(gaps(database).residue).toEqual([
      "aws_db_instance.db_subnet_group_name",
      "aws_db_instance.maintenance_window",
      "aws_db_instance.multi_az",
    ]);
  });
});

test("an option group without options only has a name; its options are somebody's work", async () => {
  const database = (options: string) => `
resource "aws_db_option_group" "o" {
  name                     = "shop"
  option_group_description = "of the shop"
  engine_name              = "mysql"
  major_engine_version     = "8.0"
  tags                     = { team = "shop" }
  ${options}
}
resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.m6i.large"
  option_group_name = aws_db_option_group.o.name
}
`;
  expect(gaps(await componentOf(database(""))).residue).toEqual([]);
  const audited = await componentOf(database(`option {\n option_name = "MARIADB_AUDIT_PLUGIN"\n }`));
  expect(audited.residue.map((r) => [r.path, r.class])).toEqual([["option.0.option_name", "workaround"]]);
});

test("an instance of an Aurora cluster that repeats the cluster says nothing more", async () => {
  const { components } = await surveyOf(`
resource "aws_rds_cluster" "c" {
  engine               = "aurora-postgresql"
  engine_version       = "16.4"
  db_subnet_group_name = "data"
  storage_encrypted    = true
}
resource "aws_rds_cluster_instance" "i" {
  cluster_identifier   = aws_rds_cluster.c.id
  engine               = "aurora-postgresql"
  engine_version       = "16.4"
  db_subnet_group_name = "data"
  instance_class       = "db.r6i.large"
}
`);
  expect(components.map(gaps)).toEqual([{ residue: [], coarsened: ["aws_rds_cluster.engine"] }]);
});

test("a backup in a second region of a database that is not SQL of ours is foreign, not unknown", async () => {
  const { counts, unknown } = await surveyOf(`
resource "aws_db_instance" "o" {
  engine         = "sqlserver-se"
  instance_class = "db.m6i.large"
}
resource "aws_db_instance_automated_backups_replication" "o" {
  source_db_instance_arn = aws_db_instance.o.arn
}
`);
  expect(unknown).toEqual([]);
  expect(counts).toMatchObject({ natives: 2, foreign: 2 });
});

test("a password that code only writes is the operator's, also where only its version is seen", async () => {
  const seen = async (secret: string) =>
    (await componentOf(`resource "aws_db_instance" "d" {\n engine = "postgres"\n ${secret}\n}`)).props[
      "passwordManagement"
    ];
  expect(await seen(`password_wo = "never shown"\n password_wo_version = 1`)).toBe("operator");
  expect(await seen("password_wo_version = 1")).toBe("operator");
  expect(await seen("")).toBeUndefined();
});

test("a key without encryption is nobody's promise and stays in sight", async () => {
  const database = await componentOf(`
resource "aws_rds_cluster" "c" {
  engine     = "aurora-postgresql"
  kms_key_id = "arn:aws:kms:eu-west-3:111122223333:key/1"
}
`);
  expect(database.props["encryption"]).toBeUndefined();
  expect(database.props["encryptionKey"]).toBeUndefined();
  expect(gaps(database).residue).toEqual(["aws_rds_cluster.kms_key_id"]);
});
