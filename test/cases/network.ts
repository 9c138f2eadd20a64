import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});
const times = (count: number, type: string): string[] => Array<string>(count).fill(type);

/** A VPC with its subnets, and how many route tables, routes and associations they take. */
const aws = (subnets: number, tables = 0, routes = tables, linked = tables === 0 ? 0 : subnets) => [
  "aws_vpc",
  ...times(subnets, "aws_subnet"),
  ...times(tables, "aws_route_table"),
  ...times(routes, "aws_route"),
  ...times(linked, "aws_route_table_association"),
];
const nat = ["aws_nat_gateway", "aws_eip"];
const igw = "aws_internet_gateway";
const scaleway = (subnets: number) => ["scaleway_vpc", ...times(subnets, "scaleway_vpc_private_network")];
const scalewayExit = (linked: number) => [
  "scaleway_vpc_public_gateway",
  "scaleway_vpc_public_gateway_ip",
  ...times(linked, "scaleway_vpc_gateway_network"),
];
const ovh = (subnets: number) => [
  "ovh_cloud_project_network_private",
  ...times(subnets, "ovh_cloud_project_network_private_subnet_v2"),
];
const ovhExit = "ovh_cloud_gateway";

const app = { name: "app", cidr: "10.0.1.0/24" };
const data = { name: "data", cidr: "10.0.2.0/24" };
const edge = { name: "edge", cidr: "10.0.0.0/24", public: true };
/** A public and a private subnet in each of the first zones. */
const tiers = (zones: readonly ("a" | "b" | "c")[]) =>
  zones.flatMap((zone, i) => [
    { name: `edge-${zone}`, cidr: `10.0.${i}.0/24`, public: true, zone },
    { name: `app-${zone}`, cidr: `10.0.${100 + i}.0/24`, zone },
  ]);

export const networkCases: readonly Case<"network">[] = [
  {
    title: "a network nobody asks anything of",
    props: {},
    expects: { aws: made(aws(0)), scaleway: made(scaleway(0)), ovh: made(ovh(0)) },
  },
  {
    title: "two private subnets from which nothing goes out",
    props: { subnets: [app, data], egress: "none" },
    expects: { aws: made(aws(2)), scaleway: made(scaleway(2)), ovh: made(ovh(2)) },
  },
  {
    title: "a range set aside, and two further ones",
    props: { cidr: "10.0.0.0/16", furtherCidrs: ["10.8.0.0/16", "10.9.0.0/16"], subnets: [app] },
    expects: {
      aws: made([...aws(1), ...times(2, "aws_vpc_ipv4_cidr_block_association")]),
      scaleway: made(scaleway(1), ["cidr", "furtherCidrs"]),
      ovh: made(ovh(1), ["cidr", "furtherCidrs"]),
    },
  },
  {
    title: "subnets of ranges far apart",
    props: { subnets: [app, { name: "old", cidr: "172.16.8.0/22" }] },
    expects: {
      aws: made([...aws(2), "aws_vpc_ipv4_cidr_block_association"]),
      scaleway: made(scaleway(2)),
      ovh: made(ovh(2)),
    },
  },
  {
    title: "a public subnet: the default route leads to the internet",
    props: { subnets: [edge, { ...app, public: false }] },
    expects: {
      aws: made([...aws(2, 1, 1, 1), igw]),
      scaleway: made(scaleway(2), ["subnets.public"]),
      ovh: made(ovh(2), ["subnets.public"]),
    },
  },
  {
    title: "machines of a subnet get public addresses by themselves",
    props: { subnets: [{ ...edge, assignPublicIps: true }] },
    expects: {
      aws: made([...aws(1, 1), igw]),
      scaleway: made(scaleway(1), ["subnets.assignPublicIps", "subnets.public"]),
      ovh: made(ovh(1), ["subnets.assignPublicIps", "subnets.public"]),
    },
  },
  {
    title: "private subnets go out through one gateway, whatever zone they stand in",
    props: { subnets: tiers(["a", "b"]), egress: "shared" },
    expects: {
      aws: { ...made([...aws(4, 2), igw, ...nat]), waits: nat.map((type) => `${type} for ${igw}`) },
      scaleway: made([...scaleway(4), ...scalewayExit(2)], ["subnets.public", "subnets.zone"]),
      ovh: made([...ovh(4), ovhExit], ["subnets.public", "subnets.zone"]),
    },
  },
  {
    title: "a gateway in each of three zones",
    props: { subnets: tiers(["a", "b", "c"]), egress: "per-zone" },
    expects: {
      aws: made([...aws(6, 4), igw, ...nat, ...nat, ...nat]),
      scaleway: made([...scaleway(6), ...scalewayExit(2), ...scalewayExit(1)], ["subnets.public", "subnets.zone"]),
      ovh: made([...ovh(6), ovhExit, ovhExit, ovhExit], ["subnets.public", "subnets.zone"]),
    },
  },
  {
    title: "a gateway in each zone, with no public subnet to stand in",
    props: {
      subnets: [
        { ...app, zone: "a" },
        { ...data, zone: "b" },
      ],
      egress: "per-zone",
    },
    expects: {
      aws: { ...made([...aws(2, 1), igw, "aws_nat_gateway"]), waits: [`aws_nat_gateway for ${igw}`] },
      scaleway: made([...scaleway(2), ...scalewayExit(1), ...scalewayExit(1)], ["subnets.zone"]),
      ovh: made([...ovh(2), ovhExit, ovhExit], ["subnets.zone"]),
    },
  },
  {
    title: "a gateway in each zone, and all subnets in one",
    props: {
      subnets: [
        { ...app, zone: "a" },
        { ...data, zone: "a" },
      ],
      egress: "per-zone",
    },
    expects: {
      aws: made([...aws(2, 1), igw, "aws_nat_gateway"]),
      scaleway: made([...scaleway(2), ...scalewayExit(2)], ["egress", "subnets.zone"]),
      ovh: made([...ovh(2), ovhExit], ["egress", "subnets.zone"]),
    },
  },
  {
    title: "a gateway in each zone, in a region that may have gateways in one only",
    props: {
      subnets: [
        { ...app, zone: "a" },
        { ...data, zone: "b" },
      ],
      egress: "per-zone",
    },
    expects: {
      aws: made([...aws(2, 1), igw, "aws_nat_gateway"]),
      scaleway: made([...scaleway(2), ...scalewayExit(2)], ["egress", "subnets.zone"], "it-mil"),
      ovh: made([...ovh(2), ovhExit, ovhExit], ["subnets.zone"], "GRA11"),
    },
  },
  {
    title: "a gateway, and no private subnet that could use it",
    props: { subnets: [edge], egress: "shared" },
    expects: {
      aws: made([...aws(1, 1), igw, ...nat]),
      scaleway: made(scaleway(1), ["egress", "subnets.public"]),
      ovh: made(ovh(1), ["egress", "subnets.public"]),
    },
  },
  {
    title: "one gateway, and no public subnet to stand in",
    props: { subnets: [app, data], egress: "shared" },
    expects: {
      aws: made([...aws(2, 1), igw, "aws_nat_gateway"]),
      scaleway: made([...scaleway(2), ...scalewayExit(2)]),
      ovh: made([...ovh(2), ovhExit]),
    },
  },
  {
    title: "a machine of the workload forwards what goes to an office",
    props: {
      subnets: [app],
      routes: [{ destination: "192.168.0.0/16", to: "machine", via: { component: "router", output: "id" } }],
    },
    expects: {
      aws: made(aws(1, 1)),
      scaleway: made([...scaleway(1), "scaleway_vpc_route"]),
      ovh: made([...ovh(1), "openstack_networking_subnet_route_v2"]),
    },
  },
  {
    title: "a machine of its own forwards what goes to an office",
    props: {
      subnets: [app, data],
      routes: [{ destination: "192.168.0.0/16", to: "machine", via: outside("router") }],
    },
    expects: {
      aws: made(aws(2, 1)),
      scaleway: made([...scaleway(2), "scaleway_vpc_route"]),
      ovh: made([...ovh(2), ...times(2, "openstack_networking_subnet_route_v2")]),
    },
  },
  {
    title: "one subnet reaches another network by a peering",
    props: {
      subnets: [app, data],
      routes: [{ destination: "10.9.0.0/16", to: "peering", via: outside("pcx-1"), subnets: ["data"] }],
    },
    expects: {
      aws: made(aws(2, 1, 1, 1)),
      scaleway: made([...scaleway(2), "scaleway_vpc_route"], ["routes"]),
      ovh: made(ovh(2), ["routes"]),
    },
  },
  {
    title: "all subnets reach another network by a peering",
    props: { subnets: [app, data], routes: [{ destination: "10.9.0.0/16", to: "peering", via: outside("pcx-1") }] },
    expects: {
      aws: made(aws(2, 1)),
      scaleway: made([...scaleway(2), "scaleway_vpc_route"]),
      ovh: made(ovh(2), ["routes"]),
    },
  },
  {
    title: "a hub of networks, and a VPN beside it",
    props: {
      subnets: [app],
      routes: [
        { destination: "10.0.0.0/8", to: "hub", via: outside("tgw-1") },
        { destination: "192.168.0.0/16", to: "vpn", via: outside("vgw-1") },
      ],
    },
    expects: {
      aws: made(aws(1, 1, 2)),
      scaleway: made(scaleway(1), ["routes"]),
      ovh: made(ovh(1), ["routes"]),
    },
  },
  {
    title: "machines find each other by name",
    props: { subnets: [app], privateDns: true },
    expects: { aws: made(aws(1)), scaleway: made(scaleway(1)), ovh: made(ovh(1), ["privateDns"]) },
  },
  {
    title: "what every cloud lets in by default is closed",
    props: { subnets: [app], closedByDefault: true },
    expects: {
      aws: made([...aws(1), "aws_default_security_group"]),
      scaleway: made(scaleway(1), ["closedByDefault"]),
      ovh: made(ovh(1), ["closedByDefault"]),
    },
  },
  {
    title: "a network with labels",
    props: { subnets: [app], labels: { team: "platform" } },
    expects: { aws: made(aws(1)), scaleway: made(scaleway(1)), ovh: made(ovh(1), ["labels"]) },
  },
  {
    title: "ranges that begin with another address than their first",
    props: {
      cidr: "10.0.0.1/16",
      furtherCidrs: ["10.8.0.9/16"],
      subnets: [{ ...app, cidr: "10.0.1.5/24" }],
      routes: [{ destination: "10.200.1.1/16", to: "peering", via: outside("pcx-1") }],
    },
    expects: {
      aws: made([...aws(1, 1), "aws_vpc_ipv4_cidr_block_association"]),
      scaleway: made([...scaleway(1), "scaleway_vpc_route"], ["cidr", "furtherCidrs"]),
      ovh: made(ovh(1), ["cidr", "furtherCidrs", "routes"]),
    },
  },
  {
    title: "a range for a whole company, with subnets in two parts of it, and a very small one",
    props: {
      cidr: "10.0.0.0/8",
      subnets: [
        { ...app, cidr: "10.1.1.0/24" },
        { ...data, cidr: "10.2.2.8/29" },
      ],
    },
    expects: {
      aws: made([...aws(2), "aws_vpc_ipv4_cidr_block_association"], ["cidr", "subnets.cidr"]),
      scaleway: made(scaleway(2), ["cidr"]),
      ovh: made(ovh(2), ["cidr"]),
    },
  },
  {
    title: "a wide range set aside beside a narrow one, and a subnet as wide",
    props: { cidr: "10.0.0.0/29", furtherCidrs: ["172.16.0.0/12"], subnets: [{ ...app, cidr: "172.16.0.0/15" }] },
    expects: {
      aws: made([...aws(1), "aws_vpc_ipv4_cidr_block_association"], ["cidr", "furtherCidrs", "subnets.cidr"]),
      scaleway: made(scaleway(1), ["cidr", "furtherCidrs", "subnets.cidr"]),
      ovh: made(ovh(1), ["cidr", "furtherCidrs"]),
    },
  },
];
