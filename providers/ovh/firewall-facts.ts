import { type FirewallRule, fromZero, hasMessages } from "../firewall-rules.ts";
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
  {
    from: `${beside}.port_range_min`,
    to: null,
    values: [[0, null]],
    why: "the provider sends no 0: a kind 0 of ICMP message is every kind",
  },
];

type Asked = Record<string, unknown>;
const rulesOf = (props: Asked) => (props["rules"] ?? []) as readonly FirewallRule[];

/** Echo replies, the kind 0 of ICMP. */
export const ofKindZero = ({ protocol, icmpType }: FirewallRule) => hasMessages(protocol) && icmpType === 0;

const hasKindZero = (props: Asked) => rulesOf(props).some(ofKindZero);
const hasCodeZero = (props: Asked) => rulesOf(props).some((r) => hasMessages(r.protocol) && r.icmpCode === 0);
/** Applied with the provider against a server that listens, 2026-11-28: what is 0 is not sent. */
const unsent = {
  source:
    "gophercloud/gophercloud@v2.13.0:openstack/networking/v2/extensions/security/rules/requests.go (CreateOpts, `omitempty`)",
  date: "2026-11-28",
};

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
    when: hasKindZero,
    severity: "degrades",
    class: "accept",
    why: "The provider sends no 0, and a rule without a kind of ICMP message is one for every kind: rules for echo replies, of kind 0, are left out.",
    instead: "Answers to what a machine asks pass without a rule; to let in others too name all of ICMP.",
    citation: unsent,
  },
  {
    path: "rules",
    // Beside a kind of ICMP message that is lost, the graver loss is said.
    when: (props) => !hasKindZero(props) && rulesOf(props).some(fromZero),
    severity: "cosmetic",
    class: "accept",
    why: "Neutron refuses port 0: a range that starts there is written from 1, all ports without a range, and port 0 alone not at all.",
    instead: "Leave the ports out where all are meant, or begin at 1.",
    citation: {
      source: "openstack/neutron neutron/db/securitygroups_db.py (_validate_port_range)",
      date: "2026-11-28",
    },
  },
  {
    path: "rules",
    when: (props) => !hasKindZero(props) && !rulesOf(props).some(fromZero) && hasCodeZero(props),
    severity: "cosmetic",
    class: "accept",
    why: "The provider sends no 0, and a kind of ICMP message without a code is one of every code.",
    instead: "Leave the code out: of most kinds, echo requests among them, 0 is the only one.",
    citation: unsent,
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
