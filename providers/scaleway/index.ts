import { mapping } from "../foreign-services.ts";
import type { Cloud, KindTable } from "../provider.ts";
import { loadSchema } from "../schema.ts";
import { catalogues } from "./catalog.ts";
import { decisive } from "./decisive.ts";
import { signs } from "./dependency-signs.ts";
import { dnsZone } from "./dns-zone.ts";
import { firewall } from "./firewall.ts";
import { foreign } from "./foreign.ts";
import { guarantees } from "./guarantees.ts";
import { inUse } from "./in-use.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { kubernetes } from "./kubernetes.ts";
import { leafClasses } from "./leaf-classes.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { objectBucket } from "./object-bucket.ts";
import { priceList } from "./price-rules.ts";
import { settle } from "./settle.ts";
import { sqlDatabase } from "./sql-database.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

/** Scaleway, written as Terraform for the `scaleway/scaleway` provider. */
export const scaleway: Cloud = {
  id: "scaleway",
  title: "Scaleway",
  providers: [
    {
      name: "scaleway",
      source: "scaleway/scaleway",
      // Lifecycle of old versions and encryption of buckets are not in older ones.
      versions: "~> 2.81",
      schema: () => loadSchema(new URL("./schema/scaleway.json.gz", import.meta.url)),
      block: (region) => ({ region }),
    },
  ],
  defaultRegion: "fr-par",
  kinds: {
    kubernetes,
    network,
    firewall,
    "object-bucket": objectBucket,
    "sql-database": sqlDatabase,
    vm,
    volume,
    "dns-zone": dnsZone,
    "load-balancer": loadBalancer,
  } satisfies KindTable,
  settle,
  catalogues,
  guarantees,
  zeros: {
    // Without a number a pool that scales keeps one node.
    scaleway_k8s_pool: ["min_size"],
    // Without a word a balancer is reached from the internet.
    scaleway_lb: ["assign_flexible_ip"],
  },
  foreign,
  offered: {
    queue: { has: { managed: ["fr-par", "nl-ams"] }, citation: mapping("queue") },
    // A definition of a serverless job names no private network.
    cronJob: {
      has: { privateNetwork: [] },
      citation: {
        source: "scaleway/terraform-provider-scaleway at b2d45ed, docs/resources/job_definition.md",
        date: "2026-11-28",
      },
    },
  },
  decisive,
  leafClasses,
  // docs/resources/instance_server: started, stopped or standby (read 2026-11-27).
  off: { scaleway_instance_server: { attribute: "state", words: ["stopped", "standby"] } },
  inUse,
  signs,
  jurisdiction,
  prices: priceList,
  engine: "terraform",
};
