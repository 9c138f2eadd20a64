import type { GapClass } from "../provider.ts";

const machine = "openstack_compute_instance_v2";

/** What it costs when a leaf of a machine or of its disks is not carried over. */
export const machineLeafClasses: Readonly<Record<string, GapClass>> = {
  // Boots from a volume, or has more disks than that of its flavour.
  [`${machine}.block_device`]: "workaround",
  [`${machine}.network`]: "workaround",
  [`${machine}.network_mode`]: "setting",
  [`${machine}.personality`]: "workaround",
  // Kept on the same host as others, or on another.
  [`${machine}.scheduler_hints`]: "workaround",
  openstack_compute_interface_attach_v2: "workaround",
  "openstack_networking_port_v2.allowed_address_pairs": "workaround",
  "openstack_networking_port_v2.port_security_enabled": "workaround",
  "openstack_networking_port_v2.fixed_ip": "workaround",
  "ovh_cloud_instance.group_id": "workaround",
  "ovh_cloud_instance.networks": "workaround",
  "ovh_cloud_instance.shares": "workaround",
  "ovh_cloud_project_instance.auto_backup": "workaround",
  // Cheaper for what runs all the time.
  "ovh_cloud_project_instance.billing_period": "accept",
  "ovh_cloud_project_instance.boot_from": "workaround",
  // Several machines in one.
  "ovh_cloud_project_instance.bulk": "workaround",
  "ovh_cloud_project_instance.group": "workaround",
  "ovh_cloud_project_instance.network": "workaround",
  ovh_cloud_project_instance_snapshot: "accept",
  // Copies stay at the source.
  ovh_cloud_storage_block_volume_snapshot: "accept",
  ovh_cloud_storage_block_volume_backup: "accept",
  ovh_cloud_project_volume_backup: "accept",
  // A disk with a system on it.
  "ovh_cloud_project_volume.image_id": "workaround",
  "ovh_cloud_storage_block_volume.create_from.image_id": "workaround",
  "ovh_cloud_storage_block_volume.create_from.backup_id": "workaround",
  "openstack_blockstorage_volume_v3.image_id": "workaround",
  "openstack_blockstorage_volume_v3.backup_id": "workaround",
  "openstack_blockstorage_volume_v3.source_vol_id": "workaround",
};
