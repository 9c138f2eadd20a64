import { flavorPrices, type Price } from "../prices.ts";
import type { Citation } from "../provider.ts";
import flavors from "./flavors.json" with { type: "json" };

export const facts = { source: "facts/mapping.md section 9, OVHcloud", date: "2026-11-21" };
/** Fixture of a public tool, in the integers of the order catalogue. */
const catalogue = {
  source:
    "test fixture of a price reader in a public repository (index id 69526057405), in integers of the order catalogue",
  date: "2026-09-11",
};
/** The order catalogue as a public document prints it, to the cent. */
export const printed = {
  source:
    "print of the order catalogue (FR), generated 2025-01-27, in a public repository (index id 35739917212), rounded to the cent",
  date: "2026-11-26",
};
export const judgement = (basis: string): Citation => ({ source: `judgement: ${basis}`, date: "2026-11-26" });

/** Regions of one zone in Europe. */
const EUROPE = ["GRA", "SBG", "RBX", "DE", "UK", "WAW"];

const price = (
  amount: Price["amount"],
  per: Price["per"],
  of?: string,
  citation: Citation = facts,
  regions: readonly string[] = EUROPE,
): Price => ({ amount, per, ...(of === undefined ? {} : { of }), regions, citation });

/** By family and size, an hour: what the catalogue of France was not read for. Where both were, they are the same. */
const MACHINES: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  b2: { 15: 0.1342, 30: 0.2715, 60: 0.526, 120: 1.033 },
  b3: { 128: 0.819, 256: 1.637, 512: 3.274, 640: 4.092 },
  c2: { 7: 0.1018, 15: 0.1976, 30: 0.3984, 60: 0.779, 120: 1.54 },
  c3: { 4: 0.0457, 8: 0.0913, 16: 0.1825, 64: 0.7301, 128: 1.461, 256: 2.921, 320: 3.651 },
  i1: { 45: 0.439, 90: 0.879, 180: 1.76 },
  r2: { 15: 0.1018, 30: 0.1176, 60: 0.2288, 120: 0.461, 240: 0.906 },
  r3: { 16: 0.0663, 32: 0.1324, 64: 0.2648, 512: 2.118, 1024: 4.236 },
  "t2-le": { 45: 0.8, 90: 1.6, 180: 3.2 },
};
/** Machines with GPUs, an hour. */
const GPUS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  a10: { 45: 0.76, 90: 1.52 },
  a100: { 180: 2.75, 360: 5.5, 720: 11 },
  h100: { 380: 2.8, 760: 5.6, 1520: 11.2 },
  l4: { 90: 0.75, 180: 1.5, 360: 3 },
  l40s: { 90: 1.4, 180: 2.8, 360: 5.6 },
};
/** A node of PostgreSQL or MySQL, an hour, by plan. Where two prices are printed, one is of Asia. */
const OLDER_NODES = { 4: [0.09], 7: [0.17, 0.18], 15: [0.35], 30: [0.69, 0.71], 60: [1.39, 1.42], 120: [2.78, 2.83] };
const DATABASES: Readonly<Record<string, Readonly<Record<string, Readonly<Record<number, readonly number[]>>>>>> = {
  essential: { db1: { 7: [0.13, 0.15], 15: [0.27, 0.3], 30: [0.54, 0.59] } },
  business: { db1: OLDER_NODES },
  enterprise: { db1: { ...OLDER_NODES, 120: [2.78, 2.84] } },
  production: {
    b3: { 8: [0.21, 0.23], 16: [0.43, 0.45], 32: [0.85, 0.9], 64: [1.7, 1.8], 128: [3.41, 3.61], 256: [6.81, 7.21] },
  },
  advanced: {
    b3: { 8: [0.23, 0.24], 16: [0.46, 0.49], 32: [0.92, 0.97], 64: [1.84, 1.94], 128: [3.67, 3.89], 256: [7.34, 7.77] },
  },
};
const machinesRead = {
  source:
    "mixxor/eu-cloud-prices@6288bd3 prices/ovh.json, order catalogue of Germany (numbers alone, no licence stated)",
  date: "2026-08-14",
};

function bySize<T>(
  sizes: Readonly<Record<string, Readonly<Record<number, T>>>>,
  work: (found: T) => Price,
): [flavor: string, Price][] {
  return Object.entries(sizes).flatMap(([family, own]) =>
    Object.entries(own).map(([size, found]): [string, Price] => [`${family}-${size}`, work(found)]),
  );
}

function node([low = 0, high = low]: readonly number[]): Price {
  const note = "a node with the disk that comes with it; what is added to the disk is not counted";
  const amount = low === high ? low : { low, high };
  return {
    ...price(amount, "hour", undefined, printed),
    note: low === high ? note : `${note}; as printed for two parts of the world`,
  };
}

export const prices: Readonly<Record<string, Price>> = {
  ...flavorPrices("machine", flavors, "vm", /^1AZ$/, {
    regions: EUROPE,
    citation: {
      source: "providers/ovh/flavors.json: api.ovh.com order catalogue, FR (index id 62415030205)",
      date: "2026-09-05",
    },
  }),
  ...Object.fromEntries(
    [
      ...bySize(MACHINES, (amount) => price(amount, "hour", undefined, machinesRead)),
      ...bySize(GPUS, (amount) => price(amount, "hour", undefined, printed)),
    ].map(([flavor, found]) => [`machine.${flavor}`, found]),
  ),
  ...Object.fromEntries(
    Object.entries(DATABASES).flatMap(([plan, sizes]) =>
      bySize(sizes, node).map(([flavor, found]) => [`database.sql.${plan}.${flavor}`, found]),
    ),
  ),
  "machine.b3-16": price(0.1023, "hour", undefined, catalogue),
  "machine.b3-32": price(0.2046, "hour", undefined, catalogue),
  "machine.b3-64": price(0.4092, "hour", undefined, catalogue),
  "machine.c3-32": price(0.365, "hour", undefined, catalogue),
  "machine.r3-128": price(0.53, "hour", undefined, catalogue),
  "machine.r3-256": price(1.059, "hour", undefined, catalogue),
  "disk.classic": price(0.042, "month", "GB"),
  "disk.high-speed": price(0.086, "month", "GB"),
  snapshot: price(0.042, "month", "GB"),
  objects: price(0.007, "month", "GB"),
  objectsThreeZones: {
    ...price({ low: 0.007, high: 0.014 }, "month", "GB", judgement("the price of three zones was not read"), ["EU-"]),
    note: "objects in three zones taken as 1 to 2 times those in one",
  },
  objectsOlder: price(0.011, "month", "GB"),
  "database.sql.essential.db1-4": price(54.46, "month"),
  address: price(0.0025, "hour", undefined, printed),
  balancer: {
    ...price({ low: 6, high: 150 }, "month", undefined, printed),
    note: "a load balancer whose size is an id: small to extra large",
  },
  balancerSmall: {
    ...price(6, "month", undefined, printed),
    note: "a load balancer without a size taken as a small one",
  },
  "gateway.l": price(35, "month", undefined, printed),
  "gateway.2xl": price(300, "month", undefined, printed),
  controlPlane: price(0.09, "hour", undefined, printed, ["EU-"]),
  "registry.SMALL": price(17.6, "month", undefined, printed),
  "registry.MEDIUM": price(40, "month", undefined, printed),
  "registry.LARGE": price(190, "month", undefined, printed),
};
