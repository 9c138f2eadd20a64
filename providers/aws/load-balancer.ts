import { networkRange } from "../../constructs/cidr.ts";
import { isExternal, isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { healthCheckOf } from "./health-check.ts";
import { exit, fits, isReached, keptBy, losses, rewrites, TLS_POLICY } from "./load-balancer-facts.ts";
import { raise } from "./load-balancer-reading.ts";
import { ATTACHMENTS, BALANCERS, CERTIFICATES, CLASSIC, GROUPS, LISTENERS, RULES } from "./load-balancer-types.ts";
import { inTwoZones, vpcOf } from "./subnets.ts";

const owned = (type: string, attr: string, to: readonly string[], by: readonly string[]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by },
});
/** Where listeners and rules name a group. */
const NAMING: readonly (readonly [from: readonly string[], attr: string])[] = [
  [LISTENERS, "default_action.target_group_arn"],
  [LISTENERS, "default_action.forward.target_group.arn"],
  [RULES, "action.target_group_arn"],
  [RULES, "action.forward.target_group.arn"],
];
const classicParts: readonly (readonly [type: string, attr: string])[] = [
  ["aws_elb_attachment", "elb"],
  ["aws_lb_cookie_stickiness_policy", "load_balancer"],
  ["aws_app_cookie_stickiness_policy", "load_balancer"],
  ["aws_lb_ssl_negotiation_policy", "load_balancer"],
  ["aws_load_balancer_policy", "load_balancer_name"],
  ["aws_load_balancer_backend_server_policy", "load_balancer_name"],
  ["aws_load_balancer_listener_policy", "load_balancer_name"],
  ["aws_proxy_protocol_policy", "load_balancer"],
];

const claims: readonly Claim[] = [
  ...BALANCERS.map((type): Claim => ({ type, role: "anchor" })),
  { type: CLASSIC, role: "anchor" },
  ...LISTENERS.map((type) => owned(type, "load_balancer_arn", BALANCERS, ["arn", "id"])),
  ...RULES.map((type) => owned(type, "listener_arn", LISTENERS, ["arn", "id"])),
  ...CERTIFICATES.map((type) => owned(type, "listener_arn", LISTENERS, ["arn", "id"])),
  ...GROUPS.flatMap((type) =>
    NAMING.flatMap(([from, attr]) =>
      from.map((f): Claim => ({ type, role: "owned", edge: { from: f, attr, by: ["arn", "id"] } })),
    ),
  ),
  ...ATTACHMENTS.map((type) => owned(type, "target_group_arn", GROUPS, ["arn", "id"])),
  ...classicParts.map(([type, attr]) => owned(type, attr, [CLASSIC], ["id", "name"])),
];

/** An Application or Network Load Balancer with its listeners, rules and target groups; a Classic one is read. */
export const loadBalancer: Implementation<"load-balancer"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => ref(theNative(natives, "aws_lb"), "arn"),
    // An alias record names the zone of the name beside it.
    hostname: (natives, item) => ref(theNative(natives, "aws_lb"), item === "zone" ? "zone_id" : "dns_name"),
  },
  rewrites,
  losses,
  exit,
};

const VPC = "Id of the VPC in which the targets of the load balancer stand.";

type Balancer = Props<"load-balancer">;
type Backend = Balancer["backends"][number];
type Listener = Balancer["listeners"][number];
type Action = Pick<Listener, "backend" | "redirect" | "respond">;

/** Protocols of a layer: an Application Load Balancer understands HTTP, a Network Load Balancer everything below it. */
const SPOKEN = { l7: ["http", "https"], l4: ["tcp", "tls", "udp"] } as const;
const speaks = ({ layer }: Balancer, { protocol }: { protocol: string }) =>
  (SPOKEN[layer] as readonly string[]).includes(protocol);

function lower({ props }: Complete<"load-balancer">, ctx: LowerContext): readonly Native[] {
  const isHttp = props.layer === "l7";
  const balancer = ctx.native(
    "aws_lb",
    {
      load_balancer_type: isHttp ? "application" : "network",
      internal: !props.public,
      subnets: isHttp ? inTwoZones(props.subnets, "load balancer", ctx) : props.subnets.map((s) => ctx.output(s)),
      security_groups: props.firewalls?.map((f) => ctx.output(f)),
      idle_timeout: isHttp ? props.idleTimeoutSeconds : undefined,
      enable_deletion_protection: props.deletionProtection,
      tags: props.labels,
    },
    // A public one is refused in a VPC that has none: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html (judgement on the order).
    { after: props.public ? { of: props.subnets, types: ["aws_internet_gateway"] } : undefined },
  );
  const written = props.backends.filter((b) => speaks(props, b) && isReached(props, b));
  const vpc_id = written.length > 0 ? vpcOf(props.subnets[0], VPC, ctx) : undefined;
  const groups = new Map(written.map((b) => [b.name, groupOf(b, vpc_id, props, ctx)] as const));
  return [
    balancer,
    ...[...groups.values()].flat(),
    ...props.listeners
      .filter((l) => fits(props, l))
      .flatMap((l) => listenerOf(l, balancer, (name) => groups.get(name)?.[0], props, ctx)),
  ];
}

function groupOf(backend: Backend, vpc_id: Tree | undefined, props: Balancer, ctx: LowerContext): readonly Native[] {
  const isHttp = props.layer === "l7";
  const { name, targets } = backend;
  const checked = healthCheckOf(backend);
  // A group takes instances or addresses, not both.
  const byAddress = targets.some(isAddress);
  const words = { "round-robin": "round_robin", "least-connections": "least_outstanding_requests" };
  const type = keptBy(props, backend);
  const group = ctx.native(
    "aws_lb_target_group",
    {
      // Required where machines are meant: the one that is usual.
      port: backend.port ?? 80,
      protocol: backend.protocol.toUpperCase(),
      vpc_id,
      target_type: byAddress ? "ip" : "instance",
      load_balancing_algorithm_type: isHttp && backend.algorithm ? words[backend.algorithm] : undefined,
      proxy_protocol_v2: isHttp ? undefined : backend.proxyProtocol,
      health_check: checked && [checked],
      stickiness: type ? [{ type, enabled: true }] : undefined,
    },
    { part: name },
  );
  const attachments = targets.map((target, i) =>
    ctx.native(
      "aws_lb_target_group_attachment",
      {
        target_group_arn: ref(group, "arn"),
        target_id: ctx.output(byAddress && isRef(target) ? { ...target, output: "privateIp" } : target),
      },
      { part: `${name}-${String(i + 1).padStart(2, "0")}` },
    ),
  );
  return [group, ...attachments];
}

function isAddress(target: Reference): boolean {
  return isExternal(target) && /^\d+\.\d+\.\d+\.\d+$/.test(target.external);
}

function listenerOf(
  listener: Listener,
  balancer: Native,
  group: (name: string) => Native | undefined,
  { layer, idleTimeoutSeconds }: Balancer,
  ctx: LowerContext,
): readonly Native[] {
  const part = String(listener.port);
  const { protocol, certificate, furtherCertificates = [] } = listener;
  const rules = layer === "l7" ? (listener.rules ?? []) : [];
  const made = ctx.native(
    "aws_lb_listener",
    {
      load_balancer_arn: ref(balancer, "arn"),
      port: listener.port,
      protocol: protocol.toUpperCase(),
      certificate_arn: certificate && ctx.output(certificate),
      ssl_policy: certificate && TLS_POLICY,
      tcp_idle_timeout_seconds:
        layer === "l4" && protocol === "tcp" && idleTimeoutSeconds ? Math.max(60, idleTimeoutSeconds) : undefined,
      default_action: [actionOf(listener, group)],
    },
    { part },
  );
  const more = furtherCertificates.map((c, i) =>
    ctx.native(
      "aws_lb_listener_certificate",
      { listener_arn: ref(made, "arn"), certificate_arn: ctx.output(c) },
      { part: `${part}-${i + 1}` },
    ),
  );
  const written = rules.map((rule, i) =>
    ctx.native(
      "aws_lb_listener_rule",
      {
        listener_arn: ref(made, "arn"),
        priority: i + 1,
        condition: conditionsOf(rule),
        action: [actionOf(rule, group)],
      },
      { part: `${part}-${String(i + 1).padStart(2, "0")}` },
    ),
  );
  return [made, ...more, ...written];
}

function actionOf({ backend, redirect, respond }: Action, group: (name: string) => Native | undefined): Tree {
  const target = backend === undefined ? undefined : group(backend);
  if (target) return { type: "forward", target_group_arn: ref(target, "arn") };
  if (redirect) {
    const { protocol, host, port, path, permanent } = redirect;
    return {
      type: "redirect",
      redirect: [
        compact({
          protocol: protocol?.toUpperCase(),
          host,
          path,
          // Without it the port stays the one that was asked, which speaks another protocol.
          port: port === undefined ? protocol && { http: "80", https: "443" }[protocol] : String(port),
          status_code: permanent ? "HTTP_301" : "HTTP_302",
        }),
      ],
    };
  }
  const { status = 503, contentType = "text/plain", body } = respond ?? {};
  const fixed = compact({ status_code: String(status), content_type: contentType, message_body: body });
  return { type: "fixed-response", fixed_response: [fixed] };
}

function conditionsOf({ host, path, header, method, query, sourceCidr }: NonNullable<Listener["rules"]>[number]): Tree {
  const values = (value: string | undefined) => value && [{ values: [value] }];
  const all = {
    host_header: values(host),
    path_pattern: values(path),
    http_header: header && [{ http_header_name: header.name, values: [header.value] }],
    http_request_method: values(method),
    query_string: query && [compact(query)],
    source_ip: values(sourceCidr && networkRange(sourceCidr)),
  };
  const each = Object.entries(all).flatMap(([name, value]): Tree[] => (value ? [{ [name]: value as Tree }] : []));
  // A rule without conditions holds for every request.
  return each.length > 0 ? each : [{ path_pattern: [{ values: ["*"] }] }];
}
