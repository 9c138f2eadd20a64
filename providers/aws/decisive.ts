import type { Decisive } from "../provider.ts";

/** Places that decide what stands beside them, with what brings the most work: where nobody knows, they are read as each. */
export const decisive: Decisive = {
  "aws_ebs_volume.kms_key_id": ["alias/aws/ebs"],
  "aws_eks_addon.addon_name": ["vpc-cni", "aws-efs-csi-driver"],
  "aws_eks_node_group.instance_types": [["m7g.large"]],
  "aws_eks_node_group.node_group_name": ["Upper_Case"],
  "aws_eks_node_group.taint.effect": ["NO_SCHEDULE"],
  "aws_eks_node_group.taint.key": ["dedicated"],
  "aws_instance.instance_type": ["t4g.medium"],
  "aws_launch_template.instance_type": ["m7g.large"],
  // What a listener does says which of its blocks mean something.
  "aws_alb_listener.default_action.type": ["forward"],
  "aws_lb_listener.default_action.fixed_response.status_code": ["404"],
  "aws_lb_listener.default_action.type": ["forward"],
  "aws_lb_listener_rule.condition.path_pattern.values": [["/docs/*"]],
  // How many gateways there are is told by whether they lead out and by the zones they stand in.
  "aws_nat_gateway.availability_mode": ["regional"],
  "aws_route_table.route.cidr_block": ["0.0.0.0/0"],
  "aws_subnet.availability_zone": { beside: [] },
  "aws_subnet.availability_zone_id": { beside: [] },
  // A record stands in a zone by its name.
  "aws_route53_record.name": ["name-of-its-own"],
  "aws_route53_record.type": ["A"],
  "aws_route53_zone.name": ["shop.example."],
  "aws_s3_bucket_lifecycle_configuration.rule.noncurrent_version_transition.noncurrent_days": [30],
  "aws_s3_bucket_lifecycle_configuration.rule.noncurrent_version_transition.storage_class": ["GLACIER"],
  "aws_s3_bucket_lifecycle_configuration.rule.transition.storage_class": ["GLACIER"],
  "aws_s3_bucket_server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm": [
    "AES256",
  ],
};
