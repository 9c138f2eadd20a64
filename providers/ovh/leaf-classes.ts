import type { GapClass } from "../provider.ts";
import { loadBalancerLeafClasses } from "./load-balancer-facts.ts";
import { machineLeafClasses } from "./vm-leaf-classes.ts";

/** What it costs when a leaf is not carried over, by `type.path`; the longest prefix wins, everything else is a setting. */
export const leafClasses: Readonly<Record<string, GapClass>> = {
  // One network in several regions: elsewhere networks are linked, not stretched.
  "ovh_cloud_project_network_private.regions": "redesign",
  "ovh_cloud_project_network_private_subnet_v2.dns_nameservers": "workaround",
  "ovh_cloud_network_private_vrack_subnet.dns_nameservers": "workaround",
  "ovh_cloud_project_region_network.subnet.dns_name_servers": "workaround",
  "openstack_networking_network_v2.port_security_enabled": "workaround",
  "openstack_networking_network_v2.segments": "workaround",
  "openstack_networking_network_v2.value_specs": "workaround",
  "openstack_networking_router_v2.enable_snat": "workaround",
  openstack_networking_router_route_v2: "workaround",
  "openstack_networking_subnet_v2.dns_nameservers": "workaround",

  "ovh_cloud_project_storage.owner_id": "workaround",
  // High Performance, which nobody else has above Standard.
  "ovh_cloud_project_storage.replication.rules.destination.storage_class": "accept",
  // What else the copies' bucket goes with: nobody else ties two buckets together.
  "ovh_cloud_project_storage.replication.rules.destination.remove_on_main_bucket_deletion": "accept",
  "ovh_cloud_project_storage.replication.rules.filter.tags": "workaround",
  ovh_cloud_project_region_storage_presign: "workaround",
  // Its clients speak Swift: the protocol, the credentials and the temporary URLs change.
  "openstack_objectstorage_container_v1.name": "redesign",
  "openstack_objectstorage_container_v1.container_read": "workaround",
  "openstack_objectstorage_container_v1.container_write": "workaround",
  "openstack_objectstorage_container_v1.container_sync_key": "redesign",
  "openstack_objectstorage_container_v1.container_sync_to": "redesign",
  "openstack_objectstorage_container_v1.metadata": "workaround",
  "openstack_objectstorage_container_v1.storage_policy": "workaround",
  "openstack_objectstorage_container_v1.versioning_legacy": "workaround",

  // Settings of PgBouncer and of extensions.
  "ovh_cloud_project_database.advanced_configuration": "workaround",
  // Where else backups are kept.
  "ovh_cloud_project_database.backup_regions": "workaround",
  // Another login, with rights to grant and a password to hand out.
  ovh_cloud_project_database_user: "setting",
  ovh_cloud_project_database_postgresql_user: "setting",
  "ovh_cloud_project_database_postgresql_user.roles": "workaround",
  ovh_cloud_project_database_postgresql_connection_pool: "workaround",
  ovh_cloud_project_database_integration: "redesign",
  ovh_cloud_project_database_log_subscription: "workaround",
  ovh_cloud_project_database_prometheus: "workaround",

  // Every record in one text: to be written record by record.
  "ovh_domain_zone_import.zone_file": "workaround",
  // Visitors of a name are sent elsewhere by OVHcloud's own servers.
  ovh_domain_zone_redirection: "workaround",
  // Addresses that their machines renew by themselves.
  ovh_domain_zone_dynhost_login: "redesign",
  ovh_domain_zone_dynhost_record: "redesign",
  ...machineLeafClasses,
  ...loadBalancerLeafClasses,

  "ovh_cloud_project_kube.customization_apiserver": "workaround",
  "ovh_cloud_project_kube.customization_cilium": "workaround",
  "ovh_cloud_project_kube.customization_kube_proxy": "workaround",
  "ovh_cloud_project_kube.kube_proxy_mode": "workaround",
  "ovh_cloud_project_kube.private_network_configuration": "workaround",
  ovh_cloud_project_kube_log_subscription: "workaround",
  "ovh_cloud_project_kube_nodepool.anti_affinity": "workaround",
};
