import type { z } from "zod";
import { dnsZone } from "./dns-zone.ts";
import { firewall } from "./firewall.ts";
import { kubernetes } from "./kubernetes.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { objectBucket } from "./object-bucket.ts";
import { sqlDatabase } from "./sql-database.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

/** Every neutral kind. Adding one here makes the compiler ask each cloud for it. */
export const kinds = {
  network,
  firewall,
  kubernetes,
  "object-bucket": objectBucket,
  "sql-database": sqlDatabase,
  vm,
  volume,
  "dns-zone": dnsZone,
  "load-balancer": loadBalancer,
} as const;

export type Kind = keyof typeof kinds;
export type KindSchema<K extends Kind> = (typeof kinds)[K]["props"];
/** Props as authored: defaults absent. */
export type PropsInput<K extends Kind> = z.input<KindSchema<K>>;
/** Props with defaults applied. */
export type Props<K extends Kind> = z.output<KindSchema<K>>;
/** What other components may refer to. */
export type OutputOf<K extends Kind> = (typeof kinds)[K]["outputs"][number];

export const kindNames = Object.keys(kinds) as Kind[];
