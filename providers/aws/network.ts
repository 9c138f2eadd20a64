import type { Props } from "../../constructs/kinds.ts";
import { zonesOf } from "../../constructs/network.ts";
import { ref } from "../expr.ts";
import { covers } from "../ip-ranges.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { subnetNames } from "../subnets.ts";
import { theNative } from "../values.ts";
import { exit, losses, rewrites } from "./network-facts.ts";
import { subnetRange, vpcRanges } from "./network-ranges.ts";
import { raise } from "./network-reading.ts";
import { routeTables } from "./network-routes.ts";

const vpc = "aws_vpc";
const subnet = "aws_subnet";
/** The VPC every account starts with, taken into code. */
const defaultVpc = "aws_default_vpc";
const networks = [vpc, defaultVpc];
const tables = ["aws_route_table", "aws_default_route_table"];

const owned = (type: string, attr: string, to: readonly string[], by: readonly string[] = ["id"]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by },
});

const claims: readonly Claim[] = [
  { type: vpc, role: "anchor" },
  { type: defaultVpc, role: "anchor" },
  owned(subnet, "vpc_id", networks),
  owned("aws_internet_gateway", "vpc_id", networks),
  owned("aws_internet_gateway_attachment", "vpc_id", networks),
  {
    type: "aws_internet_gateway",
    role: "owned",
    edge: { from: "aws_internet_gateway_attachment", attr: "internet_gateway_id", by: ["id"] },
  },
  owned("aws_egress_only_internet_gateway", "vpc_id", networks),
  owned("aws_vpc_ipv4_cidr_block_association", "vpc_id", networks),
  owned("aws_vpc_dhcp_options_association", "vpc_id", networks),
  {
    type: "aws_vpc_dhcp_options",
    role: "shared",
    edge: { from: "aws_vpc_dhcp_options_association", attr: "dhcp_options_id", by: ["id"] },
  },
  owned("aws_route_table", "vpc_id", networks),
  owned("aws_default_route_table", "default_route_table_id", networks, [
    "default_route_table_id",
    "main_route_table_id",
  ]),
  owned("aws_main_route_table_association", "vpc_id", networks),
  owned("aws_route_table_association", "subnet_id", [subnet]),
  owned("aws_route_table_association", "route_table_id", tables),
  owned("aws_route", "route_table_id", tables),
  owned("aws_route", "route_table_id", networks, ["default_route_table_id", "main_route_table_id"]),
  owned("aws_nat_gateway", "subnet_id", [subnet]),
  owned("aws_nat_gateway", "vpc_id", networks),
  {
    type: "aws_eip",
    role: "owned",
    edge: { from: "aws_nat_gateway", attr: "allocation_id", by: ["id", "allocation_id"] },
  },
  // Without rules it only closes what AWS leaves open; with rules it is a firewall of its own.
  {
    ...owned("aws_default_security_group", "vpc_id", networks),
    when: (native) => native("ingress") === undefined && native("egress") === undefined,
  },
];

/** A VPC with its subnets, the ways out and the routes. */
export const network: Implementation<"network"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => ref(theNative(natives, vpc), "id"),
    subnet: (natives, item) => {
      const [first] = privateFirst(natives);
      const found = item === undefined ? first : subnetOf(natives, item);
      return found && ref(found, "id");
    },
    privateSubnets: (natives) => privateFirst(natives).map((n) => ref(n, "id")),
  },
  named(native, group) {
    if (networks.includes(native.type)) return { output: "id" };
    if (native.type !== subnet) return undefined;
    const item = subnetNames(group, [subnet], networks).get(native.address);
    return { output: "subnet", ...(item === undefined ? {} : { item }) };
  },
  rewrites,
  losses,
  exit,
};

function subnetOf(natives: readonly Native[], item: string): Native | undefined {
  const names = subnetNames(natives, [subnet], networks);
  return natives.find((n) => names.get(n.address) === item);
}

/** Private subnets, all of them where none is private; in the order they were written in. */
function privateFirst(natives: readonly Native[]): readonly Native[] {
  const all = natives.filter((n) => n.type === subnet);
  const gateway = natives.find((n) => n.type === "aws_internet_gateway")?.address;
  const names = (n: Native, attr: string, to: string | undefined) => n.refs.some((r) => r.path === attr && r.to === to);
  const open = natives.filter((n) => n.type === "aws_route" && names(n, "gateway_id", gateway));
  const openTables = open.flatMap((n) => n.refs.filter((r) => r.path === "route_table_id").map((r) => r.to));
  const isPublic = (n: Native) =>
    natives.some(
      (a) =>
        a.type === "aws_route_table_association" &&
        names(a, "subnet_id", n.address) &&
        openTables.some((table) => names(a, "route_table_id", table)),
    );
  const inside = all.filter((n) => !isPublic(n));
  return inside.length > 0 ? inside : all;
}

type Network = Props<"network">;

function lower({ props }: Complete<"network">, ctx: LowerContext): readonly Native[] {
  const [cidr = "10.0.0.0/16", ...further] = vpcRanges(props);
  // Nodes of a cluster do not register without it, and no public database is made:
  // https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html#network-requirements-vpc,
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html, read 2026-11-28.
  const main = ctx.native(vpc, { cidr_block: cidr, enable_dns_hostnames: true, tags: props.labels });
  const inVpc = { vpc_id: ref(main, "id") };
  const ranges = further.map((cidr_block, i) =>
    ctx.native("aws_vpc_ipv4_cidr_block_association", { ...inVpc, cidr_block }, { part: String(i + 1) }),
  );
  const subnets = new Map(
    props.subnets.map((s) => [
      s.name,
      ctx.native(
        subnet,
        {
          ...inVpc,
          cidr_block: subnetRange(s.cidr),
          availability_zone: s.zone && `${ctx.region}${s.zone}`,
          map_public_ip_on_launch: s.assignPublicIps,
        },
        { part: s.name, dependsOn: covers(cidr, subnetRange(s.cidr)) ? [] : ranges },
      ),
    ]),
  );
  const isOpen = props.subnets.some((s) => s.public) || (props.egress ?? "none") !== "none";
  const internet = isOpen ? ctx.native("aws_internet_gateway", inVpc) : undefined;
  const exits = internet ? gateways(props, main, subnets, internet, ctx) : { natives: [], of: () => undefined };
  return [
    main,
    ...ranges,
    ...subnets.values(),
    ...(internet ? [internet] : []),
    ...exits.natives,
    ...routeTables(props, { vpc: main, subnets, internet, exit: exits.of }, ctx),
    ...(props.closedByDefault ? [ctx.native("aws_default_security_group", inVpc)] : []),
  ];
}

interface Exits {
  readonly natives: readonly Native[];
  /** The gateway by which a private subnet goes out. */
  of(subnet: Network["subnets"][number]): Native | undefined;
}

/**
 * NAT gateways in public subnets, where a zone of its own is asked for one in each zone. Where there is no public subnet to put one in,
 * or nothing says which zones, one of the region, which goes wherever there is work.
 */
function gateways(
  { egress = "none", subnets }: Network,
  main: Native,
  made: ReadonlyMap<string, Native>,
  internet: Native,
  ctx: LowerContext,
): Exits {
  if (egress === "none") return { natives: [], of: () => undefined };
  const dependsOn = [internet];
  const at = (place: Network["subnets"][number] | undefined, part?: string): Native[] => {
    const home = place && made.get(place.name);
    if (!home) return [];
    const named = part === undefined ? {} : { part };
    const address = ctx.native("aws_eip", { domain: "vpc" }, { ...named, dependsOn });
    const args = { subnet_id: ref(home, "id"), allocation_id: ref(address, "id") };
    return [ctx.native("aws_nat_gateway", args, { ...named, dependsOn }), address];
  };
  const open = subnets.filter((s) => s.public);
  const zones = zonesOf(subnets.filter((s) => !s.public));
  const homes = zones.map((zone) => open.find((s) => s.zone === zone));
  if (egress === "per-zone" && zones.length > 1 && homes.every((home) => home !== undefined)) {
    const each = homes.map((home, i) => at(home, zones[i]));
    return { natives: each.flat(), of: (s) => each[zones.indexOf(s.zone ?? s.name)]?.[0] };
  }
  const [one, ...rest] = egress === "shared" ? at(open[0]) : [];
  if (one) return { natives: [one, ...rest], of: () => one };
  const regional: { readonly [key: string]: Tree } = { vpc_id: ref(main, "id"), availability_mode: "regional" };
  const whole = ctx.native("aws_nat_gateway", regional, { dependsOn });
  return { natives: [whole], of: () => whole };
}
