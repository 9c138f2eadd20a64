import { type Tree, Unknown } from "../native.ts";
import { claimsFrom, commonSwitch, joined, mostKnown, poolName, taint } from "../node-pools.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { blocks, compact, known, list, members } from "../values.ts";
import { gibibytesFrom } from "./disk-units.ts";
import { nodes } from "./nodes.ts";
import { labelsFrom, placement } from "./values.ts";

/** End of the name of the variable that `lower` asks for where no network is said. */
export const OWN = "unnamed_private_network";
/** When patches come where nobody chose a time (judgement). */
export const UNNAMED = { day: "any", hour: 3 } as const;

const WAITING = "how long the provider waits, not what runs";

export function raise(group: Cursors, ctx: RaiseContext): void {
  const pools = members(group, "scaleway_k8s_pool");
  const acls = members(group, "scaleway_k8s_acl");
  const [cluster] = members(group, "scaleway_k8s_cluster");
  for (const c of [...(cluster ? [cluster] : []), ...pools, ...acls]) {
    placement(c);
  }
  if (cluster) readCluster(cluster, ctx);
  readAddresses(acls, ctx);
  const found = pools.map((c) => readPool(c, ctx));
  if (found.length > 0) ctx.props.set("pools", joined(found));
  ctx.props.set("autoRepair", commonSwitch(pools, "autohealing"));
}

function readCluster(cluster: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  for (const path of ["name", "description"])
    cluster.ignore(path, "its name at Scaleway; clients reach it by its endpoint");
  readVersion(cluster, ctx);
  if (cluster.is("type", "kapsule"))
    props.set(
      "highAvailability",
      known(cluster.read("type"), () => "none"),
    );
  // Kosmos, which takes nodes of any cloud, is something else.
  if (DEDICATED.some((type) => cluster.is("type", type))) cluster.read("type");
  for (const prop of ["highAvailability", "privateEndpoint", "publicAccess", "addons"]) ctx.guarantee(prop);
  // Kosmos has a network of its own, which nothing else has.
  for (const cni of ["cilium", "cilium_native", "calico", "none"])
    if (cluster.is("cni", cni)) props.set("cni", ctx.offered("cni", cluster.read("cni")));
  const network = cluster.read("private_network_id");
  const isOwn = network instanceof Unknown && network.expression.endsWith(`_${OWN}`);
  const reference = isOwn ? undefined : ctx.reference(network);
  props.set("subnets", reference && [reference as Tree]);
  props.set("podCidr", cluster.read("pod_cidr"));
  props.set("serviceCidr", cluster.read("service_cidr"));
  props.set("deletesVolumes", cluster.read("delete_additional_resources"));
  if (cluster.preventDestroy) props.set("deletionProtection", true);
  readLogin(cluster, ctx);
  props.set("labels", labelsFrom(cluster.read("tags")));
}

const DEDICATED = ["kapsule-dedicated-4", "kapsule-dedicated-8", "kapsule-dedicated-16"];

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function readVersion(cluster: Cursor, ctx: RaiseContext): void {
  const version = known(cluster.read("version"), (text) => /^1\.\d+/.exec(String(text))?.[0] ?? text);
  ctx.props.set("version", ctx.offered("kubernetesVersion", version));
  const patched = cluster.read("auto_upgrade.enable");
  ctx.props.set("autoPatch", patched ?? (cluster.has("auto_upgrade") ? undefined : false));
  if (patched === false) {
    for (const path of ["maintenance_window_day", "maintenance_window_start_hour"])
      cluster.ignore(`auto_upgrade.${path}`, "nothing comes at that time");
    return;
  }
  if (cluster.expect("auto_upgrade.maintenance_window_day", UNNAMED.day)) {
    cluster.expect("auto_upgrade.maintenance_window_start_hour", UNNAMED.hour);
    return;
  }
  const day = cluster.read("auto_upgrade.maintenance_window_day");
  const hour = cluster.read("auto_upgrade.maintenance_window_start_hour");
  if (day === undefined) return;
  const unknown = [day, hour].find((v) => v instanceof Unknown);
  const word = DAYS.includes(String(day)) ? String(day).slice(0, 3) : undefined;
  const start = word === undefined ? undefined : `${word}:${String(hour ?? 0).padStart(2, "0")}:00`;
  ctx.props.set("maintenanceWindow", unknown ?? start ?? new Unknown(JSON.stringify(day)));
}

function readLogin(cluster: Cursor, ctx: RaiseContext): void {
  if (!cluster.has("open_id_connect_config")) return;
  const at = (path: string) => cluster.read(`open_id_connect_config.${path}`);
  const groups = at("groups_claim");
  ctx.props.set(
    "oidc",
    compact({
      issuerUrl: at("issuer_url"),
      clientId: at("client_id"),
      usernameClaim: at("username_claim"),
      usernamePrefix: at("username_prefix"),
      groupsClaims: groups === undefined || groups instanceof Unknown ? groups : list(groups),
      groupsPrefix: at("groups_prefix"),
      requiredClaims: claimsFrom(at("required_claim")),
    }),
  );
}

function readAddresses(acls: readonly Cursor[], ctx: RaiseContext): void {
  const found: Tree[] = [];
  for (const acl of acls) {
    if (acl.has("no_ip_allowed")) {
      ctx.props.set(
        "publicAccess",
        known(acl.read("no_ip_allowed"), (none) => none !== true),
      );
    }
    const rules = blocks(acl, "acl_rules", (rule) => {
      rule.ignore("description", "names the rule");
      return rule.read("ip") ?? [];
    });
    found.push(...list(rules).flatMap((rule) => list(rule)));
  }
  if (found.length > 0) ctx.props.set("allowedCidrs", found);
}

/** Older code writes `gp1_xs`. */
function typeName(type: Tree | undefined): Tree | undefined {
  return known(type, (text) => String(text).toUpperCase().replaceAll("_", "-"));
}

function readPool(c: Cursor, ctx: RaiseContext): { readonly [key: string]: Tree } {
  c.ignore("wait_for_pool_ready", WAITING);
  c.ignore("version", "nodes follow the cluster");
  const type = typeName(c.read("node_type"));
  const machine = nodes.machine(type);
  const size = c.read("size");
  const scales = c.read("autoscaling");
  const min = c.read("min_size");
  const hidden = c.read("public_ip_disabled");
  return compact({
    name: poolName(c.read("name"), c.address),
    size: ctx.offered(nodes.catalogueOf(type), type),
    architecture: machine?.architecture,
    cpu: machine?.cpu,
    // Without bounds there are as many as were asked for; only with autoscaling one is the least.
    min: min ?? (scales === true ? 1 : size),
    // No bound at all is one node at least.
    max: mostKnown(c.read("max_size") ?? size),
    desired: size,
    autoscaling: scales,
    zone: known(
      c.read("zone"),
      (zone) => "abc"[Number(/-(\d)$/.exec(String(zone))?.[1]) - 1] ?? new Unknown(String(zone)),
    ),
    labels: c.read("labels"),
    taints: blocks(c, "taints", (t) => taint(t.read("key"), t.read("value"), t.read("effect"))),
    diskGiB: known(c.read("root_volume_size_in_gb"), (gb) => gibibytesFrom(Number(gb))),
    publicIps: known(hidden, (yes) => yes !== true),
  });
}
