import type { ExitFacts, Rewrite } from "../provider.ts";

const date = "2026-11-25";
const docs = "ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes";
const provider = "ovh/terraform-provider-ovh@a1ae5bc";
const mapping = { source: "facts/mapping.md section 6, component 14, OVHcloud", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 14, Moving the data", date: "2026-11-21" };

export const rewrites: readonly Rewrite[] = [
  {
    from: "ovh_cloud_project_kube_iprestrictions.ips",
    to: "ovh_cloud_project_kube_iprestrictions.ips",
    why: "nodes call the API from the address of their gateway: it is added wherever addresses are listed",
  },
  {
    from: "ovh_cloud_project_kube_nodepool.availability_zones",
    to: "ovh_cloud_project_kube_nodepool.availability_zones",
    why: "the region is the deployment's, the letter of the zone is kept",
  },
  {
    from: "ovh_cloud_project_kube.private_network_id",
    to: null,
    why: "the subnet of the nodes is named or asked for, and its network with it",
  },
  {
    from: "ovh_cloud_project_kube.kube_proxy_mode",
    to: null,
    values: [["iptables", "iptables"]],
    why: "what a cluster has by itself",
  },
  {
    from: "ovh_cloud_project_kube.plan",
    to: "ovh_cloud_project_kube.plan",
    why: "the plan that the region has",
  },
  {
    from: "ovh_cloud_project_kube_nodepool.template.spec.unschedulable",
    to: null,
    values: [[false, false]],
    why: "a template is written only where something is asked of nodes",
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["OVH_APPLICATION_KEY", "OVH_APPLICATION_SECRET", "OVH_CONSUMER_KEY", "KUBECONFIG"],
  export: [
    {
      method: "pv-backup",
      note: "Deploy from Git at the target; what persistent volumes hold goes by Velero's file-system backup into a bucket.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "pv-backup",
      note: "Velero restores from the bucket; storage classes become csi-cinder-high-speed.",
      citation: moving,
    },
  ],
  hazards: [
    {
      text: "Another private network, mode of kube-proxy or region makes the cluster anew, with everything in its store.",
      citation: { source: `${provider}:docs/resources/cloud_project_kube.md`, date: "2026-08-21" },
    },
    {
      text: "A cluster keeps its plan: from free to standard one moves into a new cluster.",
      citation: mapping,
    },
    {
      text: "Once addresses are restricted, nodes behind a gateway reach the API only if the gateway's address is listed too.",
      when: [{ "kubernetes.allowedCidrs": "present" }],
      citation: { source: `${docs}/premium (2025-09-10), API Server IP restrictions`, date },
    },
    {
      text: "The ranges 10.2.0.0/16 or 10.240.0.0/13 (pods) and 10.3.0.0/16 (services) must be free in the private network.",
      when: [{ "kubernetes.subnets": "present" }],
      citation: { source: `${docs}, Understanding the architecture (2026-06-15)`, date },
    },
    {
      text: "The kubeconfig of the provider is a secret attribute: it is read with `ovhcloud cloud kube kubeconfig` or in the console and stands in no output.",
      citation: { source: `${provider}:docs/resources/cloud_project_kube.md`, date: "2026-08-21" },
    },
  ],
};
