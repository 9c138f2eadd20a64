// Each type has an older name, under which it is the same: docs of the provider, 2026-11-25.
export const BALANCERS = ["aws_lb", "aws_alb"];
export const CLASSIC = "aws_elb";
export const LISTENERS = ["aws_lb_listener", "aws_alb_listener"];
export const RULES = ["aws_lb_listener_rule", "aws_alb_listener_rule"];
export const CERTIFICATES = ["aws_lb_listener_certificate", "aws_alb_listener_certificate"];
export const GROUPS = ["aws_lb_target_group", "aws_alb_target_group"];
export const ATTACHMENTS = ["aws_lb_target_group_attachment", "aws_alb_target_group_attachment"];

/**
 * TLS 1.2 and 1.3, as the console chooses and AWS recommends; an API call without a policy still gets one with TLS 1.0:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, 2026-11-27.
 */
export const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
