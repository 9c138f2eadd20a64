import type { TerraformProvider } from "../provider.ts";

/**
 * Services whose types do not begin with their name, by the name that an `endpoints` block has for them:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/custom-service-endpoints, 2026-11-28; which types are whose: judgement.
 */
export const services: NonNullable<TerraformProvider["services"]> = [
  { name: "logs", types: /^aws_cloudwatch_log_/ },
  { name: "events", types: /^aws_cloudwatch_event_/ },
  { name: "rds", types: /^aws_(?:db|rds)_/ },
  { name: "elbv2", types: /^aws_a?lb(?:_|$)/ },
  { name: "elb", types: /^aws_elb(?:_|$)/ },
  { name: "autoscaling", types: /^aws_(?:autoscaling_|launch_configuration)/ },
  { name: "ssm", types: /^aws_ssm_/ },
  {
    name: "ec2",
    types:
      /^aws_(?:ami|customer_gateway|default_|ebs_|ec2_|egress_only|eip|flow_log|instance|internet_gateway|key_pair|launch_template|main_route|nat_gateway|network_|placement_group|route(?:_|$)|security_group|snapshot_|spot_|subnet|volume_|vpc|vpn_)/,
  },
];
