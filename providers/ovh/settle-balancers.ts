import type { Diagnostic } from "../../constructs/diagnostic.ts";
import { type MembersOf, membersBehind, notHere, withRanges } from "../group-ranges.ts";
import type { Settled } from "../provider.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { clientsOf, NOBODY } from "./load-balancer-clients.ts";

/**
 * A balancer of Octavia stands outside of groups: its listeners take ranges alone, and it reaches machines from any address of its subnet
 * (openstack/octavia octavia/network/drivers/neutron/allowed_address_pairs.py, _plug_amphora_vip, read 2026-11-28). Where a rule lets a
 * group in and a balancer is on either side, it lets in the ranges too.
 */
export function settleBalancers(components: readonly Authored[]): Settled {
  const membersOf = membersBehind(components, (cidr) => cidr);
  const firewalls = components.map((c) => (is("firewall", c) ? opened(c, membersOf) : undefined));
  const settled = components.map((c, i) => firewalls[i]?.firewall ?? c);
  const balancers = settled.filter((c) => is("load-balancer", c));
  return {
    components: settled,
    diagnostics: [
      ...balancers.flatMap((balancer) => openToAll(balancer, components)),
      ...firewalls.flatMap((f) => f?.diagnostics ?? []),
      ...balancers.flatMap((balancer) => shutToAll(balancer, settled)),
    ],
  };
}

function warning(code: Diagnostic["code"], summary: string, address: string, detail: string): Diagnostic {
  return { severity: "warning", code, summary, detail, address };
}

const OUTSIDE =
  "and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet.";

/** A firewall that lets in the ranges behind the groups that its rules name, where a balancer is on either side. */
function opened(given: Authored<"firewall">, membersOf: MembersOf) {
  const { id } = given;
  const isOfBalancer = membersOf(id).some((m) => m.isBalancer);
  const { firewall, added, unknown } = withRanges(given, membersOf, (m) => isOfBalancer || m.isBalancer);
  const diagnostics: Diagnostic[] = [];
  if (added !== "") {
    const detail = `A rule of it lets a group in, ${OUTSIDE} The code lets in all of ${added}. Give the balancer, or who calls it, a subnet of its own where that is too much.`;
    diagnostics.push(warning("EX0328", "The target does not take it as asked", id, detail));
  }
  if (unknown !== "") {
    const detail = `A rule of it lets in the group of ${unknown}, ${OUTSIDE} The range of that subnet is not here: add it to the rule.`;
    diagnostics.push(warning("EX0348", "What it is to let in may be refused", id, detail));
  }
  return { firewall, diagnostics };
}

/** Of a balancer whose firewalls have rules that are not here nobody knows whom it may let in. */
function openToAll({ id, props }: Authored<"load-balancer">, components: readonly Authored[]): Diagnostic[] {
  const outside = notHere(props.firewalls, components);
  if (outside === "") return [];
  const detail = `It names ${outside}, of which the rules are not here, and a balancer of OVHcloud lets everybody in at each listener, whatever groups its port has. Write who may come in as \`allowed_cidrs\` of its listeners, or bring the firewall into this workload.`;
  return [warning("EX0347", "Everybody may reach it", id, detail)];
}

function shutToAll({ id, props }: Authored<"load-balancer">, settled: readonly Authored[]): Diagnostic[] {
  const shut = props.listeners.filter((l) => clientsOf(l, props.firewalls, settled)?.includes(NOBODY));
  if (shut.length === 0) return [];
  const detail = `Its firewalls let in no range of IPv4 that is known here at ${shut.map((l) => l.port).join(", ")}, and a listener of OVHcloud that names none is open to everybody: the code names an address that nobody has. Write who may come in as \`cidrs\` of a rule, or as \`allowed_cidrs\` of the listener.`;
  return [warning("EX0349", "Nobody may reach it yet", id, detail)];
}
