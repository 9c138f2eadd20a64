import type { Guarantee } from "../provider.ts";

const guide = "https://docs.aws.amazon.com/eks/latest/userguide";
const date = "2026-11-25";

export const kubernetesGuarantees: readonly Guarantee[] = [
  {
    kind: "kubernetes",
    prop: "highAvailability",
    // Two API servers and three copies of its store in three zones, for every cluster.
    when: {},
    gives: "multi-zone",
    citation: { source: `${guide}/disaster-recovery-resiliency.html`, date },
  },
  {
    kind: "kubernetes",
    prop: "autoPatch",
    when: {},
    gives: true,
    citation: { source: `${guide}/platform-versions.html`, date },
  },
  {
    kind: "kubernetes",
    prop: "encryption",
    // Envelope encryption of everything in the store, from version 1.28.
    when: { "aws_eks_cluster.encryption_config.provider.key_arn": "absent" },
    gives: "provider-key",
    citation: { source: `${guide}/envelope-encryption.html`, date },
  },
  {
    kind: "kubernetes",
    prop: "publicAccess",
    when: { "aws_eks_cluster.vpc_config.endpoint_public_access": "absent" },
    gives: true,
    citation: { source: `${guide}/cluster-endpoint.html`, date },
  },
  {
    kind: "kubernetes",
    prop: "cni",
    when: { "aws_eks_cluster.bootstrap_self_managed_addons": "absent" },
    gives: "native",
    citation: { source: `${guide}/managing-vpc-cni.html`, date },
  },
];
