import { z } from "zod";
import type { Estate } from "../providers/native.ts";
import type { Cloud } from "../providers/provider.ts";

/** Parts that several results share. Every result is plain JSON; keys are in the order of its schema. */

export const FORMAT_VERSION = 1;

export const Location = z.strictObject({ file: z.string(), line: z.int().optional() });

export const Diagnostic = z.strictObject({
  severity: z.enum(["error", "warning", "info"]),
  code: z.string().startsWith("EX"),
  summary: z.string(),
  detail: z.string(),
  address: z.string().optional(),
  source: Location.optional(),
  /** Where else the very same is true. */
  also: z.array(z.strictObject({ address: z.string().optional(), source: Location.optional() })).optional(),
});

export const Source = z.strictObject({
  /** Forms read: `hcl plan state cdktf`. */
  kind: z.string(),
  paths: z.array(z.string()),
  /** SHA-256 of the bytes read. */
  digest: z.string(),
  cloud: z.string(),
});

/** The estate that a result is of, as its results name it. */
export function sourceOf(
  { source }: Pick<Estate, "source">,
  { cloud }: { readonly cloud: string },
): z.infer<typeof Source> {
  return { ...source, paths: [...source.paths], cloud };
}

/** Where it would go. */
export function targetOf({ target, region }: { readonly target: Cloud; readonly region?: string }): {
  cloud: string;
  region: string;
} {
  return { cloud: target.id, region: region ?? target.defaultRegion };
}

/** `natives` = recognised + foreign + elsewhere + unknown + unreadable; the last two are counted apart. */
export const Counts = z
  .strictObject({
    natives: z.int(),
    recognised: z.int(),
    foreign: z.int(),
    elsewhere: z.int(),
    unknown: z.int(),
    unreadable: z.int(),
    dataSources: z.int(),
    holes: z.int(),
  })
  .refine((c) => c.natives === c.recognised + c.foreign + c.elsewhere + c.unknown + c.unreadable, {
    message: "natives must equal recognised + foreign + elsewhere + unknown + unreadable",
  });

/** Where a fact comes from. `kind` says how far it can be trusted. */
export const Citation = z.strictObject({
  source: z.string(),
  date: z.string().optional(),
  kind: z.enum(["measured", "published", "judgement", "stated"]).optional(),
  /** Ids of the `references` that it rests on. */
  refs: z.array(z.string()).optional(),
});

/** A text that somebody answers with: blanks answer for nothing. */
export const Said = z.string().regex(/\S/);

/** Of one item: P10, P50, P90. */
export const Range = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });
export type Range = z.infer<typeof Range>;

export const GapClass = z.enum(["setting", "workaround", "redesign", "substitute", "accept"]);

export const Scenario = z.enum(["planned-exit", "bouton-rouge", "provider-failure", "region-outage", "price-shock"]);
export type Scenario = z.infer<typeof Scenario>;

/** Something that is not known, what the answer rests on, and what was assumed meanwhile. Never printed as 0. */
export const UnknownFact = z.strictObject({
  what: z.string(),
  dependsOn: z.string(),
  /** The bound the numbers above assume, where there is one. */
  assumed: z.string().optional(),
  at: Location.optional(),
});
export type UnknownFact = z.infer<typeof UnknownFact>;
