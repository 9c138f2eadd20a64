import { z } from "zod";
import { compareText } from "../constructs/diagnostic.ts";
import type { Cloud, Jurisdiction, RunByOthers } from "../providers/provider.ts";
import { type Place, qualificationId, qualified } from "../providers/qualification.ts";
import type { FoundComponent, Survey, Translation } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { notMade } from "./not-made.ts";
import { regionsOf } from "./regions.ts";
import { Citation } from "./result.ts";
import { statedFor } from "./stated-for.ts";

const Control = {
  operator: z.string(),
  /** It runs on hosts of its user, who controls it; `controlledFrom` is then where the licence to run it is given. */
  ownHosts: z.literal(true).optional(),
  /** ISO 3166 country of ultimate control. */
  controlledFrom: z.string(),
  citation: Citation,
};

/** Who controls both sides, and where the target stands. */
export const JurisdictionResult = z.strictObject({
  source: z.strictObject({
    ...Control,
    /** Where its resources stand, as far as the code says; `place` is null where the region is not on record. */
    regions: z.array(
      z.strictObject({
        region: z.string(),
        place: z.string().nullable(),
        country: z.string().nullable(),
        /** Another company than the cloud's runs it. */
        runBy: z.strictObject({ operator: z.string(), controlledFrom: z.string(), citation: Citation }).optional(),
      }),
    ),
  }),
  target: z.strictObject({
    ...Control,
    /** Null: the region is not on record. */
    region: z.strictObject({ place: z.string(), country: z.string(), zones: z.int() }).nullable(),
    /** All on record, whatever they cover. */
    qualifications: z.array(
      z.strictObject({
        /** What `--require` takes. */
        id: z.string(),
        name: z.string(),
        scope: z.string(),
        /** Native types that run on what it covers. */
        types: z.array(z.string()),
        /** Last day; null: not known. */
        expires: z.string().nullable(),
        citation: Citation,
      }),
    ),
  }),
});
export type JurisdictionResult = z.infer<typeof JurisdictionResult>;

/** Resources that a component becomes at the target, and what they are qualified for there. */
export const Offered = z.strictObject({
  type: z.string(),
  count: z.int(),
  /** Ids of qualifications that each of them has, and that each may have when what decides is known. */
  qualified: z.array(z.string()),
  mayBeQualified: z.array(z.string()),
});
export type Offered = z.infer<typeof Offered>;

export function jurisdictionOf({ source, target, region, survey }: AssessInput): JurisdictionResult {
  const { regions, qualifications } = target.jurisdiction;
  const place = regions[region ?? target.defaultRegion];
  const places = placesOf(survey, source);
  return {
    source: {
      ...control(
        source,
        places.map((p) => p.region),
      ),
      regions: places,
    },
    target: {
      ...control(target, [region ?? target.defaultRegion]),
      region: place ? { ...place } : null,
      qualifications: qualifications.map(({ name, scope, types, expires, citation }) => ({
        ...{ id: qualificationId(name), name, scope, types: [...types], expires },
        citation: { ...citation },
      })),
    },
  };
}

function placesOf({ components, foreign, unknown }: Survey, { jurisdiction }: Cloud) {
  return regionsOf(components, [...foreign, ...unknown]).map((region) => {
    const other = runBy(region, jurisdiction);
    const { place = null, country = null } = other ?? jurisdiction.regions[region] ?? {};
    return { region, place, country, ...(other ? { runBy: controlOf(other) } : {}) };
  });
}

type Control = Pick<Jurisdiction, "operator" | "ownHosts" | "controlledFrom" | "citation">;

function controlOf({ operator, ownHosts, controlledFrom, citation }: Control) {
  return { operator, ...(ownHosts ? { ownHosts } : {}), controlledFrom, citation: { ...citation } };
}

/** Who runs the cloud; where it all stands in regions that one other company runs, that one. */
function control({ jurisdiction }: Cloud, regions: readonly string[]) {
  const [first, ...rest] = regions.map((region) => runBy(region, jurisdiction));
  return controlOf(first && rest.every((r) => r?.operator === first.operator) ? first : jurisdiction);
}

function runBy(region: string, { runByOthers = {} }: Jurisdiction): RunByOthers | undefined {
  const name = region.toLowerCase();
  return Object.entries(runByOthers).find(([begins]) => name.startsWith(begins.toLowerCase()))?.[1];
}

/** Where and when a component's natives would run. */
export function placeOf(component: FoundComponent, input: AssessInput): Place {
  const { target: cloud, region } = input;
  const guessed = component.holes.length > 0;
  return { cloud, region: region ?? cloud.defaultRegion, date: statedFor(input), guessed };
}

/** By native type, in order of their names; what is only looked up is not the component's. */
export function offeredFor(component: FoundComponent, { natives }: Translation, input: AssessInput): Offered[] {
  const { target: cloud } = input;
  const place = placeOf(component, input);
  const ids = [...new Set(cloud.jurisdiction.qualifications.map((q) => qualificationId(q.name)))];
  const others = notMade(component, cloud);
  const managed = natives.filter((n) => n.mode === "managed" && !others.includes(n.type));
  return [...Map.groupBy(managed, (n) => n.type)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([type, list]) => {
      const verdicts = ids.map((id) => ({ id, of: list.map((n) => qualified(id, n, natives, place).verdict) }));
      const all = (...allowed: readonly string[]) =>
        verdicts.filter((v) => v.of.every((verdict) => allowed.includes(verdict)));
      const has = all("qualified").map((v) => v.id);
      const may = all("qualified", "open").map((v) => v.id);
      return { type, count: list.length, qualified: has, mayBeQualified: may.filter((id) => !has.includes(id)) };
    });
}
