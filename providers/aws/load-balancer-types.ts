// Each type has an older name, under which it is the same: docs of the provider, 2026-11-25.
export const BALANCERS = ["aws_lb", "aws_alb"];
export const CLASSIC = "aws_elb";
export const LISTENERS = ["aws_lb_listener", "aws_alb_listener"];
export const RULES = ["aws_lb_listener_rule", "aws_alb_listener_rule"];
export const CERTIFICATES = ["aws_lb_listener_certificate", "aws_alb_listener_certificate"];
export const GROUPS = ["aws_lb_target_group", "aws_alb_target_group"];
export const ATTACHMENTS = ["aws_lb_target_group_attachment", "aws_alb_target_group_attachment"];
