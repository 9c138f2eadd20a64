import { Unknown } from "../../../providers/native.ts";
import { characters, mistake, toBoolean, toNumber, toText } from "../convert.ts";
import { unify } from "../types.ts";
import {
  asSet,
  distinct,
  EvaluationError,
  Handle,
  isKnown,
  isList,
  isMap,
  mapOf,
  own,
  same,
  sortedKeys,
  type Value,
  type ValueMap,
} from "../value.ts";
import { type FunctionTable, ofParts, ofShapes } from "./function.ts";

function list(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : mistake("a list", value ?? null);
}

function map(value: Value | undefined): ValueMap {
  return isMap(value) ? value : mistake("a map", value ?? null);
}

/** Undefined when a nested list is unknown, as its length then is. */
function flatten(items: readonly Value[]): Value[] | undefined {
  const flat: Value[] = [];
  for (const item of items) {
    if (item instanceof Unknown) {
      if (item.options.structural) return undefined;
      flat.push(item);
    } else {
      const elements = item instanceof Handle ? item.expand() : item;
      if (elements instanceof Unknown) return undefined;
      const inner = isList(elements) ? flatten(elements) : [item];
      if (inner === undefined) return undefined;
      flat.push(...inner);
    }
  }
  return flat;
}

const PRODUCT_LIMIT = 100_000;

function product(lists: readonly (readonly Value[])[]): Value[][] {
  if (lists.reduce((size, items) => size * items.length, 1) > PRODUCT_LIMIT) {
    throw new EvaluationError(`a product of more than ${PRODUCT_LIMIT} elements`);
  }
  return lists.reduce<Value[][]>((rows, items) => rows.flatMap((row) => items.map((item) => [...row, item])), [[]]);
}

function range(args: readonly Value[]): Value {
  const [first = 0, second, third] = args.map(toNumber);
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0 || Math.abs((limit - start) / step) > 1024) throw new EvaluationError("more than 1024 values");
  const values: number[] = [];
  for (let value = start; step > 0 ? value < limit : value > limit; value += step) values.push(value);
  return values;
}

/** Gives collections; what is inside them may be unknown. */
const shaping = ofShapes(
  {
    concat: (args) => {
      if (args.length === 0) throw new EvaluationError("concat needs a list");
      return args.flatMap(list);
    },
    merge: (args) => mapOf(args.flatMap((arg) => (arg === null ? [] : Object.entries(map(arg))))),
    flatten: ([items]) => flatten(list(items)),
    keys: ([of]) => sortedKeys(map(of)),
    values: ([of]) => sortedKeys(map(of)).map((key) => map(of)[key]!),
    reverse: ([items]) => [...list(items)].reverse(),
    slice: ([items, from, to]) => {
      const [start, end] = [toNumber(from ?? null), toNumber(to ?? null)];
      if (start < 0 || end > list(items).length || start > end) throw new EvaluationError("slice beyond the list");
      return list(items).slice(start, end);
    },
    chunklist: ([items, size]) => {
      const length = toNumber(size ?? null);
      if (length < 1) return [list(items)];
      const count = Math.ceil(list(items).length / length);
      return Array.from({ length: count }, (_, i) => list(items).slice(i * length, (i + 1) * length));
    },
    zipmap: ([keys, values]) => {
      if (!isKnown(keys ?? null)) return undefined;
      if (list(keys).length !== list(values).length) throw new EvaluationError("as many keys as values are needed");
      return mapOf(list(keys).map((key, i) => [toText(key), list(values)[i]!]));
    },
    transpose: ([of]) => {
      if (!isKnown(of ?? null)) return undefined;
      const swapped = new Map<string, Value[]>();
      for (const key of sortedKeys(map(of))) {
        for (const item of list(own(map(of), key)))
          swapped.set(toText(item), [...(swapped.get(toText(item)) ?? []), key]);
      }
      return mapOf(swapped);
    },
    compact: ([items]) => {
      const kept = list(items).filter((item) => item !== null && item !== "");
      return kept.every((item) => isKnown(item) || isAttribute(item)) ? kept : undefined;
    },
    tolist: ([of]) => (of === null ? null : unify([...list(of)])),
    toset: ([of]) => {
      if (of === null) return null;
      // Of several that are not known some may be the same.
      return isKnown(of!) || (isList(of) && of.length === 1) ? asSet(unify(list(of))) : undefined;
    },
    tomap: ([of]) => {
      if (of === null) return null;
      const keys = Object.keys(map(of));
      const items = unify(keys.map((key) => own(map(of), key)!));
      return mapOf(keys.map((key, i) => [key, items[i]!]));
    },
    list: (args) => [...args],
    map: (args) => mapOf(args.flatMap((key, i) => (i % 2 === 0 ? [[toText(key), args[i + 1] ?? null] as const] : []))),
    setproduct: (args) => product(args.map(list)),
  },
  true,
);

/** Needs every element. */
const combining = ofParts(
  {
    distinct: ([items]) => distinct(list(items)),
    sort: ([items]) => list(items).map(toText).sort(),
    setunion: (args) => asSet(args.flatMap(list)),
    setintersection: ([first, ...rest]) =>
      asSet(list(first).filter((item) => rest.every((other) => list(other).some((o) => same(o, item))))),
    setsubtract: ([first, second]) => asSet(list(first).filter((item) => !list(second).some((o) => same(o, item)))),
    matchkeys: ([values, keys, search]) =>
      list(values).filter((_, i) => list(search).some((wanted) => same(wanted, list(keys)[i] ?? null))),
    range,
  },
  true,
);

const asking = ofShapes({
  length: ([of]) => {
    if (typeof of === "string") return characters(of).length;
    return isList(of) ? of.length : Object.keys(map(of)).length;
  },
  lookup: ([of, key, fallback]) => {
    if (key instanceof Unknown) return undefined;
    const found = own(map(of), toText(key ?? null));
    if (found !== undefined) return found;
    if (fallback === undefined) throw new EvaluationError("lookup finds nothing");
    return fallback;
  },
  element: ([items, at]) => {
    const { length } = list(items);
    if (length === 0) throw new EvaluationError("an element of an empty list");
    const position = toNumber(at ?? null) % length;
    return list(items)[position < 0 ? position + length : position]!;
  },
  one: ([items]) => {
    if (list(items).length > 1) throw new EvaluationError("more than one element");
    return list(items)[0] ?? null;
  },
  contains: ([items, wanted]) => {
    if (isKnown(wanted ?? null) && list(items).some((item) => isKnown(item) && same(item, wanted ?? null))) return true;
    return [...list(items), wanted ?? null].every(isKnown) ? false : undefined;
  },
  index: ([items, wanted]) => {
    if (![...list(items), wanted ?? null].every(isKnown)) return undefined;
    const position = list(items).findIndex((item) => same(item, wanted ?? null));
    if (position < 0) throw new EvaluationError("the list does not hold the value");
    return position;
  },
  alltrue: ([items]) => quantified(list(items), false),
  anytrue: ([items]) => quantified(list(items), true),
});

/** Whether some element has the value that settles the answer. */
function quantified(items: readonly Value[], decisive: boolean): Value | undefined {
  const known = items.filter((item) => !(item instanceof Unknown));
  if (known.some((item) => item !== null && toBoolean(item) === decisive)) return decisive;
  if (!decisive && known.includes(null)) return false;
  return known.length < items.length ? undefined : !decisive;
}

/** May be asked about unknowns. */
const choosing: FunctionTable = {
  coalesce: {
    needs: "nothing",
    call(args) {
      for (const arg of args) {
        if (arg instanceof Unknown) return undefined;
        if (arg !== null && arg !== "") return arg;
      }
      throw new EvaluationError("coalesce finds nothing");
    },
  },
  coalescelist: {
    needs: "nothing",
    collection: true,
    call(args) {
      for (const arg of args) {
        if (arg instanceof Unknown) return undefined;
        if (isList(arg) && arg.length > 0) return arg;
        if (isMap(arg) && Object.keys(arg).length > 0) return arg;
      }
      throw new EvaluationError("coalescelist finds nothing");
    },
  },
};

export const collections: FunctionTable = { ...shaping, ...combining, ...asking, ...choosing };

/** An attribute of a resource, which is not known and is no empty text. */
function isAttribute(item: Value): boolean {
  return item instanceof Unknown && item.refs.length === 1 && /^[\w.[\]"-]+$/.test(item.expression);
}
