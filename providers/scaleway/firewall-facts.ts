import { type FirewallRule, fromZero, oneByOne } from "../firewall-rules.ts";
import { isPrivate } from "../ip-ranges.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 2, Scaleway", date: "2026-11-21" };
/** Read 2026-11-26: an ACL sees what enters or leaves a Private Network, and keeps no state. */
const acl = {
  source: "https://www.scaleway.com/en/docs/vpc/reference-content/understanding-nacls",
  date: "2026-11-26",
};
const trap = { source: "facts/mapping.md section 2, trap 8", date: "2026-11-21" };

/** A range is one of IPv4 or of IPv6 (`IsCIDRNetwork(0, 128)`; answers recorded beside it hold both); the protocols are TCP, UDP, ICMP and ANY. */
const provider = {
  source: "scaleway/terraform-provider-scaleway at b2d45ed, internal/services/instance/security_group.go",
  date: "2026-11-28",
};

/** How Scaleway calls the protocols it tells apart. */
export const PROTOCOLS: Readonly<Record<string, string>> = { all: "ANY", tcp: "TCP", udp: "UDP", icmp: "ICMP" };

const rulesOf = (props: Record<string, unknown>) => oneByOne((props["rules"] ?? []) as readonly FirewallRule[]);

/** Whether everything passes in a direction, over both families of addresses: then the policy says it. One family alone is a rule. */
export function opensAll(rules: readonly FirewallRule[], direction: FirewallRule["direction"]): boolean {
  const open = oneByOne(rules).filter(({ rule }) => rule.direction === direction && rule.protocol === "all");
  return ["0.0.0.0/0", "::/0"].every((range) => open.some(({ cidr }) => cidr === range));
}

/** Between machines of private networks, or told by another firewall. */
function hasPrivate(props: Record<string, unknown>): boolean {
  return rulesOf(props).some(({ cidr }) => cidr === undefined || isPrivate(cidr));
}

function hasUnwritable(props: Record<string, unknown>): boolean {
  return rulesOf(props).some(({ rule }) => PROTOCOLS[rule.protocol] === undefined);
}

function hasMessage(props: Record<string, unknown>): boolean {
  return rulesOf(props).some(({ rule }) => rule.icmpType !== undefined);
}

export const losses: readonly Loss[] = [
  {
    path: "network",
    severity: "cosmetic",
    class: "accept",
    why: "A security group belongs to a zone and to no network.",
    instead: "Give it to the machines that need it.",
    citation: mapping,
  },
  {
    path: "rules",
    when: hasPrivate,
    severity: "degrades",
    class: "redesign",
    why: "A security group filters public traffic only and knows no other group as a source: between private addresses everything passes.",
    instead:
      "Inside a subnet filter in the machines themselves (nftables), or give each tier a subnet of its own and write one `scaleway_vpc_acl` for the whole VPC, return ports too because it keeps no state; databases and clusters have ACLs of their own.",
    citation: acl,
  },
  {
    path: "rules",
    when: (props) => !hasPrivate(props) && hasUnwritable(props),
    severity: "degrades",
    class: "workaround",
    why: "Of protocols, rules name TCP, UDP and ICMP.",
    instead: "Filter other protocols in the machine itself, or let every protocol pass for that range.",
    citation: provider,
  },
  {
    path: "rules",
    when: (props) => !hasPrivate(props) && !hasUnwritable(props) && hasMessage(props),
    severity: "degrades",
    class: "workaround",
    why: "A rule names ICMP as a whole: what is asked for one kind of message is let through for every kind.",
    instead: "Accept that all of ICMP passes, or filter its kinds in the machine itself.",
    citation: {
      source: "scaleway/terraform-provider-scaleway docs/resources/instance_security_group.md",
      date: "2026-11-26",
    },
  },
  {
    path: "rules",
    when: (props) =>
      !hasPrivate(props) &&
      !hasUnwritable(props) &&
      !hasMessage(props) &&
      rulesOf(props).some(({ rule }) => fromZero(rule)),
    severity: "cosmetic",
    class: "accept",
    why: "Port 0 is no port to the service but every port: a range that starts there is written from 1, all ports without a range, and port 0 alone not at all.",
    instead: "Leave the ports out where all are meant, or begin at 1.",
    citation: {
      source:
        "scaleway/scaleway-sdk-go@2c5cd81b0528:api/instance/v1/instance_sdk.go (UpdateSecurityGroupRuleRequest.DestPortFrom) and scaleway/terraform-provider-scaleway@b2d45ed:internal/services/instance/security_group.go (securityGroupRuleExpand, securityGroupRuleFlatten)",
      date: "2026-11-28",
    },
  },
];

const RULE = ["action", "protocol", "ip_range", "ip", "port", "port_range"];

export const rewrites: readonly Rewrite[] = [
  ...["inbound_rule", "outbound_rule"].flatMap((block): Rewrite[] => [
    ...RULE.map((path) => ({
      from: `scaleway_instance_security_group_rules.${block}.${path}`,
      to: `scaleway_instance_security_group.${block}.${path === "ip" ? "ip_range" : path}`,
      why: "rules stand inside their group, whose order is kept there",
    })),
    {
      from: `scaleway_instance_security_group.${block}.ip`,
      to: `scaleway_instance_security_group.${block}.ip_range`,
      why: "one address is a range of one",
    },
  ]),
  {
    from: "scaleway_instance_security_group.external_rules",
    to: null,
    why: "rules stand inside their group",
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "A group that says nothing lets everything in: allow-lists need `inbound_default_policy` set to drop.",
      citation: mapping,
    },
    {
      text: 'What a rule refuses (`action = "drop"`) passes elsewhere, where groups only let in: have the group drop by default, and list what may pass, before its rules are written anew.',
      when: [
        { "scaleway_instance_security_group.inbound_rule": "present" },
        { "scaleway_instance_security_group.outbound_rule": "present" },
        { scaleway_instance_security_group_rules: "present" },
      ],
      citation: { source: "facts/mapping.md section 6, component 2", date: "2026-11-21" },
    },
    {
      text: "A group stands in one zone: machines of another zone need one like it there, and a machine takes one group only.",
      citation: mapping,
    },
    {
      text: "Mail on ports 25, 465 and 587 does not leave a machine unless `enable_default_security` is off.",
      citation: mapping,
    },
    {
      text: "Machines of a private network reach each other whatever their groups say.",
      citation: trap,
    },
    {
      text: "A VPC has one ACL for each family of addresses: it filters between subnets, never inside one, and once its default is to drop it cuts off whatever nobody listed, managed services too.",
      citation: acl,
    },
  ],
};
