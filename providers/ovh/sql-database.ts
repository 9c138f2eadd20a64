import { isExternal } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { type Args, isObject, type Native, type Tree, Unknown } from "../native.ts";
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
import { known, list, meaning, members, theNative } from "../values.ts";
import { DISK_GROWTH, includedDisk, MAX_DISK_PER_MEMORY } from "./catalog.ts";
import { placeOf } from "./regions.ts";
import { engineSetting, nativeSettings } from "./settings.ts";
import { addressesFor } from "./sql-database-clients.ts";
import { exit, planFor, rewrites } from "./sql-database-facts.ts";
import { losses } from "./sql-database-losses.ts";
import { minuteOf, networkOf, placement, project } from "./values.ts";

const anchor = "ovh_cloud_project_database";
const database = "ovh_cloud_project_database_database";
/** Removed in version 2.17 of the provider, and still how many estates list addresses. */
const restriction = "ovh_cloud_project_database_ip_restriction";
const users = ["ovh_cloud_project_database_user", "ovh_cloud_project_database_postgresql_user"];

const engines = { postgresql: "postgresql", mysql: "mysql" } as const;

/** One type serves every engine: of the others, each is a kind of its own. */
function isSql(native: Peek): boolean | "unknown" {
  const engine = native("engine");
  if (typeof engine === "string") return engine in engines;
  return engine === undefined ? false : "unknown";
}

const byService = { attr: "cluster_id", to: [anchor], by: ["id"] };
const claims: readonly Claim[] = [
  { type: anchor, role: "anchor", when: isSql },
  ...[
    database,
    restriction,
    "ovh_cloud_project_database_user",
    "ovh_cloud_project_database_integration",
    "ovh_cloud_project_database_log_subscription",
    "ovh_cloud_project_database_prometheus",
  ].map((type): Claim => ({ type, role: "owned", when: isSql, edge: byService })),
  // These name no engine: their type says it.
  ...["ovh_cloud_project_database_postgresql_user", "ovh_cloud_project_database_postgresql_connection_pool"].map(
    (type): Claim => ({ type, role: "owned", edge: byService }),
  ),
];

/** Managed Databases for PostgreSQL or MySQL: the plan decides on nodes, backups and their age. */
export const sqlDatabase: Implementation<"sql-database"> = {
  claims,
  lower,
  raise,
  outputs: {
    host: (natives) => ref(theNative(natives, anchor), "endpoints[0].domain"),
    port: (natives) => ref(theNative(natives, anchor), "endpoints[0].port"),
    databaseName: (natives) => {
      const named = natives.find((n) => n.type === database);
      // The database every service starts with.
      return named ? ref(named, "name") : "defaultdb";
    },
  },
  rewrites,
  losses,
  exit,
};

type DatabaseProps = Props<"sql-database">;

function lower({ props }: Complete<"sql-database">, ctx: LowerContext): readonly Native[] {
  const service_name = project(ctx);
  const { engine } = props;
  const plan = planFor(props);
  const flavor = ctx.pick("databaseSize", sizeFor(props)).native;
  const node = nodeFor(props, ctx);
  const settings = nativeSettings(engine, props.parameters ?? {});
  const addresses = addressesFor(props);
  const service = ctx.native(
    anchor,
    {
      service_name,
      description: ctx.name(),
      engine,
      version: ctx.pick(`${engine}Version`, props.version).native,
      plan: plan.name,
      flavor,
      nodes: Array.from({ length: plan.nodes }, () => node),
      disk_size: diskFor(props.storageGiB, flavor),
      backup_time: props.backupTime && `${props.backupTime}:00`,
      ip_restrictions: addresses.length > 0 ? addresses.map((ip) => ({ ip })) : undefined,
      advanced_configuration: Object.keys(settings).length > 0 ? settings : undefined,
      deletion_protection: props.deletionProtection ?? true,
    },
    { preventDestroy: true },
  );
  if (props.databaseName === undefined) return [service];
  const named = { service_name, engine, cluster_id: ref(service, "id"), name: props.databaseName };
  return [service, ctx.native(database, named, { preventDestroy: true })];
}

/** A disk grows only as far as the memory beside it allows: a large one asks for a larger machine. */
function sizeFor({ size, storageGiB }: DatabaseProps): Tree {
  return { vcpu: size.vcpu, memoryGiB: Math.max(size.memoryGiB, Math.ceil(storageGiB / MAX_DISK_PER_MEMORY)) };
}

/** Undefined where the disk that comes with the machine will do. */
function diskFor(wanted: number, flavor: string): number | undefined {
  const included = includedDisk(flavor);
  return wanted > included ? Math.min(Math.ceil(wanted / 10) * 10, included * DISK_GROWTH) : undefined;
}

function nodeFor(props: DatabaseProps, ctx: LowerContext): Args {
  const region = placeOf(ctx.region).database;
  const [subnet] = props.subnets ?? [];
  if (!subnet) return { region };
  return { region, network_id: networkOf(subnet, "database", ctx), subnet_id: ctx.output(subnet) };
}

const ENGINE = "follows the service";

function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of new Set(claims.map((c) => c.type))) {
    for (const c of members(group, type)) {
      placement(c);
      if (c.type === anchor) continue;
      c.ignore("password_reset", "a secret is never carried: the target gives a new one");
      if (group.anchor.type === anchor) c.ignore("engine", ENGINE);
      else ctx.props.set("engine", meaning(c.read("engine"), engines));
    }
  }
  const [service] = members(group, anchor);
  if (service) readService(service, ctx);
  readAddresses(group, service, ctx);
  const [first] = members(group, database);
  ctx.props.set("databaseName", first?.read("name"));
  // A user of this name is the administrator that every service has, taken into code.
  for (const user of users.flatMap((type) => members(group, type))) user.expect("name", "avnadmin");
}

function readService(service: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const engine = meaning(service.read("engine"), engines);
  props.set("engine", engine);
  const version = service.read("version");
  if (typeof engine === "string") props.set("version", ctx.offered(`${engine}Version`, version));
  const flavor = service.read("flavor");
  props.set("size", ctx.offered("databaseSize", flavor));
  props.set("storageGiB", service.read("disk_size"));
  props.hold("storageGiB", ctx.offered("databaseDisk", flavor));
  // What the plan promises is data: `guarantees.ts`.
  service.read("plan");
  for (const prop of ["highAvailability", "backupRetentionDays", "pointInTimeRecovery"]) ctx.guarantee(prop);
  for (const prop of ["encryption", "autoMinorUpgrade", "publicAccess", "passwordManagement", "adminUser"])
    ctx.guarantee(prop);
  props.set(
    "backupTime",
    known(service.read("backup_time"), (time) => minuteOf(String(time))),
  );
  readNodes(service, ctx);
  readSettings(service, ctx);
  props.set("deletionProtection", service.read("deletion_protection"));
  service.ignore("description", "its name at OVHcloud; clients reach it by its endpoint");
}

/** Nodes are all alike, and their number follows from the plan. The subnet says the network too. */
function readNodes(service: Cursor, ctx: RaiseContext): void {
  const [first, ...others] = service.each("nodes");
  for (const node of service.each("nodes")) node.ignore("region", "where it stands is chosen anew at the target");
  const subnet = first?.read("subnet_id");
  const network = subnet === undefined ? first?.read("network_id") : undefined;
  const named = ctx.reference(subnet ?? network);
  if (!first || named === undefined) return;
  const isNetwork = network !== undefined && isExternal(named);
  ctx.props.set("subnets", [isNetwork ? { external: `a subnet of ${named.external}` } : (named as Tree)]);
  for (const node of others) if (network !== undefined) node.expect("network_id", network);
  if (subnet === undefined) return;
  for (const node of service.each("nodes"))
    if (node === first || node.expect("subnet_id", subnet)) node.ignore("network_id", "the network of its subnet");
}

function readSettings(service: Cursor, ctx: RaiseContext): void {
  const settings = service.read("advanced_configuration");
  if (settings instanceof Unknown) ctx.props.set("parameters", settings);
  if (!isObject(settings)) return;
  const found = Object.entries(settings).flatMap(([native, value]): [string, Tree][] => {
    const [name, word] = engineSetting(native, String(value)) ?? [];
    return name === undefined || word === undefined ? [] : [[name, value instanceof Unknown ? value : word]];
  });
  if (found.length > 0) ctx.props.set("parameters", Object.fromEntries(found));
}

/** Addresses stand in the service, or one by one in resources of their own. */
function readAddresses(group: Cursors, service: Cursor | undefined, ctx: RaiseContext): void {
  const inside = service?.each("ip_restrictions") ?? [];
  const unread = inside.length === 0 ? service?.read("ip_restrictions") : undefined;
  const apart = members(group, restriction);
  for (const c of [...inside, ...apart]) c.ignore("description", "names the address");
  const addresses = [...inside, ...apart].flatMap((c) => list(c.read("ip")));
  if (unread instanceof Unknown) ctx.props.set("allowedCidrs", unread);
  if (addresses.length > 0) ctx.props.set("allowedCidrs", addresses);
}
