import type { Props } from "../../constructs/kinds.ts";
import type { Machine } from "../machines.ts";
import type { Native, Tree } from "../native.ts";
import { mostOf } from "../node-pools.ts";
import type { LowerContext } from "../provider.ts";
import { compact } from "../values.ts";
import { nodes } from "./nodes.ts";
import { ownVariable } from "./own-variable.ts";

/** Images of nodes by what they run on, the one that is written first. Of those for graphics processors Bottlerocket's is known to every version of the provider. */
export function imagesFor(machine: Machine | undefined): readonly [string, ...string[]] {
  if (machine?.gpus) return ["BOTTLEROCKET_x86_64_NVIDIA", "AL2023_x86_64_NVIDIA", "AL2_x86_64_GPU"];
  return machine?.architecture === "arm64"
    ? ["AL2023_ARM_64_STANDARD", "AL2_ARM_64"]
    : ["AL2023_x86_64_STANDARD", "AL2_x86_64"];
}

const EFFECTS = { NoSchedule: "NO_SCHEDULE", PreferNoSchedule: "PREFER_NO_SCHEDULE", NoExecute: "NO_EXECUTE" } as const;

type Cluster = Props<"kubernetes">;
type Pool = Cluster["pools"][number];

/** Keys that EKS keeps for itself: it refuses a group with one. */
const RESERVED = /(^|\.)(kubernetes\.io|k8s\.io|eks\.amazonaws\.com)\//;

export function isReserved(label: string): boolean {
  return RESERVED.test(label);
}

function labelsOf({ labels = {} }: Pool): Pool["labels"] {
  const own = Object.entries(labels).filter(([key]) => !isReserved(key));
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Node groups, and profiles of pods that need none. */
export function poolNatives(
  props: Cluster,
  common: { readonly cluster_name: Tree; readonly subnet_ids: readonly Tree[] },
  ctx: LowerContext,
): readonly Native[] {
  const role = (identity: Cluster["identity"], end: string, description: string) =>
    identity ? ctx.output(identity) : ownVariable(ctx, end, description);
  const groups = props.pools.map((pool) => {
    const type = ctx.pick(nodes.catalogueFor(pool), compact(pool.size)).native;
    const [min, max] = [pool.min, mostOf(pool)];
    return ctx.native(
      "aws_eks_node_group",
      {
        ...common,
        node_group_name: pool.name,
        node_role_arn: role(pool.identity, "node_role", "ARN of the role that nodes act in."),
        instance_types: [type],
        ami_type: imagesFor(nodes.machine(type))[0],
        capacity_type: pool.interruptible === undefined ? undefined : pool.interruptible ? "SPOT" : "ON_DEMAND",
        disk_size: pool.diskGiB && Math.ceil(pool.diskGiB),
        scaling_config: [
          { min_size: min, max_size: max, desired_size: Math.min(max, Math.max(min, pool.desired ?? min)) },
        ],
        labels: labelsOf(pool),
        taint: pool.taints?.length
          ? pool.taints.map(({ key, value, effect }) => compact({ key, value, effect: EFFECTS[effect] }))
          : undefined,
        node_repair_config: props.autoRepair === undefined ? undefined : [{ enabled: props.autoRepair }],
        tags: props.labels,
      },
      // Whoever scales the group changes how many there are.
      { part: pool.name, ...(min < max ? { ignoreChanges: ["scaling_config[0].desired_size"] } : {}) },
    );
  });
  const profiles = (props.serverlessPods ?? []).map(({ name, selectors, identity }) =>
    ctx.native(
      "aws_eks_fargate_profile",
      {
        ...common,
        fargate_profile_name: name,
        pod_execution_role_arn: role(
          identity,
          "pod_role",
          "ARN of the role that fetches images of pods without nodes.",
        ),
        selector: selectors.map(({ namespace, labels }) => compact({ namespace, labels })),
      },
      { part: name },
    ),
  );
  return [...groups, ...profiles];
}
