import { type Tree, Unknown } from "../native.ts";
import { partNames } from "../part-names.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { members } from "../values.ts";
import { labelsFrom, placement } from "./values.ts";

const NAME = "its name at Scaleway";
const PART = "tags of a part; those of the network are kept";
const DHCP = "addresses are handed out by the private network itself";

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) {
    for (const c of members(group, type)) {
      placement(c);
      c.ignore("name", NAME);
      c.ignore("zone", "where it stands is chosen anew at the target");
      if (type !== "scaleway_vpc") c.ignore("tags", PART);
    }
  }
  const [vpc] = members(group, "scaleway_vpc");
  ctx.props.set("labels", labelsFrom(vpc?.read("tags")));
  vpc?.expect("enable_routing", true);
  if (vpc?.is("enable_custom_routes_propagation", true))
    vpc.ignore("enable_custom_routes_propagation", "what every new VPC does");
  const subnets = members(group, "scaleway_vpc_private_network");
  const names = partNames(subnets, vpc);
  if (subnets.length > 0) {
    ctx.props.set(
      "subnets",
      subnets.map((s) => {
        s.ignore("is_regional", "every private network is regional");
        const cidr = s.read("ipv4_subnet.subnet") ?? new Unknown(`the range that Scaleway chose for ${s.address}`);
        return { name: names.get(s.address) ?? s.address, cidr };
      }),
    );
  }
  ctx.guarantee("privateDns");
  readRoutes(group, ctx);
  readEgress(group, ctx);
}

function readRoutes(group: Cursors, ctx: RaiseContext): void {
  const hops = { machine: "nexthop_resource_id", peering: "nexthop_vpc_connector_id" };
  const routes = members(group, "scaleway_vpc_route").flatMap((route): Tree[] => {
    route.ignore("description", "names the route");
    const [to, hop] = Object.entries(hops).find(([, attr]) => route.has(attr)) ?? [];
    const via = hop === undefined ? undefined : ctx.reference(route.read(hop));
    const destination = via && route.read("destination");
    return to === undefined || destination === undefined ? [] : [{ destination, to, via: via as Tree }];
  });
  if (routes.length > 0) ctx.props.set("routes", routes);
}

/** Gateways that subnets get their default route from; each stands in one zone. */
function readEgress(group: Cursors, ctx: RaiseContext): void {
  const gateways = members(group, "scaleway_vpc_public_gateway");
  const leases = members(group, "scaleway_vpc_public_gateway_dhcp");
  for (const lease of leases) lease.ignore("subnet", DHCP);
  const links = members(group, "scaleway_vpc_gateway_network").filter((link) => {
    link.ignore("enable_dhcp", DHCP);
    link.ignore("cleanup_dhcp", DHCP);
    const lease = leases.find((l) => link.names("dhcp_id", l));
    for (const gateway of gateways) link.names("gateway_id", gateway);
    const isPushed = link.expect("ipam_config.push_default_route", true);
    return lease?.expect("push_default_route", true) || isPushed;
  });
  const used = new Set(links.map((link) => exitOf(link, gateways)));
  for (const c of gateways) {
    c.expect("type", "VPC-GW-S");
    c.ignore("move_to_ipam", DHCP);
    c.ignore("ip_id", "addresses change at the target");
  }
  if (used.size > 0) ctx.props.set("egress", used.size > 1 ? "per-zone" : "shared");
}

function exitOf(link: Cursor, gateways: readonly Cursor[]): string {
  const found = gateways.find((g) => link.names("gateway_id", g));
  const elsewhere = found ? undefined : link.read("gateway_id");
  return found?.address ?? (elsewhere instanceof Unknown ? elsewhere.expression : String(elsewhere));
}
