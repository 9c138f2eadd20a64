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
}

/** A location as a result's schema has it. */
interface Place {
  readonly file: string;
  readonly line?: number | undefined;
}

/** By file, then by line. */
export function compareLocations(a: Place | undefined, b: Place | undefined): number {
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

/** Code-unit order: independent of the machine's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
