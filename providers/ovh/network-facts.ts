import { GOES_OUT } from "../hazard-words.ts";
import type { ExitFacts, Rewrite } from "../provider.ts";

const subnet = "ovh_cloud_project_network_private_subnet_v2";
const route = "openstack_networking_subnet_route_v2";
const generation = "the generation that code of Exeat writes; three of them do the same";

const same = (from: string, to: string, values?: Rewrite["values"]): Rewrite => ({
  from,
  to,
  ...(values ? { values } : {}),
  why: generation,
});
const byDefault = (from: string): Rewrite => ({
  from,
  to: null,
  why: "addresses are handed out unless somebody refuses",
});

export const rewrites: readonly Rewrite[] = [
  same("ovh_cloud_project_network_private_subnet.network", `${subnet}.cidr`),
  same("ovh_cloud_network_private_vrack_subnet.cidr", `${subnet}.cidr`),
  same("openstack_networking_subnet_v2.cidr", `${subnet}.cidr`),
  same("ovh_cloud_project_region_network.subnet.cidr", `${subnet}.cidr`),
  same("ovh_cloud_project_region_network.subnet.host_routes.destination", `${route}.destination_cidr`),
  same("ovh_cloud_project_region_network.subnet.host_routes.next_hop", `${route}.next_hop`),
  same(`${subnet}.host_route.destination`, `${route}.destination_cidr`),
  same(`${subnet}.host_route.nexthop`, `${route}.next_hop`),
  same("ovh_cloud_project_region_network.subnet.enable_gateway_ip", `${subnet}.enable_gateway_ip`),
  same("ovh_cloud_project_network_private_subnet.no_gateway", `${subnet}.enable_gateway_ip`, [
    [true, false],
    [false, true],
  ]),
  same("openstack_networking_subnet_v2.no_gateway", `${subnet}.enable_gateway_ip`, [
    [true, false],
    [false, true],
  ]),
  same("ovh_cloud_project_gateway.model", "ovh_cloud_gateway.external_gateway.model", [["s", "S"]]),
  same("openstack_networking_router_v2.enable_snat", "ovh_cloud_gateway.external_gateway.enabled"),
  ...["network", "router"].map(
    (part): Rewrite => ({
      from: `openstack_networking_${part}_v2.admin_state_up`,
      to: null,
      why: "it runs",
    }),
  ),
  byDefault("ovh_cloud_project_network_private_subnet.dhcp"),
  byDefault("ovh_cloud_network_private_vrack_subnet.dhcp_enabled"),
  byDefault("openstack_networking_subnet_v2.enable_dhcp"),
  byDefault("ovh_cloud_project_region_network.subnet.enable_dhcp"),
  {
    from: "ovh_cloud_project_region_network.subnet.ip_version",
    to: null,
    values: [[4, 4]],
    why: "a private network has addresses of IPv4",
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "Clusters of Managed Kubernetes do not work in 10.2.0.0/16, 10.3.0.0/16 and 172.17.0.0/16: choose other ranges for their subnets.",
      citation: { source: "facts/mapping.md section 6, component 1, Moving the data", date: "2026-11-21" },
    },
    {
      text: "Names of a network and its subnets must not change once a cluster stands in it; most other changes replace the subnet.",
      citation: { source: "facts/mapping.md section 6, component 1, OVHcloud", date: "2026-11-21" },
    },
    {
      text: "A network needs a project that is in a vRack; making a vRack is an order.",
      citation: { source: "facts/mapping.md section 6, component 1, OVHcloud", date: "2026-11-21" },
    },
    {
      text: "The addresses by which machines go out change: partners who list them must be told before the move.",
      when: GOES_OUT,
      citation: { source: "facts/mapping.md section 6, component 23, Moving the data", date: "2026-11-21" },
    },
    {
      text: "A default route in the private network beside a public interface leads answers the wrong way.",
      citation: { source: "judgement", date: "2026-11-25" },
    },
  ],
};
