import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { isList, type Native, type Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { attachedSubnets, subnetNames } from "../subnets.ts";
import { planOf } from "./kubernetes-catalogs.ts";
import { GATEWAY_ADDRESS } from "./kubernetes-clients.ts";
import { exit, rewrites } from "./network-facts.ts";
import { losses } from "./network-losses.ts";
import { raise } from "./network-reading.ts";
import { project } from "./values.ts";
import { GATEWAY } from "./vm-parts.ts";
import { zoneIn } from "./zones.ts";

/**
 * Of the three generations the one whose id in a region is known to be OpenStack's, which databases, clusters, balancers and ports
 * ask for: facts/mapping.md section 2, trap 6, 2026-11-21.
 */
const network_ = "ovh_cloud_project_network_private";
const subnet = "ovh_cloud_project_network_private_subnet_v2";
const route = "openstack_networking_subnet_route_v2";

const networks = [
  network_,
  "ovh_cloud_network_private_vrack",
  "ovh_cloud_project_region_network",
  "openstack_networking_network_v2",
];
const subnets = [
  subnet,
  "ovh_cloud_project_network_private_subnet",
  "ovh_cloud_network_private_vrack_subnet",
  "openstack_networking_subnet_v2",
];
const olderGateway = "ovh_cloud_project_gateway";
const router = "openstack_networking_router_v2";
const routerInterface = "openstack_networking_router_interface_v2";

const owned = (type: string, attr: string, to: readonly string[], by: readonly string[] = ["id"]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by },
});

const claims: readonly Claim[] = [
  ...networks.map((type): Claim => ({ type, role: "anchor" })),
  // OpenStack knows the network by another id in each region.
  ...subnets.map((type) => owned(type, "network_id", networks, ["id", "regions_openstack_ids"])),
  owned(GATEWAY, "subnet_ids", subnets),
  owned(olderGateway, "subnet_id", subnets),
  owned(olderGateway, "network_id", networks, ["id", "regions_openstack_ids"]),
  owned("ovh_cloud_project_gateway_interface", "subnet_id", subnets),
  owned("ovh_cloud_project_gateway_interface", "id", [olderGateway]),
  owned(routerInterface, "subnet_id", subnets),
  { type: router, role: "owned", edge: { from: routerInterface, attr: "router_id", by: ["id"] } },
  owned("openstack_networking_router_route_v2", "router_id", [router]),
  owned(route, "subnet_id", subnets),
];

/** A private network of the vRack in one region, with its subnets and gateways. */
export const network: Implementation<"network"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, [...new Set(claims.map((c) => c.type))]),
  outputs: {
    id: (natives) => {
      const found = natives.find((n) => n.type === network_);
      return found && regional(found);
    },
    subnet: (natives, item) => {
      const found = subnetCalled(natives, item);
      return found && ref(found, "id");
    },
    privateSubnets: (natives) => attachedSubnets(natives, subnet, GATEWAY).map((n) => ref(n, "id")),
  },
  inner: { [GATEWAY_ADDRESS]: gatewayAddress },
  named(native, group) {
    if (networks.includes(native.type)) return { output: "id" };
    if (!subnets.includes(native.type)) return undefined;
    const item = subnetNames(group, subnets, networks).get(native.address);
    return { output: "subnet", ...(item === undefined ? {} : { item }) };
  },
  rewrites,
  losses,
  exit,
};

/** Of a reference that names none: one that a gateway serves, where there is one. */
function subnetCalled(natives: readonly Native[], item: string | undefined): Native | undefined {
  if (item === undefined) return attachedSubnets(natives, subnet, GATEWAY)[0];
  const names = subnetNames(natives, subnets, networks);
  return natives.find((n) => names.get(n.address) === item);
}

/** What goes out of a subnet comes from it. */
function gatewayAddress(natives: readonly Native[], item?: string): Tree | undefined {
  const served = subnetCalled(natives, item)?.address;
  const gateway = natives.find((n) => n.type === GATEWAY && n.refs.some((r) => r.to === served));
  return gateway && ref(gateway, "current_state.external_ip");
}

/** The id that other services know the network by: it is OpenStack's, one for each region. */
function regional(network: Native): Tree {
  const { regions } = network.args;
  return ref(network, `regions_openstack_ids[${JSON.stringify(isList(regions) ? regions[0] : regions)}]`);
}

type Network = Props<"network">;

function lower({ id, props }: Complete<"network">, ctx: LowerContext): readonly Native[] {
  const { region } = ctx;
  const service_name = project(ctx);
  const vlan = {
    name: `${ctx.name().replaceAll("-", "_")}_vlan_id`,
    type: "number",
    description: "VLAN of the network in the vRack, 0 to 4000: each network has one of its own.",
    default: 0,
  } as const;
  const main = ctx.native(network_, { service_name, name: ctx.name(), regions: [region], vlan_id: ctx.variable(vlan) });
  const exits = exitsOf(props, needGateway(id, ctx));
  const made = new Map(
    props.subnets.map((s) => [
      s.name,
      ctx.native(
        subnet,
        {
          service_name,
          network_id: regional(main),
          region,
          name: ctx.name(s.name),
          cidr: s.cidr,
          // Beside a public interface a second default route would lead nowhere.
          enable_gateway_ip: exits.has(s.name),
        },
        { part: s.name },
      ),
    ]),
  );
  return [main, ...made.values(), ...gateways(props, exits, made, ctx), ...routesOf(props, made, ctx)];
}

/**
 * DHCP tells machines what goes to another machine; nothing else can be routed to. Beside the subnet and not in it: the machine may stand in that
 * subnet, and each would wait for the other.
 */
function routesOf({ routes = [] }: Network, made: ReadonlyMap<string, Native>, ctx: LowerContext): readonly Native[] {
  return routes
    .filter((r) => r.to === "machine")
    .flatMap(({ destination, via, subnets }, i) =>
      [...made]
        .filter(([name]) => subnets?.includes(name) ?? true)
        .map(([name, there]) =>
          ctx.native(
            route,
            {
              region: ctx.region,
              subnet_id: ref(there, "id"),
              destination_cidr: destination,
              next_hop: ctx.output(via),
            },
            { part: `${name}-${i + 1}` },
          ),
        ),
    );
}

/** Stands for the one of its subnets that something in the network is given, where it names none. */
const ANY = "";

/**
 * Subnets that are refused what stands in them while no gateway serves them: a floating address (facts/mapping.md section 6, component 21,
 * OVHcloud, 2026-11-21), and nodes of the standard plan ("Gateway is mandatory for multizones cluster":
 * ovh/terraform-provider-ovh docs/resources/cloud_project_kube.md, 2026-11-28).
 */
function needGateway(id: string, { users, region }: LowerContext): ReadonlySet<string> {
  const places = users.flatMap(({ kind, props }) => {
    const { public: isPublic, subnets } = props as Partial<Props<"load-balancer">>;
    const { publicIp, subnet: place } = props as Partial<Props<"vm">>;
    if (kind === "load-balancer") return isPublic ? subnets?.slice(0, 1) : [];
    if (kind === "kubernetes") return planOf(region) === "standard" ? subnets?.slice(0, 1) : [];
    return kind === "vm" && publicIp === "reserved" ? place : [];
  });
  return new Set(places.flatMap((p) => (p && isRef(p) && p.component === id ? [p.item ?? ANY] : [])));
}

/** The gateway of each subnet that has one, by its zone: of private ones that go out, and of those that must have one; "" is for all. */
function exitsOf({ egress = "none", subnets }: Network, wanting: ReadonlySet<string>): ReadonlyMap<string, string> {
  const named = subnets.filter((s) => (egress !== "none" && !s.public) || wanting.has(s.name));
  const attached = named.length === 0 && wanting.has(ANY) ? subnets.slice(0, 1) : named;
  return new Map(attached.map((s) => [s.name, egress === "per-zone" ? (s.zone ?? s.name) : ""]));
}

function gateways(
  props: Network,
  exits: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, Native>,
  ctx: LowerContext,
): readonly Native[] {
  return [...new Set(exits.values())].sort().map((key) => {
    const served = props.subnets.filter((s) => exits.get(s.name) === key);
    const zone = served.map((s) => s.zone).find((z) => z === key);
    const part = key === "" ? undefined : key;
    return ctx.native(
      GATEWAY,
      {
        service_name: project(ctx),
        region: ctx.region,
        name: ctx.name(part),
        availability_zone: zone && zoneIn(ctx.region, zone),
        external_gateway: { enabled: true, model: "S" },
        subnet_ids: served.flatMap((s) => made.get(s.name) ?? []).map((n) => ref(n, "id")),
      },
      part === undefined ? {} : { part },
    );
  });
}
