import type { Catalogue } from "../provider.ts";
import { nodes } from "./nodes.ts";

const older = Array.from({ length: 20 }, (_, i) => `1.${i + 13}`).map((version) => ({
  native: version,
  value: version,
  legacy: true,
}));

export const kubernetesCatalogues = {
  ...nodes.catalogues,
  /** 1.36 was announced for September 2026; no page was seen that says it is there. */
  kubernetesVersion: {
    match: "exact-or-next",
    preferred: "1.35",
    offers: [...["1.33", "1.34", "1.35"].map((version) => ({ native: version, value: version })), ...older],
    citation: {
      source: "https://github.com/ovh/public-cloud-roadmap/issues/1094 (2026-04-09) and 1168 (2026-06-15)",
      date: "2026-11-25",
    },
  },
  /** Which plug-in a cluster has follows from its plan. */
  cni: {
    match: "exact-or-next",
    preferred: "cilium",
    offers: [
      { native: "cilium", value: "cilium" },
      { native: "canal", value: "canal", rank: 1 },
    ],
    citation: {
      source:
        "ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes, Understanding the architecture (2026-06-15), CNI",
      date: "2026-11-25",
    },
  },
} as const satisfies Readonly<Record<string, Catalogue>>;

/**
 * Regions of the standard plan; every other one has the free plan, and none has both:
 * ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes/datacenters-nodes-storage-flavors, 2026-02-03.
 */
const STANDARD = new Set(["EU-WEST-PAR", "EU-SOUTH-MIL", "EU-WEST-RBX", "RBX-A", "AP-SOUTH-MUM", "AP-SOUTH-MUM-1"]);

export function planOf(region: string): "free" | "standard" {
  return STANDARD.has(region.toUpperCase()) ? "standard" : "free";
}
