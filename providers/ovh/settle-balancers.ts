import { isRef, type Ref, type Reference } from "../../constructs/component.ts";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import { covers } from "../ip-ranges.ts";
import type { Settled } from "../provider.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { usersOf } from "../users.ts";
import { clientsOf, NOBODY } from "./load-balancer-clients.ts";

type Rule = Props<"firewall">["rules"][number];

/** What stands behind a firewall, with the ranges that it comes from; undefined where they are not known. */
interface Member {
  readonly id: string;
  readonly isBalancer: boolean;
  readonly ranges: readonly string[] | undefined;
}

type MembersOf = (group: string) => readonly Member[];

/**
 * A balancer of Octavia stands outside of groups: its listeners take ranges alone, and it reaches machines from any address of its subnet
 * (openstack/octavia octavia/network/drivers/neutron/allowed_address_pairs.py, _plug_amphora_vip, read 2026-11-28). Where a rule lets a
 * group in and a balancer is on either side, it lets in the ranges too.
 */
export function settleBalancers(components: readonly Authored[]): Settled {
  const byId = new Map(components.map((c) => [c.id, c]));
  const users = usersOf(components);
  const membersOf: MembersOf = (group) =>
    byId.has(group) ? (users.get(group) ?? []).flatMap((c) => memberOf(c, byId) ?? []) : [outsider(group)];
  const firewalls = components.map((c) => (is("firewall", c) ? withRanges(c, membersOf) : undefined));
  const settled = components.map((c, i) => firewalls[i]?.firewall ?? c);
  const balancers = settled.filter((c) => is("load-balancer", c));
  return {
    components: settled,
    diagnostics: [
      ...balancers.flatMap((balancer) => openToAll(balancer, byId)),
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
function withRanges(firewall: Authored<"firewall">, membersOf: MembersOf) {
  const { id, props } = firewall;
  const isOfBalancer = membersOf(id).some((m) => m.isBalancer);
  const opened = props.rules.map((rule) => {
    const members = groupsIn(rule, id)
      .flatMap(membersOf)
      .filter((m) => isOfBalancer || m.isBalancer);
    const ranges = new Set(members.flatMap((m) => m.ranges ?? []));
    const added = [...ranges].filter((range) => !rule.cidrs?.some((cidr) => covers(cidr, range)));
    const unknown = members.flatMap((m) => (m.ranges ? [] : [m.id]));
    return { rule: added.length > 0 ? { ...rule, cidrs: [...(rule.cidrs ?? []), ...added] } : rule, added, unknown };
  });
  const wider = [...new Set(opened.flatMap((o) => o.added))].join(", ");
  const unknown = [...new Set(opened.flatMap((o) => o.unknown))].join(", ");
  const diagnostics: Diagnostic[] = [];
  if (wider !== "") {
    const detail = `A rule of it lets a group in, ${OUTSIDE} The code lets in all of ${wider}. Give the balancer, or who calls it, a subnet of its own where that is too much.`;
    diagnostics.push(warning("EX0328", "The target does not take it as asked", id, detail));
  }
  if (unknown !== "") {
    const detail = `A rule of it lets in the group of ${unknown}, ${OUTSIDE} The range of that subnet is not here: add it to the rule.`;
    diagnostics.push(warning("EX0348", "What it is to let in may be refused", id, detail));
  }
  return { firewall: withProps(firewall, { rules: opened.map((o) => o.rule) }), diagnostics };
}

/** Of a balancer whose firewalls have rules that are not here nobody knows whom it may let in. */
function openToAll({ id, props }: Authored<"load-balancer">, byId: ReadonlyMap<string, Authored>): Diagnostic[] {
  const outside = (props.firewalls ?? []).map(called).filter((firewall) => !byId.has(firewall));
  if (outside.length === 0) return [];
  const detail = `It names ${outside.join(", ")}, of which the rules are not here, and a balancer of OVHcloud lets everybody in at each listener, whatever groups its port has. Write who may come in as \`allowed_cidrs\` of its listeners, or bring the firewall into this workload.`;
  return [warning("EX0347", "Everybody may reach it", id, detail)];
}

function shutToAll({ id, props }: Authored<"load-balancer">, settled: readonly Authored[]): Diagnostic[] {
  const shut = props.listeners.filter((l) => clientsOf(l, props.firewalls, settled)?.includes(NOBODY));
  if (shut.length === 0) return [];
  const detail = `Its firewalls let in no range of IPv4 that is known here at ${shut.map((l) => l.port).join(", ")}, and a listener of OVHcloud that names none is open to everybody: the code names an address that nobody has. Write who may come in as \`cidrs\` of a rule, or as \`allowed_cidrs\` of the listener.`;
  return [warning("EX0349", "Nobody may reach it yet", id, detail)];
}

/** The groups that a rule lets in. */
function groupsIn({ direction, firewalls = [], self }: Rule, own: string): readonly string[] {
  return direction === "in" ? [...firewalls.map(called), ...(self ? [own] : [])] : [];
}

/** Nothing of what is in no group of rules. A balancer has its address in its first subnet. */
function memberOf(c: Authored, byId: ReadonlyMap<string, Authored>): Member | undefined {
  const { id } = c;
  if (is("vm", c)) return { id, isBalancer: false, ranges: rangesOf(c.props.subnet ? [c.props.subnet] : [], byId) };
  if (is("kubernetes", c)) return { id, isBalancer: false, ranges: rangesOf(c.props.subnets ?? [], byId) };
  if (!is("load-balancer", c)) return undefined;
  return { id, isBalancer: true, ranges: rangesOf(c.props.subnets.slice(0, 1), byId) };
}

/** Whoever stands behind a firewall that is not here. */
function outsider(id: string): Member {
  return { id, isBalancer: false, ranges: undefined };
}

function rangesOf(subnets: readonly Reference[], byId: ReadonlyMap<string, Authored>): Member["ranges"] {
  const ranges = subnets.map((s) => (isRef(s) ? rangesIn(s, byId.get(s.component)) : []));
  return ranges.length > 0 && ranges.every((r) => r.length > 0) ? ranges.flat() : undefined;
}

/** Of a reference that names no subnet: those of the whole network. */
function rangesIn({ item }: Ref, network: Authored | undefined): readonly string[] {
  if (!network || !is("network", network)) return [];
  return network.props.subnets.filter((s) => item === undefined || s.name === item).map((s) => s.cidr);
}

function called(reference: Reference): string {
  return isRef(reference) ? reference.component : reference.external;
}
