import type { Sign } from "../dependency-signs.ts";

/** By the argument that switches backups on, stores of which code says that AWS backs them up, and keeps what comes of it. */
const SWITCHED_ON: readonly (Pick<Sign, "path" | "text"> & { readonly types: readonly string[] })[] = [
  { path: "point_in_time_recovery.enabled", text: /^true$/, types: ["aws_dynamodb_table"] },
  { path: "replica.point_in_time_recovery", text: /^true$/, types: ["aws_dynamodb_table"] },
  { path: "point_in_time_recovery", text: /^true$/, types: ["aws_dynamodb_table_replica"] },
  { path: "point_in_time_recovery.status", text: /^ENABLED$/, types: ["aws_keyspaces_table"] },
  { path: "backup_policy.status", text: /^ENABL(?:ED|ING)$/, types: ["aws_efs_backup_policy"] },
  { path: "backup_retention_period", text: /^[1-9]/, types: ["aws_db_instance", "aws_rds_cluster"] },
  { path: "engine", text: /^aurora/, types: ["aws_rds_cluster"] },
  {
    path: "snapshot_retention_limit",
    text: /^[1-9]/,
    types: [
      "aws_elasticache_cluster",
      "aws_elasticache_replication_group",
      "aws_elasticache_serverless_cache",
      "aws_memorydb_cluster",
    ],
  },
  {
    path: "automatic_backup_retention_days",
    text: /^[1-9]/,
    types: [
      "aws_fsx_lustre_file_system",
      "aws_fsx_ontap_file_system",
      "aws_fsx_openzfs_file_system",
      "aws_fsx_windows_file_system",
    ],
  },
];

/** Copies that somebody had made, and clusters that are always backed up, for a day at least. */
const ALWAYS = [
  "aws_db_cluster_snapshot",
  "aws_db_snapshot",
  "aws_docdb_cluster",
  "aws_docdb_cluster_snapshot",
  "aws_docdbelastic_cluster",
  "aws_fsx_backup",
  "aws_memorydb_snapshot",
  "aws_neptune_cluster",
  "aws_neptune_cluster_snapshot",
  "aws_redshift_cluster_snapshot",
  "aws_redshiftserverless_snapshot",
];

/**
 * Backups that the source takes and keeps, of what is no component. Defaults by the documentation of `hashicorp/aws` 6.66, pages of the
 * types (`backup_retention_period`, `automated_snapshot_retention_period`): 1 day for DocumentDB, Neptune and Redshift. Aurora has no way
 * to go without: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html, 2026-11-28.
 */
export const backupSigns: readonly Sign[] = [
  ...SWITCHED_ON.flatMap(({ types, ...rest }) => types.map((type) => ({ dependency: "backups", type, ...rest }))),
  ...ALWAYS.map((type) => ({ dependency: "backups", type })),
  // A number that nobody knows may be 0.
  {
    dependency: "backups",
    type: "aws_redshift_cluster",
    path: "automated_snapshot_retention_period",
    unless: /^(?![1-9])/,
  },
];
