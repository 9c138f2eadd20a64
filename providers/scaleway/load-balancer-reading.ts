import { backendNames, machineOf, saidAlike, secondsIn } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { compact, known, list, meaning, members } from "../values.ts";
import { labelsFrom, placement } from "./values.ts";

const NAME = "its name at Scaleway; nothing refers to it by that";

interface Backends {
  readonly cursors: readonly Cursor[];
  readonly nowhere: readonly Cursor[];
  nameOf(backend: Cursor): string;
  isHttp(backend: Cursor): boolean;
}

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) {
    for (const c of members(group, type)) {
      placement(c);
      for (const path of ["name", "description"]) c.ignore(path, NAME);
      c.ignore("zone", "where it stands is chosen anew at the target");
      if (type !== "scaleway_lb") c.ignore("tags", "tags of a part; those of the load balancer are kept");
    }
  }
  const [balancer] = members(group, "scaleway_lb");
  if (balancer) readBalancer(balancer, group, ctx);
  const backends = backendsOf(group, balancer);
  const listeners = readListeners(group, backends);
  if (listeners.length > 0) ctx.props.set("listeners", listeners);
  const read = backends.cursors.map((c) => ({ name: backends.nameOf(c), ...readBackend(c, ctx) }));
  if (read.length > 0) ctx.props.set("backends", read);
  if (read.length > 0) ctx.props.set("layer", backends.cursors.some(backends.isHttp) ? "l7" : "l4");
  const idle = saidAlike([
    ...members(group, "scaleway_lb_frontend").map((c) => [c, "timeout_client"] as const),
    ...backends.cursors.map((c) => [c, "timeout_server"] as const),
  ]);
  ctx.props.set(
    "idleTimeoutSeconds",
    known(secondsIn(idle), (s) => Math.max(1, Math.floor(Number(s)))),
  );
}

function readBalancer(balancer: Cursor, group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const type = known(balancer.read("type"), (t) => String(t).toUpperCase());
  props.set("bandwidthMbps", ctx.offered("balancer", type));
  const given = balancer.read("assign_flexible_ip");
  props.set("public", given);
  props.hold("public", true);
  for (const path of ["ip_id", "ip_ids"]) balancer.ignore(path, "addresses change at the target");
  balancer.ignore("external_private_networks", "its networks are written beside it");
  const inside = balancer.each("private_network").map((c) => {
    c.ignore("ipam_ids", "addresses change at the target");
    return c.read("private_network_id");
  });
  const beside = members(group, "scaleway_lb_private_network").map((c) => {
    c.ignore("ipam_ip_ids", "addresses change at the target");
    return c.read("private_network_id");
  });
  const subnets = [...inside, ...beside].map((id) => ctx.reference(id, "subnet")).filter((s) => s !== undefined);
  props.set("subnets", subnets.length > 0 ? (subnets as Tree) : new Unknown(`the networks of ${balancer.address}`));
  if (balancer.preventDestroy) props.set("deletionProtection", true);
  props.set("labels", labelsFrom(balancer.read("tags")));
}

function backendsOf(group: Cursors, balancer: Cursor | undefined): Backends {
  const all = members(group, "scaleway_lb_backend");
  const nowhere = all.filter((c) => !c.has("server_ips") && c.is("max_connections", 1));
  const cursors = all.filter((c) => !nowhere.includes(c));
  for (const c of nowhere) {
    c.expect("max_connections", 1);
    c.ignore("forward_port", "nothing stands behind it");
    for (const protocol of ["http", "tcp"]) c.expect("forward_protocol", protocol);
  }
  const names = backendNames(cursors, balancer);
  return {
    cursors,
    nowhere,
    nameOf: (c) => names.get(c.address) ?? c.address,
    isHttp: (c) => c.is("forward_protocol", "http"),
  };
}

function readListeners(group: Cursors, backends: Backends): readonly Tree[] {
  const routes = members(group, "scaleway_lb_route");
  const acls = members(group, "scaleway_lb_acl");
  const frontends = members(group, "scaleway_lb_frontend");
  const elsewhere = routes.filter((r) => !frontends.some((c) => r.names("frontend_id", c)));
  const orphans = elsewhere.map((r) => ruleOf(r, backends));
  const foreign = orphans.length > 0 ? [{ ...openListener, rules: orphans }] : [];
  const here = frontends.map((c) => {
    const to = backends.cursors.find((b) => c.names("backend_id", b));
    const nowhere = to ? undefined : backends.nowhere.find((b) => c.names("backend_id", b));
    const certificates = certificatesOf(c, group);
    const [certificate, ...further] = certificates;
    const isHttp = [to, nowhere].some((b) => b && backends.isHttp(b));
    const words = isHttp ? { plain: "http", secure: "https" } : { plain: "tcp", secure: "tls" };
    const own = acls.filter((a) => a.names("frontend_id", c));
    for (const a of own) a.ignore("index", "their order counts, and is kept");
    c.ignore("external_acls", "says that ACLs stand beside it");
    const redirect = [...own, ...c.each("acl")].map(redirectIn).find((r) => r !== undefined);
    const rules = routes.filter((r) => r.names("frontend_id", c)).map((r) => ruleOf(r, backends));
    const elsewhere = to || nowhere ? undefined : c.read("backend_id");
    return compact({
      port: c.read("inbound_port") ?? new Unknown(`${c.address}.inbound_port`),
      // What a backend that is not here speaks nobody knows.
      protocol: openName(elsewhere) ?? (certificates.length > 0 ? words.secure : words.plain),
      certificate,
      furtherCertificates: further.length > 0 ? further : undefined,
      // A frontend must name a backend; where everything is sent elsewhere it hands nothing on to it.
      backend: redirect ? undefined : to ? backends.nameOf(to) : openName(elsewhere),
      redirect,
      rules: rules.length > 0 ? rules : undefined,
    });
  });
  return [...here, ...foreign];
}

/** A port of a load balancer that stands elsewhere. */
const openListener = {
  port: new Unknown("the port of a frontend that is not here"),
  protocol: new Unknown("the protocol of a frontend that is not here"),
};

/** A backend that is not here: which one it is called is not known. */
function openName(id: Tree | undefined): Tree | undefined {
  return id === undefined || id instanceof Unknown ? id : new Unknown(JSON.stringify(id));
}

/** Certificates by what holds them, else by their ids. What is in one is brought anew, with its key. */
function certificatesOf(frontend: Cursor, group: Cursors): readonly Tree[] {
  for (const c of members(group, "scaleway_lb_certificate"))
    c.ignore("custom_certificate", "a secret: the certificate is brought anew, with its key");
  return list(frontend.read("certificate_ids")).map(
    (id): Tree => (id instanceof Unknown ? { external: id.expression } : { external: String(id), literal: true }),
  );
}

/** Everything that comes in is sent to another scheme. */
function redirectIn(acl: Cursor): Tree | undefined {
  const [action] = acl.each("action");
  const [to] = action?.each("redirect") ?? [];
  if (!action || !to || !action.is("type", "redirect") || !to.is("type", "scheme")) return undefined;
  if (!isEverything(acl)) return undefined;
  action.expect("type", "redirect");
  to.expect("type", "scheme");
  to.expect("code", 302);
  return compact({
    protocol: meaning(to.read("target"), { http: "http", https: "https" }),
    permanent: to.expect("code", 301) || undefined,
  });
}

function isEverything(acl: Cursor): boolean {
  const [match] = acl.each("match");
  if (!match) return false;
  const all = match.is("ip_subnet", ["0.0.0.0/0"]);
  const any = match.is("http_filter", "path_begin") && match.is("http_filter_value", ["/"]);
  if ((!all && !any) || match.is("invert", true) || (all && match.has("http_filter_value") && !any)) return false;
  for (const path of ["http_filter", "http_filter_value", "ip_subnet"]) match.ignore(path, "everything that comes in");
  return true;
}

function ruleOf(route: Cursor, backends: Backends): Tree {
  const to = backends.cursors.find((b) => route.names("backend_id", b));
  const host = route.read("match_host_header") ?? route.read("match_sni");
  const path = known(route.read("match_path_begin"), (begin) => `${String(begin)}*`);
  return compact({ host, path, backend: to ? backends.nameOf(to) : openName(route.read("backend_id")) });
}

function readBackend(c: Cursor, ctx: RaiseContext): { readonly [key: string]: Tree } {
  const secure = c.read("ssl_bridging") === true;
  const words = secure ? { http: "https", tcp: "tls" } : { http: "http", tcp: "tcp" };
  // Elsewhere nobody asks who signed the certificate of a machine.
  c.expect("ignore_ssl_server_verify", secure);
  c.ignore("sticky_sessions_cookie_name", "the name of the cookie");
  const targets = list(c.read("server_ips")).flatMap((ip) => machineOf(ip, ctx));
  return compact({
    port: c.read("forward_port") ?? new Unknown(`${c.address}.forward_port`),
    protocol: meaning(c.read("forward_protocol") ?? new Unknown(`${c.address}.forward_protocol`), words),
    targets,
    healthCheck: readCheck(c),
    algorithm: meaning(c.read("forward_port_algorithm"), { roundrobin: "round-robin", leastconn: "least-connections" }),
    stickiness: meaning(c.read("sticky_sessions"), { none: "none", cookie: "cookie", table: "source-ip" }),
    proxyProtocol: readProxy(c),
  });
}

/** Told by the second version; the first one carries less and is another thing to the machines. */
function readProxy(c: Cursor): Tree | undefined {
  if (c.expect("proxy_protocol", "v2") || c.expect("send_proxy_v2", true)) return true;
  c.expect("send_proxy_v2", false);
  return known(c.read("proxy_protocol"), (version) => (version === "none" ? undefined : true));
}

const TIMED = ["health_check_delay", "health_check_timeout", "health_check_max_retries", "health_check_port"];

function readCheck(c: Cursor): Tree | undefined {
  const protocol = ["http", "https"].find((p) => c.has(`health_check_${p}`)) ?? "tcp";
  if (protocol === "tcp" && ![...TIMED, "health_check_tcp"].some((path) => c.has(path))) return undefined;
  c.ignore("health_check_tcp", "a connection is check enough");
  const [answer] = protocol === "tcp" ? [] : c.each(`health_check_${protocol}`);
  return compact({
    protocol,
    path: answer?.read("uri"),
    status: known(answer?.read("code"), (code) => String(code)),
    port: c.read("health_check_port"),
    intervalSeconds: secondsIn(c.read("health_check_delay")),
    timeoutSeconds: secondsIn(c.read("health_check_timeout")),
    unhealthyAfter: c.read("health_check_max_retries"),
  });
}
