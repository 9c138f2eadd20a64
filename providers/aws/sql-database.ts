import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { PORTS } from "../database-clients.ts";
import { ref } from "../expr.ts";
import { isIpv6 } from "../firewall-rules.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext, Peek } from "../provider.ts";
import { compact, members } from "../values.ts";
import { readCluster } from "./aurora.ts";
import { exit, isElsewhere, losses, rewrites } from "./sql-database-facts.ts";
import { adminOf, databaseOf } from "./sql-database-names.ts";
import { isAddressList } from "./sql-database-parts.ts";
import { protocols, readInstance } from "./sql-database-reading.ts";
import { inTwoZones, isGroupName, vpcOf } from "./subnets.ts";
import { groupName, placement } from "./values.ts";

const instance = "aws_db_instance";
const cluster = "aws_rds_cluster";

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
  raise(group, ctx) {
    for (const type of new Set(claims.map((c) => c.type))) for (const c of members(group, type)) placement(c);
    if (group.anchor.type === cluster || members(group, "aws_rds_cluster_instance").length > 0) readCluster(group, ctx);
    else if (group.anchor.type === instance && !group.anchor.has("replicate_source_db")) readInstance(group, ctx);
  },
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

type DatabaseProps = Props<"sql-database">;

function lower({ props }: Complete<"sql-database">, ctx: LowerContext): readonly Native[] {
  const version = ctx.pick(`${props.engine}Version`, props.version).native;
  const port = props.port !== undefined && props.port >= 1150 ? props.port : undefined;
  const name = ctx.name();
  const parameters = parameterGroup(props, version, ctx);
  const [outside] = props.subnets && isGroupName(props.subnets) ? props.subnets : [];
  const home = outside ? undefined : subnetGroup(props, ctx);
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
      ...disk(props),
      storage_encrypted: props.encryption !== "none",
      kms_key_id:
        props.encryption === "customer-key" && props.encryptionKey ? ctx.output(props.encryptionKey) : undefined,
      multi_az: props.highAvailability === undefined ? undefined : props.highAvailability !== "none",
      backup_retention_period: retention(props),
      backup_window: props.backupTime && halfHourFrom(props.backupTime),
      maintenance_window: props.maintenanceWindow && maintenanceFrom(props.maintenanceWindow),
      publicly_accessible: props.publicAccess,
      db_subnet_group_name: outside ? ctx.output(outside) : home && ref(home, "name"),
      db_name: databaseOf(props),
      username: adminOf(props),
      ...password(props, name, ctx),
      port,
      iam_database_authentication_enabled: props.iamAuthentication,
      deletion_protection: props.deletionProtection ?? true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `${name}-final`,
      tags: props.labels,
    },
    {
      preventDestroy: true,
      // A public one is refused in a VPC without a way to the internet.
      after: props.publicAccess && props.subnets ? { of: props.subnets, types: ["aws_internet_gateway"] } : undefined,
    },
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
  return [primary, ...replicas, ...[home, parameters].filter((n) => n !== undefined), ...clients];
}

/** Whole GiB; what is to grow has room for a tenth more, or RDS refuses it (ministryofjustice/cloud-platform-environments#24422, 2024-07-15). */
function disk({ storageGiB, storageAutogrowMaxGiB: most }: DatabaseProps) {
  const size = Math.max(20, Math.ceil(storageGiB));
  const least = most !== undefined && most > storageGiB ? Math.ceil((size * 11) / 10) : 0;
  return {
    allocated_storage: size,
    max_allocated_storage: most === undefined ? undefined : Math.max(Math.ceil(most), least),
  };
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

/** RDS takes a named group of subnets. */
function subnetGroup({ subnets }: DatabaseProps, ctx: LowerContext): Native | undefined {
  if (!subnets) return undefined;
  return ctx.native("aws_db_subnet_group", {
    name: groupName(ctx.name()),
    subnet_ids: inTwoZones(subnets, "database", ctx),
  });
}

function parameterGroup(props: DatabaseProps, version: string, ctx: LowerContext): Native | undefined {
  // Static parameters refuse "immediate".
  const parameter = Object.entries(props.parameters ?? {})
    .filter(([name]) => !isElsewhere(name))
    .map(([name, value]) => ({ name, value, apply_method: "pending-reboot" }));
  if (parameter.length === 0) return undefined;
  const family = `${props.engine === "postgresql" ? "postgres" : "mysql"}${version}`;
  return ctx.native("aws_db_parameter_group", { name: ctx.name(), family, parameter });
}

/** RDS has no list of addresses of its own: a security group carries it. */
function clientGroup(props: DatabaseProps, port: number, ctx: LowerContext): readonly Native[] {
  if (!props.allowedCidrs?.length) return [];
  const vpc_id =
    props.subnets && vpcOf(props.subnets[0], "VPC of the database's subnets, for its security group.", ctx);
  const [long, short] = [true, false].map((is) =>
    props.allowedCidrs?.filter((c) => isIpv6(c) === is).map(networkRange),
  );
  const ingress = [
    compact({
      protocol: "tcp",
      from_port: port,
      to_port: port,
      cidr_blocks: short?.length ? short : undefined,
      ipv6_cidr_blocks: long?.length ? long : undefined,
    }),
  ];
  return [ctx.native("aws_security_group", { name: groupName(ctx.name("clients")), vpc_id, ingress })];
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
