import type { Decisive } from "../provider.ts";

/** Places that decide what stands beside them, with what brings the most work: where nobody knows, they are read as each. */
export const decisive: Decisive = {
  "openstack_blockstorage_volume_v3.volume_type": ["classic-luks"],
  "ovh_cloud_project_volume.type": ["classic-multiattach"],
  "openstack_compute_instance_v2.block_device.source_type": ["image"],
  "openstack_compute_instance_v2.security_groups": [["web", "ssh"]],
  "openstack_lb_l7policy_v2.action": ["REDIRECT_TO_POOL"],
  "openstack_lb_l7rule_v2.invert": [true],
  "openstack_lb_listener_v2.protocol": ["TERMINATED_HTTPS"],
  "openstack_lb_monitor_v2.type": ["HTTP"],
  // Whether a gateway leads out, and to how many regions a network.
  "openstack_networking_router_v2.enable_snat": [false],
  "ovh_cloud_gateway.external_gateway.enabled": [true],
  "ovh_cloud_project_network_private.regions": [["GRA11", "SBG5"]],
  "ovh_cloud_project_database.nodes.region": ["EU-WEST-PAR"],
  "ovh_cloud_project_database_database.engine": ["mysql"],
  "ovh_cloud_project_kube.region": ["EU-WEST-PAR"],
  "ovh_domain_zone_record.subdomain": [""],
};
