import type { GapClass } from "../provider.ts";

/** What it costs when a leaf is not carried over; everything else is a setting. */
export const leafClasses: Readonly<Record<string, GapClass>> = {
  // The domain joined at first start needs another way at the target.
  "vsphere_virtual_machine.clone.customize.windows_options.join_domain": "workaround",
  "vsphere_virtual_machine.clone.customize.windows_sysprep_text": "workaround",
  "vsphere_virtual_machine.clone.customization_spec": "workaround",
  "vsphere_virtual_machine.cpu_reservation": "workaround",
  // Written to by several machines at once: a clustered file system, a quorum disk.
  "vsphere_virtual_machine.disk.disk_sharing": "redesign",
  // Untouched by snapshots, or thrown away at each stop.
  "vsphere_virtual_machine.disk.disk_mode": "workaround",
  "vsphere_virtual_machine.disk.io_limit": "workaround",
  "vsphere_virtual_machine.disk.io_reservation": "workaround",
  "vsphere_virtual_machine.latency_sensitivity": "workaround",
  "vsphere_virtual_machine.memory_reservation": "workaround",
  "vsphere_virtual_machine.nested_hv_enabled": "redesign",
  // A licence may be tied to it.
  "vsphere_virtual_machine.network_interface.mac_address": "workaround",
  // A second card in another network.
  "vsphere_virtual_machine.network_interface.network_id": "workaround",
  "vsphere_virtual_machine.network_interface.physical_function": "redesign",
  "vsphere_virtual_machine.ovf_deploy": "workaround",
  "vsphere_virtual_machine.pci_device_id": "redesign",
  "vsphere_virtual_machine.scsi_bus_sharing": "redesign",
  "vsphere_virtual_machine.vbs_enabled": "workaround",
  "vsphere_virtual_machine.video_card": "workaround",
  "vsphere_virtual_machine.vtpm": "workaround",
  vsphere_distributed_virtual_switch_pvlan_mapping: "redesign",
  // Mirrors and inspection that rest on it need another place.
  "vsphere_distributed_port_group.allow_promiscuous": "redesign",
  "vsphere_distributed_virtual_switch.netflow_enabled": "workaround",
  "vsphere_host_port_group.allow_promiscuous": "redesign",
};
