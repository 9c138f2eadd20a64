import type { Kind } from "../../constructs/kinds.ts";
import type { Case } from "./case.ts";
import { dnsZoneCases } from "./dns-zone.ts";
import { networkCases } from "./network.ts";
import { objectBucketCases } from "./object-bucket.ts";
import { sqlDatabaseCases } from "./sql-database.ts";

/** The named cases of every kind. */
export const cases: { readonly [K in Kind]: readonly Case<K>[] } = {
  network: networkCases,
  "object-bucket": objectBucketCases,
  "sql-database": sqlDatabaseCases,
  "dns-zone": dnsZoneCases,
};
