import type { Guarantee } from "../provider.ts";
import { THREE_ZONES } from "./regions.ts";

const date = "2026-11-25";
const docs = "ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes";
const architecture = { source: `${docs}, Understanding the architecture (2026-06-15)`, date };

/** What the plans of a cluster promise. Without one it is free. */
export const kubernetesGuarantees: readonly Guarantee[] = [
  ...THREE_ZONES.map(
    (region): Guarantee => ({
      kind: "kubernetes",
      prop: "highAvailability",
      when: { "ovh_cloud_project_kube.plan": "standard", "ovh_cloud_project_kube.region": region },
      gives: "multi-zone",
      citation: architecture,
    }),
  ),
  {
    kind: "kubernetes",
    prop: "highAvailability",
    when: { "ovh_cloud_project_kube.plan": "standard" },
    // One zone; a control plane and a store of one's own with an SLA of 99.9 %.
    gives: "same-zone",
    citation: { source: `${docs}/datacenters-nodes-storage-flavors (2026-02-03)`, date },
  },
  {
    kind: "kubernetes",
    prop: "cni",
    when: { "ovh_cloud_project_kube.plan": "standard" },
    gives: "cilium",
    citation: architecture,
  },
  {
    kind: "kubernetes",
    prop: "cni",
    when: { "ovh_cloud_project_kube.plan": "free" },
    gives: "canal",
    citation: architecture,
  },
  {
    kind: "kubernetes",
    prop: "cni",
    when: { "ovh_cloud_project_kube.plan": "absent" },
    gives: "canal",
    citation: architecture,
  },
  {
    kind: "kubernetes",
    prop: "encryption",
    // The store at rest.
    when: {},
    gives: "provider-key",
    citation: architecture,
  },
  {
    kind: "kubernetes",
    prop: "publicAccess",
    when: {},
    gives: true,
    citation: { source: `${docs}/premium (2025-09-10), API Server IP restrictions`, date },
  },
  {
    kind: "kubernetes",
    prop: "autoRepair",
    // A node that is not ready for ten minutes is made anew.
    when: {},
    gives: true,
    citation: architecture,
  },
  {
    kind: "kubernetes",
    prop: "addons",
    when: {},
    gives: { blockStorage: true, snapshots: true, metrics: true },
    citation: {
      source: `${docs}/software-versions-reserved-resources (2025-10-02): Cinder CSI, snapshot controller, metrics-server`,
      date,
    },
  },
];
