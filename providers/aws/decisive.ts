import type { Decisive } from "../provider.ts";

/** Places that decide what stands beside them, with what brings the most work: where nobody knows, they are read as each. */
export const decisive: Decisive = {
  "aws_ebs_volume.kms_key_id": ["alias/aws/ebs"],
  "aws_eks_node_group.instance_types": [["m7g.large"]],
  "aws_eks_node_group.node_group_name": ["Upper_Case"],
  "aws_eks_node_group.taint.effect": ["NO_SCHEDULE"],
  "aws_eks_node_group.taint.key": ["dedicated"],
  "aws_instance.instance_type": ["t4g.medium"],
  // Some clouds take one firewall for a machine.
  "aws_instance.vpc_security_group_ids": [["sg-0a1b2c3d", "sg-1b2c3d4e"]],
  "aws_launch_template.instance_type": ["m7g.large"],
  // What a listener does says which of its blocks mean something.
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
  "aws_s3_bucket.server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm": [
    "aws:kms",
  ],
  "aws_s3_bucket_server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm": [
    "AES256",
    "aws:kms",
  ],
};
