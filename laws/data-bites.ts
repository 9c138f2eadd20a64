import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import { canonical, fieldsOf, itemOf, shapeOf } from "../constructs/satisfies.ts";
import { offered, pick } from "../providers/catalogue.ts";
import { isObject, type Tree } from "../providers/native.ts";
import { fingerprint, isUnder, leavesOf } from "../providers/paths.ts";
import type { Catalogue, Cloud, Complete, Guarantee, Offer } from "../providers/provider.ts";
import { trip } from "../providers/translate.ts";
import type { Evidence } from "./evidence.ts";
import { law, shown } from "./law.ts";
import { componentText } from "./leaves.ts";
import { Reading } from "./reading.ts";
import { authored, type Specimen } from "./specimen.ts";

/** A promise that could be taken away or turned round unnoticed is one that nobody relies on. */
export const guaranteesBite = law<Evidence>(
  15,
  "guarantees-bite",
  "Without any one of its guarantees, or with another promise in its place, a cloud loses something or is read differently.",
  ({ cloud, specimens, readings }, fail) => {
    for (const [i, guarantee] of cloud.guarantees.entries()) {
      const flips = [undefined, ...otherPromises(guarantee)];
      for (const gives of flips) {
        const record = gives === undefined ? [] : [{ ...guarantee, gives }];
        const changed: Cloud = { ...cloud, guarantees: cloud.guarantees.toSpliced(i, 1, ...record) };
        const isFelt =
          specimens.some((s) => feels(s, guarantee, changed)) || readings.some((r) => differs(r, guarantee, changed));
        if (!isFelt) {
          fail(
            `nothing feels that ${guarantee.prop} of ${shown(guarantee.when)} is ${gives === undefined ? "not promised" : shown(gives)} instead of ${shown(guarantee.gives)}`,
          );
        }
      }
    }
  },
);

function otherPromises({ kind, prop, gives }: Guarantee): readonly Tree[] {
  if (typeof gives === "boolean") return [!gives];
  if (typeof gives === "number") return [gives + 1];
  const schema = fieldsOf(kinds[kind].props)?.[prop];
  const entries = schema && (shapeOf(schema).inner._zod.def as { entries?: Record<string, string> }).entries;
  return Object.values(entries ?? {}).filter((word) => word !== gives);
}

function feels(specimen: Specimen, { kind, prop }: Guarantee, changed: Cloud): boolean {
  const { component, region } = specimen;
  if (component.kind !== kind || !component.requested.has(prop)) return false;
  const paths = (losses: readonly { path: string }[]) => losses.map((l) => l.path).join();
  return paths(trip(component, changed, region).losses) !== paths(specimen.trip.losses);
}

function differs(reading: Reading, { kind }: Guarantee, changed: Cloud): boolean {
  const again = new Reading(reading.title, changed, reading.natives);
  return reading.groups.some(({ group: g, raised }, i) => {
    const other = again.groups[i];
    return g.kind === kind && other !== undefined && componentText(other.raised) !== componentText(raised);
  });
}

export const nothingOutsideTheCatalogue = law<Specimen>(
  15,
  "nothing-outside-the-catalogue",
  "A value that no catalogue offers is lost, with a reason, and never written down.",
  ({ component, cloud, region }, fail) => {
    const fields = fieldsOf(kinds[component.kind].props) ?? {};
    for (const prop of component.requested) {
      const value = (component.props as Record<string, unknown>)[prop];
      const schema = fields[prop];
      if (!schema || value === undefined) continue;
      for (const outside of outsiders(schema, value, cloud)) {
        const props = { ...component.props, [prop]: outside.value };
        const asked: Complete = { ...authored(component.kind, component.id, props), requested: component.requested };
        const { losses, natives } = trip(asked, cloud, region);
        const own = losses.filter((l) => isUnder(l.path, prop));
        if (own.length === 0) fail(`${prop} = ${shown(outside.value)} is not offered, and nothing is lost`);
        for (const l of own) if (!l.declared) fail(`${l.path} = ${shown(l.asked)} is not offered, and no loss says so`);
        for (const n of natives) {
          for (const [path, leaf] of leavesOf(n.args)) {
            if (leaf === outside.mark) fail(`${n.address} ${path} is ${shown(leaf)}, which no catalogue offers`);
          }
        }
      }
    }
  },
);

interface Outsider {
  readonly value: unknown;
  /** The part of it that cannot be meant by anything else. */
  readonly mark: unknown;
}

/** The value with each catalogued part beyond what any cloud has: a version of the far future, a machine beyond all. */
function outsiders(schema: z.ZodType, value: unknown, cloud: Cloud): Outsider[] {
  const { inner, catalogued } = shapeOf(schema);
  if (catalogued) return beyond(inner, value, cloud).filter((o) => schema.safeParse(o.value).success);
  const item = itemOf(inner);
  if (item && Array.isArray(value)) {
    return value.flatMap((v, i) => outsiders(item, v, cloud).map((o) => ({ ...o, value: value.with(i, o.value) })));
  }
  const fields = fieldsOf(inner);
  if (!fields || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) =>
    fields[key] ? outsiders(fields[key], v, cloud).map((o) => ({ ...o, value: { ...value, [key]: o.value } })) : [],
  );
}

function beyond(inner: z.ZodType, value: unknown, cloud: Cloud): Outsider[] {
  const { entries } = inner._zod.def as { entries?: Record<string, string> };
  if (entries) {
    const sold = new Set(
      Object.values(cloud.catalogues).flatMap((c) => c.offers.filter((o) => !o.legacy).map((o) => o.value)),
    );
    return Object.values(entries)
      .filter((word) => !sold.has(word))
      .map((word) => ({ value: word, mark: word }));
  }
  if (typeof value === "string") return [{ value: "987654", mark: "987654" }];
  if (typeof value === "object" && value !== null) {
    return Object.keys(value).map((key) => ({ value: { ...value, [key]: 987_654 }, mark: 987_654 }));
  }
  return [];
}

/** The catalogue itself: what is sold can be had under its own name, and nobody is given more than needed. */
export const catalogueIsExact = law<Evidence>(
  15,
  "catalogue-is-exact",
  "What is offered is picked when it is asked for, and nothing smaller that is offered, or of an earlier rank where that comes first, would have done.",
  ({ cloud }, fail) => {
    for (const [name, catalogue] of Object.entries(cloud.catalogues)) {
      const sold = catalogue.offers.filter((o) => !o.legacy);
      if (catalogue.preferred !== undefined && !sold.some((o) => o.native === catalogue.preferred)) {
        fail(`${name} prefers ${catalogue.preferred}, which it does not offer`);
      }
      if (new Set(catalogue.offers.map((o) => o.native)).size < catalogue.offers.length)
        fail(`${name} offers something twice`);
      for (const offer of sold) {
        const { value, native } = pick(catalogue, offer.value);
        if (fingerprint(value) !== fingerprint(offer.value))
          fail(`${name}: asked for ${shown(offer.value)}, ${native} is given`);
        if (fingerprint(offered(catalogue, offer.native)) !== fingerprint(offer.value))
          fail(`${name}: ${offer.native} is read as something else`);
      }
      for (const wanted of wishes(catalogue)) {
        const given = pick(catalogue, wanted);
        if (fingerprint(given.value) === fingerprint(wanted)) continue;
        const rank = sold.find((o) => o.native === given.native)?.rank ?? 0;
        const isBetter = ({ value, rank: own = 0 }: Offer) =>
          catalogue.match === "first-sufficient" && own !== rank ? own < rank : isSmaller(value, given.value);
        const better = sold.find((o) => isAtLeast(o.value, wanted) && isBetter(o));
        if (better) fail(`${name}: for ${shown(wanted)} ${given.native} is given, and ${better.native} would do`);
      }
    }
  },
);

/** Every combination of the amounts offered, and a little more and less of each. */
function wishes({ offers }: Catalogue): readonly Tree[] {
  const amounts = (key: string) => {
    const all = offers.flatMap((o) => (isObject(o.value) && typeof o.value[key] === "number" ? [o.value[key]] : []));
    return [...new Set(all.flatMap((n) => [n, n + 0.5]))];
  };
  const keys = isObject(offers[0]?.value) ? Object.keys(offers[0].value) : [];
  if (keys.length > 0) {
    return keys.reduce<Record<string, Tree>[]>(
      (list, key) => list.flatMap((wish) => amounts(key).map((n) => ({ ...wish, [key]: n }))),
      [{}],
    );
  }
  return offers.map((o) => o.value);
}

function partsOf(value: Tree): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "string" && /^\d+(\.\d+)*$/.test(value) ? value.split(".").map(Number) : [];
}

function compare(a: Tree, b: Tree): number | undefined {
  const [p, q] = [partsOf(a), partsOf(b)];
  if (p.length === 0 || q.length === 0) return canonical(a) === canonical(b) ? 0 : undefined;
  for (let i = 0; i < Math.max(p.length, q.length); i++) {
    const gap = (p[i] ?? 0) - (q[i] ?? 0);
    if (gap !== 0) return gap;
  }
  return 0;
}

function dimensions(a: Tree, b: Tree): (number | undefined)[] {
  if (!isObject(a) || !isObject(b)) return [compare(a, b)];
  return Object.keys(b).map((key) => (a[key] === undefined ? undefined : compare(a[key], b[key] ?? 0)));
}

function isAtLeast(value: Tree, wanted: Tree): boolean {
  return dimensions(value, wanted).every((gap) => gap !== undefined && gap >= 0);
}

function isSmaller(value: Tree, given: Tree): boolean {
  const gaps = dimensions(value, given);
  return gaps.every((gap) => gap !== undefined && gap <= 0) && gaps.some((gap) => gap !== undefined && gap < 0);
}
