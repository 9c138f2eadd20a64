import type { Catalogue, ExitFacts, Loss, Rewrite } from "../provider.ts";

const classes = {
  source: "ovh/docs pages/storage_and_backup/block_storage/block_storage_the_right_storage_class (2025-12-15)",
  date: "2026-11-25",
};
const mapping = { source: "facts/mapping.md section 6, component 5", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 5, Moving the data", date: "2026-11-21" };

/** 64, 128 and 512 MB a second, and half a megabyte for each gigabyte, in MiB. */
const MEGABYTE = 1 / 1.048576;
const fast = { native: "HIGH_SPEED", value: { iops: 3000, throughputMiBs: Math.floor(128 * MEGABYTE) } };
const faster = { native: "HIGH_SPEED_GEN2", value: { iops: 20_000, throughputMiBs: Math.floor(512 * MEGABYTE) } };
const classic = { native: "CLASSIC", value: { iops: 500, throughputMiBs: Math.floor(64 * MEGABYTE) } };

/** What each type reaches at most; the second generation in proportion to its size. */
export const volumeTypes = {
  volumeType: {
    match: "smallest-sufficient",
    preferred: "CLASSIC",
    offers: [classic, fast, faster],
    citation: classes,
  },
  /** In regions of three zones the classic type stands in all of them, and is not encrypted. */
  volumeTypeEncrypted: {
    match: "smallest-sufficient",
    preferred: "HIGH_SPEED",
    offers: [fast, faster],
    citation: classes,
  },
  /** Several machines share the classic type of regions of three zones alone. */
  volumeTypeShared: { match: "smallest-sufficient", preferred: "CLASSIC", offers: [classic], citation: classes },
} as const satisfies Readonly<Record<string, Catalogue>>;

/** 10 GB to 12 TB; 30 operations and half a megabyte a second for each gigabyte of the second generation: the same page. */
export const LIMITS = { minGiB: 10, maxGiB: 12_288, iopsPerGiB: 30, miBsPerGiB: 0.5 * MEGABYTE } as const;
export const { iops: MAX_IOPS, throughputMiBs: MAX_MIBS } = faster.value;

/** A key of one's own and volumes of several machines are known to the older form, and only in regions of three zones. */
export function needsOlderForm(props: Readonly<Record<string, unknown>>): boolean {
  return (
    props["multiAttach"] === true || (props["encryption"] === "customer-key" && props["encryptionKey"] !== undefined)
  );
}

const shared = (props: Record<string, unknown>) => props["multiAttach"] === true;
const above = (value: unknown, most: number) => Number(value ?? 0) > most;

const spelling = "the newer form spells it in capitals";
const region = "the region is the deployment's, the letter of the zone is kept";

export const rewrites: readonly Rewrite[] = [
  ...["ovh_cloud_project_volume.type", "openstack_blockstorage_volume_v3.volume_type"].flatMap((from): Rewrite[] => [
    {
      from,
      to: "ovh_cloud_storage_block_volume.volume_type",
      values: ["classic", "high-speed", "high-speed-gen2"].flatMap((word) =>
        ["", "-luks"].map((tail) => [word + tail, word.toUpperCase().replaceAll("-", "_")] as const),
      ),
      why: spelling,
    },
  ]),
  ...["ovh_cloud_project_volume", "openstack_blockstorage_volume_v3"].flatMap((type): Rewrite[] => [
    { from: `${type}.size`, to: "ovh_cloud_storage_block_volume.size", why: "written in the newer form" },
    {
      from: `${type}.snapshot_id`,
      to: "ovh_cloud_storage_block_volume.create_from.snapshot_id",
      why: "written in the newer form",
    },
  ]),
  {
    from: "ovh_cloud_project_volume.encryption.encrypted",
    to: "ovh_cloud_storage_block_volume.encryption.enabled",
    why: "written in the newer form",
  },
  ...["ovh_cloud_storage_block_volume", "ovh_cloud_project_volume", "openstack_blockstorage_volume_v3"].map(
    (type): Rewrite => ({ from: `${type}.availability_zone`, to: null, why: region }),
  ),
];

export const losses: readonly Loss[] = [
  {
    path: "media",
    when: (props) => props["media"] === "hdd",
    severity: "cosmetic",
    class: "accept",
    why: "Every class is NVMe over the network; the classic one is the cheapest.",
    instead: "Keep what is read seldom in a bucket.",
    citation: classes,
  },
  {
    path: "media",
    when: (props) => props["media"] === "local",
    severity: "degrades",
    class: "workaround",
    why: "Disks of the host come with flavours that have them; none can be made, kept or attached alone.",
    instead: "Take such a flavour for what may be lost, or the second generation of high speed for what may not.",
    citation: mapping,
  },
  {
    path: "sizeGiB",
    when: (props) => above(props["sizeGiB"], LIMITS.maxGiB),
    severity: "blocks",
    class: "redesign",
    why: "A volume has 12 TB at most.",
    instead: "Put several volumes together with LVM, or move what is read seldom to a bucket.",
    citation: classes,
  },
  {
    path: "iops",
    when: (props) => above(props["iops"], shared(props) ? classic.value.iops : MAX_IOPS),
    severity: "degrades",
    class: "redesign",
    why: "A volume reaches 20 000 operations a second at most, one of several machines 500.",
    instead: "Stripe several volumes, or take a flavour with disks of its own for what may be lost.",
    citation: classes,
  },
  {
    path: "throughputMiBs",
    when: (props) => above(props["throughputMiBs"], shared(props) ? classic.value.throughputMiBs : MAX_MIBS),
    severity: "degrades",
    class: "redesign",
    why: "A volume carries 512 MB a second at most, one of several machines 64.",
    instead: "Stripe several volumes.",
    citation: classes,
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key",
    severity: "degrades",
    class: "accept",
    why: "A volume takes a key of one's own only where it is named, in regions of three zones, and not when several machines share it.",
    instead: "Choose a region of three zones and name the key, or encrypt the file system in the machine (LUKS).",
    citation: mapping,
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "provider-key" && shared(props),
    severity: "degrades",
    class: "workaround",
    why: "The volume that several machines share is not encrypted.",
    instead: "Encrypt the file system in the machines (LUKS).",
    citation: classes,
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "accept",
    why: "A volume takes a key of one's own only in regions of three zones, and not when several machines share it.",
    instead: "Choose a region of three zones, or encrypt the file system in the machine (LUKS).",
    citation: mapping,
  },
  {
    path: "multiAttach",
    when: shared,
    severity: "blocks",
    class: "redesign",
    why: "Only the classic type of regions of three zones is shared by several machines.",
    instead: "Choose a region of three zones, or share a file system over NFS.",
    citation: classes,
  },
  {
    path: "zone",
    severity: "degrades",
    class: "accept",
    why: "Most regions have one zone, and the volume that several machines share stands in all of them.",
    instead: "Choose a region of three zones where zones matter.",
    citation: { source: "facts/mapping.md section 7, OVHcloud", date: "2026-11-21" },
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "setting",
    why: "A volume has no labels.",
    instead: "Keep them in the name, or as tags of OVHcloud's IAM.",
    citation: {
      source: "providers/ovh/schema/ovh.json.gz (2.19.0), ovh_cloud_storage_block_volume",
      date: "2026-11-23",
    },
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["OS_USERNAME", "OS_PASSWORD"],
  export: [
    {
      method: "file-rsync",
      note: "Files, from the machine that mounts it: rsync or restic over the VPN.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: an image made of the volume (openstack image create --volume), downloaded as qcow2.",
      citation: moving,
    },
  ],
  import: [
    { method: "file-rsync", note: "Files, onto the machine that mounts it.", citation: moving },
    {
      method: "block-image",
      note: "An image uploaded to OpenStack becomes a volume (create_from.image_id).",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "A change of the older form's type, zone or encryption makes the volume anew, empty.",
      when: [{ ovh_cloud_project_volume: "present" }],
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "A copy taken while something writes holds half of it: stop writing, or freeze the file system first.",
      citation: moving,
    },
  ],
};
