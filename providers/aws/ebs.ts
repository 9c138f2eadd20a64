import { type Tree, Unknown } from "../native.ts";
import type { Catalogue, Cursor, Guarantee, LowerContext, RaiseContext } from "../provider.ts";
import { known } from "../values.ts";
import { zoneOf } from "./zones.ts";

const citation = {
  source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html",
  date: "2026-11-25",
};

/** What a volume of each type reaches at most. io2 carries more MiB a second, but only in proportion to its operations. */
export const volumeTypes = {
  volumeType: {
    match: "smallest-sufficient",
    preferred: "gp3",
    offers: [
      { native: "gp3", value: { iops: 80_000 } },
      { native: "io2", value: { iops: 256_000 } },
    ],
    citation,
  },
} as const satisfies Readonly<Record<string, Catalogue>>;

/** Limits of the types by the same page: operations and MiB a second follow from size and from each other. */
const EBS = {
  gp3: { baseIops: 3000, baseMiBs: 125, iopsPerGiB: 500, miBsPerIops: 0.25 },
  io2: { minIops: 100, minGiB: 4, iopsPerGiB: 1000, miBsPerIops: 0.256 },
  st1: { minGiB: 125, maxGiB: 16_384, miBsPerTiB: 40, maxMiBs: 500 },
} as const;

export const MAX_GIB = 65_536;
export const MAX_IOPS = 256_000;
export const MAX_MIBS = 2000;

/** Solid-state types; the others turn. */
const MEDIA: Readonly<Record<string, "ssd" | "hdd">> = {
  gp2: "ssd",
  gp3: "ssd",
  io1: "ssd",
  io2: "ssd",
  st1: "hdd",
  sc1: "hdd",
  standard: "hdd",
};

export interface WantedDisk {
  readonly sizeGiB: number;
  readonly media?: "hdd" | "ssd" | "local" | undefined;
  readonly iops?: number | undefined;
  readonly throughputMiBs?: number | undefined;
  readonly multiAttach?: boolean | undefined;
}

/** Rotating disks promise no operations, no more than 500 MiB a second, and belong to one machine. */
export function turns({ media, iops, throughputMiBs = 0, multiAttach, sizeGiB }: WantedDisk): boolean {
  return (
    media === "hdd" &&
    iops === undefined &&
    throughputMiBs <= EBS.st1.maxMiBs &&
    !multiAttach &&
    sizeGiB <= EBS.st1.maxGiB
  );
}

/** Type, size and speed. */
export function diskArguments(wanted: WantedDisk, ctx: LowerContext): { readonly [key: string]: Tree | undefined } {
  const sizeGiB = Math.min(MAX_GIB, wanted.sizeGiB);
  const iops = wanted.iops === undefined ? undefined : Math.min(MAX_IOPS, wanted.iops);
  const throughput = wanted.throughputMiBs === undefined ? undefined : Math.min(MAX_MIBS, wanted.throughputMiBs);
  if (turns(wanted)) {
    const { minGiB, miBsPerTiB } = EBS.st1;
    return { type: "st1", size: Math.ceil(Math.max(minGiB, sizeGiB, ((throughput ?? 0) / miBsPerTiB) * 1024)) };
  }
  const speed = wanted.multiAttach ? MAX_IOPS : iops;
  const type = ctx.pick("volumeType", speed === undefined ? undefined : { iops: speed }).native;
  if (type === "io2") {
    const { minIops, minGiB, iopsPerGiB, miBsPerIops } = EBS.io2;
    const provisioned = Math.ceil(Math.max(minIops, iops ?? EBS.gp3.baseIops, (throughput ?? 0) / miBsPerIops));
    return { type, size: Math.ceil(Math.max(minGiB, sizeGiB, provisioned / iopsPerGiB)), iops: provisioned };
  }
  const { baseIops, baseMiBs, iopsPerGiB, miBsPerIops } = EBS.gp3;
  const carried = throughput === undefined ? undefined : Math.max(baseMiBs, Math.ceil(throughput));
  const needed = Math.ceil(Math.max(iops ?? 0, (carried ?? 0) / miBsPerIops));
  // What every volume of the type has needs no number.
  const provisioned = needed > baseIops ? needed : undefined;
  const size = Math.ceil(Math.max(sizeGiB, (provisioned ?? 0) / iopsPerGiB));
  return { type, size, iops: provisioned, throughput: carried };
}

/** Size, media and speed as props. */
export function readDisk(disk: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const type = disk.read("type");
  const size = disk.read("size");
  props.set("sizeGiB", size);
  props.set(
    "media",
    known(type, (t) => MEDIA[String(t)] ?? new Unknown(JSON.stringify(t))),
  );
  const iops = disk.read("iops");
  props.set("iops", iops);
  ctx.guarantee("iops");
  props.set("throughputMiBs", disk.read("throughput"));
  // Follows from what was asked for, and is no wish of its own.
  if (type === "io2" && typeof iops === "number") {
    props.hold("throughputMiBs", Math.min(MAX_MIBS, Math.floor(iops * EBS.io2.miBsPerIops)));
  }
  if (type === "st1" && typeof size === "number") {
    props.hold("throughputMiBs", Math.min(EBS.st1.maxMiBs, Math.floor((size / 1024) * EBS.st1.miBsPerTiB * 100) / 100));
  }
}

/** Encryption with the account's key or with one's own, under the names that volumes and disks share. */
export function encryptionOf(
  disk: Cursor,
  ctx: RaiseContext,
): { encryption?: Tree | undefined; key?: Tree | undefined } {
  const key = disk.read("kms_key_id");
  // A state names the key of AWS by its id like any other.
  if (disk.fromState && disk.is("encrypted", true) && key !== undefined) {
    return { encryption: new Unknown(`kms_key_id ${JSON.stringify(key)}: whose key it is`) };
  }
  const encrypted = disk.read("encrypted");
  const own = key !== undefined && !(typeof key === "string" && key.endsWith("alias/aws/ebs"));
  return {
    // A key alone encrypts too.
    encryption:
      own && encrypted === undefined
        ? "customer-key"
        : known(encrypted, (yes) => (yes !== true ? "none" : own ? "customer-key" : "provider-key")),
    ...(own ? { key: ctx.reference(key) as Tree | undefined } : {}),
  };
}

/** Arguments for the encryption asked for; without a wish disks are encrypted. */
export function encryptionArguments(
  wanted: "none" | "provider-key" | "customer-key" | undefined,
  key: Tree | undefined,
): { readonly [key: string]: Tree | undefined } {
  return { encrypted: wanted !== "none", kms_key_id: wanted === "customer-key" ? key : undefined };
}

/** A zone named by the machine or the subnet it stands with asks for nothing of its own. */
export function readZone(holder: Cursor, ctx: RaiseContext): void {
  const zone = holder.read("availability_zone");
  const follows = zone instanceof Unknown && zone.refs.some((r) => /(^|\.)aws_(instance|subnet)\./.test(r.to));
  if (!follows) ctx.props.set("zone", zoneOf(zone, holder.address));
}

/** What a type gives without being asked for a number. */
export const volumeGuarantees: readonly Guarantee[] = [
  {
    kind: "volume",
    prop: "iops",
    when: { "aws_ebs_volume.type": "gp3", "aws_ebs_volume.iops": "absent" },
    gives: EBS.gp3.baseIops,
    citation,
  },
  // Three for each gibibyte, and never less than this.
  {
    kind: "volume",
    prop: "iops",
    when: { "aws_ebs_volume.type": "gp2", "aws_ebs_volume.iops": "absent" },
    gives: 100,
    citation,
  },
];
