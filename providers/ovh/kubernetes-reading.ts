import { isExternal } from "../../constructs/component.ts";
import { type Tree, Unknown } from "../native.ts";
import { claimsFrom, joined, mostKnown, poolName, taint } from "../node-pools.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { blocks, compact, known, list, meaning, members } from "../values.ts";
import { isGateway } from "./kubernetes-clients.ts";
import { nodes } from "./nodes.ts";
import { placement } from "./values.ts";

/** End of the name of the variable that `lower` asks for where no subnet is said. */
export const OWN_SUBNET = "unnamed_subnet";

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const c of types.flatMap((type) => members(group, type))) {
    if (c.type !== "ovh_cloud_project_kube") placement(c);
  }
  const [cluster] = members(group, "ovh_cloud_project_kube");
  if (cluster) readCluster(cluster, ctx);
  readCallers(members(group, "ovh_cloud_project_kube_iprestrictions"), ctx);
  const pools = members(group, "ovh_cloud_project_kube_nodepool").map((c) => readPool(c, ctx));
  if (pools.length > 0) ctx.props.set("pools", joined(pools));
  const [login] = members(group, "ovh_cloud_project_kube_oidc");
  if (login) readLogin(login, ctx);
}

function readCluster(cluster: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  cluster.ignore("service_name", "the project at OVHcloud");
  cluster.ignore("region", "where it stands is chosen anew at the target");
  cluster.ignore("name", "its name at OVHcloud; clients reach it by its endpoint");
  const version = known(cluster.read("version"), (text) => /^1\.\d+/.exec(String(text))?.[0] ?? text);
  props.set("version", ctx.offered("kubernetesVersion", version));
  // What the plan promises is data: `kubernetes-guarantees.ts`.
  cluster.read("plan");
  for (const prop of ["highAvailability", "cni", "encryption", "autoRepair", "addons"]) ctx.guarantee(prop);
  const policies = { ALWAYS_UPDATE: true, MINIMAL_DOWNTIME: true, NEVER_UPDATE: false };
  props.set("autoPatch", meaning(cluster.read("update_policy"), policies));
  readNetwork(cluster, ctx);
  props.set("podCidr", cluster.read("ip_allocation_policy.pods_ipv4_cidr"));
  props.set("serviceCidr", cluster.read("ip_allocation_policy.services_ipv4_cidr"));
  cluster.expect("kube_proxy_mode", "iptables");
  if (cluster.preventDestroy) props.set("deletionProtection", true);
}

/** Where nobody but the gateway of its network is let in, the API answers nobody outside. */
function readCallers(restrictions: readonly Cursor[], ctx: RaiseContext): void {
  const ips = restrictions.flatMap((c) => list(c.read("ips")));
  const listed = ips.filter((range) => !isGateway(range));
  if (listed.length > 0) ctx.props.set("allowedCidrs", listed);
  if (ips.length > 0 && listed.length === 0) ctx.props.set("publicAccess", false);
  else ctx.guarantee("publicAccess");
}

/** The subnet of the nodes says the network too; without one a network of the estate stands for its first, and any other one leaves open which. */
function readNetwork(cluster: Cursor, ctx: RaiseContext): void {
  const subnet = cluster.read("nodes_subnet_id");
  if (subnet !== undefined) cluster.ignore("private_network_id", "the network of the nodes' subnet");
  const network = subnet === undefined ? cluster.read("private_network_id") : undefined;
  if (subnet instanceof Unknown && subnet.expression.endsWith(`_${OWN_SUBNET}`)) return;
  const reference = ctx.reference(subnet ?? network);
  if (reference === undefined) return;
  if (subnet === undefined && isExternal(reference))
    ctx.props.set("subnets", new Unknown(`a subnet of ${reference.external}`));
  else ctx.props.set("subnets", [reference as Tree]);
}

function readLogin(login: Cursor, ctx: RaiseContext): void {
  const groups = login.read("oidc_groups_claim");
  ctx.props.set(
    "oidc",
    compact({
      issuerUrl: login.read("issuer_url"),
      clientId: login.read("client_id"),
      usernameClaim: login.read("oidc_username_claim"),
      usernamePrefix: login.read("oidc_username_prefix"),
      groupsClaims: groups === undefined || groups instanceof Unknown ? groups : list(groups),
      groupsPrefix: login.read("oidc_groups_prefix"),
      requiredClaims: claimsFrom(login.read("oidc_required_claim")),
    }),
  );
}

function readPool(c: Cursor, ctx: RaiseContext): { readonly [key: string]: Tree } {
  const flavor = known(c.read("flavor_name"), (name) => String(name).toLowerCase());
  const machine = nodes.machine(flavor);
  const desired = c.read("desired_nodes");
  const least = c.read("min_nodes");
  const scales = c.read("autoscale");
  const zone = c.read("availability_zones.0");
  // A template is given whole, with what nobody asked for.
  c.expect("template.spec.unschedulable", false);
  c.expect("template.metadata.annotations", {});
  c.expect("template.metadata.finalizers", []);
  return compact({
    name: poolName(c.read("name"), c.address),
    size: ctx.offered(nodes.catalogueOf(flavor), flavor),
    architecture: machine?.architecture,
    cpu: machine?.cpu,
    min: least ?? (scales === true ? 0 : desired),
    max: mostKnown(c.read("max_nodes") ?? (scales === true ? undefined : desired)),
    desired,
    autoscaling: scales,
    zone: known(zone, (text) => /-([abc])$/.exec(String(text))?.[1] ?? new Unknown(JSON.stringify(text))),
    labels: c.read("template.metadata.labels"),
    taints: blocks(c, "template.spec.taints", (t) => taint(t.read("key"), t.read("value"), t.read("effect"))),
    publicIps: c.read("attach_floating_ips.enabled"),
  });
}
