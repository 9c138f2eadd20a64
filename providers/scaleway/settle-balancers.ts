import type { Diagnostic } from "../../constructs/diagnostic.ts";
import { type MembersOf, membersBehind, notHere, withRanges } from "../group-ranges.ts";
import type { Settled } from "../provider.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { clientsOf } from "./load-balancer-acls.ts";
import { isWritten } from "./load-balancer-losses.ts";
import { subnetRange } from "./network-ranges.ts";

const OUTSIDE = "and a Load Balancer of Scaleway stands outside of groups: it lets ranges in.";

/** A Load Balancer takes ranges alone: where a rule of its firewalls lets a group in, it lets in the ranges behind that group. */
export function settleBalancers(components: readonly Authored[]): Settled {
  const membersOf = membersBehind(components, subnetRange);
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

/** A firewall of a balancer that lets in the ranges behind the groups that its rules name. Between private addresses a security group filters nothing: its machines are let in as before. */
function opened(given: Authored<"firewall">, membersOf: MembersOf) {
  const { id } = given;
  if (!membersOf(id).some((m) => m.isBalancer)) return { firewall: given, diagnostics: [] };
  const { firewall, added, unknown } = withRanges(given, membersOf, () => true);
  const diagnostics: Diagnostic[] = [];
  if (added !== "") {
    const detail = `A rule of it lets a group in, ${OUTSIDE} The code lets in all of ${added}. Give who calls it a subnet of its own where that is too much.`;
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
  const detail = `It names ${outside}, of which the rules are not here, and no security group stands in front of a Load Balancer of Scaleway: its frontends let everybody in. Write who may come in as \`scaleway_lb_acl\` of its frontends, or bring the firewall into this workload.`;
  return [warning("EX0347", "Everybody may reach it", id, detail)];
}

function shutToAll({ id, props }: Authored<"load-balancer">, settled: readonly Authored[]): Diagnostic[] {
  const written = props.listeners.filter((l) => isWritten(props, l));
  const shut = written.filter((l) => clientsOf(l, props.firewalls, settled)?.length === 0);
  if (shut.length === 0) return [];
  const detail = `Its firewalls let in no range that is known here at ${shut.map((l) => l.port).join(", ")}, and a frontend of Scaleway without an ACL is open to everybody: the code denies everybody there. Write who may come in as \`cidrs\` of a rule, or as \`scaleway_lb_acl\` of the frontend.`;
  return [warning("EX0349", "Nobody may reach it yet", id, detail)];
}
