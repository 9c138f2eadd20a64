import { gapsOf, isOpen } from "./gaps.ts";
import type { Group } from "./group.ts";
import type { Native, Tree } from "./native.ts";
import { attributeAt } from "./normalise.ts";
import type { Cloud } from "./provider.ts";
import type { RaisedGroup } from "./raise.ts";
import { resourceSchema } from "./schema-of.ts";
import { withLeaf, withNative } from "./with-leaf.ts";

/** Values for a leaf that nobody knows: words, and what stands where a word may not: a range, an address, times. */
const PROBES: Readonly<Record<string, readonly (readonly Tree[])[]>> = {
  string: [["exeat-probe"], ["10.0.0.0/24"], ["10.0.0.4"], ["03:00-04:00"], ["sun:03:00-sun:04:00"]],
  number: [[7, 300]],
  bool: [[true, false]],
};

/**
 * Whether a leaf of a group that nobody knows is written back whatever it is: some values nobody would expect there are. A name comes
 * back; a type of disk may be one that the vocabulary has no word for.
 */
export function comesBack(
  group: Group,
  cloud: Cloud,
  raise: (group: Group) => RaisedGroup,
): (native: Native, path: string) => boolean {
  return (native, path) => {
    const type = attributeAt(resourceSchema(cloud, native), path)?.type;
    const tried = (typeof type === "string" && PROBES[type]) || [];
    const isKept = (value: Tree) => {
      const changed = withLeaf(native, path, value);
      return isWrittenBack(raise(withNative(group, native, changed)), cloud, changed, path, value);
    };
    return tried.some((values) => values.every(isKept));
  };
}

function isWrittenBack(raised: RaisedGroup, cloud: Cloud, native: Native, path: string, value: Tree): boolean {
  if (isOpen(value, raised.holes)) return false;
  const { residue, coarsened } = gapsOf(raised, cloud);
  return ![...residue, ...coarsened].some((leaf) => leaf.address === native.address && leaf.path === path);
}
