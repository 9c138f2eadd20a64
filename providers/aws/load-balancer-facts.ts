import type { Props } from "../../constructs/kinds.ts";
import { CERTIFIED } from "../hazard-words.ts";
import type { ExitFacts, GapClass, Guarantee, Loss, Rewrite } from "../provider.ts";
import { healthCheckLosses } from "./health-check.ts";

const guide = "https://docs.aws.amazon.com/elasticloadbalancing/latest";
const date = "2026-11-25";
const mapping = { source: "facts/mapping.md section 6, components 21 and 22, AWS", date: "2026-11-21" };
const groups = { source: `${guide}/application/load-balancer-target-groups.html`, date };

/** No ceiling is published: it grows with what comes. Ten gigabits a second are taken for granted (judgement). */
const TAKEN_FOR_GRANTED_MBPS = 10_000;

export const loadBalancerGuarantees: readonly Guarantee[] = [
  {
    kind: "load-balancer",
    prop: "spread",
    // Asked by `raise` only where it stands in several zones.
    when: {},
    gives: "multi-zone",
    citation: { source: `${guide}/userguide/how-elastic-load-balancing-works.html#availability-zones`, date },
  },
  {
    kind: "load-balancer",
    prop: "bandwidthMbps",
    when: {},
    gives: TAKEN_FOR_GRANTED_MBPS,
    citation: {
      source: `judgement: ${guide}/userguide/how-elastic-load-balancing-works.html says that it grows with its traffic, and no ceiling`,
      date,
    },
  },
];

/**
 * TLS 1.2 and 1.3, as the console chooses and AWS recommends; an API call without a policy still gets one with TLS 1.0:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, 2026-11-27.
 */
export const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

const older = "an older name of the same type";
const apart = "listeners and machines of a Classic Load Balancer become resources of their own";
const usual = "what stands there when nothing is said";
const none = (from: string, value: string | boolean): Rewrite => ({
  from,
  to: null,
  values: [[value, null]],
  why: usual,
});
const group = "aws_lb_target_group";

export const rewrites: readonly Rewrite[] = [
  ...["", "_listener", "_listener_rule", "_listener_certificate", "_target_group", "_target_group_attachment"].map(
    (part): Rewrite => ({ from: `aws_alb${part}`, to: `aws_lb${part}`, why: older }),
  ),
  { from: "aws_lb.subnet_mapping.subnet_id", to: "aws_lb.subnets", why: "its addresses change, the subnets stay" },
  none("aws_lb.enable_cross_zone_load_balancing", true),
  ...["aws_lb", "aws_alb", group, "aws_alb_target_group"].map((type) => none(`${type}.ip_address_type`, "ipv4")),
  ...["aws_lb_listener", "aws_alb_listener"].flatMap((type) => [
    { from: `${type}.default_action.order`, to: null, why: "one action needs no order" },
    {
      from: `${type}.default_action.forward`,
      to: `${type.replace("alb", "lb")}.default_action`,
      why: "one group needs no list",
    },
  ]),
  ...["aws_lb_listener_rule", "aws_alb_listener_rule"].map(
    (type): Rewrite => ({ from: `${type}.action.order`, to: null, why: "one action needs no order" }),
  ),
  ...["aws_lb_listener_rule", "aws_alb_listener_rule"].map(
    (type): Rewrite => ({
      from: `${type}.condition.path_pattern.values`,
      to: "aws_lb_listener_rule.condition.path_pattern.values",
      values: [["/*", "*"]],
      why: "any path at all",
    }),
  ),
  {
    from: `${group}.target_type`,
    to: `${group}.target_type`,
    values: [
      ["ip", "instance"],
      ["instance", "ip"],
    ],
    why: "machines of the workload are named as instances, others as they were",
  },
  none(`${group}.protocol_version`, "HTTP1"),
  none(`${group}.stickiness.enabled`, false),
  { from: `${group}_attachment.port`, to: null, why: "the port of the group" },
  ...["internal", "subnets", "security_groups", "idle_timeout", "tags"].map(
    (attr): Rewrite => ({ from: `aws_elb.${attr}`, to: `aws_lb.${attr}`, why: apart }),
  ),
  { from: "aws_elb.listener.lb_port", to: "aws_lb_listener.port", why: apart },
  { from: "aws_elb.listener.lb_protocol", to: "aws_lb_listener.protocol", why: apart },
  { from: "aws_elb.listener.instance_port", to: `${group}.port`, why: apart },
  { from: "aws_elb.listener.instance_protocol", to: `${group}.protocol`, why: apart },
  { from: "aws_elb.listener.ssl_certificate_id", to: "aws_lb_listener.certificate_arn", why: apart },
  { from: "aws_elb.health_check", to: `${group}.health_check`, why: apart },
  { from: "aws_elb.health_check.target", to: `${group}.health_check.protocol`, why: apart },
  { from: "aws_elb.instances", to: `${group}_attachment.target_id`, why: apart },
  { from: "aws_elb_attachment.instance", to: `${group}_attachment.target_id`, why: apart },
];

type Asked = Record<string, unknown>;
type Part = {
  readonly name?: string;
  readonly protocol?: string;
  readonly backend?: string | undefined;
  readonly stickiness?: string | undefined;
  readonly proxyProtocol?: boolean | undefined;
  readonly rules?: readonly object[] | undefined;
};
const parts = (props: Asked, name: string) => (props[name] ?? []) as readonly Part[];
const isNetwork = (props: Asked) => props["layer"] === "l4";
const speaks = (props: Asked, { protocol = "" }: Part) =>
  (isNetwork(props) ? ["tcp", "tls", "udp"] : ["http", "https"]).includes(protocol);
/** What a Network Load Balancer hands on as what: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html, 2026-11-28. */
const HANDED_ON: Readonly<Record<string, readonly string[]>> = { tcp: ["tcp"], tls: ["tcp", "tls"], udp: ["udp"] };
const isListed = (props: Asked, { backend, protocol = "" }: Part) =>
  parts(props, "backends").some(
    (b) =>
      b.name === backend &&
      speaks(props, b) &&
      (!isNetwork(props) || HANDED_ON[protocol]?.includes(b.protocol ?? "") === true),
  );

/** Whether a listener or a rule that is written leads to a backend: a target group is tied to its load balancer by nothing else. */
export function isReached(props: Asked, { name }: Part): boolean {
  const written = parts(props, "listeners").filter((l) => fits(props, l));
  const rules = isNetwork(props) ? [] : written.flatMap((l) => (l.rules ?? []) as readonly Part[]);
  return [...written, ...rules].some((to) => to.backend === name);
}

/** How a target group keeps a client with its machine; undefined: not as asked. */
export function keptBy(props: Asked, { stickiness, protocol }: Part): "lb_cookie" | "source_ip" | undefined {
  if (!isNetwork(props)) return stickiness === "cookie" ? "lb_cookie" : undefined;
  return stickiness === "source-ip" && protocol !== "tls" ? "source_ip" : undefined;
}

/** What a listener of this load balancer can be: below HTTP there is nothing to answer by itself. */
export function fits(props: Asked, listener: Part): boolean {
  return speaks(props, listener) && (!isNetwork(props) || isListed(props, listener));
}

const allFit = (props: Asked) => parts(props, "listeners").every((l) => fits(props, l));
const allMade = (props: Asked) => parts(props, "backends").every((b) => speaks(props, b) && isReached(props, b));

export const losses: readonly Loss[] = [
  {
    path: "spread",
    when: (props) =>
      props["spread"] === "multi-zone" && isNetwork(props) && ((props["subnets"] ?? []) as unknown[]).length < 2,
    severity: "degrades",
    class: "setting",
    why: "A Network Load Balancer stands in the zones of its subnets, and this one has one subnet.",
    instead: "Name a subnet of a second zone.",
    citation: { source: `${guide}/network/network-load-balancers.html`, date },
  },
  {
    path: "bandwidthMbps",
    when: (props) => Number(props["bandwidthMbps"] ?? 0) > TAKEN_FOR_GRANTED_MBPS,
    severity: "degrades",
    class: "workaround",
    why: "Nothing promises as much from the first moment.",
    instead: "Reserve capacity (minimum_load_balancer_capacity), or divide the load among several.",
    citation: { source: `${guide}/application/capacity-unit-reservation.html`, date },
  },
  {
    path: "listeners",
    when: (props) => !allFit(props),
    severity: "blocks",
    class: "redesign",
    why: "An Application Load Balancer speaks HTTP alone, a Network Load Balancer nothing above TLS, and it needs a backend that speaks as its listener does, or TCP behind TLS.",
    instead: "Make two load balancers, one of each layer; give listener and backend one protocol.",
    citation: mapping,
  },
  {
    path: "backends",
    when: (props) => !allMade(props),
    severity: "degrades",
    class: "redesign",
    why: "A target group speaks the protocols of its load balancer's layer, and belongs to it when a listener or a rule leads there.",
    instead: "Make two load balancers, one of each layer, and leave out what nothing leads to.",
    citation: mapping,
  },
  {
    path: "listeners.backend",
    when: (props) =>
      allFit(props) && parts(props, "listeners").some((l) => l.backend !== undefined && !isListed(props, l)),
    severity: "blocks",
    class: "redesign",
    why: "A listener leads to a target group of its own layer.",
    instead: "Give the backend a protocol of the listener's layer.",
    citation: mapping,
  },
  {
    path: "listeners.rules",
    when: (props) => isNetwork(props) && allFit(props),
    severity: "degrades",
    class: "redesign",
    why: "A Network Load Balancer has no rules.",
    instead: "Make it an Application Load Balancer, or let a proxy behind it choose.",
    citation: mapping,
  },
  {
    path: "backends.algorithm",
    when: (props) => isNetwork(props) && allMade(props),
    severity: "cosmetic",
    class: "accept",
    why: "A Network Load Balancer chooses by a hash of each connection.",
    instead: "Accept it: many connections come out even.",
    citation: { source: `${guide}/network/introduction.html`, date },
  },
  {
    path: "backends.stickiness",
    when: (props) =>
      allMade(props) &&
      parts(props, "backends").some(
        (b) => b.stickiness !== undefined && b.stickiness !== "none" && keptBy(props, b) === undefined,
      ),
    severity: "degrades",
    class: "workaround",
    why: "An Application Load Balancer keeps clients by a cookie, a Network Load Balancer by their address where it does not speak TLS to machines.",
    instead: "Use the other way, or keep sessions where every machine finds them.",
    citation: groups,
  },
  {
    path: "backends.proxyProtocol",
    when: (props) =>
      !isNetwork(props) && allMade(props) && parts(props, "backends").some((b) => b.proxyProtocol === true),
    severity: "degrades",
    class: "setting",
    why: "An Application Load Balancer speaks no PROXY protocol.",
    instead: "Read the client's address from X-Forwarded-For.",
    citation: groups,
  },
  ...healthCheckLosses((props) =>
    allMade(props) ? ((props["backends"] ?? []) as Props<"load-balancer">["backends"]) : [],
  ),
  {
    path: "idleTimeoutSeconds",
    when: (props) => isNetwork(props) && !parts(props, "listeners").some((l) => l.protocol === "tcp" && fits(props, l)),
    severity: "degrades",
    class: "workaround",
    why: "Of a Network Load Balancer only TCP listeners let it be set; TLS waits 350 seconds, UDP 120.",
    instead: "Have clients send something more often (keep-alives).",
    citation: { source: `${guide}/network/network-load-balancers.html#connection-idle-timeout`, date },
  },
];

/** What it costs when a leaf of a load balancer is not carried over. */
export const loadBalancerLeafClasses: Readonly<Record<string, GapClass>> = Object.fromEntries([
  ...["aws_lb", "aws_alb"].flatMap((type) => [
    [`${type}.access_logs`, "workaround"],
    [`${type}.connection_logs`, "workaround"],
    [`${type}.customer_owned_ipv4_pool`, "redesign"],
    [`${type}.ip_address_type`, "workaround"],
    [`${type}.load_balancer_type`, "redesign"],
    [`${type}.subnet_mapping`, "workaround"],
    // Who is asking is checked before a request gets through: another way to check has to be built.
    ...["authenticate_cognito", "authenticate_oidc", "jwt_validation"].flatMap((check) => [
      [`${type}_listener.default_action.${check}`, "redesign"],
      [`${type}_listener_rule.action.${check}`, "redesign"],
    ]),
    [`${type}_listener.default_action.type`, "redesign"],
    [`${type}_listener_rule.action.type`, "redesign"],
    // Requests are divided among groups by weight.
    [`${type}_listener.default_action.forward`, "redesign"],
    [`${type}_listener_rule.action.forward`, "redesign"],
    [`${type}_listener_rule.condition`, "workaround"],
    [`${type}_listener_rule.transform`, "workaround"],
    [`${type}_listener.mutual_authentication`, "redesign"],
    [`${type}_listener.alpn_policy`, "workaround"],
    [`${type}_target_group.protocol_version`, "redesign"],
    // A function, or another load balancer.
    [`${type}_target_group.target_type`, "redesign"],
    [`${type}_target_group.stickiness`, "workaround"],
    [`${type}_target_group_attachment.port`, "workaround"],
  ]),
  ["aws_elb.access_logs", "workaround"],
  ["aws_app_cookie_stickiness_policy", "workaround"],
  ["aws_lb_ssl_negotiation_policy", "setting"],
  ["aws_load_balancer_policy", "workaround"],
  ["aws_proxy_protocol_policy", "workaround"],
]);

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
  export: [],
  import: [],
  hazards: [
    {
      text: "The private key of a certificate of ACM cannot be exported unless that was chosen when it was issued: have a new one issued for the target before the cutover.",
      when: CERTIFIED,
      citation: mapping,
    },
    {
      text: "A target group that a listener still leads to cannot be removed, and one changed in port or protocol is made anew.",
      when: [{ aws_lb_target_group: "present" }, { aws_alb_target_group: "present" }],
      citation: { source: "providers/aws/schema/aws.json.gz (6.66), aws_lb_target_group", date: "2026-11-23" },
    },
  ],
};
