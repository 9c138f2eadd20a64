import { verdict } from "./guarantee.ts";
import { type Native, type Tree, Unknown } from "./native.ts";
import { everyAt, genericPath, isSameTree, isUnder } from "./paths.ts";
import type { Hazard } from "./provider.ts";
import { either, type Shown } from "./shows.ts";
import type { FoundComponent } from "./survey.ts";

/** What of a component stands on the cloud whose hazard it is, and what was stated about it. */
export interface Exposed {
  readonly component: Pick<FoundComponent, "kind" | "props" | "holes">;
  readonly natives: readonly Native[];
  /** What of the natives a hole decides, as in `Translation`. Default: nothing. */
  readonly open?: ReadonlySet<string>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Whether a hazard threatens a component, and by what that is decided where nobody knows. */
export interface Threat {
  readonly threatens: Shown;
  readonly dependsOn: readonly string[];
}

/** Of the alternatives of a hazard one that holds is enough; one that is not known leaves it possible. */
export function threat({ when }: Hazard, exposed: Exposed): Threat {
  if (!when) return { threatens: true, dependsOn: [] };
  const alternatives = when.map((asked) =>
    Object.entries(asked).map(([path, wanted]) => ({ path, holds: judged(path, wanted, exposed) })),
  );
  const threatens = either(
    ...alternatives.map((all): Shown => {
      if (all.some((a) => a.holds === false)) return false;
      return all.every((a) => a.holds === true) || "unknown";
    }),
  );
  if (threatens !== "unknown") return { threatens, dependsOn: [] };
  const open = alternatives.filter((all) => !all.some((a) => a.holds === false)).flat();
  const on = open.filter((a) => a.holds === "unknown").map((a) => inWords(a.path, exposed));
  return { threatens, dependsOn: [...new Set(on)] };
}

/** A prop of the component is called as in `exeat.yaml` and in workloads: without its kind. */
function inWords(path: string, { component }: Exposed): string {
  return path.startsWith(`${component.kind}.`) ? path.slice(component.kind.length + 1) : path;
}

function judged(asked: string, wanted: Tree, { component, natives, open, facts }: Exposed): Shown {
  const [subject = "", ...segments] = asked.split(".");
  const path = segments.join(".");
  if (subject === "facts") return ofValues(facts, path, wanted, false);
  if (subject === component.kind) {
    const hole = component.holes.some((h) => overlap(genericPath(h.path), path));
    return ofValues(component.props, path, wanted, hole);
  }
  if ([...(open ?? [])].some((place) => decides(place, subject, path))) return "unknown";
  const found = verdict(asked, wanted as string, natives);
  return found instanceof Unknown ? "unknown" : found;
}

/** Whether a hole that decides a place (`address path`, or a whole native by its address) decides this. */
function decides(place: string, type: string, path: string): boolean {
  const [address = "", leaf] = place.split(" ");
  if (!address.startsWith(`${type}.`)) return false;
  return leaf === undefined || (path !== "" && overlap(leaf, path));
}

function overlap(a: string, b: string): boolean {
  return isUnder(a, b) || isUnder(b, a);
}

function ofValues(object: Readonly<Record<string, unknown>>, path: string, wanted: Tree, hole: boolean): Shown {
  const values = everyAt(object as Tree, path).map(({ value }) => value);
  const there = values.some(isSet);
  if (wanted === "perhaps") return there || hole ? "unknown" : false;
  if (wanted === "absent") return there ? false : hole ? "unknown" : true;
  const holds = wanted === "present" ? there : values.some((value) => isSameTree(value, wanted));
  return holds || (hole ? "unknown" : false);
}

/** Whether a prop is there: one without parts is, such as a lock without a retention. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== false && value !== null && !(Array.isArray(value) && value.length === 0);
}
