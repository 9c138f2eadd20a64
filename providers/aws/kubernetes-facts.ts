import type { ExitFacts, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 14", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 14, Moving the data", date: "2026-11-21" };
const guide = "https://docs.aws.amazon.com/eks/latest/userguide";
const date = "2026-11-25";

const onGroup = "what a template says is written on the group";
const image = "the image of today for what the nodes are";

export const rewrites: readonly Rewrite[] = [
  { from: "aws_eks_node_group.ami_type", to: "aws_eks_node_group.ami_type", why: image },
  { from: "aws_launch_template.instance_type", to: "aws_eks_node_group.instance_types", why: onGroup },
  {
    from: "aws_launch_template.block_device_mappings.ebs.volume_size",
    to: "aws_eks_node_group.disk_size",
    why: onGroup,
  },
  { from: "aws_eks_node_group.launch_template", to: null, why: onGroup },
  {
    from: "aws_launch_template.block_device_mappings.ebs.volume_type",
    to: null,
    values: [["gp3", "gp3"]],
    why: "what nodes have by themselves",
  },
  {
    from: "aws_launch_template.metadata_options.http_tokens",
    to: null,
    values: [["required", "required"]],
    why: "what nodes have by themselves",
  },
  {
    from: "aws_eks_access_entry.type",
    to: null,
    values: [["STANDARD", "STANDARD"]],
    why: "what an entry is by itself",
  },
  {
    from: "aws_eks_cluster.access_config.authentication_mode",
    to: null,
    values: [["API", "API"]],
    why: "asked for where somebody is let in by the cloud's API",
  },
  {
    from: "aws_eks_cluster.kubernetes_network_config.ip_family",
    to: null,
    values: [["ipv4", "ipv4"]],
    why: "what a cluster has by itself",
  },
  {
    from: "aws_eks_cluster.upgrade_policy.support_type",
    to: null,
    values: [["EXTENDED", "EXTENDED"]],
    why: "what a cluster has by itself",
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "KUBECONFIG"],
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
      note: "Velero restores from the bucket; storage classes become gp3 of the EBS driver.",
      citation: moving,
    },
  ],
  hazards: [
    {
      text: "Snapshots of volumes do not leave their cloud: only a copy of the files does.",
      citation: moving,
    },
    {
      text: "Pods that act in roles of IAM (pod identity, IRSA) find no credentials elsewhere: hand out keys first.",
      citation: mapping,
    },
    {
      text: "Load balancers and volumes that pods made outlive the cluster and are billed on: delete services and claims before it.",
      citation: { source: `${guide}/delete-cluster.html`, date },
    },
    {
      text: "scaling_config only sets bounds: nodes are added by what is installed in the cluster (cluster-autoscaler, Karpenter).",
      when: [{ aws_eks_node_group: "present" }],
      citation: mapping,
    },
    {
      text: "A kubeconfig holds credentials: it is written by `aws eks update-kubeconfig` and stands in no output.",
      citation: { source: `${guide}/create-kubeconfig.html`, date },
    },
  ],
};
