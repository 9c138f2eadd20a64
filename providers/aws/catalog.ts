import type { Catalogue, Offer } from "../provider.ts";
import { volumeTypes } from "./ebs.ts";
import { imageOffers } from "./images.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { machineOffers } from "./machines.ts";

/** What AWS offers by name. A new version, size or class is one more line here. */
export const catalogues = {
  ...kubernetesCatalogues,
  storageClass: {
    match: "exact-or-next",
    preferred: "STANDARD",
    offers: [
      { native: "STANDARD", value: "standard" },
      { native: "INTELLIGENT_TIERING", value: "automatic" },
      { native: "STANDARD_IA", value: "infrequent-access" },
      { native: "ONEZONE_IA", value: "infrequent-access-one-zone" },
      { native: "GLACIER_IR", value: "archive-instant" },
      { native: "GLACIER", value: "archive" },
      { native: "DEEP_ARCHIVE", value: "deep-archive" },
      { native: "REDUCED_REDUNDANCY", value: "standard", legacy: true },
    ],
    citation: {
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html",
      date: "2026-11-21",
    },
  },
  /** Majors one can create today; those past standard support are billed as Extended Support. */
  postgresqlVersion: {
    match: "exact-or-next",
    preferred: "18",
    offers: [
      ...versions(["12", "13", "14", "15", "16", "17", "18"]),
      ...retired(["9.3", "9.4", "9.5", "9.6", "10", "11"]),
    ],
    citation: {
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html",
      date: "2026-11-24",
    },
  },
  /** MySQL counts major.minor; 5.7 and 8.0 are in Extended Support. */
  mysqlVersion: {
    match: "exact-or-next",
    preferred: "8.4",
    offers: [...versions(["5.7", "8.0", "8.4"]), ...retired(["5.5", "5.6"])],
    citation: {
      source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html",
      date: "2026-11-24",
    },
  },
  databaseSize: {
    match: "smallest-sufficient",
    preferred: "db.t4g.medium",
    offers: [
      // Among classes of equal size the one most regions and engines have comes first: m6i before newer and Arm ones.
      ...family("db.m6i", 4, general([1, 2, 4, 8, 12, 16, 24, 32]), 0),
      ...family("db.m7i", 4, general([1, 2, 4, 8, 12, 16, 24, 48]), 1),
      ...family("db.m7g", 4, general([1, 2, 4, 8, 12, 16]), 2),
      ...family("db.m6g", 4, general([1, 2, 4, 8, 12, 16]), 3),
      ...family("db.m8g", 4, general([1, 2, 4, 8, 12, 16, 24, 48]), 4),
      ...family("db.r6i", 8, general([1, 2, 4, 8, 12, 16, 24, 32]), 0),
      ...family("db.r7i", 8, general([1, 2, 4, 8, 12, 16, 24, 48]), 1),
      ...family("db.r7g", 8, general([1, 2, 4, 8, 12, 16]), 2),
      ...family("db.r6g", 8, general([1, 2, 4, 8, 12, 16]), 3),
      ...family("db.r8g", 8, general([1, 2, 4, 8, 12, 16, 24, 48]), 4),
      ...burstable("db.t4g", 10),
      ...burstable("db.t3", 11),
      // Older generations and local-disk variants: read in estates, never chosen.
      ...["db.m5", "db.m5d"].flatMap((name) => family(name, 4, general([1, 2, 4, 8, 12, 16, 24]))),
      ...["db.r5", "db.r5b", "db.r5d"].flatMap((name) => family(name, 8, general([1, 2, 4, 8, 12, 16, 24]))),
      ...["db.m6gd", "db.m7gd"].flatMap((name) => family(name, 4, general([1, 2, 4, 8, 12, 16]))),
      ...["db.r6gd", "db.r7gd"].flatMap((name) => family(name, 8, general([1, 2, 4, 8, 12, 16]))),
      ...family("db.m6id", 4, general([1, 2, 4, 8, 12, 16, 24, 32])),
      ...family("db.r6id", 8, general([1, 2, 4, 8, 12, 16, 24, 32])),
      ...family("db.x2g", 16, general([1, 2, 4, 8, 12, 16])),
      ...family("db.m4", 4, [
        ["large", 2],
        ["xlarge", 4],
        ["2xlarge", 8],
        ["4xlarge", 16],
        ["10xlarge", 40],
        ["16xlarge", 64],
      ]),
      ...["db.r4", "db.r3"].flatMap((name) => family(name, 7.625, general([1, 2, 4, 8, 16]))),
      ...sized([
        ["db.t2.micro", 1, 1],
        ["db.t2.small", 1, 2],
        ["db.t2.medium", 2, 4],
        ["db.t2.large", 2, 8],
        ["db.t2.xlarge", 4, 16],
        ["db.t2.2xlarge", 8, 32],
        ["db.m3.medium", 1, 3.75],
        ["db.m3.large", 2, 7.5],
        ["db.m3.xlarge", 4, 15],
        ["db.m3.2xlarge", 8, 30],
        ["db.t1.micro", 1, 0.613],
        ["db.m1.small", 1, 1.7],
      ]),
    ],
    citation: {
      source:
        "providers/aws/flavors.json (database rows, 2026-07-20); older classes: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html",
      date: "2026-11-21",
    },
  },
  ...machineOffers,
  image: imageOffers,
  ...volumeTypes,
} as const satisfies Readonly<Record<string, Catalogue>>;

function versions(list: readonly string[]): Offer[] {
  return list.map((version) => ({ native: version, value: version }));
}

function retired(list: readonly string[]): Offer[] {
  return versions(list).map((offer) => ({ ...offer, legacy: true }));
}

/** `large` and multiples of `xlarge`, as [size, vCPU]; `counts` are multiples of xlarge. */
function general(counts: readonly number[]): [size: string, vcpu: number][] {
  return [["large", 2], ...counts.map((n): [string, number] => [n === 1 ? "xlarge" : `${n}xlarge`, n * 4])];
}

/** Sizes of a family with a fixed memory per vCPU. Without a rank the family is never chosen. */
function family(
  name: string,
  gibPerVcpu: number,
  sizes: readonly (readonly [size: string, vcpu: number])[],
  rank?: number,
): Offer[] {
  return sizes.map(([size, vcpu]) => ({
    native: `${name}.${size}`,
    value: { vcpu, memoryGiB: vcpu * gibPerVcpu },
    ...(rank === undefined ? { legacy: true } : { rank }),
  }));
}

function burstable(name: string, rank: number): Offer[] {
  const sizes = {
    micro: [2, 1],
    small: [2, 2],
    medium: [2, 4],
    large: [2, 8],
    xlarge: [4, 16],
    "2xlarge": [8, 32],
  } as const;
  return Object.entries(sizes).map(([size, [vcpu, memoryGiB]]) => ({
    native: `${name}.${size}`,
    value: { vcpu, memoryGiB },
    rank,
  }));
}

function sized(rows: readonly (readonly [native: string, vcpu: number, memoryGiB: number])[]): Offer[] {
  return rows.map(([native, vcpu, memoryGiB]) => ({ native, value: { vcpu, memoryGiB }, legacy: true }));
}
