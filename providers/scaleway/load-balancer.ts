import { isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { addressOf, asksOnly, prefixIn } from "../listener-rules.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { type Acl, aclNatives, aclsOf, clientsOf } from "./load-balancer-acls.ts";
import { exit, rewrites } from "./load-balancer-facts.ts";
import { isWritten, losses, MAX_NETWORKS } from "./load-balancer-losses.ts";
import { raise } from "./load-balancer-reading.ts";
import { ipv4Of, tagsOf } from "./values.ts";
import { zoneIn } from "./zones.ts";

const balancer = "scaleway_lb";
const address = "scaleway_lb_ip";
const frontend = "scaleway_lb_frontend";

const owned = (type: string, attr: string, to: string): Claim => ({
  type,
  role: "owned",
  edge: { attr, to: [to], by: ["id"] },
});

const claims: readonly Claim[] = [
  { type: balancer, role: "anchor" },
  ...["ip_id", "ip_ids"].map(
    (attr): Claim => ({ type: address, role: "owned", edge: { from: balancer, attr, by: ["id"] } }),
  ),
  ...["backend", "frontend", "private_network", "certificate"].map((part) =>
    owned(`${balancer}_${part}`, "lb_id", balancer),
  ),
  owned("scaleway_lb_acl", "frontend_id", frontend),
  owned("scaleway_lb_route", "frontend_id", frontend),
];

/** A Load Balancer with its address, frontends, backends, routes and certificates. */
export const loadBalancer: Implementation<"load-balancer"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => ref(theNative(natives, balancer), "id"),
    // It has an address and no name.
    hostname: (natives) => {
      const main = theNative(natives, balancer);
      return main.args["assign_flexible_ip"] === false ? ipv4Of(main) : ref(main, "ip_address");
    },
  },
  named: ({ type }) => (type === address ? { output: "hostname" } : undefined),
  rewrites,
  losses,
  exit,
};

type Balancer = Props<"load-balancer">;
type Backend = Balancer["backends"][number];
type Listener = Balancer["listeners"][number];

function lower({ props }: Complete<"load-balancer">, ctx: LowerContext): readonly Native[] {
  const zone = zoneIn(ctx, undefined);
  const tags = tagsOf(props.labels);
  const ip = props.public ? ctx.native(address, { zone, tags }) : undefined;
  const main = ctx.native(
    balancer,
    {
      name: ctx.name(),
      type: ctx.pick("balancer", props.bandwidthMbps).native,
      zone,
      ip_ids: ip && [ref(ip, "id")],
      assign_flexible_ip: ip ? undefined : false,
      private_network: props.subnets.slice(0, MAX_NETWORKS).map((s) => ({ private_network_id: ctx.output(s) })),
      tags,
    },
    { preventDestroy: props.deletionProtection === true },
  );
  const lb_id = ref(main, "id");
  const idle = props.idleTimeoutSeconds && `${props.idleTimeoutSeconds}s`;
  const backends = new Map(
    props.backends
      .filter((b) => b.protocol !== "udp")
      .map((b) => [b.name, backendOf(b, { lb_id, timeout_server: idle }, ctx)] as const),
  );
  const nothing = new Map<string, Native>();
  const listeners = props.listeners.filter((l) => isWritten(props, l));
  const parts = listeners.flatMap((listener) => {
    const to = backends.get(listener.backend ?? "") ?? nowhere(listener, lb_id, nothing, ctx);
    const acls = aclsOf(listener, clientsOf(listener, props.firewalls, ctx.uses));
    return frontendOf(listener, to, (name) => backends.get(name), { lb_id, timeout_client: idle, acls }, ctx);
  });
  return [main, ...(ip ? [ip] : []), ...backends.values(), ...nothing.values(), ...parts];
}

type Shared = { readonly [name: string]: Tree | undefined };

function backendOf(backend: Backend, shared: Shared, ctx: LowerContext): Native {
  const { name, port, protocol, targets, healthCheck: check, algorithm, stickiness } = backend;
  const secure = protocol === "https" || protocol === "tls";
  const code = check?.status === undefined ? undefined : Number.parseInt(check.status, 10);
  const answer = [compact({ uri: check?.path ?? "/", code })];
  return ctx.native(
    "scaleway_lb_backend",
    {
      ...shared,
      name,
      forward_protocol: protocol === "http" || protocol === "https" ? "http" : "tcp",
      forward_port: port ?? 80,
      server_ips: targets.map((t) => ctx.output(addressOf(t))),
      forward_port_algorithm: algorithm && { "round-robin": "roundrobin", "least-connections": "leastconn" }[algorithm],
      sticky_sessions: stickiness && { none: "none", cookie: "cookie", "source-ip": "table" }[stickiness],
      sticky_sessions_cookie_name: stickiness === "cookie" ? "lb" : undefined,
      ssl_bridging: secure ? true : undefined,
      // As elsewhere, machines may show a certificate that they signed themselves.
      ignore_ssl_server_verify: secure ? true : undefined,
      proxy_protocol: backend.proxyProtocol ? "v2" : undefined,
      health_check_delay: check?.intervalSeconds && `${check.intervalSeconds}s`,
      health_check_timeout: check?.timeoutSeconds && `${check.timeoutSeconds}s`,
      health_check_max_retries: check?.unhealthyAfter,
      health_check_port: check?.port,
      health_check_http: check?.protocol === "http" ? answer : undefined,
      health_check_https: check?.protocol === "https" ? answer : undefined,
      health_check_tcp: check?.protocol === "tcp" ? [{}] : undefined,
    },
    { part: name },
  );
}

/**
 * A frontend must name a backend, even where it hands nothing on: one without machines, known again by its limit of one
 * connection, which means nothing to anybody.
 */
function nowhere({ protocol }: Listener, lb_id: Tree, made: Map<string, Native>, ctx: LowerContext): Native {
  const forward_protocol = protocol === "http" || protocol === "https" ? "http" : "tcp";
  const known = made.get(forward_protocol);
  if (known) return known;
  const args = { lb_id, name: `nothing-${forward_protocol}`, forward_protocol, forward_port: 80, max_connections: 1 };
  const native = ctx.native("scaleway_lb_backend", args, { part: `nothing-${forward_protocol}` });
  made.set(forward_protocol, native);
  return native;
}

function frontendOf(
  listener: Listener,
  backend: Native,
  backendNamed: (name: string) => Native | undefined,
  {
    acls,
    ...shared
  }: { readonly lb_id: Tree; readonly timeout_client: Tree | undefined; readonly acls: readonly Acl[] },
  ctx: LowerContext,
): readonly Native[] {
  const part = String(listener.port);
  const { certificate, furtherCertificates = [] } = listener;
  const certificates = [...(certificate ? [certificate] : []), ...furtherCertificates].map((one, i) =>
    ctx.native(
      "scaleway_lb_certificate",
      {
        lb_id: shared.lb_id,
        name: ctx.name(`${part}-${i + 1}`),
        custom_certificate: [{ certificate_chain: chain(one, part, i, ctx) }],
      },
      { part: `${part}-${i + 1}` },
    ),
  );
  const made = ctx.native(
    frontend,
    {
      ...shared,
      name: part,
      backend_id: ref(backend, "id"),
      inbound_port: listener.port,
      certificate_ids: certificates.length > 0 ? certificates.map((c) => ref(c, "id")) : undefined,
      // Else the provider takes an ACL beside it for one of its own that is too much, and removes it.
      external_acls: acls.length > 0 ? true : undefined,
    },
    { part },
  );
  const frontend_id = ref(made, "id");
  return [
    ...certificates,
    made,
    ...aclNatives(acls, frontend_id, ctx),
    ...routesOf(listener, frontend_id, backendNamed, ctx),
  ];
}

/** A certificate belongs to one load balancer, and is brought with its key: what holds both is read, or they are asked for. */
function chain(certificate: Reference, port: string, index: number, ctx: LowerContext): Tree {
  if (isRef(certificate)) return ctx.output(certificate);
  return ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_certificate_${port}_${index + 1}`,
    type: "string",
    description: `Private key, certificate and chain in PEM that port ${port} shows.`,
    sensitive: true,
  });
}

/** A route asks for one thing: a host, or how a path begins. */
function routesOf(
  { port, protocol, rules = [] }: Listener,
  frontend_id: Tree,
  backendNamed: (name: string) => Native | undefined,
  ctx: LowerContext,
): readonly Native[] {
  const isHttp = protocol === "http" || protocol === "https";
  return rules.flatMap((rule, i) => {
    const to = rule.backend === undefined ? undefined : backendNamed(rule.backend);
    const host = asksOnly(rule, ["host"]) && !/[*?]/.test(rule.host ?? "*") ? rule.host : undefined;
    const path = asksOnly(rule, ["path"]) ? prefixIn(rule.path ?? "") : undefined;
    if (!to || (host === undefined && (path === undefined || !isHttp))) return [];
    const match = isHttp ? { match_host_header: host, match_path_begin: path } : { match_sni: host };
    const args = { frontend_id, backend_id: ref(to, "id"), ...match };
    return [ctx.native("scaleway_lb_route", args, { part: `${port}-${String(i + 1).padStart(2, "0")}` })];
  });
}
