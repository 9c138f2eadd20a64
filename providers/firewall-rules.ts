import type { Reference } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";

export type FirewallRule = Props<"firewall">["rules"][number];

/** One rule with one range, one other firewall, or the firewall itself on the other side. */
export interface OneRule {
  readonly rule: FirewallRule;
  readonly cidr?: string;
  readonly firewall?: Reference;
}

/** Rules one by one, as clouds write them; neither range nor firewall: the firewall itself. */
export function oneByOne(rules: readonly FirewallRule[]): readonly OneRule[] {
  return rules.flatMap((rule) => [
    ...(rule.cidrs ?? []).map((cidr) => ({ rule, cidr })),
    ...(rule.firewalls ?? []).map((firewall) => ({ rule, firewall })),
    ...(rule.self ? [{ rule }] : []),
  ]);
}

/** Ports stand in rules of these protocols. */
export function hasPorts(protocol: unknown): boolean {
  return protocol === "tcp" || protocol === "udp";
}

export function isIpv6(cidr: string): boolean {
  return cidr.includes(":");
}
