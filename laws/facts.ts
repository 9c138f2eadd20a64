import type { z } from "zod";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { fieldsOf, itemOf } from "../constructs/satisfies.ts";
import type { PriceList } from "../providers/prices.ts";
import { type Citation, isImplemented } from "../providers/provider.ts";
import type { Evidence } from "./evidence.ts";
import { law } from "./law.ts";
import { hasPath, pathsOf } from "./price-paths.ts";

interface Fact {
  readonly what: string;
  readonly citation: Citation;
  /** What is said to people; each must be there. */
  readonly texts: readonly string[];
}

export const factsAreCited = law<Evidence>(
  9,
  "facts-are-cited",
  "Every fact says where it comes from and when that was read.",
  ({ cloud }, fail) => {
    for (const { what, citation, texts } of factsOf(cloud)) {
      if (citation.source.trim() === "") fail(`${what} has no source`);
      if (!isDate(citation.date)) fail(`${what} has no date: ${citation.date}`);
      for (const text of texts) if (text.trim() === "") fail(`${what} says nothing`);
    }
    for (const [region, { place, country, zones }] of Object.entries(cloud.jurisdiction.regions)) {
      if (place === "" || !/^[A-Z]{2}$/.test(country) || zones < 1) fail(`the region ${region} stands nowhere`);
    }
    for (const { name, expires } of cloud.jurisdiction.qualifications)
      if (expires !== null && !isDate(expires)) fail(`${name} ends on no day: ${expires}`);
  },
);

/** A name that neither the schemas nor any native known here bears is a fact about nothing. */
export const factsNameWhatExists = law<Evidence>(
  9,
  "facts-name-what-exists",
  "Claims, guarantees, hazards and classes of leaves name types that the provider has, or had when a fixture was written.",
  ({ cloud, readings }, fail) => {
    const known = new Set(readings.flatMap((r) => r.natives.map((n) => n.type)));
    const types = cloud.providers.flatMap((p) => {
      const { resource_schemas, data_source_schemas = {} } = p.schema();
      return [...Object.keys(resource_schemas), ...Object.keys(data_source_schemas)];
    });
    for (const type of types) known.add(type);
    const named = (what: string, type: string) => {
      if (!known.has(type)) fail(`${what} names ${type}, which no provider has`);
    };
    for (const [kind, entry] of Object.entries(cloud.kinds)) {
      if (!isImplemented(entry)) continue;
      for (const claim of entry.claims) named(`a claim of ${kind}`, claim.type);
      for (const place of entry.exit.hazards.flatMap((h) => (h.when ?? []).flatMap(Object.keys))) {
        const [subject = "", ...path] = place.split(".");
        if (subject === "facts") continue;
        if (subject !== kind) named(`a hazard of ${kind}`, subject);
        else if (!isProp(kinds[kind as Kind].props, path)) fail(`a hazard looks at ${place}, which no ${kind} has`);
      }
    }
    for (const g of cloud.guarantees)
      for (const path of Object.keys(g.when)) named(`a guarantee of ${g.prop}`, path.split(".")[0] ?? "");
    for (const path of Object.keys(cloud.leafClasses)) named("a class of leaves", path.split(".")[0] ?? "");
    for (const { name, types, regions = [], when = {} } of cloud.jurisdiction.qualifications) {
      for (const type of [...types, ...Object.keys(when).map((path) => path.split(".")[0] ?? "")]) named(name, type);
      for (const region of regions)
        if (!(region in cloud.jurisdiction.regions)) fail(`${name} names ${region}, which is no region on record`);
    }
    const { seen = [], images = {}, boots = {} } = cloud.signs ?? {};
    for (const s of seen) named(`a sign of ${s.dependency}`, s.type);
    for (const type of [...Object.keys(images), ...Object.keys(boots)]) named("a sign", type);
    for (const rule of cloud.prices?.rules ?? []) for (const type of rule.types) named("a rule of prices", type);
    for (const problem of priceProblems(cloud)) fail(problem);
  },
);

/** Whether a path leads through objects and items of lists to a field. */
function isProp(schema: z.ZodType, path: readonly string[]): boolean {
  const [segment, ...rest] = path;
  if (segment === undefined) return true;
  const item = itemOf(schema);
  if (item) return isProp(item, path);
  const field = fieldsOf(schema)?.[segment];
  return field !== undefined && isProp(field, rest);
}

/** Rules of prices that name a price nobody listed, or a path that no schema of their types has. */
function priceProblems({ prices, providers }: Evidence["cloud"]): string[] {
  const blocks = (types: readonly string[]) =>
    types.flatMap((type) => providers.flatMap((p) => p.schema().resource_schemas[type]?.block ?? []));
  return (prices?.rules ?? []).flatMap((rule) => {
    const ids = [...rule.charges, ...(rule.use ?? [])].map((c) => c.price);
    const unlisted = ids.filter((id) => typeof id === "string" && !prices?.prices[id]);
    const nowhere = pathsOf(rule).filter(
      ({ path, types = rule.types }) => !blocks(types).some((b) => hasPath(b, path)),
    );
    return [
      ...unlisted.map((id) => `a rule of ${rule.types[0]} names the price ${id}, which is not listed`),
      ...nowhere.map(
        ({ path, types = rule.types }) => `a rule of ${rule.types[0]} looks at ${path}, which ${types[0]} has not`,
      ),
    ];
  });
}

function pricesOf({ prices, rules, egress, apart, elsewhere, freeEgress }: PriceList): Fact[] {
  const fact = (what: string, citation: Citation = NONE, ...texts: readonly string[]): Fact => ({
    what,
    citation,
    texts,
  });
  return [
    ...Object.entries(prices).flatMap(([id, price]) =>
      [price, ...(price.others ?? [])].map(({ regions, citation, note = "-" }) =>
        fact(`the price ${id} of ${regions.join(", ") || "every region"}`, citation, note),
      ),
    ),
    // What costs nothing is a fact like any price.
    ...rules
      .filter((r) => r.charges.length === 0 && !r.use)
      .map((r) => fact(`that ${r.types[0]} costs nothing`, r.citation)),
    ...egress.flatMap((e) => [
      fact("the price of egress", e.citation),
      ...(e.credit ? [fact("a credit for egress", e.credit.citation, e.credit.what)] : []),
    ]),
    ...(apart ? [fact("what has a list of its own", apart.citation, ...apart.regions)] : []),
    ...(freeEgress ? [fact("an announcement of free egress", freeEgress.citation)] : []),
    ...elsewhere.map((e) => fact(`the prices of ${e.region || "other regions"}`, e.citation)),
  ];
}

const NONE: Citation = { source: "", date: "" };

function factsOf({
  kinds,
  guarantees,
  catalogues,
  foreign,
  offered = {},
  jurisdiction,
  signs,
  prices,
}: Evidence["cloud"]): Fact[] {
  const ofKind = (kind: Kind, entry: (typeof kinds)[Kind]): Fact[] => {
    if (!entry) return [];
    if (!isImplemented(entry)) {
      return [
        {
          what: `that there is no ${kind}`,
          citation: entry.citation,
          texts: [entry.unsupported, entry.substitute?.what ?? "-"],
        },
      ];
    }
    const { losses, rewrites, exit } = entry;
    return [
      ...losses.map((l) => ({
        what: `the loss of ${kind} ${l.path}`,
        citation: l.citation,
        texts: [l.why, l.instead],
      })),
      ...rewrites.map((r) => ({ what: `the rewrite of ${r.from}`, citation: SELF, texts: [r.why] })),
      ...[...exit.export, ...exit.import].map((m) => ({
        what: `${m.method} of ${kind}`,
        citation: m.citation,
        texts: [m.note],
      })),
      ...exit.hazards.map((h) => ({ what: `a hazard of ${kind}`, citation: h.citation, texts: [h.text] })),
      { what: `the endpoint of ${kind}`, citation: SELF, texts: [exit.endpoint, ...exit.credentials] },
    ];
  };
  return [
    ...Object.entries(kinds).flatMap(([kind, entry]) => ofKind(kind as Kind, entry)),
    ...guarantees.map((g) => ({ what: `the guarantee of ${g.kind} ${g.prop}`, citation: g.citation, texts: [] })),
    ...Object.entries(catalogues).map(([name, c]) => ({
      what: `the catalogue ${name}`,
      citation: c.citation,
      texts: [],
    })),
    ...Object.entries(foreign).map(([type, f]) => ({
      what: `the foreign type ${type}`,
      citation: f.citation,
      texts: [f.what, ...Object.values(f.instead)],
    })),
    ...Object.entries(offered).map(([key, o]) => ({
      what: `what is offered of ${key}`,
      citation: o.citation,
      texts: Object.keys(o.has),
    })),
    {
      what: "the jurisdiction",
      citation: jurisdiction.citation,
      texts: [jurisdiction.operator, jurisdiction.controlledFrom],
    },
    ...Object.entries(jurisdiction.runByOthers ?? {}).map(([region, r]) => ({
      what: `who runs ${region}`,
      citation: r.citation,
      texts: [r.operator, r.controlledFrom, r.place, r.country],
    })),
    ...jurisdiction.qualifications.map((q) => ({
      what: q.name,
      citation: q.citation,
      texts: [q.scope, q.asks ?? "-"],
    })),
    ...(signs ? [{ what: "what shows dependencies", citation: signs.citation, texts: signs.hosts }] : []),
    ...(prices ? pricesOf(prices) : []),
  ];
}

/** What a cloud file says about its own code needs no source but itself. */
const SELF: Citation = { source: "the cloud's own file", date: "2000-01-01" };

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
