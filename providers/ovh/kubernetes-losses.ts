import type { Props } from "../../constructs/kinds.ts";
import { ZONES } from "../../constructs/zone.ts";
import { areJoined, zonesFor } from "../node-pools.ts";
import type { Loss, Offer } from "../provider.ts";
import { apiLosses } from "./kubernetes-api-losses.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { nodes } from "./nodes.ts";

const date = "2026-11-25";
const docs = "ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes";
const mapping = { source: "facts/mapping.md section 6, component 14, OVHcloud", date: "2026-11-21" };
const architecture = { source: `${docs}, Understanding the architecture (2026-06-15)`, date };
/** Arguments of the provider: what none of them sets cannot be asked for. */
const schema = { source: "providers/ovh/schema/ovh.json.gz, ovh_cloud_project_kube", date: "2026-11-23" };
const poolSchema = { source: "providers/ovh/schema/ovh.json.gz, ovh_cloud_project_kube_nodepool", date: "2026-11-23" };

type Cluster = Props<"kubernetes">;
type Pool = Cluster["pools"][number];
const asked = (test: (props: Cluster) => boolean) => (props: Record<string, unknown>) => test(props as Cluster);
const somePool = (test: (pool: Pool) => boolean) => asked(({ pools }) => pools.some(test));

const sold = (offers: readonly Offer[]) => offers.filter((o) => !o.legacy).map((o) => o.value);
const versions = sold(kubernetesCatalogues.kubernetesVersion.offers);

export const losses: readonly Loss[] = [
  {
    path: "version",
    when: asked(({ version }) => version !== undefined && !versions.includes(version)),
    severity: "degrades",
    class: "workaround",
    why: "OVHcloud supports three minor versions only.",
    instead: "Take the nearest version that is offered, and look for APIs that were removed in between.",
    citation: kubernetesCatalogues.kubernetesVersion.citation,
  },
  {
    path: "maintenanceWindow",
    severity: "cosmetic",
    class: "accept",
    why: "Patches come when they are there; only whether they come is said.",
    instead: "Set the update policy to never, and start updates by hand.",
    citation: schema,
  },
  {
    path: "highAvailability",
    when: asked(({ highAvailability }) => highAvailability !== "none"),
    severity: "degrades",
    class: "redesign",
    why: "The free plan shares one control plane in one zone; in a region of one zone the standard plan stands in that zone.",
    instead: "Deploy to EU-WEST-PAR or EU-SOUTH-MIL, whose control planes stand in three zones.",
    citation: { source: `${docs}/datacenters-nodes-storage-flavors (2026-02-03)`, date },
  },
  {
    path: "cni",
    severity: "degrades",
    class: "workaround",
    why: "Clusters of the standard plan have Cilium, those of the free plan Canal; the plan follows from the region.",
    instead: "Choose the region by the plug-in, and test network policies.",
    citation: kubernetesCatalogues.cni.citation,
  },
  {
    path: "subnets",
    when: asked(({ subnets = [] }) => subnets.length > 1),
    severity: "cosmetic",
    class: "setting",
    why: "All nodes of a cluster stand in one subnet, which reaches every zone of the region.",
    instead: "Spread pools over zones instead of subnets.",
    citation: schema,
  },
  {
    path: "controlPlaneSubnets",
    severity: "cosmetic",
    class: "setting",
    why: "The control plane stands outside of the customer's networks.",
    instead: "Leave it out.",
    citation: architecture,
  },
  ...apiLosses,
  {
    path: "encryption",
    when: asked(({ encryption }) => encryption === "customer-key"),
    severity: "degrades",
    class: "redesign",
    why: "The store is encrypted with keys of OVHcloud; a cluster takes none of the customer's.",
    instead: "Keep secrets in Secret Manager, and let an operator bring them to the pods.",
    citation: schema,
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "redesign",
    why: "No key can be named for a cluster's store.",
    instead: "Keep secrets in Secret Manager, and let an operator bring them to the pods.",
    citation: schema,
  },
  {
    path: "identity",
    severity: "cosmetic",
    class: "accept",
    why: "The control plane needs no role.",
    instead: "Leave it out.",
    citation: schema,
  },
  {
    path: "administrators",
    severity: "degrades",
    class: "workaround",
    why: "Who holds the kubeconfig may do everything; the cloud's identities have no rights inside a cluster.",
    instead: "Let people log in through OpenID Connect, with roles inside the cluster.",
    citation: mapping,
  },
  {
    path: "workloadIdentities",
    severity: "degrades",
    class: "redesign",
    why: "Pods have no identity at the cloud.",
    instead: "Give each workload credentials of its own, kept as a secret and renewed on a schedule.",
    citation: mapping,
  },
  {
    path: "serverlessPods",
    severity: "degrades",
    class: "redesign",
    why: "Every pod runs on a node of a pool.",
    instead: "Add a pool for them that scales down to the fewest nodes.",
    citation: mapping,
  },
  ...(["fileStorage", "objectStorage"] as const).map(
    (addon): Loss => ({
      path: `addons.${addon}`,
      when: asked(({ addons }) => addons?.[addon] === true),
      severity: "degrades",
      class: "workaround",
      why: "The cloud keeps the driver of block volumes only.",
      instead: "Install a driver of one's own by Helm.",
      citation: { source: `${docs}/software-versions-reserved-resources (2025-10-02)`, date },
    }),
  ),
  {
    path: "controlPlaneLogs",
    severity: "degrades",
    class: "workaround",
    why: "Audit logs go to a stream of Logs Data Platform, which must be there first.",
    instead: "Make a stream, and subscribe the cluster to it (`ovh_cloud_project_kube_log_subscription`).",
    citation: mapping,
  },
  {
    path: "deletesVolumes",
    when: asked(({ deletesVolumes }) => deletesVolumes === true),
    severity: "cosmetic",
    class: "accept",
    why: "Nothing in code says that volumes go with the cluster.",
    instead: "Delete services and claims before the cluster.",
    citation: schema,
  },
  {
    path: "deletionProtection",
    when: asked(({ deletionProtection }) => deletionProtection === false),
    severity: "cosmetic",
    class: "setting",
    why: "Code that Exeat writes always refuses to destroy a cluster.",
    instead: "Take the protection out of the code by hand, when the time has come.",
    citation: schema,
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "accept",
    why: "The resource of a cluster takes no tags.",
    instead: "Tag the cluster through OVHcloud's IAM (`ovh_iam_resource_tags`) where tags must be kept.",
    citation: { source: "facts/mapping.md section 5, Tags", date: "2026-11-21" },
  },
  {
    path: "pools",
    when: asked(({ pools }) => areJoined(pools, (pool) => nodes.chosen(pool).machine?.name ?? "")),
    severity: "cosmetic",
    class: "setting",
    why: "Pools of one sort whose names end with their zones are read as one that stands in several.",
    instead: "Ask for one pool that is spread over zones.",
    citation: mapping,
  },
  {
    path: "pools.size",
    when: somePool((pool) => !nodes.chosen(pool).exact),
    severity: "blocks",
    class: "redesign",
    why: "No flavour that may be a node is as large.",
    instead: "Divide the load among more nodes.",
    citation: nodes.catalogues["node"]?.citation ?? mapping,
  },
  {
    path: "pools.architecture",
    when: somePool((pool) => pool.architecture === "arm64"),
    severity: "blocks",
    class: "redesign",
    why: "Every flavour is amd64.",
    instead: "Build the images for amd64.",
    citation: { source: "facts/mapping.md section 2, trap 16", date: "2026-11-21" },
  },
  {
    path: "pools.spread",
    when: somePool((pool) => pool.spread === "multi-zone"),
    severity: "degrades",
    class: "redesign",
    why: "A pool stands in one zone: spread over several it is one pool in each, with a node at least, in a region that has them.",
    instead: "Deploy to EU-WEST-PAR or EU-SOUTH-MIL, allow as many nodes as zones, and name no zone.",
    citation: mapping,
  },
  {
    path: "pools.zone",
    when: somePool((pool) => pool.zone !== undefined && zonesFor(pool, ZONES.length) === 1),
    severity: "cosmetic",
    class: "accept",
    why: "Most regions have one zone.",
    instead: "Deploy to EU-WEST-PAR or EU-SOUTH-MIL.",
    citation: { source: "facts/mapping.md section 7, OVHcloud", date: "2026-11-21" },
  },
  {
    path: "pools.diskGiB",
    when: somePool((pool) => pool.diskGiB !== undefined),
    severity: "degrades",
    class: "workaround",
    why: "Nodes have the disk that comes with their flavour.",
    instead: "Choose a flavour with a larger disk, or keep what is large on volumes.",
    citation: poolSchema,
  },
  {
    path: "pools.interruptible",
    when: somePool((pool) => pool.interruptible === true),
    severity: "degrades",
    class: "accept",
    why: "No nodes are sold for less because they may be taken away.",
    instead: "Pay the plain price, and scale down when there is nothing to do.",
    citation: poolSchema,
  },
  {
    path: "pools.publicIps",
    when: somePool((pool) => pool.publicIps !== undefined),
    severity: "degrades",
    class: "setting",
    why: "Only nodes of the standard plan take floating addresses; those of the free plan have an address each.",
    instead: "Deploy to a region of the standard plan.",
    citation: { source: `${docs}/using-floating-ips (2026-02)`, date },
  },
  {
    path: "pools.identity",
    when: somePool((pool) => pool.identity !== undefined),
    severity: "degrades",
    class: "workaround",
    why: "Nodes get no passing credentials from the cloud.",
    instead: "Hand out credentials as secrets to what needs them.",
    citation: mapping,
  },
];
