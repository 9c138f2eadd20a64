import type { Props } from "../../constructs/kinds.ts";
import { asksOnly } from "../listener-rules.ts";
import type { Loss } from "../provider.ts";

const l4 = { source: "facts/mapping.md section 6, component 21, OVHcloud", date: "2026-11-21" };
const l7 = { source: "facts/mapping.md section 6, component 22, OVHcloud", date: "2026-11-21" };
const concepts = {
  source: "ovh/docs pages/public_cloud/public_cloud_network_services/concepts-03-loadbalancer (2024-03-29)",
  date: "2026-11-26",
};
const inputs = {
  source: "providers/ovh/schema/openstack-pulumi-tokens.json (3.15), openstack_lb_l7policy_v2",
  date: "2026-11-23",
};

/** What the smallest flavour passes: judgement, after the prices by bandwidth of its FAQ, where no number stands. */
export const SMALLEST_MBPS = 200;

type Balancer = Pick<Props<"load-balancer">, "listeners" | "backends">;
type Listener = Balancer["listeners"][number];
type Backend = Balancer["backends"][number];

const FAMILY = { http: "http", https: "http", tcp: "tcp", tls: "tcp", udp: "udp" };

/** Whether a listener may hand on to a pool. */
export function suits(listener: Pick<Listener, "protocol">, backend: Pick<Backend, "protocol">): boolean {
  return FAMILY[listener.protocol] === FAMILY[backend.protocol];
}

/** Whether a policy can say the rule: host, path and headers of what has been decrypted, and a pool. */
export function isAsked(listener: Listener, rule: object, backend: Backend | undefined): boolean {
  const isHttp = FAMILY[listener.protocol] === "http";
  return (
    isHttp && backend !== undefined && suits(listener, backend) && asksOnly({ ...rule }, ["host", "path", "header"])
  );
}

const asked = (props: Record<string, unknown>) => props as unknown as Balancer;
const some = (test: (l: Listener, props: Balancer) => boolean) => (props: Record<string, unknown>) =>
  (asked(props).listeners ?? []).some((l) => test(l, asked(props)));
const behind = (test: (b: Backend) => boolean) => (props: Record<string, unknown>) =>
  (asked(props).backends ?? []).some(test);
const named = ({ backends }: Balancer, name: string | undefined) => (backends ?? []).find((b) => b.name === name);

export const losses: readonly Loss[] = [
  {
    path: "layer",
    when: (props) => props["layer"] === "l4" && (asked(props).listeners ?? []).length === 0,
    severity: "cosmetic",
    class: "accept",
    why: "One product serves both layers: its listeners say which.",
    instead: "Name the listeners.",
    citation: l4,
  },
  {
    path: "subnets",
    when: (props) => ((props["subnets"] ?? []) as unknown[]).length > 1,
    severity: "cosmetic",
    class: "accept",
    why: "It has its address in one subnet.",
    instead: "Choose one that reaches all machines.",
    citation: l4,
  },
  {
    path: "spread",
    when: (props) => props["spread"] === "multi-zone",
    severity: "degrades",
    class: "workaround",
    why: "A load balancer is made in one availability zone of its region.",
    instead: "Make one in each of two zones, and let DNS lead to both.",
    citation: {
      source: "https://www.pulumi.com/registry/packages/ovh/api-docs/cloudloadbalancer/ (2.21.0), availabilityZone",
      date: "2026-09-25",
    },
  },
  {
    path: "bandwidthMbps",
    when: (props) => Number(props["bandwidthMbps"] ?? 0) > SMALLEST_MBPS,
    severity: "degrades",
    class: "setting",
    why: "A larger one is a flavour with another id in each region, and cannot be changed afterwards.",
    instead: "Look its id up (`openstack loadbalancer flavor list`) and set `flavor_id` before it is made.",
    citation: {
      source: "ovh/docs pages/public_cloud/public_cloud_network_services/getting-started-06-faq (2024-09-03)",
      date: "2026-11-26",
    },
  },
  {
    path: "listeners.protocol",
    when: some((l) => l.protocol === "tls"),
    severity: "degrades",
    class: "workaround",
    why: "TLS is ended for HTTP alone; any other protocol goes through as it is.",
    instead: "Let the machines end TLS, or a proxy on them.",
    citation: concepts,
  },
  {
    path: "listeners.certificate",
    when: some((l) => l.protocol === "tls"),
    severity: "degrades",
    class: "workaround",
    why: "TLS is ended for HTTP alone.",
    instead: "Give the certificate to the machines.",
    citation: concepts,
  },
  {
    path: "listeners.furtherCertificates",
    when: some((l) => l.protocol === "tls"),
    severity: "degrades",
    class: "workaround",
    why: "TLS is ended for HTTP alone.",
    instead: "Give the certificates to the machines.",
    citation: concepts,
  },
  {
    path: "listeners.backend",
    when: some((l, props) => {
      const to = named(props, l.backend);
      return l.backend !== undefined && (to === undefined || !suits(l, to));
    }),
    severity: "blocks",
    class: "redesign",
    why: "A listener hands on to a pool that speaks its own protocol.",
    instead: "Give the backend the listener's protocol.",
    citation: concepts,
  },
  {
    path: "listeners.redirect",
    severity: "degrades",
    class: "workaround",
    why: "A redirect that keeps the path (REDIRECT_PREFIX) is an argument that the Pulumi package does not know.",
    instead: "Let the machines answer with the redirect, or synthesise with `--engine terraform` and add the policy.",
    citation: inputs,
  },
  {
    path: "listeners.respond",
    severity: "degrades",
    class: "workaround",
    why: "A load balancer answers nothing by itself but 403 where a policy rejects and 503 where nobody is left.",
    instead: "Let a machine behind it give the answer.",
    citation: concepts,
  },
  {
    path: "listeners.rules",
    when: some((l, props) => (l.rules ?? []).some((r) => !isAsked(l, r, named(props, r.backend)))),
    severity: "degrades",
    class: "redesign",
    why: "Policies look at host, path and headers and lead to a pool: no method, no query, no address, no answer, and nothing below HTTP.",
    instead: "Let a proxy behind it (nginx, Traefik) choose by the rest.",
    citation: l7,
  },
  {
    path: "backends.protocol",
    when: behind((b) => b.protocol === "https" || b.protocol === "tls"),
    severity: "degrades",
    class: "workaround",
    why: "Nothing is encrypted again on its way to a machine.",
    instead: "Let it pass through as TCP and have the machines end TLS, or trust the private network.",
    citation: concepts,
  },
  {
    path: "backends.stickiness",
    when: behind((b) => b.stickiness === "cookie" && FAMILY[b.protocol] !== "http"),
    severity: "degrades",
    class: "setting",
    why: "Below HTTP there are no cookies.",
    instead: "Keep clients by their address.",
    citation: concepts,
  },
  {
    path: "backends.proxyProtocol",
    when: behind((b) => b.proxyProtocol === true && b.protocol === "udp"),
    severity: "degrades",
    class: "workaround",
    why: "The PROXY protocol is one of TCP.",
    instead: "Have the application say who its client is.",
    citation: concepts,
  },
  {
    path: "backends.port",
    when: behind((b) => b.targets.length === 0),
    severity: "cosmetic",
    class: "accept",
    why: "The port is a setting of each machine, and there is none.",
    instead: "Set it where the machine registers.",
    citation: l4,
  },
  {
    path: "backends.healthCheck.port",
    when: behind((b) => b.targets.length === 0 && b.healthCheck !== undefined),
    severity: "cosmetic",
    class: "accept",
    why: "The port of a check is a setting of each machine, and there is none.",
    instead: "Set it where the machine registers.",
    citation: l4,
  },
  {
    path: "idleTimeoutSeconds",
    when: (props) => (asked(props).listeners ?? []).length === 0,
    severity: "cosmetic",
    class: "accept",
    why: "It is a setting of listeners, and there are none.",
    instead: "Name the listeners.",
    citation: l4,
  },
];
