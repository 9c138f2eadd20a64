import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { exit, rewrites } from "./kubernetes-facts.ts";
import { losses } from "./kubernetes-losses.ts";
import { ADDONS, ADMIN_POLICY, NEED_A_ROLE } from "./kubernetes-parts.ts";
import { poolNatives } from "./kubernetes-pools.ts";
import { raise } from "./kubernetes-reading.ts";
import { ownVariable } from "./own-variable.ts";
import { inTwoZones } from "./subnets.ts";

const anchor = "aws_eks_cluster";

const ownedTypes = [
  "aws_eks_node_group",
  "aws_eks_addon",
  "aws_eks_fargate_profile",
  "aws_eks_access_entry",
  "aws_eks_access_policy_association",
  "aws_eks_pod_identity_association",
  "aws_eks_identity_provider_config",
  "aws_eks_capability",
];

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...ownedTypes.map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "cluster_name", to: [anchor], by: ["name", "id"] } }),
  ),
  ...(["id", "name"] as const).map(
    (by): Claim => ({
      type: "aws_launch_template",
      role: "shared",
      edge: { from: "aws_eks_node_group", attr: `launch_template.${by}`, by: [by] },
    }),
  ),
];

/** An EKS cluster with managed node groups, add-ons and who may do what in it. */
export const kubernetes: Implementation<"kubernetes"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [anchor, ...ownedTypes]),
  outputs: {
    id: (natives) => ref(theNative(natives, anchor), "id"),
    endpoint: (natives) => ref(theNative(natives, anchor), "endpoint"),
  },
  rewrites,
  losses,
  exit,
};

type Cluster = Props<"kubernetes">;

function lower({ props }: Complete<"kubernetes">, ctx: LowerContext): readonly Native[] {
  const nodeSubnets = inTwoZones(props.subnets ?? [], "cluster", ctx);
  const inner = props.controlPlaneSubnets ? inTwoZones(props.controlPlaneSubnets, "cluster", ctx) : nodeSubnets;
  const { privateEndpoint } = props;
  const network = props.cni === undefined ? undefined : ctx.pick("cni", props.cni).native;
  const key = props.encryptionKey && ctx.output(props.encryptionKey);
  const cluster = ctx.native(
    anchor,
    {
      name: ctx.name(),
      role_arn: props.identity
        ? ctx.output(props.identity)
        : ownVariable(ctx, "cluster_role", "ARN of the role that the control plane acts in."),
      version: ctx.pick("kubernetesVersion", props.version).native,
      vpc_config: [
        compact({
          subnet_ids: inner,
          security_group_ids: props.firewalls?.length ? props.firewalls.map((f) => ctx.output(f)) : undefined,
          endpoint_private_access: privateEndpoint || mustBePrivate(props) ? true : privateEndpoint,
          endpoint_public_access: props.publicAccess,
          public_access_cidrs: props.allowedCidrs?.length ? props.allowedCidrs.map(networkRange) : undefined,
        }),
      ],
      bootstrap_self_managed_addons: network === "" ? false : undefined,
      // Who administers it is said by the cloud's API, not by a document inside the cluster.
      access_config: props.administrators?.length ? [{ authentication_mode: "API" }] : undefined,
      kubernetes_network_config: props.serviceCidr ? [{ service_ipv4_cidr: props.serviceCidr }] : undefined,
      encryption_config: key === undefined ? undefined : [{ resources: ["secrets"], provider: [{ key_arn: key }] }],
      enabled_cluster_log_types: props.controlPlaneLogs?.length ? props.controlPlaneLogs : undefined,
      deletion_protection: props.deletionProtection ?? true,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  const inCluster = { cluster_name: ref(cluster, "name") };
  return [
    cluster,
    ...poolNatives(props, { ...inCluster, subnet_ids: nodeSubnets }, ctx),
    ...addonNatives(props, network, inCluster, ctx),
    ...accessNatives(props, inCluster, ctx),
    ...loginNatives(props, inCluster, ctx),
  ];
}

type InCluster = { readonly cluster_name: Tree };

function addonNatives(
  props: Cluster,
  network: string | undefined,
  inCluster: InCluster,
  ctx: LowerContext,
): readonly Native[] {
  const asked = Object.entries(ADDONS).flatMap(([purpose, name]) =>
    props.addons?.[purpose as keyof typeof ADDONS] ? [name as string] : [],
  );
  // Without the network's plug-in nothing is installed that was not asked for: not even DNS.
  const basic = network === "" ? ["coredns", "kube-proxy"] : network === undefined ? [] : [network];
  // Pods get the roles of `workloadIdentities` from it.
  const agent = props.workloadIdentities?.length ? ["eks-pod-identity-agent"] : [];
  return [...basic, ...asked, ...agent].map((name) =>
    ctx.native(
      "aws_eks_addon",
      {
        ...inCluster,
        addon_name: name,
        service_account_role_arn: NEED_A_ROLE.has(name)
          ? ownVariable(ctx, "addon_role", "ARN of the role that the storage add-ons act in.")
          : undefined,
      },
      { part: name },
    ),
  );
}

/**
 * One of the two ways must be open; and nodes that go out through a gateway come from an address that nobody listed, unless they reach the
 * API inside: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html#cluster-endpoint-control, read 2026-11-28.
 */
function mustBePrivate({ publicAccess, privateEndpoint, allowedCidrs = [] }: Cluster): boolean {
  const isNarrow = allowedCidrs.length > 0 && !allowedCidrs.map(networkRange).includes("0.0.0.0/0");
  return publicAccess === false || (isNarrow && privateEndpoint === undefined);
}

function accessNatives(props: Cluster, inCluster: InCluster, ctx: LowerContext): readonly Native[] {
  const administrators = (props.administrators ?? []).flatMap((who, i) => {
    const part = { part: `admin-${i + 1}` };
    const entry = ctx.native("aws_eks_access_entry", { ...inCluster, principal_arn: ctx.output(who) }, part);
    const access_scope = [{ type: "cluster" }];
    const principal_arn = ref(entry, "principal_arn");
    const policy = { ...inCluster, principal_arn, policy_arn: ADMIN_POLICY, access_scope };
    return [entry, ctx.native("aws_eks_access_policy_association", policy, part)];
  });
  const roles = (props.workloadIdentities ?? []).map(({ namespace, serviceAccount, identity }) =>
    ctx.native(
      "aws_eks_pod_identity_association",
      { ...inCluster, namespace, service_account: serviceAccount, role_arn: ctx.output(identity) },
      { part: `${namespace}-${serviceAccount}` },
    ),
  );
  return [...administrators, ...roles];
}

function loginNatives({ oidc }: Cluster, inCluster: InCluster, ctx: LowerContext): readonly Native[] {
  if (!oidc) return [];
  const block = compact({
    identity_provider_config_name: ctx.name(),
    issuer_url: oidc.issuerUrl,
    client_id: oidc.clientId,
    username_claim: oidc.usernameClaim,
    username_prefix: oidc.usernamePrefix,
    groups_claim: oidc.groupsClaims?.[0],
    groups_prefix: oidc.groupsPrefix,
    required_claims: oidc.requiredClaims,
  });
  return [ctx.native("aws_eks_identity_provider_config", { ...inCluster, oidc: [block] })];
}
