import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { theNative } from "../values.ts";
import { gigabytesFrom } from "./disk-units.ts";
import { addressRules } from "./sql-database-clients.ts";
import { exit, rewrites } from "./sql-database-facts.ts";
import { losses, MAX_GIGABYTES, MAX_READ_REPLICAS } from "./sql-database-losses.ts";
import { adminOf, databaseOf } from "./sql-database-names.ts";
import { raise } from "./sql-database-reading.ts";
import { nativeSettings } from "./sql-database-settings.ts";
import { tagsOf } from "./values.ts";

const instance = "scaleway_rdb_instance";
const ownedTypes = [
  "scaleway_rdb_acl",
  "scaleway_rdb_database",
  "scaleway_rdb_database_backup",
  "scaleway_rdb_privilege",
  "scaleway_rdb_read_replica",
  "scaleway_rdb_snapshot",
  "scaleway_rdb_user",
];

const claims: readonly Claim[] = [
  // PostgreSQL or MySQL: no other engine is made here.
  { type: instance, role: "anchor" },
  ...ownedTypes.map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "instance_id", to: [instance], by: ["id"] } }),
  ),
];

/** A Managed Database for PostgreSQL or MySQL. */
export const sqlDatabase: Implementation<"sql-database"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, ownedTypes),
  outputs: {
    host: (natives) => ref(theNative(natives, instance), `${endpointOf(natives)}.0.ip`),
    port: (natives) => ref(theNative(natives, instance), `${endpointOf(natives)}.0.port`),
    databaseName: (natives) => {
      const database = natives.find((n) => n.type === "scaleway_rdb_database");
      // Every PostgreSQL instance is made with this one.
      return database ? ref(database, "name") : "rdb";
    },
  },
  rewrites,
  losses,
  exit,
};

/** Clients inside the private network go there. */
function endpointOf(natives: readonly Native[]): "private_network" | "load_balancer" {
  return "private_network" in theNative(natives, instance).args ? "private_network" : "load_balancer";
}

type DatabaseProps = Props<"sql-database">;

function lower({ props }: Complete<"sql-database">, ctx: LowerContext): readonly Native[] {
  const name = ctx.name();
  const network = props.subnets?.[0] && ctx.output(props.subnets[0]);
  const user = adminOf(props);
  const settings = nativeSettings(props);
  const primary = ctx.native(
    instance,
    {
      name,
      engine: ctx.pick(`${props.engine}Version`, props.version).native,
      node_type: ctx.pick("databaseSize", { ...props.size }).native,
      // The local disk of older nodes has the size of the node.
      volume_type: "sbs_5k",
      volume_size_in_gb: Math.min(MAX_GIGABYTES, gigabytesFrom(props.storageGiB)),
      is_ha_cluster: props.highAvailability === undefined ? undefined : props.highAvailability !== "none",
      encryption_at_rest: props.encryption !== "none",
      disable_backup: props.backupRetentionDays === undefined ? undefined : props.backupRetentionDays === 0,
      backup_schedule_retention: props.backupRetentionDays || undefined,
      private_network: network === undefined ? undefined : [{ pn_id: network, enable_ipam: true }],
      // Made without one too where no other endpoint is; only of what is written the plan knows that it will have an address.
      load_balancer: props.publicAccess || network === undefined ? [{}] : undefined,
      user_name: user,
      password: ctx.variable({
        name: `${name.replaceAll("-", "_")}_password`,
        type: "string",
        description:
          "Password of the database's administrator: 12 to 128 characters with a lower case letter, an upper case one, a digit and a sign.",
        sensitive: true,
      }),
      settings: Object.keys(settings).length > 0 ? settings : undefined,
      tags: tagsOf(props.labels),
    },
    { preventDestroy: true },
  );
  const part = (type: string, args: { readonly [key: string]: Tree }, named?: string) =>
    ctx.native(type, { instance_id: ref(primary, "id"), ...args }, named === undefined ? {} : { part: named });
  const replicas = Array.from({ length: Math.min(MAX_READ_REPLICAS, props.readReplicas ?? 0) }, (_, i) =>
    part(
      "scaleway_rdb_read_replica",
      network === undefined
        ? { direct_access: [{}] }
        : { private_network: [{ private_network_id: network, enable_ipam: true }] },
      `replica-${i + 1}`,
    ),
  );
  const rules = addressRules(props);
  const clients = rules === undefined ? [] : [part("scaleway_rdb_acl", { acl_rules: rules })];
  return [primary, ...database(props, user, part), ...clients, ...replicas];
}

type Part = (type: string, args: { readonly [key: string]: Tree }) => Native;

/** A database belongs to Scaleway's own superuser: not even the administrator may use it without a privilege. */
function database(props: DatabaseProps, user: string, part: Part): readonly Native[] {
  const name = databaseOf(props);
  if (name === undefined) return [];
  const made = part("scaleway_rdb_database", { name });
  const privilege = { user_name: user, database_name: ref(made, "name"), permission: "all" };
  return [made, part("scaleway_rdb_privilege", privilege)];
}
