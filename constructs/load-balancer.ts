import type * as FastCheck from "fast-check";
import type { z } from "zod";
import { type Contradiction, defineKind } from "./component.ts";
import { LoadBalancerProps, type Redirect, type Rule } from "./load-balancer-props.ts";
import { meant } from "./nearest.ts";

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
type Listened = NonNullable<Authored["listeners"]>[number];

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
  const ofListeners = listeners.flatMap(({ protocol, port, certificate, backend, redirect, rules = [] }, i) => [
    ...unknown(backend, ["listeners", i]),
    ...rules.flatMap((rule, j) => unknown(rule.backend, ["listeners", i, "rules", j])),
    ...(redirect && leadsBack(redirect, protocol, port)
      ? [
          {
            path: ["listeners", i, "redirect"],
            says: "leads back to where it came from. Name another host, path, port or protocol.",
          },
        ]
      : []),
    ...(protocol === "https" && certificate === undefined
      ? [
          {
            path: ["listeners", i],
            says: "speaks `https` and shows no `certificate`. Write one: { external: NAME } where it stands outside.",
          },
        ]
      : []),
  ]);
  const ofChecks = backends.flatMap(({ healthCheck }, i): Contradiction[] =>
    healthCheck?.protocol === "tcp" && (healthCheck.path !== undefined || healthCheck.status !== undefined)
      ? [
          {
            path: ["backends", i, "healthCheck"],
            says: "asks by `tcp` whether a port is open: there is no `path` and no `status`. Leave them out, or ask by `http`.",
          },
        ]
      : [],
  );
  return [...ofListeners, ...ofChecks];
}

function leadsBack(to: z.infer<typeof Redirect>, protocol: string, port: number): boolean {
  const stays = (to.protocol ?? protocol) === protocol && (to.port ?? port) === port;
  return stays && to.host === undefined && to.path === undefined;
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
          const udp = layer === "l4" && first?.protocol === "udp";
          const protocol = layer === "l7" ? (secure ? "https" : "http") : udp ? "udp" : secure ? "tls" : "tcp";
          const shown = protocol === "https" || protocol === "tls";
          const drawn: Pick<Listened, "backend" | "redirect" | "respond"> =
            layer === "l7" ? chosen(own) : { backend: first?.name ?? "" };
          const to =
            drawn.redirect && leadsBack(drawn.redirect, protocol, port)
              ? { redirect: { ...drawn.redirect, host: "www.example.org" } }
              : drawn;
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
