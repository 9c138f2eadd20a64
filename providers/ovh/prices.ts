import { flavorPrices, type Price, type PriceList, type PriceRule } from "../prices.ts";
import type { Citation } from "../provider.ts";
import flavors from "./flavors.json" with { type: "json" };

const facts = { source: "facts/mapping.md section 9, OVHcloud", date: "2026-11-21" };
/** Fixture of a public tool, in the integers of the order catalogue. */
const catalogue = {
  source:
    "test fixture of a price reader in a public repository (index id 69526057405), in integers of the order catalogue",
  date: "2026-09-11",
};
/** The order catalogue as a public document prints it, to the cent. */
const printed = {
  source: "print of the order catalogue (FR) in a public repository (index id 35739917212), rounded to the cent",
  date: "2026-11-26",
};
const judgement = (basis: string): Citation => ({ source: `judgement: ${basis}`, date: "2026-11-26" });

/** Regions of one zone in Europe. */
const EUROPE = ["GRA", "SBG", "RBX", "DE", "UK", "WAW"];

const price = (
  amount: Price["amount"],
  per: Price["per"],
  of?: string,
  citation: Citation = facts,
  regions: readonly string[] = EUROPE,
): Price => ({ amount, per, ...(of === undefined ? {} : { of }), regions, citation });

/** Sizes of a family whose price is that of another size, in proportion: b3-8 to b3-64 are so to a thousandth. */
const inProportion = (family: string, known: number, amount: number, sizes: readonly number[]): Record<string, Price> =>
  Object.fromEntries(
    sizes.map((size): [string, Price] => [
      `machine.${family}-${size}`,
      {
        ...price({ low: (amount * size * 0.95) / known, high: (amount * size * 1.05) / known }, "hour"),
        note: `${family} machines in proportion to the price of ${family}-${known}`,
        citation: judgement("sizes of b3 cost in proportion; what c3 and r3 cost was read for one size"),
      },
    ]),
  );

const prices: Readonly<Record<string, Price>> = {
  ...flavorPrices("machine", flavors, "vm", /^1AZ$/, {
    regions: EUROPE,
    citation: {
      source: "providers/ovh/flavors.json: api.ovh.com order catalogue, FR (index id 62415030205)",
      date: "2026-09-05",
    },
  }),
  ...inProportion("b3", 64, 0.4092, [128, 256]),
  ...inProportion("c3", 32, 0.365, [4, 8, 16, 64, 128]),
  ...inProportion("r3", 128, 0.53, [16, 32, 64]),
  "machine.b3-16": price(0.1023, "hour", undefined, catalogue),
  "machine.b3-32": price(0.2046, "hour", undefined, catalogue),
  "machine.b3-64": price(0.4092, "hour", undefined, catalogue),
  "machine.c3-32": price(0.365, "hour", undefined, catalogue),
  "machine.r3-128": price(0.53, "hour", undefined, catalogue),
  "machine.r3-256": price(1.059, "hour", undefined, catalogue),
  "disk.classic": price(0.042, "month", "GB"),
  "disk.high-speed": price(0.086, "month", "GB"),
  snapshot: price(0.042, "month", "GB"),
  objects: price(0.007, "month", "GB"),
  objectsThreeZones: {
    ...price({ low: 0.007, high: 0.014 }, "month", "GB", judgement("the price of three zones was not read"), ["EU-"]),
    note: "objects in three zones taken as 1 to 2 times those in one",
  },
  objectsOlder: price(0.011, "month", "GB"),
  "database.postgresql.essential.db1-4": price(54.46, "month"),
  address: price(0.0025, "hour", undefined, printed),
  balancer: {
    ...price({ low: 6, high: 150 }, "month", undefined, printed),
    note: "a load balancer whose size is an id: small to extra large",
  },
  balancerSmall: {
    ...price(6, "month", undefined, printed),
    note: "a load balancer without a size taken as a small one",
  },
  "gateway.l": price(35, "month", undefined, printed),
  "gateway.2xl": price(300, "month", undefined, printed),
  controlPlane: price(0.09, "hour", undefined, printed, ["EU-"]),
  "registry.SMALL": price(17.6, "month", undefined, printed),
  "registry.MEDIUM": price(40, "month", undefined, printed),
  "registry.LARGE": price(190, "month", undefined, printed),
};

/** The same types in the spelling of each generation. */
const DISKS = { CLASSIC: "classic", HIGH_SPEED: "high-speed" };
const GATEWAYS = { L: "l", XXL: "2xl", "2XL": "2xl" };

const rules: readonly PriceRule[] = [
  {
    types: ["openstack_compute_instance_v2"],
    charges: [{ what: "machine", price: { of: "machine", at: ["flavor_name"] } }],
  },
  {
    types: ["ovh_cloud_project_instance"],
    charges: [{ what: "machine", price: { of: "machine", at: ["flavor_name", "flavor.flavor_id"] } }],
  },
  {
    types: ["ovh_cloud_storage_block_volume"],
    charges: [
      {
        what: "disk",
        price: { of: "disk", at: ["volume_type"], map: DISKS },
        times: [{ at: ["size"] }],
      },
    ],
  },
  {
    types: ["ovh_cloud_project_volume"],
    charges: [{ what: "disk", price: { of: "disk", at: ["type"] }, times: [{ at: ["size"] }] }],
  },
  {
    types: ["openstack_blockstorage_volume_v3"],
    charges: [
      { what: "disk", price: { of: "disk", at: ["volume_type"], default: "classic" }, times: [{ at: ["size"] }] },
    ],
  },
  {
    types: ["ovh_cloud_project_storage"],
    where: { region_name: { is: ["EU-WEST-PAR", "EU-SOUTH-MIL"] } },
    charges: [{ what: "storage", price: "objectsThreeZones", times: [{ stated: "gib" }] }],
  },
  {
    types: ["ovh_cloud_project_storage"],
    charges: [{ what: "storage", price: "objects", times: [{ stated: "gib" }] }],
  },
  {
    types: ["openstack_objectstorage_container_v1"],
    charges: [{ what: "storage", price: "objectsOlder", times: [{ stated: "gib" }] }],
  },
  {
    types: ["ovh_cloud_project_database"],
    where: { engine: { is: ["postgresql"] }, plan: { is: ["essential"] } },
    charges: [{ what: "machine", price: { of: "database.postgresql.essential", at: ["flavor"] } }],
  },
  {
    types: ["ovh_cloud_project_database"],
    charges: [{ what: "machine", price: { of: "database", at: ["flavor"] }, times: [{ items: "nodes" }] }],
  },
  {
    types: ["ovh_cloud_project_kube"],
    where: { plan: { is: ["standard"] } },
    charges: [{ what: "controlPlane", price: "controlPlane" }],
  },
  { types: ["ovh_cloud_project_kube"], where: { plan: { is: ["free"] } }, charges: [], citation: printed },
  { types: ["ovh_cloud_project_kube"], where: { plan: "absent" }, charges: [], citation: printed },
  {
    types: ["ovh_cloud_project_kube_nodepool"],
    charges: [
      {
        what: "machine",
        price: { of: "machine", at: ["flavor_name"] },
        times: [{ at: ["desired_nodes", "min_nodes"] }],
      },
      {
        what: "address",
        where: { "attach_floating_ips.enabled": { is: [true] } },
        price: "address",
        times: [{ at: ["desired_nodes", "min_nodes"] }],
      },
    ],
  },
  {
    types: ["openstack_lb_loadbalancer_v2"],
    where: { flavor_id: "absent" },
    charges: [{ what: "balancer", price: "balancerSmall" }],
  },
  {
    types: ["openstack_lb_loadbalancer_v2", "ovh_cloud_project_loadbalancer"],
    charges: [{ what: "balancer", price: "balancer" }],
  },
  {
    types: ["openstack_networking_floatingip_v2", "ovh_cloud_floating_ip"],
    charges: [{ what: "address", price: "address" }],
  },
  {
    types: ["ovh_cloud_gateway"],
    charges: [{ what: "gateway", price: { of: "gateway", at: ["external_gateway.model"], map: GATEWAYS } }],
  },
  {
    types: ["ovh_cloud_project_gateway"],
    charges: [{ what: "gateway", price: { of: "gateway", at: ["model"] } }],
  },
  {
    types: `
      openstack_compute_keypair_v2 openstack_compute_servergroup_v2 openstack_compute_volume_attach_v2
      openstack_compute_interface_attach_v2 openstack_compute_floatingip_associate_v2 openstack_networking_floatingip_associate_v2
      openstack_networking_port_v2 openstack_networking_port_secgroup_associate_v2 openstack_networking_secgroup_v2
      openstack_networking_secgroup_rule_v2 openstack_networking_network_v2 openstack_networking_subnet_v2
      openstack_networking_subnet_route_v2 openstack_networking_router_interface_v2 openstack_networking_router_route_v2
      openstack_lb_listener_v2 openstack_lb_pool_v2 openstack_lb_member_v2 openstack_lb_members_v2 openstack_lb_monitor_v2
      openstack_lb_l7policy_v2 openstack_lb_l7rule_v2 openstack_identity_application_credential_v3
      openstack_identity_ec2_credential_v3 openstack_identity_role_assignment_v3 openstack_identity_user_v3
      ovh_cloud_network_private_vrack ovh_cloud_network_private_vrack_subnet ovh_cloud_project_network_private
      ovh_cloud_project_network_private_subnet ovh_cloud_project_network_private_subnet_v2 ovh_cloud_project_region_network
      ovh_cloud_project_gateway_interface ovh_cloud_security_group ovh_cloud_instance_group ovh_cloud_ssh_key
      ovh_cloud_project_ssh_key ovh_cloud_project_database_database ovh_cloud_project_database_integration
      ovh_cloud_project_database_ip_restriction ovh_cloud_project_database_log_subscription
      ovh_cloud_project_database_postgresql_connection_pool ovh_cloud_project_database_postgresql_user
      ovh_cloud_project_database_prometheus ovh_cloud_project_database_user ovh_cloud_project_kube_iprestrictions
      ovh_cloud_project_kube_log_subscription ovh_cloud_project_kube_oidc
      ovh_cloud_project_storage_object_bucket_lifecycle_configuration ovh_cloud_project_user ovh_cloud_project_user_s3_credential
      ovh_cloud_project_user_s3_policy ovh_domain_zone_record ovh_domain_zone_dnssec ovh_domain_zone_import
      ovh_domain_zone_redirection ovh_domain_zone_dynhost_login ovh_domain_zone_dynhost_record ovh_iam_policy
      ovh_iam_permissions_group ovh_iam_resource_group ovh_iam_resource_tags ovh_me_identity_group ovh_me_identity_user
      ovh_me_api_oauth2_client ovh_vrack_cloudproject ovh_cloud_project
    `
      .trim()
      .split(/\s+/),
    charges: [],
    citation: judgement("the order catalogue of the Public Cloud names none of them"),
  },
];

/** OVHcloud Public Cloud, in euros: what was read for regions of one zone in Europe. */
export const priceList: PriceList = {
  currency: "EUR",
  prices,
  rules,
  egress: [
    { tiers: [{ perGB: 0.01 }], of: "GB", regions: ["SGP", "SYD", "AP-"], citation: facts },
    { tiers: [{ perGB: 0 }], of: "GB", regions: [""], citation: facts },
  ],
  zonePaths: ["availability_zone"],
  elsewhere: [
    {
      region: "EU-",
      low: 1,
      high: 1.25,
      citation: judgement("a catalogue test has equal prices for one and three zones; a print has dearer ones"),
    },
    {
      region: "eu-",
      low: 1,
      high: 1.25,
      citation: judgement("a catalogue test has equal prices for one and three zones; a print has dearer ones"),
    },
    { region: "", low: 1, high: 1.5, citation: judgement("local zones and Asia cost up to half as much again") },
  ],
};
