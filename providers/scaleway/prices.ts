import { flavorPrices, type Price } from "../prices.ts";
import type { Citation } from "../provider.ts";
import flavors from "./flavors.json" with { type: "json" };

export const facts = { source: "facts/mapping.md section 9, Scaleway", date: "2026-11-21" };
export const judgement = (basis: string): Citation => ({ source: `judgement: ${basis}`, date: "2026-11-26" });

const price = (
  amount: Price["amount"],
  per: Price["per"],
  of?: string,
  regions: readonly string[] = ["fr-par"],
): Price => ({
  amount,
  per,
  ...(of === undefined ? {} : { of }),
  regions,
  citation: facts,
});

export const prices: Readonly<Record<string, Price>> = {
  ...flavorPrices("machine", flavors, "vm", /^fr-par-1$/, {
    regions: ["fr-par"],
    citation: {
      source: "providers/scaleway/flavors.json: scaleway/scaleway-cli@c2d470d, recorded answers",
      date: "2026-07-01",
    },
  }),
  ...flavorPrices("database", flavors, "database", /^standalone/, {
    regions: ["fr-par", "nl-ams"],
    citation: {
      source: "providers/scaleway/flavors.json: pricing page and product catalogue, node and management",
      date: "2026-09-03",
    },
  }),
  ...flavorPrices("cache", flavors, "database", /main node$/, {
    regions: ["nl-ams"],
    citation: { source: "providers/scaleway/flavors.json: product catalogue", date: "2026-09-03" },
  }),
  databaseDisk: {
    ...price({ low: 0.0993, high: 0.1489 }, "month", "GB"),
    note: "disks of databases taken as dear as block volumes of 5,000 to 15,000 operations",
    citation: judgement("no price of these disks was read"),
  },
  "disk.5000": price(0.0993, "month", "GB"),
  "disk.15000": price(0.1489, "month", "GB"),
  snapshot: price(0.03, "month", "GB"),
  address: price(0.005, "hour"),
  "controlPlane.kapsule-dedicated-4": price(0.11, "hour"),
  "controlPlane.kapsule-dedicated-8": price(0.18, "hour"),
  "controlPlane.kapsule-dedicated-16": price(0.35, "hour"),
  "balancer.LB-S": price(0.023, "hour"),
  "balancer.LB-GP-M": price(0.054, "hour"),
  "balancer.LB-GP-L": price(0.094, "hour"),
  "balancer.LB-GP-XL": price(0.941, "hour"),
  "gateway.VPC-GW-S": price(0.026, "hour"),
  "gateway.VPC-GW-M": price(0.095, "hour"),
  "gateway.VPC-GW-L": price(0.439, "hour"),
  "gateway.VPC-GW-XL": price(0.949, "hour"),
  objects: {
    ...price(0.0161, "month", "GB", ["nl-ams"]),
    note: "every object taken as one of the standard class in several zones",
  },
  objectsUse: price(0.01, "use", "GB that leaves", [""]),
  images: price(0.027, "month", "GB"),
  zone: { ...price({ low: 0, high: 0.007 }, "hour"), note: "only zones of domains registered elsewhere are charged" },
  containersUse: price(0.00001, "use", "vCPU-second", [""]),
};
