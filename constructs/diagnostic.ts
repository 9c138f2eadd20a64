/** Where something was read. `line` is 1-based; absent when the form has no lines (a state, a plan). */
export interface Location {
  readonly file: string;
  readonly line?: number;
}

/**
 * What a user's input can cause. Collected, sorted, shown; never thrown.
 * The summary carries no names; the detail says what, why, and what to do.
 */
export interface Diagnostic {
  readonly severity: "error" | "warning" | "info";
  /** Stable identifier, `EX` and four digits. */
  readonly code: `EX${string}`;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly source?: Location;
  /** Where else the very same is true. */
  readonly also?: Place[];
}

/** What a diagnostic is about, and where that stands. */
export interface Place {
  readonly address?: string | undefined;
  readonly source?: { readonly file: string; readonly line?: number | undefined } | undefined;
}

/** By file, then by line. */
export function compareLocations(a: Place["source"], b: Place["source"]): number {
  return compareText(a?.file ?? "", b?.file ?? "") || (a?.line ?? 0) - (b?.line ?? 0);
}

/** Orders diagnostics by file, line, code, address: the same input prints the same list. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareLocations(a.source, b.source) ||
    compareText(a.code, b.code) ||
    compareText(a.address ?? "", b.address ?? "") ||
    compareText(a.detail, b.detail)
  );
}

/** All places of a diagnostic, its own first. */
export function placesOf({
  address,
  source,
  also = [],
}: Place & { readonly also?: readonly Place[] | undefined }): Place[] {
  const own = { ...(address === undefined ? {} : { address }), ...(source === undefined ? {} : { source }) };
  return [own, ...also];
}

/** Diagnostics in order, as a result lists them: what is the same but for its place is one that lists its places. */
export function saidOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const alike = Map.groupBy(sorted, ({ severity, code, summary, detail }) =>
    JSON.stringify([severity, code, summary, detail]),
  );
  return [...alike.values()].flatMap((same): Diagnostic[] => {
    const places = new Map(same.flatMap(placesOf).map((place) => [JSON.stringify(place), place]));
    const also = [...places.values()].slice(1);
    return same.slice(0, 1).map(({ also: _, ...first }) => (also.length === 0 ? first : { ...first, also }));
  });
}

/** Code-unit order: independent of the machine's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
