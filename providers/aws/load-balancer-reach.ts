import { type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { known, list } from "../values.ts";
import { isOwnVariable } from "./own-variable.ts";

/** How many there are, as far as that is known. */
export function readSubnets(balancer: Cursor, mapped: readonly (Tree | undefined)[], ctx: RaiseContext): number {
  const together = balancer.read("subnets");
  const ids = [...list(together), ...mapped];
  const given = ids.filter((s) => !isOwnVariable(s));
  const references = given.map((s) => ctx.reference(s, "subnet")).filter((s) => s !== undefined);
  const found = together instanceof Unknown ? together : references.length > 0 ? (references as Tree) : undefined;
  ctx.props.set("subnets", found ?? new Unknown(`the subnets of ${balancer.address}`));
  return ids.length;
}

/** Whether it is reached from the internet, and which firewalls stand in front of it. */
export function readReach(balancer: Cursor, ctx: RaiseContext): void {
  ctx.props.set(
    "public",
    known(balancer.read("internal"), (internal) => internal !== true),
  );
  ctx.props.hold("public", true);
  const firewalls = list(balancer.read("security_groups")).map((f) => ctx.reference(f, "id"));
  if (firewalls.length > 0) ctx.props.set("firewalls", firewalls.filter((f) => f !== undefined) as Tree);
}
