import { isList, isObject, type Tree, Unknown } from "../native.ts";
import { commonSwitch, joined, poolName, taint } from "../node-pools.ts";
import { fingerprint } from "../paths.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { blocks, compact, known, meaning, members } from "../values.ts";
import { ADDONS, ADMIN_POLICY } from "./kubernetes-parts.ts";
import { imagesFor } from "./kubernetes-pools.ts";
import { nodes } from "./nodes.ts";
import { distinct, itemsOf, outside, references, subnetsIn } from "./subnets.ts";
import { placement } from "./values.ts";

const CHANGES = "how changes are applied, not what runs";

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) for (const c of members(group, type)) placement(c);
  const [cluster] = members(group, "aws_eks_cluster");
  if (cluster) readCluster(cluster, ctx);
  readSubnets(group, cluster, ctx);
  readPools(group, ctx);
  readAddons(group, cluster, ctx);
  readAccess(group, ctx);
  readLogins(group, ctx);
}

function readCluster(cluster: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  cluster.ignore("name", "its name at AWS; clients reach it by its endpoint");
  props.set("version", ctx.offered("kubernetesVersion", cluster.read("version")));
  props.set("identity", outside(cluster.read("role_arn"), ctx));
  for (const prop of ["autoPatch", "highAvailability", "encryption", "publicAccess"]) ctx.guarantee(prop);
  props.set("firewalls", references(cluster.read("vpc_config.security_group_ids"), ctx));
  props.set("privateEndpoint", cluster.read("vpc_config.endpoint_private_access"));
  props.set("publicAccess", cluster.read("vpc_config.endpoint_public_access"));
  props.set("allowedCidrs", cluster.read("vpc_config.public_access_cidrs"));
  props.set("serviceCidr", cluster.read("kubernetes_network_config.service_ipv4_cidr"));
  cluster.expect("kubernetes_network_config.ip_family", "ipv4");
  const key = cluster.read("encryption_config.provider.key_arn");
  if (key !== undefined) {
    props.set("encryption", key instanceof Unknown && key.options.redacted ? key : "customer-key");
    props.set("encryptionKey", ctx.reference(key) as Tree | undefined);
    cluster.expect("encryption_config.resources", ["secrets"]);
  }
  cluster.expect("access_config.authentication_mode", "API");
  cluster.expect("upgrade_policy.support_type", "EXTENDED");
  props.set("controlPlaneLogs", cluster.read("enabled_cluster_log_types"));
  props.set("deletionProtection", cluster.read("deletion_protection"));
  props.set("labels", cluster.read("tags"));
  cluster.ignore("force_update_version", CHANGES);
}

/** Nodes stand where their groups say; the control plane too, or in subnets of its own. */
function readSubnets(group: Cursors, cluster: Cursor | undefined, ctx: RaiseContext): void {
  const inner = cluster?.read("vpc_config.subnet_ids");
  const outer = members(group, "aws_eks_node_group").map((c) => c.read("subnet_ids"));
  const profiles = members(group, "aws_eks_fargate_profile").map((c) => c.read("subnet_ids"));
  const ofNodes = [...outer, ...profiles].filter((ids) => ids !== undefined);
  const text = (ids: Tree | undefined) => fingerprint(isList(ids) ? [...ids].map(fingerprint).sort() : ids);
  if (inner !== undefined && ofNodes.some((ids) => text(ids) !== text(inner)) && ofNodes.length > 0) {
    ctx.props.set("controlPlaneSubnets", subnetsIn(inner, ctx));
  }
  const open = ofNodes.find((ids) => ids instanceof Unknown && ids.refs.length === 0);
  const all = ofNodes.length > 0 ? (open ?? ofNodes.flatMap((ids) => itemsOf(ids))) : inner;
  ctx.props.set("subnets", subnetsIn(all, ctx));
}

function readPools(group: Cursors, ctx: RaiseContext): void {
  const groups = members(group, "aws_eks_node_group");
  const templates = members(group, "aws_launch_template");
  const pools = groups.map((c) =>
    readPool(
      c,
      templates.find((t) => c.names("launch_template", t) || named(c, t)),
      ctx,
    ),
  );
  if (pools.length > 0) ctx.props.set("pools", joined(pools));
  ctx.props.set("autoRepair", commonSwitch(groups, "node_repair_config.enabled"));
  const profiles = members(group, "aws_eks_fargate_profile").map((c) =>
    compact({
      name: poolName(c.read("fargate_profile_name"), c.address),
      selectors:
        blocks(c, "selector", (s) => compact({ namespace: s.read("namespace"), labels: s.read("labels") })) ??
        new Unknown("selectors"),
      identity: outside(c.read("pod_execution_role_arn"), ctx),
    }),
  );
  if (profiles.length > 0) ctx.props.set("serverlessPods", profiles);
}

function named(c: Cursor, template: Cursor): boolean {
  return c.names("launch_template.id", template) || c.names("launch_template.name", template);
}

function readPool(c: Cursor, template: Cursor | undefined, ctx: RaiseContext): { readonly [key: string]: Tree } {
  c.ignore("node_group_name_prefix", "the start of its name");
  c.ignore("launch_template.version", "the template is read as it stands in the code");
  if (template) setAside(template);
  for (const path of ["force_update_version", "version", "release_version"]) c.ignore(path, "nodes follow the cluster");
  c.ignore("tags", "labels of the machines, which go with the pool");
  const type = c.read("instance_types.0") ?? template?.read("instance_type");
  const machine = nodes.machine(type);
  const images = imagesFor(machine);
  for (const image of images) c.expect("ami_type", image);
  const subnets = c.read("subnet_ids");
  return compact({
    name: poolName(c.read("node_group_name"), c.address),
    size: ctx.offered(nodes.catalogueOf(type), type),
    architecture: machine?.architecture,
    cpu: machine?.cpu,
    min: c.read("scaling_config.min_size"),
    max: c.read("scaling_config.max_size"),
    desired: c.read("scaling_config.desired_size"),
    spread: spreadOver(subnets),
    labels: c.read("labels"),
    taints: blocks(c, "taint", (t) => taint(t.read("key"), t.read("value"), t.read("effect"))),
    diskGiB: c.read("disk_size") ?? template?.read("block_device_mappings.ebs.volume_size"),
    interruptible: meaning(c.read("capacity_type"), { SPOT: true, ON_DEMAND: false }),
    identity: outside(c.read("node_role_arn"), ctx),
  });
}

/** What a template says besides: how it is called, and what every node of today has. */
function setAside(template: Cursor): void {
  for (const path of ["name", "name_prefix", "description", "tags", "update_default_version", "tag_specifications"])
    template.ignore(path, "how the template and its machines are called");
  template.ignore("block_device_mappings.device_name", "which disk it is");
  template.expect("block_device_mappings.ebs.volume_type", "gp3");
  template.expect("metadata_options.http_tokens", "required");
}

/** Subnets of one cluster stand in zones of their own; how many one expression stands for nobody can tell. */
function spreadOver(subnets: Tree | undefined): Tree | undefined {
  if (itemsOf(subnets).length > 1) return "multi-zone";
  return subnets instanceof Unknown ? subnets : undefined;
}

const VERSIONS = "which release of it: the cloud's newest is taken";
/** What every cluster has wherever it stands, or what another prop asks for. */
const COMMON: Readonly<Record<string, string>> = {
  coredns: "every cluster has its DNS",
  "kube-proxy": "every cluster has its proxy",
  "eks-pod-identity-agent": "comes with the roles of service accounts",
  "eks-node-monitoring-agent": "comes with the repair of nodes",
};

function readAddons(group: Cursors, cluster: Cursor | undefined, ctx: RaiseContext): void {
  const found: Record<string, Tree> = {};
  const starts = cluster?.is("bootstrap_self_managed_addons", true) ?? false;
  let isNative = false;
  for (const c of members(group, "aws_eks_addon")) {
    for (const path of ["resolve_conflicts", "resolve_conflicts_on_create", "resolve_conflicts_on_update", "preserve"])
      c.ignore(path, CHANGES);
    for (const path of ["addon_version", "tags"]) c.ignore(path, VERSIONS);
    const common = Object.keys(COMMON).find((name) => c.is("addon_name", name));
    const purpose = Object.entries(ADDONS).find(([, name]) => c.is("addon_name", name))?.[0];
    if (common !== undefined) c.ignore("addon_name", COMMON[common] ?? common);
    if (c.is("addon_name", "vpc-cni")) {
      if (starts) c.ignore("addon_name", "the plug-in that the cluster starts with");
      else c.read("addon_name");
      isNative = !starts;
    }
    if (purpose === undefined) continue;
    c.read("addon_name");
    found[purpose] = true;
    if (c.has("service_account_role_arn")) readOwnRole(c);
  }
  if (Object.keys(found).length > 0) ctx.props.set("addons", found);
  if (isNative) ctx.props.set("cni", "native");
  else if (cluster) readNetwork(cluster, ctx);
}

/** The role of an add-on is another one at each cloud; the one that is asked for by `lower` is no residue. */
function readOwnRole(c: Cursor): void {
  c.ignore("service_account_role_arn", "the role that the add-on acts in, made anew with it");
}

/** A cluster starts with the network plug-in of AWS unless it is made without. */
function readNetwork(cluster: Cursor, ctx: RaiseContext): void {
  const starts = cluster.read("bootstrap_self_managed_addons");
  if (starts !== undefined)
    ctx.props.set(
      "cni",
      known(starts, (yes) => (yes === true ? "native" : "none")),
    );
  else ctx.guarantee("cni");
}

function readAccess(group: Cursors, ctx: RaiseContext): void {
  const entries = members(group, "aws_eks_access_entry");
  const policies = members(group, "aws_eks_access_policy_association").filter(
    (c) => c.is("policy_arn", ADMIN_POLICY) && c.is("access_scope.type", "cluster"),
  );
  const administrators: Tree[] = [];
  for (const entry of entries) {
    entry.ignore("tags", "labels of the entry");
  }
  for (const policy of policies) {
    policy.expect("policy_arn", ADMIN_POLICY);
    policy.expect("access_scope.type", "cluster");
    const entry = entries.find((e) => policy.names("principal_arn", e));
    const principal = entry ? entry.read("principal_arn") : policy.read("principal_arn");
    // Without a reference to it, the entry of the same principal is the one that is meant.
    if (!entry && principal !== undefined) for (const e of entries) e.expect("principal_arn", principal);
    const who = ctx.reference(principal) as Tree | undefined;
    if (who !== undefined) administrators.push(who);
  }
  if (administrators.length > 0) ctx.props.set("administrators", distinct(administrators));
  const roles = members(group, "aws_eks_pod_identity_association").map((c) =>
    compact({
      namespace: c.read("namespace"),
      serviceAccount: c.read("service_account"),
      identity: (ctx.reference(c.read("role_arn")) as Tree | undefined) ?? new Unknown("role_arn"),
    }),
  );
  if (roles.length > 0) ctx.props.set("workloadIdentities", roles);
}

function readLogins(group: Cursors, ctx: RaiseContext): void {
  const [login] = members(group, "aws_eks_identity_provider_config");
  if (!login) return;
  login.ignore("oidc.identity_provider_config_name", "its name at AWS");
  const claim = login.read("oidc.groups_claim");
  const oidc = compact({
    issuerUrl: login.read("oidc.issuer_url"),
    clientId: login.read("oidc.client_id"),
    usernameClaim: login.read("oidc.username_claim"),
    usernamePrefix: login.read("oidc.username_prefix"),
    groupsClaims: claim === undefined ? undefined : [claim],
    groupsPrefix: login.read("oidc.groups_prefix"),
    requiredClaims: login.read("oidc.required_claims"),
  });
  if (isObject(oidc)) ctx.props.set("oidc", oidc);
}
