import { isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ZONES } from "../../constructs/zone.ts";
import { freeLike, rangePart } from "../ip-ranges.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { subnetRange, vpcRanges } from "./network-ranges.ts";
import { subnetNamed } from "./settle-subnets.ts";
import type { Warn } from "./settle-words.ts";

type Network = Props<"network">;
type Subnet = Network["subnets"][number];

/** Lists of subnets that must lie in two zones (see `inTwoZones`). */
const LISTS = ["subnets", "controlPlaneSubnets"] as const;

/**
 * What stands in one subnet of a network of the workload, or in several of one zone, gets a second subnet there, like the first: it lies
 * in the VPC that the same code makes, so nobody can name one beforehand. Every subnet has its zone by now.
 */
export function secondSubnets(components: readonly Authored[], warn: Warn): readonly Authored[] {
  const networks = new Map(components.flatMap((c) => (is("network", c) ? [[c.id, c.props] as const] : [])));
  const seconds = new Map<string, Subnet>();
  const second = (id: string, network: Network, first: Subnet): Subnet | undefined => {
    const key = `${id} ${first.name}`;
    const made = seconds.get(key) ?? like(first, network, [...networks.values()]);
    if (made === undefined || seconds.has(key)) return made;
    seconds.set(key, made);
    networks.set(id, withSecond(network, first.name, made));
    return made;
  };
  const widened = components.map((c) => {
    if (!wantsTwoZones(c)) return c;
    const lists = LISTS.flatMap((list) => {
      const named = (c.props as { readonly [prop: string]: readonly Reference[] | undefined })[list];
      const place = named && inOneZone(named, networks, is("load-balancer", c) ? c.props.public : undefined);
      const network = place && networks.get(place.id);
      if (!named || !network) return [];
      const added = second(place.id, network, place.subnet);
      if (!added) return [];
      warn(
        c.id,
        `AWS takes two zones at least, and it is to stand in ${place.subnet.name} of ${place.id} alone: the network gets the subnet ${added.name} in another zone, ${added.cidr}. See that nothing else has these addresses, and open to them what ${place.subnet.cidr} is let in by; or name a second subnet.`,
      );
      return [[list, [...named, { component: place.id, output: "subnet", item: added.name }]] as const];
    });
    return lists.length > 0 ? withProps(c, Object.fromEntries(lists)) : c;
  });
  return widened.map((c) => (networks.has(c.id) ? withProps(c, networks.get(c.id) ?? {}) : c));
}

function wantsTwoZones(c: Authored): boolean {
  return is("kubernetes", c) || is("sql-database", c) || (is("load-balancer", c) && c.props.layer === "l7");
}

/** Of subnets that all lie in one zone the first that is open as is wanted, else the first. */
function inOneZone(
  named: readonly Reference[],
  networks: ReadonlyMap<string, Network>,
  open: boolean | undefined,
): { readonly id: string; readonly subnet: Subnet } | undefined {
  const places = named.map((reference) => {
    const network = isRef(reference) ? networks.get(reference.component) : undefined;
    const subnet = isRef(reference) && network?.subnets.find((s) => s.name === subnetNamed(reference));
    return isRef(reference) && subnet ? { id: reference.component, subnet } : undefined;
  });
  const [first] = places;
  const zones = new Set(places.map((place) => place?.subnet.zone));
  if (zones.size > 1 || first?.subnet.zone === undefined) return undefined;
  return places.find((place) => (place?.subnet.public ?? false) === open) ?? first;
}

/** A subnet as large as another, with its ways out, where nothing of the workload stands: inside the network's ranges, else beside them. */
function like(first: Subnet, network: Network, all: readonly Network[]): Subnet | undefined {
  const own = subnetRange(first.cidr);
  const taken = [
    ...network.subnets.map((s) => subnetRange(s.cidr)),
    ...(network.routes ?? []).map((route) => route.destination),
    ...all.filter((other) => other !== network).flatMap((other) => [...vpcRanges(other), ...cidrsOf(other)]),
  ];
  const beside = rangePart(`${own.split("/")[0]}/16`, 0, 0);
  const within = [...vpcRanges(network), ...(beside === undefined ? [] : [beside])];
  const free = freeLike(own, within, taken);
  if (free === undefined) return undefined;
  const names = new Set(network.subnets.map((s) => s.name));
  const name = ["b", "c", "d", "e"].map((end) => `${first.name}-${end}`).find((one) => !names.has(one));
  const zone = ZONES.find((one) => one !== first.zone);
  return name === undefined || zone === undefined ? undefined : { ...first, name, cidr: free, zone };
}

function cidrsOf({ subnets, furtherCidrs = [], cidr }: Network): readonly string[] {
  return [...(cidr === undefined ? [] : [cidr]), ...furtherCidrs, ...subnets.map((s) => s.cidr)];
}

/** Routes that hold for the first hold for the second. */
function withSecond(network: Network, first: string, second: Subnet): Network {
  const routes = network.routes?.map((route) =>
    route.subnets?.includes(first) ? { ...route, subnets: [...route.subnets, second.name] } : route,
  );
  return { ...network, subnets: [...network.subnets, second], ...(routes ? { routes } : {}) };
}
