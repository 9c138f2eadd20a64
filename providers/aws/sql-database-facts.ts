import { pick } from "../catalogue.ts";
import type { Tree } from "../native.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { catalogues } from "./catalog.ts";
import { nameLosses } from "./sql-database-names.ts";

const rds = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const mapping = { source: "facts/mapping.md section 6, components 8 and 9", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, components 8 and 9, Moving the data", date: "2026-11-21" };

/**
 * One Aurora capacity unit is about 2 GiB with the CPU that goes with it; a quarter of a vCPU, as in the r classes (8 GiB a vCPU):
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html, 2026-11-24. The vCPU is a judgement.
 */
export const GIB_PER_ACU = 2;
export const VCPU_PER_ACU = 0.25;

/** Scaleway's own settings, which switch on what RDS switches on otherwise: a parameter group takes names of the engine and of RDS. */
export function isElsewhere(parameter: string): boolean {
  return parameter.startsWith("rdb.");
}

const asInstance = "a cluster is written as an instance with replicas; what only Aurora has is listed apart";
const minor = "the minor version is the cloud's maintenance, the major is what is asked for";
const window = "the start is kept; RDS asks for at least 30 minutes";

/** Arguments of a cluster and of its instances, and where an instance keeps the same thing. */
const clusterArguments: readonly (readonly [from: string, to: string])[] = [
  ["aws_rds_cluster.allocated_storage", "allocated_storage"],
  ["aws_rds_cluster.backup_retention_period", "backup_retention_period"],
  ["aws_rds_cluster.database_name", "db_name"],
  ["aws_rds_cluster.db_cluster_instance_class", "instance_class"],
  ["aws_rds_cluster.db_subnet_group_name", "db_subnet_group_name"],
  ["aws_rds_cluster.deletion_protection", "deletion_protection"],
  ["aws_rds_cluster.engine_version", "engine_version"],
  ["aws_rds_cluster.iam_database_authentication_enabled", "iam_database_authentication_enabled"],
  ["aws_rds_cluster.kms_key_id", "kms_key_id"],
  ["aws_rds_cluster.manage_master_user_password", "manage_master_user_password"],
  ["aws_rds_cluster.master_username", "username"],
  ["aws_rds_cluster.port", "port"],
  ["aws_rds_cluster.preferred_backup_window", "backup_window"],
  ["aws_rds_cluster.preferred_maintenance_window", "maintenance_window"],
  ["aws_rds_cluster.storage_encrypted", "storage_encrypted"],
  ["aws_rds_cluster.tags", "tags"],
  ["aws_rds_cluster.vpc_security_group_ids", "vpc_security_group_ids"],
  ["aws_rds_cluster_instance.auto_minor_version_upgrade", "auto_minor_version_upgrade"],
  ["aws_rds_cluster_instance.db_subnet_group_name", "db_subnet_group_name"],
  ["aws_rds_cluster_instance.tags", "tags"],
  ["aws_rds_cluster_instance.instance_class", "instance_class"],
  ["aws_rds_cluster_instance.publicly_accessible", "publicly_accessible"],
];

export const rewrites: readonly Rewrite[] = [
  { from: "aws_db_instance.engine_version", to: "aws_db_instance.engine_version", why: minor },
  { from: "aws_db_instance.name", to: "aws_db_instance.db_name", why: "renamed in version 4 of the provider" },
  { from: "aws_db_instance.backup_window", to: "aws_db_instance.backup_window", why: window },
  { from: "aws_db_instance.maintenance_window", to: "aws_db_instance.maintenance_window", why: window },
  {
    from: "aws_db_instance.max_allocated_storage",
    to: null,
    values: [[0, 0]],
    why: "0 turns growing off, as leaving it out does",
  },
  {
    from: "aws_db_instance.db_subnet_group_name",
    to: "aws_db_instance.db_subnet_group_name",
    why: "a group whose subnets are known is written anew from them",
  },
  {
    from: "aws_db_subnet_group.subnet_ids",
    to: "aws_db_instance.db_subnet_group_name",
    why: "where nobody can look into its subnets, a group is named and not written anew",
  },
  {
    from: "aws_db_instance.vpc_security_group_ids",
    to: "aws_db_instance.vpc_security_group_ids",
    why: "a group that only lists addresses is written anew and named by reference",
  },
  ...clusterArguments.map(([from, to]): Rewrite => ({ from, to: `aws_db_instance.${to}`, why: asInstance })),
  ...["name", "value"].map(
    (leaf): Rewrite => ({
      from: `aws_rds_cluster_parameter_group.parameter.${leaf}`,
      to: `aws_db_parameter_group.parameter.${leaf}`,
      why: asInstance,
    }),
  ),
];

const versions: Readonly<Record<string, readonly unknown[]>> = {
  postgresql: catalogues.postgresqlVersion.offers.filter((o) => !o.legacy).map((o) => o.value),
  mysql: catalogues.mysqlVersion.offers.filter((o) => !o.legacy).map((o) => o.value),
};

export const losses: readonly Loss[] = [
  ...nameLosses,
  {
    path: "size",
    when: (props) => !pick(catalogues.databaseSize, props["size"] as Tree).exact,
    severity: "blocks",
    class: "redesign",
    why: "No class that is chosen for new databases is as large.",
    instead: "Take one of the memory-optimised x2 classes by hand, or split the data over several databases.",
    citation: catalogues.databaseSize.citation,
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key" && props["encryptionKey"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "Without a key of one's own, RDS encrypts with the key that AWS manages for the account.",
    instead: "Name a customer managed key in `encryptionKey`.",
    citation: { source: `${rds}/Overview.Encryption.html`, date: "2026-11-24" },
  },
  {
    path: "version",
    when: (props) => props["version"] !== undefined && !versions[String(props["engine"])]?.includes(props["version"]),
    severity: "degrades",
    class: "workaround",
    why: "RDS does not create databases of this major version.",
    instead: "Take the next major version, and test the application on it first.",
    citation: { source: `${rds}/extended-support-overview.html`, date: "2026-11-24" },
  },
  {
    path: "backupRetentionDays",
    when: (props) => Number(props["backupRetentionDays"] ?? 0) > 35,
    severity: "degrades",
    class: "workaround",
    why: "RDS keeps automatic backups 35 days at most.",
    instead: "Keep older ones with AWS Backup or as snapshots.",
    citation: { source: `${rds}/USER_WorkingWithAutomatedBackups.BackupRetention.html`, date: "2026-11-24" },
  },
  {
    path: "passwordManagement",
    when: (props) => props["passwordManagement"] === "cloud" && Number(props["readReplicas"] ?? 0) > 0,
    severity: "degrades",
    class: "workaround",
    why: "RDS refuses read replicas of an instance whose password it keeps in Secrets Manager.",
    instead: "Keep the password in a secret of your own, with its own rotation.",
    citation: { source: `${rds}/rds-secrets-manager.html`, date: "2026-11-24" },
  },
  {
    path: "parameters",
    when: (props) => Object.keys((props["parameters"] ?? {}) as object).some(isElsewhere),
    severity: "degrades",
    class: "setting",
    why: "A setting that begins with `rdb.` is a switch of Scaleway's; RDS has no parameter of that name.",
    instead: "Load the extension by `shared_preload_libraries`, and set what it is to do by its own names.",
    citation: { source: `${rds}/Appendix.PostgreSQL.CommonDBATasks.pgaudit.basic-setup.html`, date: "2026-11-28" },
  },
  {
    path: "port",
    when: (props) => Number(props["port"] ?? 65_535) < 1150,
    severity: "cosmetic",
    class: "setting",
    why: "RDS takes ports from 1150 to 65535.",
    instead: "Use the engine's own port and change the clients' connection strings.",
    citation: {
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      date: "2026-11-24",
    },
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}:{port}",
  credentials: ["PGUSER", "PGPASSWORD", "MYSQL_USER", "MYSQL_PWD"],
  export: [
    {
      method: "pg-logical",
      note: "PostgreSQL, little downtime: set rds.logical_replication=1 (static: a reboot), grant rds_replication, publish, then cut over.",
      citation: { source: "facts/mapping.md section 10, PostgreSQL", date: "2026-11-21" },
    },
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_dump -Fd -j, pg_restore --no-owner --no-acl; roles are made by code, not by the dump.",
      citation: moving,
    },
    {
      method: "mysql-shell",
      note: "MySQL: parallel dump and load; binlog replication needs a retention above 0 and mysql.rds_set_configuration('binlog retention hours').",
      citation: mapping,
    },
    {
      method: "mysqldump",
      note: "MySQL: --single-transaction --routines --triggers --set-gtid-purged=OFF; strip DEFINER clauses.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "pg-logical",
      note: "PostgreSQL: RDS subscribes to an outside publisher from version 10.4.",
      citation: moving,
    },
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_restore as a member of rds_superuser; there is no superuser.",
      citation: mapping,
    },
    { method: "mysqldump", note: "MySQL: load without DEFINER clauses; there is no SUPER.", citation: mapping },
  ],
  hazards: [
    {
      text: "Destroying the instance fails unless a final snapshot is named or skipped; skipping it deletes the data and its automatic backups.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "Logical replication carries no DDL, sequences, large objects, unlogged tables or roles; tables need a primary key or REPLICA IDENTITY.",
      when: [{ "sql-database.engine": "postgresql" }],
      citation: { source: "facts/mapping.md section 10", date: "2026-11-21" },
    },
    {
      text: "A replication slot that nobody reads keeps the write-ahead log until the disk is full.",
      when: [{ "sql-database.engine": "postgresql" }],
      citation: {
        source: `${rds}/PostgreSQL.Concepts.General.FeatureSupport.LogicalReplication.html`,
        date: "2026-11-24",
      },
    },
    {
      text: "Aurora's storage cannot be taken away: its data leaves by dump or by logical replication, at the speed of SQL.",
      when: [
        { "aws_rds_cluster.engine": "aurora-postgresql" },
        { "aws_rds_cluster.engine": "aurora-mysql" },
        { "aws_rds_cluster.engine": "aurora" },
      ],
      citation: { source: `${aurora}/AuroraPostgreSQL.Replication.Logical.html`, date: "2026-11-24" },
    },
    {
      text: "Snapshots under a customer key cannot be restored without that key: keep it until the source is destroyed.",
      when: [{ "sql-database.encryption": "customer-key" }],
      citation: { source: `${rds}/Overview.Encryption.html`, date: "2026-11-24" },
    },
  ],
};
