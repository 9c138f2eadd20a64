import type { GapClass } from "../provider.ts";

/** What it costs when a leaf of a machine or of its disks is not carried over. */
export const machineLeafClasses: Readonly<Record<string, GapClass>> = {
  "scaleway_instance_server.boot_type": "setting",
  "scaleway_instance_server.filesystems": "workaround",
  // IPv6, or further addresses.
  "scaleway_instance_server.ip_ids": "workaround",
  "scaleway_instance_server.placement_group_id": "workaround",
  // Further private networks.
  "scaleway_instance_server.private_network": "workaround",
  // A disk of the host is faster, and lost with it.
  "scaleway_instance_server.root_volume.volume_type": "workaround",
  "scaleway_instance_server.root_volume.volume_id": "workaround",
  "scaleway_instance_server.root_volume.sbs_iops": "workaround",
  "scaleway_instance_server.user_data": "workaround",
  "scaleway_instance_ip.type": "workaround",
  scaleway_instance_ip_reverse_dns: "setting",
  "scaleway_instance_private_nic.private_network_id": "workaround",
  scaleway_instance_user_data: "workaround",
  // Snapshots stay at the source, unless they are exported to a bucket.
  scaleway_block_snapshot: "accept",
  scaleway_instance_snapshot: "accept",
  "scaleway_instance_volume.type": "workaround",
};
