import type { Diagnostic, Location } from "./diagnostic.ts";

/** Keys and list positions from the top of a document. */
export type Path = readonly PropertyKey[];

/** What an author wrote, in any form, before anything about it is checked. */
export interface WrittenWorkload {
  /** Plain data: no references but `{ component, output }`, no classes. Hopefully a workload. */
  readonly document: unknown;
  /** Where a part of the document was written; the nearest part around it when it has no place of its own. */
  at(path: Path): Location | undefined;
  /** What was already found wrong on the way to plain data. A path that stands here is not judged again. */
  readonly problems: readonly { readonly path: Path; readonly diagnostic: Diagnostic }[];
}

/** Workloads are told by this key, not by their class: two copies of this package may be loaded. */
export const WORKLOAD = Symbol.for("exeat.workload");

/** Something that says what its author wrote. */
export interface DescribesWorkload {
  [WORKLOAD](): WrittenWorkload;
}

export function isWorkload(value: unknown): value is DescribesWorkload {
  return typeof value === "object" && value !== null && WORKLOAD in value;
}
