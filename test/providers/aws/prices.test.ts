import { describe, expect, test } from "@jest/globals";
import { aws } from "../../../providers/aws/index.ts";
import { services } from "../../../providers/aws/prices.ts";
import table from "../../../providers/aws/server-prices.json" with { type: "json" };
import { regionalSpread, servedSpread } from "../../../providers/aws/server-prices.ts";
import { serviceSpread } from "../../../providers/aws/service-prices.ts";
import { type Price, priceIn } from "../../../providers/prices.ts";

const prices: Readonly<Record<string, Price>> = aws.prices?.prices ?? {};
const REGIONS = [
  ...["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "eu-south-1"],
  ...["us-west-1", "ca-central-1"],
];
const at = (id: string, region: string) => {
  const price = prices[id];
  const found = price && priceIn(price, region);
  return found?.regions.includes(region) ? found.amount : undefined;
};

/** Read again somewhere else, later: each of another source than the table's. */
const again: readonly (readonly [string, string, number, string])[] = [
  ["machine.t4g.small", "eu-west-3", 0.0188, "price list file of EC2, 2026-10-08"],
  ["machine.t3.micro", "eu-west-2", 0.0118, "price list file of EC2, 2026-09-18"],
  ["machine.t3.medium", "eu-west-2", 0.0472, "price list file of EC2, 2026-09-25"],
  ["machine.t4g.small", "eu-central-1", 0.0192, "price API, 2026-08-26"],
  ["mysql.db.r6g.large", "eu-west-1", 0.237, "price list file of RDS, 2026-09-04"],
  ["postgres.db.r6g.large", "eu-west-1", 0.252, "price list file of RDS, 2026-09-04"],
  ["mysql.db.r6g.large", "eu-west-2", 0.251, "price list file of RDS, 2026-09-04"],
  ["postgres.db.t4g.micro", "eu-west-3", 0.018, "price list file of RDS, 2026-10-06"],
  ["postgres.db.t4g.medium", "eu-north-1", 0.065, "price list file of RDS, 2026-09-04"],
  ["mysql.db.r6g.large", "eu-south-1", 0.248, "price list file of RDS, 2026-09-04"],
  ["mysql.db.r6g.large", "us-east-1", 0.215, "price list file of RDS, 2026-09-04"],
  ["mysql.db.m5.large", "us-east-1", 0.171, "golden of a price tool"],
  ["postgres.db.t3.large", "us-east-1", 0.145, "golden of a price tool"],
  ["aurora.db.r5.8xlarge", "eu-west-1", 5.12, "price API, 2026-08-12"],
  ["aurora.db.r6g.8xlarge", "eu-west-1", 4.582, "price API, 2026-08-12"],
  ["aurora.db.t4g.medium", "eu-central-1", 0.085, "price API, September 2025"],
  ["cache.cache.m4.large", "us-east-1", 0.156, "golden of a price tool"],
  ["cache.cache.r6g.xlarge", "eu-west-1", 0.458, "price API, 2026-08-12"],
  ["cache.cache.r7g.large", "eu-west-2", 0.256, "price list file of ElastiCache, 2026-09-03"],
  ["mysql.db.r6g.large", "us-west-1", 0.237, "price list file of RDS, 2026-09-04"],
  ["postgres.db.t4g.medium", "us-west-1", 0.085, "price list file of RDS, 2026-09-04"],
  ["nat", "eu-north-1", 0.046, "a bill of 2026"],
  ["balancer", "eu-central-1", 0.027, "19.44 for 720 hours on a bill of June 2026"],
  ["databaseDisk.gp2", "eu-west-1", 0.127, "2.54 for 20 GiB on a bill of July 2026"],
];

describe("prices of regions", () => {
  test.each(again)("%s in %s costs %d by another source too (%s)", (id, region, amount) => {
    expect(at(id, region)).toBe(amount);
  });

  test("are cited, dated and in the unit of those beside them, no region twice at one date", () => {
    for (const [id, { others = [], ...price }] of Object.entries(prices)) {
      const all = [price, ...others];
      expect([id, ...new Set(all.map((p) => `${p.per} ${p.of}`))]).toHaveLength(2);
      const reads = all.map((p) => `${p.regions.join(" ")} ${p.citation.date} ${p.citation.source}`);
      expect([id, new Set(reads).size]).toEqual([id, reads.length]);
    }
  });

  test("that are older than a year say so", () => {
    const isOld = ({ citation }: Pick<Price, "citation">) => citation.date < "2025-11-26";
    const old = Object.values(prices).flatMap((p) => [p, ...(p.others ?? [])]);
    const silent = old.filter((p) => isOld(p) && !p.note?.includes(p.citation.date.slice(0, 4)));
    expect(old.some(isOld)).toBe(true);
    expect(silent).toEqual([]);
  });

  test("are numbers above 0, and ranges end above 0 and where they are higher", () => {
    const wrong = Object.entries(prices).flatMap(([id, p]) =>
      [p, ...(p.others ?? [])].flatMap(({ amount }) => {
        const { low, high } = typeof amount === "number" ? { low: amount, high: amount } : amount;
        return low >= 0 && low <= high && high > 0 && Number.isFinite(high) ? [] : [[id, low, high]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("stand in rows as long as their columns, and none is 0", () => {
    for (const { columns, rows } of Object.values(table)) {
      for (const row of Object.values(rows) as (number | null)[][]) {
        expect(row).toHaveLength(columns.length);
        expect(row.every((n) => n === null || n > 0)).toBe(true);
      }
    }
  });

  // A price of reserved hardware is a tenth dearer, one of I/O-Optimized Aurora three tenths: neither doubles with its size.
  test("of Aurora and of machines double where the machine does", () => {
    const families = ["aurora.db.r5", "aurora.db.r6g", "machine.m5", "machine.c6i", "machine.r6g", "mysql.db.m5"];
    for (const family of families)
      for (const region of ["us-east-1", ...REGIONS]) {
        const [one, two] = [at(`${family}.xlarge`, region), at(`${family}.2xlarge`, region)];
        if (one === undefined || two === undefined) continue;
        expect([family, region, Math.round((Number(two) / Number(one)) * 50) / 50]).toEqual([family, region, 2]);
      }
  });
});

describe("what is taken for prices nobody read", () => {
  test.each(REGIONS)("in %s is within what was measured there", (region) => {
    const servers = aws.prices?.elsewhere.find((e) => e.region === region && e.of);
    const found = regionalSpread(region);
    expect(servers).toMatchObject({ low: found.low, high: found.high });
    expect(found.of).toBeGreaterThan(200);
    for (const size of ["machine.m6i.large", "machine.t4g.medium", "mysql.db.m6g.large", "cache.cache.r6g.large"]) {
      const ratio = Number(at(size, region)) / Number(at(size, "us-east-1"));
      expect(ratio).toBeGreaterThanOrEqual(found.low);
      expect(ratio).toBeLessThanOrEqual(found.high);
    }
  });

  test("is never narrower than what was read, of services", () => {
    for (const region of REGIONS.filter((r) => r !== "eu-south-1")) {
      const { low, high, of } = serviceSpread(services, region);
      const ratios = Object.entries(services).flatMap(([id, { amount }]) => {
        const here = at(id, region);
        return typeof amount === "number" && typeof here === "number" && !prices[id]?.regions.includes("")
          ? [here / amount]
          : [];
      });
      expect(of).toBeGreaterThan(10);
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...ratios)).toBeLessThanOrEqual(high);
    }
  });

  test("of managed servers is between those like them", () => {
    const { low, high } = servedSpread("mysql", "db.m8g.large");
    const like = Number(at("mysql.db.m7g.large", "us-east-1")) / Number(at("machine.m7g.large", "us-east-1"));
    expect([low <= like, like <= high]).toEqual([true, true]);
    expect(prices["mysql.db.m8g.large"]?.note).toContain(`${low} to ${high} times`);
    expect(servedSpread("cache", "cache.r6gd.xlarge").low).toBeGreaterThan(
      servedSpread("cache", "cache.r6g.large").high,
    );
  });
});
