import { isRef } from "./component.ts";
import type { Props } from "./kinds.ts";
import type { ZONES } from "./zone.ts";

export type Zone = (typeof ZONES)[number];

/** A component by what places it. */
interface Standing {
  readonly kind: string;
  readonly props: object;
}

/** The zone a machine stands in: its own, else its subnet's, else that of its volumes; undefined where none of them says. */
export function machineZone(
  machine: Pick<Props<"vm">, "zone" | "subnet" | "volumes">,
  byId: ReadonlyMap<string, Standing>,
): Zone | undefined {
  const { zone, subnet } = machine;
  const volumes = volumeZones(machine, byId).filter((v) => v.zone);
  const first = volumes.find((v) => !v.shared) ?? volumes[0];
  return zone ?? subnetZone(subnet, byId) ?? first?.zone;
}

/** Volumes of a machine in other zones than it: no cloud attaches them. */
export function volumesApart(
  machine: Pick<Props<"vm">, "zone" | "subnet" | "volumes">,
  byId: ReadonlyMap<string, Standing>,
): readonly { readonly index: number; readonly zone: Zone; readonly machine: Zone }[] {
  const stands = machineZone(machine, byId);
  // What several machines share may stand in all zones.
  return volumeZones(machine, byId).flatMap(({ zone, shared }, index) =>
    zone && !shared && stands && zone !== stands ? [{ index, zone, machine: stands }] : [],
  );
}

function subnetZone(subnet: Props<"vm">["subnet"], byId: ReadonlyMap<string, Standing>): Zone | undefined {
  if (!isRef(subnet)) return undefined;
  const network = byId.get(subnet.component);
  if (network?.kind !== "network") return undefined;
  const { subnets = [] } = network.props as Partial<Props<"network">>;
  return subnets.find((s) => s.name === subnet.item)?.zone;
}

function volumeZones({ volumes = [] }: Pick<Props<"vm">, "volumes">, byId: ReadonlyMap<string, Standing>) {
  return volumes.map((reference): { readonly zone: Zone | undefined; readonly shared: boolean } => {
    const volume = isRef(reference) ? byId.get(reference.component) : undefined;
    const { zone, multiAttach = false } = volume?.kind === "volume" ? (volume.props as Partial<Props<"volume">>) : {};
    return { zone, shared: multiAttach };
  });
}
