import { isObject, type Native, type Tree } from "./native.ts";
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

/** A reference to a network's own id, where one of its subnets is meant. */
export function subnetReference<R extends Tree | undefined>(reference: R): R {
  const isNetwork = isObject(reference) && reference["output"] === "id" && "component" in reference;
  return isNetwork ? ({ ...(reference as object), output: "subnet" } as unknown as R) : reference;
}
