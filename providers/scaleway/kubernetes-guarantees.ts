import type { Guarantee } from "../provider.ts";

const docs = "scaleway/docs-content pages/kubernetes";
const date = "2026-11-25";

export const kubernetesGuarantees: readonly Guarantee[] = [
  ...["kapsule-dedicated-4", "kapsule-dedicated-8", "kapsule-dedicated-16"].map(
    (type): Guarantee => ({
      kind: "kubernetes",
      prop: "highAvailability",
      when: { "scaleway_k8s_cluster.type": type },
      // Two API servers; only the store is said to stand in several zones.
      gives: "same-zone",
      citation: { source: `${docs}/reference-content/kubernetes-control-plane-offers.mdx (2025-02-24)`, date },
    }),
  ),
  {
    kind: "kubernetes",
    prop: "privateEndpoint",
    when: {},
    gives: true,
    citation: { source: "https://www.scaleway.com/en/docs/kubernetes/api-cli/reach-api-server-via-vpc/", date },
  },
  {
    kind: "kubernetes",
    prop: "publicAccess",
    // A cluster starts with a rule that lets every address in.
    when: { "scaleway_k8s_acl.no_ip_allowed": "absent" },
    gives: true,
    citation: {
      source: "scaleway/terraform-provider-scaleway@b2d45ed:docs/resources/k8s_acl.md",
      date: "2026-08-21",
    },
  },
  {
    kind: "kubernetes",
    prop: "addons",
    when: {},
    gives: { blockStorage: true, metrics: true },
    citation: {
      source: `${docs}/reference-content/kubernetes-shared-responsibility-model.mdx (2026-05-07); changelog of 2025-09-30 (CSI, Metrics Server)`,
      date,
    },
  },
];
