import { PORTS } from "../database-clients.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, members } from "../values.ts";
import { ORIGINS } from "./sql-database-engine.ts";
import {
  attachParameters,
  readAccess,
  readEncryption,
  readPassword,
  readSubnets,
  readWindows,
} from "./sql-database-parts.ts";

/** Engines by protocol. SQL Server, Oracle and Db2 speak another one: foreign. */
export const protocols: Readonly<Record<string, "postgresql" | "mysql">> = {
  postgres: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
};

/** An instance with its replicas. */
export function readInstance(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const primary = group.anchor;
  const named = primary.read("engine");
  const engine = known(named, (e) => protocols[String(e)]);
  props.set("engine", engine);
  // MariaDB counts its versions apart: none of them is a version of MySQL.
  const version = named === "mariadb" ? undefined : majorOf(primary.read("engine_version"), engine);
  if (typeof engine === "string") props.set("version", ctx.offered(`${engine}Version`, version));
  props.set("size", ctx.offered("databaseSize", primary.read("instance_class")));
  const origin = ORIGINS.find((path) => primary.has(path));
  // A disk that nobody sized is as large as what it was restored from.
  props.set(
    "storageGiB",
    primary.read("allocated_storage") ?? (origin && new Unknown(`allocated_storage: as in ${origin}`)),
  );
  for (const path of ORIGINS) primary.ignore(path, "what it was made from, not what runs");
  // 0 turns growing off.
  if (!primary.expect("max_allocated_storage", 0))
    props.set("storageAutogrowMaxGiB", primary.read("max_allocated_storage"));
  readEncryption(primary, ctx);
  const standby = primary.read("multi_az");
  if (standby === false) props.set("highAvailability", "none");
  ctx.guarantee("highAvailability");
  props.set("backupRetentionDays", primary.read("backup_retention_period"));
  ctx.guarantee("pointInTimeRecovery");
  readWindows(primary, "backup_window", "maintenance_window", ctx);
  props.set("publicAccess", primary.read("publicly_accessible"));
  ctx.guarantee("publicAccess");
  readSubnets(group, primary, ctx);
  // Up to version 4 of the provider the database was `name`.
  props.set("databaseName", primary.read("db_name") ?? primary.read("name"));
  props.set("adminUser", primary.read("username"));
  readPassword(primary, ["password", "password_wo"], ctx);
  const port = primary.read("port");
  props.set("port", port);
  props.set("iamAuthentication", primary.read("iam_database_authentication_enabled"));
  props.set("autoMinorUpgrade", primary.read("auto_minor_version_upgrade"));
  props.set("deletionProtection", primary.read("deletion_protection"));
  props.set("labels", primary.read("tags"));
  readAccess(group, primary, typeof port === "number" ? port : PORTS[engine === "mysql" ? "mysql" : "postgresql"], ctx);
  attachParameters(group, ["aws_db_parameter_group"], ctx);
  for (const c of members(group, "aws_db_option_group")) {
    for (const path of ["name", "name_prefix", "option_group_description", "tags"])
      c.ignore(path, "names the list of options");
    for (const path of ["engine_name", "major_engine_version"]) c.ignore(path, "follows engine and version");
  }
  for (const [path, byItself] of [
    ["parameter_group_name", `default.${String(named)}${String(version)}`],
    ["option_group_name", `default:${String(named)}-${String(version).replace(".", "-")}`],
  ] as const) {
    if (primary.is(path, byItself)) primary.ignore(path, "what the engine has by itself, as leaving it out says");
  }
  changesOnly(primary);

  const replicas = members(group, "aws_db_instance").filter((c) => c.address !== primary.address);
  if (replicas.length > 0) props.set("readReplicas", replicas.length);
  for (const replica of replicas) sameAs(replica, primary);
}

/** "16.4" → "16"; MySQL counts major.minor: "8.0.35" → "8.0". */
function majorOf(version: Tree | undefined, engine: Tree | undefined): Tree | undefined {
  return known(version, (v) => {
    const parts = String(v).split(".");
    const oldPostgres = parts[0] === "9";
    return parts.slice(0, engine === "mysql" || oldPostgres ? 2 : 1).join(".");
  });
}

/** Sets aside what steers a change and says nothing about what runs. */
function changesOnly(c: Cursor): void {
  c.ignore("identifier", "its name at AWS; clients reach it by its endpoint");
  c.ignore("identifier_prefix", "its name at AWS; clients reach it by its endpoint");
  for (const path of [
    "apply_immediately",
    "allow_major_version_upgrade",
    "blue_green_update",
    "upgrade_storage_config",
  ]) {
    c.ignore(path, "how changes are applied, not what runs");
  }
  c.ignore("copy_tags_to_snapshot", "labels of snapshots, which stay behind");
  for (const path of ["skip_final_snapshot", "final_snapshot_identifier", "delete_automated_backups"]) {
    c.ignore(path, "what happens at destroy; code that Exeat writes keeps a final snapshot");
  }
}

/** What a replica shares with its source asks for nothing more. */
function sameAs(replica: Cursor, primary: Cursor): void {
  changesOnly(replica);
  for (const path of ["engine", "db_name", "username", "password", "password_wo", "password_wo_version"])
    replica.ignore(path, "a copy has what its source has");
  for (const [path, off] of [
    ["multi_az", false],
    ["backup_retention_period", 0],
  ] as const) {
    if (replica.is(path, off)) replica.ignore(path, "a copy has none of its own, as leaving it out says");
  }
  for (const path of [
    "allocated_storage",
    "auto_minor_version_upgrade",
    "backup_window",
    "db_subnet_group_name",
    "deletion_protection",
    "engine_version",
    "iam_database_authentication_enabled",
    "instance_class",
    "kms_key_id",
    "maintenance_window",
    "max_allocated_storage",
    "port",
    "publicly_accessible",
    "storage_encrypted",
    "tags",
    "vpc_security_group_ids",
  ]) {
    const value = primary.has(path) ? primary.read(path) : undefined;
    if (value !== undefined) replica.expect(path, value);
  }
}
