import type { ExitFacts } from "../provider.ts";
import { ways } from "./volume-facts.ts";

const date = "2026-11-26";
const docs = "vmware/terraform-provider-vsphere v2.16.1, docs/resources/virtual_machine.md";

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["VSPHERE_SERVER", "VSPHERE_USER", "VSPHERE_PASSWORD"],
  ...ways,
  hazards: [
    {
      text: "Destroying a machine deletes its disks, except those marked keep_on_remove or attached from outside.",
      citation: { source: docs, date },
    },
    {
      text: "A machine copied as an image still has VMware's drivers and tools, and no drivers for KVM: convert it with virt-v2v, else it does not find its disk.",
      citation: { source: "https://www.mankier.com/1/virt-v2v", date },
    },
    {
      text: "Windows has no rsync: copy its files with robocopy through the VPN, or the whole machine as an image.",
      when: [{ "vm.image.os": "windows-server" }, { "vm.customImage": "perhaps" }],
      citation: { source: "judgement", date },
    },
    {
      text: "Software licensed by host or by socket (databases, Windows by datacenter) may not be covered at a cloud: read the licences before the plan is fixed.",
      citation: { source: "judgement", date },
    },
  ],
};
