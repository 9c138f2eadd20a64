import type { ExitFacts } from "../provider.ts";

const date = "2026-11-26";

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
      note: "The whole machine: virt-v2v reads it from vCenter, leaves it as it is, and writes disks that start on KVM with drivers for it.",
      citation: { source: "https://www.mankier.com/1/virt-v2v", date },
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
        source: "vmware/terraform-provider-vsphere v2.16.1, docs/resources/virtual_disk.md",
        date,
      },
    },
    {
      text: "After a snapshot the original file stays as it was and changes go to new ones: consolidate first, else a copy of the file alone holds an old state.",
      citation: { source: "https://codenotary.github.io/manual.opvizor/Snapshots", date },
    },
  ],
};
