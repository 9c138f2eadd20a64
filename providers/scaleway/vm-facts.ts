import { pick } from "../catalogue.ts";
import { chosen } from "../machines.ts";
import type { Tree } from "../native.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { imageOffers } from "./images.ts";
import { machineOffers, machines } from "./machines.ts";
import { MAX_GIGABYTES } from "./volume-facts.ts";
import { volumeGigabytes } from "./zones.ts";

const docs = "https://www.scaleway.com/en/docs/instances";
const mapping = { source: "facts/mapping.md section 6, component 3", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 3, Moving the data", date: "2026-11-21" };
const schema = {
  source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_instance_server",
  date: "2026-11-23",
};

/** Sixteen with that of the system: https://www.scaleway.com/en/docs/block-storage/faq/, 2025-09-17. */
export const MAX_VOLUMES = 15;

const inside = "written as the interface it makes";
const firstStart = "written as the argument that cloud-init has";

export const rewrites: readonly Rewrite[] = [
  {
    from: "scaleway_instance_server.zone",
    to: null,
    why: "the region is the deployment's, the zone within it is kept",
  },
  {
    from: "scaleway_marketplace_image.label",
    to: "scaleway_instance_server.image",
    why: "the label is written in the server, which looks it up by itself",
  },
  {
    from: "scaleway_instance_server.private_network.pn_id",
    to: "scaleway_instance_private_nic.private_network_id",
    why: inside,
  },
  { from: "scaleway_instance_server.user_data.cloud-init", to: "scaleway_instance_server.cloud_init", why: firstStart },
  { from: "scaleway_instance_user_data.value", to: "scaleway_instance_server.cloud_init", why: firstStart },
  { from: "scaleway_instance_user_data.key", to: null, why: firstStart },
  { from: "scaleway_instance_server.ip_ids", to: "scaleway_instance_server.ip_id", why: "the first IPv4 address" },
  {
    from: "scaleway_instance_server.state",
    to: null,
    values: [["started", null]],
    why: "a server is started when it is made",
  },
  {
    from: "scaleway_instance_server.root_volume.sbs_iops",
    to: null,
    values: [[5000, null]],
    why: "what a volume has that asks for nothing",
  },
];

const count = (value: unknown) => (Array.isArray(value) ? value.length : 0);

export const losses: readonly Loss[] = [
  {
    path: "size",
    when: (props) => !chosen(props, machines, machineOffers).exact,
    severity: "blocks",
    class: "redesign",
    why: "No Instance that is offered is as large.",
    instead: "Divide the load among several, or take an Elastic Metal server.",
    citation: { source: "providers/scaleway/flavors.json (vm rows, 2026-07-01)", date: "2026-11-25" },
  },
  {
    path: "architecture",
    when: (props) => chosen(props, machines, machineOffers).machine.architecture !== (props["architecture"] ?? "amd64"),
    severity: "degrades",
    class: "workaround",
    why: "Instances for Windows and those with graphics processors are for amd64.",
    instead: "Build the programs for amd64.",
    citation: { source: "providers/scaleway/flavors.json (vm rows, 2026-07-01)", date: "2026-11-25" },
  },
  {
    path: "image",
    when: (props) => !pick(imageOffers, props["image"] as Tree | undefined).exact,
    severity: "degrades",
    class: "workaround",
    why: "The marketplace has no image of this system or version.",
    instead: "Take the nearest that it has and test the software on it, or import an image of your own as QCOW2.",
    citation: imageOffers.citation,
  },
  {
    path: "customImage",
    when: (props) => props["image"] !== undefined,
    severity: "cosmetic",
    class: "setting",
    why: "What `image` says counts.",
    instead: "Leave out one of the two.",
    citation: mapping,
  },
  {
    path: "rootDiskGiB",
    when: (props) => volumeGigabytes(Number(props["rootDiskGiB"] ?? 0)) > MAX_GIGABYTES.block,
    severity: "degrades",
    class: "workaround",
    why: "A volume has 10 TB at most.",
    instead: "Keep data on volumes of their own.",
    citation: { source: "https://www.scaleway.com/en/docs/block-storage/faq/", date: "2025-09-17" },
  },
  {
    path: "rootDiskEncryption",
    when: (props) => props["rootDiskEncryption"] !== "none",
    severity: "degrades",
    class: "workaround",
    why: "Nothing asks for the encryption of a volume, and nothing promises it.",
    instead: "Keep what needs it on a volume that the machine itself encrypts (LUKS).",
    citation: schema,
  },
  {
    path: "rootDiskKey",
    severity: "degrades",
    class: "workaround",
    why: "No volume takes a key of Key Manager.",
    instead: "Keep what needs it on a volume that the machine itself encrypts (LUKS).",
    citation: schema,
  },
  {
    path: "disks",
    severity: "degrades",
    class: "setting",
    why: "Only the disk of the system is made with a server; every other one is a volume of its own.",
    instead: "Make a volume component of each disk and name it in `volumes`.",
    citation: schema,
  },
  {
    path: "volumes",
    when: (props) => count(props["volumes"]) > MAX_VOLUMES,
    severity: "degrades",
    class: "workaround",
    why: "A server takes fifteen volumes besides that of its system.",
    instead: "Put the contents of several on one, or divide them among servers.",
    citation: { source: "https://www.scaleway.com/en/docs/block-storage/faq/", date: "2025-09-17" },
  },
  {
    path: "privateIp",
    when: (props) => props["subnet"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "A server outside every private network has no private address.",
    instead: "Name a subnet.",
    citation: mapping,
  },
  {
    path: "firewalls",
    when: (props) => count(props["firewalls"]) > 1,
    severity: "degrades",
    class: "workaround",
    why: "A server has one security group.",
    instead: "Put the rules of all into one firewall.",
    citation: { source: "facts/mapping.md section 6, component 2", date: "2026-11-21" },
  },
  {
    path: "identity",
    severity: "degrades",
    class: "workaround",
    why: "A server gets no credentials of its own from its metadata.",
    instead: "Make an IAM application with an API key for it, and let the machine fetch the key from Secret Manager.",
    citation: mapping,
  },
  {
    path: "interruptible",
    when: (props) => props["interruptible"] === true,
    severity: "cosmetic",
    class: "accept",
    why: "There are no machines that may be taken away for a lower price.",
    instead: "Pay the full price, or let the work run as a job that starts machines when it needs them.",
    citation: mapping,
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
  export: [
    {
      method: "file-rsync",
      note: "Rebuild from image and user data at the target, then carry what the machine keeps on its disk: rsync or restic.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: a snapshot exported to a bucket as QCOW2.",
      citation: { source: `${docs}/how-to/snapshot-import-export-feature/`, date: "2026-11-25" },
    },
  ],
  import: [
    { method: "file-rsync", note: "Onto a machine made anew from image and user data.", citation: moving },
    {
      method: "block-image",
      note: "A QCOW2 in a bucket becomes a snapshot, and that an image or a volume.",
      citation: { source: `${docs}/how-to/snapshot-import-export-feature/`, date: "2026-11-25" },
    },
  ],
  hazards: [
    {
      text: "A change of type stops the server; a change of image or zone makes it anew.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "Every SSH key of the project may log in on every server of it.",
      citation: mapping,
    },
    {
      text: "Security groups look at public traffic alone; between machines of a private network only a network ACL does.",
      citation: { source: "facts/mapping.md section 2, trap 8", date: "2026-11-21" },
    },
    {
      text: "AWS and OVHcloud filter private traffic by the same groups: what machines of a network ask of each other is cut off there unless a rule names its range, and the rules of Scaleway never had to.",
      when: [{ "vm.subnet": "present", "scaleway_instance_server.security_group_id": "present" }],
      citation: { source: "facts/mapping.md section 2, trap 8, and section 6, component 2", date: "2026-11-21" },
    },
    {
      text: "The private interface is attached after the server has started: what its user data fetches through a gateway may find no way out yet. Let it wait for the network.",
      when: [{ "vm.subnet": "present", "vm.userData": "present" }],
      citation: {
        source:
          "https://github.com/scaleway/terraform-provider-scaleway, internal/services/instance/server.go (b2d45ed)",
        date: "2026-11-27",
      },
    },
  ],
};
