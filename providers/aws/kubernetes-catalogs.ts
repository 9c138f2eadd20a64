import type { Catalogue } from "../provider.ts";
import { nodes } from "./nodes.ts";

const guide = "https://docs.aws.amazon.com/eks/latest/userguide";

export const kubernetesCatalogues = {
  ...nodes.catalogues,
  /** 1.33 and 1.32 are billed as extended support (until 2027-07-29 and 2027-03-23), 1.34 from 2026-12-02; support of 1.31 ends on 2026-11-26. */
  kubernetesVersion: {
    match: "exact-or-next",
    preferred: "1.35",
    offers: [
      ...["1.32", "1.33", "1.34", "1.35", "1.36"].map((version) => ({ native: version, value: version })),
      ...Array.from({ length: 22 }, (_, i) => `1.${i + 10}`).map((version) => ({
        native: version,
        value: version,
        legacy: true,
      })),
    ],
    citation: {
      source: `${guide}/kubernetes-versions.html (release calendar: 1.29 to 1.35; 1.36 by the newest one that the page names)`,
      date: "2026-11-25",
    },
  },
  /** Pods stand in the network; without the plug-in of AWS whatever is installed afterwards, and no node is ready before. */
  cni: {
    match: "exact-or-next",
    preferred: "vpc-cni",
    offers: [
      { native: "vpc-cni", value: "native", nearestTo: ["cilium", "calico", "canal"] },
      { native: "", value: "none" },
    ],
    citation: { source: `${guide}/alternate-cni-plugins.html`, date: "2026-11-25" },
  },
} as const satisfies Readonly<Record<string, Catalogue>>;
