import { isRef } from "../constructs/component.ts";
import type { Kind } from "../constructs/kinds.ts";
import { machineZone } from "../constructs/standing.ts";
import type { Cloud, Settled } from "./provider.ts";
import type { Authored } from "./synthesis.ts";

/**
 * A workload with what follows from what its parts are tied to, before any of it is written: what the cloud itself asks for, then the
 * zones, for clouds refuse what stands apart. A machine without a zone stands in that of its subnet, else of its volumes, and a volume
 * in that of its machine.
 */
export function settled(components: readonly Authored[], cloud: Cloud, region: string): Settled {
  const own = cloud.settle?.(components, region);
  return { components: inZones(own?.components ?? components), diagnostics: own?.diagnostics ?? [] };
}

function inZones(components: readonly Authored[]): readonly Authored[] {
  const byId = new Map(components.map((c) => [c.id, c]));
  const machines = new Map(
    components.flatMap((c) => {
      const zone = is("vm", c) ? machineZone(c.props, byId) : undefined;
      return zone ? [[c.id, zone] as const] : [];
    }),
  );
  const volumes = new Map(
    components.flatMap((c) => {
      const zone = machines.get(c.id);
      const attached = is("vm", c) && zone ? (c.props.volumes ?? []) : [];
      return attached.flatMap((v) => (isRef(v) && zone ? [[v.component, zone] as const] : []));
    }),
  );
  return components.map((c) => {
    const zone = machines.get(c.id) ?? volumes.get(c.id);
    return (is("vm", c) || is("volume", c)) && zone && !c.props.zone ? withProps(c, { zone }) : c;
  });
}

export function is<K extends Kind>(kind: K, component: Authored): component is Authored<K> {
  return component.kind === kind;
}

export function withProps(component: Authored, props: object): Authored {
  return { ...component, props: { ...component.props, ...props } } as Authored;
}
