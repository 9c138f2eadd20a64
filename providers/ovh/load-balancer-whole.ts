import { machineOf, saidAlike, secondsOf } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { compact, known, meaning } from "../values.ts";
import { CHECKED, CHOSEN, KEPT, LISTENED, readFlavour, TIMED } from "./load-balancer-words.ts";

const upper = (value: Tree | undefined) => known(value, (v) => String(v).toUpperCase());
/** Its words are those of OpenStack in other letters: `terminatedHttps`, `roundRobin`. */
const worded = (value: Tree | undefined) =>
  known(value, (v) =>
    String(v)
      .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
      .toUpperCase(),
  );

/** OVHcloud's own form: everything in one resource, each listener with the pool behind it. */
export function readWhole(balancer: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const inside = "network.private";
  balancer.ignore(`${inside}.network.id`, "the network of its subnet");
  const subnet = ctx.reference(balancer.read(`${inside}.network.subnet_id`), "subnet");
  props.set("subnets", subnet ? [subnet as Tree] : new Unknown(`the subnet of ${balancer.address}`));
  const addresses = [`${inside}.floating_ip`, `${inside}.floating_ip_create`];
  props.set(
    "public",
    addresses.some((path) => balancer.has(path)),
  );
  for (const path of [...addresses, `${inside}.gateway`, `${inside}.gateway_create`])
    balancer.ignore(path, "addresses, and the gateway they are reached through, are made anew at the target");
  readFlavour(balancer.read("flavor_id"), ctx);
  if (balancer.preventDestroy) props.set("deletionProtection", true);
  const cursors = balancer.each("listeners");
  const parts = cursors.map((c) => readListener(c, ctx));
  if (parts.length === 0) return;
  const listeners = parts.map((p) => p.listener);
  props.set("listeners", listeners);
  props.set("layer", listeners.some(({ protocol }) => protocol === "http" || protocol === "https") ? "l7" : "l4");
  const backends = parts.flatMap((p) => p.backend ?? []);
  if (backends.length > 0) props.set("backends", backends);
  const idle = saidAlike(cursors.flatMap((l) => TIMED.map((path) => [l, path] as const)));
  props.set("idleTimeoutSeconds", secondsOf(idle));
}

type Fields = { readonly [name: string]: Tree };

function readListener(c: Cursor, ctx: RaiseContext): { listener: Fields; backend: Tree | undefined } {
  for (const path of ["name", "description"]) c.ignore(path, "how it is called");
  const port = c.read("port") ?? new Unknown("a port of the load balancer");
  const [pool] = c.each("pool");
  const name = `port-${typeof port === "number" ? port : "unknown"}`;
  return {
    listener: compact({
      port,
      protocol: meaning(worded(c.read("protocol")), LISTENED),
      certificate: ctx.reference(c.read("secret_id")) as Tree | undefined,
      backend: pool && name,
    }),
    backend: pool && { name, ...readPool(pool, ctx) },
  };
}

function readPool(pool: Cursor, ctx: RaiseContext): Fields {
  pool.ignore("name", "how it is called");
  const machines = pool.each("members");
  for (const m of machines) {
    m.ignore("name", "how it is called");
    m.expect("weight", 1);
  }
  const port = saidAlike(machines.map((m) => [m, "protocol_port"] as const));
  const [check] = pool.each("health_monitor");
  check?.ignore("name", "how it is called");
  const [kept] = pool.each("session_persistence");
  const [http] = check?.each("http_configuration") ?? [];
  http?.expect("http_method", "GET");
  return compact({
    port,
    protocol: meaning(upper(pool.read("protocol")), { HTTP: "http", HTTPS: "tcp", TCP: "tcp", UDP: "udp" }),
    targets: machines.flatMap((m) => machineOf(m.read("address"), ctx)),
    healthCheck:
      check &&
      compact({
        protocol: meaning(upper(check.read("monitor_type")), CHECKED),
        path: http?.read("url_path"),
        intervalSeconds: check.read("delay"),
        timeoutSeconds: check.read("timeout"),
        healthyAfter: check.read("max_retries"),
        unhealthyAfter: check.read("max_retries_down"),
        status: http?.read("expected_codes"),
      }),
    algorithm: meaning(worded(pool.read("algorithm")), CHOSEN),
    stickiness: meaning(worded(kept?.read("type")), KEPT),
  });
}
