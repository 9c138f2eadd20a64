import { kinds } from "../constructs/kinds.ts";
import type { FoundComponent, Reading } from "../providers/survey.ts";
import { openProps } from "../providers/witness.ts";
import { effortModel } from "./effort-model.ts";
import { withoutPlaces } from "./prop-places.ts";

/** The kind of the effort model that a component is charged as; of several that it may be, the dearest. */
export function effortKeyOf(component: FoundComponent): string {
  return effortKeysOf(component).reduce((a, b) => (hoursOf(a) >= hoursOf(b) ? a : b));
}

const known = new WeakMap<FoundComponent, readonly string[]>();

/** Every kind of the effort model that a component may be. Asked of each by every estimate: found once. */
export function effortKeysOf(component: FoundComponent): readonly string[] {
  const keys = known.get(component) ?? keysOf(component);
  known.set(component, keys);
  return keys;
}

function keysOf({ kind, readings = [], ...component }: FoundComponent): string[] {
  const keyOf = ({ props, holes }: Reading) => {
    const open = openProps({ holes });
    const rest = open.length === 0 ? props : withoutPlaces(props, open);
    return kinds[kind].effortKey(rest as Record<string, unknown>);
  };
  return [...new Set([component, ...readings.flat()].map(keyOf))];
}

/** Of what a kind always takes, in likely hours. */
function hoursOf(key: string): number {
  const always = effortModel.workItems.filter((r) => r.kind === key && r.when === "always");
  return always.reduce((sum, { hours }) => sum + (hours?.likely ?? 0), 0);
}
