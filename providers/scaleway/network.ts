import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { zonesOf } from "../../constructs/network.ts";
import { ref } from "../expr.ts";
import type { Native } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { attachedSubnets, subnetNames } from "../subnets.ts";
import { exit, GATEWAY_ZONES, rewrites } from "./network-facts.ts";
import { losses } from "./network-losses.ts";
import { subnetRange } from "./network-ranges.ts";
import { raise } from "./network-reading.ts";
import { tagsOf } from "./values.ts";
import { zoneIn } from "./zones.ts";

const vpc = "scaleway_vpc";
const subnet = "scaleway_vpc_private_network";
const gateway = "scaleway_vpc_public_gateway";
const attachment = "scaleway_vpc_gateway_network";

const owned = (type: string, attr: string, to: readonly string[]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by: ["id"] },
});
const named = (type: string, from: string, attr: string): Claim => ({
  type,
  role: "owned",
  edge: { from, attr, by: ["id"] },
});

const claims: readonly Claim[] = [
  { type: vpc, role: "anchor" },
  // In the VPC that every project has.
  { type: subnet, role: "anchor", when: (native) => native("vpc_id") === undefined },
  owned(subnet, "vpc_id", [vpc]),
  owned("scaleway_vpc_route", "vpc_id", [vpc]),
  owned(attachment, "private_network_id", [subnet]),
  named(gateway, attachment, "gateway_id"),
  named("scaleway_vpc_public_gateway_dhcp", attachment, "dhcp_id"),
  named("scaleway_vpc_public_gateway_ip", gateway, "ip_id"),
  owned("scaleway_vpc_public_gateway_ip_reverse_dns", "gateway_ip_id", ["scaleway_vpc_public_gateway_ip"]),
  owned("scaleway_vpc_public_gateway_pat_rule", "gateway_id", [gateway]),
  owned("scaleway_vpc_public_gateway_dhcp_reservation", "gateway_network_id", [attachment]),
];

/** A VPC with a Private Network for each subnet, and Public Gateways. */
export const network: Implementation<"network"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => {
      const found = natives.find((n) => n.type === vpc);
      return found && ref(found, "id");
    },
    subnet: (natives, item) => {
      const names = subnetNames(natives, [subnet], [vpc]);
      const found =
        item === undefined
          ? attachedSubnets(natives, subnet, attachment)[0]
          : natives.find((n) => names.get(n.address) === item);
      return found && ref(found, "id");
    },
    privateSubnets: (natives) => attachedSubnets(natives, subnet, attachment).map((n) => ref(n, "id")),
  },
  named(native, group) {
    if (native.type === vpc) return { output: "id" };
    if (native.type !== subnet) return undefined;
    const item = subnetNames(group, [subnet], [vpc]).get(native.address);
    return { output: "subnet", ...(item === undefined ? {} : { item }) };
  },
  rewrites,
  losses,
  exit,
};

type Network = Props<"network">;
type Subnet = Network["subnets"][number];

function lower({ props }: Complete<"network">, ctx: LowerContext): readonly Native[] {
  // Routing between subnets is what every new VPC does, and cannot be turned off.
  const main = ctx.native(vpc, { name: ctx.name(), enable_routing: true, tags: tagsOf(props.labels) });
  const subnets = new Map(
    props.subnets.map((s) => [
      s.name,
      ctx.native(
        subnet,
        { name: ctx.name(s.name), vpc_id: ref(main, "id"), ipv4_subnet: [{ subnet: subnetRange(s.cidr) }] },
        { part: s.name },
      ),
    ]),
  );
  return [main, ...subnets.values(), ...routes(props, main, ctx), ...gateways(props, subnets, ctx)];
}

/** A route holds for the whole VPC; it leads to a resource in it, or to another VPC. */
function routes({ routes = [] }: Network, main: Native, ctx: LowerContext): readonly Native[] {
  const hops: Partial<Record<string, string>> = { machine: "nexthop_resource_id", peering: "nexthop_vpc_connector_id" };
  return routes.flatMap(({ to, destination, via }, i) => {
    const hop = hops[to];
    if (hop === undefined) return [];
    const args = { vpc_id: ref(main, "id"), destination: networkRange(destination), [hop]: ctx.output(via) };
    return [ctx.native("scaleway_vpc_route", args, { part: String(i + 1) })];
  });
}

/** A gateway stands in a zone and serves subnets of the region: each private one gets its default route from one of them. */
function gateways(
  { egress = "none", subnets }: Network,
  made: ReadonlyMap<string, Native>,
  ctx: LowerContext,
): readonly Native[] {
  const inside = subnets.filter((s) => !s.public);
  if (egress === "none" || inside.length === 0) return [];
  const offered = GATEWAY_ZONES[ctx.region] ?? [zoneIn(ctx, undefined)];
  const places = egress === "shared" ? undefined : placesFor(inside, offered, ctx);
  const placeOf = (s: Subnet): string => places?.get(s.zone ?? s.name) ?? offered[0] ?? zoneIn(ctx, undefined);
  return [...Map.groupBy(inside, placeOf)].flatMap(([zone, served]) => {
    const part = egress === "shared" ? {} : { part: zone.split("-").at(-1) ?? zone };
    // Its address stays when the gateway is replaced.
    const address = ctx.native("scaleway_vpc_public_gateway_ip", { zone }, part);
    const name = ctx.name(part.part);
    const exit = ctx.native(gateway, { name, type: "VPC-GW-S", ip_id: ref(address, "id"), zone }, part);
    const links = served.map((s) => {
      const native = made.get(s.name);
      if (!native) throw new Error(`no subnet ${s.name}`);
      return ctx.native(
        attachment,
        {
          gateway_id: ref(exit, "id"),
          private_network_id: ref(native, "id"),
          ipam_config: [{ push_default_route: true }],
          zone,
        },
        { part: s.name },
      );
    });
    return [address, exit, ...links];
  });
}

/** The zone of the gateway for each zone that has private subnets: its own, else the one with the fewest. */
function placesFor(subnets: readonly Subnet[], offered: readonly string[], ctx: LowerContext): Map<string, string> {
  const own = (key: string) => {
    const letter = subnets.find((s) => s.zone === key)?.zone;
    return letter && offered.find((zone) => zone === zoneIn(ctx, letter));
  };
  const places = new Map<string, string>();
  const count = (zone: string) => [...places.values()].filter((place) => place === zone).length;
  const keys = zonesOf(subnets);
  for (const key of [...keys.filter(own), ...keys.filter((k) => !own(k))]) {
    const [emptiest] = [...offered].sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
    const place = own(key) ?? emptiest;
    if (place !== undefined) places.set(key, place);
  }
  return places;
}
