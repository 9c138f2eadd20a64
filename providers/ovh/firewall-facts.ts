import { type FirewallRule, fromZero } from "../firewall-rules.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 2, OVHcloud", date: "2026-11-21" };
const own = "ovh_cloud_security_group.rule";
const beside = "openstack_networking_secgroup_rule_v2";

const FIELDS = [
  ["direction", "direction"],
  ["ethernet_type", "ethertype"],
  ["protocol", "protocol"],
  ["port_range_min", "port_range_min"],
  ["port_range_max", "port_range_max"],
  ["remote_ip_prefix", "remote_ip_prefix"],
  ["remote_group_id", "remote_group_id"],
] as const;

export const rewrites: readonly Rewrite[] = [
  ...FIELDS.map(
    ([from, to]): Rewrite => ({
      from: `${own}.${from}`,
      to: `${beside}.${to}`,
      why: "rules stand beside their group: it may then name itself",
    }),
  ),
  {
    from: `${beside}.protocol`,
    to: `${beside}.protocol`,
    why: "the same protocol by its name",
  },
  {
    from: "openstack_networking_secgroup_v2.stateful",
    to: null,
    values: [[true, true]],
    why: "groups keep state unless told otherwise",
  },
];

type Asked = Record<string, unknown>;
const rulesOf = (props: Asked) => (props["rules"] ?? []) as readonly FirewallRule[];
const anyKind = (props: Asked) => rulesOf(props).some((r) => r.icmpType !== undefined && r.icmpCode === undefined);

export const losses: readonly Loss[] = [
  {
    path: "network",
    severity: "cosmetic",
    class: "accept",
    why: "A security group belongs to a region and to no network.",
    instead: "Give it to the ports and machines that need it.",
    citation: mapping,
  },
  {
    path: "rules",
    when: anyKind,
    severity: "degrades",
    class: "setting",
    why: "The provider takes a kind of ICMP message together with its code only: without one every kind is let through.",
    instead: "Name the code too: 0 for echo requests.",
    citation: {
      source: "terraform-provider-openstack/terraform-provider-openstack docs/resources/networking_secgroup_rule_v2.md",
      date: "2026-11-26",
    },
  },
  {
    path: "rules",
    // Beside a kind of ICMP message that is lost, the graver loss is said.
    when: (props) => !anyKind(props) && rulesOf(props).some(fromZero),
    severity: "cosmetic",
    class: "accept",
    why: "Neutron refuses port 0: a range that starts there is written from 1, all ports without a range, and port 0 alone not at all.",
    instead: "Leave the ports out where all are meant, or begin at 1.",
    citation: {
      source: "openstack/neutron neutron/db/securitygroups_db.py (_validate_port_range)",
      date: "2026-11-28",
    },
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "The group `default` of a project lets everything in, and OVHcloud sets it back to that: every machine needs a group of its own.",
      citation: mapping,
    },
    {
      text: "Nodes of Managed Kubernetes need ports 22 and 30000 to 32767 among others: a group that closes them breaks the cluster.",
      citation: mapping,
    },
    {
      text: "A group belongs to one region: machines elsewhere need one like it.",
      citation: mapping,
    },
  ],
};
