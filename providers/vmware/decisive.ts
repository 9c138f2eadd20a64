import type { Decisive } from "../provider.ts";

/** Places that decide what stands beside them, with what brings the most work: where nobody knows, they are read as each. */
export const decisive: Decisive = {
  "vsphere_virtual_machine.alternate_guest_name": ["SUSE Linux Enterprise Server 15 (64-bit)"],
  "vsphere_virtual_machine.disk.attach": [false],
  "vsphere_virtual_machine.guest_id": ["ubuntu64Guest"],
};
