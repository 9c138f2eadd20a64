import { rangesAround } from "../database-clients.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { subnetRange } from "./network-ranges.ts";
import type { Warn } from "./settle-words.ts";

/**
 * Elsewhere whoever stands in the network of a database may connect. Here the group that every VPC has lets in its own members alone, so
 * where nothing says who may, the network is let in. A database of RDS without a group has none by what was read: `firewalls` is empty.
 */
export function databasesSettled(components: readonly Authored[], warnClosed: Warn): readonly Authored[] {
  const byId = new Map(components.map((c) => [c.id, c]));
  return components.map((c) => {
    if (!is("sql-database", c) || !c.props.subnets || c.props.firewalls || c.props.allowedCidrs) return c;
    const ranges = rangesAround(c.props, byId);
    if (ranges.length > 0) return withProps(c, { allowedCidrs: [...new Set(ranges.map(subnetRange))] });
    warnClosed(
      c.id,
      "Its network is not in this workload, and nothing says who may connect: the group that every VPC has lets in its own members alone. List the addresses of the clients in `allowedCidrs`, or name a firewall in `firewalls`.",
    );
    return c;
  });
}
