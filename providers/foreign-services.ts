import type { Citation, ForeignType } from "./provider.ts";
import type { Shows } from "./shows.ts";

/** What the types of one service have in common. Exactly one of `class` and `mappingKey`. */
export interface Service {
  readonly class?: string;
  readonly mappingKey?: string;
  /** By id of the clouds one may go to. */
  readonly instead: Readonly<Record<string, string>>;
  readonly waits?: readonly string[];
  readonly citation: Citation;
}

/** Type → what it is, then its drivers: units of the effort class, or `component` where one resource makes one component of the key. */
export type Types = Readonly<Record<string, readonly [what: string, ...drivers: string[]]>>;

/** Describes the types of one service. A type without drivers belongs to what the others make and adds no effort of its own. */
export function service<const T extends Types>(
  { shows = {}, ...common }: Service & { readonly shows?: ShowsOf<NoInfer<T>> },
  types: T,
): Record<string, ForeignType> {
  const shown: Readonly<Record<string, Shows | undefined>> = shows;
  return Object.fromEntries(
    Object.entries(types).map(([type, [what, ...drivers]]) => {
      const own = shown[type];
      return [type, { what, ...common, drivers, ...(own ? { shows: own } : {}) }];
    }),
  );
}

/** What the arguments of some of the types show, by type. */
type ShowsOf<T extends Types> = { readonly [type in keyof T]?: Shows };

/** Component facts of the mapping, read 2026-11-21. */
export function mapping(key: string): Citation {
  return { source: `facts/mapping.json, ${key}`, date: "2026-11-21" };
}

/** Substitutes named by the effort model, 2026-11-23. */
export function effort(id: string): Citation {
  return { source: `assessment/effort.json, foreignClasses ${id}`, date: "2026-11-23" };
}

/** What is charged by a unit of a class that was made for something like it: the reason, and the page it rests on. */
export function judgement(basis: string): Citation {
  return { source: `judgement: ${basis}`, date: "2026-11-26" };
}

/** Of a key whose machines were not read: no machine is charged for it. */
export const SSH_KEY: Citation = {
  source:
    "judgement: a public key is written again as it is, one decision; the schemas of the providers of AWS, Scaleway and OVHcloud each have a type for it",
  date: "2026-11-28",
};
