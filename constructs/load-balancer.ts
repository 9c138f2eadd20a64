import type * as FastCheck from "fast-check";
import { z } from "zod";
import { type Contradiction, defineKind, prop } from "./component.ts";
import { meant } from "./nearest.ts";
import { anywhere, flag, harmless, leadsTo, partName } from "./prop-words.ts";

const Port = () => z.int().min(1).max(65_535);

const LISTENED = ["http", "https", "tcp", "tls", "udp"] as const;

/** Where a request is sent instead. What is left out stays as it came. */
const Redirect = z.strictObject({
  protocol: z.enum(["http", "https"]).optional(),
  host: z.string().min(1).optional(),
  port: Port().optional(),
  path: z.string().min(1).optional(),
  /** Browsers may remember it. Default: they ask again. */
  permanent: z.literal(true).optional(),
});

/** An answer that no machine is asked for. */
const Response = z.strictObject({
  status: z.int().min(200).max(599),
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

const Rule = z.strictObject({
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
  sourceCidr: z.string().min(1).optional(),
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

const LoadBalancerProps = z.strictObject({
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

export const loadBalancer = defineKind({
  kind: "load-balancer",
  title: "Load balancer with its listeners, rules and backends",
  props: LoadBalancerProps,
  outputs: ["id", "hostname"],
  labels: ["labels"],
  contradictions: contrary,
  effortKey: ({ layer }) => (layer === "l4" ? "loadBalancerL4" : "loadBalancerL7"),
  generate,
});

type Authored = z.input<typeof LoadBalancerProps>;

/** What names a backend that is not there, and what should show a certificate and has none. */
function contrary({ listeners = [], backends = [] }: Authored): Contradiction[] {
  const names = backends.map((b) => b.name);
  const unknown = (backend: string | undefined, path: Contradiction["path"]): Contradiction[] =>
    backend === undefined || names.includes(backend)
      ? []
      : [
          {
            path: [...path, "backend"],
            says: `names \`${backend}\`, which is no backend here. ${meant(backend, names, "backends")}`,
          },
        ];
  return listeners.flatMap(({ protocol, certificate, backend, rules = [] }, i) => [
    ...unknown(backend, ["listeners", i]),
    ...rules.flatMap((rule, j) => unknown(rule.backend, ["listeners", i, "rules", j])),
    ...(protocol === "https" && certificate === undefined
      ? [
          {
            path: ["listeners", i],
            says: "speaks `https` and shows no `certificate`. Write one: { external: NAME } where it stands outside.",
          },
        ]
      : []),
  ]);
}

/** Listeners and backends of one layer, each listener leading to a backend that is there. */
function generate(fc: typeof FastCheck): FastCheck.Arbitrary<Authored> {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
  const outside = word.map((external) => ({ external, literal: true }));
  const some = (minLength: number, maxLength: number) =>
    fc.uniqueArray(outside, { minLength, maxLength, selector: (o) => o.external });
  const healthCheck = fc
    .record(
      {
        protocol: fc.constantFrom("http" as const, "https" as const, "tcp" as const),
        port: fc.constantFrom(8080, 9090),
        intervalSeconds: fc.constantFrom(5, 10, 30, 60),
        timeoutSeconds: fc.constantFrom(2, 3, 4),
        healthyAfter: fc.integer({ min: 2, max: 5 }),
        unhealthyAfter: fc.integer({ min: 2, max: 5 }),
        status: fc.constantFrom("200", "200-299", "200,204"),
        path: fc.constantFrom("/", "/healthz"),
      },
      { requiredKeys: ["protocol", "path"] },
    )
    .map(({ path, status, ...check }) =>
      check.protocol === "tcp" ? check : { ...check, path, ...(status === undefined ? {} : { status }) },
    );
  const backend = fc.record(
    {
      secure: fc.boolean(),
      udp: fc.boolean(),
      port: fc.constantFrom(80, 3000, 8080),
      targets: some(1, 3),
      healthCheck,
      algorithm: fc.constantFrom("round-robin" as const, "least-connections" as const),
      stickiness: fc.constantFrom("none" as const, "cookie" as const, "source-ip" as const),
      proxyProtocol: fc.boolean(),
    },
    { requiredKeys: ["secure", "udp", "port", "targets"] },
  );
  const condition = fc.oneof(
    fc.record({ host: fc.constantFrom("api.example.org", "*.example.org") }),
    fc.record({ path: fc.constantFrom("/api/*", "/login", "*.php", "/a?/*") }),
    fc.record({ host: fc.constant("shop.example.org"), path: fc.constant("/static/*") }),
    fc.record({ header: fc.record({ name: fc.constant("X-Tier"), value: fc.constantFrom("beta", "be*") }) }),
    fc.record({ method: fc.constantFrom("POST", "PUT") }),
    fc.record({ query: fc.record({ key: word, value: word }, { requiredKeys: ["value"] }) }),
    fc.record({ sourceCidr: fc.constantFrom("192.0.2.0/24", "198.51.100.7/32") }),
  );
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ backend: fc.nat({ max: 9 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        redirect: fc.record(
          {
            protocol: fc.constant("https" as const),
            host: fc.constant("www.example.org"),
            permanent: fc.constant(true as const),
          },
          { requiredKeys: ["protocol"] },
        ),
      }),
    },
    { weight: 1, arbitrary: fc.record({ respond: fc.record({ status: fc.constantFrom(403, 404, 503) }) }) },
  );
  const listener = fc.record(
    {
      port: fc.constantFrom(80, 443, 5432, 8443),
      secure: fc.boolean(),
      act,
      furtherCertificates: some(1, 2),
      rules: fc.array(fc.record({ condition, act }), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["port", "secure", "act"] },
  );
  return fc
    .record(
      {
        layer: fc.constantFrom("l4" as const, "l7" as const),
        public: fc.boolean(),
        subnets: some(1, 3),
        firewalls: some(1, 2),
        spread: fc.constantFrom("one-zone" as const, "multi-zone" as const),
        bandwidthMbps: fc.constantFrom(100, 200, 400, 1000, 3000, 20_000),
        listeners: fc.uniqueArray(listener, { minLength: 1, maxLength: 3, selector: (l) => l.port }),
        backends: fc.array(backend, { minLength: 1, maxLength: 3 }),
        idleTimeoutSeconds: fc.constantFrom(60, 300, 4000),
        deletionProtection: fc.boolean(),
        labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
      },
      { requiredKeys: ["layer", "subnets", "listeners", "backends"] },
    )
    .map(({ layer, listeners, backends, ...rest }): Authored => {
      const named = backends.map(({ secure, udp, ...b }, i) => {
        const protocol = layer === "l7" ? (secure ? "https" : "http") : udp ? "udp" : secure ? "tls" : "tcp";
        return { ...b, name: `pool-${i + 1}`, protocol } as const;
      });
      const chosen = (act: { backend: number } | Pick<z.input<typeof Rule>, "redirect" | "respond">) =>
        "backend" in act ? { backend: named[act.backend % named.length]?.name ?? "" } : act;
      const first = named[0];
      return {
        ...rest,
        layer,
        backends: named,
        listeners: listeners.map(({ port, secure, act: own, furtherCertificates, rules }) => {
          const to = layer === "l7" ? chosen(own) : { backend: first?.name ?? "" };
          const udp = layer === "l4" && first?.protocol === "udp";
          const protocol = layer === "l7" ? (secure ? "https" : "http") : udp ? "udp" : secure ? "tls" : "tcp";
          const shown = protocol === "https" || protocol === "tls";
          return {
            port,
            protocol,
            ...(shown ? { certificate: { external: "certificate", literal: true } } : {}),
            ...(shown && furtherCertificates ? { furtherCertificates } : {}),
            ...to,
            ...(layer === "l7" && rules ? { rules: rules.map((r) => ({ ...r.condition, ...chosen(r.act) })) } : {}),
          };
        }),
      };
    });
}
