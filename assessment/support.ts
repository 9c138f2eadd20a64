import * as fc from "fast-check";
import { z } from "zod";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { fieldsOf, shapeOf } from "../constructs/satisfies.ts";
import { type Cloud, type Complete, type Implementation, isImplemented } from "../providers/provider.ts";
import { trip } from "../providers/translate.ts";
import { complete } from "../providers/witness.ts";
import { plain } from "./plain.ts";
import { FORMAT_VERSION } from "./result.ts";

const Source = z.strictObject({ source: z.string(), date: z.string() });

/** What one cloud does with one property. */
export const Held = z.strictObject({
  cloud: z.string(),
  /** held: exactly. nearest: the nearest value of a catalogue. condition: not whatever is asked. lost: never. absent: the cloud has no such kind. */
  verdict: z.enum(["held", "nearest", "condition", "lost", "absent"]),
  losses: z.array(
    z.strictObject({ path: z.string(), severity: z.string(), why: z.string(), instead: z.string(), citation: Source }),
  ),
  /** What the cloud gives by promise. */
  promises: z.array(z.strictObject({ gives: z.json(), citation: Source })),
});
export type Held = z.infer<typeof Held>;

/** What each cloud holds of the vocabulary, property by property. */
export const Support = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  clouds: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  kinds: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      unsupported: z.array(z.strictObject({ cloud: z.string(), why: z.string(), citation: Source.nullable() })),
      props: z.array(z.strictObject({ prop: z.string(), clouds: z.array(Held) })),
      /** Catalogues that components of the kind are written from; what is still read and no longer sold is left out. */
      catalogues: z.array(
        z.strictObject({ cloud: z.string(), name: z.string(), values: z.array(z.json()), citation: Source }),
      ),
    }),
  ),
});
export type Support = z.infer<typeof Support>;

/** Always the same components: what is printed may not change from one run to the next. */
const DRAW = { numRuns: 60, seed: 20_261_126 };

/** Draws components of each kind, writes and reads them on each cloud, and sets what came of it beside what the cloud declares. */
export function support(clouds: readonly Cloud[], kindsAsked: readonly Kind[]): Support {
  return {
    formatVersion: FORMAT_VERSION,
    clouds: clouds.map(({ id, title }) => ({ id, title })),
    kinds: kindsAsked.map((kind) => kindSupport(kind, clouds)),
  };
}

function kindSupport(kind: Kind, clouds: readonly Cloud[]): Support["kinds"][number] {
  const fields = fieldsOf(kinds[kind].props) ?? {};
  const drawn = fc.sample(kinds[kind].generate(fc) as fc.Arbitrary<Record<string, unknown>>, DRAW);
  const components = drawn.map((props) =>
    complete({ kind, id: "c", props, requested: new Set(Object.keys(props)), holes: [] }),
  );
  const tried = clouds.map((cloud) => {
    const entry = cloud.kinds[kind];
    return { cloud, entry, ...(isImplemented(entry) ? outcomes(components, cloud) : NOTHING) };
  });
  return {
    kind,
    title: kinds[kind].title,
    unsupported: tried.flatMap(({ cloud, entry }) =>
      isImplemented(entry)
        ? []
        : [{ cloud: cloud.id, why: entry?.unsupported ?? "not written", citation: entry?.citation ?? null }],
    ),
    props: Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([prop, schema]) => ({
        prop,
        clouds: tried.map(({ cloud, entry, lost }) =>
          isImplemented(entry)
            ? held(cloud, kind, prop, entry, lost.get(prop), shapeOf(schema).catalogued)
            : { cloud: cloud.id, verdict: "absent", losses: [], promises: [] },
        ),
      })),
    catalogues: tried.flatMap(({ cloud, used }) =>
      [...used].sort().flatMap((name) => {
        const catalogue = cloud.catalogues[name];
        if (!catalogue) return [];
        const values = catalogue.offers.filter((o) => !o.legacy).map((o) => JSON.stringify(plain(o.value)));
        const distinct = [...new Set(values)].map((v) => JSON.parse(v));
        return [{ cloud: cloud.id, name, values: distinct, citation: cited(catalogue.citation) }];
      }),
    ),
  };
}

interface Outcome {
  asked: number;
  /** Lost as a whole. */
  lost: number;
  /** Lost as a whole or in part. */
  touched: number;
}
const NOTHING = { lost: new Map<string, Outcome>(), used: new Set<string>() };

function outcomes(components: readonly Complete[], cloud: Cloud): typeof NOTHING {
  const used = new Set<string>();
  const catalogues = new Proxy(cloud.catalogues, {
    get: (all, name: string) => {
      if (name in all) used.add(name);
      return all[name];
    },
  });
  const lost = new Map<string, Outcome>();
  for (const component of components) {
    const { losses } = trip(component, { ...cloud, catalogues });
    for (const prop of component.requested) {
      const row = lost.get(prop) ?? { asked: 0, lost: 0, touched: 0 };
      lost.set(prop, row);
      row.asked += 1;
      if (losses.some((l) => l.path === prop)) row.lost += 1;
      if (losses.some((l) => isOf(l.path, prop))) row.touched += 1;
    }
  }
  return { lost, used };
}

function held(
  cloud: Cloud,
  kind: Kind,
  prop: string,
  entry: Implementation<Kind>,
  outcome: Outcome | undefined,
  catalogued: boolean,
): Held {
  const declared = entry.losses.filter((l) => isOf(l.path, prop));
  const { asked, lost, touched } = outcome ?? { asked: 0, lost: 0, touched: 0 };
  const never = declared.some((l) => l.path === prop && !l.when) || (asked > 0 && lost === asked);
  const sometimes = declared.length > 0 || touched > 0;
  return {
    cloud: cloud.id,
    verdict: never ? "lost" : sometimes ? (catalogued ? "nearest" : "condition") : "held",
    losses: declared.map(({ path, severity, why, instead, citation }) => ({
      path,
      severity,
      why,
      instead,
      citation: cited(citation),
    })),
    promises: cloud.guarantees
      .filter((g) => g.kind === kind && isOf(g.prop, prop))
      .map((g) => ({ gives: plain(g.gives), citation: cited(g.citation) })),
  };
}

function isOf(path: string, prop: string): boolean {
  return path === prop || path.startsWith(`${prop}.`);
}

function cited({ source, date }: { readonly source: string; readonly date: string }): z.infer<typeof Source> {
  return { source, date };
}
