import { rangePart } from "../ip-ranges.ts";
import { type Tree, Unknown } from "../native.ts";
import { partNames } from "../part-names.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { compact, list, members } from "../values.ts";
import { type FoundTable, foundTables } from "./network-tables.ts";
import { placement } from "./values.ts";
import { indexOf, zoneOf } from "./zones.ts";

const DEFAULT_VPC = "aws_default_vpc";
const VPCS = ["aws_vpc", DEFAULT_VPC];
/** How many zones a region has, and whether somebody deleted some, no code says. */
const MADE_BY_AWS = new Unknown("the public subnet, a /20, that AWS makes in each zone of the region");
const PART = "labels of a part; those of the network are kept";

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) {
    for (const c of members(group, type)) {
      placement(c);
      if (!VPCS.includes(type)) c.ignore("tags", PART);
    }
  }
  const vpc = VPCS.flatMap((type) => members(group, type))[0];
  if (vpc) readVpc(vpc, group, ctx);
  const subnets = members(group, "aws_subnet");
  const names = partNames(subnets, vpc);
  const nameOf = (c: Cursor) => names.get(c.address) ?? c.address;
  const tables = foundTables(group, subnets, vpc, ctx);
  const cidr = vpc?.read("cidr_block");
  const tableOf = (subnet: Cursor) => tables.find((t) => t.subnets.includes(subnet));
  const read: Tree[] = subnets.map((s) => ({ name: nameOf(s), ...readSubnet(s, cidr, tableOf(s)) }));
  if (read.length > 0) ctx.props.set("subnets", vpc?.type === DEFAULT_VPC ? [...read, MADE_BY_AWS] : read);
  else if (vpc?.type === DEFAULT_VPC) ctx.props.hold("subnets", MADE_BY_AWS);
  readRoutes(tables, subnets, nameOf, ctx);
  readEgress(group, subnets, tableOf, ctx);
  if (members(group, "aws_default_security_group").length > 0) ctx.props.set("closedByDefault", true);
  for (const c of members(group, "aws_default_security_group"))
    c.ignore("revoke_rules_on_delete", "what happens at destroy, not what runs");
}

function readVpc(vpc: Cursor, group: Cursors, ctx: RaiseContext): void {
  ctx.props.set("cidr", vpc.read("cidr_block"));
  ctx.props.set("privateDns", vpc.read("enable_dns_hostnames"));
  for (const prop of ["cidr", "privateDns"]) ctx.guarantee(prop);
  ctx.props.set("labels", vpc.read("tags"));
  const further = members(group, "aws_vpc_ipv4_cidr_block_association").flatMap((c) => list(c.read("cidr_block")));
  if (further.length > 0) ctx.props.set("furtherCidrs", further);
  for (const path of ["force_destroy"]) vpc.ignore(path, "what happens at destroy, not what runs");
}

function readSubnet(subnet: Cursor, vpcRange: Tree | undefined, table: FoundTable | undefined) {
  return compact({
    cidr: written(subnet.read("cidr_block"), vpcRange, subnet.address),
    public: table?.internet,
    assignPublicIps: subnet.read("map_public_ip_on_launch"),
    zone: zoneOf(zoneIn(subnet), subnet.address),
  });
}

/** A subnet names its zone by name or by id. */
function zoneIn(subnet: Cursor): Tree | undefined {
  return subnet.read("availability_zone") ?? subnet.read("availability_zone_id");
}

/** `cidrsubnet(aws_vpc.main.cidr_block, 8, count.index + 2)`: what the VPC says of itself is known, and the number of the subnet too. */
function written(cidr: Tree | undefined, whole: Tree | undefined, address: string): Tree | undefined {
  if (!(cidr instanceof Unknown) || typeof whole !== "string") return cidr;
  const [, bits, numbered, plus = "0"] =
    /^cidrsubnet\([\w.[\]"-]+\.cidr_block, *(\d+), *(\d+|count\.index|parseint\(each\.key, *10\))(?: *\+ *(\d+))?\)$/.exec(
      cidr.expression,
    ) ?? [];
  const index = /^\d/.test(numbered ?? "") ? Number(numbered) : indexOf(address);
  if (bits === undefined || index === undefined) return cidr;
  return rangePart(whole, Number(bits), index + Number(plus)) ?? cidr;
}

/** A route that several tables have holds for all their subnets; one that all subnets have holds for the network. */
function readRoutes(
  tables: readonly FoundTable[],
  subnets: readonly Cursor[],
  nameOf: (subnet: Cursor) => string,
  ctx: RaiseContext,
): void {
  const all = tables.flatMap((table) => table.routes.map((route) => ({ route, table })));
  const routes = [...Map.groupBy(all, ({ route }) => JSON.stringify(route)).values()].map((alike) => {
    const holders = new Set(alike.flatMap(({ table }) => table.subnets));
    const where = holders.size === subnets.length ? {} : { subnets: [...holders].map(nameOf).sort() };
    return { ...alike[0]?.route, ...where };
  });
  if (routes.length > 0) ctx.props.set("routes", routes);
}

function readEgress(
  group: Cursors,
  subnets: readonly Cursor[],
  tableOf: (subnet: Cursor) => FoundTable | undefined,
  ctx: RaiseContext,
): void {
  const gateways = members(group, "aws_nat_gateway");
  const addresses = members(group, "aws_eip");
  for (const c of addresses) {
    c.expect("domain", "vpc");
    c.ignore("vpc", "every address is one of a VPC");
    for (const path of ["public_ipv4_pool", "network_border_group"]) c.ignore(path, "addresses change at the target");
  }
  // A private one joins networks; nothing goes out by it.
  const open = gateways.filter((c) => !c.is("connectivity_type", "private"));
  for (const c of open) {
    for (const address of addresses) c.names("allocation_id", address);
    c.ignore("allocation_id", "addresses change at the target");
    c.ignore("private_ip", "an address of the gateway itself");
    for (const s of subnets) c.names("subnet_id", s);
    c.expect("availability_mode", "regional");
    c.expect("availability_mode", "zonal");
  }
  ctx.guarantee("egress");
  const ways = subnets.flatMap((s) => {
    const exit = tableOf(s)?.exit;
    return exit === undefined ? [] : [{ zone: placeOf(s), exit }];
  });
  const exits = new Set([...open.map((c) => c.address), ...ways.map((w) => w.exit)]);
  if (exits.size === 0 || open.some((c) => c.is("availability_mode", "regional"))) return;
  const unsure = exits.size > 1 ? ways.map((w) => w.zone).find((zone) => zone instanceof Unknown) : undefined;
  if (unsure !== undefined) return void ctx.props.set("egress", unsure);
  const zones = new Set(ways.map((w) => w.zone));
  const apart = [...Map.groupBy(ways, (w) => w.exit).values()].every(
    (served) => new Set(served.map((w) => w.zone)).size === 1,
  );
  const isPerZone = ways.length === 0 ? exits.size > 1 : zones.size > 1 && apart;
  ctx.props.set("egress", isPerZone ? "per-zone" : "shared");
}

/** Tells a zone from the others, by letter, name or id; a subnet that names none stands by itself. */
function placeOf(subnet: Cursor): Tree {
  const named = zoneIn(subnet);
  const letter = zoneOf(named, subnet.address);
  return (letter instanceof Unknown ? named : letter) ?? named ?? subnet.address;
}
