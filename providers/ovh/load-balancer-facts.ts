import { CERTIFIED } from "../hazard-words.ts";
import type { ExitFacts, GapClass, Guarantee, Rewrite } from "../provider.ts";
import { SMALLEST_MBPS } from "./load-balancer-losses.ts";

const date = "2026-11-26";

export const loadBalancerGuarantees: readonly Guarantee[] = [
  {
    kind: "load-balancer",
    prop: "bandwidthMbps",
    when: {
      "openstack_lb_loadbalancer_v2.flavor_id": "absent",
      "ovh_cloud_project_loadbalancer.flavor_id": "absent",
    },
    gives: SMALLEST_MBPS,
    citation: {
      source:
        "judgement: the smallest flavour, after ovh/docs pages/public_cloud/public_cloud_network_services/getting-started-06-faq (2024-09-03), which gives no number",
      date,
    },
  },
];

const whole = "ovh_cloud_project_loadbalancer";
const form =
  "written in the forms of OpenStack, where a machine comes and goes without another load balancer being made";
const listener = "openstack_lb_listener_v2";
const pool = "openstack_lb_pool_v2";
const member = "openstack_lb_member_v2";
const monitor = "openstack_lb_monitor_v2";

const inner: readonly (readonly [from: string, to: string])[] = [
  ["network.private.network.subnet_id", "openstack_lb_loadbalancer_v2.vip_subnet_id"],
  ["listeners.port", `${listener}.protocol_port`],
  ["listeners.protocol", `${listener}.protocol`],
  ["listeners.secret_id", `${listener}.default_tls_container_ref`],
  ["listeners.timeout_client_data", `${listener}.timeout_client_data`],
  ["listeners.timeout_member_data", `${listener}.timeout_member_data`],
  ["listeners.pool.algorithm", `${pool}.lb_method`],
  ["listeners.pool.protocol", `${pool}.protocol`],
  ["listeners.pool.session_persistence", `${pool}.persistence`],
  ["listeners.pool.members.address", `${member}.address`],
  ["listeners.pool.members.protocol_port", `${member}.protocol_port`],
  ["listeners.pool.health_monitor.monitor_type", `${monitor}.type`],
  ["listeners.pool.health_monitor.delay", `${monitor}.delay`],
  ["listeners.pool.health_monitor.timeout", `${monitor}.timeout`],
  ["listeners.pool.health_monitor.max_retries", `${monitor}.max_retries`],
  ["listeners.pool.health_monitor.max_retries_down", `${monitor}.max_retries_down`],
  ["listeners.pool.health_monitor.http_configuration.url_path", `${monitor}.url_path`],
  ["listeners.pool.health_monitor.http_configuration.expected_codes", `${monitor}.expected_codes`],
];

export const rewrites: readonly Rewrite[] = [
  ...inner.map(([from, to]): Rewrite => ({ from: `${whole}.${from}`, to, why: form })),
  {
    from: "openstack_lb_loadbalancer_v2.vip_network_id",
    to: "openstack_lb_loadbalancer_v2.vip_subnet_id",
    why: "in a subnet of that network",
  },
  { from: "openstack_lb_members_v2.member", to: member, why: "each machine becomes a resource of its own" },
  {
    from: `${listener}.protocol`,
    to: `${listener}.protocol`,
    values: [["HTTPS", "TCP"]],
    why: "what is not decrypted goes through as TCP",
  },
  {
    from: `${pool}.protocol`,
    to: `${pool}.protocol`,
    values: [
      ["HTTPS", "TCP"],
      ["PROXY", "PROXYV2"],
    ],
    why: "what is not decrypted goes through as TCP",
  },
  {
    from: `${pool}.lb_method`,
    to: `${pool}.lb_method`,
    values: [["SOURCE_IP", "ROUND_ROBIN"]],
    why: "clients stay by their address",
  },
  { from: `${listener}.timeout_member_data`, to: `${listener}.timeout_member_data`, why: "one time for both sides" },
  { from: `${listener}.timeout_client_data`, to: `${listener}.timeout_client_data`, why: "one time for both sides" },
  {
    from: `${monitor}.type`,
    to: `${monitor}.type`,
    values: [
      ["PING", "TCP"],
      ["TLS-HELLO", "TCP"],
      ["UDP-CONNECT", "TCP"],
    ],
    why: "the nearest check that others have too",
  },
];

/** What it costs when a leaf of a load balancer is not carried over. */
export const loadBalancerLeafClasses: Readonly<Record<string, GapClass>> = {
  // Who may come in at a port.
  [`${listener}.allowed_cidrs`]: "workaround",
  [`${listener}.client_authentication`]: "redesign",
  [`${listener}.client_ca_tls_container_ref`]: "redesign",
  [`${listener}.insert_headers`]: "workaround",
  [`${pool}.tls_enabled`]: "workaround",
  [`${pool}.persistence`]: "workaround",
  [`${member}.backup`]: "workaround",
  [`${member}.weight`]: "workaround",
  "openstack_lb_members_v2.member": "workaround",
  openstack_lb_l7policy_v2: "workaround",
  openstack_lb_l7rule_v2: "workaround",
  [`${whole}.listeners.allowed_cidrs`]: "workaround",
  [`${whole}.listeners.pool.members.weight`]: "workaround",
};

const mapping = { source: "facts/mapping.md section 6, components 21 and 22, OVHcloud", date: "2026-11-21" };

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["OS_USERNAME", "OS_PASSWORD"],
  export: [],
  import: [],
  hazards: [
    {
      text: "Any change below a listener of an ovh_cloud_project_loadbalancer makes another load balancer with another address.",
      when: [{ ovh_cloud_project_loadbalancer: "present" }],
      citation: { source: "facts/mapping.md section 2, trap 13", date: "2026-11-21" },
    },
    {
      text: "Nobody renews a certificate: have it issued by DNS-01, store certificate and key in a Key Manager container of type CERTIFICATE, and renew both.",
      when: CERTIFIED,
      citation: mapping,
    },
    {
      text: "Even a public load balancer needs a subnet with a gateway for its floating address.",
      when: [{ "load-balancer.public": true }],
      citation: mapping,
    },
  ],
};
