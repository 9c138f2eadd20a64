import type { Props } from "../../constructs/kinds.ts";
import { rangesLetIn } from "../listener-clients.ts";
import type { Args, Native, Tree } from "../native.ts";
import type { Complete, LowerContext } from "../provider.ts";
import { isSent } from "./load-balancer-losses.ts";

type Balancer = Props<"load-balancer">;
type Listener = Balancer["listeners"][number];

/**
 * The ranges that the firewalls of a balancer let in at a listener; none: nobody. No security group stands in front of a Load Balancer, and
 * what no ACL of a frontend denies passes (https://www.scaleway.com/en/docs/load-balancer/reference-content/acls/, 2025-11-19). Undefined
 * where everybody is let in, and where the rules of a firewall are not known.
 */
export function clientsOf(
  listener: Pick<Listener, "protocol" | "port">,
  firewalls: Balancer["firewalls"],
  uses: readonly Complete[],
): readonly string[] | undefined {
  const clients = rangesLetIn(listener, firewalls, uses);
  // A Load Balancer that Exeat writes has no address of IPv6.
  return clients?.includes("0.0.0.0/0") ? undefined : clients;
}

/** An ACL of a frontend, before its frontend and its place among the others are known. */
export interface Acl {
  readonly part: string;
  readonly args: Args;
}

/** The first that fits decides, and the rest pass: who may not come in is denied before anybody is sent elsewhere. */
export function aclsOf({ port, redirect }: Listener, clients: readonly string[] | undefined): readonly Acl[] {
  return [
    ...(clients ? [{ part: `${port}-clients`, args: deniedBut(clients) }] : []),
    ...(redirect && isSent(redirect) ? [{ part: String(port), args: sent(redirect) }] : []),
  ];
}

export function aclNatives(acls: readonly Acl[], frontend_id: Tree, ctx: LowerContext): readonly Native[] {
  return acls.map(({ part, args }, i) =>
    ctx.native("scaleway_lb_acl", { frontend_id, index: i + 1, ...args }, { part }),
  );
}

/** An ACL that names no range is one of all addresses of IPv4: isIPSubnetConfigured of the provider's internal/services/lb/types.go, read 2026-11-28. */
function deniedBut(clients: readonly string[]): Args {
  const match = clients.length > 0 ? { ip_subnet: clients, invert: true } : { ip_subnet: ["0.0.0.0/0", "::/0"] };
  return { action: [{ type: "deny" }], match: [match] };
}

function sent({ protocol, permanent }: NonNullable<Listener["redirect"]>): Args {
  const redirect = [{ type: "scheme", target: protocol ?? "https", code: permanent ? 301 : 302 }];
  return {
    action: [{ type: "redirect", redirect }],
    match: [{ http_filter: "path_begin", http_filter_value: ["/"] }],
  };
}
