import { list } from "../constructs/list.ts";
import { type Native, nativeId } from "../providers/native.ts";
import type { NativeBill, OpenPart, PricedPart } from "../providers/price-native.ts";
import type { MonthlyCost } from "./cost.ts";
import type { Money } from "./money.ts";
import type { UnknownFact } from "./result.ts";
import type { Bounds } from "./scale.ts";

export type Side = "source" | "target";

/** Adds up what natives are charged, and keeps the names of what has no price. */
export class BillSums {
  /** By currency and type. */
  readonly byType = new Map<string, Money & { readonly resources: number }>();
  readonly notes = new Set<string>();
  readonly citations = new Map<string, MonthlyCost["citations"][number]>();
  readonly covers = { resources: 0, priced: 0, partly: 0, stated: 0 };
  private readonly open = new Map<
    string,
    { names: Set<string>; what: string; dependsOn: string; at: Native["at"] | undefined }
  >();
  private readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  /** Without a bill, nothing is said of the native's type; one of no parts at all costs nothing. `id`: what facts are stated of. */
  add(
    { native, id, copies }: { readonly native: Native; readonly id: string; readonly copies: Bounds<number> },
    bill: NativeBill | undefined,
    currency: string,
  ): void {
    const { priced, open }: NativeBill = bill ?? {
      priced: [],
      open: [{ what: "all", why: "price", name: native.type }],
    };
    if (priced.length + open.length === 0) return;
    // The target's natives have no names of their own yet.
    const name = this.side === "source" ? nativeId(native) : id;
    this.covers.resources++;
    const counted = copies.lower === copies.upper;
    if (open.length === 0 && counted) this.covers.priced++;
    else if (priced.length > 0) this.covers.partly++;
    if (!counted) this.missing(name, "how many there are", "", native.at);
    for (const part of open) this.missing(name, WORDS[part.what], dependsOn(part, currency));
    if (priced.length > 0) this.amount(native.type, total(priced, currency, copies));
    for (const { price, notes } of priced) {
      for (const note of notes) this.notes.add(note);
      const { source, date } = price.citation;
      const kind = source.startsWith("judgement") ? "judgement" : "published";
      this.citations.set(`${source} ${date}`, { source, date, kind });
    }
  }

  amount(type: string, { currency, low, high }: Money): void {
    const key = `${currency} ${type}`;
    const known = this.byType.get(key) ?? { currency, low: 0, high: 0, resources: 0 };
    const resources = known.resources + 1;
    this.byType.set(key, { currency, low: known.low + low, high: known.high + high, resources });
  }

  /** What settles it, if something does apart from stating the bill itself. */
  missing(name: string, what: string, settles = "", at?: Native["at"]): void {
    const key = `${what}\n${settles}`;
    const asks = `${settles}components.<id>.monthly.${this.side} in exeat.yaml`;
    const known = this.open.get(key) ?? { names: new Set(), what, dependsOn: asks, at };
    known.names.add(name);
    this.open.set(key, known);
  }

  /** One line for all that misses the same. */
  unpriced(): UnknownFact[] {
    return [...this.open.values()].map(({ names, what, dependsOn: asks, at }) => ({
      what: `${list([...names])} at the ${this.side}: ${what}`,
      dependsOn: asks,
      ...(at ? { at } : {}),
    }));
  }
}

function total(parts: readonly PricedPart[], currency: string, { lower, upper }: Bounds<number>): Money {
  const sum = (end: "low" | "high") => parts.reduce((all, part) => all + part[end], 0);
  return { currency, low: sum("low") * lower, high: sum("high") * upper };
}

const WORDS: Readonly<Record<OpenPart["what"], string>> = {
  all: "everything",
  address: "public addresses",
  alarm: "alarms and dashboards",
  balancer: "load balancer",
  controlPlane: "control plane",
  disk: "disks",
  firewall: "web application firewall",
  gateway: "gateway",
  key: "key",
  licence: "licence of the operating system",
  machine: "machines",
  memory: "memory",
  operations: "disk operations",
  possibleLicence: "licence of the operating system, where it has one",
  requests: "requests",
  secret: "secret",
  storage: "what is stored",
  throughput: "disk throughput",
  time: "running time",
  traffic: "traffic",
  workloads: "load balancers and disks that its workloads make",
  zone: "zone",
};

/** What settles a part, before the bill itself, which always does. */
function dependsOn(part: OpenPart, currency: string): string {
  switch (part.why) {
    case "value":
      return `a value for \`${part.path}\`, or `;
    case "price":
      return `a price for \`${part.name}\`, of which none is on record: `;
    case "size":
      return "components.<id>.gib, or ";
    case "freeSystems":
      return "what the licence costs, which prices of machines leave out: ";
    case "workloads":
      return "what runs in it asks the cloud for them, and no code of the cloud shows how many: ";
    case "use":
      return `how much it is used, at ${part.price.amount} ${currency} per ${part.price.of}: `;
  }
}
