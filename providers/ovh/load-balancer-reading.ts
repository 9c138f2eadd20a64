import { backendNames, machineOf, patternOf, saidAlike, secondsOf } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { compact, known, list, meaning, members } from "../values.ts";
import { labelsFrom } from "../word-tags.ts";
import { readWhole } from "./load-balancer-whole.ts";
import { CHECKED, CHOSEN, FORWARDED, KEPT, LISTENED, readFlavour, TIMED } from "./load-balancer-words.ts";
import { placement } from "./values.ts";
import { readSubnet } from "./vm-parts.ts";

const balancerType = "openstack_lb_loadbalancer_v2";
const NAME = "its name at OVHcloud; nothing refers to it by that";

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) {
    for (const c of members(group, type)) {
      placement(c);
      for (const path of ["name", "description"]) c.ignore(path, NAME);
      c.ignore("tenant_id", "whose it is");
      if (type !== balancerType) c.ignore("tags", "labels of a part; those of the load balancer are kept");
    }
  }
  const [whole] = members(group, "ovh_cloud_project_loadbalancer");
  if (whole) {
    readWhole(whole, ctx);
    return;
  }
  const [balancer] = members(group, balancerType);
  const listeners = members(group, "openstack_lb_listener_v2");
  if (balancer) readBalancer(balancer, group, ctx);
  const pools = members(group, "openstack_lb_pool_v2");
  const names = backendNames(pools, balancer);
  const nameOf = (c: Cursor) => names.get(c.address) ?? c.address;
  const isHttp = listeners.some((l) => l.is("protocol", "HTTP") || l.is("protocol", "TERMINATED_HTTPS"));
  const orphans = rulesOf(undefined, listeners, group, pools, nameOf);
  const read = [
    ...listeners.map((l) => readListener(l, listeners, group, pools, nameOf, ctx)),
    ...(orphans.length > 0 ? [{ ...openListener, rules: orphans }] : []),
  ];
  if (read.length > 0) {
    ctx.props.set("listeners", read);
    // Policies hang on listeners of HTTP alone.
    ctx.props.set("layer", isHttp || orphans.length > 0 ? "l7" : "l4");
  }
  const idle = saidAlike(listeners.flatMap((l) => TIMED.map((path) => [l, path] as const)));
  ctx.props.set("idleTimeoutSeconds", secondsOf(idle));
  const backends = pools.map((p) => ({ name: nameOf(p), ...readPool(p, pools, isHttp, group, ctx) }));
  const alone = readMachines(undefined, pools, group, ctx);
  const isThere = alone["healthCheck"] !== undefined || (alone["targets"] as readonly Tree[]).length > 0;
  const all = isThere ? [...backends, { ...openPool, ...alone }] : backends;
  if (all.length > 0) ctx.props.set("backends", all);
}

function readBalancer(balancer: Cursor, group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const subnet = readSubnet(balancer, "vip_subnet_id", "vip_network_id", ctx);
  props.set("subnets", subnet ? [subnet as Tree] : new Unknown(`the subnet of ${balancer.address}`));
  balancer.ignore("vip_address", "addresses change at the target");
  balancer.expect("loadbalancer_provider", "amphora");
  const floating = members(group, "openstack_networking_floatingip_v2");
  const beside = members(group, "openstack_networking_floatingip_associate_v2");
  for (const c of floating) c.ignore("pool", "the network that leads to the internet");
  for (const c of [...floating, ...beside]) c.ignore("fixed_ip", "addresses change at the target");
  if (floating.length + beside.length > 0) props.set("public", true);
  else props.set("public", false);
  const firewalls = list(balancer.read("security_group_ids")).map((f) => ctx.reference(f, "id"));
  if (firewalls.length > 0) props.set("firewalls", firewalls.filter((f) => f !== undefined) as Tree);
  readFlavour(balancer.read("flavor_id"), ctx);
  if (balancer.preventDestroy) props.set("deletionProtection", true);
  props.set("labels", labelsFrom(balancer.read("tags")));
}

/** A port of a load balancer that stands elsewhere. */
const openListener = {
  port: new Unknown("the port of a listener that is not here"),
  protocol: new Unknown("the protocol of a listener that is not here"),
};

const openPool = {
  name: new Unknown("the name of a pool that is not here"),
  protocol: new Unknown("the protocol of a pool that is not here"),
};

function readListener(
  c: Cursor,
  listeners: readonly Cursor[],
  group: Cursors,
  pools: readonly Cursor[],
  nameOf: (pool: Cursor) => string,
  ctx: RaiseContext,
): Tree {
  // A pool names its listener, or the listener its pool.
  const to = pools.find((p) => c.names("default_pool_id", p)) ?? pools.find((p) => p.names("listener_id", c));
  const rules = rulesOf(c, listeners, group, pools, nameOf);
  for (const header of FORWARDED) c.expect(`insert_headers.${header}`, "true");
  const further = list(c.read("sni_container_refs")).map((s) => ctx.reference(s) as Tree);
  return compact({
    port: c.read("protocol_port") ?? new Unknown(`${c.address}.protocol_port`),
    protocol: meaning(c.read("protocol"), LISTENED),
    certificate: ctx.reference(c.read("default_tls_container_ref")) as Tree | undefined,
    furtherCertificates: further.length > 0 ? further : undefined,
    backend: to ? nameOf(to) : openName(c.read("default_pool_id")),
    rules: rules.length > 0 ? rules : undefined,
  });
}

/** A pool that is not here: which one it is called is not known. */
function openName(id: Tree | undefined): Tree | undefined {
  return id === undefined || id instanceof Unknown ? id : new Unknown(JSON.stringify(id));
}

/** Rules of a listener; without one, those of listeners that are not here. */
function rulesOf(
  listener: Cursor | undefined,
  listeners: readonly Cursor[],
  group: Cursors,
  pools: readonly Cursor[],
  nameOf: (pool: Cursor) => string,
): readonly Tree[] {
  const conditions = members(group, "openstack_lb_l7rule_v2");
  const policies = members(group, "openstack_lb_l7policy_v2")
    .filter((p) => (listener ? p.names("listener_id", listener) : !listeners.some((l) => p.names("listener_id", l))))
    .map((policy) => {
      policy.ignore("position", "their order counts, and is kept");
      const position = policy.read("position");
      return { policy, at: typeof position === "number" ? position : Number.MAX_SAFE_INTEGER };
    })
    .sort((a, b) => a.at - b.at);
  return policies.flatMap(({ policy }): Tree[] => {
    // Redirects and rejections stay where they are, and are priced.
    if (!policy.expect("action", "REDIRECT_TO_POOL")) return [];
    const to = pools.find((p) => policy.names("redirect_pool_id", p));
    const mine = conditions.filter((r) => r.names("l7policy_id", policy)).map(conditionOf);
    const asked = Object.assign({}, ...mine) as Record<string, Tree>;
    if (asked["path"] === "/*") delete asked["path"];
    return [compact({ ...asked, backend: to ? nameOf(to) : openName(policy.read("redirect_pool_id")) })];
  });
}

function conditionOf(c: Cursor): { readonly [name: string]: Tree } {
  const type = c.read("type");
  const pattern = patternOf(c.read("compare_type"), c.read("value")) ?? new Unknown(`${c.address}.value`);
  const turned = c.is("invert", true) ? c.read("invert") : undefined;
  const value = turned === undefined ? pattern : new Unknown("what must not be so");
  if (type === "HOST_NAME") return { host: value };
  if (type === "PATH") return { path: value };
  if (type === "HEADER") return { header: compact({ name: c.read("key"), value }) };
  return { path: new Unknown(`a condition on ${type instanceof Unknown ? type.expression : String(type)}`) };
}

type Fields = { readonly [key: string]: Tree };

function readPool(c: Cursor, pools: readonly Cursor[], isHttp: boolean, group: Cursors, ctx: RaiseContext): Fields {
  const protocol = c.read("protocol");
  const proxied = protocol === "PROXY" || protocol === "PROXYV2";
  const inner = { HTTP: "http", HTTPS: "tcp", TCP: "tcp", UDP: "udp", PROXY: isHttp ? "http" : "tcp" };
  const [kept] = c.each("persistence");
  kept?.ignore("cookie_name", "the name of the cookie");
  const hashed = c.expect("lb_method", "SOURCE_IP");
  return compact({
    protocol: meaning(proxied ? "PROXY" : (protocol ?? new Unknown(`${c.address}.protocol`)), inner),
    algorithm: hashed ? undefined : meaning(c.read("lb_method"), CHOSEN),
    stickiness: hashed ? "source-ip" : meaning(kept?.read("type"), KEPT),
    proxyProtocol: proxied ? true : undefined,
    ...readMachines(c, pools, group, ctx),
  });
}

/** The machines of a pool and how they are asked; without one, those of pools that are not here. */
function readMachines(pool: Cursor | undefined, pools: readonly Cursor[], group: Cursors, ctx: RaiseContext): Fields {
  const isOf = (c: Cursor) => (pool ? c.names("pool_id", pool) : !pools.some((p) => c.names("pool_id", p)));
  const single = members(group, "openstack_lb_member_v2").filter(isOf);
  const together = members(group, "openstack_lb_members_v2").filter(isOf);
  const machines = [...single, ...together.flatMap((m) => m.each("member"))];
  const port = saidAlike(machines.map((m) => [m, "protocol_port"] as const));
  const checked = saidAlike(machines.map((m) => [m, "monitor_port"] as const));
  for (const m of machines) {
    m.ignore("subnet_id", "the subnet of the machine");
    m.ignore("name", NAME);
    m.expect("weight", 1);
  }
  const monitor = members(group, "openstack_lb_monitor_v2").find(isOf);
  return compact({
    port,
    targets: machines.flatMap((m) => machineOf(m.read("address"), ctx)),
    healthCheck: monitor && readCheck(monitor, checked),
  });
}

function readCheck(monitor: Cursor, port: Tree | undefined): Tree {
  monitor.expect("http_method", "GET");
  return compact({
    protocol: meaning(monitor.read("type"), CHECKED),
    path: monitor.read("url_path"),
    port,
    intervalSeconds: monitor.read("delay"),
    timeoutSeconds: monitor.read("timeout"),
    healthyAfter: monitor.read("max_retries"),
    unhealthyAfter: monitor.read("max_retries_down"),
    status: known(monitor.read("expected_codes"), (codes) => String(codes)),
  });
}
