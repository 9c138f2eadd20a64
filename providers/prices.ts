import type { Native, Tree } from "./native.ts";
import { lookUp } from "./paths.ts";
import type { Citation } from "./provider.ts";

/** Hours of a month, as bills and calculators of clouds count them. */
export const HOURS_A_MONTH = 730;

/** A list price before tax: never a discount, a commitment or a free tier. */
export interface Price {
  /** Both ends where it is derived and not read: then `note` says from what. */
  readonly amount: number | { readonly low: number; readonly high: number };
  readonly per: "hour" | "month" | "use";
  /** What it is per, apart from time: `GB` (decimal), `GiB`, `IOPS`, `million requests`. Default: each one. */
  readonly of?: string;
  /** Beginnings of the names of regions it was read for; "" is every region. */
  readonly regions: readonly string[];
  /** What it leaves open, or how it was derived: shown wherever it is used. */
  readonly note?: string;
  readonly citation: Citation;
  /** What was read for other regions, of the same unit: the first that fits a region counts. */
  readonly others?: readonly Omit<Price, "others">[];
}

/**
 * Values that must hold, by path: one of several, `present` or `absent`; `at`: the value stands at the first of these that has one, and the
 * key is the path in words. `unnamedBy`: no native of these types names this one. A value that is not known leaves it open.
 */
export type Where = Readonly<
  Record<
    string,
    | "present"
    | "absent"
    | { readonly is: readonly Tree[]; readonly at?: readonly PriceAt[] }
    | { readonly unnamedBy: readonly string[] }
  >
>;

/** A path of the native; or of another one that it names at `through`. */
export type PriceAt =
  | string
  | {
      readonly path: string;
      readonly through: { readonly attr: string; readonly to: readonly string[]; readonly by: readonly string[] };
    };

/** What a price is multiplied by. */
export type Times =
  | number
  | { readonly low: number; readonly high: number; readonly note: string }
  /** A number at the first path that has one; `default` where none has: what the provider takes by itself. */
  | { readonly at: readonly PriceAt[]; readonly default?: number; readonly above?: number }
  /** Anything between two numbers of the native. */
  | { readonly from: Times; readonly to: Times; readonly note: string }
  /** How many items stand at a path. */
  | { readonly items: string; readonly default?: number }
  /** GiB that somebody stated or an inventory measured; a price per GB gets them as GB. */
  | { readonly stated: "gib" }
  | { readonly where: Where; readonly times: Times; readonly otherwise: Times };

/** What is paid for. */
export type ChargeWord =
  | "address"
  | "alarm"
  | "balancer"
  | "controlPlane"
  | "disk"
  | "firewall"
  | "gateway"
  | "key"
  | "machine"
  | "memory"
  | "operations"
  | "requests"
  | "secret"
  | "storage"
  | "throughput"
  | "time"
  | "traffic"
  | "zone";

/** One line of a bill. */
export interface Charge {
  readonly what: ChargeWord;
  readonly where?: Where;
  /** Id of a price; or the beginning of one that a value completes: `{ of: "machine", at: ["instance_type"] }` is `machine.t3.micro`. */
  readonly price:
    | string
    | {
        readonly of: string;
        readonly at: readonly PriceAt[];
        readonly default?: string;
        readonly map?: Readonly<Record<string, string>>;
      };
  readonly times?: readonly Times[];
  /** How often it counts where nobody knows whether it does. Default: it is not priced. */
  readonly unsure?: Times;
  /** One line for each item of a list of blocks at this path; paths of the charge are relative to it. */
  readonly each?: string;
}

/** What natives of some types are charged. The first rule whose condition holds counts. */
export interface PriceRule {
  readonly types: readonly string[];
  readonly where?: Where;
  /** Empty: by itself it costs nothing. */
  readonly charges: readonly Charge[];
  /** What grows with use that no code shows: named with its price, never counted. */
  readonly use?: readonly { readonly what: ChargeWord; readonly price: string }[];
  /** Programs that run in it make load balancers and disks that no code of the cloud shows: named, never counted. */
  readonly workloads?: true;
  /** For a rule without charges: where it is said that there are none. */
  readonly citation?: Citation;
}

/** What leaves a cloud for the internet, by the list: tiers of a month in order, the last without an end. */
export interface EgressPrice {
  readonly tiers: readonly { readonly upToGB?: number; readonly perGB: number }[];
  /** What the list calls GB: decimal ones, or GiB. */
  readonly of: "GB" | "GiB";
  /** As of a price. */
  readonly regions: readonly string[];
  /** How one gets it for less when leaving. */
  readonly credit?: { readonly what: string; readonly citation: Citation };
  readonly citation: Citation;
}

/** What a cloud charges by its list, and for which natives. */
export interface PriceList {
  /** ISO 4217. */
  readonly currency: string;
  readonly prices: Readonly<Record<string, Price>>;
  readonly rules: readonly PriceRule[];
  /** By region; where none fits, the last one as far as `elsewhere` says. */
  readonly egress: readonly EgressPrice[];
  /** Days that its announcement gives to those who leave to move their data without a charge for traffic; null: none is on record at the date. */
  readonly freeEgress?: { readonly days: number | null; readonly citation: Citation };
  /** Paths where natives say their region or zone, beside the cloud's `regionPaths`. */
  readonly zonePaths: readonly string[];
  /** Beginnings of regions that have a list of their own, none of which was read: prices of other regions say nothing of them. Default: none. */
  readonly apart?: { readonly regions: readonly string[]; readonly citation: Citation };
  /** By how much prices of a region nobody read may differ from those that were: the first whose beginning fits. The last fits all. */
  readonly elsewhere: readonly {
    readonly region: string;
    /** Beginnings of ids of prices that it holds for; default: all. */
    readonly of?: readonly string[];
    readonly low: number;
    readonly high: number;
    readonly citation: Citation;
  }[];
}

/** Rows of `flavors.json` as prices by the hour, called `<table>.<name>`. Prices stand there by region or zone; `key` takes the one of a row. */
export function flavorPrices(
  table: string,
  rows: readonly { readonly kind: string; readonly name: string }[],
  kind: string,
  key: RegExp,
  common: Pick<Price, "regions" | "citation" | "note">,
): Record<string, Price> {
  return Object.fromEntries(
    rows.flatMap((row): [string, Price][] => {
      if (row.kind !== kind || !("pricePerHour" in row)) return [];
      const prices = Object.entries(row.pricePerHour as Readonly<Record<string, number>>);
      const [found] = prices.filter(([place]) => key.test(place));
      return found ? [[`${table}.${row.name}`, { amount: found[1], per: "hour", ...common }]] : [];
    }),
  );
}

export const GB_PER_GIB = 1.073741824;

/** Whether a region has a list of its own, of which nothing was read. */
export function isApart({ apart }: PriceList, region: string | undefined): region is string {
  return region !== undefined && apart?.regions.some((begins) => region.startsWith(begins)) === true;
}

/** Of all that was read of a price, what holds in a region; where nothing does, the price itself. */
export function priceIn(price: Price, region: string | undefined): Price {
  const holds = ({ regions }: Pick<Price, "regions">) =>
    region !== undefined && regions.some((r) => region.startsWith(r));
  return holds(price) ? price : (price.others?.find(holds) ?? price);
}

/** By how much prices read for some regions may be off in others, and in words; no region: nobody knows which. `id` is of a price; default: of none that a part of the list speaks of. */
export function elsewhere(
  { elsewhere: known }: PriceList,
  read: readonly string[],
  regions: readonly string[],
  id = "",
): { readonly low: number; readonly high: number; readonly note: string } {
  const ofIt = known.filter((e) => e.of === undefined || e.of.some((beginning) => id.startsWith(beginning)));
  const factors = (regions.length === 0 ? [""] : regions).map(
    (region) => ofIt.find((e) => region.startsWith(e.region)) ?? ofIt.at(-1),
  );
  const where = regions.length === 0 ? "a region that is not known" : regions.join(", ");
  return {
    low: Math.min(...factors.map((f) => f?.low ?? 1)),
    high: Math.max(...factors.map((f) => f?.high ?? 1)),
    note: `prices of ${read.join(", ")} for ${where}`,
  };
}

/** Where a native stands, as far as it says so. */
export function regionOf(native: Native, paths: readonly string[]): string | undefined {
  const values = paths.map((path) => lookUp(native.args, path)?.value);
  return native.provider.region ?? values.find((v) => typeof v === "string");
}
