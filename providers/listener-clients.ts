import { networkRange } from "../constructs/cidr.ts";
import { isRef } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";
import type { FirewallRule } from "./firewall-rules.ts";
import type { Complete } from "./provider.ts";

type Balancer = Props<"load-balancer">;

/**
 * The ranges that the firewalls of a balancer let in at a listener, for a cloud whose balancers stand in no group of rules. None: nobody is
 * let in. Undefined where there is no firewall, and where the rules of one are not here.
 */
export function rangesLetIn(
  { protocol, port }: Pick<Balancer["listeners"][number], "protocol" | "port">,
  firewalls: Balancer["firewalls"] = [],
  uses: readonly Complete[],
): readonly string[] | undefined {
  const rules = firewalls.map((reference) =>
    rulesOf(uses.find((c) => isRef(reference) && c.id === reference.component)),
  );
  if (rules.length === 0 || rules.includes(undefined)) return undefined;
  const carrier = protocol === "udp" ? "udp" : "tcp";
  const open = rules.flatMap((r) => r ?? []).filter((rule) => letsIn(rule, carrier, port));
  return [...new Set(open.flatMap((rule) => rule.cidrs ?? []).map(networkRange))];
}

function rulesOf(firewall: Complete | undefined): readonly FirewallRule[] | undefined {
  return firewall && (firewall.props as Props<"firewall">).rules;
}

function letsIn({ direction, protocol, fromPort, toPort }: FirewallRule, carrier: string, port: number): boolean {
  if (direction !== "in" || (protocol !== "all" && protocol !== carrier)) return false;
  return fromPort === undefined || (fromPort <= port && port <= (toPort ?? fromPort));
}
