import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import { openedBy, rangesAround } from "../database-clients.ts";
import type { Settled } from "../provider.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { addressesFor } from "./sql-database-clients.ts";

/** A database of OVHcloud lets in the addresses on its list alone, those of its own network too. */
export function settleDatabases(components: readonly Authored[]): Settled {
  const byId = new Map(components.map((c) => [c.id, c]));
  const diagnostics: Diagnostic[] = [];
  const warn = (code: Diagnostic["code"], summary: string, address: string, detail: string) =>
    diagnostics.push({ severity: "warning", code, summary, detail, address });
  const settled = components.map((c) => {
    if (!is("sql-database", c)) return c;
    const around = asksForNetwork(c.props, byId) ? rangesAround(c.props, byId) : [];
    const opened = c.props.publicAccess || c.props.subnets ? openedBy(c.props, byId).ranges : [];
    const ranges = [...new Set([...(c.props.allowedCidrs ?? []), ...opened, ...around])];
    const database = ranges.length > 0 ? (withProps(c, { allowedCidrs: ranges }) as typeof c) : c;
    if (around.length > 0 && c.props.firewalls) {
      warn(
        "EX0344",
        "Its whole network may connect",
        c.id,
        "Machines behind firewalls may connect to it, and a database of OVHcloud takes addresses alone: the ranges of its network are listed. Put the addresses of those machines in their place.",
      );
    }
    if (addressesFor(database.props).length === 0) {
      warn(
        "EX0340",
        "Nobody may connect to it yet",
        c.id,
        "A database of OVHcloud lets nobody in until addresses are listed, and nothing says which. List those of the applications and of who copies the data in `allowedCidrs`.",
      );
    }
    return database;
  });
  return { components: settled, diagnostics };
}

/** Whether machines may connect whose addresses nobody knows: those that its firewalls name, or whoever stands beside it. */
function asksForNetwork(props: Props<"sql-database">, byId: ReadonlyMap<string, Authored>): boolean {
  const { ranges, machines } = openedBy(props, byId);
  return machines || (props.allowedCidrs === undefined && ranges.length === 0);
}
