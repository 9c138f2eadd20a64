import type { Props } from "../../constructs/kinds.ts";
import { isIpv6 } from "../firewall-rules.ts";
import { rangesLetIn } from "../listener-clients.ts";
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
  listener: Pick<Listener, "protocol" | "port">,
  firewalls: Balancer["firewalls"],
  uses: readonly Complete[],
): readonly string[] | undefined {
  const clients = rangesLetIn(listener, firewalls, uses)?.filter((cidr) => !isIpv6(cidr));
  if (!clients || clients.includes("0.0.0.0/0")) return undefined;
  return clients.length > 0 ? clients : [NOBODY];
}
