import { z } from "zod";
import { SAME_RANGE } from "./cidr.ts";
import { prop } from "./component.ts";
import { anywhere, flag, harmless, leadsTo, partName } from "./prop-words.ts";

const Port = () => z.int().min(1).max(65_535);

const LISTENED = ["http", "https", "tcp", "tls", "udp"] as const;

/** Where a request is sent instead. What is left out stays as it came. */
export const Redirect = z.strictObject({
  protocol: z.enum(["http", "https"]).optional(),
  host: z.string().min(1).optional(),
  port: Port().optional(),
  path: z.string().min(1).optional(),
  /** Browsers may remember it. Default: they ask again. */
  permanent: z.literal(true).optional(),
});

/** An answer that no machine is asked for. */
const Response = z.strictObject({
  status: z
    .int()
    .min(200)
    .max(599)
    .refine(
      (status) => status < 300 || status >= 400,
      "a status from 200 to 299 or from 400 to 599; what sends a client elsewhere is a `redirect`",
    ),
  /** Default: text/plain. */
  contentType: z.enum(["text/html", "text/css", "application/json", "application/javascript"]).optional(),
  body: z.string().optional(),
});

/** One thing to do with a request: hand it to a backend, send it elsewhere, or answer it. */
const action = {
  /** Name of a backend. */
  backend: z.string().min(1).optional(),
  redirect: Redirect.optional(),
  respond: Response.optional(),
};

export const Rule = z.strictObject({
  /** All that are given must hold. `*` stands for any characters, `?` for one. */
  host: z.string().min(1).optional(),
  /** As "/api/*". */
  path: z.string().min(1).optional(),
  /** A header of the request, with its value. */
  header: z.strictObject({ name: z.string().min(1), value: z.string().min(1) }).optional(),
  /** As "POST". */
  method: z.string().min(1).optional(),
  /** A parameter of the query; without `key` whichever has the value. */
  query: z.strictObject({ key: z.string().min(1).optional(), value: z.string().min(1) }).optional(),
  /** Where the request comes from. */
  sourceCidr: prop(z.string().min(1), SAME_RANGE).optional(),
  ...action,
});

const Listener = z.strictObject({
  /** Unique in the load balancer. */
  port: Port(),
  /** What clients speak: `https` and `tls` end here, with `certificate`. */
  protocol: z.enum(LISTENED),
  /** With `https` and `tls`: certificate it shows, by its id at the cloud. */
  certificate: anywhere().optional(),
  /** Certificates for other names, chosen by what a client asks for. */
  furtherCertificates: prop(z.array(anywhere()), { satisfies: { rule: "setOf" } }).optional(),
  ...action,
  /** Looked at before the listener's own action; the first that fits counts. */
  rules: prop(z.array(Rule), { satisfies: { rule: "exact" }, absentMeans: [] }).optional(),
});

const HealthCheck = z.strictObject({
  protocol: z.enum(["http", "https", "tcp"]),
  /** With `http` and `https`: what is asked for. Default: "/". */
  path: z.string().min(1).optional(),
  /** Default: that of the backend. */
  port: Port().optional(),
  /** Seconds between two questions. Default: the cloud's. */
  intervalSeconds: prop(z.int().positive(), { satisfies: { rule: "atMost" } }).optional(),
  /** Seconds after which no answer is a failure. Default: the cloud's. */
  timeoutSeconds: prop(z.int().positive(), { satisfies: { rule: "exact" } }).optional(),
  /** Answers in a row after which a machine is asked again. */
  healthyAfter: z.int().min(1).max(10).optional(),
  /** Failures in a row after which it is asked no more. */
  unhealthyAfter: z.int().min(1).max(10).optional(),
  /** Status that is well: `200`, `200-299`, `200,204`. */
  status: z.string().min(1).optional(),
});

const Backend = z.strictObject({
  /** Unique in the load balancer: lower case, digits, single hyphens. */
  name: partName(),
  /** Port of the machines. Default: each has one of its own. */
  port: Port().optional(),
  /** What machines speak. */
  protocol: z.enum(LISTENED),
  /** Machines: their `id` outputs. Whoever registers itself is not listed. */
  targets: prop(z.array(leadsTo("vm", "id")), { satisfies: { rule: "setOf" } }).default([]),
  /** Default: the cloud's. */
  healthCheck: HealthCheck.optional(),
  /** Default: the cloud's. */
  algorithm: z.enum(["round-robin", "least-connections"]).optional(),
  /** A client stays with its machine, by a cookie or by its address. Default: none. */
  stickiness: prop(z.enum(["none", "cookie", "source-ip"]), { absentMeans: "none" }).optional(),
  /** Tells machines the client's address by the PROXY protocol. Default: false. */
  proxyProtocol: flag().optional(),
});

export const LoadBalancerProps = z.strictObject({
  /** Connections (`l4`) or requests (`l7`). Default: l7. */
  layer: prop(z.enum(["l4", "l7"]), { satisfies: { rule: "exact" } }).default("l7"),
  /** Reached from the internet. Default: true. */
  public: z.boolean().default(true),
  /** Subnets it stands in: `subnet` outputs of a network. */
  subnets: prop(z.array(leadsTo("network", "subnet")).min(1), { satisfies: { rule: "setOf" } }),
  /** Groups of firewall rules in front of it: their `id` outputs. */
  firewalls: prop(z.array(leadsTo("firewall", "id")), { satisfies: { rule: "setOf" } }).optional(),
  /** Whether it outlives the loss of a zone. Default: one is enough. */
  spread: prop(z.enum(["one-zone", "multi-zone"]), {
    satisfies: { rule: "ordered", values: ["one-zone", "multi-zone"] },
  }).optional(),
  /** What passes through it at most. Default: the smallest that is sold. */
  bandwidthMbps: prop(z.number().positive(), {
    satisfies: { rule: "atLeast" },
    catalogued: true,
    onlyAsked: true,
  }).optional(),
  /** What it listens to, by port, and what it does with it. Default: nothing. */
  listeners: prop(z.array(Listener), { satisfies: { rule: "byKey", key: "port" } }).default([]),
  /** Groups of machines that listeners and their rules hand requests to. Default: none. */
  backends: prop(z.array(Backend), { satisfies: { rule: "byKey", key: "name" } }).default([]),
  /** A connection on which nothing is said this long may be closed. Default: the cloud's. */
  idleTimeoutSeconds: prop(z.int().min(1).max(4000), { satisfies: { rule: "atLeast" } }).optional(),
  /** Refuse to delete. Default: false. */
  deletionProtection: harmless().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});
