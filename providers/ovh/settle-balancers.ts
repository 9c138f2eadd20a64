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

/**
 * A balancer of Octavia stands outside of groups: its listeners take ranges alone, and it
 * reaches machines from any address of its subnet (openstack/octavia octavia/network/drivers/neutron/allowed_address_pairs.py,
 * _plug_amphora_vip, read 2026-11-28). Where a rule lets a group in and a balancer is on either side, it lets in the ranges too.
 */
export function settleBalancers(components: readonly Authored[]): Settled {
  const diagnostics: Diagnostic[] = [];
  const warn = (code: Diagnostic["code"], summary: string) => (address: string, detail: string) =>
    diagnostics.push({ severity: "warning", code, summary, detail, address });
  const warnWider = warn("EX0328", "The target does not take it as asked");
  const warnOpen = warn("EX0347", "Everybody may reach it");
  const warnShut = warn("EX0348", "What it is to let in may be refused");
  const byId = new Map(components.map((c) => [c.id, c]));
  const users = usersOf(components);
  const membersOf = (firewall: string) => (users.get(firewall) ?? []).flatMap((c) => memberOf(c, byId) ?? []);
  for (const balancer of components.filter((c) => is("load-balancer", c))) {
    const outside = (balancer.props.firewalls ?? []).map(called).filter((firewall) => !byId.has(firewall));
    if (outside.length === 0) continue;
    warnOpen(
      balancer.id,
      `It names ${outside.join(", ")}, of which the rules are not here, and a balancer of OVHcloud lets everybody in at each listener, whatever groups its port has. Write who may come in as \`allowed_cidrs\` of its listeners, or bring the firewall into this workload.`,
    );
  }
  const opened = (firewall: Authored<"firewall">): Authored => {
    const isOfBalancer = membersOf(firewall.id).some((m) => m.isBalancer);
    const letIn = (rule: Rule): readonly Member[] =>
      groupsIn(rule, firewall.id)
        .flatMap((group) => (byId.has(group) ? membersOf(group) : outsider(group)))
        .filter((m) => isOfBalancer || m.isBalancer);
    const clients = firewall.props.rules.map(letIn);
    const added = firewall.props.rules.map((rule, i) => {
      const ranges = new Set((clients[i] ?? []).flatMap((m) => m.ranges ?? []));
      return [...ranges].filter((range) => !rule.cidrs?.some((cidr) => covers(cidr, range)));
    });
    const wider = [...new Set(added.flat())];
    if (wider.length > 0) {
      warnWider(
        firewall.id,
        `A rule of it lets a group in, and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet. The code lets in all of ${wider.join(", ")}. Give the balancer, or who calls it, a subnet of its own where that is too much.`,
      );
    }
    const unknown = [...new Set(clients.flat().flatMap((m) => (m.ranges ? [] : [m.id])))];
    if (unknown.length > 0) {
      warnShut(
        firewall.id,
        `A rule of it lets in the group of ${unknown.join(", ")}, and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet. The range of that subnet is not here: add it to the rule.`,
      );
    }
    const rules = firewall.props.rules.map((rule, i) =>
      added[i]?.length ? { ...rule, cidrs: [...(rule.cidrs ?? []), ...added[i]] } : rule,
    );
    return withProps(firewall, { rules });
  };
  const settled = components.map((c) => (is("firewall", c) ? opened(c) : c));
  const warnNobody = warn("EX0349", "Nobody may reach it yet");
  for (const { id, props } of settled.filter((c) => is("load-balancer", c))) {
    const shut = props.listeners.filter((l) => clientsOf(l, props.firewalls, settled)?.includes(NOBODY));
    if (shut.length === 0) continue;
    warnNobody(
      id,
      `Its firewalls let in no range of IPv4 that is known here at ${shut.map((l) => l.port).join(", ")}, and a listener of OVHcloud that names none is open to everybody: the code names an address that nobody has. Write who may come in as \`cidrs\` of a rule, or as \`allowed_cidrs\` of the listener.`,
    );
  }
  return { components: settled, diagnostics };
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
