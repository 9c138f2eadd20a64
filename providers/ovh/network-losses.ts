import type { Loss } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 1, OVHcloud", date: "2026-11-21" };
const groups = { source: "facts/mapping.md section 2, trap 8", date: "2026-11-21" };

type Asked = Record<string, unknown>;
type Subnets = readonly { readonly name: string; readonly public?: boolean; readonly zone?: string }[];

const inside = ({ subnets }: Asked) => ((subnets ?? []) as Subnets).filter((s) => !s.public);
const zones = (props: Asked) => new Set(inside(props).map((s) => s.zone ?? s.name)).size;

export const losses: readonly Loss[] = [
  {
    path: "cidr",
    severity: "cosmetic",
    class: "accept",
    why: "A private network has no range of its own: each subnet has one.",
    instead: "Keep the range in the address plan, and subnets inside it.",
    citation: mapping,
  },
  {
    path: "furtherCidrs",
    severity: "cosmetic",
    class: "accept",
    why: "A private network has no range of its own: each subnet has one.",
    instead: "Give a subnet the range where it is used.",
    citation: mapping,
  },
  {
    path: "subnets.public",
    severity: "cosmetic",
    class: "setting",
    why: "No subnet is public: a machine is reached from the internet when it has an interface in the public network, or a floating address.",
    instead: "Give the machines that must be reached such an interface, or put a load balancer before them.",
    citation: mapping,
  },
  {
    path: "subnets.assignPublicIps",
    severity: "degrades",
    class: "setting",
    why: "Nothing gives every machine of a subnet a public address.",
    instead: "Ask for one at each machine.",
    citation: mapping,
  },
  {
    path: "subnets.zone",
    severity: "cosmetic",
    class: "accept",
    why: "A subnet spans its region; the zone is chosen for each machine.",
    instead: "Choose the zone at each machine.",
    citation: mapping,
  },
  {
    path: "egress",
    when: (props) =>
      props["egress"] === "shared" ? zones(props) === 0 : props["egress"] === "per-zone" && zones(props) < 2,
    severity: "degrades",
    class: "setting",
    why: "A gateway serves the private subnets attached to it: without any there is none, with all of them in one zone there is one.",
    instead: "Name the zones of the private subnets: each gets a gateway of its own.",
    citation: { source: "facts/mapping.md section 6, component 23, OVHcloud", date: "2026-11-21" },
  },
  {
    path: "routes",
    when: ({ routes }) => ((routes ?? []) as readonly { readonly to: string }[]).some((r) => r.to !== "machine"),
    severity: "degrades",
    class: "redesign",
    why: "There are no route tables, no peering and no VPN: DHCP tells machines which machine a range is behind.",
    instead: "Put both networks into the same vRack, or route through a machine that holds the tunnel.",
    citation: mapping,
  },
  {
    path: "privateDns",
    when: (props) => props["privateDns"] === true,
    severity: "degrades",
    class: "workaround",
    why: "Nothing answers for the names of machines in a private network.",
    instead: "Run a name server in the network and name it in `dns_nameservers`, or write names into a public zone.",
    citation: {
      source: "ovh/terraform-provider-ovh@a1ae5bc docs/resources/cloud_project_network_private_subnet_v2.md",
      date: "2026-11-25",
    },
  },
  {
    path: "closedByDefault",
    when: (props) => props["closedByDefault"] === true,
    severity: "degrades",
    class: "setting",
    why: "A machine that names no security group gets the project's `default` one, which lets everything in and is reset to that by OVHcloud.",
    instead: "Attach a group to each machine, as code that Exeat writes does.",
    citation: groups,
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "accept",
    why: "A private network takes no tags.",
    instead: "Keep what labels say in its name.",
    citation: { source: "facts/mapping.md section 5, Tags", date: "2026-11-21" },
  },
];
