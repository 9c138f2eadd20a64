import { isRef, type Reference } from "../../constructs/component.ts";
import type { Zone } from "../../constructs/standing.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { subnetNamed } from "./settle-subnets.ts";
import type { Warn } from "./settle-words.ts";

type Networks = readonly Authored<"network">[];

/** A machine stands in the zone of its subnet, with its volumes, whatever it says itself. */
export function zonesSettled(components: readonly Authored[], warn: Warn): readonly Authored[] {
  const moved = new Map<string, Zone>();
  const networks = components.filter((c) => is("network", c));
  for (const machine of components) {
    if (!is("vm", machine) || !isRef(machine.props.subnet)) continue;
    const { zone, volumes = [] } = machine.props;
    const place = placeOf(machine.props.subnet, networks);
    if (!place?.zone || zone === undefined || zone === place.zone) continue;
    for (const id of [machine.id, ...volumes.flatMap((v) => (isRef(v) ? [v.component] : []))])
      moved.set(id, place.zone);
    warn(
      machine.id,
      `It asks for zone ${zone}, and its subnet ${place.name} of ${place.network} lies in zone ${place.zone}, where it is made with its volumes: a subnet of AWS lies in one. Give the network a subnet in the zone asked for, and name that.`,
    );
  }
  return components.map((c) => {
    const zone = moved.get(c.id);
    return zone ? withProps(c, { zone }) : c;
  });
}

function placeOf(reference: Reference, networks: Networks) {
  const network = isRef(reference) ? networks.find((n) => n.id === reference.component) : undefined;
  if (!network || !isRef(reference)) return undefined;
  const subnet = network.props.subnets.find((s) => s.name === subnetNamed(reference));
  return subnet && { ...subnet, network: network.id };
}

/**
 * A balancer takes one subnet of each zone; balancers of requests, databases and clusters take two zones at least:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones, read 2026-11-28.
 */
export function spreadOverZones(components: readonly Authored[], warn: Warn): readonly Authored[] {
  const networks = components.filter((c) => is("network", c));
  return components.map((c) => {
    if (is("load-balancer", c)) {
      const subnets = c.props.layer === "l7" ? inZones(c.id, c.props.subnets, networks, warn) : c.props.subnets;
      return withProps(c, { subnets: onePerZone(c, subnets, networks, warn) });
    }
    if (is("sql-database", c) && c.props.subnets)
      return withProps(c, { subnets: inZones(c.id, c.props.subnets, networks, warn) });
    if (!is("kubernetes", c)) return c;
    const { subnets, controlPlaneSubnets } = c.props;
    if (controlPlaneSubnets)
      return withProps(c, { controlPlaneSubnets: inZones(c.id, controlPlaneSubnets, networks, warn) });
    return subnets ? withProps(c, { subnets: inZones(c.id, subnets, networks, warn) }) : c;
  });
}

/** Of several subnets in a zone the first that leads where the balancer is reached from. */
function onePerZone(
  { id, props }: Authored<"load-balancer">,
  subnets: readonly Reference[],
  networks: Networks,
  warn: Warn,
): readonly Reference[] {
  const placed = subnets.map((reference) => ({ reference, place: placeOf(reference, networks) }));
  const byZone = Map.groupBy(placed, ({ place }) => place?.zone);
  const kept = new Set(
    [...byZone].flatMap(([zone, all]) => {
      if (zone === undefined) return all;
      return all.find(({ place }) => (place?.public ?? false) === props.public) ?? all.slice(0, 1);
    }),
  );
  const left = placed.filter((p) => !kept.has(p)).map(({ place }) => place?.name);
  if (left.length > 0) {
    warn(
      id,
      `A balancer of AWS stands in one subnet of each zone, and reaches the others of that zone from there: it is made without ${left.join(", ")}. Give the network subnets in further zones if it must stand in more.`,
    );
  }
  return placed.filter((p) => kept.has(p)).map(({ reference }) => reference);
}

/** Where all subnets are known to lie in one zone something outside stands for one in another; of a single one it is asked for where that is written. */
function inZones(id: string, subnets: readonly Reference[], networks: Networks, warn: Warn): readonly Reference[] {
  const zones = new Set(subnets.map((s) => placeOf(s, networks)?.zone));
  const [zone] = zones;
  if (subnets.length < 2 || zones.size > 1 || zone === undefined) return subnets;
  warn(
    id,
    `All its subnets lie in zone ${zone}, and AWS takes two zones at least: a variable stands for a subnet in another. Give the network a subnet there, and name it.`,
  );
  return [...subnets, { external: `subnet of ${id} in another zone` }];
}
