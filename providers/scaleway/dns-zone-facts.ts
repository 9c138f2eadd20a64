import { hasApexCname, leadsToAddress, recordsIn } from "../dns-names.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";

const docs = "https://www.scaleway.com/en/docs/domains-and-dns";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";
const mapping = { source: "facts/mapping.md section 6, component 25, Scaleway", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 25, Moving the data", date: "2026-11-21" };
const schema = { source: `${provider}:internal/services/domain/record.go`, date: "2026-08-21" };
const dynamic = { source: `${docs}/how-to/manage-dns-records/#how-to-configure-dynamic-records`, date: "2025-11-17" };
const record = "scaleway_domain_record";

/** Seconds that an answer may be kept. */
/** Outputs that are names elsewhere and addresses here: load balancers and databases have no names (answers of the API recorded by their provider). */
export const ADDRESSES = ["host", "hostname"];
export const MIN_TTL = 60;
export const MAX_TTL = 2_592_000;
/** Types that Scaleway does not serve. */
export const NO_TYPES: ReadonlySet<string> = new Set(["SPF"]);

const form = "a name may be written under the zone, or whole with a final dot";

export const rewrites: readonly Rewrite[] = [
  { from: `${record}.name`, to: `${record}.name`, why: form },
  { from: `${record}.data`, to: `${record}.data`, why: form },
  { from: `${record}.dns_zone`, to: `${record}.dns_zone`, why: "the zone is named by reference" },
  ...["domain", "subdomain"].map(
    (part): Rewrite => ({
      from: `scaleway_domain_zone.${part}`,
      to: `scaleway_domain_zone.${part}`,
      why: "of one name the cut between domain and subdomain is made anew",
    }),
  ),
];

type Asked = Record<string, unknown>;
interface Routed {
  readonly policy: string;
  readonly type: string;
  readonly answers: readonly {
    readonly values?: readonly unknown[] | undefined;
    readonly target?: unknown;
    readonly continent?: string | undefined;
    readonly country?: string | undefined;
    readonly subdivision?: string | undefined;
  }[];
}

/** Weights for addresses, places for addresses and names; one value per answer, and one answer for every other place. */
export function isRoutable({ policy, type, answers }: Routed): boolean {
  if (answers.some((a) => a.target !== undefined || a.values?.length !== 1 || a.subdivision !== undefined))
    return false;
  if (policy === "weighted") return type === "A" || type === "AAAA";
  const elsewhere = answers.filter((a) => a.continent === undefined && a.country === undefined);
  return policy === "geo" && ["A", "AAAA", "CNAME"].includes(type) && elsewhere.length === 1 && answers.length > 1;
}

const isPrivate = ({ networks }: Asked) => Array.isArray(networks) && networks.length > 0;
const routedIn = ({ routed }: Asked) => (Array.isArray(routed) ? (routed as readonly Routed[]) : []);
const unwritten = (asked: Asked) => recordsIn(asked).some((r) => NO_TYPES.has(r.type));
const isOutside = (ttl: number | undefined) => ttl !== undefined && (ttl < MIN_TTL || ttl > MAX_TTL);
const isBalancer = (target: unknown) => (target as { output?: string } | undefined)?.output === "hostname";
const aliasesIn = ({ aliases }: Asked) =>
  Array.isArray(aliases) ? (aliases as readonly { target: unknown; ipv6?: boolean }[]) : [];

const unpublished = {
  when: isPrivate,
  severity: "blocks",
  class: "redesign",
  why: "The names of a private zone are not written into a public one, where everybody would read them.",
  instead: "Serve them from a resolver of one's own in the private network (CoreDNS, Unbound).",
  citation: { source: "https://www.scaleway.com/en/docs/vpc/reference-content/dns/", date: "2025-07-16" },
} as const;

export const losses: readonly Loss[] = [
  {
    path: "networks",
    severity: "blocks",
    class: "redesign",
    why: "Zones are public. Inside a private network Scaleway makes names itself: <resource>.<network>.internal.",
    instead: "Use those names, or run a resolver in the private network.",
    citation: { source: "https://www.scaleway.com/en/docs/vpc/reference-content/dns/", date: "2025-07-16" },
  },
  { path: "records", ...unpublished },
  { path: "aliases", ...unpublished },
  { path: "routed", ...unpublished },
  {
    path: "dnssec",
    when: ({ dnssec }: Asked) => dnssec === true,
    severity: "degrades",
    class: "workaround",
    why: "Scaleway signs domains that are registered there, domain by domain; a zone in code has no switch.",
    instead: "Transfer the registration and activate DNSSEC there, or do without: take the DS record away first.",
    citation: { source: `${docs}/how-to/configure-dnssec-internal-domain/`, date: "2025-06-11" },
  },
  {
    path: "records",
    when: (asked) => !isPrivate(asked) && hasApexCname(asked),
    severity: "blocks",
    class: "setting",
    why: "A CNAME cannot stand at the zone's own name, beside its NS and SOA records (RFC 1034, section 3.6.2).",
    instead: "Make it an alias of the same target.",
    citation: { source: `${docs}/reference-content/understanding-dns-records/#alias-record`, date: "2025-03-13" },
  },
  {
    path: "records",
    when: (asked) => !isPrivate(asked) && !hasApexCname(asked) && unwritten(asked),
    severity: "cosmetic",
    class: "setting",
    why: "There is no record of type SPF; RFC 7208 gave it up.",
    instead: "Say the same in a TXT record.",
    citation: schema,
  },
  {
    path: "records",
    when: (asked) =>
      !isPrivate(asked) &&
      !hasApexCname(asked) &&
      !unwritten(asked) &&
      recordsIn(asked).some((r) => leadsToAddress(r, ADDRESSES)),
    severity: "cosmetic",
    class: "setting",
    why: "Load balancers and databases have an address here and no name: what led to their name is of type A.",
    instead:
      "Nothing: the names answer as before, those of load balancers with the time that the zone gives by itself.",
    citation: {
      source:
        "answers of the API to `rdb/v1` and `lb/v1`, recorded by scaleway/terraform-provider-scaleway@b2d45ed: endpoints without `hostname`",
      date: "2026-08-17",
    },
  },
  {
    path: "records.ttlSeconds",
    when: (asked) => !isPrivate(asked) && recordsIn(asked).some((r) => isOutside(r.ttlSeconds)),
    severity: "cosmetic",
    class: "accept",
    why: "An answer is kept 60 seconds at least and 30 days at most.",
    instead: "Take the nearest time that is allowed; plan cutovers with it.",
    citation: schema,
  },
  {
    path: "aliases.ipv6",
    when: (asked) => !isPrivate(asked) && aliasesIn(asked).some((a) => a.ipv6 === true && isBalancer(a.target)),
    severity: "degrades",
    class: "workaround",
    why: "A load balancer is known by its IPv4 address, and the alias becomes an A record.",
    instead: "Give the load balancer an IPv6 address, and write an AAAA record for it.",
    citation: { source: `${provider}:docs/resources/lb.md`, date: "2026-08-21" },
  },
  {
    path: "aliases.followsHealth",
    when: (asked) =>
      !isPrivate(asked) && aliasesIn(asked).some((a) => (a as { followsHealth?: boolean }).followsHealth === true),
    severity: "degrades",
    class: "accept",
    why: "An alias answers whether its target is healthy or not.",
    instead: "Leave health to the load balancer; between several addresses use a health check record.",
    citation: dynamic,
  },
  {
    path: "routed",
    when: (asked) => !isPrivate(asked) && routedIn(asked).some((r) => !isRoutable(r)),
    severity: "blocks",
    class: "redesign",
    why: "Answers are chosen by weight (addresses) or by place (one for all other places), with one value each; not by latency, nor by the health of aliases.",
    instead:
      "Choose by place instead of latency; for failover use a health check record with a URL, or decide on one answer.",
    citation: dynamic,
  },
  {
    path: "routed.ttlSeconds",
    when: (asked) =>
      !isPrivate(asked) &&
      routedIn(asked).some((r) => isRoutable(r) && isOutside((r as { ttlSeconds?: number }).ttlSeconds)),
    severity: "cosmetic",
    class: "accept",
    why: "An answer is kept 60 seconds at least and 30 days at most.",
    instead: "Take the nearest time that is allowed.",
    citation: schema,
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "accept",
    why: "A zone takes no tags.",
    instead: "Keep what the tags say beside the code.",
    citation: { source: `${provider}:docs/resources/domain_zone.md`, date: "2026-08-21" },
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
  export: [
    {
      method: "zone-file",
      note: "`scw dns zone export` writes a zone file; dynamic records have no form in it.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "zone-file",
      note: "`scw dns zone import` reads a zone file, or takes it from a server by AXFR.",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "A domain registered elsewhere must be proven by a TXT record before its zone can be made, and is billed.",
      when: [{ "dns-zone.networks": "absent" }],
      citation: { source: `${docs}/how-to/add-external-domain/`, date: "2025-11-17" },
    },
    {
      text: "A record makes its zone where that is missing: a name mistyped there is a new zone.",
      citation: { source: `${provider}:docs/resources/domain_record.md`, date: "2026-08-21" },
    },
    {
      text: "While DS records at the registrar name keys of the old zone, changing the name servers makes the domain fail for validating resolvers: remove them first and wait their TTL.",
      when: [{ "dns-zone.dnssec": true }],
      citation: moving,
    },
  ],
};
