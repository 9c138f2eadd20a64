import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Props } from "../constructs/kinds.ts";
import { type Member, type MembersOf, membersBehind, notHere, withRanges } from "./group-ranges.ts";
import type { Settled } from "./provider.ts";
import { is } from "./settled.ts";
import type { Authored } from "./synthesis.ts";

type Balancer = Props<"load-balancer">;

/** How balancers of a cloud stand outside of groups of rules, and what is said of it. */
export interface Apart {
  /** The range that the cloud writes for that of a subnet. */
  written(cidr: string): string;
  /** Whether a member of a group that a rule names is let in by its ranges too; `ofBalancer`: the rule is of a balancer's firewall. */
  isApart(member: Member, ofBalancer: boolean): boolean;
  /** Whether nobody comes in at a listener whose firewalls are here. */
  isShut(listener: Balancer["listeners"][number], balancer: Balancer, settled: readonly Authored[]): boolean;
  /** The end of a sentence: where balancers stand, and what follows. */
  readonly outside: string;
  /** What to do where the ranges are too much. */
  readonly instead: string;
  open(firewalls: string): string;
  shut(ports: string): string;
}

/** Where a rule lets a group in and a balancer takes ranges alone, the ranges behind that group are let in. */
export function settleBalancers(components: readonly Authored[], apart: Apart): Settled {
  const membersOf = membersBehind(components, apart.written);
  const firewalls = components.map((c) => (is("firewall", c) ? opened(c, membersOf, apart) : undefined));
  const settled = components.map((c, i) => firewalls[i]?.firewall ?? c);
  const balancers = settled.filter((c) => is("load-balancer", c));
  return {
    components: settled,
    diagnostics: [
      ...balancers.flatMap((balancer) => openToAll(balancer, components, apart)),
      ...firewalls.flatMap((f) => f?.diagnostics ?? []),
      ...balancers.flatMap((balancer) => shutToAll(balancer, settled, apart)),
    ],
  };
}

function warning(code: Diagnostic["code"], summary: string, address: string, detail: string): Diagnostic {
  return { severity: "warning", code, summary, detail, address };
}

/** A firewall that lets in the ranges behind the groups that its rules name. */
function opened(given: Authored<"firewall">, membersOf: MembersOf, { isApart, outside, instead }: Apart) {
  const { id } = given;
  const ofBalancer = membersOf(id).some((m) => m.isBalancer);
  const { firewall, added, unknown } = withRanges(given, membersOf, (m) => isApart(m, ofBalancer));
  const diagnostics: Diagnostic[] = [];
  if (added !== "") {
    const detail = `A rule of it lets a group in, ${outside} The code lets in all of ${added}. ${instead}`;
    diagnostics.push(warning("EX0328", "The target does not take it as asked", id, detail));
  }
  if (unknown !== "") {
    const detail = `A rule of it lets in the group of ${unknown}, ${outside} The range of that subnet is not here: add it to the rule.`;
    diagnostics.push(warning("EX0348", "What it is to let in may be refused", id, detail));
  }
  return { firewall, diagnostics };
}

/** Of a balancer whose firewalls have rules that are not here nobody knows whom it may let in. */
function openToAll(
  { id, props }: Authored<"load-balancer">,
  components: readonly Authored[],
  { open }: Apart,
): Diagnostic[] {
  const outside = notHere(props.firewalls, components);
  return outside === "" ? [] : [warning("EX0347", "Everybody may reach it", id, open(outside))];
}

function shutToAll(
  { id, props }: Authored<"load-balancer">,
  settled: readonly Authored[],
  { isShut, shut }: Apart,
): Diagnostic[] {
  const ports = props.listeners.filter((l) => isShut(l, props, settled)).map((l) => l.port);
  return ports.length === 0 ? [] : [warning("EX0349", "Nobody may reach it yet", id, shut(ports.join(", ")))];
}
