import type { Reference } from "../constructs/component.ts";
import type { Props } from "../constructs/kinds.ts";
import { asHole } from "./expr.ts";
import { type Tree, Unknown } from "./native.ts";
import { compact } from "./values.ts";

export type FirewallRule = Props<"firewall">["rules"][number];

export const LAST_PORT = 65_535;

/** One rule with one range, one other firewall, or the firewall itself on the other side. */
export interface OneRule {
  readonly rule: FirewallRule;
  readonly cidr?: string;
  readonly firewall?: Reference;
  /** Its number among those of its direction: the same again when read back in the order of names. */
  readonly part: string;
}

/** Protocols as rules name them, by name and by the number that IANA gave them. */
export const PROTOCOLS_NAMED: Readonly<Record<string, FirewallRule["protocol"]>> = {
  tcp: "tcp",
  "6": "tcp",
  udp: "udp",
  "17": "udp",
  icmp: "icmp",
  "1": "icmp",
  icmpv6: "icmpv6",
  "58": "icmpv6",
  esp: "esp",
  "50": "esp",
  ah: "ah",
  "51": "ah",
  gre: "gre",
  "47": "gre",
};

/** Rules one by one, as clouds write them; neither range nor firewall: the firewall itself. */
export function oneByOne(rules: readonly FirewallRule[]): readonly OneRule[] {
  const all = rules.flatMap((rule): Omit<OneRule, "part">[] => [
    ...(rule.cidrs ?? []).map((cidr) => ({ rule, cidr })),
    ...(rule.firewalls ?? []).map((firewall) => ({ rule, firewall })),
    ...(rule.self ? [{ rule }] : []),
  ]);
  const counted = { in: 0, out: 0 };
  return all.map((one) => {
    const { direction } = one.rule;
    counted[direction]++;
    return { ...one, part: `${direction}-${String(counted[direction]).padStart(3, "0")}` };
  });
}

/** Ports stand in rules of these protocols. */
export function hasPorts(protocol: unknown): boolean {
  return protocol === "tcp" || protocol === "udp";
}

/** A rule of ports from 0 on, a port that some clouds have not. */
export function fromZero({ protocol, fromPort }: FirewallRule): boolean {
  return hasPorts(protocol) && fromPort === 0;
}

/** The same without port 0: from 1 on, no range where all are meant, and nothing where it is the only one. */
export function fromPortOne(rule: FirewallRule): readonly FirewallRule[] {
  if (!fromZero(rule)) return [rule];
  const { fromPort: _, toPort = 0, ...rest } = rule;
  if (toPort === LAST_PORT) return [rest];
  return toPort === 0 ? [] : [{ ...rest, fromPort: 1, toPort }];
}

/** Kinds of messages stand in rules of these protocols. */
export function hasMessages(protocol: unknown): boolean {
  return protocol === "icmp" || protocol === "icmpv6";
}

export function isIpv6(cidr: string): boolean {
  return cidr.includes(":");
}

/** A rule as it was found, or a hole as a whole: without its protocol, ports or kind of message it would let more through than it does. */
export function wholeRule(fields: { readonly [field: string]: Tree | undefined }): Tree {
  const { cidrs, firewalls, self, ...matched } = compact(fields);
  const peers = compact({ cidrs, firewalls, self });
  const { protocol } = matched;
  if (!Object.values(matched).some((value) => value instanceof Unknown)) return { ...matched, ...peers };
  // Of a list nobody knows, each field is that list.
  const isOne = Array.isArray(cidrs) && cidrs.length > 0 && cidrs.every((cidr) => cidr === protocol);
  return protocol !== undefined && isOne ? protocol : asHole({ ...matched, ...peers });
}
