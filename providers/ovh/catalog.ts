import type { Catalogue, Offer } from "../provider.ts";
import { imageOffers } from "./images.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { machineOffers } from "./machines.ts";
import { volumeTypes } from "./volume-facts.ts";

const s3Location = {
  source: "ovh/docs pages/storage_and_backup/object_storage/s3_location (2026-02-03)",
  date: "2026-11-25",
};

/** What OVHcloud offers by name. A new version, size or class is one more line here. */
export const catalogues = {
  ...kubernetesCatalogues,
  /**
   * Paris, the only region with every class. Cold Archive must be restored, which takes minutes to hours: what other clouds
   * call an archive, and not the slowest (s3_choosing_the_right_storage_class_for_your_needs, 2026-02-03).
   */
  storageClass: {
    match: "exact-or-next",
    preferred: "STANDARD",
    offers: [
      { native: "STANDARD", value: "standard" },
      { native: "STANDARD_IA", value: "infrequent-access" },
      { native: "GLACIER_IR", value: "archive-instant" },
      { native: "DEEP_ARCHIVE", value: "archive" },
      // Taken on writing and stored as another class.
      ...renamed("infrequent-access", ["ONEZONE_IA"]),
      ...renamed("archive-instant", ["GLACIER"]),
      ...renamed("standard", ["INTELLIGENT_TIERING", "HIGH_PERF"]),
    ],
    citation: s3Location,
  },
  /** Milan has Active Archive and no Cold Archive. */
  storageClassMilan: {
    match: "exact-or-next",
    preferred: "STANDARD",
    offers: [
      { native: "STANDARD", value: "standard" },
      { native: "STANDARD_IA", value: "infrequent-access" },
      { native: "GLACIER_IR", value: "archive-instant" },
      ...renamed("infrequent-access", ["ONEZONE_IA"]),
      ...renamed("archive-instant", ["GLACIER"]),
      ...renamed("standard", ["INTELLIGENT_TIERING", "HIGH_PERF"]),
    ],
    citation: s3Location,
  },
  /** Regions of one zone keep everything colder as Infrequent Access. */
  storageClassOneZone: {
    match: "exact-or-next",
    preferred: "STANDARD",
    offers: [
      { native: "STANDARD", value: "standard" },
      { native: "STANDARD_IA", value: "infrequent-access" },
      ...renamed("infrequent-access", ["ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"]),
      ...renamed("standard", ["INTELLIGENT_TIERING", "HIGH_PERF"]),
    ],
    citation: s3Location,
  },
  postgresqlVersion: {
    match: "exact-or-next",
    preferred: "17",
    offers: [...versions(["14", "15", "16", "17"]), ...retired(["9.6", "10", "11", "12", "13"])],
    citation: {
      source: "ovh/docs pages/public_cloud/public_cloud_databases/postgresql_01_capabilities (2025-06-18)",
      date: "2026-11-25",
    },
  },
  /** OVHcloud counts MySQL by its major alone: "8" is 8.0. */
  mysqlVersion: {
    match: "exact-or-next",
    preferred: "8",
    offers: [{ native: "8", value: "8.0" }],
    citation: {
      source: "ovh/docs pages/public_cloud/public_cloud_databases/mysql_01_capabilities (2024-05-27)",
      date: "2026-11-25",
    },
  },
  /** The third generation, two nodes at least; the second is read in estates and never chosen. */
  databaseSize: {
    match: "smallest-sufficient",
    preferred: "b3-8",
    offers: [
      ...general("b3", [2, 4, 8, 16, 32, 64]),
      ...sized([
        ["db1-4", 2, 4],
        ["db1-7", 2, 7],
        ["db1-15", 4, 15],
        ["db1-30", 8, 30],
        ["db1-60", 16, 60],
        ["db1-120", 32, 120],
      ]),
    ],
    citation: { source: "providers/ovh/flavors.json (database rows, 2026-05-05)", date: "2026-11-25" },
  },
  /** Disk in GB that comes with a machine. Read: a service that names no disk has this one. */
  databaseDisk: {
    match: "smallest-sufficient",
    preferred: "b3-8",
    offers: [
      ...disks({ "b3-8": 160, "b3-16": 320, "b3-32": 640, "b3-64": 1280, "b3-128": 2560, "b3-256": 5120 }),
      ...disks({ "db1-4": 80, "db1-7": 160, "db1-15": 320, "db1-30": 640, "db1-60": 1280, "db1-120": 2560 }).map(
        (offer): Offer => ({ ...offer, legacy: true }),
      ),
    ],
    citation: {
      source:
        "ovh/docs pages/public_cloud/public_cloud_databases/postgresql_01_capabilities (2023-08-17: db1) and databases_20_migrate_from_gen2_to_gen3 (2026-05-05: b3-8); b3 above 8 by the same rule: judgement",
      date: "2026-11-25",
    },
  },
  ...machineOffers,
  image: imageOffers,
  ...volumeTypes,
} as const satisfies Readonly<Record<string, Catalogue>>;

/** How often the disk that comes with a machine it can have at most: every row of the capability table ends at three times. Same source, 2023-08-17. */
export const DISK_GROWTH = 3;

/** GB of disk that a GiB of memory can carry at most, by the table above. */
export const MAX_DISK_PER_MEMORY = 20 * DISK_GROWTH;

/** The largest disk of all, in GB. */
export const LARGEST_DISK = DISK_GROWTH * 5120;

/** Disk that comes with a machine, in GB; 0 for one that is not sold. */
export function includedDisk(flavor: string): number {
  const found = catalogues.databaseDisk.offers.find((o: Offer) => o.native === flavor)?.value;
  return typeof found === "number" ? found : 0;
}

function renamed(value: string, natives: readonly string[]): Offer[] {
  return natives.map((native) => ({ native, value, legacy: true }));
}

function versions(list: readonly string[]): Offer[] {
  return list.map((version) => ({ native: version, value: version }));
}

function retired(list: readonly string[]): Offer[] {
  return versions(list).map((offer) => ({ ...offer, legacy: true }));
}

/** Machines named after their memory, 4 GiB a vCPU. */
function general(family: string, vcpus: readonly number[]): Offer[] {
  return vcpus.map((vcpu) => ({ native: `${family}-${vcpu * 4}`, value: { vcpu, memoryGiB: vcpu * 4 } }));
}

function sized(rows: readonly (readonly [native: string, vcpu: number, memoryGiB: number])[]): Offer[] {
  return rows.map(([native, vcpu, memoryGiB]) => ({ native, value: { vcpu, memoryGiB }, legacy: true }));
}

function disks(gigabytes: Readonly<Record<string, number>>): Offer[] {
  return Object.entries(gigabytes).map(([native, value]) => ({ native, value }));
}
