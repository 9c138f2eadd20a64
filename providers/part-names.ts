import { labelsOf } from "./labels.ts";
import type { Native } from "./native.ts";

type Addressed = Pick<Native, "address">;

/**
 * Names for the parts of a component by their addresses: what the code calls them, without what it calls the component. Each is
 * fit for an item of a reference, no two are alike, and a part that `lower` wrote has the name it was written under.
 */
export function partNames(parts: readonly Addressed[], anchor: Addressed | undefined): ReadonlyMap<string, string> {
  const labels = labelsOf([...parts, ...(anchor ? [anchor] : [])].map(({ address }) => `.:${address}`));
  const wordsOf = ({ address }: Addressed) =>
    (labels.get(`.:${address}`) ?? address).split("_").filter((w) => w !== "");
  const own = anchor ? wordsOf(anchor) : [];
  const taken = new Set<string>();
  const out = new Map<string, string>();
  for (const part of [...parts].sort((a, b) => (a.address < b.address ? -1 : 1))) {
    const words = wordsOf(part);
    let shared = 0;
    while (shared < words.length - 1 && words[shared] === own[shared]) shared++;
    const wanted = words.slice(shared).join("-");
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
    taken.add(name);
    out.set(part.address, name);
  }
  return out;
}
