import type { PropsInput } from "../../constructs/kinds.ts";
import type { Case } from "./case.ts";

type Asked = PropsInput<"load-balancer">;
type Backend = NonNullable<Asked["backends"]>[number];
type Listener = NonNullable<Asked["listeners"]>[number];

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = []) => ({ natives, losses });
const times = (count: number, type: string): string[] => Array<string>(count).fill(type);

/** How many listeners, backends and targets there are; what else is written stands behind. */
const aws = (listeners = 0, backends = 0, targets = 0, ...more: string[]) => [
  "aws_lb",
  ...times(listeners, "aws_lb_listener"),
  ...times(backends, "aws_lb_target_group"),
  ...times(targets, "aws_lb_target_group_attachment"),
  ...more,
];
const scaleway = (listeners = 0, backends = 0, ...more: string[]) => [
  "scaleway_lb",
  "scaleway_lb_ip",
  ...times(listeners, "scaleway_lb_frontend"),
  ...times(backends, "scaleway_lb_backend"),
  ...more,
];
const ovh = (listeners = 0, backends = 0, targets = 0, ...more: string[]) => [
  "openstack_lb_loadbalancer_v2",
  "openstack_networking_floatingip_v2",
  ...times(listeners, "openstack_lb_listener_v2"),
  ...times(backends, "openstack_lb_pool_v2"),
  ...times(targets, "openstack_lb_member_v2"),
  ...more,
];
const rule = "aws_lb_listener_rule";
const route = "scaleway_lb_route";
const policy = "openstack_lb_l7policy_v2";
const condition = "openstack_lb_l7rule_v2";
const brought = "scaleway_lb_certificate";
const monitor = "openstack_lb_monitor_v2";
const acl = "scaleway_lb_acl";

const subnets = [outside("subnet-0a1b"), outside("subnet-1a1b")];
const one = [outside("subnet-0a1b")];
const web: Backend = {
  name: "web",
  port: 8080,
  protocol: "http",
  targets: [outside("i-0a1b2c3d"), outside("i-1a1b2c3d")],
};
const api: Backend = { name: "api", port: 9000, protocol: "http", targets: [outside("i-2a1b2c3d")] };
const tcp: Backend = { name: "queue", port: 5672, protocol: "tcp", targets: [outside("i-0a1b2c3d")] };
const http: Listener = { port: 80, protocol: "http", backend: "web" };
const https: Listener = { port: 443, protocol: "https", certificate: outside("certificate"), backend: "web" };
const amqp: Listener = { port: 5672, protocol: "tcp", backend: "queue" };
/** A listener in front of one backend on every cloud, and what only some lose. */
const plain = (losses: { readonly [cloud in "aws" | "scaleway" | "ovh"]?: readonly string[] } = {}) => ({
  aws: made(aws(1, 1, 2), losses.aws),
  scaleway: made(scaleway(1, 1), losses.scaleway),
  ovh: made(ovh(1, 1, 2), losses.ovh),
});
const below = (losses: { readonly [cloud in "aws" | "scaleway" | "ovh"]?: readonly string[] } = {}) => ({
  aws: made(aws(1, 1, 1), losses.aws),
  scaleway: made(scaleway(1, 1), losses.scaleway),
  ovh: made(ovh(1, 1, 1), losses.ovh),
});
const checked = { protocol: "http", path: "/healthz" } as const;

export const loadBalancerCases: readonly Case<"load-balancer">[] = [
  {
    title: "a load balancer nobody asks anything of",
    props: { subnets: one },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "HTTP to two machines in two subnets",
    props: { subnets, listeners: [http], backends: [web] },
    expects: plain({ ovh: ["subnets"] }),
  },
  {
    title: "reached from inside alone",
    props: { public: false, subnets: one, listeners: [http], backends: [web] },
    expects: {
      aws: made(aws(1, 1, 2)),
      scaleway: made(scaleway(1, 1).filter((t) => t !== "scaleway_lb_ip")),
      ovh: made(ovh(1, 1, 2).filter((t) => t !== "openstack_networking_floatingip_v2")),
    },
  },
  {
    title: "more subnets than a load balancer may stand in everywhere",
    props: { subnets: Array.from({ length: 9 }, (_, i) => outside(`subnet-${i}`)) },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["subnets"]), ovh: made(ovh(), ["subnets"]) },
  },
  {
    title: "firewalls in front of it",
    props: { subnets: one, firewalls: [outside("sg-0a1b"), outside("sg-1a1b")], listeners: [http], backends: [web] },
    expects: plain({ scaleway: ["firewalls"] }),
  },
  {
    title: "a firewall of the same workload in front of it, and a redirect",
    props: {
      subnets: one,
      firewalls: [{ component: "edge", output: "id" }],
      listeners: [{ port: 80, protocol: "http", redirect: { protocol: "https" } }, https],
      backends: [web],
    },
    expects: {
      aws: made(aws(2, 1, 2)),
      // Who comes in stands in ACLs once the rules of the firewall are beside it: settle-balancers.test.ts.
      scaleway: made(scaleway(2, 2, acl, brought), ["firewalls"]),
      ovh: made(ovh(2, 1, 2), ["listeners.redirect"]),
    },
  },
  {
    title: "HTTPS with a certificate, and one for other names",
    props: {
      subnets: one,
      listeners: [{ ...https, furtherCertificates: [outside("shop-certificate")] }],
      backends: [web],
    },
    expects: {
      aws: made(aws(1, 1, 2, "aws_lb_listener_certificate")),
      scaleway: made(scaleway(1, 1, brought, brought)),
      ovh: made(ovh(1, 1, 2)),
    },
  },
  {
    title: "HTTPS whose certificate nobody names",
    props: { subnets: one, listeners: [{ port: 443, protocol: "https", backend: "web" }], backends: [web] },
    expects: plain({ scaleway: ["listeners.protocol"] }),
  },
  {
    title: "HTTP is sent to HTTPS for good",
    props: {
      subnets: one,
      listeners: [{ port: 80, protocol: "http", redirect: { protocol: "https", permanent: true } }, https],
      backends: [web],
    },
    expects: {
      aws: made(aws(2, 1, 2)),
      scaleway: made(scaleway(2, 2, acl, brought)),
      ovh: made(ovh(2, 1, 2), ["listeners.redirect"]),
    },
  },
  {
    title: "nothing but a redirect, for now",
    props: { subnets: one, listeners: [{ port: 80, protocol: "http", redirect: { protocol: "https" } }] },
    expects: {
      aws: made(aws(1)),
      scaleway: made(scaleway(1, 1, acl)),
      ovh: made(ovh(1), ["listeners.redirect"]),
    },
  },
  {
    title: "a redirect to another host, port and path",
    props: {
      subnets: one,
      listeners: [{ port: 80, protocol: "http", redirect: { host: "www.example.org", port: 8443, path: "/new" } }],
      backends: [web],
    },
    expects: {
      aws: made(aws(1), ["backends"]),
      scaleway: made(scaleway(1, 2), ["listeners.redirect"]),
      ovh: made(ovh(1, 1, 2), ["listeners.redirect"]),
    },
  },
  {
    title: "two ports that redirect, and one that leads nowhere",
    props: {
      subnets: one,
      listeners: [
        { port: 80, protocol: "http", redirect: { protocol: "https" } },
        { port: 8080, protocol: "http", redirect: { protocol: "http" } },
        { port: 5432, protocol: "tcp" },
      ],
    },
    expects: {
      aws: made(aws(2), ["listeners"]),
      scaleway: made(scaleway(3, 2, acl, acl)),
      ovh: made(ovh(3), ["listeners.redirect"]),
    },
  },
  {
    title: "what no rule fits is answered with a text",
    props: {
      subnets: one,
      listeners: [
        {
          port: 80,
          protocol: "http",
          respond: { status: 404, contentType: "text/html", body: "<p>Nobody lives here." },
          rules: [{ host: "shop.example.org", backend: "web" }],
        },
      ],
      backends: [web],
    },
    expects: {
      aws: made(aws(1, 1, 2, rule)),
      scaleway: made(scaleway(1, 2, route), ["listeners.respond"]),
      ovh: made(ovh(1, 1, 2, policy, condition), ["listeners.respond"]),
    },
  },
  {
    title: "rules by host and by how a path begins",
    props: {
      subnets: one,
      listeners: [
        {
          ...http,
          rules: [
            { host: "api.example.org", backend: "api" },
            { path: "/api/*", backend: "api" },
          ],
        },
      ],
      backends: [web, api],
    },
    expects: {
      aws: made(aws(1, 2, 3, rule, rule)),
      scaleway: made(scaleway(1, 2, route, route)),
      ovh: made(ovh(1, 2, 3, policy, policy, condition, condition)),
    },
  },
  {
    title: "rules by patterns, by header, and by two things at once",
    props: {
      subnets: one,
      listeners: [
        {
          ...http,
          rules: [
            { host: "*.example.org", backend: "api" },
            { path: "/login", backend: "api" },
            { path: "/v?/orders/*.json", backend: "api" },
            { header: { name: "X-Tier", value: "beta*" }, backend: "api" },
            { host: "shop.example.org", path: "/api/*", backend: "api" },
            { backend: "api" },
          ],
        },
      ],
      backends: [web, api],
    },
    expects: {
      aws: made(aws(1, 2, 3, ...times(6, rule))),
      scaleway: made(scaleway(1, 2), ["listeners.rules"]),
      ovh: made(ovh(1, 2, 3, ...times(6, policy), ...times(7, condition))),
    },
  },
  {
    title: "rules by method, query and address, that redirect and answer",
    props: {
      subnets: one,
      listeners: [
        {
          ...http,
          rules: [
            { method: "POST", backend: "api" },
            { query: { key: "beta", value: "1" }, backend: "api" },
            { sourceCidr: "192.0.2.0/24", respond: { status: 403 } },
            { path: "/old/*", redirect: { path: "/new", permanent: true } },
          ],
        },
      ],
      backends: [web, api],
    },
    expects: {
      aws: made(aws(1, 2, 3, ...times(4, rule))),
      scaleway: made(scaleway(1, 2), ["listeners.rules"]),
      ovh: made(ovh(1, 2, 3), ["listeners.rules"]),
    },
  },
  {
    title: "TCP to one machine",
    props: { layer: "l4", subnets: one, listeners: [amqp], backends: [tcp] },
    expects: below(),
  },
  {
    title: "TLS ends at the load balancer and starts again behind it",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [
        {
          ...amqp,
          protocol: "tls",
          certificate: outside("certificate"),
          furtherCertificates: [outside("other-certificate")],
        },
      ],
      backends: [{ ...tcp, protocol: "tls" }],
    },
    expects: {
      aws: made(aws(1, 1, 1, "aws_lb_listener_certificate")),
      scaleway: made(scaleway(1, 1, brought, brought)),
      ovh: made(ovh(1, 1, 1), [
        "backends.protocol",
        "listeners.certificate",
        "listeners.furtherCertificates",
        "listeners.protocol",
      ]),
    },
  },
  {
    title: "requests are encrypted again on their way to the machines",
    props: { subnets: one, listeners: [https], backends: [{ ...web, port: 8443, protocol: "https" }] },
    expects: {
      aws: made(aws(1, 1, 2)),
      scaleway: made(scaleway(1, 1, brought)),
      ovh: made(ovh(1, 1, 2), ["backends.protocol"]),
    },
  },
  {
    title: "UDP, which not every load balancer forwards",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [{ port: 514, protocol: "udp", backend: "logs" }],
      backends: [{ ...tcp, name: "logs", port: 514, protocol: "udp" }],
    },
    expects: {
      aws: made(aws(1, 1, 1)),
      scaleway: made(scaleway(), ["backends", "layer", "listeners"]),
      ovh: made(ovh(1, 1, 1)),
    },
  },
  {
    title: "HTTP and TCP at one load balancer",
    props: { subnets: one, listeners: [http, amqp], backends: [web, tcp] },
    expects: {
      aws: made(aws(1, 1, 2), ["backends", "listeners"]),
      scaleway: made(scaleway(2, 2)),
      ovh: made(ovh(2, 2, 3)),
    },
  },
  {
    title: "a listener that leads to a backend of another language",
    props: { subnets: one, listeners: [{ ...http, backend: "queue" }, https], backends: [web, tcp] },
    expects: {
      aws: made(aws(2, 1, 2), ["backends", "listeners.backend"]),
      scaleway: made(scaleway(1, 2, brought), ["listeners"]),
      ovh: made(ovh(2, 2, 3), ["listeners.backend"]),
    },
  },
  {
    title: "rules below HTTP",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [
        {
          ...amqp,
          protocol: "tls",
          certificate: outside("certificate"),
          rules: [{ host: "queue.example.org", backend: "queue" }],
        },
      ],
      backends: [tcp],
    },
    expects: {
      aws: made(aws(1, 1, 1), ["listeners.rules"]),
      scaleway: made(scaleway(1, 1, brought, route)),
      ovh: made(ovh(1, 1, 1), ["listeners.certificate", "listeners.protocol", "listeners.rules"]),
    },
  },
  {
    title: "machines are asked whether they are well",
    props: {
      subnets: one,
      listeners: [http],
      backends: [
        {
          ...web,
          healthCheck: {
            ...checked,
            port: 9090,
            intervalSeconds: 15,
            timeoutSeconds: 5,
            healthyAfter: 2,
            unhealthyAfter: 4,
            status: "200",
          },
        },
      ],
    },
    expects: {
      aws: made(aws(1, 1, 2)),
      scaleway: made(scaleway(1, 1), ["backends.healthCheck.healthyAfter"]),
      ovh: made(ovh(1, 1, 2, monitor)),
    },
  },
  {
    title: "machines are asked at their root",
    props: {
      subnets: one,
      listeners: [{ ...http, rules: [{ path: "/api/*", backend: "api" }] }],
      backends: [
        { ...web, healthCheck: { protocol: "http", timeoutSeconds: 20, status: "403" } },
        { ...api, healthCheck: { protocol: "https", intervalSeconds: 3 } },
      ],
    },
    expects: {
      aws: made(aws(1, 2, 3, rule), ["backends.healthCheck.intervalSeconds"]),
      scaleway: made(scaleway(1, 2, route)),
      ovh: made(ovh(1, 2, 3, monitor, monitor, policy, condition)),
    },
  },
  {
    title: "connections that are told apart by nobody but the machines, which speak TLS",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [{ ...amqp, backend: "queue" }],
      backends: [{ ...tcp, protocol: "tls" }],
    },
    expects: {
      aws: made(aws(0, 0, 0), ["backends", "listeners"]),
      scaleway: made(scaleway(1, 1)),
      ovh: made(ovh(1, 1, 1), ["backends.protocol"]),
    },
  },
  {
    title: "TLS ends at the balancer and begins again, and clients stay by their address",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [{ port: 5671, protocol: "tls", certificate: outside("certificate"), backend: "queue" }],
      backends: [{ ...tcp, protocol: "tls", stickiness: "source-ip" }],
    },
    expects: {
      aws: made(aws(1, 1, 1), ["backends.stickiness"]),
      scaleway: made(scaleway(1, 1, brought)),
      ovh: made(ovh(1, 1, 1), ["backends.protocol", "listeners.certificate", "listeners.protocol"]),
    },
  },
  {
    title: "machines are asked whether their port is open, by one answer that is waited for a second",
    props: {
      subnets: one,
      listeners: [http],
      backends: [{ ...web, healthCheck: { protocol: "tcp", timeoutSeconds: 1, healthyAfter: 1, unhealthyAfter: 1 } }],
    },
    expects: {
      aws: made(aws(1, 1, 2), [
        "backends.healthCheck.healthyAfter",
        "backends.healthCheck.protocol",
        "backends.healthCheck.timeoutSeconds",
        "backends.healthCheck.unhealthyAfter",
      ]),
      scaleway: made(scaleway(1, 1), ["backends.healthCheck.healthyAfter"]),
      ovh: made(ovh(1, 1, 2, monitor)),
    },
  },
  {
    title: "several answers count as well, asked by HTTPS",
    props: {
      subnets: one,
      listeners: [http],
      backends: [{ ...web, healthCheck: { ...checked, protocol: "https", status: "200-299" } }],
    },
    expects: {
      aws: made(aws(1, 1, 2)),
      scaleway: made(scaleway(1, 1), ["backends.healthCheck.status"]),
      ovh: made(ovh(1, 1, 2, monitor)),
    },
  },
  {
    title: "a connection is check enough",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [amqp],
      backends: [{ ...tcp, healthCheck: { protocol: "tcp", intervalSeconds: 10 } }],
    },
    expects: {
      aws: made(aws(1, 1, 1)),
      scaleway: made(scaleway(1, 1)),
      ovh: made(ovh(1, 1, 1, monitor)),
    },
  },
  {
    title: "machines register themselves, and are asked at a port of its own",
    props: {
      subnets: one,
      listeners: [http],
      backends: [{ name: "web", port: 8080, protocol: "http", healthCheck: { ...checked, port: 9090 } }],
    },
    expects: {
      aws: made(aws(1, 1)),
      scaleway: made(scaleway(1, 1)),
      ovh: made(ovh(1, 1, 0, monitor), ["backends.healthCheck.port", "backends.port"]),
    },
  },
  {
    title: "machines known by their addresses",
    props: {
      subnets: one,
      listeners: [http],
      backends: [{ ...web, targets: [outside("10.0.1.7"), outside("10.0.1.8")] }],
    },
    expects: plain(),
  },
  {
    title: "the machine with the fewest connections is next, and clients stay by a cookie",
    props: {
      subnets: one,
      listeners: [http],
      backends: [{ ...web, algorithm: "least-connections", stickiness: "cookie" }],
    },
    expects: plain(),
  },
  {
    title: "one machine after the other, below HTTP",
    props: { layer: "l4", subnets: one, listeners: [amqp], backends: [{ ...tcp, algorithm: "round-robin" }] },
    expects: below({ aws: ["backends.algorithm"] }),
  },
  {
    title: "clients stay by their address",
    props: { layer: "l4", subnets: one, listeners: [amqp], backends: [{ ...tcp, stickiness: "source-ip" }] },
    expects: below(),
  },
  {
    title: "clients of HTTP stay by their address",
    props: { subnets: one, listeners: [http], backends: [{ ...web, stickiness: "source-ip" }] },
    expects: plain({ aws: ["backends.stickiness"] }),
  },
  {
    title: "a cookie below HTTP",
    props: { layer: "l4", subnets: one, listeners: [amqp], backends: [{ ...tcp, stickiness: "cookie" }] },
    expects: below({ aws: ["backends.stickiness"], ovh: ["backends.stickiness"] }),
  },
  {
    title: "clients do not stay",
    props: { subnets: one, listeners: [http], backends: [{ ...web, stickiness: "none", proxyProtocol: false }] },
    expects: plain(),
  },
  {
    title: "machines are told the client's address by the PROXY protocol",
    props: { layer: "l4", subnets: one, listeners: [amqp], backends: [{ ...tcp, proxyProtocol: true }] },
    expects: below(),
  },
  {
    title: "the PROXY protocol around HTTP",
    props: { subnets: one, listeners: [http], backends: [{ ...web, proxyProtocol: true }] },
    expects: plain({ aws: ["backends.proxyProtocol"] }),
  },
  {
    title: "the PROXY protocol around UDP",
    props: {
      layer: "l4",
      subnets: one,
      listeners: [amqp, { port: 514, protocol: "udp", backend: "logs" }],
      backends: [tcp, { ...tcp, name: "logs", port: 514, protocol: "udp", proxyProtocol: true }],
    },
    expects: {
      aws: made(aws(2, 2, 2)),
      scaleway: made(scaleway(1, 1), ["backends", "listeners"]),
      ovh: made(ovh(2, 2, 2), ["backends.proxyProtocol"]),
    },
  },
  {
    title: "it outlives the loss of a zone",
    props: { spread: "multi-zone", subnets, listeners: [http], backends: [web] },
    expects: plain({ scaleway: ["spread"], ovh: ["spread", "subnets"] }),
  },
  {
    title: "below HTTP it outlives the loss of a zone with one subnet",
    props: { layer: "l4", spread: "multi-zone", subnets: one, listeners: [amqp], backends: [tcp] },
    expects: below({ aws: ["spread"], scaleway: ["spread"], ovh: ["spread"] }),
  },
  {
    title: "in one zone, and as much as the smallest passes",
    props: { spread: "one-zone", bandwidthMbps: 200, subnets: one, listeners: [http], backends: [web] },
    expects: plain(),
  },
  {
    title: "half a gigabit a second",
    props: { bandwidthMbps: 500, subnets: one, listeners: [http], backends: [web] },
    expects: plain({ ovh: ["bandwidthMbps"] }),
  },
  {
    title: "twenty gigabits a second",
    props: { bandwidthMbps: 20_000, subnets: one, listeners: [http], backends: [web] },
    expects: plain({ aws: ["bandwidthMbps"], scaleway: ["bandwidthMbps"], ovh: ["bandwidthMbps"] }),
  },
  {
    title: "connections on which nothing is said for ten minutes",
    props: { idleTimeoutSeconds: 600, subnets: one, listeners: [http], backends: [web] },
    expects: plain(),
  },
  {
    title: "quiet TCP connections",
    props: { layer: "l4", idleTimeoutSeconds: 600, subnets: one, listeners: [amqp], backends: [tcp] },
    expects: below(),
  },
  {
    title: "quiet connections, and nothing that listens",
    props: { layer: "l4", idleTimeoutSeconds: 600, subnets: one },
    expects: {
      aws: made(aws(), ["idleTimeoutSeconds"]),
      scaleway: made(scaleway(), ["idleTimeoutSeconds", "layer"]),
      ovh: made(ovh(), ["idleTimeoutSeconds", "layer"]),
    },
  },
  {
    title: "protected from deletion, with labels",
    props: { deletionProtection: true, subnets: one, listeners: [http], backends: [web], labels: { team: "shop" } },
    expects: plain(),
  },
];
