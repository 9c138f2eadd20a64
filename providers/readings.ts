import { canonical } from "../constructs/satisfies.ts";
import { gapsOf, isOpen } from "./gaps.ts";
import type { Group } from "./group.ts";
import { isList, type Native, type Tree, Unknown } from "./native.ts";
import { genericPath, joinPath } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import type { RaisedGroup } from "./raise.ts";
import { leavesInDocuments } from "./recorder.ts";
import type { FoundComponent, LeafGap, Reading } from "./survey.ts";
import { withLeaf } from "./with-leaf.ts";

/** What a group may turn out to be, and the leaves that one of those does not carry. */
export interface Readings {
  readonly readings: NonNullable<FoundComponent["readings"]>;
  readonly gaps: readonly LeafGap[];
}

/** A place that nobody knows, with what it may be. */
interface Open {
  readonly path: string;
  readonly words: readonly Tree[];
}

/**
 * Reads a group with each value that a decisive place may have which nobody knows: the other places as they are, and with those of its
 * own native known too, for what two of them say together neither says alone.
 */
export function readingsOf(
  group: Group,
  raised: RaisedGroup,
  cloud: Cloud,
  raise: (group: Group) => RaisedGroup,
  touched?: (native: Native, path: string) => boolean,
): Readings {
  const gaps: LeafGap[] = [];
  const asKnown = (native: Native, values: readonly (readonly [path: string, value: Tree])[]): Reading[] => {
    const known = values.reduce((made, [path, value]) => withLeaf(made, path, value), native);
    const other = raise(withNative(group, native, known));
    if (!other.component) return [];
    const { residue, coarsened } = gapsOf(other, cloud, touched);
    gaps.push(...residue, ...coarsened);
    const { component, holes, outline } = other;
    const { props, requested } = component;
    return [{ props, requested, holes, residue, ...(outline ? { outline } : {}) }];
  };
  const readings = raised.recorders.flatMap((recorder) => {
    const { native } = recorder;
    const open = recorder.leaves().flatMap(({ path, value }): Open[] => {
      if (!(value instanceof Unknown) || !isOpen(value, raised.holes)) return [];
      const words = wordsFor(native, path, group, cloud);
      return words.length === 0 ? [] : [{ path, words }];
    });
    return open.map(({ path, words }) => {
      const others = open.filter((o) => o.path !== path);
      return words.flatMap((word, i) => [
        ...asKnown(native, [[path, word]]),
        ...(others.length === 0
          ? []
          : asKnown(native, [[path, word], ...others.map((o) => [o.path, nth(o, i)] as const)])),
      ]);
    });
  });
  return { readings: readings.filter((ofPlace) => ofPlace.length > 0), gaps };
}

function nth({ words }: Open, i: number): Tree {
  return words[i % words.length] ?? null;
}

/** What is declared for a place; of a list item, what lists hold. */
function wordsFor(native: Native, path: string, group: Group, { decisive = {} }: Cloud): readonly Tree[] {
  const place = placeOf(native, path);
  const declared = Object.hasOwn(decisive, place) ? decisive[place] : undefined;
  if (!declared) return [];
  if ("beside" in declared) {
    const words = [...declared.beside, ...standingAt(place, group)];
    return [...new Map(words.map((word) => [canonical(word), word])).values()];
  }
  const isItem = /(^|\.)\d+$/.test(path);
  return declared.flatMap((word) => (isItem && isList(word) ? word : [word]));
}

/** What is known at a place in the natives of a group. */
function standingAt(place: string, { anchor, owned, shared }: Group): Tree[] {
  return [...(anchor ? [anchor] : []), ...owned, ...shared].flatMap((native) =>
    leavesInDocuments(native.args).flatMap(([path, value]) =>
      placeOf(native, path) === place && !(value instanceof Unknown) ? [value] : [],
    ),
  );
}

function placeOf({ type }: Native, path: string): string {
  return joinPath(type, genericPath(path));
}

/** A group with another native in the place of one. */
export function withNative(group: Group, native: Native, changed: Native): Group {
  const other = (n: Native) => (n === native ? changed : n);
  return {
    ...group,
    anchor: group.anchor && other(group.anchor),
    owned: group.owned.map(other),
    shared: group.shared.map(other),
    edges: group.edges.map((edge) => ({ ...edge, native: other(edge.native) })),
  };
}
