import { networkRange } from "../../constructs/cidr.ts";
import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { type FirewallRule, isIpv6 } from "../firewall-rules.ts";
import type { Complete } from "../provider.ts";

type Balancer = Props<"load-balancer">;
type Listener = Balancer["listeners"][number];

/** Addresses for documentation are nobody's: https://www.rfc-editor.org/rfc/rfc5737, read 2026-11-28. */
export const NOBODY = "192.0.2.1/32";

/**
 * The ranges that the firewalls of a balancer let in at a listener: a port of Octavia is open to everybody unless its listener names some,
 * whatever groups the balancer has (openstack/octavia octavia/network/drivers/neutron/allowed_address_pairs.py,
 * _update_security_group_rules, read 2026-11-28). It takes ranges of its own family alone, and no address that is not the first of its
 * range. Undefined where everybody is let in, and where the rules of a firewall are not known.
 */
export function clientsOf(
  { protocol, port }: Pick<Listener, "protocol" | "port">,
  firewalls: Balancer["firewalls"] = [],
  uses: readonly Complete[],
): readonly string[] | undefined {
  const rules = firewalls.map((reference) =>
    rulesOf(uses.find((c) => isRef(reference) && c.id === reference.component)),
  );
  if (rules.length === 0 || rules.includes(undefined)) return undefined;
  const carrier = protocol === "udp" ? "udp" : "tcp";
  const open = rules.flatMap((r) => r ?? []).filter((rule) => letsIn(rule, carrier, port));
  const ranges = open.flatMap((rule) => rule.cidrs ?? []).filter((cidr) => !isIpv6(cidr));
  const clients = [...new Set(ranges.map(networkRange))];
  if (clients.includes("0.0.0.0/0")) return undefined;
  return clients.length > 0 ? clients : [NOBODY];
}

function rulesOf(firewall: Complete | undefined): readonly FirewallRule[] | undefined {
  return firewall && (firewall.props as Props<"firewall">).rules;
}

function letsIn({ direction, protocol, fromPort, toPort }: FirewallRule, carrier: string, port: number): boolean {
  if (direction !== "in" || (protocol !== "all" && protocol !== carrier)) return false;
  return fromPort === undefined || (fromPort <= port && port <= (toPort ?? fromPort));
}
