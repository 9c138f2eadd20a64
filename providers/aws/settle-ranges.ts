import { isExternal, isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { covers, isPrivate, overlap } from "../ip-ranges.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { subnetRange, vpcRanges } from "./network-ranges.ts";
import type { Warn } from "./settle-words.ts";

/** Subnets that lie apart as asked for and overlap in the ranges that AWS takes. */
export function rangesApart(components: readonly Authored[], warn: Warn): void {
  for (const { id, props } of components.filter((c) => is("network", c))) {
    const [first, ...more] = props.subnets.flatMap((one, i) =>
      props.subnets
        .slice(i + 1)
        .filter(({ cidr }) => overlap(subnetRange(one.cidr), subnetRange(cidr)) && !overlap(one.cidr, cidr))
        .map((other) => `${one.name} and ${other.name}`),
    );
    if (first === undefined) continue;
    warn(
      id,
      `A subnet of AWS has sixteen addresses at least, and with these some of its subnets overlap, which AWS refuses: ${[first, ...more].join(", ")}. Give each a range of /28 that lies apart from the others.`,
    );
  }
}

/** Addresses that a provider gives its own customers: https://www.rfc-editor.org/rfc/rfc6598 (2012-04). */
const SHARED = "100.64.0.0/10";

/**
 * Targets of a balancer have an address of its network, or one that the internet does not route:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-type, read 2026-11-28.
 */
export function targetsInside(components: readonly Authored[], warn: Warn): void {
  const networks = new Map(components.flatMap((c) => (is("network", c) ? [[c.id, c.props] as const] : [])));
  for (const balancer of components.filter((c) => is("load-balancer", c))) {
    const own = balancer.props.subnets.flatMap((s) => (isRef(s) ? (networks.get(s.component) ?? []) : []));
    const outside = addressesOf(balancer.props).filter(
      (address) => !isPrivate(address) && ![SHARED, ...own.flatMap(vpcRanges)].some((range) => covers(range, address)),
    );
    if (outside.length === 0) continue;
    const addresses = [...new Set(outside)].map((address) => address.replace("/32", "")).join(", ");
    warn(
      balancer.id,
      `It sends to ${addresses}, which the internet routes: a balancer of AWS takes addresses of its own network and private ones, and refuses others. Name the private address behind a VPN or a link, or lead there by a proxy inside the network.`,
    );
  }
}

/** IPv4 addresses that something outside is given by, each as a range. */
function addressesOf({ backends }: Props<"load-balancer">): readonly string[] {
  return backends
    .flatMap((b) => b.targets)
    .filter(isExternal)
    .flatMap(({ external }) => (/^\d+\.\d+\.\d+\.\d+$/.test(external) ? [`${external}/32`] : []));
}
