import type { Loss } from "../provider.ts";
import { rangeLoss } from "./network-ranges.ts";

const docs = "https://www.scaleway.com/en/docs";
const mapping = { source: "facts/mapping.md section 6, component 1, Scaleway", date: "2026-11-21" };

type Asked = Record<string, unknown>;
type Subnets = readonly { readonly name: string; readonly public?: boolean; readonly zone?: string }[];
type Routes = readonly { readonly to: string; readonly subnets?: readonly string[] }[];

const inside = ({ subnets }: Asked) => ((subnets ?? []) as Subnets).filter((s) => !s.public);

export const losses: readonly Loss[] = [
  {
    path: "cidr",
    severity: "cosmetic",
    class: "accept",
    why: "A VPC has no range of its own: each private network has one.",
    instead: "Keep the range in the address plan, and subnets inside it.",
    citation: mapping,
  },
  {
    path: "furtherCidrs",
    severity: "cosmetic",
    class: "accept",
    why: "A VPC has no range of its own: each private network has one.",
    instead: "Give a subnet the range where it is used.",
    citation: mapping,
  },
  rangeLoss,
  {
    path: "subnets.public",
    severity: "cosmetic",
    class: "setting",
    why: "No private network is public: a machine is reached from the internet when it has a public address beside its private one.",
    instead: "Give the machines that must be reached an address of their own, or a load balancer.",
    citation: mapping,
  },
  {
    path: "subnets.assignPublicIps",
    severity: "degrades",
    class: "setting",
    why: "Nothing gives every machine of a private network a public address.",
    instead: "Ask for one at each machine.",
    citation: mapping,
  },
  {
    path: "subnets.zone",
    severity: "cosmetic",
    class: "accept",
    why: "A private network spans the zones of its region and cannot be pinned to one.",
    instead: "Choose the zone at each machine.",
    citation: { source: `${docs}/vpc/reference-content/getting-most-private-networks/`, date: "2026-11-25" },
  },
  {
    path: "egress",
    when: (props) => props["egress"] === "per-zone" || (props["egress"] === "shared" && inside(props).length === 0),
    severity: "degrades",
    class: "setting",
    why: "A gateway stands in one zone and serves the private subnets attached to it: without any there is none, with all of them in one zone there is one, and Milan has gateways in one zone only.",
    instead:
      "Name the zones of the private subnets: where the region has gateways in several, each gets one of its own.",
    citation: { source: "facts/mapping.md section 6, component 23, Scaleway", date: "2026-11-21" },
  },
  {
    path: "routes",
    when: ({ routes }) =>
      ((routes ?? []) as Routes).some((r) => ["vpn", "hub"].includes(r.to) || r.subnets !== undefined),
    severity: "degrades",
    class: "workaround",
    why: "A route of a VPC holds for all its private networks, and leads to a resource in one of them or to a VPC it is connected with.",
    instead:
      "Let a VPN gateway announce its routes, connect the VPCs directly, and hold back with the network ACL what may not pass.",
    citation: { source: `${docs}/vpc/reference-content/understanding-routing/`, date: "2026-11-25" },
  },
  {
    path: "closedByDefault",
    when: (props) => props["closedByDefault"] === true,
    severity: "degrades",
    class: "setting",
    why: "A machine that names no security group gets the default one of its project and zone, which accepts everything from the internet.",
    instead: "Attach a group to each machine, as code that Exeat writes does; close the default one by hand.",
    citation: { source: `${docs}/instances/how-to/use-security-groups/`, date: "2026-11-25" },
  },
];
