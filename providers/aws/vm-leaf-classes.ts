import type { GapClass } from "../provider.ts";

/** What it costs when a leaf of a machine or of its disks is not carried over. */
export const machineLeafClasses: Readonly<Record<string, GapClass>> = {
  "aws_instance.cpu_options": "accept",
  "aws_instance.credit_specification": "accept",
  "aws_instance.capacity_reservation_specification": "accept",
  "aws_instance.ebs_block_device": "workaround",
  // Enclaves and hibernation have no counterpart anywhere.
  "aws_instance.enclave_options": "redesign",
  "aws_instance.ephemeral_block_device": "workaround",
  "aws_instance.hibernation": "accept",
  "aws_instance.host_id": "accept",
  "aws_instance.iam_instance_profile": "workaround",
  "aws_instance.instance_market_options": "accept",
  // Another generation, or another graphics processor.
  "aws_instance.instance_type": "setting",
  "aws_instance.ipv6_address_count": "workaround",
  "aws_instance.ipv6_addresses": "workaround",
  "aws_instance.maintenance_options": "accept",
  "aws_instance.placement_group": "workaround",
  "aws_instance.root_block_device.iops": "workaround",
  "aws_instance.root_block_device.throughput": "workaround",
  "aws_instance.secondary_private_ips": "workaround",
  // A machine that forwards packets of others.
  "aws_instance.source_dest_check": "workaround",
  "aws_instance.tenancy": "accept",
  aws_launch_template: "workaround",
  "aws_network_interface.ipv6_address_count": "workaround",
  "aws_network_interface.ipv6_addresses": "workaround",
  // A further interface, or a further address on one.
  "aws_network_interface.private_ips": "workaround",
  "aws_network_interface.private_ips_count": "workaround",
  "aws_network_interface.security_groups": "workaround",
  "aws_network_interface.source_dest_check": "workaround",
  "aws_network_interface.subnet_id": "workaround",
  "aws_network_interface_attachment.device_index": "workaround",
  // Addresses of one's own range.
  "aws_eip.public_ipv4_pool": "workaround",
  "aws_eip.ipam_pool_id": "workaround",

  // io1 and io2 answer sooner and lose less often than what is written for the same number of operations.
  "aws_ebs_volume.type": "workaround",
  "aws_ebs_volume.outpost_arn": "redesign",
  "aws_ebs_volume.volume_initialization_rate": "accept",
  // Snapshots stay at the source.
  aws_ebs_snapshot: "accept",
};
