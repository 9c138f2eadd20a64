import { isRef } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";
import { machineZone, type Zone } from "../constructs/standing.ts";
import { ZONES } from "../constructs/zone.ts";
import type { Cloud } from "./provider.ts";
import type { Authored } from "./synthesis.ts";

type Subnet = Props<"network">["subnets"][number];

/**
 * A workload with the zones that follow from what its parts are tied to, for clouds refuse what stands apart: a machine without a zone
 * stands in that of its subnet, else of its volumes, and a volume in that of its machine.
 */
export function settledZones(components: readonly Authored[], cloud: Cloud): readonly Authored[] {
  const placed = components.map((c) =>
    cloud.zonedSubnets && is("network", c) ? withProps(c, { subnets: spread(c.props.subnets) }) : c,
  );
  const byId = new Map(placed.map((c) => [c.id, c]));
  const machines = new Map(
    placed.flatMap((c) => {
      const zone = is("vm", c) ? machineZone(c.props, byId) : undefined;
      return zone ? [[c.id, zone] as const] : [];
    }),
  );
  const volumes = new Map(
    placed.flatMap((c) => {
      const zone = machines.get(c.id);
      const attached = is("vm", c) && zone ? (c.props.volumes ?? []) : [];
      return attached.flatMap((v) => (isRef(v) && zone ? [[v.component, zone] as const] : []));
    }),
  );
  return placed.map((c) => {
    const zone = machines.get(c.id) ?? volumes.get(c.id);
    return (is("vm", c) || is("volume", c)) && zone && !c.props.zone ? withProps(c, { zone }) : c;
  });
}

/** Subnets that say no zone, each in the one that fewest of its like stand in: balancers, databases and clusters want two. */
function spread(subnets: readonly Subnet[]): readonly Subnet[] {
  const placed = subnets.filter((s) => s.zone);
  return subnets.map((subnet) => {
    if (subnet.zone) return subnet;
    const holds = (zone: Zone) => placed.filter((s) => s.zone === zone && isOpen(s) === isOpen(subnet)).length;
    const zone = ZONES.reduce((least, next) => (holds(next) < holds(least) ? next : least));
    const settled = { ...subnet, zone };
    placed.push(settled);
    return settled;
  });
}

function isOpen(subnet: Subnet): boolean {
  return subnet.public ?? false;
}

function is<K extends Authored["kind"]>(kind: K, component: Authored): component is Authored<K> {
  return component.kind === kind;
}

function withProps(component: Authored, props: object): Authored {
  return { ...component, props: { ...component.props, ...props } } as Authored;
}
