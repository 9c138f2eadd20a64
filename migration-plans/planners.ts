import type { Kind } from "../constructs/kinds.ts";
import { dnsZone } from "./dns-zone.ts";
import { firewall } from "./firewall.ts";
import type { KindPlanner } from "./kind-planner.ts";
import { kubernetes } from "./kubernetes.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { objectBucket } from "./object-bucket.ts";
import { sqlDatabase } from "./sql-database.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

/** Every kind's planner: the compiler asks for a missing one. */
export const planners: Readonly<Record<Kind, KindPlanner>> = {
  network,
  firewall,
  kubernetes,
  "object-bucket": objectBucket,
  "sql-database": sqlDatabase,
  vm,
  volume,
  "dns-zone": dnsZone,
  "load-balancer": loadBalancer,
};
