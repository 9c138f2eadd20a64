import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { nodesAreKnown } from "./kubernetes-clients.ts";

/** Clusters that are to answer nobody outside and answer everybody: no code knows the addresses that their nodes call from. */
export function openClusters(components: readonly Authored[], region: string): readonly Diagnostic[] {
  return components
    .filter((c) => is("kubernetes", c) && isOpen(c.props, region))
    .map(({ id }) => ({
      severity: "warning",
      code: "EX0392",
      summary: "All of the internet reaches its API",
      detail:
        "It is to answer nobody outside, and the API of a cluster of OVHcloud answers at a public address alone. Its nodes call it from addresses that no code knows, and a list without them could shut them out: the code writes none, and everybody may call it. List in `allowedCidrs` who may, the nodes among them; or deploy nodes without public addresses to a region of the standard plan, as EU-WEST-PAR: there the address of the network's gateway is listed alone.",
      address: id,
    }));
}

function isOpen(props: Props<"kubernetes">, region: string): boolean {
  return props.publicAccess === false && !props.allowedCidrs?.length && !nodesAreKnown(props, region);
}
