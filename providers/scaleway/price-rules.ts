import type { PriceAt, PriceList, PriceRule } from "../prices.ts";
import { facts, judgement, prices } from "./prices.ts";

const node: PriceAt = {
  path: "node_type",
  through: { attr: "instance_id", to: ["scaleway_rdb_instance"], by: ["id", "name"] },
};

/** Names of nodes are accepted in lower case too. */
const NODES = Object.fromEntries(
  Object.keys(prices).flatMap((id) => {
    const name = id.slice(id.indexOf(".") + 1);
    return [[name.toLowerCase(), name]];
  }),
);

const rules: readonly PriceRule[] = [
  {
    types: ["scaleway_instance_server"],
    charges: [
      { what: "machine", price: { of: "machine", at: ["type"], map: NODES } },
      {
        what: "disk",
        where: { "root_volume.volume_type": { is: ["sbs_volume"] } },
        price: { of: "disk", at: ["root_volume.sbs_iops"], default: "5000" },
        times: [{ at: ["root_volume.size_in_gb"] }],
      },
      {
        what: "disk",
        where: { "root_volume.volume_type": { is: ["l_ssd", "scratch", "b_ssd"] } },
        price: { of: "localDisk", at: ["root_volume.volume_type"] },
      },
      {
        what: "disk",
        where: { "root_volume.volume_type": "absent" },
        price: { of: "disk", at: ["root_volume.volume_type"] },
      },
      { what: "address", where: { enable_dynamic_ip: { is: [true] } }, price: "address" },
    ],
  },
  {
    types: ["scaleway_instance_ip"],
    where: { type: { is: ["routed_ipv6"] } },
    charges: [],
    citation: { source: "https://www.scaleway.com/en/pricing/virtual-instances/ (IPv6 included)", date: "2026-09-05" },
  },
  {
    types: ["scaleway_lb_ip"],
    where: { is_ipv6: { is: [true] } },
    charges: [],
    citation: { source: "https://www.scaleway.com/en/pricing/virtual-instances/ (IPv6 included)", date: "2026-09-05" },
  },
  {
    types: ["scaleway_instance_ip", "scaleway_lb_ip", "scaleway_vpc_public_gateway_ip"],
    charges: [{ what: "address", price: "address" }],
  },
  {
    types: ["scaleway_block_volume"],
    charges: [{ what: "disk", price: { of: "disk", at: ["iops"] }, times: [{ at: ["size_in_gb"] }] }],
  },
  {
    types: ["scaleway_block_snapshot"],
    charges: [
      {
        what: "storage",
        price: "snapshot",
        times: [
          { at: [{ path: "size_in_gb", through: { attr: "volume_id", to: ["scaleway_block_volume"], by: ["id"] } }] },
        ],
      },
    ],
  },
  {
    types: ["scaleway_rdb_instance"],
    charges: [
      {
        what: "machine",
        price: { of: "database", at: ["node_type"], map: NODES },
        times: [
          {
            where: { is_ha_cluster: { is: [true] } },
            // A node costs about as much as its management: whether that doubles too was not read.
            times: { low: 1.5, high: 2, note: "a database in two nodes taken as 1.5 to 2 times one" },
            otherwise: 1,
          },
        ],
      },
      {
        what: "disk",
        where: { volume_type: { is: ["sbs_5k", "sbs_15k", "bssd"] } },
        price: "databaseDisk",
        times: [{ at: ["volume_size_in_gb"] }],
      },
    ],
  },
  {
    types: ["scaleway_rdb_read_replica"],
    charges: [{ what: "machine", price: { of: "database", at: [node], map: NODES } }],
  },
  {
    types: ["scaleway_redis_cluster"],
    charges: [
      {
        what: "machine",
        price: { of: "cache", at: ["node_type"], map: NODES },
        times: [{ at: ["cluster_size"], default: 1 }],
      },
    ],
  },
  {
    types: ["scaleway_k8s_cluster"],
    where: { type: "absent" },
    charges: [],
    workloads: true,
    citation: facts,
  },
  {
    types: ["scaleway_k8s_cluster"],
    where: { type: { is: ["kapsule"] } },
    charges: [],
    workloads: true,
    citation: facts,
  },
  {
    types: ["scaleway_k8s_cluster"],
    charges: [{ what: "controlPlane", price: { of: "controlPlane", at: ["type"] } }],
    workloads: true,
  },
  {
    types: ["scaleway_k8s_pool"],
    charges: [
      { what: "machine", price: { of: "machine", at: ["node_type"], map: NODES }, times: [{ at: ["size"] }] },
      {
        what: "disk",
        where: { root_volume_type: { is: ["l_ssd", "b_ssd"] } },
        price: { of: "localDisk", at: ["root_volume_type"] },
      },
      {
        what: "disk",
        where: { root_volume_type: { is: ["sbs_15k"] } },
        price: "disk.15000",
        times: [{ at: ["root_volume_size_in_gb"] }, { at: ["size"] }],
      },
      {
        what: "disk",
        where: { root_volume_type: { is: ["sbs_5k"] } },
        price: "disk.5000",
        times: [{ at: ["root_volume_size_in_gb"] }, { at: ["size"] }],
      },
      {
        what: "disk",
        where: { root_volume_type: "absent" },
        price: { of: "disk", at: ["root_volume_type"] },
      },
      {
        what: "address",
        price: "address",
        times: [{ at: ["size"] }, { where: { public_ip_disabled: { is: [true] } }, times: 0, otherwise: 1 }],
      },
    ],
  },
  {
    types: ["scaleway_lb"],
    charges: [
      { what: "balancer", price: { of: "balancer", at: ["type"], map: NODES } },
      { what: "address", where: { assign_flexible_ip: { is: [true] }, ip_ids: "absent" }, price: "address" },
    ],
  },
  {
    types: ["scaleway_vpc_public_gateway"],
    charges: [{ what: "gateway", price: { of: "gateway", at: ["type"], map: NODES } }],
  },
  {
    types: ["scaleway_object_bucket"],
    charges: [{ what: "storage", price: "objects", times: [{ stated: "gib" }] }],
    use: [{ what: "traffic", price: "objectsUse" }],
  },
  { types: ["scaleway_domain_zone"], charges: [{ what: "zone", price: "zone" }] },
  {
    types: ["scaleway_container", "scaleway_function", "scaleway_job_definition"],
    charges: [],
    use: [{ what: "time", price: "containersUse" }],
  },
  {
    types: `
      scaleway_account_project scaleway_account_ssh_key scaleway_iam_api_key scaleway_iam_application scaleway_iam_group
      scaleway_iam_group_membership scaleway_iam_policy scaleway_iam_saml scaleway_iam_saml_certificate scaleway_iam_scim
      scaleway_iam_scim_token scaleway_iam_ssh_key scaleway_iam_user scaleway_annotations_binding scaleway_annotations_key
      scaleway_annotations_value scaleway_billing_budget scaleway_billing_budget_alert scaleway_billing_budget_alert_notification
      scaleway_vpc scaleway_vpc_private_network scaleway_vpc_route scaleway_vpc_acl scaleway_vpc_gateway_network
      scaleway_vpc_public_gateway_dhcp scaleway_vpc_public_gateway_dhcp_reservation scaleway_vpc_public_gateway_ip_reverse_dns
      scaleway_vpc_public_gateway_pat_rule scaleway_ipam_ip scaleway_ipam_ip_reverse_dns scaleway_instance_security_group
      scaleway_instance_security_group_rules scaleway_instance_private_nic scaleway_instance_placement_group
      scaleway_instance_ip_reverse_dns scaleway_instance_user_data scaleway_lb_acl scaleway_lb_backend scaleway_lb_certificate
      scaleway_lb_frontend scaleway_lb_private_network scaleway_lb_route scaleway_rdb_acl scaleway_rdb_database
      scaleway_rdb_privilege scaleway_rdb_user scaleway_k8s_acl scaleway_domain_record scaleway_object_bucket_acl
      scaleway_object_bucket_lock_configuration scaleway_object_bucket_policy
      scaleway_object_bucket_server_side_encryption_configuration scaleway_object_bucket_website_configuration
      scaleway_container_namespace scaleway_container_domain scaleway_container_token scaleway_container_trigger
      scaleway_function_namespace scaleway_function_domain scaleway_function_token scaleway_function_trigger
      scaleway_secret_version scaleway_key_manager_key_material scaleway_mongodb_user scaleway_mnq_sqs scaleway_mnq_sqs_credentials
      scaleway_mnq_sns scaleway_mnq_sns_credentials scaleway_mnq_nats_credentials
    `
      .trim()
      .split(/\s+/),
    charges: [],
    citation: judgement("no price list of the services names them"),
  },
];

/** Scaleway, in euros: what was read for Paris and Amsterdam. */
export const priceList: PriceList = {
  currency: "EUR",
  prices,
  rules,
  freeEgress: { days: null, citation: { source: "facts/mapping.md section 9, Leaving costs", date: "2026-11-21" } },
  egress: [{ tiers: [{ perGB: 0.01 }], of: "GB", regions: [""], citation: facts }],
  zonePaths: ["zone"],
  elsewhere: [
    { region: "", low: 1, high: 1.15, citation: judgement("prices of recorded zones differ by less than a tenth") },
  ],
};
