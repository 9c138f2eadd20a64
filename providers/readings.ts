import { canonical } from "../constructs/satisfies.ts";
import { gapsOf, isOpen } from "./gaps.ts";
import type { Group } from "./group.ts";
import { isList, type Native, type Tree, Unknown } from "./native.ts";
import { comesBack } from "./open-gaps.ts";
import { genericPath, isUnder, joinPath } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import type { RaisedGroup } from "./raise.ts";
import { leavesInDocuments } from "./recorder.ts";
import { resourceSchema } from "./schema-of.ts";
import type { FoundComponent, LeafGap, Reading } from "./survey.ts";
import { blockPlace, fullest, type Place } from "./unknown-blocks.ts";
import { withLeaf, withNative } from "./with-leaf.ts";

/** What a group may turn out to be, and the leaves that one of those does not carry. */
export interface Readings {
  readonly readings: NonNullable<FoundComponent["readings"]>;
  readonly gaps: readonly LeafGap[];
}

/** A place that nobody knows, with what it may be. */
interface Open {
  readonly path: string;
  readonly words: readonly Tree[];
  readonly isBlock?: true;
}

type Known = readonly [path: string, value: Tree];

/**
 * Reads a group with each value that a decisive place may have which nobody knows, and each block that nobody knows as one with all that
 * can be set in it: the other places as they are, and with those of its own native known too, for what two of them say together neither
 * says alone.
 */
export function readingsOf(
  group: Group,
  raised: RaisedGroup,
  cloud: Cloud,
  raise: (group: Group) => RaisedGroup,
  touched?: (native: Native, path: string) => boolean,
): Readings {
  const gaps: LeafGap[] = [];
  const asKnown = (native: Native, values: readonly Known[], block?: string): Reading[] => {
    const known = values.reduce((made, [path, value]) => withLeaf(made, path, value), native);
    const changed = withNative(group, native, known);
    const other = raise(changed);
    if (!other.component) return [];
    const inside = block === undefined ? undefined : within(block, comesBack(changed, cloud, raise));
    const { residue, coarsened, mayCoarsen = [] } = gapsOf(other, cloud, touched, inside);
    gaps.push(...residue, ...coarsened, ...mayCoarsen);
    const { component, holes, outline } = other;
    const { props, requested } = component;
    return [{ props, requested, holes, residue, ...(outline ? { outline } : {}) }];
  };
  const readings = raised.recorders.flatMap((recorder) => {
    const { native } = recorder;
    const open = recorder.leaves().flatMap(({ path, value }): Open[] => {
      if (!(value instanceof Unknown)) return [];
      const block = blockPlace(resourceSchema(cloud, native)?.block, path);
      if (block) return [{ path, isBlock: true, words: blockWords(native, path, value, block, group, cloud) }];
      const words = isOpen(value, raised.holes) ? wordsFor(native, path, group, cloud) : [];
      return words.length === 0 ? [] : [{ path, words }];
    });
    return open.map(({ path, words, isBlock }) => {
      const others = open.filter((o) => o.path !== path);
      return words.flatMap((word, i) => [
        ...asKnown(native, [[path, word]], isBlock && path),
        ...(others.length === 0
          ? []
          : asKnown(native, [[path, word], ...others.map((o) => [o.path, nth(o, i)] as const)])),
      ]);
    });
  });
  return { readings: readings.filter((ofPlace) => ofPlace.length > 0), gaps };
}

/** An answer for the leaves of a block, one for all blocks beside each other: they are alike. */
function within(block: string, answer: (native: Native, path: string) => boolean): typeof answer {
  const known = new Map<string, boolean>();
  return (native, path) => {
    if (!isUnder(path, block)) return true;
    const place = placeOf(native, path);
    const says = known.get(place) ?? answer(native, path);
    known.set(place, says);
    return says;
  };
}

function nth({ words }: Open, i: number): Tree {
  return words[i % words.length] ?? null;
}

/** All that may stand in a block: once as nobody knows it, and with what is declared for the places in it. */
function blockWords(
  native: Native,
  path: string,
  { expression }: Unknown,
  block: Place,
  group: Group,
  cloud: Cloud,
): readonly Tree[] {
  const unknown = new Unknown(expression);
  const words = new Map<string, readonly Tree[]>();
  let most = 0;
  const filled = (nth?: number) =>
    fullest(block, path, {
      word(at) {
        const declared = words.get(at) ?? wordsFor(native, at, group, cloud);
        words.set(at, declared);
        most = Math.max(most, declared.length);
        return nth === undefined ? unknown : (declared[nth % declared.length] ?? unknown);
      },
      choice(names) {
        most = Math.max(most, names.length);
        return names[(nth ?? 0) % names.length];
      },
    });
  const open = filled();
  return [open, ...Array.from({ length: most }, (_, nth) => filled(nth))];
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
