import { compareText } from "../constructs/diagnostic.ts";
import { isObject, type Tree, Unknown } from "./native.ts";
import { fingerprint } from "./paths.ts";
import type { Catalogue, Offer, Picked } from "./provider.ts";

interface Sorted {
  readonly byRank: readonly Offer[];
  readonly bySize: readonly Offer[];
  /** As the first that suffices is looked for. */
  readonly bySufficiency: readonly Offer[];
  /** The first of each value, by rank. */
  readonly byValue: ReadonlyMap<string, Offer>;
  readonly nearest: ReadonlyMap<string, Offer>;
}

const sorted = new WeakMap<Catalogue, Sorted>();

/** What is sold, in the orders that picking needs; worked out once for each catalogue. */
function sortedOffers(catalogue: Catalogue): Sorted {
  const known = sorted.get(catalogue);
  if (known) return known;
  const ranked = catalogue.offers.filter((o) => !o.legacy).sort(byRank);
  const sizes = new Map(ranked.map((o) => [o, sizeOf(o.value)]));
  const bySize = [...ranked].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || byRank(a, b));
  const made: Sorted = {
    byRank: ranked,
    bySize,
    bySufficiency: catalogue.match === "first-sufficient" ? [...bySize].sort((a, b) => rankOf(a) - rankOf(b)) : bySize,
    byValue: new Map([...ranked].reverse().map((o) => [fingerprint(o.value), o])),
    nearest: new Map([...ranked].reverse().flatMap((o) => (o.nearestTo ?? []).map((v) => [fingerprint(v), o]))),
  };
  sorted.set(catalogue, made);
  return made;
}

/** The offer nearest to what is wanted; with nothing wanted, the one the catalogue prefers. */
export function pick(catalogue: Catalogue, wanted: Tree | undefined): Picked {
  const { byRank: offers, bySize, bySufficiency, byValue, nearest } = sortedOffers(catalogue);
  const [first] = offers;
  if (!first) throw new Error("a catalogue offers nothing");
  const preferred = offers.find((o) => o.native === catalogue.preferred) ?? first;
  if (wanted === undefined) return picked(preferred, true);
  const print = fingerprint(wanted);
  const same = byValue.get(print);
  if (same) return picked(same, true);
  const near = nearest.get(print);
  if (near) return picked(near, false);
  const sufficient = bySufficiency.find((o) => suffices(o.value, wanted));
  if (sufficient) return picked(sufficient, catalogue.match !== "exact-or-next");
  // Nothing is large or new enough: the largest; of words, which have no order, the preferred one.
  const ordered = bySize.some((o) => sizeOf(o.value) > 0 && !hasWords(o.value));
  return ordered ? picked(bySize.at(-1) ?? preferred, false) : { ...picked(preferred, false), standsIn: true };
}

/** The neutral value behind a native name; an Unknown when the catalogue does not list it. */
export function offered(catalogue: Catalogue, native: Tree | undefined): Tree | undefined {
  if (native === undefined || native instanceof Unknown) return native;
  return catalogue.offers.find((o) => o.native === native)?.value ?? new Unknown(JSON.stringify(native));
}

function picked(offer: Offer, exact: boolean): Picked {
  return { native: offer.native, value: offer.value, exact };
}

function byRank(a: Offer, b: Offer): number {
  return rankOf(a) - rankOf(b) || compareText(a.native, b.native);
}

function rankOf({ rank = 0 }: Offer): number {
  return rank;
}

/** At least as much in every dimension. Versions count as numbers, part by part; a word suffices for itself. */
function suffices(value: Tree, wanted: Tree): boolean {
  if (isObject(value) && isObject(wanted)) {
    return Object.entries(wanted).every(([key, least]) => value[key] !== undefined && suffices(value[key], least));
  }
  const [a, b] = [partsOf(value), partsOf(wanted)];
  if (!a || !b) return typeof value === "string" && value === wanted;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const gap = (a[i] ?? 0) - (b[i] ?? 0);
    if (gap !== 0) return gap > 0;
  }
  return true;
}

/** An object of which a field is a word: an operating system with its version. */
function hasWords(value: Tree): boolean {
  return isObject(value) && Object.values(value).some((v) => typeof v === "string" && !partsOf(v));
}

function partsOf(value: Tree): readonly number[] | undefined {
  if (typeof value === "number") return [value];
  return typeof value === "string" && /^\d+(\.\d+)*$/.test(value) ? value.split(".").map(Number) : undefined;
}

/** Grows with every dimension, so that the first sufficient offer has no smaller one beside it. Memory weighs as clouds price it: a quarter of a vCPU per GiB. */
function sizeOf(value: Tree): number {
  if (isObject(value)) {
    return Object.entries(value).reduce((sum, [key, v]) => sum + sizeOf(v) * (key === "memoryGiB" ? 0.25 : 1), 0);
  }
  return (partsOf(value) ?? []).reduce((sum, part, i) => sum + part / 1000 ** i, 0);
}
