import type { Price } from "../prices.ts";
import type { Citation } from "../provider.ts";
import table from "./server-prices.json" with { type: "json" };

/** Linux machines, single databases by engine, nodes of caches: what an hour costs, by region. */
export type ServerTable = "machine" | "mysql" | "postgres" | "aurora" | "cache";

/** Where a column of `server-prices.json` was read. */
const SOURCES: Readonly<Record<string, Citation>> = {
  newest: {
    source:
      "providers/aws/server-prices.json: aws/karpenter-provider-aws@1d92708 pkg/providers/pricing/zz_generated.pricing_aws.go (Linux; Apache-2.0)",
    date: "2026-07-20",
  },
  later: {
    source:
      "providers/aws/server-prices.json: mixxor/eu-cloud-prices@99353c0 prices/aws.json (Linux; numbers alone, no licence stated)",
    date: "2026-08-14",
  },
  older: {
    source:
      "providers/aws/server-prices.json: coroot/cloud-pricing@af03ead data/cloud-pricing.json.gz (branch gh-pages; Apache-2.0), the least of every day since 2023-11",
    date: "2024-08-09",
  },
};

/**
 * What became of the prices of the older table where some of them were read again; 7 machines that fell are left out of it.
 * Databases by mooncitizen/togen@36c1abb internal/cost/prices/aws.json (2026-09-06), caches of eu-west-2 by its
 * internal/cost/cmd/testdata (2026-09-03), Aurora and caches of eu-west-1 by a review (index id 58541604641, 2026-08-12).
 */
const AGE: Readonly<Record<ServerTable, string>> = {
  machine: "machines at prices of 2024-08-09: of 952 read again in 2026, bare metal apart, 945 were the same",
  mysql: "databases at prices of 2024-08-09: the 37 read again in September 2026 were the same",
  postgres: "databases at prices of 2024-08-09: the 37 read again in September 2026 were the same",
  aurora:
    "Aurora at prices of 2024-08-09: the 2 read again in August 2026 were the same; servers of I/O-Optimized clusters cost 1.3 times that",
  cache: "caches at prices of 2024-08-09: the 6 read again in August and September 2026 were the same",
};

interface Columns {
  readonly columns: readonly (readonly string[])[];
  readonly rows: Readonly<Record<string, readonly (number | null)[]>>;
}
const tables: Readonly<Record<ServerTable, Columns>> = table;

/** What was read of one table by its ids, `<table>.<name>`; prices of North Virginia first, other regions beside them. */
export function serverPrices(name: ServerTable): Record<string, Price> {
  const { columns, rows } = tables[name];
  return Object.fromEntries(
    Object.entries(rows).flatMap(([size, row]): [string, Price][] => {
      const [first, ...others] = row.flatMap((amount, i): Price[] => {
        const [region = "", read = ""] = columns[i] ?? [];
        const citation = SOURCES[read];
        if (amount === null || !citation) return [];
        const note = read === "older" ? { note: AGE[name] } : {};
        return [{ amount, per: "hour", regions: [region], ...note, citation }];
      });
      return first ? [[`${name}.${size}`, { ...first, ...(others.length > 0 ? { others } : {}) }]] : [];
    }),
  );
}

export interface Spread {
  readonly low: number;
  readonly high: number;
  /** How many pairs it is the least and the most of. */
  readonly of: number;
}

/** What was read for a region over what was read for North Virginia: newer generations alone, as what is missing is newer still. */
export function regionalSpread(region: string): Spread {
  const pairs = newest.flatMap(({ columns, row }) => {
    const [there, here] = ["us-east-1", region].map((place) => row.find((n, i) => n !== null && columns[i] === place));
    return here && there ? [here / there] : [];
  });
  return spread(pairs);
}

const served = new Map<string, Spread>();

/** Managed servers over machines of the same size in North Virginia: by a table, of sizes alike (burstable, with disks of their own, others). */
export function servedSpread(name: ServerTable, like: string): Spread {
  const alike = sort(like);
  const key = `${name} ${alike}`;
  const known = served.get(key);
  if (known) return known;
  const machines = tables.machine.rows;
  const pairs = Object.entries(tables[name].rows).flatMap(([size, [price]]) => {
    const machine = machines[size.slice(size.indexOf(".") + 1)]?.[0];
    return isNew(size) && sort(size) === alike && price && machine ? [price / machine] : [];
  });
  const found = spread(pairs);
  served.set(key, found);
  return found;
}

/** The least and the most, to a thousandth and never narrower than they are. */
export function spread(pairs: readonly number[]): Spread {
  const thousandths = (n: number) => Number((n * 1000).toFixed(6));
  return {
    low: Math.floor(thousandths(Math.min(...pairs))) / 1000,
    high: Math.ceil(thousandths(Math.max(...pairs))) / 1000,
    of: pairs.length,
  };
}

const FAMILY = /(?:^|\.)([a-z]+)(\d+)([a-z-]*)\.\w+[\w-]*$/;

const newest = Object.values(tables).flatMap(({ columns, rows }) => {
  const places = columns.map(([region]) => region);
  return Object.entries(rows).flatMap(([size, row]) => (isNew(size) ? [{ columns: places, row }] : []));
});

function isNew(size: string): boolean {
  const [, family, generation] = FAMILY.exec(size) ?? [];
  return Number(generation) >= (family === "t" ? 4 : 6);
}

function sort(size: string): "burstable" | "disks" | "other" {
  const [, family, , variant = ""] = FAMILY.exec(size) ?? [];
  return family === "t" ? "burstable" : variant.includes("d") ? "disks" : "other";
}
