import type { Price } from "../prices.ts";
import type { Citation } from "../provider.ts";
import { type Spread, spread } from "./server-prices.ts";

/** What was read for one region, by ids of `prices.ts` and in their units. */
interface Read {
  readonly region: string;
  readonly citation: Citation;
  readonly note?: string;
  readonly amounts: Readonly<Record<string, Price["amount"]>>;
}

const cited = (source: string, date: string): Citation => ({ source, date });

/** A table of flat prices that a public tool is built with, from the price list files; what is checked of it agrees with the others here. */
const FLAT = cited(
  "wardbox/tofu-drift@04bbac5 internal/pricing/flat.json and @45fe50d internal/pricing/ebs.json (numbers alone)",
  "2026-09-21",
);
/** Price list files as a research document quotes them, with their days of publication. */
const THREE = cited(
  "research document in a public repository (index id 68514571388), from the price list files of each service",
  "2026-08-16",
);
const DATABASES = cited(
  "mooncitizen/togen@36c1abb internal/cost/prices/aws.json (Apache-2.0), from the price list file of RDS",
  "2026-09-06",
);
const MARGIN = cited(
  "FOCUS-Sample-Data@adbdd17 FOCUS-1.0/focus_sample.csv of FinOps-Open-Cost-and-Usage-Spec, ListUnitPrice (CC BY 4.0)",
  "2024-09-30",
);

const flat = (
  region: string,
  [hour, classic, gateway]: readonly [number, number, number],
  [gp2, gp3, io, sc1, st1, standard]: readonly [number, number, number, number, number, number],
): Read => ({
  region,
  citation: FLAT,
  amounts: {
    ...{ balancer: hour, classicBalancer: classic, nat: gateway, address: 0.005 },
    ...{ "disk.gp2": gp2, "disk.gp3": gp3, "disk.io1": io, "disk.io2": io },
    ...{ "disk.sc1": sc1, "disk.st1": st1, "disk.standard": standard },
    nodeDisk: { low: gp3, high: gp2 },
  },
});

const databaseDisks = (region: string, perGib: number): Read => ({
  region,
  citation: DATABASES,
  amounts: { "databaseDisk.gp2": perGib },
});

/** Newer before older: of a price and a region the first counts. */
const READ: readonly Read[] = [
  {
    region: "eu-west-3",
    citation: cited(
      "cost sheet in a public repository (index id 70205262539), printed from the price list files of each service",
      "2026-10-09",
    ),
    amounts: {
      ...{ balancer: 0.02646, "balancerUse.application": 0.0084, "disk.gp3": 0.0928, nat: 0.05, natUse: 0.05 },
      ...{ address: 0.005, objects: 0.024, objectsUse: 0.0053, "databaseDisk.gp3": 0.133, logsUse: 0.5985 },
      ...{ "alarm.usual": 0.1, secret: 0.4, httpUse: 1.17, functionUse: 0.2 },
    },
  },
  {
    region: "eu-west-2",
    citation: cited("cost page in a public repository (index id 70923750521), from the price list files", "2026-10-05"),
    amounts: { controlPlane: 0.1, "balancerUse.application": 0.0084, natUse: 0.05 },
  },
  {
    region: "eu-west-2",
    citation: cited(
      "staging plan in a public repository (index id 69750996207), from the price list files",
      "2026-09-18",
    ),
    amounts: { "databaseDisk.gp3": 0.133, key: 1, secret: 0.4 },
  },
  {
    region: "eu-west-1",
    citation: cited("mamtha4u/SDLC@45b7bae backend/config/pricing_eu-west-1.json (numbers alone)", "2026-10-02"),
    amounts: {
      ...{
        functionUse: 0.2,
        queueUse: 0.4,
        restUse: 3.5,
        httpUse: 1.11,
        logsUse: 0.57,
        "alarm.usual": 0.1,
        topicUse: 0.5,
      },
    },
  },
  {
    region: "eu-west-1",
    citation: THREE,
    amounts: {
      ...{ "fargate.cpu": 0.04048, "fargate.memory": 0.004445, objects: 0.023, objectsUse: 0.005, images: 0.1 },
      ...{ rows: 0.283, rowsUse: 0.705, eventUse: 1, "alarm.fine": 0.3, natUse: 0.048, endpoint: 0.011 },
      ...{ endpointUse: 0.01, "balancerUse.application": 0.008 },
    },
  },
  {
    region: "eu-central-1",
    citation: THREE,
    amounts: {
      ...{ "fargate.cpu": 0.04656, "fargate.memory": 0.00511, objects: 0.0245, objectsUse: 0.0054, images: 0.1 },
      ...{ rows: 0.306, rowsUse: 0.7625, eventUse: 1, logsUse: 0.63, "alarm.usual": 0.1, "alarm.fine": 0.3 },
      ...{ natUse: 0.052, endpoint: 0.012, endpointUse: 0.01, "balancerUse.application": 0.008, queueUse: 0.4 },
    },
  },
  {
    region: "eu-west-1",
    citation: cited("cost review in a public repository (index id 58541604641): 148.80 for 1,488 hours", "2026-08-12"),
    amounts: { controlPlane: 0.1 },
  },
  {
    region: "eu-central-1",
    citation: cited(
      "cost review in a public repository (index id 58541604641): 36.00 for 72 hours of extended support, beside the cluster",
      "2026-08-12",
    ),
    amounts: { controlPlaneExtended: 0.6 },
  },
  flat("eu-central-1", [0.027, 0.03, 0.052], [0.119, 0.0952, 0.149, 0.018, 0.054, 0.059]),
  flat("eu-north-1", [0.02394, 0.0266, 0.046], [0.1045, 0.0836, 0.131, 0.0158, 0.0475, 0.055]),
  flat("eu-west-1", [0.0252, 0.028, 0.048], [0.11, 0.088, 0.138, 0.0168, 0.05, 0.055]),
  flat("eu-west-2", [0.02646, 0.0294, 0.05], [0.116, 0.0928, 0.145, 0.0174, 0.053, 0.058]),
  flat("eu-west-3", [0.02646, 0.0294, 0.05], [0.116, 0.0928, 0.145, 0.0174, 0.053, 0.058]),
  flat("us-west-1", [0.0252, 0.028, 0.048], [0.12, 0.096, 0.138, 0.018, 0.054, 0.08]),
  flat("ca-central-1", [0.02475, 0.0275, 0.05], [0.11, 0.088, 0.138, 0.0168, 0.05, 0.055]),
  databaseDisks("eu-north-1", 0.12),
  databaseDisks("eu-south-1", 0.133),
  databaseDisks("eu-west-1", 0.127),
  databaseDisks("eu-west-2", 0.133),
  databaseDisks("eu-west-3", 0.133),
  databaseDisks("us-west-1", 0.138),
  {
    region: "eu-central-1",
    citation: cited(
      "wardbox/tofu-drift@fb21d80 internal/pricing/pricing_test.go (index id 69456985079; numbers alone)",
      "2026-09-21",
    ),
    amounts: { "databaseDisk.gp2": 0.137 },
  },
  {
    region: "eu-central-1",
    citation: cited(
      "README of a public Terraform module (index id 47296694855), costs by the price API for its provider of September 2025",
      "2025-09-30",
    ),
    note: "list prices of September 2025",
    amounts: { controlPlane: 0.1, association: 0.1, firewall: 5, firewallUse: 0.6, auroraUse: 0.22 },
  },
  {
    region: "eu-central-1",
    citation: MARGIN,
    note: "list prices of September 2024",
    amounts: { "iops.gp3": 0.006, throughput: 0.0476, key: 1, "balancerUse.network": 0.006 },
  },
  { region: "eu-north-1", citation: MARGIN, note: "list prices of September 2024", amounts: { images: 0.1 } },
];

/** Prices of North Virginia by id, each with what was read for other regions beside it. */
export function withRegions(prices: Readonly<Record<string, Price>>): Record<string, Price> {
  const unlisted = READ.flatMap(({ amounts }) => Object.keys(amounts)).filter((id) => !prices[id]);
  if (unlisted.length > 0) throw new Error(`prices of regions that North Virginia has not: ${unlisted.join(", ")}`);
  return Object.fromEntries(
    Object.entries(prices).map(([id, price]): [string, Price] => {
      const others = READ.flatMap(({ region, citation, note, amounts }) => {
        const amount = amounts[id];
        const notes = [price.note, note].filter((n) => n !== undefined);
        const said = notes.length > 0 ? { note: notes.join("; ") } : {};
        const { per, of } = price;
        const unit = of === undefined ? { per } : { per, of };
        return amount === undefined ? [] : [{ amount, ...unit, regions: [region], ...said, citation }];
      });
      return [id, others.length > 0 ? { ...price, others } : price];
    }),
  );
}

/** What was read for regions over what was read for North Virginia: the least and the most of it. */
export function serviceSpread(prices: Readonly<Record<string, Price>>, regions: string): Spread {
  const pairs = READ.filter((r) => r.region.startsWith(regions)).flatMap(({ amounts }) =>
    Object.entries(amounts).flatMap(([id, amount]) => {
      const there = prices[id]?.amount;
      return typeof there === "number" && typeof amount === "number" ? [amount / there] : [];
    }),
  );
  return spread(pairs);
}
