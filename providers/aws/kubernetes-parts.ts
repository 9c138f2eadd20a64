import { isUnknown, type Tree } from "../native.ts";
import type { LowerContext } from "../provider.ts";

/** Names of what the cloud must be given and the workload does not say; `raise` knows them again by their ends. */
const OWN = /^var\.\w+_unnamed_(cluster_role|node_role|pod_role|addon_role|subnet_[ab])$/;

/** Whether a value is a variable that `lower` asks for by itself. */
export function isOwnVariable(value: Tree | undefined): boolean {
  return isUnknown(value) && OWN.test(value.expression);
}

/** A variable of the cluster's own, told apart by its end. */
export function ownVariable(ctx: LowerContext, end: string, description: string): Tree {
  return ctx.variable({ name: `${ctx.name().replaceAll("-", "_")}_unnamed_${end}`, type: "string", description });
}

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
