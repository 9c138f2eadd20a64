import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { text } from "../expr.ts";
import { type Tree, Unknown } from "../native.ts";
import type { LowerContext } from "../provider.ts";
import { referenceIn } from "../references.ts";
import { planOf } from "./kubernetes-catalogs.ts";

/** What a network says inside this cloud: the public address of a subnet's gateway. */
export const GATEWAY_ADDRESS = "gatewayAddress";

/** End of the name of the variable that `lower` asks for where the gateway is not here. */
const OWN_ADDRESS = "nodes_gateway_address";

type Cluster = Props<"kubernetes">;

/**
 * Whom the API of a cluster answers; undefined for everybody. Nodes of the standard plan call it from the address of their gateway, which must
 * be listed wherever any is, and alone lets in what stands in the network (ovh/docs pages/public_cloud/containers_orchestration/
 * managed_kubernetes/premium, API Server IP restrictions, 2025-09-10).
 */
export function callersOf(props: Cluster, ctx: LowerContext): readonly Tree[] | undefined {
  const { publicAccess, allowedCidrs = [] } = props;
  if (publicAccess === false && nodesAreKnown(props, ctx.region)) return [gatewayRange(props, ctx)];
  if (allowedCidrs.length === 0) return undefined;
  const isWhole = planOf(ctx.region) === "free" || allowedCidrs.includes("0.0.0.0/0");
  return isWhole ? allowedCidrs : [...allowedCidrs, gatewayRange(props, ctx)];
}

/**
 * Whether all nodes go out through the gateway. Those of the free plan have addresses of their own, and so have those with floating ones, until the
 * next update (ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes/using-floating-ips, 2026-02-02); no page says whether the
 * API lets them in unlisted.
 */
export function nodesAreKnown({ pools }: Cluster, region: string): boolean {
  return planOf(region) === "standard" && !haveAddresses(pools);
}

/** Whether some nodes have public addresses of their own with the standard plan too. */
export function haveAddresses(pools: Cluster["pools"]): boolean {
  return pools.some(({ publicIps }) => publicIps === true);
}

function gatewayRange({ subnets: [subnet] = [] }: Cluster, ctx: LowerContext): Tree {
  if (subnet && isRef(subnet) && subnet.output === "subnet")
    return text`${ctx.output({ ...subnet, output: GATEWAY_ADDRESS })}/32`;
  const address = ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_${OWN_ADDRESS}`,
    type: "string",
    description:
      "Public address of the gateway that nodes go out through: it must be among those that the API answers.",
  });
  return text`${address}/32`;
}

/** Attributes of gateways and routers that say their public address. */
const ADDRESSES = /^(current_state\.external_ip|external_information|external_fixed_ip)\b/;

/** Whether a range is the address of a gateway, which is written wherever it is needed. */
export function isGateway(range: Tree): boolean {
  if (!(range instanceof Unknown)) return false;
  const reference = referenceIn(range);
  if (reference) return isRef(reference) && reference.output === GATEWAY_ADDRESS;
  return range.expression.includes(`_${OWN_ADDRESS}}`) || range.refs.some(({ attr }) => ADDRESSES.test(attr));
}
