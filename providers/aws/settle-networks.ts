import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { machineZone, type Zone } from "../../constructs/standing.ts";
import { ZONES } from "../../constructs/zone.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { subnetNamed } from "./settle-subnets.ts";
import type { Users, Warn } from "./settle-words.ts";

type Subnet = Props<"network">["subnets"][number];

/** A subnet of a network of the workload, with the components that stand in it. */
interface Place {
  readonly network: Authored<"network">;
  readonly subnet: Subnet;
  readonly inside: readonly Authored[];
}

/** Subnets get a zone, and are public where all that stands in them is reached from the internet; those of clusters give addresses. */
export function networksSettled(
  components: readonly Authored[],
  users: Users,
  warn: Warn,
  warnOtherwise: Warn,
): readonly Authored[] {
  const byId = new Map(components.map((c) => [c.id, c]));
  const given = new Set<string>();
  const settled = components.map((network) => {
    if (!is("network", network)) return network;
    const places = network.props.subnets.map((subnet): Place => {
      const named = (users.get(network.id) ?? []).filter((u) => subnetNamed(u.reference) === subnet.name);
      return { network, subnet, inside: [...new Set(named.map((u) => u.user))] };
    });
    const zones = places.map(({ inside }) =>
      inside.flatMap((c) => (is("vm", c) ? (machineZone({ ...c.props, subnet: undefined }, byId) ?? []) : [])),
    );
    const open = places.map((place) => {
      const subnet = opened(place, warn);
      const clusters = place.inside.filter((c) => putsNodes(c, place));
      if (!subnet.public || subnet.assignPublicIps || clusters.length === 0) return subnet;
      if (subnet.assignPublicIps === false) {
        warnOtherwise(
          network.id,
          `Its subnet ${subnet.name} is to give no addresses, and AWS refuses nodes in a public subnet that gives none: it gives them to those of ${clusters.map((c) => c.id).join(", ")}. Let them stand in a private subnet, and give the network \`egress: shared\`.`,
        );
      }
      for (const { id } of place.inside) given.add(id);
      return { ...subnet, assignPublicIps: true };
    });
    return withProps(network, { subnets: spread(open, zones, places) });
  });
  // The addresses are for nodes: a machine that asks for none has none.
  return settled.map((c) =>
    is("vm", c) && given.has(c.id) && c.props.publicIp === undefined ? withProps(c, { publicIp: "none" }) : c,
  );
}

/**
 * Node groups are refused in a public subnet that gives no addresses:
 * https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html, read 2026-11-28.
 */
function putsNodes(c: Authored, { network, subnet }: Place): boolean {
  return (
    is("kubernetes", c) &&
    c.props.pools.length > 0 &&
    (c.props.subnets ?? []).some((s) => isRef(s) && s.component === network.id && subnetNamed(s) === subnet.name)
  );
}

/** Elsewhere a public address needs no public subnet; here nothing leads to it without one. */
function opened({ network, subnet, inside }: Place, warn: Warn): Subnet {
  const reached = inside.filter(isReached);
  if (subnet.public || reached.length === 0) return subnet;
  const goOut = (network.props.egress ?? "none") !== "none" && inside.length > reached.length;
  if (!goOut) return { ...subnet, public: true };
  for (const { id } of reached) {
    warn(
      id,
      `It has a public address and stands in the subnet ${subnet.name} of ${network.id}, from which other components go out through a gateway: a subnet of AWS does one or the other. Give it a subnet of its own with \`public: true\`.`,
    );
  }
  return subnet;
}

export function isReached(component: Authored): boolean {
  if (is("load-balancer", component)) return component.props.public;
  if (is("sql-database", component)) return component.props.publicAccess === true;
  return is("vm", component) && (component.props.publicIp ?? "none") !== "none";
}

/**
 * Subnets that say no zone: each in the one that most of its machines ask for, else in the one that fewest of its like stand in, for
 * balancers, databases and clusters want two.
 */
function spread(
  subnets: readonly Subnet[],
  wanted: readonly (readonly Zone[])[],
  places: readonly Place[],
): readonly Subnet[] {
  const said = subnets.map((subnet, i): Subnet => {
    const zone = subnet.zone ?? mostOf(wanted[i] ?? []);
    return zone ? { ...subnet, zone } : subnet;
  });
  const placed = said.filter((s) => s.zone);
  const settled = said.map((subnet) => {
    if (subnet.zone) return subnet;
    const zone = leastOf(subnet, ZONES, placed);
    const one = { ...subnet, zone };
    placed.push(one);
    return one;
  });
  const free = said.map((s) => s.zone === undefined);
  for (const user of new Set(places.flatMap((p) => p.inside).filter(wantsTwoZones))) {
    const own = settled.flatMap((_, i) => (places[i]?.inside.includes(user) ? [i] : []));
    const [zone, ...others] = new Set(own.map((i) => settled[i]?.zone));
    const last = own.findLast((i) => free[i]);
    const moved = last === undefined ? undefined : settled[last];
    if (own.length < 2 || others.length > 0 || last === undefined || !moved) continue;
    const elsewhere = ZONES.filter((z) => z !== zone);
    settled[last] = { ...moved, zone: leastOf(moved, elsewhere, settled) };
  }
  return settled;
}

function wantsTwoZones(c: Authored): boolean {
  return is("kubernetes", c) || is("sql-database", c) || (is("load-balancer", c) && c.props.layer === "l7");
}

/** The zone that fewest of a subnet's like stand in: public ones, or those that are not. */
function leastOf(subnet: Subnet, zones: readonly Zone[], placed: readonly Subnet[]): Zone {
  const holds = (zone: Zone) => placed.filter((s) => s.zone === zone && isOpen(s) === isOpen(subnet)).length;
  return zones.reduce((least, next) => (holds(next) < holds(least) ? next : least));
}

function mostOf(zones: readonly Zone[]): Zone | undefined {
  const count = (zone: Zone) => zones.filter((z) => z === zone).length;
  return zones.length === 0 ? undefined : ZONES.reduce((most, next) => (count(next) > count(most) ? next : most));
}

function isOpen(subnet: Subnet): boolean {
  return subnet.public ?? false;
}

/** Nodes fetch their images and join their cluster by the internet, unless somebody built ways inside: what leads nowhere is said. */
export function clustersReach(components: readonly Authored[], warn: Warn): void {
  const networks = new Map(components.flatMap((c) => (is("network", c) ? [[c.id, c] as const] : [])));
  for (const cluster of components) {
    if (!is("kubernetes", cluster) || cluster.props.pools.length === 0) continue;
    const shut = (cluster.props.subnets ?? []).filter(isRef).flatMap((reference) => {
      const network = networks.get(reference.component);
      if (!network || (network.props.egress ?? "none") !== "none") return [];
      const inside = network.props.subnets.filter((s) => !isOpen(s));
      const named = subnetNamed(reference);
      return inside.filter((s) => s.name === named).map((s) => ({ network: network.id, subnet: s.name }));
    });
    if (shut.length === 0) continue;
    const subnets = shut.map((s) => s.subnet).join(", ");
    const places = [...new Set(shut.map((s) => s.network))].join(", ");
    warn(
      cluster.id,
      `Its machines stand in ${subnets} of ${places}, from which nothing goes out: they neither fetch images nor join the cluster. Give the network \`egress: shared\`, or make endpoints of the services that they need.`,
    );
  }
}
