import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";

/** Types that a target makes for a component and not for parts of one: what a fragment is attached to is somebody else's. */
export function notMade({ kind, attachedTo }: FoundComponent, { kinds }: Cloud): string[] {
  const entry = kinds[kind];
  if (!attachedTo || !entry || !("claims" in entry)) return [];
  return entry.claims.filter((c) => c.role === "anchor").map((c) => c.type);
}
