import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { MAX_GIB, MAX_IOPS, MAX_MIBS, turns, type WantedDisk } from "./ebs.ts";

const ebs = "https://docs.aws.amazon.com/ebs/latest/userguide";
const date = "2026-11-25";
const moving = { source: "facts/mapping.md section 6, component 5, Moving the data", date: "2026-11-21" };

const gp3 = "gp3 gives at least what it gave; more than 3000 operations a second are asked for by number";

export const rewrites: readonly Rewrite[] = [
  {
    from: "aws_ebs_volume.availability_zone",
    to: "aws_ebs_volume.availability_zone",
    why: "the region is the deployment's, the letter of the zone is kept",
  },
  { from: "aws_ebs_volume.type", to: "aws_ebs_volume.type", values: [["gp2", "gp3"]], why: gp3 },
];

const disk = (props: Record<string, unknown>) => ({ sizeGiB: 20, ...props }) as unknown as WantedDisk;

export const losses: readonly Loss[] = [
  {
    path: "media",
    when: (props) => props["media"] === "local",
    severity: "degrades",
    class: "workaround",
    why: "Disks of the host come with machine types that have them (the letter d); none can be made, kept or attached alone.",
    instead: "Take such a machine type for what may be lost, or more operations a second for what may not.",
    citation: { source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html", date },
  },
  {
    path: "media",
    when: (props) => props["media"] === "hdd" && !turns(disk(props)),
    severity: "cosmetic",
    class: "accept",
    why: "Rotating volumes promise no operations a second, no more than 500 MiB a second and 16 TiB, and belong to one machine: solid state takes their place.",
    instead: "Leave the speed open to keep the cheaper one.",
    citation: { source: `${ebs}/hdd-vols.html`, date },
  },
  {
    path: "sizeGiB",
    when: (props) => Number(props["sizeGiB"] ?? 0) > MAX_GIB,
    severity: "blocks",
    class: "redesign",
    why: "A volume has 64 TiB at most.",
    instead: "Stripe several volumes, or take a file system service.",
    citation: { source: `${ebs}/ebs-volume-types.html`, date },
  },
  {
    path: "iops",
    when: (props) => Number(props["iops"] ?? 0) > MAX_IOPS,
    severity: "degrades",
    class: "redesign",
    why: "A volume reaches 256 000 operations a second at most.",
    instead: "Stripe several volumes.",
    citation: { source: `${ebs}/provisioned-iops.html`, date },
  },
  {
    path: "throughputMiBs",
    when: (props) => Number(props["throughputMiBs"] ?? 0) > MAX_MIBS,
    severity: "degrades",
    class: "redesign",
    why: "A volume is asked for 2000 MiB a second at most; io2 carries up to 4000 in proportion to its operations.",
    instead: "Stripe several volumes, or ask for more operations: 0.256 MiB a second for each.",
    citation: { source: `${ebs}/provisioned-iops.html`, date },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key" && props["encryptionKey"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "Without a key of one's own, a volume is encrypted with the key that AWS manages for the account.",
    instead: "Name a customer managed key in `encryptionKey`.",
    citation: { source: `${ebs}/ebs-encryption.html`, date },
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  export: [
    {
      method: "file-rsync",
      note: "Files, from the machine that mounts it: rsync or restic over the VPN.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: read blocks through the EBS direct APIs or with dd, and write a qcow2.",
      citation: moving,
    },
  ],
  import: [
    { method: "file-rsync", note: "Files, onto the machine that mounts it.", citation: moving },
    {
      method: "block-image",
      note: "VM Import makes a snapshot of a raw, VMDK or VHD image in a bucket.",
      citation: {
        source: "https://docs.aws.amazon.com/vm-import/latest/userguide/vmimport-import-snapshot.html",
        date,
      },
    },
  ],
  hazards: [
    {
      text: "Destroying a volume deletes its data at once; snapshots stay and are billed.",
      citation: { source: `${ebs}/ebs-deleting-volume.html`, date },
    },
    {
      text: "A copy taken while something writes holds half of it: stop writing, or freeze the file system first.",
      citation: { source: `${ebs}/ebs-creating-snapshot.html`, date },
    },
    {
      text: "A snapshot under a customer key cannot be read without that key: keep it until the source is destroyed.",
      when: [{ "volume.encryption": "customer-key" }],
      citation: { source: `${ebs}/ebs-encryption.html`, date },
    },
  ],
};
