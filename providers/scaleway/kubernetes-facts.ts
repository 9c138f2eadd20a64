import type { ExitFacts, Rewrite } from "../provider.ts";

const docs = "https://www.scaleway.com/en/docs/kubernetes";
const date = "2026-11-25";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";
const mapping = { source: "facts/mapping.md section 6, component 14, Scaleway", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 14, Moving the data", date: "2026-11-21" };

export const rewrites: readonly Rewrite[] = [
  {
    from: "scaleway_k8s_cluster.auto_upgrade.enable",
    to: null,
    values: [[false, false]],
    why: "patches do not come by themselves unless it is asked for",
  },
  {
    from: "scaleway_k8s_pool.zone",
    to: "scaleway_k8s_pool.zone",
    why: "the region is the deployment's, the place of the zone in it is kept",
  },
  {
    from: "scaleway_k8s_cluster.auto_upgrade.maintenance_window_start_hour",
    to: "scaleway_k8s_cluster.auto_upgrade.maintenance_window_start_hour",
    why: "any day at any hour is one hour of any day",
  },
  {
    from: "scaleway_k8s_pool.container_runtime",
    to: null,
    values: [["containerd", "containerd"]],
    why: "the only one there is",
  },
  {
    from: "scaleway_k8s_pool.node_type",
    to: "scaleway_k8s_pool.node_type",
    why: "names of Instances are written in upper case",
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY", "KUBECONFIG"],
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
      note: "Velero restores from the bucket; storage classes become sbs-5k or scw-bssd.",
      citation: moving,
    },
  ],
  hazards: [
    {
      text: "With delete_additional_resources the cluster takes volumes, load balancers and its private network, if that is empty, away with it.",
      when: [{ "scaleway_k8s_cluster.delete_additional_resources": true }],
      citation: { source: `${provider}:docs/resources/k8s_cluster.md`, date: "2026-08-21" },
    },
    {
      text: "Another plug-in of the network, range of pods or private network makes the cluster anew.",
      citation: { source: `${provider}:docs/resources/k8s_cluster.md`, date: "2026-08-21" },
    },
    {
      text: "Pods have no identity at the cloud: what they need are keys, kept as secrets.",
      citation: mapping,
    },
    {
      text: "The store of a shared control plane holds 55 MB, of a dedicated one 200 MB.",
      citation: { source: `${docs}/reference-content/kubernetes-control-plane-offers/`, date },
    },
    {
      text: "A kubeconfig holds a token: it is fetched with `scw k8s kubeconfig install` and stands in no output.",
      citation: { source: `${docs}/how-to/connect-cluster-kubectl/`, date },
    },
  ],
};
