import type { Catalogue, Offer } from "../provider.ts";
import { imageOffers } from "./images.ts";
import { kubernetesCatalogues } from "./kubernetes-catalogs.ts";
import { balancerOffers } from "./load-balancer-facts.ts";
import { machineOffers } from "./machines.ts";
import { volumeClasses } from "./volume-facts.ts";

/** What Scaleway offers by name. A new version, size or class is one more line here. */
export const catalogues = {
  ...kubernetesCatalogues,
  ...balancerOffers,
  /** Three classes: nothing for infrequent use in several zones, nothing for an archive that answers at once. */
  storageClass: {
    match: "exact-or-next",
    preferred: "STANDARD",
    offers: [
      { native: "STANDARD", value: "standard" },
      { native: "ONEZONE_IA", value: "infrequent-access-one-zone" },
      { native: "GLACIER", value: "archive" },
    ],
    citation: {
      source: "https://www.scaleway.com/en/docs/object-storage/api-cli/lifecycle-rules-api/#storageclass",
      date: "2026-03-31",
    },
  },
  /**
   * Engines the API lists as not disabled. 14 ended on 2026-11-12; 13 was disabled within a fortnight of its own end, so 14 is no
   * longer chosen (judgement).
   */
  postgresqlVersion: {
    match: "exact-or-next",
    preferred: "PostgreSQL-17",
    offers: [
      ...versions("PostgreSQL", ["15", "16", "17"]),
      ...retired("PostgreSQL", ["9.6", "10", "11", "12", "13", "14"]),
    ],
    citation: {
      source:
        "answer of the API to `rdb/v1/regions/fr-par/database-engines`, recorded by scaleway/terraform-provider-scaleway@b2d45ed",
      date: "2026-08-17",
    },
  },
  /** One engine; its documentation and settings are those of MySQL 8.0. */
  mysqlVersion: {
    match: "exact-or-next",
    preferred: "MySQL-8",
    offers: [{ native: "MySQL-8", value: "8.0" }],
    citation: {
      source:
        "the same answer of the API, recorded by scaleway/terraform-provider-scaleway@b2d45ed; https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/reference-content/security-and-reliability/",
      date: "2026-08-17",
    },
  },
  databaseSize: {
    match: "smallest-sufficient",
    preferred: "DB-POP2-2C-8G",
    offers: [
      // Only production nodes have an SLA: they come first among nodes of one size.
      ...nodes(
        "DB-POP2",
        { "2C-8G": [2, 8], "4C-16G": [4, 16], "8C-32G": [8, 32], "16C-64G": [16, 64], "32C-128G": [32, 128] },
        0,
      ),
      ...nodes("DB-PRO2", { XXS: [2, 8], XS: [4, 16] }, 1),
      ...nodes("DB-PLAY2", { PICO: [1, 2] }, 2),
      ...nodes("DB-DEV", { S: [2, 2], M: [3, 4], L: [4, 8], XL: [4, 12] }, 2),
      // Read in estates, never chosen: a node is an Instance of the same name, and these are the sizes of those.
      ...nodes("DB-PLAY2", { NANO: [2, 4], MICRO: [4, 8] }),
      ...nodes("DB-PRO2", { S: [8, 32], M: [16, 64], L: [32, 128] }),
      ...nodes("DB-GP", { XS: [4, 16], S: [8, 32], M: [16, 64], L: [32, 128], XL: [48, 256] }),
    ],
    citation: {
      source:
        "providers/scaleway/flavors.json (database rows, 2026-09-03); the rest: https://www.scaleway.com/en/docs/environmental-footprint/additional-content/managed-databases-env-footprint/ with the Instances of providers/scaleway/flavors.json",
      date: "2026-09-03",
    },
  },
  ...machineOffers,
  image: imageOffers,
  ...volumeClasses,
} as const satisfies Readonly<Record<string, Catalogue>>;

function versions(engine: string, list: readonly string[]): Offer[] {
  return list.map((version) => ({ native: `${engine}-${version}`, value: version }));
}

function retired(engine: string, list: readonly string[]): Offer[] {
  return versions(engine, list).map((offer) => ({ ...offer, legacy: true }));
}

/** Nodes of a family as `[vCPU, GiB]`. Without a rank the family is never chosen. */
function nodes(
  family: string,
  sizes: { readonly [size: string]: readonly [vcpu: number, memoryGiB: number] },
  rank?: number,
): Offer[] {
  return Object.entries(sizes).map(([size, [vcpu, memoryGiB]]) => ({
    native: `${family}-${size}`,
    value: { vcpu, memoryGiB },
    ...(rank === undefined ? { legacy: true } : { rank }),
  }));
}
