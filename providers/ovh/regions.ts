/** Where things stand for one region of a deployment. The services of OVHcloud name the same place differently. */
export interface Place {
  /** Region of Object Storage, as its resources take it. */
  readonly storage: string;
  /** Region of Managed Databases. */
  readonly database: string;
  /** Catalogue of the storage classes that the region has. */
  readonly classes: "storageClass" | "storageClassMilan" | "storageClassOneZone";
}

const oneZone = (storage: string, database = storage): Place => ({ storage, database, classes: "storageClassOneZone" });

/**
 * By compute region, the name a deployment is given. Object Storage and its classes:
 * ovh/docs pages/storage_and_backup/object_storage/s3_location (2026-02-03); databases: facts/mapping.md section 7; both read 2026-11-25.
 */
const places: Readonly<Record<string, Place>> = {
  "EU-WEST-PAR": { storage: "EU-WEST-PAR", database: "EU-WEST-PAR", classes: "storageClass" },
  "EU-SOUTH-MIL": { storage: "EU-SOUTH-MIL", database: "EU-SOUTH-MIL", classes: "storageClassMilan" },
  GRA7: oneZone("GRA"),
  GRA9: oneZone("GRA"),
  GRA11: oneZone("GRA"),
  SBG5: oneZone("SBG"),
  SBG7: oneZone("SBG"),
  "RBX-A": oneZone("RBX"),
  DE1: oneZone("DE"),
  UK1: oneZone("UK"),
  WAW1: oneZone("WAW"),
  BHS5: oneZone("BHS"),
  SGP1: oneZone("SGP"),
  SYD1: oneZone("AP-SOUTHEAST-SYD"),
};

/**
 * How its regions are called, those that nobody listed among them: a place and a number (`GRA11`, or `GRA` for storage), or a continent
 * and a place (`EU-WEST-PAR`). https://www.ovhcloud.com/en/public-cloud/regions-availability/; that others call theirs otherwise: judgement, 2026-11-28.
 */
export const OWN_REGIONS =
  /^(?:(?:BHS|DE|GRA|RBX|SBG|SGP|SYD|UK|WAW)(?:\d+|-[A-Z]+)?|(?:AF|AP|CA|EU|US)-[A-Z]+-[A-Z]{2,}(?:-[A-Z0-9]+)*)$/i;

/** Regions of three zones, where the nodes of a database stand apart. */
export const THREE_ZONES = ["EU-WEST-PAR", "EU-SOUTH-MIL"] as const;

/** The place of a region under any of its names; one that nobody listed is taken at its word and has one zone. */
export function placeOf(region: string): Place {
  const name = region.toUpperCase();
  return places[name] ?? oneZone(name);
}
