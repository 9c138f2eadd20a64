/** Add-ons by what they are for, and those that reach into the account and need a role for it. */
export const ADDONS = {
  blockStorage: "aws-ebs-csi-driver",
  fileStorage: "aws-efs-csi-driver",
  objectStorage: "aws-mountpoint-s3-csi-driver",
  snapshots: "snapshot-controller",
  metrics: "metrics-server",
} as const;
export const NEED_A_ROLE = new Set<string>([ADDONS.blockStorage, ADDONS.fileStorage, ADDONS.objectStorage]);

/** The policy of everything: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html, read 2026-11-25. */
export const ADMIN_POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
