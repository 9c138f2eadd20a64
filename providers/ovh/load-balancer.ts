import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { addressOf, matched } from "../listener-rules.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { theNative } from "../values.ts";
import { tagsOf } from "../word-tags.ts";
import { clientsOf } from "./load-balancer-clients.ts";
import { exit, rewrites } from "./load-balancer-facts.ts";
import { isAsked, losses, suits } from "./load-balancer-losses.ts";
import { raise } from "./load-balancer-reading.ts";
import { FORWARDED } from "./load-balancer-words.ts";
import { EXTERNAL, GATEWAY } from "./vm-parts.ts";

/**
 * In the forms of OpenStack a machine comes and goes without another load balancer being made, and rules can be said; in
 * OVHcloud's own form every leaf of a listener makes it anew: facts/mapping.md section 2, trap 13, 2026-11-21.
 */
const balancer = "openstack_lb_loadbalancer_v2";
const whole = "ovh_cloud_project_loadbalancer";
const listenerType = "openstack_lb_listener_v2";
const pool = "openstack_lb_pool_v2";
const policy = "openstack_lb_l7policy_v2";
const floating = "openstack_networking_floatingip_v2";
const associated = "openstack_networking_floatingip_associate_v2";

const owned = (type: string, attr: string, to: string, by: readonly string[] = ["id"]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to: [to], by },
});

const claims: readonly Claim[] = [
  { type: balancer, role: "anchor" },
  { type: whole, role: "anchor" },
  owned(listenerType, "loadbalancer_id", balancer),
  owned(pool, "loadbalancer_id", balancer),
  owned(pool, "listener_id", listenerType),
  owned("openstack_lb_member_v2", "pool_id", pool),
  owned("openstack_lb_members_v2", "pool_id", pool),
  owned("openstack_lb_monitor_v2", "pool_id", pool),
  owned(policy, "listener_id", listenerType),
  owned("openstack_lb_l7rule_v2", "l7policy_id", policy),
  owned(floating, "port_id", balancer, ["vip_port_id"]),
  owned(associated, "port_id", balancer, ["vip_port_id"]),
  { type: floating, role: "owned", edge: { from: associated, attr: "floating_ip", by: ["address"] } },
];

/** A load balancer of Octavia with its listeners, pools, checks, policies and floating address. */
export const loadBalancer: Implementation<"load-balancer"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => ref(theNative(natives, balancer), "id"),
    // It has an address and no name.
    hostname: (natives) => {
      const address = natives.find((n) => n.type === floating);
      return address ? ref(address, "address") : ref(theNative(natives, balancer), "vip_address");
    },
  },
  named: ({ type }) => (type === floating ? { output: "hostname" } : undefined),
  rewrites,
  losses,
  exit,
};

type Balancer = Props<"load-balancer">;
type Backend = Balancer["backends"][number];
type Listener = Balancer["listeners"][number];
type Rule = NonNullable<Listener["rules"]>[number];
type Pools = ReadonlyMap<string, readonly [pool: Native, backend: Backend]>;

function lower({ props }: Complete<"load-balancer">, ctx: LowerContext): readonly Native[] {
  const { region } = ctx;
  const main = ctx.native(
    balancer,
    {
      name: ctx.name(),
      region,
      vip_subnet_id: props.subnets[0] && ctx.output(props.subnets[0]),
      security_group_ids: props.firewalls?.map((f) => ctx.output(f)),
      tags: tagsOf(props.labels),
    },
    { preventDestroy: props.deletionProtection === true },
  );
  const address = props.public
    ? [
        ctx.native(
          floating,
          { region, pool: EXTERNAL, port_id: ref(main, "vip_port_id") },
          { after: { of: props.subnets.slice(0, 1), types: [GATEWAY] } },
        ),
      ]
    : [];
  const loadbalancer_id = ref(main, "id");
  const pools = new Map(props.backends.map((b) => [b.name, [poolOf(b, loadbalancer_id, ctx), b] as const]));
  return [
    main,
    ...address,
    ...[...pools.values()].flatMap(([native, backend]) => [native, ...membersOf(backend, native, ctx)]),
    ...props.listeners.flatMap((l) => listenerOf(l, loadbalancer_id, pools, props, ctx)),
  ];
}

/** What a pool speaks. Nothing is encrypted again on the way to a machine. */
const POOLS = { http: "HTTP", https: "HTTP", tcp: "TCP", tls: "TCP", udp: "UDP" };

function poolOf(backend: Backend, loadbalancer_id: Tree, ctx: LowerContext): Native {
  const { name, protocol, stickiness, proxyProtocol } = backend;
  const isHttp = POOLS[protocol] === "HTTP";
  const byCookie = stickiness === "cookie" && isHttp ? "HTTP_COOKIE" : undefined;
  const type = stickiness === "source-ip" ? "SOURCE_IP" : byCookie;
  return ctx.native(
    pool,
    {
      name,
      region: ctx.region,
      loadbalancer_id,
      protocol: proxyProtocol && protocol !== "udp" ? "PROXYV2" : POOLS[protocol],
      lb_method: backend.algorithm === "least-connections" ? "LEAST_CONNECTIONS" : "ROUND_ROBIN",
      persistence: type ? [{ type }] : undefined,
    },
    { part: name },
  );
}

function membersOf(backend: Backend, native: Native, ctx: LowerContext): readonly Native[] {
  const { name, port, targets, healthCheck: check } = backend;
  const place = { region: ctx.region, pool_id: ref(native, "id") };
  const machines = targets.map((target, i) =>
    ctx.native(
      "openstack_lb_member_v2",
      { ...place, address: ctx.output(addressOf(target)), protocol_port: port ?? 80, monitor_port: check?.port },
      { part: `${name}-${String(i + 1).padStart(2, "0")}` },
    ),
  );
  if (!check) return machines;
  const monitor = ctx.native(
    "openstack_lb_monitor_v2",
    {
      ...place,
      type: check.protocol.toUpperCase(),
      // All three are required; ten seconds, and three times, are what others do (judgement).
      delay: check.intervalSeconds ?? Math.max(10, check.timeoutSeconds ?? 0),
      timeout: check.timeoutSeconds ?? Math.min(5, check.intervalSeconds ?? 5),
      max_retries: check.healthyAfter ?? 3,
      max_retries_down: check.unhealthyAfter,
      url_path: check.path,
      expected_codes: check.status,
    },
    { part: name },
  );
  return [...machines, monitor];
}

const LISTENERS = { http: "HTTP", https: "TERMINATED_HTTPS", tcp: "TCP", tls: "TCP", udp: "UDP" };

function listenerOf(
  listener: Listener,
  loadbalancer_id: Tree,
  pools: Pools,
  { idleTimeoutSeconds: idle, firewalls }: Balancer,
  ctx: LowerContext,
): readonly Native[] {
  const { port, protocol, backend, certificate, furtherCertificates, rules = [] } = listener;
  const { region } = ctx;
  const part = String(port);
  const [to, behind] = pools.get(backend ?? "") ?? [];
  const isClosed = protocol === "https";
  const isHttp = isClosed || protocol === "http";
  const milliseconds = idle && idle * 1000;
  const made = ctx.native(
    listenerType,
    {
      name: part,
      region,
      loadbalancer_id,
      protocol: LISTENERS[protocol],
      protocol_port: port,
      default_pool_id: to && behind && suits(listener, behind) ? ref(to, "id") : undefined,
      default_tls_container_ref: isClosed && certificate ? ctx.output(certificate) : undefined,
      sni_container_refs: isClosed ? furtherCertificates?.map((c) => ctx.output(c)) : undefined,
      insert_headers: isHttp ? Object.fromEntries(FORWARDED.map((header) => [header, "true"])) : undefined,
      allowed_cidrs: clientsOf(listener, firewalls, ctx.uses),
      timeout_client_data: milliseconds,
      timeout_member_data: milliseconds,
    },
    { part },
  );
  const written = rules.flatMap((rule, i) => {
    const [native] = pools.get(rule.backend ?? "") ?? [];
    const behindRule = pools.get(rule.backend ?? "")?.[1];
    if (!native || !behindRule || !isAsked(listener, rule, behindRule)) return [];
    return policyOf(
      rule,
      native,
      { listener: made, position: i + 1, part: `${part}-${String(i + 1).padStart(2, "0")}` },
      ctx,
    );
  });
  return [made, ...written];
}

interface Place {
  readonly listener: Native;
  readonly position: number;
  readonly part: string;
}

function policyOf(rule: Rule, to: Native, { listener, position, part }: Place, ctx: LowerContext): readonly Native[] {
  const { region } = ctx;
  const made = ctx.native(
    policy,
    {
      name: ctx.name(part),
      region,
      listener_id: ref(listener, "id"),
      position,
      action: "REDIRECT_TO_POOL",
      redirect_pool_id: ref(to, "id"),
    },
    { part },
  );
  const { host, path, header } = rule;
  const conditions = [
    ...(host === undefined ? [] : [{ type: "HOST_NAME", pattern: host }]),
    ...(path === undefined ? [] : [{ type: "PATH", pattern: path }]),
    ...(header === undefined ? [] : [{ type: "HEADER", key: header.name, pattern: header.value }]),
  ];
  const asked = conditions.length > 0 ? conditions : [{ type: "PATH", pattern: "/*" }];
  return [
    made,
    ...asked.map(({ pattern, ...what }) => {
      const { compare, value } = matched(pattern);
      return ctx.native(
        "openstack_lb_l7rule_v2",
        { region, l7policy_id: ref(made, "id"), ...what, compare_type: compare, value },
        { part: `${part}-${what.type.toLowerCase().replace("_", "-")}` },
      );
    }),
  ];
}
