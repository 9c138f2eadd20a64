import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import type { Hole, Root } from "../providers/native.ts";
import { UNKNOWN_NUMBER } from "./diagnostics.ts";

/** Whether a hole says that nobody knows how many there are of what it belongs to. */
export function isNumberUnknown({ kind, path }: Pick<Hole, "kind" | "path">): boolean {
  return kind === "value" && (path === "count" || path === "for_each");
}

/**
 * What reading the code said, once a plan lies over it: how many there are is no longer unknown where the plan has them. Code is
 * incomplete by such numbers and by errors, and by nothing else.
 */
export function settledByPlan(
  said: readonly Diagnostic[],
  roots: readonly Root[],
): { readonly diagnostics: readonly Diagnostic[]; readonly complete: boolean } {
  const open = roots.flatMap(({ holes }) => holes.filter(isNumberUnknown));
  const places = new Set(open.map(({ address, at }) => placeOf(address, at)));
  const isOpen = ({ code, address, source }: Diagnostic) =>
    code !== UNKNOWN_NUMBER || places.has(placeOf(address, source));
  const complete = open.length === 0 && !said.some(({ severity }) => severity === "error");
  return { diagnostics: said.filter(isOpen), complete };
}

function placeOf(address: string | undefined, at: Location | undefined): string {
  return JSON.stringify([address, at?.file, at?.line]);
}
