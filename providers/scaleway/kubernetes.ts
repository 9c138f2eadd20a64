import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import { claimList, divided, scales } from "../node-pools.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { exit, rewrites } from "./kubernetes-facts.ts";
import { losses } from "./kubernetes-losses.ts";
import { OWN, raise, UNNAMED } from "./kubernetes-reading.ts";
import { nodes } from "./nodes.ts";
import { tagsOf } from "./values.ts";

const anchor = "scaleway_k8s_cluster";
const pool = "scaleway_k8s_pool";
const acl = "scaleway_k8s_acl";

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...[pool, acl].map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "cluster_id", to: [anchor], by: ["id"] } }),
  ),
];

/** A Kapsule cluster with its pools, each of which stands in one zone, and the addresses that its API answers. */
export const kubernetes: Implementation<"kubernetes"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives) => ref(theNative(natives, anchor), "id"),
    endpoint: (natives) => ref(theNative(natives, anchor), "apiserver_url"),
  },
  rewrites,
  losses,
  exit,
};

type Cluster = Props<"kubernetes">;

const DAYS = {
  sun: "sunday",
  mon: "monday",
  tue: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  fri: "friday",
  sat: "saturday",
} as const;

function lower({ props }: Complete<"kubernetes">, ctx: LowerContext): readonly Native[] {
  const patched = props.autoPatch ?? true;
  const [network] = props.subnets ?? [];
  const cluster = ctx.native(
    anchor,
    {
      name: ctx.name(),
      type: props.highAvailability && ctx.pick("controlPlane", props.highAvailability).native,
      // A minor version where patches come by themselves, else a patch version: the provider refuses the other way round.
      version: ctx.pick(patched ? "kubernetesVersion" : "kubernetesPatch", props.version).native,
      auto_upgrade: patched ? [window(props.maintenanceWindow)] : undefined,
      cni: ctx.pick("cni", props.cni).native,
      private_network_id: network ? ctx.output(network) : ownNetwork(ctx),
      pod_cidr: props.podCidr,
      service_cidr: props.serviceCidr,
      // True takes volumes, load balancers and the network away with the cluster.
      delete_additional_resources: props.deletesVolumes ?? false,
      open_id_connect_config: props.oidc && [login(props.oidc)],
      tags: tagsOf(props.labels),
    },
    { preventDestroy: true },
  );
  const cluster_id = ref(cluster, "id");
  return [cluster, ...addresses(props, cluster_id, ctx), ...poolNatives(props, cluster_id, ctx)];
}

function ownNetwork(ctx: LowerContext): Tree {
  return ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_${OWN}`,
    type: "string",
    description: "Private network that the cluster's nodes stand in.",
  });
}

/** Two hours on a day of the week; on any day where nobody chose one. */
function window(start: string | undefined): Tree {
  const [day = "", hour = "0"] = start?.split(":") ?? [];
  const named = DAYS[day as keyof typeof DAYS] ?? UNNAMED.day;
  const maintenance_window_start_hour = start === undefined ? UNNAMED.hour : Number(hour);
  return { enable: true, maintenance_window_day: named, maintenance_window_start_hour };
}

function login(oidc: NonNullable<Cluster["oidc"]>): Tree {
  return compact({
    issuer_url: oidc.issuerUrl,
    client_id: oidc.clientId,
    username_claim: oidc.usernameClaim,
    username_prefix: oidc.usernamePrefix,
    groups_claim: oidc.groupsClaims,
    groups_prefix: oidc.groupsPrefix,
    required_claim: claimList(oidc.requiredClaims),
  });
}

/** Nobody at all, some addresses, or by default everybody. */
function addresses(props: Cluster, cluster_id: Tree, ctx: LowerContext): readonly Native[] {
  if (props.publicAccess === false) return [ctx.native(acl, { cluster_id, no_ip_allowed: true })];
  if (!props.allowedCidrs?.length) return [];
  return [ctx.native(acl, { cluster_id, acl_rules: props.allowedCidrs.map((ip) => ({ ip })) })];
}

/** The provider counts decimal gigabytes. */
function gigabytes(gib: number): number {
  return Math.max(20, Math.ceil(gib * 1.073741824));
}

function poolNatives(props: Cluster, cluster_id: Tree, ctx: LowerContext): readonly Native[] {
  const zones = jurisdiction.regions[ctx.region]?.zones ?? 1;
  return props.pools.flatMap((asked) =>
    divided(asked, zones).map((part) => {
      const autoscaling = scales(asked);
      return ctx.native(
        pool,
        {
          cluster_id,
          name: part.name,
          zone: part.zone && `${ctx.region}-${"abc".indexOf(part.zone) + 1}`,
          node_type: ctx.pick(nodes.catalogueFor(asked), compact(asked.size)).native,
          size: part.desired,
          min_size: part.min,
          max_size: part.max,
          autoscaling,
          autohealing: props.autoRepair,
          root_volume_size_in_gb: asked.diskGiB && gigabytes(asked.diskGiB),
          public_ip_disabled: asked.publicIps === undefined ? undefined : !asked.publicIps,
          labels: asked.labels,
          taints: asked.taints?.length
            ? asked.taints.map(({ key, value = "", effect }) => ({ key, value, effect }))
            : undefined,
        },
        { part: part.name },
      );
    }),
  );
}
