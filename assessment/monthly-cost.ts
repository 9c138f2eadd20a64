import { compareText } from "../constructs/diagnostic.ts";
import { hidesResources, type Native, nativeId } from "../providers/native.ts";
import { NativeIndex } from "../providers/native-index.ts";
import { genericPath } from "../providers/paths.ts";
import { type Licence, type NativeBill, priceNative } from "../providers/price-native.ts";
import { regionOf } from "../providers/prices.ts";
import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { systemOf } from "../providers/system-of.ts";
import type { AssessInput } from "./assessment.ts";
import { BillSums, type Side } from "./bill-sums.ts";
import { translationOf } from "./component-charges.ts";
import { holds } from "./conditions.ts";
import { copiesOf } from "./copies.ts";
import type { MonthlyCost } from "./cost.ts";
import { effortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { currencyOf, exactly, ratesOf, rounded, sumOf } from "./money.ts";
import { notMade } from "./not-made.ts";
import type { UnknownFact } from "./result.ts";
import type { Bounds } from "./scale.ts";

/** A month's bill of one side, and what is missing of it. */
export interface Bill {
  readonly cost: MonthlyCost;
  readonly unpriced: readonly UnknownFact[];
}

/** A native as it is priced: what it belongs to, and what is known of it beside its arguments. */
interface Item {
  readonly native: Native;
  /** Component, or the native itself: what facts are stated of, and what it is called. */
  readonly id: string;
  /** What a hole decides, as `address path`. */
  readonly open: ReadonlySet<string>;
  /** How many there are. */
  readonly copies: Bounds<number>;
  /** That of its operating system, which no price of a machine holds. */
  readonly licence?: Licence | undefined;
  /** The natives it may name: of the estate, or of its component, whose addresses another one's may bear too. */
  readonly index: NativeIndex;
}

/** Something that will cost and is no native yet. */
interface Gap {
  readonly id: string;
  readonly type: string;
  /** It replaces what costs nothing at the source. */
  readonly free?: boolean;
}

/** What runs at the source, priced by its own list. Each native counts once, however many components share it. */
export function sourceBill(input: AssessInput): Bill {
  const { survey, source } = input;
  const owners = new Map<string, Omit<Item, "index">>();
  const add = (native: Native, id: string, licence?: Licence) => {
    const key = nativeId(native);
    if (native.mode === "managed" && !owners.has(key))
      owners.set(key, { native, id, licence, open: NONE, copies: copiesOf(native.key) });
  };
  for (const c of survey.components) {
    const licence = licenceOf(c, source, input);
    for (const n of c.natives) add(n, c.id, licence);
  }
  for (const c of survey.components) for (const n of c.shared) add(n, nativeId(n));
  for (const { natives } of [...survey.foreign, ...survey.unknown]) for (const n of natives) add(n, nativeId(n));
  const index = new NativeIndex([...owners.values()].map((o) => o.native));
  const items = [...owners.values()].map((o): Item => ({ ...o, index }));
  return billOf("source", items, [], unread(input, "The resources"), source, undefined, input);
}

/** What the target's code would make of the components; what replaces everything else is missing. */
export function targetBill(input: AssessInput): Bill {
  const { survey, source, target } = input;
  const merged = new Set<string>();
  const items = survey.components.flatMap((c): Item[] => {
    const { natives, open = NONE } = translationOf(input, c.id);
    const index = new NativeIndex(natives);
    const copies = copiesOf(c.natives[0]?.key);
    const others = notMade(c, target);
    const licence = licenceOf(c, target, input);
    return natives.flatMap((native) => {
      // Natives of several components that become one are paid for once.
      const key = `${native.type} ${native.merge}`;
      if (native.mode !== "managed" || others.includes(native.type) || (native.merge !== undefined && merged.has(key)))
        return [];
      merged.add(key);
      return [{ native, id: c.id, licence, open, index, copies }];
    });
  });
  const gaps: Gap[] = [
    ...survey.components.filter((c) => translationOf(input, c.id).unsupported).map((c) => ({ id: c.id, type: c.kind })),
    ...survey.foreign.flatMap(({ type, natives }) => {
      const made = (source.foreign[type]?.drivers.length ?? 0) > 0;
      return made ? natives.map((n) => ({ id: nativeId(n), type, free: isFree(n, source) })) : [];
    }),
    ...survey.unknown.flatMap(({ type, natives }) => natives.map((n) => ({ id: nativeId(n), type }))),
  ];
  const missing = unread(input, "What replaces the resources");
  return billOf("target", items, gaps, missing, target, input.region ?? target.defaultRegion, input);
}

/** Prices of machines are those of free systems, unless machines are sold with Windows. */
function licenceOf(
  component: FoundComponent,
  { catalogues }: Cloud,
  { facts = {}, model }: AssessInput,
): Licence | undefined {
  const isSold = systemOf(component) === "windows-server" && "machineWindows" in catalogues;
  if (component.kind !== "vm" || isSold) return undefined;
  const stated = { component, facts: factsOf(facts, component.id), model: model ?? effortModel };
  const verdict = holds("licensed or marketplace image", stated);
  return verdict === true ? "licence" : verdict === "unknown" ? "possibleLicence" : undefined;
}

function withLicence(bill: NativeBill | undefined, licence: Licence | undefined): NativeBill | undefined {
  const isMachine = bill?.priced.some((part) => part.what === "machine");
  return licence && bill && isMachine ? { ...bill, open: [...bill.open, { what: licence, why: "freeSystems" }] } : bill;
}

const NONE: ReadonlySet<string> = new Set();

/** What the modules would add that are not here. */
function unread({ survey }: AssessInput, what: string): UnknownFact[] {
  return survey.holes.filter(hidesResources).map(({ address, remedy, expression, at }) => ({
    what: `${what} of ${address}`,
    dependsOn: remedy ?? expression,
    at,
  }));
}

/** Of a role, say: judgement, 2026-11-26. */
const FREE = "what replaces a resource that costs nothing at the source is taken to cost nothing";

function isFree(native: Native, { prices }: Cloud): boolean {
  const context = { index: new NativeIndex([]), region: undefined, gib: undefined, known: () => true };
  const bill = prices && priceNative(native, prices, context);
  return bill !== undefined && bill.priced.length + bill.open.length === 0;
}

function billOf(
  side: Side,
  items: readonly Item[],
  gaps: readonly Gap[],
  missing: readonly UnknownFact[],
  cloud: Cloud,
  region: string | undefined,
  input: AssessInput,
): Bill {
  const { facts = {}, estate, survey } = input;
  const currency = currencyOf(facts);
  const sums = new BillSums(side);
  // What is stated of a component is the bill of all that belongs to it.
  const stated = new Map<string, { type: string; amount: number }>();
  const statedOf = (id: string) => factsOf(facts, id).monthly?.[side];
  const paths = [...(cloud.regionPaths ?? ["region"]), ...(cloud.prices?.zonePaths ?? [])];
  for (const item of items) {
    const amount = statedOf(item.id);
    if (amount !== undefined) {
      if (!stated.has(item.id)) stated.set(item.id, { type: item.native.type, amount });
      continue;
    }
    if (!cloud.prices) continue;
    const bill = priceNative(item.native, cloud.prices, {
      index: item.index,
      region: region ?? regionOf(item.native, paths),
      gib: factsOf(facts, item.id).gib,
      known: (path) => isKnown(item, path),
    });
    sums.add(item, withLicence(bill, item.licence), cloud.prices.currency);
  }
  for (const { id, type, free } of gaps) {
    const amount = statedOf(id);
    if (amount !== undefined) stated.set(id, { type, amount });
    else if (free) sums.notes.add(FREE);
    else {
      sums.covers.resources++;
      sums.missing(id, "what replaces it");
    }
  }
  for (const { type, amount } of stated.values()) {
    sums.covers.resources++;
    sums.covers.priced++;
    sums.covers.stated++;
    sums.amount(type, exactly(amount, currency));
  }
  const open = [...sums.unpriced(), ...missing];
  const total = side === "source" ? facts.prices?.sourceMonthly : facts.prices?.targetMonthly;
  const hasList = cloud.prices !== undefined;
  const unlisted: UnknownFact = {
    what: `Monthly cost at ${cloud.title}`,
    dependsOn: `prices.${side}Monthly in exeat.yaml: no price list of it is on record`,
  };
  const unpriced = total !== undefined ? [] : hasList || items.length === 0 ? open : [unlisted, ...open];
  const rates = ratesOf(facts);
  const byType = [...sums.byType].map(([key, { resources, low, high, currency: own }]) => ({
    type: key.slice(key.indexOf(" ") + 1),
    resources,
    amount: rounded({ currency: own, low, high }),
  }));
  const amounts =
    total === undefined
      ? sumOf(
          byType.map((t) => t.amount),
          rates,
        )
      : [exactly(total, currency)];
  return {
    cost: {
      basis: total === undefined ? "list-prices" : "stated",
      amounts: amounts.map(rounded),
      covers: sums.covers,
      whole: total !== undefined || (unpriced.length === 0 && estate.complete && survey.counts.unreadable === 0),
      byType: byType.sort((a, b) => b.amount.high - a.amount.high || compareText(a.type, b.type)),
      notes: total === undefined ? [...sums.notes].sort(compareText) : [],
      citations: [...sums.citations.values()].sort((a, b) => compareText(a.source, b.source)),
    },
    unpriced,
  };
}

function isKnown({ native, open }: Item, path: string): boolean {
  if (open.size === 0) return true;
  if (open.has(native.address)) return false;
  const key = `${native.address} ${genericPath(path)}`;
  return !open.has(key) && ![...open].some((leaf) => leaf.startsWith(`${key}.`));
}
