import type { PriceList, PriceRule } from "../prices.ts";
import { facts, judgement, prices, printed } from "./prices.ts";

/** The same types in the spelling of each generation. */
const DISKS = { CLASSIC: "classic", HIGH_SPEED: "high-speed" };
const GATEWAYS = { L: "l", XXL: "2xl", "2XL": "2xl" };

/** Engines that the prices of a plan were read for. */
const DATABASES = {
  essential: ["postgresql"],
  business: ["postgresql", "mysql"],
  enterprise: ["postgresql"],
  production: ["postgresql", "mysql"],
  advanced: ["postgresql"],
};

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
  ...Object.entries(DATABASES).map(
    ([plan, engines]): PriceRule => ({
      types: ["ovh_cloud_project_database"],
      where: { engine: { is: engines }, plan: { is: [plan] } },
      charges: [
        { what: "machine", price: { of: `database.sql.${plan}`, at: ["flavor"] }, times: [{ items: "nodes" }] },
      ],
    }),
  ),
  {
    types: ["ovh_cloud_project_database"],
    charges: [{ what: "machine", price: { of: "database", at: ["flavor"] }, times: [{ items: "nodes" }] }],
  },
  {
    types: ["ovh_cloud_project_kube"],
    where: { plan: { is: ["standard"] } },
    charges: [{ what: "controlPlane", price: "controlPlane" }],
    workloads: true,
  },
  {
    types: ["ovh_cloud_project_kube"],
    where: { plan: { is: ["free"] } },
    charges: [],
    workloads: true,
    citation: printed,
  },
  { types: ["ovh_cloud_project_kube"], where: { plan: "absent" }, charges: [], workloads: true, citation: printed },
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
      openstack_compute_interface_attach_v2 openstack_networking_floatingip_associate_v2
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
      ovh_cloud_project_database_log_subscription
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
  freeEgress: { days: null, citation: { source: "facts/mapping.md section 9, Leaving costs", date: "2026-11-21" } },
  egress: [
    { tiers: [{ perGB: 0.01 }], of: "GB", regions: ["SGP", "SYD", "AP-"], citation: facts },
    { tiers: [{ perGB: 0 }], of: "GB", regions: [""], citation: facts },
  ],
  zonePaths: ["availability_zone"],
  apart: {
    regions: ["US-", "us-"],
    citation: {
      source:
        "https://us.ovhcloud.com/legal/service-descriptions (another company); that its prices are others: judgement",
      date: "2026-11-28",
    },
  },
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
