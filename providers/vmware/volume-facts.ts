import type { ExitFacts } from "../provider.ts";

const date = "2026-11-26";
const docs = "https://techdocs.broadcom.com/us/en/vmware-cis/vsphere/vsphere/8-0";

/** Ways out for what stands on virtual disks, of machines and of volumes alike. */
export const ways: Pick<ExitFacts, "export" | "import"> = {
  export: [
    {
      method: "file-rsync",
      note: "Files, from the machine that mounts it: rsync or restic over the VPN, while it runs.",
      citation: { source: "facts/mapping.md section 6, component 3, Moving the data", date: "2026-11-21" },
    },
    {
      method: "block-image",
      note: "The whole disk of a machine that is switched off: virt-v2v reads it from vCenter or the host and writes a qcow2 with drivers for KVM.",
      citation: { source: "https://libguestfs.org/virt-v2v-input-vmware.1.html", date },
    },
  ],
  // Nobody goes there.
  import: [],
};

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["VSPHERE_SERVER", "VSPHERE_USER", "VSPHERE_PASSWORD"],
  ...ways,
  hazards: [
    {
      text: "Destroying a virtual disk deletes its file from the datastore at once.",
      citation: {
        source: "https://registry.terraform.io/providers/vmware/vsphere/latest/docs/resources/virtual_disk",
        date,
      },
    },
    {
      text: "A disk with snapshots is a chain of files: consolidate first, else a copy of the first file holds an old state.",
      citation: { source: `${docs}/vsphere-virtual-machine-administration-guide-8-0.html`, date },
    },
  ],
};
