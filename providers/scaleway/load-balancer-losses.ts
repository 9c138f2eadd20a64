import { isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { asksOnly, prefixIn } from "../listener-rules.ts";
import type { Loss } from "../provider.ts";

const l4 = { source: "facts/mapping.md section 6, component 21, Scaleway", date: "2026-11-21" };
const l7 = { source: "facts/mapping.md section 6, component 22, Scaleway", date: "2026-11-21" };
const schema = { source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_lb_*", date: "2026-11-23" };
const sizes = {
  source: "https://www.scaleway.com/en/docs/load-balancer/reference-content/load-balancers-limitations/",
  date: "2026-05-06",
};

const acls = { source: "https://www.scaleway.com/en/docs/load-balancer/reference-content/acls/", date: "2025-11-19" };

/** Of the schema: a balancer stands in eight private networks at most. */
export const MAX_NETWORKS = 8;

type Balancer = Pick<Props<"load-balancer">, "layer" | "listeners" | "backends">;
type Listener = Balancer["listeners"][number];
type Redirect = NonNullable<Listener["redirect"]>;

const isHttp = ({ protocol }: { readonly protocol: string }) => protocol === "http" || protocol === "https";
const asked = (props: Record<string, unknown>) => props as unknown as Balancer & Record<string, unknown>;

/** Whether a frontend can be made of it: no UDP, and what it hands on speaks its language. */
export function isWritten({ backends }: Balancer, listener: Listener): boolean {
  if (listener.protocol === "udp") return false;
  if (listener.backend === undefined) return true;
  const to = backends.find((b) => b.name === listener.backend);
  return to !== undefined && to.protocol !== "udp" && isHttp(to) === isHttp(listener);
}

/** A redirect changes how one asks, or leads to one address that is written out; only the former keeps host and path. */
export function isSent(redirect: Redirect): boolean {
  return redirect.protocol !== undefined && [redirect.host, redirect.port, redirect.path].every((v) => v === undefined);
}

function isRouted(listener: Listener, rule: NonNullable<Listener["rules"]>[number], { backends }: Balancer): boolean {
  const to = backends.find((b) => b.name === rule.backend);
  if (!to || to.protocol === "udp" || isHttp(to) !== isHttp(listener)) return false;
  if (asksOnly(rule, ["host"])) return rule.host !== undefined && !/[*?]/.test(rule.host);
  return isHttp(listener) && asksOnly(rule, ["path"]) && prefixIn(rule.path ?? "") !== undefined;
}

/** Firewalls of the workload itself: their rules are known. */
const areHere = (props: Record<string, unknown>) => ((props["firewalls"] ?? []) as Reference[]).every(isRef);
const areWritten = (props: Record<string, unknown>) =>
  (asked(props).listeners ?? []).every((l) => isWritten(asked(props), l));
const areForwarded = (props: Record<string, unknown>) =>
  (asked(props).backends ?? []).every((b) => b.protocol !== "udp");
const some = (test: (l: Listener, props: Balancer) => boolean) => (props: Record<string, unknown>) =>
  areWritten(props) && (asked(props).listeners ?? []).some((l) => test(l, asked(props)));
const check =
  (test: (c: NonNullable<Balancer["backends"][number]["healthCheck"]>) => boolean) =>
  (props: Record<string, unknown>) =>
    areForwarded(props) && (asked(props).backends ?? []).some((b) => b.healthCheck && test(b.healthCheck));

export const losses: readonly Loss[] = [
  {
    path: "layer",
    when: (props) => props["layer"] === "l4" && !(asked(props).backends ?? []).some((b) => b.protocol !== "udp"),
    severity: "cosmetic",
    class: "accept",
    why: "One product serves both layers: what stands behind it says which.",
    instead: "Name the backends.",
    citation: l4,
  },
  {
    path: "subnets",
    when: (props) => ((props["subnets"] ?? []) as unknown[]).length > MAX_NETWORKS,
    severity: "degrades",
    class: "workaround",
    why: "A Load Balancer stands in eight Private Networks at most.",
    instead: "Put the machines behind it into fewer networks.",
    citation: schema,
  },
  {
    path: "firewalls",
    when: (props) => !areHere(props),
    severity: "degrades",
    class: "workaround",
    why: "No security group stands in front of a Load Balancer, and what one lets in whose rules are not here is not known: everybody may come in.",
    instead: "Say in ACLs of its frontends who may come in.",
    citation: l7,
  },
  {
    path: "firewalls",
    when: areHere,
    severity: "cosmetic",
    class: "setting",
    why: "No security group stands in front of a Load Balancer: the ranges that its firewalls let in are written as ACLs of its frontends.",
    instead: "Change those ACLs with the rules of the firewalls.",
    citation: acls,
  },
  {
    path: "spread",
    when: (props) => props["spread"] === "multi-zone",
    severity: "degrades",
    class: "workaround",
    why: "A Load Balancer stands in one zone.",
    instead: "Make one in each of two zones, and let DNS lead to both.",
    citation: l4,
  },
  {
    path: "bandwidthMbps",
    when: (props) => Number(props["bandwidthMbps"] ?? 0) > 4000,
    severity: "degrades",
    class: "workaround",
    why: "The largest one passes 4 Gbit/s.",
    instead: "Divide the load among several.",
    citation: sizes,
  },
  {
    path: "listeners",
    when: (props) => !areWritten(props),
    severity: "blocks",
    class: "redesign",
    why: "Frontends speak HTTP and TCP, no UDP, and hand on to a backend that speaks the same.",
    instead: "Let machines take UDP at addresses of their own, or behind a proxy run by oneself (Envoy, nginx).",
    citation: l4,
  },
  {
    path: "listeners.protocol",
    when: some(
      (l) => (l.protocol === "https" || l.protocol === "tls") && !l.certificate && !l.furtherCertificates?.length,
    ),
    severity: "degrades",
    class: "setting",
    why: "A frontend speaks TLS when it has a certificate.",
    instead: "Name the certificate.",
    citation: l7,
  },
  {
    path: "listeners.redirect",
    when: some((l) => l.redirect !== undefined && !isSent(l.redirect)),
    severity: "degrades",
    class: "workaround",
    why: "A redirect either changes the scheme or leads to one address written out: it keeps no path while it changes host or port.",
    instead: "Let a machine behind it answer with the redirect.",
    citation: schema,
  },
  {
    path: "listeners.respond",
    when: areWritten,
    severity: "degrades",
    class: "workaround",
    why: "A Load Balancer answers nothing by itself but 403 of an ACL and 503 where nobody is left.",
    instead: "Let a machine behind it give the answer.",
    citation: schema,
  },
  {
    path: "listeners.rules",
    when: some((l, props) => (l.rules ?? []).some((r) => !isRouted(l, r, props))),
    severity: "degrades",
    class: "redesign",
    why: "A route looks at one thing: a host, the name in TLS, or how a path begins; nothing else, no two together, and it only hands on.",
    instead: "Let a proxy behind it (nginx, Traefik) choose by the rest.",
    citation: l7,
  },
  {
    path: "backends",
    when: (props) => !areForwarded(props),
    severity: "blocks",
    class: "redesign",
    why: "Nothing is forwarded by UDP.",
    instead: "Let machines take UDP at addresses of their own, or behind a proxy run by oneself (Envoy, nginx).",
    citation: l4,
  },
  {
    path: "backends.healthCheck.healthyAfter",
    when: areForwarded,
    severity: "cosmetic",
    class: "accept",
    why: "How many answers bring a machine back is not asked.",
    instead: "Accept it.",
    citation: schema,
  },
  {
    path: "backends.healthCheck.status",
    when: check((c) => c.status !== undefined && !/^\d+$/.test(c.status)),
    severity: "degrades",
    class: "setting",
    why: "A check expects one status.",
    instead: "Have the machines answer checks with that one.",
    citation: schema,
  },
  {
    path: "idleTimeoutSeconds",
    when: (props) =>
      [...(asked(props).listeners ?? []), ...(asked(props).backends ?? [])].every((p) => p.protocol === "udp"),
    severity: "cosmetic",
    class: "accept",
    why: "It is a setting of frontends and backends, and there are none.",
    instead: "Name the listeners.",
    citation: schema,
  },
];
