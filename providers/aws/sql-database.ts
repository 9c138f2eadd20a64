import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type {
  Claim,
  Complete,
  Cursor,
  Cursors,
  Implementation,
  LowerContext,
  Peek,
  RaiseContext,
} from "../provider.ts";
import { known, members } from "../values.ts";
import { readCluster } from "./aurora.ts";
import {
  attachParameters,
  isAddressList,
  readAccess,
  readEncryption,
  readPassword,
  readWindows,
} from "./database-parts.ts";
import { exit, losses, PORTS, rewrites } from "./sql-database-facts.ts";
import { placement } from "./values.ts";

const instance = "aws_db_instance";
const cluster = "aws_rds_cluster";

/** Engines by protocol. SQL Server, Oracle and Db2 speak another one: foreign. */
const protocols: Readonly<Record<string, "postgresql" | "mysql">> = {
  postgres: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
};

const isReplica = (native: Peek) => native("replicate_source_db") !== undefined;

/** A replica inherits its engine; an instance restored from a snapshot may name none. */
function isDatabase(native: Peek): boolean | "unknown" {
  if (isReplica(native)) return false;
  const engine = native("engine");
  return typeof engine === "string" ? engine in protocols : "unknown";
}

const owned = (type: string, attr: string, to: string, by: readonly string[]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to: [to], by },
});
const shared = (type: string, from: string, attr: string, by: readonly string[]): Claim => ({
  type,
  role: "shared",
  edge: { from, attr, by },
});

const claims: readonly Claim[] = [
  { type: instance, role: "anchor", when: isDatabase },
  {
    type: instance,
    role: "owned",
    when: isReplica,
    edge: { attr: "replicate_source_db", to: [instance], by: ["identifier", "id", "arn"] },
  },
  { type: cluster, role: "anchor" },
  owned("aws_rds_cluster_instance", "cluster_identifier", cluster, ["cluster_identifier", "id"]),
  owned("aws_rds_cluster_endpoint", "cluster_identifier", cluster, ["cluster_identifier", "id"]),
  owned("aws_rds_cluster_role_association", "db_cluster_identifier", cluster, ["cluster_identifier", "id"]),
  owned("aws_rds_cluster_activity_stream", "resource_arn", cluster, ["arn"]),
  owned("aws_db_instance_role_association", "db_instance_identifier", instance, ["identifier", "id"]),
  owned("aws_db_instance_automated_backups_replication", "source_db_instance_arn", instance, ["arn"]),
  shared("aws_db_parameter_group", instance, "parameter_group_name", ["name", "id"]),
  shared("aws_db_parameter_group", "aws_rds_cluster_instance", "db_parameter_group_name", ["name", "id"]),
  shared("aws_rds_cluster_parameter_group", cluster, "db_cluster_parameter_group_name", ["name", "id"]),
  shared("aws_db_subnet_group", instance, "db_subnet_group_name", ["name", "id"]),
  shared("aws_db_subnet_group", cluster, "db_subnet_group_name", ["name", "id"]),
  shared("aws_db_option_group", instance, "option_group_name", ["name", "id"]),
  // Used by nothing else it is the database's own list of clients, else a firewall.
  ...[instance, cluster].map(
    (from): Claim => ({
      type: "aws_security_group",
      role: "owned",
      when: isAddressList,
      edge: { from, attr: "vpc_security_group_ids", by: ["id"], alone: true },
    }),
  ),
];

/** RDS for PostgreSQL or MySQL. Aurora is read by its protocol and never written: `aurora.ts`. */
export const sqlDatabase: Implementation<"sql-database"> = {
  claims,
  lower,
  raise,
  outputs: {
    host: (natives) => ref(primaryOf(natives), "address"),
    port: (natives) => ref(primaryOf(natives), "port"),
    databaseName: (natives) => ref(primaryOf(natives), "db_name"),
  },
  rewrites,
  losses,
  exit,
};

function primaryOf(natives: readonly Native[]): Native {
  const primary = natives.find((n) => n.type === instance && !("replicate_source_db" in n.args));
  if (!primary) throw new Error("a lowered database has no primary aws_db_instance");
  return primary;
}

// ---------------------------------------------------------------- lower

type DatabaseProps = Props<"sql-database">;

function lower({ props }: Complete<"sql-database">, ctx: LowerContext): readonly Native[] {
  const version = ctx.pick(`${props.engine}Version`, props.version).native;
  const port = props.port !== undefined && props.port >= 1150 ? props.port : undefined;
  const name = ctx.name();
  const parameters = parameterGroup(props, version, ctx);
  const clients = clientGroup(props, port ?? PORTS[props.engine], ctx);
  const groups = [...(props.firewalls ?? []).map((f) => ctx.output(f)), ...clients.map((group) => ref(group, "id"))];
  const machine = {
    instance_class: ctx.pick("databaseSize", { ...props.size }).native,
    parameter_group_name: parameters && ref(parameters, "name"),
    vpc_security_group_ids: groups.length > 0 ? groups : undefined,
    auto_minor_version_upgrade: props.autoMinorUpgrade,
  };
  const primary = ctx.native(
    instance,
    {
      ...machine,
      identifier: name,
      engine: props.engine === "postgresql" ? "postgres" : "mysql",
      engine_version: version,
      allocated_storage: Math.max(20, Math.ceil(props.storageGiB)),
      max_allocated_storage: props.storageAutogrowMaxGiB,
      storage_encrypted: props.encryption !== "none",
      kms_key_id:
        props.encryption === "customer-key" && props.encryptionKey ? ctx.output(props.encryptionKey) : undefined,
      multi_az: props.highAvailability === undefined ? undefined : props.highAvailability !== "none",
      backup_retention_period: retention(props),
      backup_window: props.backupTime && halfHourFrom(props.backupTime),
      maintenance_window: props.maintenanceWindow && maintenanceFrom(props.maintenanceWindow),
      publicly_accessible: props.publicAccess,
      db_subnet_group_name: props.network && ctx.output(props.network),
      db_name: props.databaseName,
      username: props.adminUser ?? "dbadmin",
      ...password(props, name, ctx),
      port,
      iam_database_authentication_enabled: props.iamAuthentication,
      deletion_protection: props.deletionProtection ?? true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `${name}-final`,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  const replicas = Array.from({ length: props.readReplicas ?? 0 }, (_, i) =>
    ctx.native(
      instance,
      // What a copy holds, its source holds too: no snapshot of it is kept.
      {
        ...machine,
        identifier: ctx.name(`replica-${i + 1}`),
        replicate_source_db: ref(primary, "identifier"),
        skip_final_snapshot: true,
      },
      { part: `replica-${i + 1}` },
    ),
  );
  return [primary, ...replicas, ...(parameters ? [parameters] : []), ...clients];
}

/** Replicas and restores to a second both start from backups; RDS keeps them 35 days at most. */
function retention(props: DatabaseProps): number | undefined {
  const needed = props.readReplicas || props.pointInTimeRecovery ? 1 : 0;
  if (props.backupRetentionDays === undefined) return needed === 1 ? 7 : undefined;
  return Math.min(35, Math.max(needed, props.backupRetentionDays));
}

function password(props: DatabaseProps, name: string, ctx: LowerContext): { readonly [key: string]: Tree } {
  // RDS refuses a replica of an instance whose password it keeps.
  if (props.passwordManagement === "cloud" && !props.readReplicas) return { manage_master_user_password: true };
  const variable = {
    name: `${name.replaceAll("-", "_")}_password`,
    type: "string",
    description: "Password of the database's administrator.",
    sensitive: true,
  } as const;
  return { password: ctx.variable(variable) };
}

function parameterGroup(props: DatabaseProps, version: string, ctx: LowerContext): Native | undefined {
  if (!props.parameters || Object.keys(props.parameters).length === 0) return undefined;
  // Static parameters refuse "immediate".
  const parameter = Object.entries(props.parameters).map(([name, value]) => ({
    name,
    value,
    apply_method: "pending-reboot",
  }));
  const family = `${props.engine === "postgresql" ? "postgres" : "mysql"}${version}`;
  return ctx.native("aws_db_parameter_group", { name: ctx.name(), family, parameter });
}

/** RDS has no list of addresses of its own: a security group carries it. */
function clientGroup(props: DatabaseProps, port: number, ctx: LowerContext): readonly Native[] {
  if (!props.allowedCidrs?.length) return [];
  const vpc = () =>
    ctx.variable({
      name: `${ctx.name().replaceAll("-", "_")}_vpc_id`,
      type: "string",
      description: "VPC of the database's subnets, for its security group.",
    });
  const ingress = [{ protocol: "tcp", from_port: port, to_port: port, cidr_blocks: props.allowedCidrs }];
  return [
    ctx.native("aws_security_group", { name: ctx.name("clients"), vpc_id: props.network ? vpc() : undefined, ingress }),
  ];
}

/** RDS wants windows of at least 30 minutes. */
function halfHourFrom(start: string): string {
  const [hour = 0, minute = 0] = start.split(":").map(Number);
  const end = (hour * 60 + minute + 30) % 1440;
  return `${start}-${clock(end)}`;
}

function maintenanceFrom(start: string): string {
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const [day = "mon", hour = "0", minute = "0"] = start.split(":");
  const end = Number(hour) * 60 + Number(minute) + 30;
  const endDay = end >= 1440 ? days[(days.indexOf(day) + 1) % 7] : day;
  return `${start}-${endDay}:${clock(end % 1440)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

// ---------------------------------------------------------------- raise

function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of new Set(claims.map((c) => c.type))) for (const c of members(group, type)) placement(c);
  if (group.anchor.type === cluster || members(group, "aws_rds_cluster_instance").length > 0) readCluster(group, ctx);
  else if (group.anchor.type === instance && !group.anchor.has("replicate_source_db")) readInstance(group, ctx);
}

function readInstance(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const primary = group.anchor;
  const named = primary.read("engine");
  const engine = known(named, (e) => protocols[String(e)]);
  props.set("engine", engine);
  // MariaDB counts its versions apart: none of them is a version of MySQL.
  const version = named === "mariadb" ? undefined : majorOf(primary.read("engine_version"), engine);
  if (typeof engine === "string") props.set("version", ctx.offered(`${engine}Version`, version));
  props.set("size", ctx.offered("databaseSize", primary.read("instance_class")));
  props.set("storageGiB", primary.read("allocated_storage"));
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
  props.set("network", ctx.reference(primary.read("db_subnet_group_name")) as Tree | undefined);
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

  const replicas = members(group, instance).filter((c) => c.address !== primary.address);
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
