import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});

const eks = "aws_eks_cluster";
const group = "aws_eks_node_group";
const addon = "aws_eks_addon";
const kapsule = "scaleway_k8s_cluster";
const scalewayPool = "scaleway_k8s_pool";
const acl = "scaleway_k8s_acl";
const kube = "ovh_cloud_project_kube";
const ovhPool = "ovh_cloud_project_kube_nodepool";
const ips = "ovh_cloud_project_kube_iprestrictions";

/** One pool on each cloud. */
const one = {
  aws: [eks, group],
  scaleway: [kapsule, scalewayPool],
  ovh: [kube, ovhPool],
};

export const kubernetesCases: readonly Case<"kubernetes">[] = [
  {
    title: "a cluster nobody asks anything of",
    props: {},
    expects: { aws: made([eks]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
  {
    title: "three nodes in a subnet of a network",
    props: {
      subnets: [{ component: "net", output: "subnet", item: "tier-1" }],
      pools: [{ name: "main", min: 3 }],
    },
    expects: { aws: made(one.aws), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "nodes in two subnets, the control plane in others behind firewalls",
    props: {
      subnets: [outside("subnet-a"), outside("subnet-b")],
      controlPlaneSubnets: [outside("subnet-c"), outside("subnet-d")],
      firewalls: [outside("sg-1")],
      pools: [{ name: "main", min: 2 }],
    },
    expects: {
      aws: made(one.aws),
      scaleway: made(one.scaleway, ["controlPlaneSubnets", "firewalls", "subnets"]),
      ovh: made(one.ovh, ["controlPlaneSubnets", "firewalls", "subnets"]),
    },
  },
  {
    title: "the control plane in the same subnets as the nodes",
    props: {
      subnets: [outside("subnet-a"), outside("subnet-b")],
      controlPlaneSubnets: [outside("subnet-b"), outside("subnet-a")],
      pools: [{ name: "main" }],
    },
    expects: {
      aws: made(one.aws, ["controlPlaneSubnets"]),
      scaleway: made(one.scaleway, ["controlPlaneSubnets", "subnets"]),
      ovh: made(one.ovh, ["controlPlaneSubnets", "subnets"]),
    },
  },
  {
    title: "a minor version whose patches come by themselves on Sundays",
    props: { version: "1.35", autoPatch: true, maintenanceWindow: "sun:03:00" },
    expects: {
      aws: made([eks], ["maintenanceWindow"]),
      scaleway: made([kapsule]),
      ovh: made([kube], ["maintenanceWindow"]),
    },
  },
  {
    title: "a minor version whose patches are installed by hand",
    props: { version: "1.35", autoPatch: false },
    expects: { aws: made([eks], ["autoPatch"]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
  {
    title: "a minor version no patch of which is known, patched by hand",
    props: { version: "1.36", autoPatch: false },
    expects: {
      aws: made([eks], ["autoPatch"]),
      scaleway: made([kapsule], ["version"]),
      ovh: made([kube], ["version"]),
    },
  },
  {
    title: "the newest minor version",
    props: { version: "1.36" },
    expects: { aws: made([eks]), scaleway: made([kapsule]), ovh: made([kube], ["version"]) },
  },
  {
    title: "a minor version that only some still sell",
    props: { version: "1.33" },
    expects: { aws: made([eks]), scaleway: made([kapsule], ["version"]), ovh: made([kube]) },
  },
  {
    title: "a minor version nobody supports any more",
    props: { version: "1.27" },
    expects: {
      aws: made([eks], ["version"]),
      scaleway: made([kapsule], ["version"]),
      ovh: made([kube], ["version"]),
    },
  },
  {
    title: "maintenance at half past four, patches by hand",
    props: { autoPatch: false, maintenanceWindow: "wed:04:30" },
    expects: {
      aws: made([eks], ["autoPatch", "maintenanceWindow"]),
      scaleway: made([kapsule], ["maintenanceWindow"]),
      ovh: made([kube], ["maintenanceWindow"]),
    },
  },
  {
    title: "a control plane in several zones",
    props: { highAvailability: "multi-zone" },
    expects: { aws: made([eks]), scaleway: made([kapsule], ["highAvailability"]), ovh: made([kube]) },
  },
  {
    title: "a control plane in several zones, in a region that may have one zone only",
    props: { highAvailability: "multi-zone" },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule], ["highAvailability"]),
      ovh: made([kube], ["highAvailability"], "GRA11"),
    },
  },
  {
    title: "a control plane with a copy in the same place",
    props: { highAvailability: "same-zone" },
    expects: { aws: made([eks]), scaleway: made([kapsule]), ovh: made([kube], [], "RBX-A") },
  },
  {
    title: "a control plane without a copy",
    props: { highAvailability: "none" },
    expects: { aws: made([eks]), scaleway: made([kapsule]), ovh: made([kube], [], "GRA11") },
  },
  {
    title: "pods at addresses of the network",
    props: { cni: "native" },
    expects: { aws: made([eks, addon]), scaleway: made([kapsule], ["cni"]), ovh: made([kube], ["cni"]) },
  },
  {
    title: "Cilium",
    props: { cni: "cilium" },
    expects: { aws: made([eks, addon], ["cni"]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
  {
    title: "Calico",
    props: { cni: "calico" },
    expects: { aws: made([eks, addon], ["cni"]), scaleway: made([kapsule]), ovh: made([kube], ["cni"]) },
  },
  {
    title: "Canal, in a region of the free plan",
    props: { cni: "canal" },
    expects: {
      aws: made([eks, addon], ["cni"]),
      scaleway: made([kapsule], ["cni"]),
      ovh: made([kube], [], "GRA11"),
    },
  },
  {
    title: "a network plug-in of one's own",
    props: { cni: "none" },
    expects: { aws: made([eks, addon, addon]), scaleway: made([kapsule], ["cni"]), ovh: made([kube], ["cni"]) },
  },
  {
    title: "ranges of addresses for pods and services",
    props: { podCidr: "100.64.0.0/15", serviceCidr: "10.32.0.0/20" },
    expects: { aws: made([eks], ["podCidr"]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
  {
    title: "an API that answers inside the network and some addresses outside",
    props: { privateEndpoint: true, publicAccess: true, allowedCidrs: ["192.0.2.0/24", "198.51.100.7/32"] },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule, acl]),
      ovh: made([kube, ips], ["privateEndpoint"]),
    },
  },
  {
    title: "an API that answers some addresses outside",
    props: { allowedCidrs: ["198.51.100.0/24"] },
    expects: { aws: made([eks]), scaleway: made([kapsule, acl]), ovh: made([kube, ips]) },
  },
  {
    title: "an API that answers inside the network only",
    props: { publicAccess: false },
    expects: { aws: made([eks]), scaleway: made([kapsule, acl]), ovh: made([kube, ips]) },
  },
  {
    title: "an API that answers inside the network only, where nodes have addresses that nobody knows",
    props: { publicAccess: false },
    expects: { aws: made([eks]), scaleway: made([kapsule, acl]), ovh: made([kube], ["publicAccess"], "GRA11") },
  },
  {
    title: "an API that is closed and yet open to some addresses",
    props: { publicAccess: false, allowedCidrs: ["192.0.2.0/24"] },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule, acl], ["allowedCidrs"]),
      ovh: made([kube, ips], ["allowedCidrs"]),
    },
  },
  {
    title: "an API that is closed and yet open to some addresses, where nodes have addresses that nobody knows",
    props: { publicAccess: false, allowedCidrs: ["192.0.2.0/24"] },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule, acl], ["allowedCidrs"]),
      ovh: made([kube, ips], ["publicAccess"], "GRA11"),
    },
  },
  {
    title: "secrets encrypted with keys of the provider",
    props: { encryption: "provider-key" },
    expects: { aws: made([eks]), scaleway: made([kapsule], ["encryption"]), ovh: made([kube]) },
  },
  {
    title: "secrets encrypted with a key the customer controls",
    props: { encryption: "customer-key", encryptionKey: outside("kms-key") },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule], ["encryption", "encryptionKey"]),
      ovh: made([kube], ["encryption", "encryptionKey"]),
    },
  },
  {
    title: "a customer key is asked for and none is named",
    props: { encryption: "customer-key" },
    expects: {
      aws: made([eks], ["encryption"]),
      scaleway: made([kapsule], ["encryption"]),
      ovh: made([kube], ["encryption"]),
    },
  },
  {
    title: "roles for the control plane, the nodes, the administrators and the pods",
    props: {
      identity: outside("cluster-role"),
      administrators: [outside("ops"), outside("ci")],
      workloadIdentities: [{ namespace: "shop", serviceAccount: "orders", identity: outside("orders-role") }],
      pools: [{ name: "main", identity: outside("node-role") }],
    },
    expects: {
      aws: made([
        ...one.aws,
        addon,
        "aws_eks_access_entry",
        "aws_eks_access_entry",
        "aws_eks_access_policy_association",
        "aws_eks_access_policy_association",
        "aws_eks_pod_identity_association",
      ]),
      scaleway: made(one.scaleway, ["administrators", "identity", "pools.identity", "workloadIdentities"]),
      ovh: made(one.ovh, ["administrators", "identity", "pools.identity", "workloadIdentities"]),
    },
  },
  {
    title: "logins through OpenID Connect, groups in two claims",
    props: {
      oidc: {
        issuerUrl: "https://login.example.org",
        clientId: "kubernetes",
        usernameClaim: "email",
        usernamePrefix: "oidc:",
        groupsClaims: ["groups", "roles"],
        groupsPrefix: "oidc:",
        requiredClaims: { tenant: "shop" },
      },
    },
    expects: {
      aws: made([eks, "aws_eks_identity_provider_config"], ["oidc.groupsClaims"]),
      scaleway: made([kapsule]),
      ovh: made([kube, "ovh_cloud_project_kube_oidc"]),
    },
  },
  {
    title: "drivers of block volumes and what pods use",
    props: { addons: { blockStorage: true, metrics: true } },
    expects: { aws: made([eks, addon, addon]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
  {
    title: "add-ons that have no counterpart",
    props: { addons: { fileStorage: true, objectStorage: true, snapshots: true } },
    expects: {
      aws: made([eks, addon, addon, addon]),
      scaleway: made([kapsule], ["addons.fileStorage", "addons.objectStorage", "addons.snapshots"]),
      ovh: made([kube], ["addons.fileStorage", "addons.objectStorage"]),
    },
  },
  {
    title: "logs of the control plane are kept",
    props: { controlPlaneLogs: ["api", "audit"] },
    expects: {
      aws: made([eks]),
      scaleway: made([kapsule], ["controlPlaneLogs"]),
      ovh: made([kube], ["controlPlaneLogs"]),
    },
  },
  {
    title: "pods that run without nodes",
    props: {
      serverlessPods: [{ name: "batch", selectors: [{ namespace: "batch", labels: { tier: "low" } }] }],
    },
    expects: {
      aws: made([eks, "aws_eks_fargate_profile"]),
      scaleway: made([kapsule], ["serverlessPods"]),
      ovh: made([kube], ["serverlessPods"]),
    },
  },
  {
    title: "a pool that grows from two to ten by itself, nodes replaced when they fail",
    props: {
      autoRepair: true,
      pools: [{ name: "web", size: { vcpu: 4, memoryGiB: 16 }, min: 2, max: 10, desired: 3, autoscaling: true }],
    },
    expects: {
      aws: made(one.aws, ["pools.autoscaling"]),
      scaleway: made(one.scaleway),
      ovh: made(one.ovh),
    },
  },
  {
    title: "bounds that somebody else moves between",
    props: { pools: [{ name: "web", min: 1, max: 5, autoscaling: false }] },
    expects: { aws: made(one.aws), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "a pool that may be empty",
    props: { pools: [{ name: "jobs", min: 0, max: 4 }] },
    expects: { aws: made(one.aws), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "nodes with the label of a role",
    props: {
      pools: [{ name: "web", labels: { "node-role.kubernetes.io/web": "", "example.org/tier": "web" } }],
    },
    expects: { aws: made(one.aws, ["pools.labels"]), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "nodes with labels and taints",
    props: {
      pools: [
        {
          name: "special",
          labels: { "example.org/tier": "special" },
          taints: [
            { key: "dedicated", value: "special", effect: "NoSchedule" },
            { key: "slow", effect: "PreferNoSchedule" },
          ],
        },
      ],
    },
    expects: { aws: made(one.aws), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "a pool in three zones",
    props: { pools: [{ name: "web", spread: "multi-zone", min: 3, max: 7, desired: 4 }] },
    expects: {
      aws: made(one.aws),
      scaleway: made([kapsule, scalewayPool, scalewayPool, scalewayPool]),
      ovh: made([kube, ovhPool, ovhPool, ovhPool]),
    },
  },
  {
    title: "a pool in three zones that has room to grow in two of them",
    props: { pools: [{ name: "web", spread: "multi-zone", min: 1, max: 3 }] },
    expects: {
      aws: made(one.aws),
      scaleway: made([kapsule, scalewayPool, scalewayPool, scalewayPool]),
      ovh: made([kube, ovhPool, ovhPool, ovhPool]),
    },
  },
  {
    title: "a pool in three zones, in a region that may have one zone only",
    props: { pools: [{ name: "web", spread: "multi-zone", min: 3 }] },
    expects: {
      aws: made(one.aws),
      scaleway: made([kapsule, scalewayPool, scalewayPool, scalewayPool]),
      ovh: made(one.ovh, ["pools.spread"], "GRA11"),
    },
  },
  {
    title: "a single node that is to stand in several zones",
    props: { pools: [{ name: "web", spread: "multi-zone" }] },
    expects: {
      aws: made(one.aws),
      scaleway: made(one.scaleway, ["pools.spread"]),
      ovh: made(one.ovh, ["pools.spread"]),
    },
  },
  {
    title: "pools of one sort, one in each of two zones, named by them",
    props: {
      pools: [
        { name: "web-a", zone: "a", min: 2 },
        { name: "web-b", zone: "b", min: 2 },
      ],
    },
    expects: {
      aws: made([eks, group, group], ["pools.zone"]),
      scaleway: made([kapsule, scalewayPool, scalewayPool], ["pools"]),
      ovh: made([kube, ovhPool, ovhPool], ["pools"]),
    },
  },
  {
    title: "a pool in the second zone",
    props: { pools: [{ name: "web", zone: "b" }] },
    expects: { aws: made(one.aws, ["pools.zone"]), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "a pool in the second zone, in a region that may have one zone only",
    props: { pools: [{ name: "web", zone: "b" }] },
    expects: {
      aws: made(one.aws, ["pools.zone"]),
      scaleway: made(one.scaleway),
      ovh: made(one.ovh, ["pools.zone"], "GRA11"),
    },
  },
  {
    title: "nodes larger than any machine",
    props: { pools: [{ name: "huge", size: { vcpu: 512, memoryGiB: 8192 } }] },
    expects: {
      aws: made(one.aws, ["pools.size.memoryGiB", "pools.size.vcpu"]),
      scaleway: made(one.scaleway, ["pools.size.memoryGiB", "pools.size.vcpu"]),
      ovh: made(one.ovh, ["pools.size.memoryGiB", "pools.size.vcpu"]),
    },
  },
  {
    title: "nodes of arm64 with processors of their own",
    props: { pools: [{ name: "arm", size: { vcpu: 4, memoryGiB: 16 }, architecture: "arm64", cpu: "dedicated" }] },
    expects: {
      aws: made(one.aws),
      scaleway: made(one.scaleway),
      ovh: made(one.ovh, ["pools.architecture"]),
    },
  },
  {
    title: "nodes with graphics processors",
    props: { pools: [{ name: "gpu", size: { vcpu: 4, memoryGiB: 16, gpus: 1 } }] },
    expects: { aws: made(one.aws), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "nodes of arm64 with graphics processors",
    props: { pools: [{ name: "gpu", size: { vcpu: 4, memoryGiB: 16, gpus: 1 }, architecture: "arm64" }] },
    expects: {
      aws: made(one.aws, ["pools.architecture"]),
      scaleway: made(one.scaleway, ["pools.architecture"]),
      ovh: made(one.ovh, ["pools.architecture"]),
    },
  },
  {
    title: "a disk of a hundred gibibytes on nodes that may be taken away",
    props: { pools: [{ name: "spot", diskGiB: 100, interruptible: true }] },
    expects: {
      aws: made(one.aws),
      scaleway: made(one.scaleway, ["pools.interruptible"]),
      ovh: made(one.ovh, ["pools.diskGiB", "pools.interruptible"]),
    },
  },
  {
    title: "nodes without addresses of their own",
    props: { pools: [{ name: "inner", publicIps: false }] },
    expects: { aws: made(one.aws, ["pools.publicIps"]), scaleway: made(one.scaleway), ovh: made(one.ovh) },
  },
  {
    title: "nodes with addresses of their own, in a region of the free plan",
    props: { pools: [{ name: "outer", publicIps: true }] },
    expects: {
      aws: made(one.aws, ["pools.publicIps"]),
      scaleway: made(one.scaleway),
      ovh: made(one.ovh, ["pools.publicIps"], "GRA11"),
    },
  },
  {
    title: "volumes that go with the cluster, and no brake on its deletion",
    props: {
      deletesVolumes: true,
      deletionProtection: false,
      labels: { team: "platform" },
      pools: [{ name: "main" }],
    },
    expects: {
      aws: made(one.aws, ["deletesVolumes"]),
      scaleway: made(one.scaleway, ["deletionProtection"]),
      ovh: made(one.ovh, ["deletesVolumes", "deletionProtection", "labels"]),
    },
  },
  {
    title: "volumes that stay, and a brake on deletion",
    props: { deletesVolumes: false, deletionProtection: true },
    expects: { aws: made([eks]), scaleway: made([kapsule]), ovh: made([kube]) },
  },
];
