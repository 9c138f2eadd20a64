import type { Native } from "./native.ts";
import { partNames } from "./part-names.ts";

/** Names of the subnets of a network by their addresses, as items of references to it. */
export function subnetNames(
  natives: readonly Native[],
  subnets: readonly string[],
  networks: readonly string[],
): ReadonlyMap<string, string> {
  return partNames(
    natives.filter((n) => subnets.includes(n.type)),
    natives.find((n) => networks.includes(n.type)),
  );
}

/** The subnets that something of type `exit` names: private ones go out through it. Where none is named, nothing tells them apart: all. */
export function attachedSubnets(natives: readonly Native[], subnet: string, exit: string): readonly Native[] {
  const all = natives.filter((n) => n.type === subnet);
  const linked = natives.filter((n) => n.type === exit).flatMap((n) => n.refs.map((r) => r.to));
  const attached = all.filter((n) => linked.includes(n.address));
  return attached.length > 0 ? attached : all;
}
