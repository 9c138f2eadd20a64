import { GOES_OUT } from "../hazard-words.ts";
import type { ExitFacts, Guarantee, Loss, Rewrite } from "../provider.ts";
import { rangeLosses } from "./network-ranges.ts";

const docs = "https://docs.aws.amazon.com/vpc/latest/userguide";
const mapping = { source: "facts/mapping.md section 6, components 1 and 23", date: "2026-11-21" };

const inline = "a route inside its table becomes one of its own: the two forms must not be mixed";
const zones = "the letter of the zone is kept; it is written after the region's name";

const viaRoute = (from: string, to: string): Rewrite[] =>
  ["aws_route_table", "aws_default_route_table"].map((type) => ({
    from: `${type}.route.${from}`,
    to: `aws_route.${to}`,
    why: inline,
  }));

export const rewrites: readonly Rewrite[] = [
  ...viaRoute("cidr_block", "destination_cidr_block"),
  ...[
    "gateway_id",
    "nat_gateway_id",
    "network_interface_id",
    "transit_gateway_id",
    "vpc_peering_connection_id",
  ].flatMap((attr) => viaRoute(attr, attr)),
  { from: "aws_subnet.availability_zone", to: "aws_subnet.availability_zone", why: zones },
  { from: "aws_subnet.availability_zone_id", to: "aws_subnet.availability_zone", why: zones },
  {
    from: "aws_subnet.cidr_block",
    to: "aws_subnet.cidr_block",
    why: "a range that follows from the VPC's is written out",
  },
  {
    from: "aws_nat_gateway.availability_mode",
    to: null,
    values: [["zonal", "zonal"]],
    why: "a gateway of one zone is what is made when nothing is said",
  },
  { from: "aws_eip.domain", to: "aws_eip.domain", why: "every address is one of a VPC" },
  {
    from: "aws_vpc.enable_dns_hostnames",
    to: "aws_vpc.enable_dns_hostnames",
    values: [[false, true]],
    why: "clusters and public databases ask for names, and names hurt nobody",
  },
];

/** AWS carries everything a network can ask for, in ranges that it takes. */
export const losses: readonly Loss[] = rangeLosses;

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "Ranges of the two clouds that overlap cannot be linked while data moves: compare them before anything is made.",
      citation: { source: "facts/mapping.md section 6, component 1, Moving the data", date: "2026-11-21" },
    },
    {
      text: "The addresses by which machines go out change: partners who list them must be told before the move.",
      when: GOES_OUT,
      citation: { source: "facts/mapping.md section 6, component 23, Moving the data", date: "2026-11-21" },
    },
    {
      text: "The letter of a zone means another data centre in another account: zones must match by their id where that counts.",
      when: [{ "network.subnets.zone": "present" }],
      citation: mapping,
    },
    {
      text: "A gateway of one zone leaves all others without a way out when that zone fails.",
      when: [{ "network.egress": "shared" }],
      citation: { source: `${docs}/nat-gateway-basics.html`, date: "2026-11-25" },
    },
    {
      text: "The security group a VPC starts with lets its members reach each other and go anywhere; it cannot be deleted.",
      when: [{ "network.closedByDefault": "absent" }],
      citation: { source: `${docs}/default-security-group.html`, date: "2026-11-25" },
    },
  ],
};

const defaultVpc = { source: `${docs}/default-vpc.html`, date: "2026-11-26" };

/** The VPC that every account starts with in every region is alike everywhere. */
export const networkGuarantees: readonly Guarantee[] = [
  {
    kind: "network",
    prop: "cidr",
    when: { aws_default_vpc: "present" },
    gives: "172.31.0.0/16",
    citation: defaultVpc,
  },
  { kind: "network", prop: "privateDns", when: { aws_default_vpc: "present" }, gives: true, citation: defaultVpc },
];
