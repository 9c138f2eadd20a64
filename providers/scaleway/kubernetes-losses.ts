import type { Props } from "../../constructs/kinds.ts";
import { ZONES } from "../../constructs/zone.ts";
import { areJoined, zonesFor } from "../node-pools.ts";
import type { Loss, Offer } from "../provider.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { nodes } from "./nodes.ts";

const docs = "scaleway/docs-content pages/kubernetes/reference-content";
const date = "2026-11-25";
const mapping = { source: "facts/mapping.md section 6, component 14, Scaleway", date: "2026-11-21" };
/** Arguments of the provider: what none of them sets cannot be asked for. */
const schema = {
  source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_k8s_cluster",
  date: "2026-11-23",
};
const poolSchema = {
  source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_k8s_pool",
  date: "2026-11-23",
};
const shared = { source: `${docs}/kubernetes-shared-responsibility-model.mdx (2026-05-07)`, date };

type Cluster = Props<"kubernetes">;
type Pool = Cluster["pools"][number];
const asked = (test: (props: Cluster) => boolean) => (props: Record<string, unknown>) => test(props as Cluster);
const somePool = (test: (pool: Pool) => boolean) => asked(({ pools }) => pools.some(test));

const sold = (offers: readonly Offer[]) => offers.filter((o) => !o.legacy).map((o) => o.value);
const minors = sold(kubernetesCatalogues.kubernetesVersion.offers);
const patches = sold(kubernetesCatalogues.kubernetesPatch.offers);

export const losses: readonly Loss[] = [
  {
    path: "version",
    when: asked(
      ({ version, autoPatch }) => version !== undefined && !(autoPatch === false ? patches : minors).includes(version),
    ),
    severity: "degrades",
    class: "workaround",
    why: "Kapsule makes no clusters of this minor version any more, or no patch version of it is known that could be fixed.",
    instead: "Take the nearest version that is offered, or let patches come by themselves.",
    citation: kubernetesCatalogues.kubernetesVersion.citation,
  },
  {
    path: "maintenanceWindow",
    when: asked((p) => p.autoPatch === false || !p.maintenanceWindow?.endsWith(":00")),
    severity: "cosmetic",
    class: "setting",
    why: "A window starts on the hour, and there is one only where patches come by themselves.",
    instead: "Start it on the hour, with `autoPatch`.",
    citation: {
      source: "scaleway/terraform-provider-scaleway@b2d45ed:docs/resources/k8s_cluster.md",
      date: "2026-08-21",
    },
  },
  {
    path: "highAvailability",
    when: asked(({ highAvailability }) => highAvailability === "multi-zone"),
    severity: "degrades",
    class: "accept",
    why: "A dedicated control plane has two API servers, of which no page says that they stand in different zones; its store does.",
    instead: "Take the dedicated control plane, whose SLA is 99.5 %, and spread the nodes over zones.",
    citation: kubernetesCatalogues.controlPlane.citation,
  },
  {
    path: "cni",
    when: asked(({ cni }) => cni !== "cilium" && cni !== "calico"),
    severity: "degrades",
    class: "workaround",
    why: "Kapsule has Cilium and Calico.",
    instead: "Take one of them, and test network policies and what relied on addresses of pods.",
    citation: kubernetesCatalogues.cni.citation,
  },
  {
    path: "subnets",
    when: asked(({ subnets = [] }) => subnets.length > 1),
    severity: "cosmetic",
    class: "setting",
    why: "All nodes of a cluster stand in one private network, which reaches every zone of the region.",
    instead: "Spread pools over zones instead of subnets.",
    citation: schema,
  },
  {
    path: "controlPlaneSubnets",
    severity: "cosmetic",
    class: "setting",
    why: "The control plane is reached from the nodes' private network and has no subnets of its own.",
    instead: "Leave it out.",
    citation: schema,
  },
  {
    path: "firewalls",
    severity: "degrades",
    class: "workaround",
    why: "The control plane takes no groups of rules.",
    instead: "List the addresses that may reach the API in `allowedCidrs`; a pool takes one security group by hand.",
    citation: schema,
  },
  {
    path: "allowedCidrs",
    when: asked(({ publicAccess }) => publicAccess === false),
    severity: "cosmetic",
    class: "setting",
    why: "Either nobody is let in from outside or those that are listed.",
    instead: "Leave out one of the two.",
    citation: { source: "scaleway/terraform-provider-scaleway@b2d45ed:docs/resources/k8s_acl.md", date: "2026-08-21" },
  },
  {
    path: "encryption",
    when: asked(({ encryption }) => encryption !== "none"),
    severity: "degrades",
    class: "redesign",
    why: "Nothing is promised of the store's encryption, and no key can be named for it.",
    instead: "Keep secrets in Secret Manager, and let an operator bring them to the pods.",
    citation: shared,
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
    why: "Who may do what in clusters is said for the whole project, by permission sets of IAM.",
    instead: "Give people KubernetesFullAccess, or logins through OpenID Connect with roles inside the cluster.",
    citation: shared,
  },
  {
    path: "workloadIdentities",
    severity: "degrades",
    class: "redesign",
    why: "Pods have no identity at the cloud.",
    instead: "Give each workload an API key of its own, kept as a secret and renewed on a schedule.",
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
  ...(["fileStorage", "objectStorage", "snapshots"] as const).map(
    (addon): Loss => ({
      path: `addons.${addon}`,
      when: asked(({ addons }) => addons?.[addon] === true),
      severity: "degrades",
      class: "workaround",
      why: "The cloud keeps drivers of block volumes only.",
      instead: "Install a driver or controller of one's own by Helm.",
      citation: shared,
    }),
  ),
  {
    path: "controlPlaneLogs",
    severity: "degrades",
    class: "workaround",
    why: "Logs of the control plane are shown in Cockpit, those of audits with a dedicated one only; none is asked for in code.",
    instead: "Read them in Cockpit, and keep the audit log of a dedicated control plane.",
    citation: kubernetesCatalogues.controlPlane.citation,
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
    why: "No Instance that may be a node is as large.",
    instead: "Divide the load among more nodes.",
    citation: nodes.catalogues["node"]?.citation ?? mapping,
  },
  {
    path: "pools.architecture",
    when: somePool((pool) => pool.architecture === "arm64" && pool.size.gpus !== undefined),
    severity: "degrades",
    class: "workaround",
    why: "Instances with graphics processors are amd64.",
    instead: "Build the images for amd64.",
    citation: { source: "facts/mapping.md section 8", date: "2026-11-21" },
  },
  {
    path: "pools.spread",
    when: somePool((pool) => pool.spread === "multi-zone" && zonesFor(pool, ZONES.length) === 1),
    severity: "degrades",
    class: "setting",
    why: "A pool stands in one zone: spread over several, it is one pool in each, with a node at least.",
    instead: "Allow as many nodes as zones, and name no zone.",
    citation: mapping,
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
    path: "pools.identity",
    severity: "degrades",
    class: "workaround",
    when: somePool((pool) => pool.identity !== undefined),
    why: "Nodes get no passing credentials from the cloud.",
    instead: "Hand out API keys as secrets to what needs them.",
    citation: mapping,
  },
];
