import type { Catalogue, ExitFacts, Guarantee, Loss, Rewrite } from "../provider.ts";
import { volumeGigabytes } from "./zones.ts";

const blocks = "https://www.scaleway.com/en/docs/block-storage";
const mapping = { source: "facts/mapping.md section 6, component 5", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 5, Moving the data", date: "2026-11-21" };
const faq = { source: `${blocks}/faq/`, date: "2025-09-17" };
/** Arguments of the provider: what none of them sets cannot be asked for. */
const schema = {
  source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_block_volume",
  date: "2026-11-23",
};

/** Block Storage has 10 TB a volume, local storage 600 GB a machine: the same page. */
export const MAX_GIGABYTES = { block: 10_000, local: 600 } as const;
const MAX_IOPS = 15_000;

/** Classes of Block Storage by the operations a second that they reach. */
export const volumeClasses = {
  volumeIops: {
    match: "smallest-sufficient",
    preferred: "5000",
    offers: [
      { native: "5000", value: 5000 },
      { native: "15000", value: MAX_IOPS },
    ],
    citation: faq,
  },
} as const satisfies Readonly<Record<string, Catalogue>>;

/** What the volumes of the older resource have that Block Storage took over. */
export const volumeGuarantees: readonly Guarantee[] = ["b_ssd", "sbs_volume"].map((type) => ({
  kind: "volume",
  prop: "iops",
  when: { "scaleway_instance_volume.type": type },
  gives: 5000,
  citation: faq,
}));

export const rewrites: readonly Rewrite[] = [
  {
    from: "scaleway_instance_volume.type",
    to: null,
    values: [
      ["b_ssd", null],
      ["sbs_volume", null],
    ],
    why: "Block Storage makes volumes over the network now",
  },
  {
    from: "scaleway_instance_volume.size_in_gb",
    to: "scaleway_block_volume.size_in_gb",
    why: "Block Storage makes volumes over the network now",
  },
  {
    from: "scaleway_instance_volume.from_snapshot_id",
    to: "scaleway_block_volume.snapshot_id",
    why: "Block Storage makes volumes over the network now",
  },
  {
    from: "scaleway_instance_volume.tags",
    to: "scaleway_block_volume.tags",
    why: "Block Storage makes volumes over the network now",
  },
  ...["scaleway_instance_volume", "scaleway_block_volume"].map(
    (type): Rewrite => ({
      from: `${type}.zone`,
      to: null,
      why: "the region is the deployment's, the zone within it is kept",
    }),
  ),
];

const isLocal = (props: Record<string, unknown>) => props["media"] === "local";

export const losses: readonly Loss[] = [
  {
    path: "media",
    when: (props) => props["media"] === "hdd",
    severity: "cosmetic",
    class: "accept",
    why: "Block Storage is solid state throughout; the slower class reaches 5000 operations a second.",
    instead: "Keep what is read seldom in a bucket.",
    citation: faq,
  },
  {
    path: "sizeGiB",
    when: (props) => {
      const size = volumeGigabytes(Number(props["sizeGiB"] ?? 20));
      return isLocal(props)
        ? props["fromSnapshot"] === undefined && size > MAX_GIGABYTES.local
        : size > MAX_GIGABYTES.block;
    },
    severity: "blocks",
    class: "redesign",
    why: "A volume has 10 TB at most, the disks of a host 600 GB.",
    instead: "Put several volumes together with LVM, or move what is read seldom to a bucket.",
    citation: faq,
  },
  {
    path: "sizeGiB",
    when: (props) => isLocal(props) && props["fromSnapshot"] !== undefined,
    severity: "cosmetic",
    class: "setting",
    why: "A disk of the host made from a snapshot has the snapshot's size.",
    instead: "Take a snapshot of a disk that is large enough.",
    citation: {
      source: "scaleway/terraform-provider-scaleway@b2d45ed:internal/services/instance/volume.go",
      date: "2026-08-21",
    },
  },
  {
    path: "iops",
    when: (props) => !isLocal(props) && Number(props["iops"] ?? 0) > MAX_IOPS,
    severity: "degrades",
    class: "redesign",
    why: "The faster class reaches 15 000 operations a second.",
    instead: "Stripe several volumes, or take a disk of the host for what may be lost.",
    citation: mapping,
  },
  {
    path: "iops",
    when: isLocal,
    severity: "degrades",
    class: "accept",
    why: "No number of operations is promised for the disks of a host.",
    instead: "Measure it on the machine type that is meant.",
    citation: faq,
  },
  {
    path: "throughputMiBs",
    severity: "degrades",
    class: "accept",
    why: "What a volume carries a second follows from the bandwidth of the machine it is attached to; nothing is promised of the volume.",
    instead: "Take a machine type with enough bandwidth to Block Storage.",
    citation: {
      source: "https://www.scaleway.com/en/docs/instances/reference-content/instances-bandwidth-overview/",
      date: "2026-11-25",
    },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] !== "none",
    severity: "degrades",
    class: "workaround",
    why: "Nothing asks for the encryption of a volume, and nothing promises it.",
    instead: "Encrypt the file system in the machine (LUKS), with the key in Secret Manager.",
    citation: schema,
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "workaround",
    why: "No volume takes a key of Key Manager.",
    instead: "Encrypt the file system in the machine (LUKS), with the key in Secret Manager.",
    citation: mapping,
  },
  {
    path: "multiAttach",
    when: (props) => props["multiAttach"] === true,
    severity: "blocks",
    class: "redesign",
    why: "A volume is attached to one machine.",
    instead: "Share a File Storage file system, or export one over NFS from a machine of its own.",
    citation: mapping,
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
  export: [
    {
      method: "file-rsync",
      note: "Files, from the machine that mounts it: rsync or restic over the VPN.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: a snapshot exported to a bucket as QCOW2 (scaleway_block_snapshot.export).",
      citation: mapping,
    },
  ],
  import: [
    { method: "file-rsync", note: "Files, onto the machine that mounts it.", citation: moving },
    {
      method: "block-image",
      note: "A QCOW2 in a bucket becomes a snapshot (scaleway_block_snapshot.import), and that a volume.",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "Deleting a server through the API deletes what is attached to it: detach volumes that are to stay first.",
      citation: faq,
    },
    {
      text: "Attaching or detaching a volume stops and starts the server.",
      citation: mapping,
    },
    {
      text: "A disk of the host is as safe as that host: five disks, of which one may fail, and no copy elsewhere.",
      when: [{ "volume.media": "local" }],
      citation: faq,
    },
  ],
};
