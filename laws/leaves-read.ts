import { gapsOf } from "../providers/gaps.ts";
import type { Native } from "../providers/native.ts";
import { isSchemaDefault } from "../providers/normalise.ts";
import { fingerprint, genericPath } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import { withLeaf } from "../providers/with-leaf.ts";
import { law } from "./law.ts";
import { componentText, otherValues } from "./leaves.ts";
import { type RaisedAlone, type Reading, raisedAlone } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

export const noResidue = law<Specimen>(
  7,
  "no-residue",
  "`raise` reads everything that `lower` writes.",
  ({ cloud, trip: { raised } }, fail) => {
    for (const leaf of gapsOf(raised, cloud).residue) fail(`${leaf.address} ${leaf.path} is written and not read`);
  },
);

const SENTENCE = "Changing any leaf that `raise` read changes the component.";

export const everyReadCounts = law<Specimen>(7, "every-read-counts", SENTENCE, ({ cloud, natives }, fail) => {
  for (const one of raisedAlone(natives, cloud)) unfelt(one, natives, cloud, new Set(), fail);
});

/** A leaf that is listed as coarsened has its price, and one at its default asks for nothing: both may go unfelt. */
export const everyReadOfEstatesCounts = law<Reading>(
  7,
  "every-read-of-estates-counts",
  SENTENCE,
  ({ cloud, groups }, fail) => {
    for (const one of groups) {
      const { group: g, raised } = one;
      const listed = new Set(gapsOf(raised, cloud).coarsened.map((l) => `${l.address} ${l.path}`));
      unfelt(one, [...(g.anchor ? [g.anchor] : []), ...g.owned, ...g.shared], cloud, listed, fail);
    }
  },
);

function unfelt(
  { raised }: RaisedAlone,
  natives: readonly Native[],
  cloud: Cloud,
  listed: ReadonlySet<string>,
  fail: (says: string) => void,
): void {
  const before = componentText(raised);
  for (const recorder of raised.recorders) {
    const { native } = recorder;
    const leaves = recorder.leaves();
    const schema = resourceSchema(cloud, native);
    for (const { path, value, fate } of leaves) {
      if (fate !== "read" || listed.has(`${native.address} ${path}`) || isSchemaDefault(schema, path, value)) continue;
      // What stands at the same place elsewhere in the native has a meaning more often than what nobody would write.
      const beside = leaves.filter((l) => genericPath(l.path) === genericPath(path) && l.path !== path);
      const felt = [...otherValues(value), ...beside.map((l) => l.value)].some((other) => {
        const changed = natives.map((n) => (n === native ? withLeaf(n, path, other) : n));
        const after = raisedAlone(changed, cloud).find((o) => o.raised.component?.id === raised.component?.id);
        return !after || componentText(after.raised) !== before;
      });
      if (!felt) fail(`${native.address} ${path} = ${fingerprint(value)} is read, and no other value changes anything`);
    }
  }
}
