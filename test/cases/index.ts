import type { Kind } from "../../constructs/kinds.ts";
import type { Case } from "./case.ts";
import { dnsZoneCases } from "./dns-zone.ts";
import { firewallCases } from "./firewall.ts";
import { kubernetesCases } from "./kubernetes.ts";
import { loadBalancerCases } from "./load-balancer.ts";
import { networkCases } from "./network.ts";
import { objectBucketCases } from "./object-bucket.ts";
import { sqlDatabaseCases } from "./sql-database.ts";
import { vmCases } from "./vm.ts";
import { volumeCases } from "./volume.ts";

/** The named cases of every kind. */
export const cases: { readonly [K in Kind]: readonly Case<K>[] } = {
  network: networkCases,
  firewall: firewallCases,
  kubernetes: kubernetesCases,
  "object-bucket": objectBucketCases,
  "sql-database": sqlDatabaseCases,
  vm: vmCases,
  volume: volumeCases,
  "dns-zone": dnsZoneCases,
  "load-balancer": loadBalancerCases,
};
