import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});

const ebs = ["aws_ebs_volume"];
const block = ["scaleway_block_volume"];
const local = ["scaleway_instance_volume"];
const ovh = ["ovh_cloud_storage_block_volume"];
const older = ["ovh_cloud_project_volume"];

export const volumeCases: readonly Case<"volume">[] = [
  {
    title: "a volume nobody asks anything of",
    props: {},
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
  {
    title: "half a tebibyte with labels, in the second zone",
    props: { sizeGiB: 512, zone: "b", labels: { team: "billing" } },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh, ["labels"]) },
  },
  {
    title: "a zone is asked for in a region that may have one only",
    props: { sizeGiB: 50, zone: "b" },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh, ["zone"], "GRA11") },
  },
  {
    title: "thirty tebibytes",
    props: { sizeGiB: 30_720 },
    expects: { aws: made(ebs), scaleway: made(block, ["sizeGiB"]), ovh: made(ovh, ["sizeGiB"]) },
  },
  {
    title: "a hundred tebibytes",
    props: { sizeGiB: 102_400 },
    expects: { aws: made(ebs, ["sizeGiB"]), scaleway: made(block, ["sizeGiB"]), ovh: made(ovh, ["sizeGiB"]) },
  },
  {
    title: "solid state over the network is a volume of Block Storage, never a disk of the host",
    props: { sizeGiB: 100, media: "ssd" },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
  {
    title: "a disk of the machine's own host",
    props: { sizeGiB: 200, media: "local" },
    expects: { aws: made(ebs, ["media"]), scaleway: made(local), ovh: made(ovh, ["media"]) },
  },
  {
    title: "a disk of the host larger than hosts have, made from a snapshot",
    props: { sizeGiB: 200, media: "local", fromSnapshot: outside("snap-0a1b2c3d") },
    expects: { aws: made(ebs, ["media"]), scaleway: made(local, ["sizeGiB"]), ovh: made(ovh, ["media"]) },
  },
  {
    title: "a disk of the host that has to be fast",
    props: { sizeGiB: 2000, media: "local", iops: 8000 },
    expects: { aws: made(ebs, ["media"]), scaleway: made(local, ["iops", "sizeGiB"]), ovh: made(ovh, ["media"]) },
  },
  {
    title: "rotating disks for what is read from one end to the other",
    props: { sizeGiB: 2000, media: "hdd", throughputMiBs: 80 },
    expects: {
      aws: made(ebs),
      scaleway: made(block, ["media", "throughputMiBs"]),
      ovh: made(ovh, ["media"]),
    },
  },
  {
    title: "rotating disks that have to be quick",
    props: { sizeGiB: 500, media: "hdd", iops: 4000 },
    expects: { aws: made(ebs, ["media"]), scaleway: made(block, ["media"]), ovh: made(ovh, ["media"]) },
  },
  {
    title: "three thousand operations a second",
    props: { sizeGiB: 40, iops: 3000 },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
  {
    title: "as many operations as the faster class of each cloud, on a small volume",
    props: { sizeGiB: 20, iops: 15_000 },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
  {
    title: "more operations than two of the clouds have",
    props: { sizeGiB: 1000, iops: 40_000 },
    expects: { aws: made(ebs), scaleway: made(block, ["iops"]), ovh: made(ovh, ["iops"]) },
  },
  {
    title: "more operations than anybody has",
    props: { sizeGiB: 1000, iops: 300_000 },
    expects: { aws: made(ebs, ["iops"]), scaleway: made(block, ["iops"]), ovh: made(ovh, ["iops"]) },
  },
  {
    title: "a quarter of a gibibyte a second",
    props: { sizeGiB: 200, throughputMiBs: 250 },
    expects: { aws: made(ebs), scaleway: made(block, ["throughputMiBs"]), ovh: made(ovh) },
  },
  {
    title: "one gibibyte a second",
    props: { sizeGiB: 200, throughputMiBs: 1000 },
    expects: {
      aws: made(ebs),
      scaleway: made(block, ["throughputMiBs"]),
      ovh: made(ovh, ["throughputMiBs"]),
    },
  },
  {
    title: "three gibibytes a second",
    props: { sizeGiB: 200, throughputMiBs: 3000 },
    expects: {
      aws: made(ebs, ["throughputMiBs"]),
      scaleway: made(block, ["throughputMiBs"]),
      ovh: made(ovh, ["throughputMiBs"]),
    },
  },
  {
    title: "encrypted with a key of the provider",
    props: { sizeGiB: 100, encryption: "provider-key" },
    expects: { aws: made(ebs), scaleway: made(block, ["encryption"]), ovh: made(ovh) },
  },
  {
    title: "encryption is asked not to be used",
    props: { sizeGiB: 100, encryption: "none" },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
  {
    title: "encrypted with a key the customer controls",
    props: { sizeGiB: 100, encryption: "customer-key", encryptionKey: outside("kms-key") },
    expects: { aws: made(ebs), scaleway: made(block, ["encryption", "encryptionKey"]), ovh: made(older) },
  },
  {
    title: "encrypted with a key the customer controls, in a region that may have one zone only",
    props: { sizeGiB: 100, encryption: "customer-key", encryptionKey: outside("kms-key") },
    expects: {
      aws: made(ebs),
      scaleway: made(block, ["encryption", "encryptionKey"]),
      ovh: made(ovh, ["encryption", "encryptionKey"], "GRA11"),
    },
  },
  {
    title: "a customer key is asked for and none is named",
    props: { sizeGiB: 100, encryption: "customer-key" },
    expects: {
      aws: made(ebs, ["encryption"]),
      scaleway: made(block, ["encryption"]),
      ovh: made(ovh, ["encryption"]),
    },
  },
  {
    title: "several machines write to it",
    props: { sizeGiB: 100, multiAttach: true },
    expects: { aws: made(ebs), scaleway: made(block, ["multiAttach"]), ovh: made(older) },
  },
  {
    title: "several machines write to it, in a region that may have one zone only",
    props: { sizeGiB: 100, multiAttach: true },
    expects: { aws: made(ebs), scaleway: made(block, ["multiAttach"]), ovh: made(ovh, ["multiAttach"], "GRA11") },
  },
  {
    title: "several machines write to it, quickly, encrypted, in one zone",
    props: { sizeGiB: 100, multiAttach: true, iops: 5000, throughputMiBs: 100, encryption: "provider-key", zone: "a" },
    expects: {
      aws: made(ebs),
      scaleway: made(block, ["encryption", "multiAttach", "throughputMiBs"]),
      ovh: made(older, ["encryption", "iops", "throughputMiBs", "zone"]),
    },
  },
  {
    title: "made from a snapshot",
    props: { sizeGiB: 100, fromSnapshot: outside("snap-0a1b2c3d") },
    expects: { aws: made(ebs), scaleway: made(block), ovh: made(ovh) },
  },
];
