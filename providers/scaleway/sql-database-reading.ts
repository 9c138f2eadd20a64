import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, list, meaning, members } from "../values.ts";
import { gibibytesFrom } from "./disk-units.ts";
import { readAddresses } from "./sql-database-clients.ts";
import { engineSettings } from "./sql-database-settings.ts";
import { labelsFrom, placement } from "./values.ts";

const NAME = "its name at Scaleway; clients reach it by its endpoint";
const SECRET = "a secret is never carried: the target gets a new one";

export function raise(group: Cursors, ctx: RaiseContext, ownedTypes: readonly string[]): void {
  for (const type of ownedTypes) for (const c of members(group, type)) placement(c);
  for (const user of members(group, "scaleway_rdb_user")) ignoreSecrets(user);
  const primary = group.anchor;
  if (primary.type !== "scaleway_rdb_instance") return;
  placement(primary);
  primary.ignore("name", NAME);
  readEngine(primary, ctx);
  ctx.props.set(
    "size",
    ctx.offered(
      "databaseSize",
      known(primary.read("node_type"), (t) => String(t).toUpperCase()),
    ),
  );
  readStorage(primary, ctx);
  readResilience(primary, ctx);
  readAccess(group, primary, ctx);
  ctx.props.set("parameters", engineSettings(primary.read("settings")));
  ctx.props.set("labels", labelsFrom(primary.read("tags")));
  if (primary.preventDestroy) ctx.props.set("deletionProtection", true);
  ctx.guarantee("autoMinorUpgrade");
  readContents(group, primary, ctx);
  const replicas = members(group, "scaleway_rdb_read_replica");
  if (replicas.length > 0) ctx.props.set("readReplicas", replicas.length);
  for (const replica of replicas) readReplica(replica, primary);
}

/** `PostgreSQL-16`, in any case; an instance restored from a snapshot names none. */
function readEngine(primary: Cursor, ctx: RaiseContext): void {
  const named = primary.read("engine") ?? new Unknown("the engine of the snapshot");
  const text = known(named, (n) =>
    String(n)
      .replace(/^postgresql/i, "PostgreSQL")
      .replace(/^mysql/i, "MySQL"),
  );
  const family = known(text, (t) => String(t).replace(/-.*$/, ""));
  const engine = meaning(family, { PostgreSQL: "postgresql", MySQL: "mysql" });
  ctx.props.set("engine", engine);
  if (typeof engine === "string") ctx.props.set("version", ctx.offered(`${engine}Version`, text));
}

function readStorage(primary: Cursor, ctx: RaiseContext): void {
  const size = primary.read("volume_size_in_gb");
  const local = !primary.has("volume_type") || primary.expect("volume_type", "lssd");
  if (size !== undefined)
    ctx.props.set(
      "storageGiB",
      known(size, (gb) => gibibytesFrom(Number(gb))),
    );
  // Nothing written down says how large the disk of a node is.
  else if (local) ctx.props.set("storageGiB", new Unknown("the size of the node's own disk"));
  for (const type of ["sbs_5k", "bssd"]) primary.expect("volume_type", type);
}

function readResilience(primary: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const standby = primary.read("is_ha_cluster");
  if (standby === false) props.set("highAvailability", "none");
  ctx.guarantee("highAvailability");
  const days = primary.read("backup_schedule_retention");
  const off = primary.read("disable_backup");
  props.set("backupRetentionDays", off === true ? 0 : off instanceof Unknown ? off : days);
  // Once a day is what a database gets that asks for nothing.
  primary.expect("backup_schedule_frequency", 24);
  const encrypted = primary.read("encryption_at_rest");
  props.set(
    "encryption",
    known(encrypted, (yes) => (yes === true ? "provider-key" : "none")),
  );
}

function readAccess(group: Cursors, primary: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  primary.ignore("load_balancer.endpoint_id", "an id that Scaleway gives");
  const network = primary.read("private_network.pn_id");
  const subnet = ctx.reference(network);
  if (subnet) props.set("subnets", [subnet as Tree]);
  primary.expect("private_network.enable_ipam", true);
  const isPublic = primary.has("load_balancer") || network === undefined;
  primary.expect("load_balancer", [{}]);
  readAddresses(group, ctx, isPublic);
}

/** The administrator, and the first database with what the administrator may do in it. */
function readContents(group: Cursors, primary: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const user = primary.read("user_name");
  props.set("adminUser", user);
  if (["password", "password_wo"].some((path) => primary.has(path))) props.set("passwordManagement", "operator");
  ignoreSecrets(primary);
  const [database] = members(group, "scaleway_rdb_database");
  const name = database?.read("name");
  props.set("databaseName", name);
  if (!database) return;
  const grant: readonly (readonly [path: string, values: readonly Tree[]])[] = [
    ["user_name", [...list(user), new Unknown(`${primary.address}.user_name`)]],
    ["database_name", [...list(name), new Unknown(`${database.address}.name`)]],
    ["permission", ["all"]],
  ];
  for (const privilege of members(group, "scaleway_rdb_privilege")) {
    if (!grant.every(([path, values]) => values.some((value) => privilege.is(path, value)))) continue;
    for (const [path, values] of grant) for (const value of values) privilege.expect(path, value);
  }
}

function readReplica(replica: Cursor, primary: Cursor): void {
  // Clients inside the network ask it there, others on its own address.
  const network = primary.has("private_network") ? primary.read("private_network.pn_id") : undefined;
  replica.ignore("direct_access.endpoint_id", "an id that Scaleway gives");
  if (network === undefined) replica.expect("direct_access", [{}]);
  else if (replica.expect("private_network.private_network_id", network))
    replica.expect("private_network.enable_ipam", true);
}

function ignoreSecrets(holder: Cursor): void {
  for (const path of ["password", "password_wo", "password_wo_version"]) holder.ignore(path, SECRET);
}
