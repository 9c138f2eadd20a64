import { networkRange } from "../constructs/cidr.ts";
import { isRef, type Reference } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";
import { is } from "./settled.ts";
import type { Authored } from "./synthesis.ts";

type Database = Pick<Props<"sql-database">, "engine" | "port" | "firewalls" | "subnets">;
type ById = ReadonlyMap<string, Authored>;

/** Ports that engines listen on where none is asked for: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html, 2026-11-24. */
export const PORTS = { postgresql: 5432, mysql: 3306 } as const;

/** Whom the firewalls of a database let in on its port, as far as the workload holds them, for a cloud that takes lists of addresses alone. */
export function openedBy({ engine, port = PORTS[engine], firewalls = [] }: Database, byId: ById) {
  const rules = found(firewalls, byId).flatMap((c) => (is("firewall", c) ? c.props.rules : []));
  const open = rules.filter(
    ({ direction, protocol, fromPort = 0, toPort = fromPort || 65_535 }) =>
      direction === "in" && ["tcp", "all"].includes(protocol) && fromPort <= port && port <= toPort,
  );
  return {
    ranges: [...new Set(open.flatMap(({ cidrs = [] }) => cidrs.map(networkRange)))],
    /** Machines behind a firewall too, whose addresses nobody knows. */
    machines: open.some((rule) => rule.self === true || (rule.firewalls ?? []).length > 0),
  };
}

/** Ranges of the networks of the workload that a database stands in. */
export function rangesAround({ subnets = [] }: Database, byId: ById): readonly string[] {
  const networks = found(subnets, byId).flatMap((c) => (is("network", c) ? c.props.subnets : []));
  return [...new Set(networks.map(({ cidr }) => networkRange(cidr)))];
}

function found(references: readonly Reference[], byId: ById): readonly Authored[] {
  return references.flatMap((r) => (isRef(r) ? (byId.get(r.component) ?? []) : []));
}
