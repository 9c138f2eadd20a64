import { hasApexCname, leadsToAddress, recordsIn } from "../dns-names.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 25, OVHcloud", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 25, Moving the data", date: "2026-11-21" };
const editing = { source: "ovh/docs pages/web_cloud/domains/dns_zone_edit (2024-04-12)", date: "2026-11-25" };
const provider = "ovh/terraform-provider-ovh@a1ae5bc";
const recordCode = { source: `${provider}:ovh/resource_domain_zone_record.go`, date: "2026-08-21" };
const record = "ovh_domain_zone_record";

/** Outputs that are names elsewhere and addresses here. */
export const ADDRESSES = ["hostname"];
const MIN_TTL = 60;
/** Types that a zone does not take: keys of a domain are named at its registration. */
export const NO_TYPES: ReadonlySet<string> = new Set(["DS"]);

export function ttlOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.max(MIN_TTL, seconds);
}

const form = "a name may be written under the zone, or whole with a final dot";

export const rewrites: readonly Rewrite[] = [
  { from: `${record}.target`, to: `${record}.target`, why: form },
  {
    from: `${record}.fieldtype`,
    to: `${record}.fieldtype`,
    values: [
      ["DKIM", "TXT"],
      ["DMARC", "TXT"],
    ],
    why: "forms of the console: what they make is a text",
  },
  { from: `${record}.ttl`, to: null, values: [[0, 0]], why: "0 is the zone's own time, as leaving it out is" },
  { from: `${record}.zone`, to: `${record}.zone`, why: "the zone is named by reference" },
  ...[
    "ovh_domain_zone_dnssec",
    "ovh_domain_zone_import",
    "ovh_domain_zone_dynhost_login",
    "ovh_domain_zone_dynhost_record",
  ].map(
    (type): Rewrite => ({
      from: `${type}.zone_name`,
      to: "ovh_domain_zone.plan.configuration.value",
      why: "the zone's name stands in its order",
    }),
  ),
];

type Asked = Record<string, unknown>;
interface Alias {
  readonly name: string;
  readonly target?: { readonly output?: string } | undefined;
  readonly ipv6?: boolean;
  readonly followsHealth?: boolean;
}

const isPrivate = ({ networks }: Asked) => Array.isArray(networks) && networks.length > 0;
const aliasesIn = ({ aliases }: Asked) => (Array.isArray(aliases) ? (aliases as readonly Alias[]) : []);
const isNamed = (a: Alias) => a.target?.output !== "hostname";
const apexAlias = (asked: Asked) => aliasesIn(asked).some((a) => isNamed(a) && a.name === "@");
const otherAlias = (asked: Asked) => aliasesIn(asked).some((a) => isNamed(a) && a.name !== "@");
const unwritten = (asked: Asked) => recordsIn(asked).some((r) => NO_TYPES.has(r.type));

const unpublished = {
  when: isPrivate,
  severity: "blocks",
  class: "redesign",
  why: "The names of a private zone are not written into a public one, where everybody would read them.",
  instead: "Serve them from a resolver of one's own in the private network (CoreDNS, Unbound).",
  citation: mapping,
} as const;

export const losses: readonly Loss[] = [
  {
    path: "networks",
    severity: "blocks",
    class: "redesign",
    why: "Zones are public; there is no DNS inside a private network.",
    instead: "Run a resolver in the private network, and name it in the subnets' DNS servers.",
    citation: mapping,
  },
  { path: "records", ...unpublished },
  { path: "aliases", ...unpublished },
  { path: "dnssec", ...unpublished, when: (asked) => isPrivate(asked) && asked["dnssec"] === true, class: "accept" },
  { path: "routed", ...unpublished },
  {
    path: "routed",
    when: (asked) => !isPrivate(asked),
    severity: "blocks",
    class: "redesign",
    why: "A name gives all its answers to everybody: no weights, places, latency or health.",
    instead:
      "Decide on one answer, put a load balancer before several, or keep these names at a DNS service that routes.",
    citation: mapping,
  },
  {
    path: "records",
    when: (asked) => !isPrivate(asked) && hasApexCname(asked),
    severity: "blocks",
    class: "setting",
    why: "A CNAME cannot stand at the zone's own name, beside its NS and SOA records (RFC 1034, section 3.6.2).",
    instead: "Write the addresses of its target in an A record, and follow their changes.",
    citation: editing,
  },
  {
    path: "records",
    when: (asked) => !isPrivate(asked) && !hasApexCname(asked) && unwritten(asked),
    severity: "degrades",
    class: "workaround",
    why: "A zone takes no DS records.",
    instead:
      "Delegate a part that is signed to its own name servers without DS, or keep its parent where DS can be written.",
    citation: editing,
  },
  {
    path: "records",
    when: (asked) => !isPrivate(asked) && !hasApexCname(asked) && !unwritten(asked) && otherAlias(asked),
    severity: "cosmetic",
    class: "setting",
    why: "Aliases that became CNAME records stand among the records.",
    instead: "Nothing: the names answer as before.",
    citation: editing,
  },
  {
    path: "records",
    when: (asked) =>
      !isPrivate(asked) &&
      !hasApexCname(asked) &&
      !unwritten(asked) &&
      !otherAlias(asked) &&
      recordsIn(asked).some((r) => leadsToAddress(r, ADDRESSES)),
    severity: "cosmetic",
    class: "setting",
    why: "Load balancers have an address here and no name: what led to their name is of type A.",
    instead:
      "Nothing: the names answer as before, those of load balancers with the time that the zone gives by itself.",
    citation: mapping,
  },
  {
    path: "records.ttlSeconds",
    when: (asked) =>
      !isPrivate(asked) && recordsIn(asked).some((r) => r.ttlSeconds !== undefined && r.ttlSeconds < MIN_TTL),
    severity: "cosmetic",
    class: "accept",
    why: "An answer is kept 60 seconds at least.",
    instead: "Take 60 seconds, and plan cutovers with it.",
    citation: recordCode,
  },
  {
    path: "aliases",
    when: (asked) => !isPrivate(asked) && apexAlias(asked),
    severity: "blocks",
    class: "redesign",
    why: "The zone's own name cannot follow another name: there is no ALIAS record, and a CNAME is not allowed there.",
    instead: "Write the target's addresses in A records where they are fixed, or redirect the bare name to www.",
    citation: mapping,
  },
  {
    path: "aliases",
    when: (asked) => !isPrivate(asked) && !apexAlias(asked) && otherAlias(asked),
    severity: "cosmetic",
    class: "setting",
    why: "An alias of a name becomes a CNAME, beside which no other record may stand.",
    instead: "Look whether the name has other records, such as TXT; move them.",
    citation: editing,
  },
  {
    path: "aliases.ipv6",
    when: (asked) => !isPrivate(asked) && aliasesIn(asked).some((a) => !isNamed(a) && a.ipv6 === true),
    severity: "degrades",
    class: "workaround",
    why: "A load balancer is known by its IPv4 address, and the alias becomes an A record.",
    instead: "Do without IPv6 in front, or end it on an instance of one's own.",
    citation: mapping,
  },
  {
    path: "aliases.followsHealth",
    when: (asked) => !isPrivate(asked) && aliasesIn(asked).some((a) => !isNamed(a) && a.followsHealth === true),
    severity: "degrades",
    class: "accept",
    why: "A name answers whether its target is healthy or not.",
    instead: "Leave health to the load balancer.",
    citation: mapping,
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "accept",
    why: "A zone takes no tags.",
    instead: "Tag it through OVHcloud's IAM (`ovh_iam_resource_tags`) where tags must be kept.",
    citation: { source: "facts/mapping.md section 5, Tags", date: "2026-11-21" },
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: ["OVH_CLIENT_ID", "OVH_CLIENT_SECRET"],
  export: [{ method: "zone-file", note: "GET /domain/zone/{zone}/export gives a zone file.", citation: moving }],
  import: [
    {
      method: "zone-file",
      note: "`ovh_domain_zone_import` takes a zone file in whole and owns the whole zone: not together with records.",
      citation: { source: `${provider}:docs/resources/domain_zone_record.md`, date: "2026-08-21" },
    },
  ],
  hazards: [
    {
      text: "A zone is an order: it needs a means of payment, and is written only with --allow-orders.",
      citation: mapping,
    },
    {
      text: "Editing the zone as text in the console gives every record another id: code then finds none of its own.",
      when: [{ ovh_domain_zone_record: "present" }],
      citation: { source: `${provider}:docs/resources/domain_zone_record.md`, date: "2026-08-21" },
    },
    {
      text: "While DS records at the registrar name keys of the old zone, changing the name servers makes the domain fail for validating resolvers: remove them first and wait their TTL.",
      when: [{ "dns-zone.dnssec": true }],
      citation: moving,
    },
  ],
};
