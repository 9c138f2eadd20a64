import { isList, type Native, type Tree, Unknown } from "./native.ts";
import type { NativeIndex } from "./native-index.ts";
import { fingerprint, genericPath, lookUp } from "./paths.ts";
import {
  type Charge,
  type ChargeWord,
  elsewhere,
  GB_PER_GIB,
  HOURS_A_MONTH,
  isApart,
  type Price,
  type PriceAt,
  type PriceList,
  type PriceRule,
  priceIn,
  type Times,
  type Where,
} from "./prices.ts";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Part of a native's bill that is priced, for a month, in the currency of the list. */
export interface PricedPart extends Bounds {
  readonly what: ChargeWord;
  readonly price: Price;
  /** Why it is a range. */
  readonly notes: readonly string[];
}

/** Part of a native's bill that is not, and what it rests on. */
export type OpenPart = { readonly what: ChargeWord | "all" | "workloads" | Licence } & (
  | { readonly why: "value"; readonly path: string }
  | { readonly why: "price"; readonly name: string }
  | { readonly why: "size" }
  | { readonly why: "use"; readonly price: Price }
  | { readonly why: "freeSystems" }
  | { readonly why: "workloads" }
);

/** That of an operating system, and that of one of which nobody knows whether it has any. */
export type Licence = "licence" | "possibleLicence";

export interface NativeBill {
  readonly priced: readonly PricedPart[];
  readonly open: readonly OpenPart[];
}

/** What is known beside the native itself. */
export interface PriceContext {
  /** Finds what a native names. */
  readonly index: Pick<NativeIndex, "targets" | "users">;
  /** Where it stands; undefined: nobody says. */
  readonly region: string | undefined;
  /** Data held, in GiB. */
  readonly gib: number | undefined;
  /** False: what stands at the path was filled in for a value that nobody knows. */
  known(path: string): boolean;
}

/** What a native costs a month by the list of its cloud; undefined: the list says nothing of its type. */
export function priceNative(native: Native, list: PriceList, context: PriceContext): NativeBill | undefined {
  const rules = rulesFor(list, native.type);
  if (rules.length === 0) return undefined;
  const bill = new Bill(native, list, context);
  for (const rule of rules) {
    const holds = bill.holds(rule.where);
    if (holds instanceof Unknown) return { priced: [], open: [{ what: "all", why: "value", path: openPath(holds) }] };
    if (!holds) continue;
    const { region } = context;
    const isFree = rule.charges.length === 0 && rule.use === undefined;
    if (!isApart(list, region) || isFree) return bill.of(rule);
    return { priced: [], open: [{ what: "all", why: "price", name: `${native.type} (${region})` }] };
  }
  return { priced: [], open: [{ what: "all", why: "price", name: native.type }] };
}

const byType = new WeakMap<PriceList, Map<string, PriceRule[]>>();

function rulesFor(list: PriceList, type: string): readonly PriceRule[] {
  let known = byType.get(list);
  if (!known) {
    known = new Map();
    for (const rule of list.rules) for (const t of rule.types) known.set(t, [...(known.get(t) ?? []), rule]);
    byType.set(list, known);
  }
  return known.get(type) ?? [];
}

/** A value that is open carries the path at which it stands in place of an expression. */
const open = (path: string) => new Unknown(path);
const openPath = (unknown: Unknown) => unknown.expression;

interface Factor extends Bounds {
  readonly note?: string;
}

class Bill {
  private readonly native: Native;
  private readonly list: PriceList;
  private readonly context: PriceContext;

  constructor(native: Native, list: PriceList, context: PriceContext) {
    this.native = native;
    this.list = list;
    this.context = context;
  }

  of(rule: PriceRule): NativeBill {
    const priced: PricedPart[] = [];
    const opened: OpenPart[] = [];
    for (const charge of rule.charges) {
      for (const base of this.places(charge.each)) {
        const part = base instanceof Unknown ? missing(charge, base) : this.line(charge, base);
        if (part === undefined) continue;
        if ("why" in part) opened.push(part);
        else priced.push(part);
      }
    }
    for (const { what, price } of rule.use ?? []) opened.push({ what, why: "use", price: this.price(price) });
    if (rule.workloads) opened.push({ what: "workloads", why: "workloads" });
    // What there may be beside a part that has no price is no bill of it.
    const isMerelyPossible = priced.every(({ low, high }) => low === 0 && high > 0);
    return { priced: isMerelyPossible && opened.length > 0 ? [] : priced, open: opened };
  }

  holds(where: Where | undefined, base = ""): boolean | Unknown {
    let unsure: Unknown | undefined;
    for (const [path, wanted] of Object.entries(where ?? {})) {
      const verdict = this.verdict(base === "" ? path : `${base}.${path}`, wanted);
      if (verdict === false) return false;
      if (verdict instanceof Unknown) unsure ??= verdict;
    }
    return unsure ?? true;
  }

  private verdict(path: string, wanted: Where[string]): boolean | Unknown {
    if (typeof wanted === "object" && "unnamedBy" in wanted) {
      return !this.context.index.users(this.native).some((user) => wanted.unnamedBy.includes(user.type));
    }
    const value = typeof wanted === "object" && wanted.at ? this.first(wanted.at, "") : this.value(path);
    if (wanted === "present" || wanted === "absent") {
      const found = lookUp(this.native.args, path);
      // What is configured is there whatever its value; inside an unknown block nobody can say.
      const isThere = found !== undefined && genericPath(found.path) === genericPath(path);
      if (!this.context.known(path) || (value instanceof Unknown && !isThere)) return open(path);
      return isThere === (wanted === "present");
    }
    return value instanceof Unknown ? value : wanted.is.some((v) => fingerprint(v) === fingerprint(value));
  }

  /** What stands at a path: undefined where nothing does, an Unknown with the path where nobody knows. */
  private value(at: PriceAt, base = ""): Tree | undefined {
    if (typeof at !== "string") return this.through(at);
    const path = base === "" ? at : `${base}.${at}`;
    const found = lookUp(this.native.args, path);
    const isOpen = found
      ? found.value instanceof Unknown || !this.context.known(found.path)
      : !this.context.known(path);
    return isOpen ? open(path) : found?.value;
  }

  private through({ path, through: { attr, to, by } }: Exclude<PriceAt, string>): Tree | undefined {
    const named = lookUp(this.native.args, attr);
    if (!named) return undefined;
    const [target] = this.context.index.targets(this.native, attr, to, by).targets;
    const value = target ? lookUp(target.args, path)?.value : open(attr);
    return value instanceof Unknown ? open(target ? `${attr} → ${path}` : attr) : value;
  }

  private first(places: readonly PriceAt[], base: string): Tree | undefined {
    for (const at of places) {
      const value = this.value(at, base);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  }

  private places(each: string | undefined): readonly (string | Unknown)[] {
    if (each === undefined) return [""];
    const value = this.value(each);
    if (value instanceof Unknown) return [value];
    return isList(value) ? value.map((_, i) => `${each}.${i}`) : value === undefined ? [] : [each];
  }

  private line(charge: Charge, base: string): PricedPart | OpenPart | undefined {
    const { what } = charge;
    const applies = this.holds(charge.where, base);
    if (applies === false) return undefined;
    if (applies instanceof Unknown && !charge.unsure) return missing(charge, applies);
    const name = this.priceName(charge.price, base);
    if (name instanceof Unknown) return missing(charge, name);
    const listed = this.list.prices[name];
    if (!listed) return { what, why: "price", name: name.slice(name.indexOf(".") + 1) };
    const price = priceIn(listed, this.context.region);
    const unsure = applies instanceof Unknown && charge.unsure ? [charge.unsure] : [];
    const factors = [...(charge.times ?? []), ...unsure].map((times) => this.factor(times, base, price));
    const unknown = factors.find((f) => f instanceof Unknown);
    if (unknown) return missing(charge, unknown);
    if (factors.includes("size")) return { what, why: "size" };
    const known = [...(factors as Factor[]), this.regional(name, price)];
    const amount = typeof price.amount === "number" ? { low: price.amount, high: price.amount } : price.amount;
    const hours = price.per === "hour" ? HOURS_A_MONTH : 1;
    return {
      what,
      price,
      low: known.reduce((product, f) => product * f.low, amount.low * hours),
      high: known.reduce((product, f) => product * f.high, amount.high * hours),
      notes: [price.note, ...known.map((f) => f.note)].filter((note) => note !== undefined),
    };
  }

  private priceName(price: Charge["price"], base: string): string | Unknown {
    if (typeof price === "string") return price;
    const value = this.first(price.at, base) ?? price.default;
    if (value instanceof Unknown) return value;
    const [first] = price.at;
    if (value === undefined) return open(typeof first === "string" ? first : (first?.path ?? ""));
    return `${price.of}.${price.map?.[String(value)] ?? String(value)}`;
  }

  private factor(times: Times, base: string, price: Price): Factor | Unknown | "size" {
    if (typeof times === "number") return exactly(times);
    if ("low" in times) return times;
    if ("stated" in times) {
      const { gib } = this.context;
      return gib === undefined ? "size" : exactly(price.of === "GB" ? gib * GB_PER_GIB : gib);
    }
    if ("where" in times) {
      const holds = this.holds(times.where, base);
      return holds instanceof Unknown ? holds : this.factor(holds ? times.times : times.otherwise, base, price);
    }
    if ("from" in times) {
      const [from, to] = [this.factor(times.from, base, price), this.factor(times.to, base, price)];
      if (from instanceof Unknown || from === "size") return from;
      if (to instanceof Unknown || to === "size") return to;
      return { low: from.low, high: Math.max(from.low, to.high), ...(from.low < to.high ? { note: times.note } : {}) };
    }
    if ("items" in times) {
      const value = this.value(times.items, base);
      if (value instanceof Unknown) return value;
      return exactly(isList(value) ? value.length : (times.default ?? (value === undefined ? 0 : 1)));
    }
    const [at] = times.at;
    const value = this.first(times.at, base) ?? times.default;
    // Numbers of a plan may be written as text.
    const number = typeof value === "string" ? Number(value) : value;
    if (number instanceof Unknown) return number;
    if (typeof number !== "number" || Number.isNaN(number)) return open(typeof at === "string" ? at : (at?.path ?? ""));
    return exactly(Math.max(0, number - (times.above ?? 0)));
  }

  private regional(id: string, { regions }: Price): Factor {
    const { region } = this.context;
    if (regions.includes("")) return exactly(1);
    if (region !== undefined && regions.some((r) => region.startsWith(r))) return exactly(1);
    return elsewhere(this.list, regions, region === undefined ? [] : [region], id);
  }

  private price(id: string): Price {
    const found = this.list.prices[id];
    if (!found) throw new Error(`no price ${id}`);
    return priceIn(found, this.context.region);
  }
}

function exactly(n: number): Factor {
  return { low: n, high: n };
}

function missing({ what }: Charge, unknown: Unknown): OpenPart {
  return { what, why: "value", path: openPath(unknown) };
}
