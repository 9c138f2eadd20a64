import type { Props } from "../../constructs/kinds.ts";
import { hasApexCname, hasApexServers, recordsIn } from "../dns-names.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { familiesOf } from "./dns-zone-aliases.ts";

const guide = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";
const date = "2026-11-25";
const mapping = { source: "facts/mapping.md section 6, component 25, AWS", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 25, Moving the data", date: "2026-11-21" };
const record = "aws_route53_record";

/** Types that Route 53 does not serve. */
export const UNKNOWN_TYPES: ReadonlySet<string> = new Set(["DNAME", "LOC"]);

const form = "Route 53 takes a name whole or under the zone, with or without a final dot";

export const rewrites: readonly Rewrite[] = [
  { from: "aws_route53_zone.name", to: "aws_route53_zone.name", why: form },
  { from: `${record}.name`, to: `${record}.name`, why: form },
  { from: `${record}.records`, to: `${record}.records`, why: form },
  { from: `${record}.alias.name`, to: `${record}.alias.name`, why: form },
  {
    from: "aws_route53_zone_association.vpc_id",
    to: "aws_route53_zone.vpc.vpc_id",
    why: "networks of one account stand in the zone",
  },
];

type Asked = Record<string, unknown>;

/** The families that each alias is written in. */
const families = (asked: Asked) => {
  const props = asked as unknown as Props<"dns-zone">;
  return (props.aliases ?? []).map((alias) => ({ alias, types: familiesOf(alias, props) }));
};

const unknownTypes = (asked: Asked): boolean => recordsIn(asked).some((r) => UNKNOWN_TYPES.has(r.type));

export const losses: readonly Loss[] = [
  {
    path: "dnssec",
    when: ({ dnssec, networks }: Asked) => dnssec === true && networks !== undefined,
    severity: "cosmetic",
    class: "accept",
    why: "Route 53 signs public zones only.",
    instead: "Nothing: resolvers of a VPC do not validate answers of its private zones.",
    citation: { source: `${guide}/dns-configuring-dnssec.html`, date },
  },
  {
    path: "aliases",
    when: (asked) => families(asked).some(({ types }) => types.length === 0),
    severity: "blocks",
    class: "setting",
    why: "An alias of Route 53 answers with the addresses of the name that it follows, and that name has none in the zone: of a CNAME it takes none.",
    instead: "Let it follow what the CNAME names, or give that name its addresses.",
    citation: { source: `${guide}/resource-record-sets-choosing-alias-non-alias.html`, date: "2026-11-28" },
  },
  {
    path: "aliases.ipv6",
    when: (asked) =>
      families(asked).some(({ alias, types }) => alias.ipv6 && types.length > 0 && !types.includes("AAAA")),
    severity: "cosmetic",
    class: "accept",
    why: "The name that it follows has no IPv6 addresses in the zone, and Route 53 refuses an alias of those.",
    instead: "Nothing, until that name has some.",
    citation: { source: "rust-lang/simpleinfra pull request 907", date: "2026-11-28" },
  },
  {
    path: "records",
    when: hasApexCname,
    severity: "blocks",
    class: "setting",
    why: "A CNAME cannot stand at the zone's own name, beside its NS and SOA records (RFC 1034, section 3.6.2).",
    instead: "Make it an alias of the same target.",
    citation: { source: `${guide}/resource-record-sets-choosing-alias-non-alias.html`, date },
  },
  {
    path: "records",
    when: (asked) => !hasApexCname(asked) && unknownTypes(asked),
    severity: "degrades",
    class: "workaround",
    why: "Route 53 serves no DNAME and no LOC records.",
    instead: "Write a CNAME for each name under a DNAME; drop LOC.",
    citation: { source: `${guide}/ResourceRecordTypes.html`, date },
  },
  {
    path: "records",
    when: (asked) => !hasApexCname(asked) && !unknownTypes(asked) && hasApexServers(asked),
    severity: "degrades",
    class: "setting",
    why: "Route 53 makes the NS record at the zone's own name, with its own name servers, and takes no second one.",
    instead: "Name the servers of Route 53 at the registrar, and leave the old ones out.",
    citation: { source: `${guide}/SOA-NSrecords.html`, date: "2026-11-28" },
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  export: [
    {
      method: "zone-file",
      note: "List the record sets by API and write them as a zone file (cli53 does); aliases and routing policies have no form in it.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "zone-file",
      note: "The console and cli53 read a zone file; Route 53 transfers no zones in or out (AXFR).",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "While DS records at the registrar name keys of the old zone, changing the name servers makes the domain fail for validating resolvers: remove them first and wait their TTL.",
      when: [{ "dns-zone.dnssec": true }],
      citation: moving,
    },
    {
      text: "A zone made again has other name servers: the delegation at the registrar must follow.",
      when: [{ "dns-zone.networks": "absent" }],
      citation: { source: `${guide}/GetInfoAboutHostedZone.html`, date },
    },
    {
      text: "Aliases of Route 53 have no TTL and cannot be exported: each becomes an alias, a CNAME or an address elsewhere.",
      when: [
        { "dns-zone.aliases": "present" },

        { "dns-zone.routed.answers.target": "present" },
      ],
      citation: mapping,
    },
  ],
};
