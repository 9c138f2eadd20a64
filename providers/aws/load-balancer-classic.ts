import { machineOf } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { compact, known, list, meaning, members } from "../values.ts";
import { readReach, readSubnets } from "./load-balancer-reach.ts";

const SPOKEN = { HTTP: "http", HTTPS: "https", TCP: "tcp", SSL: "tls" };

/** A Classic Load Balancer sends each port to one port of the same machines: a backend for each of these. */
export function readClassic(balancer: Cursor, group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const targets = targetsOf(balancer, group, ctx);
  const healthCheck = readCheck(balancer);
  const stickiness = readStickiness(group);
  const backends = new Map<string, Tree>();
  const listeners = balancer.each("listener").map((c): { readonly [key: string]: Tree } => {
    const port = c.read("instance_port") ?? new Unknown(`${c.address}.instance_port`);
    const protocol = meaning(upper(c.read("instance_protocol")), SPOKEN) ?? "http";
    const name = typeof port === "number" || typeof port === "string" ? `${String(protocol)}-${port}` : "instances";
    backends.set(name, compact({ name, port, protocol, targets, healthCheck, stickiness }));
    return compact({
      port: c.read("lb_port") ?? new Unknown(`${c.address}.lb_port`),
      protocol: meaning(upper(c.read("lb_protocol")), SPOKEN),
      certificate: ctx.reference(c.read("ssl_certificate_id")) as Tree | undefined,
      backend: name,
    });
  });
  const isHttp = listeners.some(({ protocol }) => protocol === "http" || protocol === "https");
  props.set("layer", isHttp ? "l7" : "l4");
  readReach(balancer, ctx);
  readSubnets(balancer, [], ctx);
  props.set("listeners", listeners);
  props.set("backends", [...backends.values()]);
  props.set("idleTimeoutSeconds", balancer.read("idle_timeout"));
  props.set("labels", balancer.read("tags"));
  balancer.ignore("availability_zones", "zones of a network without subnets, which nobody has any more");
  for (const path of ["connection_draining", "connection_draining_timeout"])
    balancer.ignore(path, "how long a machine that leaves is kept, not what runs");
}

function upper(protocol: Tree | undefined): Tree | undefined {
  return known(protocol, (p) => String(p).toUpperCase());
}

function targetsOf(balancer: Cursor, group: Cursors, ctx: RaiseContext): Tree {
  const attached = members(group, "aws_elb_attachment").map((c) => c.read("instance"));
  return [...list(balancer.read("instances")), ...attached].flatMap((id) => machineOf(id, ctx));
}

/** `HTTP:8080/ping`, `TCP:22`. */
function readCheck(balancer: Cursor): Tree | undefined {
  const [check] = balancer.each("health_check");
  if (!check) return undefined;
  const target = check.read("target") ?? new Unknown(`${check.address}.health_check.target`);
  const [, protocol, port, path] = /^(\w+):(\d+)(\/.*)?$/.exec(String(target)) ?? [];
  const words = { HTTP: "http", HTTPS: "https", TCP: "tcp", SSL: "tcp" };
  return compact({
    protocol:
      target instanceof Unknown
        ? target
        : (meaning(protocol?.toUpperCase(), words) ?? new Unknown(JSON.stringify(target))),
    path,
    port: port === undefined ? undefined : Number(port),
    intervalSeconds: check.read("interval"),
    timeoutSeconds: check.read("timeout"),
    healthyAfter: check.read("healthy_threshold"),
    unhealthyAfter: check.read("unhealthy_threshold"),
  });
}

/** Policies name the port they hold for; machines behind the others lose nothing by it. */
function readStickiness(group: Cursors): Tree | undefined {
  const policies = members(group, "aws_lb_cookie_stickiness_policy");
  for (const c of policies) {
    c.ignore("lb_port", "machines behind other ports lose nothing by it");
    c.ignore("cookie_expiration_period", "how long a client stays is the target's to say");
  }
  return policies.length > 0 ? "cookie" : undefined;
}
