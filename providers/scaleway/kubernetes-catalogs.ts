import type { Catalogue } from "../provider.ts";
import { nodes } from "./nodes.ts";

const docs = "scaleway/docs-content pages/kubernetes/reference-content";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";

const older = Array.from({ length: 20 }, (_, i) => `1.${i + 15}`).map((version) => ({
  native: version,
  value: version,
  legacy: true,
}));

export const kubernetesCatalogues = {
  ...nodes.catalogues,
  /** A minor version may stand where patches come by themselves. 1.34 is no longer offered since 2026-09-29; 1.35 ends on 2027-01-19, 1.36 on 2027-07-07. */
  kubernetesVersion: {
    match: "exact-or-next",
    preferred: "1.35",
    offers: [...["1.35", "1.36"].map((version) => ({ native: version, value: version })), ...older],
    citation: { source: `${docs}/version-support-policy.mdx (release calendar, 2026-07)`, date: "2026-11-25" },
  },
  /** Otherwise a patch version must: the last one that was seen of each minor. None of 1.36 was. */
  kubernetesPatch: {
    match: "exact-or-next",
    preferred: "1.35.3",
    offers: [
      { native: "1.35.3", value: "1.35" },
      { native: "1.34.6", value: "1.34", legacy: true },
      { native: "1.33.10", value: "1.33", legacy: true },
      { native: "1.32.13", value: "1.32", legacy: true },
    ],
    citation: {
      source: `answer of the API on 2026-06-22, recorded by ${provider}:internal/services/k8s/testdata/pool-version-explicit.cassette.yaml`,
      date: "2026-11-25",
    },
  },
  cni: {
    match: "exact-or-next",
    preferred: "cilium",
    offers: [
      { native: "cilium", value: "cilium", nearestTo: ["native", "none"] },
      { native: "calico", value: "calico", rank: 1, nearestTo: ["canal"] },
      // Cilium that routes instead of wrapping packets: 1.34 and newer.
      { native: "cilium_native", value: "cilium", rank: 2 },
      { native: "none", value: "none", legacy: true },
    ],
    citation: {
      source: `${docs}/version-support-policy.mdx, Supported Container Network Interfaces; changelog of 2025-09-30`,
      date: "2026-11-25",
    },
  },
  /** The shared control plane, or one of one's own with a second API server. */
  controlPlane: {
    match: "exact-or-next",
    preferred: "kapsule",
    offers: [
      { native: "kapsule", value: "none" },
      { native: "kapsule-dedicated-4", value: "same-zone", nearestTo: ["multi-zone"] },
    ],
    citation: { source: `${docs}/kubernetes-control-plane-offers.mdx (2025-02-24)`, date: "2026-11-25" },
  },
} as const satisfies Readonly<Record<string, Catalogue>>;
