import type { Props } from "../../constructs/kinds.ts";
import type { Loss } from "../provider.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { isReserved } from "./kubernetes-pools.ts";
import { nodes } from "./nodes.ts";

const guide = "https://docs.aws.amazon.com/eks/latest/userguide";
const date = "2026-11-25";
const mapping = { source: "facts/mapping.md section 6, component 14, AWS", date: "2026-11-21" };
const schema = { source: "providers/aws/schema/aws.json.gz (6.66), aws_eks_node_group", date: "2026-11-23" };

type Cluster = Props<"kubernetes">;
type Pool = Cluster["pools"][number];
const asked = (test: (props: Cluster) => boolean) => (props: Record<string, unknown>) => test(props as Cluster);
const somePool = (test: (pool: Pool) => boolean) => asked(({ pools }) => pools.some(test));

const versions = kubernetesCatalogues.kubernetesVersion.offers.filter((o) => !("legacy" in o)).map((o) => o.value);

export const losses: readonly Loss[] = [
  {
    path: "version",
    when: asked(({ version }) => version !== undefined && !versions.includes(version)),
    severity: "degrades",
    class: "workaround",
    why: "EKS makes no clusters of this minor version any more, or not yet.",
    instead: "Take the nearest version that is offered, and look for APIs that were removed in between.",
    citation: kubernetesCatalogues.kubernetesVersion.citation,
  },
  {
    path: "autoPatch",
    when: asked(({ autoPatch }) => autoPatch === false),
    severity: "cosmetic",
    class: "accept",
    why: "AWS installs patch versions of the control plane by itself.",
    instead: "Test against the newest patch version; nodes are updated when their group is.",
    citation: { source: `${guide}/platform-versions.html`, date },
  },
  {
    path: "maintenanceWindow",
    severity: "cosmetic",
    class: "accept",
    why: "The control plane is patched at a time of AWS's choosing, without an outage of the API.",
    instead: "Choose the time of updates of nodes, which are asked for one by one.",
    citation: { source: `${guide}/platform-versions.html`, date },
  },
  {
    path: "cni",
    when: asked(({ cni }) => cni === "cilium" || cni === "calico" || cni === "canal"),
    severity: "degrades",
    class: "workaround",
    why: "EKS installs and keeps its own plug-in only, and groups of nodes fail where there is none: the cluster is made with that one.",
    instead:
      "Keep it, for it enforces network policies as well; or once the cluster runs install the other by Helm, delete the DaemonSet `aws-node`, and renew every node.",
    citation: kubernetesCatalogues.cni.citation,
  },
  {
    path: "pools.labels",
    when: somePool(({ labels = {} }) => Object.keys(labels).some(isReserved)),
    severity: "degrades",
    class: "setting",
    why: "EKS keeps labels of kubernetes.io, k8s.io and eks.amazonaws.com for itself, and refuses a group of nodes that has one.",
    instead: "Give nodes a label of your own, and choose them by that.",
    citation: {
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html",
      date: "2026-11-28",
    },
  },
  {
    path: "podCidr",
    severity: "degrades",
    class: "setting",
    why: "Pods get addresses of the subnets that nodes stand in.",
    instead: "Make the subnets large enough, or give pods subnets of their own (custom networking).",
    citation: { source: `${guide}/cni-custom-network.html`, date },
  },
  {
    path: "controlPlaneSubnets",
    when: asked(
      ({ controlPlaneSubnets = [], subnets = [] }) =>
        JSON.stringify([...controlPlaneSubnets].map((s) => JSON.stringify(s)).sort()) ===
        JSON.stringify([...subnets].map((s) => JSON.stringify(s)).sort()),
    ),
    severity: "cosmetic",
    class: "setting",
    why: "It says the same as `subnets`.",
    instead: "Leave it out.",
    citation: mapping,
  },
  {
    path: "encryption",
    when: asked((p) => p.encryption === "customer-key" && p.encryptionKey === undefined),
    severity: "degrades",
    class: "setting",
    why: "Without a key of one's own, secrets are encrypted with a key that AWS owns.",
    instead: "Name a customer managed key in `encryptionKey`.",
    citation: { source: `${guide}/envelope-encryption.html`, date },
  },
  {
    path: "oidc.groupsClaims",
    when: asked(({ oidc }) => (oidc?.groupsClaims?.length ?? 0) > 1),
    severity: "degrades",
    class: "workaround",
    why: "EKS reads groups from one claim.",
    instead: "Let the identity provider put all groups into one claim.",
    citation: { source: `${guide}/authenticate-oidc-identity-provider.html`, date },
  },
  {
    path: "deletesVolumes",
    when: asked(({ deletesVolumes }) => deletesVolumes === true),
    severity: "cosmetic",
    class: "accept",
    why: "Volumes and load balancers that pods made outlive the cluster.",
    instead: "Delete services and claims before the cluster.",
    citation: { source: `${guide}/delete-cluster.html`, date },
  },
  {
    path: "pools.size",
    when: somePool((pool) => !nodes.chosen(pool).exact),
    severity: "blocks",
    class: "redesign",
    why: "No machine that is offered here is as large.",
    instead: "Divide the load among more nodes, or name a machine type by hand.",
    citation: { source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/", date },
  },
  {
    path: "pools.architecture",
    when: somePool((pool) => pool.architecture === "arm64" && pool.size.gpus !== undefined),
    severity: "degrades",
    class: "workaround",
    why: "Machines with graphics processors are chosen among those for amd64.",
    instead: "Build the images for amd64, or take G5g machines by hand.",
    citation: { source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html", date },
  },
  {
    path: "pools.autoscaling",
    when: somePool((pool) => pool.autoscaling === true),
    severity: "degrades",
    class: "workaround",
    why: "A node group has bounds, and nothing that moves between them.",
    instead: "Install cluster-autoscaler or Karpenter, with a role for it.",
    citation: mapping,
  },
  {
    path: "pools.zone",
    when: somePool((pool) => pool.zone !== undefined),
    severity: "degrades",
    class: "setting",
    why: "A node group stands in the zones of its subnets.",
    instead: "Make a node group of the subnet in that zone alone.",
    citation: schema,
  },
  {
    path: "pools.publicIps",
    when: somePool((pool) => pool.publicIps !== undefined),
    severity: "cosmetic",
    class: "setting",
    why: "Whether machines get public addresses is said by their subnets.",
    instead: "Set `assignPublicIps` on the subnets of the network.",
    citation: { source: `${guide}/network-reqs.html`, date },
  },
];
