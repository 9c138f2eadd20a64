import type { Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import { claimList, divided, scales } from "../node-pools.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { planOf } from "./kubernetes-catalogs.ts";
import { callersOf } from "./kubernetes-clients.ts";
import { exit, rewrites } from "./kubernetes-facts.ts";
import { losses } from "./kubernetes-losses.ts";
import { OWN_SUBNET, raise } from "./kubernetes-reading.ts";
import { nodes } from "./nodes.ts";
import { networkOf, project } from "./values.ts";
import { GATEWAY } from "./vm-parts.ts";

const anchor = "ovh_cloud_project_kube";
const pool = "ovh_cloud_project_kube_nodepool";
const ownedTypes = [
  pool,
  "ovh_cloud_project_kube_iprestrictions",
  "ovh_cloud_project_kube_oidc",
  "ovh_cloud_project_kube_log_subscription",
];

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...ownedTypes.map((type): Claim => ({ type, role: "owned", edge: { attr: "kube_id", to: [anchor], by: ["id"] } })),
];

/** A cluster of Managed Kubernetes: its plan follows from its region, and with it control plane and network. */
export const kubernetes: Implementation<"kubernetes"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [anchor, ...ownedTypes]),
  outputs: {
    id: (natives) => ref(theNative(natives, anchor), "id"),
    endpoint: (natives) => ref(theNative(natives, anchor), "url"),
  },
  rewrites,
  losses,
  exit,
};

type Cluster = Props<"kubernetes">;

function lower({ props }: Complete<"kubernetes">, ctx: LowerContext): readonly Native[] {
  const service_name = project(ctx);
  const plan = planOf(ctx.region);
  const cluster = ctx.native(
    anchor,
    {
      service_name,
      name: ctx.name(),
      region: ctx.region,
      plan,
      version: ctx.pick("kubernetesVersion", props.version).native,
      update_policy: props.autoPatch === undefined ? undefined : props.autoPatch ? "ALWAYS_UPDATE" : "NEVER_UPDATE",
      ...network(props.subnets?.[0], plan, ctx),
      ip_allocation_policy:
        props.podCidr || props.serviceCidr
          ? [compact({ pods_ipv4_cidr: props.podCidr, services_ipv4_cidr: props.serviceCidr })]
          : undefined,
    },
    // Nodes fetch what they run through it, and the standard plan refuses a network without one.
    { preventDestroy: true, after: { of: props.subnets?.slice(0, 1) ?? [], types: [GATEWAY] } },
  );
  const inCluster = { service_name, kube_id: ref(cluster, "id") };
  const ips = callersOf(props, ctx);
  return [
    cluster,
    ...poolNatives(props, inCluster, ctx),
    ...(ips ? [ctx.native("ovh_cloud_project_kube_iprestrictions", { ...inCluster, ips })] : []),
    ...(props.oidc ? [ctx.native("ovh_cloud_project_kube_oidc", { ...inCluster, ...login(props.oidc) })] : []),
  ];
}

/** The standard plan must have a network with a gateway; it and its subnet are named by their ids in the region. */
function network(
  subnet: Reference | undefined,
  plan: "free" | "standard",
  ctx: LowerContext,
): { readonly [key: string]: Tree } {
  if (!subnet && plan === "free") return {};
  const own = (end: string, description: string) =>
    ctx.variable({ name: `${ctx.name().replaceAll("-", "_")}_${end}`, type: "string", description });
  return {
    private_network_id: subnet
      ? networkOf(subnet, "cluster", ctx)
      : own("unnamed_network", "Id in the region of the private network that nodes stand in."),
    nodes_subnet_id: subnet
      ? ctx.output(subnet)
      : own(OWN_SUBNET, "Id in the region of the subnet that nodes stand in; it must have a gateway."),
  };
}

function login(oidc: NonNullable<Cluster["oidc"]>): { readonly [key: string]: Tree } {
  return compact({
    client_id: oidc.clientId,
    issuer_url: oidc.issuerUrl,
    oidc_username_claim: oidc.usernameClaim,
    oidc_username_prefix: oidc.usernamePrefix,
    oidc_groups_claim: oidc.groupsClaims,
    oidc_groups_prefix: oidc.groupsPrefix,
    oidc_required_claim: claimList(oidc.requiredClaims),
  });
}

function poolNatives(
  props: Cluster,
  inCluster: { readonly service_name: Tree; readonly kube_id: Tree },
  ctx: LowerContext,
): readonly Native[] {
  const zones = jurisdiction.regions[ctx.region.toUpperCase()]?.zones ?? 1;
  return props.pools.flatMap((asked) =>
    divided(asked, zones).map((part) => {
      const autoscale = scales(asked);
      // Where there are several zones one must be named.
      const zone = part.zone ?? "a";
      return ctx.native(
        pool,
        {
          ...inCluster,
          name: part.name,
          flavor_name: ctx.pick(nodes.catalogueFor(asked), compact(asked.size)).native,
          desired_nodes: part.desired,
          min_nodes: part.min,
          max_nodes: part.max,
          autoscale,
          availability_zones: zones > 1 ? [`${ctx.region.toLowerCase()}-${zone}`] : undefined,
          attach_floating_ips:
            asked.publicIps === undefined || planOf(ctx.region) === "free" ? undefined : [{ enabled: asked.publicIps }],
          template: template(asked),
        },
        // The autoscaler changes how many there are.
        { part: part.name, ...(autoscale ? { ignoreChanges: ["desired_nodes"] } : {}) },
      );
    }),
  );
}

/** A template must be given whole, with what nobody asks for. */
function template({ labels, taints }: Cluster["pools"][number]): readonly Tree[] | undefined {
  if (!labels && !taints?.length) return undefined;
  const spec = {
    taints: (taints ?? []).map(({ key, value, effect }) => compact({ key, value, effect })),
    unschedulable: false,
  };
  return [{ metadata: [{ annotations: {}, finalizers: [], labels: labels ?? {} }], spec: [spec] }];
}
