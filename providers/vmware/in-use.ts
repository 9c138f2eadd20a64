/** What somebody works with, by type or `type.path`: nobody does without it to leave sooner. Judgement, 2026-11-28. */
export const inUse: readonly string[] = [
  // What machines are made from, and how they find their disks.
  "vsphere_virtual_machine.clone",
  "vsphere_virtual_machine.disk",
  "vsphere_virtual_machine.extra_config",
  "vsphere_virtual_machine.ovf_deploy",
  "vsphere_virtual_machine.pci_device_id",
  "vsphere_virtual_machine.scsi_bus_sharing",
  // Networks.
  "vsphere_distributed_virtual_switch_pvlan_mapping",
  "vsphere_virtual_machine.network_interface",
];
