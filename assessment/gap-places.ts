import { nativeId, Unknown } from "../providers/native.ts";
import { genericPath, isUnder, joinPath } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import { leavesInDocuments } from "../providers/recorder.ts";
import { canBeLeftOut, isOneOfSeveral, replacesTheResource, resourceSchema } from "../providers/schema-of.ts";
import type { FoundComponent, LeafGap } from "../providers/survey.ts";

/** Stands for all of a native. */
export const WHOLE = "";

/**
 * Gaps of a component, each with the widest path above it that holds nothing but gaps, so that what is left works as before: none where
 * the native must have something there, would have something else, would be made anew, or is in use. All of the native where the
 * component reads the same without it.
 */
export function removable(component: FoundComponent, source: Cloud): { path: string; leaf: LeafGap }[] {
  const natives = new Map([...component.natives, ...component.shared].map((n) => [nativeId(n), n]));
  return [...Map.groupBy([...component.residue, ...component.coarsened], nativeId)].flatMap(([id, gaps]) => {
    if (component.detachable?.has(id)) {
      return gaps.some((leaf) => isInUse(leaf, source)) ? [] : gaps.map((leaf) => ({ leaf, path: WHOLE }));
    }
    const native = natives.get(id);
    const schema = native && resourceSchema(source, native);
    const written = native ? leavesInDocuments(native.args) : [];
    // Without the name of another resource the two have nothing to do with each other any more.
    const tied = new Set(
      written.flatMap(([path, value]) => (value instanceof Unknown && value.refs.length > 0 ? [path] : [])),
    );
    // What is read and comes back otherwise is something that the component has.
    const leaves = component.residue.filter(
      (leaf) =>
        nativeId(leaf) === id &&
        !isInUse(leaf, source) &&
        !tied.has(leaf.path) &&
        schema !== undefined &&
        !replacesTheResource(schema, leaf.path),
    );
    const lost = new Set([...leaves, ...component.ignored.filter((l) => nativeId(l) === id)].map((l) => l.path));
    const kept = written.flatMap(([path]) => (lost.has(path) ? [] : [path]));
    const canGo = (place: string) => !!schema && canBeLeftOut(schema, place) && !isOneOfSeveral(schema, place);
    return leaves.flatMap((leaf) => {
      const path = widest(leaf.path, kept, canGo);
      return path === undefined ? [] : [{ leaf, path }];
    });
  });
}

function isInUse({ type, path }: LeafGap, { inUse = [] }: Cloud): boolean {
  const place = joinPath(type, genericPath(path));
  return inUse.some((used) => isUnder(place, used));
}

function widest(path: string, kept: readonly string[], canBeGone: (place: string) => boolean): string | undefined {
  const segments = path.split(".");
  const prefixes = segments.map((_, i) => segments.slice(0, i + 1).join("."));
  return prefixes.find((place) => canBeGone(place) && !kept.some((other) => isUnder(other, place)));
}
