import { backendNames, machineOf, saidAlike } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { compact, known, meaning, members } from "../values.ts";
import { readClassic } from "./load-balancer-classic.ts";
import { TLS_POLICY } from "./load-balancer-facts.ts";
import { readReach, readSubnets } from "./load-balancer-reach.ts";
import { type Backends, readAction, readRules } from "./load-balancer-rules.ts";
import { ATTACHMENTS, BALANCERS, CERTIFICATES, CLASSIC, GROUPS, LISTENERS } from "./load-balancer-types.ts";
import { placement } from "./values.ts";

const PART = "labels of a part; those of the load balancer are kept";
const NAME = "its name at AWS; nothing refers to it by that";

const PROTOCOLS = { HTTP: "http", HTTPS: "https", TCP: "tcp", TLS: "tls", UDP: "udp" };
const all = (group: Cursors, types: readonly string[]) => types.flatMap((type) => members(group, type));

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const c of all(group, types)) {
    placement(c);
    for (const path of ["name", "name_prefix"]) c.ignore(path, NAME);
    if (![...BALANCERS, CLASSIC].includes(c.type)) c.ignore("tags", PART);
  }
  const [classic] = members(group, CLASSIC);
  if (classic) {
    readClassic(classic, group, ctx);
    return;
  }
  const [balancer] = all(group, BALANCERS);
  const groups = all(group, GROUPS);
  const names = backendNames(groups, balancer);
  const backends: Backends = {
    cursors: groups,
    nameOf: (c) => names.get(c.address) ?? c.address,
  };
  const listeners = all(group, LISTENERS);
  if (balancer) readBalancer(balancer, listeners, ctx);
  const read = readListeners(listeners, group, backends, ctx);
  if (read.length > 0) ctx.props.set("listeners", read);
  const parts = [
    ...groups.map((c) => ({ name: backends.nameOf(c), ...readGroup(c, group, ctx) })),
    ...readAttached(groups, group, ctx),
  ];
  if (parts.length > 0) ctx.props.set("backends", parts);
}

function readBalancer(balancer: Cursor, listeners: readonly Cursor[], ctx: RaiseContext): void {
  const { props } = ctx;
  const type = balancer.read("load_balancer_type");
  const isNetwork = type === "network";
  props.set("layer", meaning(type ?? "application", { application: "l7", network: "l4" }));
  readReach(balancer, ctx);
  const mapped = balancer.each("subnet_mapping").map((m) => {
    m.ignore("allocation_id", "addresses change at the target");
    m.ignore("private_ipv4_address", "addresses change at the target");
    return m.read("subnet_id");
  });
  const subnets = readSubnets(balancer, mapped, ctx);
  const idle = isNetwork
    ? saidAlike(listeners.map((l) => [l, "tcp_idle_timeout_seconds"] as const))
    : balancer.read("idle_timeout");
  props.set("idleTimeoutSeconds", idle);
  props.set("deletionProtection", balancer.read("enable_deletion_protection"));
  props.set("labels", balancer.read("tags"));
  if (!isNetwork) balancer.expect("enable_cross_zone_load_balancing", true);
  balancer.expect("ip_address_type", "ipv4");
  // In one subnet it stands in one zone; an Application Load Balancer is never made in one.
  if (!isNetwork || subnets > 1) ctx.guarantee("spread");
  ctx.guarantee("bandwidthMbps");
}

function readListeners(
  listeners: readonly Cursor[],
  group: Cursors,
  backends: Backends,
  ctx: RaiseContext,
): readonly Tree[] {
  const rules = readRules(group, backends);
  const certificates = all(group, CERTIFICATES);
  const isOf = (c: Cursor | undefined) => (part: Cursor) =>
    c ? part.names("listener_arn", c) : !listeners.some((l) => part.names("listener_arn", l));
  const around = (c: Cursor | undefined) => {
    const further = certificates.filter(isOf(c)).map((one) => ctx.reference(one.read("certificate_arn")));
    const mine = rules.filter((r) => isOf(c)(r.cursor)).flatMap((r) => r.rules);
    return compact({
      furtherCertificates: further.length > 0 ? (further.filter((one) => one !== undefined) as Tree) : undefined,
      rules: mine.length > 0 ? mine : undefined,
    });
  };
  const here = listeners.map((c) => {
    c.expect("ssl_policy", TLS_POLICY);
    return compact({
      port: c.read("port") ?? new Unknown(`${c.address}.port`),
      protocol: meaning(c.read("protocol") ?? "HTTP", PROTOCOLS),
      certificate: ctx.reference(c.read("certificate_arn")) as Tree | undefined,
      ...readAction(c, "default_action", backends),
      ...around(c),
    });
  });
  const elsewhere = around(undefined);
  if (Object.keys(elsewhere).length === 0) return here;
  const port = new Unknown("the port of a listener that is not here");
  return [...here, { port, protocol: new Unknown("the protocol of a listener that is not here"), ...elsewhere }];
}

function readGroup(c: Cursor, group: Cursors, ctx: RaiseContext): { readonly [key: string]: Tree } {
  const port = c.read("port");
  c.ignore("vpc_id", "the network of its subnets");
  c.ignore("deregistration_delay", "how long a target that leaves is kept, not what runs");
  c.ignore("slow_start", "how fast a target that comes is given requests, not what runs");
  // Instances or their addresses: which of them stand behind it is kept.
  c.expect("target_type", "ip");
  c.expect("protocol_version", "HTTP1");
  c.expect("ip_address_type", "ipv4");
  const attached = all(group, ATTACHMENTS).filter((a) => a.names("target_group_arn", c));
  for (const a of attached) if (port !== undefined) a.expect("port", port);
  const targets = targetsOf(attached, ctx);
  return compact({
    port,
    protocol: meaning(c.read("protocol") ?? new Unknown(`${c.address}.protocol`), PROTOCOLS),
    targets,
    healthCheck: readCheck(c),
    algorithm: meaning(c.read("load_balancing_algorithm_type"), {
      round_robin: "round-robin",
      least_outstanding_requests: "least-connections",
    }),
    stickiness: readStickiness(c),
    proxyProtocol: c.read("proxy_protocol_v2"),
  });
}

function targetsOf(attachments: readonly Cursor[], ctx: RaiseContext): readonly Tree[] {
  return attachments.flatMap((a) => {
    a.ignore("availability_zone", "where the target stands");
    return machineOf(a.read("target_id"), ctx);
  });
}

/** Machines attached to a group that stands elsewhere. */
function readAttached(groups: readonly Cursor[], group: Cursors, ctx: RaiseContext): readonly Tree[] {
  const attached = all(group, ATTACHMENTS).filter((a) => !groups.some((c) => a.names("target_group_arn", c)));
  if (attached.length === 0) return [];
  const name = new Unknown("the name of a target group that is not here");
  return [
    {
      name,
      protocol: new Unknown("the protocol of a target group that is not here"),
      targets: targetsOf(attached, ctx),
    },
  ];
}

function readCheck(c: Cursor): Tree | undefined {
  const [check] = c.each("health_check");
  if (!check) return undefined;
  const protocol = meaning(check.read("protocol") ?? "HTTP", { HTTP: "http", HTTPS: "https", TCP: "tcp" });
  return compact({
    protocol,
    path: check.read("path"),
    port: check.is("port", "traffic-port") ? undefined : known(check.read("port"), (p) => Number(p)),
    intervalSeconds: check.read("interval"),
    timeoutSeconds: check.read("timeout"),
    healthyAfter: check.read("healthy_threshold"),
    unhealthyAfter: check.read("unhealthy_threshold"),
    status: known(check.read("matcher"), (m) => String(m)),
  });
}

function readStickiness(c: Cursor): Tree | undefined {
  const [kept] = c.each("stickiness");
  if (!kept) return undefined;
  const enabled = kept.read("enabled");
  if (enabled === false) {
    kept.ignore("type", "turned off");
    return "none";
  }
  const type = meaning(kept.read("type"), { lb_cookie: "cookie", app_cookie: "cookie", source_ip: "source-ip" });
  return enabled instanceof Unknown ? enabled : type;
}
