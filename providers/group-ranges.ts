import { isRef, type Ref, type Reference } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";
import { covers } from "./ip-ranges.ts";
import { is, withProps } from "./settled.ts";
import type { Authored } from "./synthesis.ts";
import { usersOf } from "./users.ts";

type Rule = Props<"firewall">["rules"][number];

/** What stands behind a firewall, with the ranges that it comes from; undefined where they are not known. */
export interface Member {
  readonly id: string;
  readonly isBalancer: boolean;
  readonly ranges: readonly string[] | undefined;
}

export type MembersOf = (group: string) => readonly Member[];

/** Whoever stands behind each firewall of a workload; `written` is the range that a cloud writes for that of a subnet. */
export function membersBehind(components: readonly Authored[], written: (cidr: string) => string): MembersOf {
  const byId = new Map(components.map((c) => [c.id, c]));
  const users = usersOf(components);
  return (group) =>
    byId.has(group) ? (users.get(group) ?? []).flatMap((c) => memberOf(c, byId, written) ?? []) : [outsider(group)];
}

/** A firewall whose rules let in ranges too, for a cloud where a balancer stands outside of groups. */
export interface Widened {
  readonly firewall: Authored;
  /** Ranges that were added, and who is let in whose range is not known: both in a line, empty for none. */
  readonly added: string;
  readonly unknown: string;
}

/** Adds the ranges behind the groups that its rules name, of those members that the cloud cannot let in as a group. */
export function withRanges(
  firewall: Authored<"firewall">,
  membersOf: MembersOf,
  isApart: (member: Member) => boolean,
): Widened {
  const { id, props } = firewall;
  const opened = props.rules.map((rule) => {
    const members = groupsIn(rule, id).flatMap(membersOf).filter(isApart);
    const ranges = new Set(members.flatMap((m) => m.ranges ?? []));
    const added = [...ranges].filter((range) => !rule.cidrs?.some((cidr) => covers(cidr, range)));
    const unknown = members.flatMap((m) => (m.ranges ? [] : [m.id]));
    return { rule: added.length > 0 ? { ...rule, cidrs: [...(rule.cidrs ?? []), ...added] } : rule, added, unknown };
  });
  return {
    firewall: withProps(firewall, { rules: opened.map((o) => o.rule) }),
    added: [...new Set(opened.flatMap((o) => o.added))].join(", "),
    unknown: [...new Set(opened.flatMap((o) => o.unknown))].join(", "),
  };
}

/** The firewalls that something names and whose rules are not here, in a line; empty for none. */
export function notHere(firewalls: readonly Reference[] = [], components: readonly Authored[]): string {
  const ids = new Set(components.map((c) => c.id));
  return firewalls
    .map(called)
    .filter((firewall) => !ids.has(firewall))
    .join(", ");
}

/** The groups that a rule lets in. */
function groupsIn({ direction, firewalls = [], self }: Rule, own: string): readonly string[] {
  return direction === "in" ? [...firewalls.map(called), ...(self ? [own] : [])] : [];
}

/** Nothing of what is in no group of rules. A balancer has its address in its first subnet. */
function memberOf(
  c: Authored,
  byId: ReadonlyMap<string, Authored>,
  written: (cidr: string) => string,
): Member | undefined {
  const { id } = c;
  const ranges = (subnets: readonly Reference[]) => rangesOf(subnets, byId, written);
  if (is("vm", c)) return { id, isBalancer: false, ranges: ranges(c.props.subnet ? [c.props.subnet] : []) };
  if (is("kubernetes", c)) return { id, isBalancer: false, ranges: ranges(c.props.subnets ?? []) };
  if (!is("load-balancer", c)) return undefined;
  return { id, isBalancer: true, ranges: ranges(c.props.subnets.slice(0, 1)) };
}

/** Whoever stands behind a firewall that is not here. */
function outsider(id: string): Member {
  return { id, isBalancer: false, ranges: undefined };
}

function rangesOf(
  subnets: readonly Reference[],
  byId: ReadonlyMap<string, Authored>,
  written: (cidr: string) => string,
): Member["ranges"] {
  const ranges = subnets.map((s) => (isRef(s) ? rangesIn(s, byId.get(s.component)) : []).map(written));
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
