import { z } from "zod";
import { compareText, saidOnce } from "../constructs/diagnostic.ts";
import { type Estate, nativeId } from "../providers/native.ts";
import type { ForeignType } from "../providers/provider.ts";
import type { Survey } from "../providers/survey.ts";
import { Counts, Diagnostic, FORMAT_VERSION, Location, Source, sourceOf } from "./result.ts";

/** What an estate contains. Nothing is dropped: each managed instance stands in exactly one of the counts. */
export const Inventory = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  source: Source,
  counts: Counts,
  components: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      natives: z.array(z.string()),
      at: Location,
      holes: z.array(z.strictObject({ path: z.string(), expression: z.string(), at: Location })),
    }),
  ),
  /** Natives that one component or several read and none owns: recognised, counted once. */
  shared: z.array(z.strictObject({ address: z.string(), at: Location, components: z.array(z.string()) })),
  foreign: z.array(z.strictObject({ type: z.string(), count: z.int(), what: z.string() })),
  elsewhere: z.array(z.strictObject({ provider: z.string(), count: z.int() })),
  unknown: z.array(z.strictObject({ type: z.string(), count: z.int(), ambiguous: z.boolean() })),
  /** `count = 0`: no instance, outside the counts. */
  empty: z.array(z.strictObject({ type: z.string(), address: z.string(), at: Location })),
  residue: z.array(z.strictObject({ address: z.string(), path: z.string() })),
  holes: z.array(
    z.strictObject({
      kind: z.enum(["module", "template", "value", "remote-state", "outside"]),
      address: z.string(),
      path: z.string(),
      expression: z.string(),
      at: Location,
      remedy: z.string().optional(),
    }),
  ),
  diagnostics: z.array(Diagnostic),
});
export type Inventory = z.infer<typeof Inventory>;

export function inventory(
  survey: Survey,
  estate: Pick<Estate, "source" | "complete" | "diagnostics">,
  foreign: Readonly<Record<string, ForeignType>>,
): Inventory {
  const byType = <T extends { readonly type: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => compareText(a.type, b.type));
  return {
    formatVersion: FORMAT_VERSION,
    complete: estate.complete,
    source: sourceOf(estate, survey),
    counts: survey.counts,
    components: survey.components
      .map((c) => ({
        id: c.id,
        kind: c.kind,
        natives: c.natives.map((n) => n.address),
        at: c.at,
        holes: c.holes.map(({ path, expression, at }) => ({ path, expression, at })),
      }))
      .sort((a, b) => compareText(a.id, b.id)),
    shared: sharedOf(survey),
    foreign: byType(survey.foreign).map(({ type, natives }) => ({
      type,
      count: natives.length,
      what: foreign[type]?.what ?? type,
    })),
    elsewhere: [...survey.elsewhere].sort((a, b) => compareText(a.provider, b.provider)).map((e) => ({ ...e })),
    unknown: byType(survey.unknown).map(({ type, natives, ambiguous }) => ({
      type,
      count: natives.length,
      ambiguous: ambiguous ?? false,
    })),
    empty: survey.empty.map(({ type, address, at }) => ({ type, address, at })),
    residue: residueOf(survey),
    holes: survey.holes.map(({ kind, address, path, expression, at, remedy }) => ({
      kind,
      address,
      path,
      expression,
      at,
      ...(remedy === undefined ? {} : { remedy }),
    })),
    diagnostics: saidOnce([...estate.diagnostics, ...survey.diagnostics]),
  };
}

function sharedOf({ components }: Survey): Inventory["shared"] {
  const owned = new Set(components.flatMap((c) => c.natives.map(nativeId)));
  const users = components.flatMap((c) =>
    c.shared.filter((n) => n.mode === "managed" && !owned.has(nativeId(n))).map((native) => ({ native, id: c.id })),
  );
  const natives = new Map(users.map(({ native }) => [nativeId(native), native]));
  const readers = Map.groupBy(users, ({ native }) => nativeId(native));
  return [...natives]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { address, at }]) => ({
      address,
      at,
      components: (readers.get(id) ?? []).map((reader) => reader.id).sort(compareText),
    }));
}

/** Leaves of shared natives are listed once. */
function residueOf(survey: Survey): Inventory["residue"] {
  const leaves = new Map(
    survey.components.flatMap((c) =>
      c.residue.map((leaf) => [`${nativeId(leaf)} ${leaf.path}`, { address: leaf.address, path: leaf.path }] as const),
    ),
  );
  return [...leaves].sort(([a], [b]) => compareText(a, b)).map(([, leaf]) => leaf);
}
