import { GOES_OUT } from "../hazard-words.ts";
import type { ExitFacts, Rewrite } from "../provider.ts";

const docs = "https://www.scaleway.com/en/docs";

/** Zones that have Public Gateways: scaleway/scaleway-sdk-go api/vpcgw/v2/vpcgw_sdk.go, Zones(), read 2026-11-25. */
export const GATEWAY_ZONES: Readonly<Record<string, readonly string[]>> = {
  "fr-par": ["fr-par-1", "fr-par-2"],
  "nl-ams": ["nl-ams-1", "nl-ams-2", "nl-ams-3"],
  "pl-waw": ["pl-waw-1", "pl-waw-2", "pl-waw-3"],
  "it-mil": ["it-mil-1"],
};

export const rewrites: readonly Rewrite[] = [
  {
    from: "scaleway_vpc_public_gateway_dhcp.push_default_route",
    to: "scaleway_vpc_gateway_network.ipam_config.push_default_route",
    why: "DHCP moved from gateways to private networks; gateways of the older form were given up in 2025",
  },
];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "Machines of one private network reach each other whatever their security groups say, and by default those of other private networks of the VPC too.",
      citation: { source: `${docs}/vpc/reference-content/understanding-nacls/`, date: "2026-11-25" },
    },
    {
      text: "Changing the range of a private network, or its VPC, replaces it: everything attached is detached.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "The addresses by which machines go out change: partners who list them must be told before the move.",
      when: GOES_OUT,
      citation: { source: "facts/mapping.md section 6, component 23, Moving the data", date: "2026-11-21" },
    },
    {
      text: "The console takes ranges of /20 to /28 for a private network: larger subnets must be divided or made through the API.",
      citation: { source: `${docs}/vpc/how-to/create-private-network/`, date: "2025-04-07" },
    },
    {
      text: "Mail does not go out through a gateway unless enable_smtp is set.",
      when: [{ scaleway_vpc_public_gateway: "present" }],
      citation: { source: "facts/mapping.md section 6, component 23, Scaleway", date: "2026-11-21" },
    },
  ],
};
