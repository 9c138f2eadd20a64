import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = []) => ({ natives, losses });
const times = (count: number, type: string): string[] => Array<string>(count).fill(type);

const aws = (inbound = 0, outbound = 0) => [
  "aws_security_group",
  ...times(inbound, "aws_vpc_security_group_ingress_rule"),
  ...times(outbound, "aws_vpc_security_group_egress_rule"),
];
const scaleway = ["scaleway_instance_security_group"];
const ovh = (rules = 0) => [
  "openstack_networking_secgroup_v2",
  ...times(rules, "openstack_networking_secgroup_rule_v2"),
];

const https = { direction: "in", protocol: "tcp", fromPort: 443, toPort: 443 } as const;
const everywhere = ["0.0.0.0/0", "::/0"];

export const firewallCases: readonly Case<"firewall">[] = [
  {
    title: "a firewall nobody asks anything of: nothing passes",
    props: {},
    expects: { aws: made(aws()), scaleway: made(scaleway), ovh: made(ovh()) },
  },
  {
    title: "HTTPS for everybody on IPv4, and from two offices on a range of ports",
    props: {
      rules: [
        { ...https, cidrs: ["0.0.0.0/0"] },
        { ...https, fromPort: 8000, toPort: 8100, cidrs: ["203.0.113.0/24", "198.51.100.7/32"] },
      ],
    },
    expects: { aws: made(aws(3)), scaleway: made(scaleway), ovh: made(ovh(3)) },
  },
  {
    title: "ranges that begin with another address than their first",
    props: { rules: [{ ...https, cidrs: ["203.0.113.5/24", "2001:db8::1/32"] }] },
    expects: { aws: made(aws(2)), scaleway: made(scaleway), ovh: made(ovh(2)) },
  },
  {
    title: "everything may go out, over both families of addresses",
    props: { rules: [{ direction: "out", protocol: "all", cidrs: everywhere }] },
    expects: { aws: made(aws(0, 2)), scaleway: made(scaleway), ovh: made(ovh(2)) },
  },
  {
    title: "everything may come in, and some of it is said twice",
    props: {
      rules: [
        { direction: "in", protocol: "all", cidrs: everywhere },
        { ...https, cidrs: ["203.0.113.0/24"] },
      ],
    },
    expects: { aws: made(aws(3)), scaleway: made(scaleway), ovh: made(ovh(3)) },
  },
  {
    title: "everything may go out over IPv4 alone",
    props: { rules: [{ direction: "out", protocol: "all", cidrs: ["0.0.0.0/0"] }] },
    expects: { aws: made(aws(0, 1)), scaleway: made(scaleway), ovh: made(ovh(1)) },
  },
  {
    title: "ports from the lowest one on",
    props: {
      rules: [
        { direction: "in", protocol: "tcp", fromPort: 0, toPort: 1023, cidrs: ["203.0.113.0/24"] },
        { direction: "in", protocol: "udp", fromPort: 0, toPort: 0, cidrs: ["203.0.113.0/24"] },
      ],
    },
    expects: { aws: made(aws(2)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1), ["rules"]) },
  },
  {
    title: "all ports of UDP, and ICMP",
    props: {
      rules: [
        { direction: "in", protocol: "udp", cidrs: ["203.0.113.0/24"] },
        { direction: "in", protocol: "icmp", cidrs: ["0.0.0.0/0"] },
      ],
    },
    expects: { aws: made(aws(2)), scaleway: made(scaleway), ovh: made(ovh(2)) },
  },
  {
    title: "echo requests, and what tells machines that a packet is too big",
    props: {
      rules: [
        { direction: "in", protocol: "icmp", icmpType: 8, cidrs: ["203.0.113.0/24"] },
        { direction: "in", protocol: "icmp", icmpType: 3, icmpCode: 4, cidrs: ["0.0.0.0/0"] },
      ],
    },
    expects: { aws: made(aws(2)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(2)) },
  },
  {
    title: "echo requests by their code",
    props: { rules: [{ direction: "in", protocol: "icmp", icmpType: 8, icmpCode: 0, cidrs: ["203.0.113.0/24"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1), ["rules"]) },
  },
  {
    title: "echo replies, and everything that tells of what is not reached",
    props: {
      rules: [
        { direction: "in", protocol: "icmp", icmpType: 0, icmpCode: 0, cidrs: ["203.0.113.0/24"] },
        { direction: "in", protocol: "icmp", icmpType: 3, cidrs: ["0.0.0.0/0"] },
      ],
    },
    expects: { aws: made(aws(2)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1), ["rules"]) },
  },
  {
    title: "what tells machines that a packet is too big, and nothing else of ICMP",
    props: { rules: [{ direction: "in", protocol: "icmp", icmpType: 3, icmpCode: 4, cidrs: ["0.0.0.0/0"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "everything may go out over IPv6 alone",
    props: { rules: [{ direction: "out", protocol: "all", cidrs: ["::/0"] }] },
    expects: { aws: made(aws(0, 1)), scaleway: made(scaleway), ovh: made(ovh(1)) },
  },
  {
    title: "a range of IPv6",
    props: { rules: [{ ...https, cidrs: ["2001:db8::/32"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway), ovh: made(ovh(1)) },
  },
  {
    title: "ICMP over IPv6",
    props: { rules: [{ direction: "in", protocol: "icmpv6", cidrs: ["::/0"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "protocols that have no ports",
    props: {
      rules: (["esp", "ah", "gre"] as const).map((protocol) => ({
        direction: "in",
        protocol,
        cidrs: ["203.0.113.9/32"],
      })),
    },
    expects: { aws: made(aws(3)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(3)) },
  },
  {
    title: "a database for machines of a private range",
    props: { rules: [{ direction: "in", protocol: "tcp", fromPort: 5432, toPort: 5432, cidrs: ["10.0.1.0/24"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "HTTPS for machines of a private range of IPv6",
    props: { rules: [{ ...https, cidrs: ["fd00:1234:5678::/48"] }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "a database for machines behind another firewall",
    props: {
      rules: [{ direction: "in", protocol: "tcp", fromPort: 5432, toPort: 5432, firewalls: [outside("sg-app")] }],
    },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "machines behind it reach each other",
    props: { rules: [{ direction: "in", protocol: "all", self: true }] },
    expects: { aws: made(aws(1)), scaleway: made(scaleway, ["rules"]), ovh: made(ovh(1)) },
  },
  {
    title: "in a network, with labels",
    props: { network: outside("vpc-1"), labels: { team: "platform" } },
    expects: { aws: made(aws()), scaleway: made(scaleway, ["network"]), ovh: made(ovh(), ["network"]) },
  },
];
