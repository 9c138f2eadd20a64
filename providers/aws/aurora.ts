import { PORTS } from "../database-clients.ts";
import type { Tree } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, members } from "../values.ts";
import { GIB_PER_ACU, VCPU_PER_ACU } from "./sql-database-facts.ts";
import {
  attachParameters,
  readAccess,
  readEncryption,
  readPassword,
  readSubnets,
  readWindows,
} from "./sql-database-parts.ts";

const protocols: Readonly<Record<string, "postgresql" | "mysql">> = {
  aurora: "mysql",
  "aurora-mysql": "mysql",
  "aurora-postgresql": "postgresql",
  mysql: "mysql",
  postgres: "postgresql",
};

/**
 * A cluster, read by its protocol. `lower` writes a plain instance, so what makes it a cluster (the engine, its mode, its scaling,
 * its instances) shows as coarsened or as residue, never as nothing.
 */
export function readCluster(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const instances = members(group, "aws_rds_cluster_instance");
  const cluster = group.anchor;
  const engine = known(cluster.read("engine"), (e) => protocols[String(e)]);
  props.set("engine", engine);
  const version = known(cluster.read("engine_version"), (v) => majorOf(String(v), engine));
  if (typeof engine === "string") props.set("version", ctx.offered(`${engine}Version`, version));
  readSize(cluster, instances, ctx);
  if (cluster.has("db_cluster_instance_class")) props.set("storageGiB", cluster.read("allocated_storage"));
  else cluster.ignore("allocated_storage", "Aurora's storage has no size of its own: it grows with the data");
  readEncryption(cluster, ctx);
  if (instances.length > 1) props.set("readReplicas", instances.length - 1);
  // With one instance alone there is nothing to fail over to.
  if (instances.length > 1 || cluster.has("db_cluster_instance_class")) ctx.guarantee("highAvailability");
  props.set("backupRetentionDays", cluster.read("backup_retention_period"));
  ctx.guarantee("pointInTimeRecovery");
  readWindows(cluster, "preferred_backup_window", "preferred_maintenance_window", ctx);
  readSubnets(group, cluster, ctx);
  props.set("databaseName", cluster.read("database_name"));
  props.set("adminUser", cluster.read("master_username"));
  readPassword(cluster, ["master_password", "master_password_wo"], ctx);
  const port = cluster.read("port");
  props.set("port", port);
  props.set("iamAuthentication", cluster.read("iam_database_authentication_enabled"));
  props.set("deletionProtection", cluster.read("deletion_protection"));
  props.set("labels", cluster.read("tags"));
  readAccess(
    group,
    cluster,
    typeof port === "number" ? port : PORTS[engine === "postgresql" ? "postgresql" : "mysql"],
    ctx,
  );
  attachParameters(group, ["aws_rds_cluster_parameter_group", "aws_db_parameter_group"], ctx);
  for (const path of ["cluster_identifier", "cluster_identifier_prefix"])
    cluster.ignore(path, "its name at AWS; clients reach it by its endpoint");
  for (const path of ["apply_immediately", "allow_major_version_upgrade"])
    cluster.ignore(path, "how changes are applied, not what runs");
  cluster.ignore("copy_tags_to_snapshot", "labels of snapshots, which stay behind");
  for (const path of ["skip_final_snapshot", "final_snapshot_identifier", "delete_automated_backups"]) {
    cluster.ignore(path, "what happens at destroy; code that Exeat writes keeps a final snapshot");
  }
  // Zones are drawn anew where it goes.
  cluster.ignore("availability_zones", "places at AWS; the target places its own nodes");
  const [first] = instances;
  if (first) {
    props.set("publicAccess", first.read("publicly_accessible"));
    props.set("autoMinorUpgrade", first.read("auto_minor_version_upgrade"));
  }
  for (const instance of instances) readMember(instance, first ?? instance, cluster);
}

/** The machine of the first instance, or what a serverless cluster may grow to. */
function readSize(cluster: Cursor, instances: readonly Cursor[], ctx: RaiseContext): void {
  const units =
    cluster.read("serverlessv2_scaling_configuration.max_capacity") ??
    (cluster.has("scaling_configuration") ? cluster.read("scaling_configuration.max_capacity") : undefined);
  if (units !== undefined) {
    ctx.props.set(
      "size",
      known(units, (u) => ({ vcpu: Number(u) * VCPU_PER_ACU, memoryGiB: Number(u) * GIB_PER_ACU })),
    );
    return;
  }
  const machine = instances[0]?.read("instance_class") ?? cluster.read("db_cluster_instance_class");
  ctx.props.set("size", ctx.offered("databaseSize", machine));
}

/** What an instance shares with the cluster or with the first one asks for nothing more. */
function readMember(instance: Cursor, first: Cursor, cluster: Cursor): void {
  for (const path of ["identifier", "identifier_prefix"])
    instance.ignore(path, "its name at AWS; clients reach the cluster's endpoint");
  instance.ignore("apply_immediately", "how changes are applied, not what runs");
  instance.ignore("copy_tags_to_snapshot", "labels of snapshots, which stay behind");
  instance.ignore("availability_zone", "a place at AWS; the target places its own nodes");
  for (const path of ["db_subnet_group_name", "tags"]) {
    const value = cluster.has(path) ? cluster.read(path) : undefined;
    if (value !== undefined) instance.expect(path, value);
  }
  instance.ignore("engine", "the cluster's own engine");
  instance.ignore("engine_version", "the cluster's own version");
  // A serverless instance has no machine of its own.
  if (instance.expect("instance_class", "db.serverless")) return;
  for (const path of ["instance_class", "publicly_accessible", "auto_minor_version_upgrade"]) {
    const value = first.has(path) ? first.read(path) : undefined;
    if (value !== undefined && instance !== first) instance.expect(path, value);
  }
}

/** "15.4" → "15", "8.0.mysql_aurora.3.05.2" → "8.0", "5.7.mysql_aurora.2.11.1" → "5.7". */
function majorOf(version: string, engine: Tree | undefined): string {
  const parts = version.split(".");
  return parts.slice(0, engine === "mysql" || parts[0] === "9" ? 2 : 1).join(".");
}
