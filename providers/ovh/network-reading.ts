import { type Tree, Unknown } from "../native.ts";
import { partNames } from "../part-names.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { members } from "../values.ts";
import { placement } from "./values.ts";

const newSubnet = "ovh_cloud_project_network_private_subnet_v2";

/** Where each form of a subnet keeps its range; the last one is a network with its only subnet inside. */
const RANGES: Readonly<Record<string, string>> = {
  [newSubnet]: "cidr",
  ovh_cloud_project_network_private_subnet: "network",
  ovh_cloud_network_private_vrack_subnet: "cidr",
  openstack_networking_subnet_v2: "cidr",
  ovh_cloud_project_region_network: "subnet.cidr",
};

export function raise(group: Cursors, ctx: RaiseContext, types: readonly string[]): void {
  for (const type of types) for (const c of members(group, type)) setAside(c);
  const parts = Object.keys(RANGES).flatMap((type) => members(group, type));
  const network = group.anchor.type in RANGES && parts.length > 1 ? undefined : group.anchor;
  const names = partNames(parts, parts.includes(group.anchor) && parts.length === 1 ? undefined : network);
  const nameOf = (c: Cursor) => names.get(c.address) ?? c.address;
  const exits = exitsOf(group);
  const isServed = (c: Cursor) => exits.some((e) => e.subnets.some((s) => s.address === c.address));
  if (parts.length > 0) {
    ctx.props.set(
      "subnets",
      parts.map((c) => ({
        name: nameOf(c),
        cidr: c.read(RANGES[c.type] ?? "cidr") ?? new Unknown(`${c.address}.cidr`),
      })),
    );
  }
  for (const c of parts) readDhcp(c, isServed(c));
  readRoutes(group, parts, nameOf, ctx);
  if (exits.length > 0) ctx.props.set("egress", exits.length > 1 ? "per-zone" : "shared");
}

function setAside(c: Cursor): void {
  placement(c);
  c.ignore("name", "its name at OVHcloud");
  c.ignore("description", "names it");
  c.ignore("vlan_id", "its number in the vRack");
  c.expect("admin_state_up", true);
  // A network of several regions is one that nobody else has.
  if (c.each("regions").length <= 1) c.ignore("regions", "where it stands is chosen anew at the target");
}

/** Addresses are handed out by DHCP, with a default route where there is a way out. */
function readDhcp(c: Cursor, isServed: boolean): void {
  const inside = c.type === "ovh_cloud_project_region_network" ? "subnet." : "";
  c.expect(`${inside}enable_gateway_ip`, isServed);
  c.expect("no_gateway", !isServed);
  for (const path of ["dhcp", "dhcp_enabled", "enable_dhcp"]) c.expect(`${inside}${path}`, true);
  c.expect(`${inside}ip_version`, 4);
  c.ignore(`${inside}gateway_ip`, "an address of the gateway itself");
  c.ignore(`${inside}name`, "its name at OVHcloud");
  for (const path of ["start", "end", "allocation_pools", "allocation_pool"])
    c.ignore(`${inside}${path}`, "which of the addresses are handed out");
}

interface Exit {
  readonly subnets: readonly Cursor[];
}

/** Gateways and routers that lead to the internet, with the subnets they serve. */
function exitsOf(group: Cursors): readonly Exit[] {
  const parts = Object.keys(RANGES).flatMap((type) => members(group, type));
  const served = (holders: readonly Cursor[], attr: string) =>
    parts.filter((p) => holders.map((h) => h.names(attr, p)).some((named) => named));
  const gateways = members(group, "ovh_cloud_gateway").map((c) => {
    c.ignore("availability_zone", "where it stands is chosen anew at the target");
    c.expect("external_gateway.model", "S");
    return { isOpen: c.expect("external_gateway.enabled", true), subnets: served([c], "subnet_ids") };
  });
  const links = members(group, "ovh_cloud_project_gateway_interface");
  const older = members(group, "ovh_cloud_project_gateway").map((c) => {
    c.expect("model", "s");
    c.ignore("network_id", "that of its subnets");
    const mine = links.filter((link) => link.names("id", c));
    return { isOpen: true, subnets: served([c, ...mine], "subnet_id") };
  });
  const ports = members(group, "openstack_networking_router_interface_v2");
  const routers = members(group, "openstack_networking_router_v2").map((c) => {
    const mine = ports.filter((port) => port.names("router_id", c));
    for (const port of mine) port.ignore("force_destroy", "what happens at destroy, not what runs");
    const isOpen = c.has("external_network_id") && !c.is("enable_snat", false);
    if (isOpen) {
      c.ignore("external_network_id", "the public network of the region");
      c.expect("enable_snat", true);
    }
    return { isOpen, subnets: served(mine, "subnet_id") };
  });
  return [...gateways, ...older, ...routers].filter((exit) => exit.isOpen);
}

/** Routes that DHCP hands out, inside a subnet or beside it. */
function readRoutes(
  group: Cursors,
  parts: readonly Cursor[],
  nameOf: (subnet: Cursor) => string,
  ctx: RaiseContext,
): void {
  const apart = members(group, "openstack_networking_subnet_route_v2");
  const found = parts.flatMap((part) => [
    ...["host_route", "subnet.host_routes"]
      .flatMap((path) => part.each(path))
      .map((route) => ({
        name: nameOf(part),
        route: routeOf(route, "destination", ["nexthop", "next_hop"], ctx),
      })),
    ...apart
      .filter((route) => route.names("subnet_id", part))
      .map((route) => ({ name: nameOf(part), route: routeOf(route, "destination_cidr", ["next_hop"], ctx) })),
  ]);
  const routes = [...Map.groupBy(found, ({ route }) => JSON.stringify(route)).values()].map((alike) => {
    const subnets = alike.map(({ name }) => name).sort();
    return { ...alike[0]?.route, ...(subnets.length === parts.length ? {} : { subnets }) };
  });
  if (routes.length > 0) ctx.props.set("routes", routes);
}

function routeOf(route: Cursor, destination: string, hops: readonly string[], ctx: RaiseContext) {
  const hop = hops.find((path) => route.has(path)) ?? "";
  return {
    destination: route.read(destination) ?? "",
    to: "machine",
    via: ctx.reference(route.read(hop)) as Tree,
  };
}
