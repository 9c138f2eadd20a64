import type { GapClass } from "../provider.ts";
import { loadBalancerLeafClasses } from "./load-balancer-facts.ts";
import { machineLeafClasses } from "./vm-leaf-classes.ts";

/** What it costs when a leaf is not carried over, by `type.path`; the longest prefix wins, everything else is a setting. */
export const leafClasses: Readonly<Record<string, GapClass>> = {
  "scaleway_vpc.enable_transitivity": "redesign",
  // Names of machines, and addresses they always get, that others may have written down.
  scaleway_vpc_public_gateway_dhcp: "workaround",
  scaleway_vpc_public_gateway_dhcp_reservation: "workaround",
  "scaleway_vpc_gateway_network.static_address": "workaround",
  // The way in for administrators.
  "scaleway_vpc_public_gateway.bastion_enabled": "workaround",
  "scaleway_vpc_public_gateway.allowed_ip_ranges": "workaround",
  // What a group refuses, one by one: elsewhere groups hold no refusals, and the list of what may pass is another one.
  "scaleway_instance_security_group.inbound_rule": "redesign",
  "scaleway_instance_security_group.outbound_rule": "redesign",
  "scaleway_instance_security_group_rules.inbound_rule": "redesign",
  "scaleway_instance_security_group_rules.outbound_rule": "redesign",
  // A port of the gateway that leads to a machine: a load balancer elsewhere.
  scaleway_vpc_public_gateway_pat_rule: "redesign",
  "scaleway_vpc_private_network.ipv6_subnets": "workaround",

  // Whether anybody may list the bucket; who may read its objects is said object by object.
  "scaleway_object_bucket.acl": "workaround",
  scaleway_object_bucket_acl: "workaround",
  // Who may do what to whom on which condition: rewritten for another identity system.
  scaleway_object_bucket_policy: "redesign",

  // The address that answers where no weight can be looked at.
  "scaleway_domain_record.data": "workaround",
  "scaleway_domain_record.http_service": "redesign",
  "scaleway_domain_record.view": "redesign",

  "scaleway_rdb_instance.backup_same_region": "workaround",
  "scaleway_rdb_instance.init_settings": "workaround",
  "scaleway_rdb_instance.logs_policy": "setting",
  // An address inside the private network that clients may have written down.
  "scaleway_rdb_instance.private_network.ip_net": "workaround",
  "scaleway_rdb_instance.snapshot_id": "setting",
  "scaleway_rdb_instance.volume_type": "workaround",
  scaleway_rdb_database: "workaround",
  scaleway_rdb_database_backup: "accept",
  scaleway_rdb_privilege: "workaround",
  "scaleway_rdb_read_replica.same_zone": "workaround",
  scaleway_rdb_snapshot: "accept",
  scaleway_rdb_user: "workaround",
  ...machineLeafClasses,
  ...loadBalancerLeafClasses,

  "scaleway_k8s_acl.acl_rules.scaleway_ranges": "workaround",
  "scaleway_k8s_cluster.admission_plugins": "workaround",
  "scaleway_k8s_cluster.apiserver_cert_sans": "workaround",
  // The network of Kosmos, and plug-ins that are no longer offered.
  "scaleway_k8s_cluster.cni": "workaround",
  "scaleway_k8s_cluster.feature_gates": "workaround",
  // Kosmos: nodes of other clouds.
  "scaleway_k8s_cluster.type": "redesign",
  "scaleway_k8s_pool.kubelet_args": "workaround",
  "scaleway_k8s_pool.placement_group_id": "workaround",
  "scaleway_k8s_pool.security_group_id": "workaround",
  "scaleway_k8s_pool.startup_taints": "workaround",
};
