import type { Native } from "./native.ts";
import { attributeOf } from "./native-index.ts";
import { fingerprint, leavesOf } from "./paths.ts";
import type { Cloud } from "./provider.ts";

/** For each native found, the one of its type that code for the same cloud has in its place: the most alike that is left. */
export function counterparts(found: readonly Native[], written: readonly Native[]): Map<Native, Native> {
  const out = new Map<Native, Native>();
  for (const native of found) {
    const taken = new Set(out.values());
    const own = new Set(leavesOf(native.args).map(([path, value]) => `${path} ${fingerprint(value)}`));
    const words = wordsOf(native);
    // Of those that say the same, the one that is called the same.
    const alike = (n: Native) =>
      leavesOf(n.args).filter(([p, v]) => own.has(`${p} ${fingerprint(v)}`)).length +
      wordsOf(n).intersection(words).size / 1000;
    const [best] = written
      .filter((n) => n.type === native.type && n.mode === native.mode && !taken.has(n))
      .map((n) => ({ n, score: alike(n) }))
      .sort((a, b) => b.score - a.score);
    if (best) out.set(native, best.n);
  }
  return out;
}

function wordsOf({ address }: Native): ReadonlySet<string> {
  return new Set(address.toLowerCase().match(/[a-z0-9]+/g));
}

/** Address in the code → id at the provider, where the estate knows it: what `import` blocks are written of. */
export function importsOf(pairs: ReadonlyMap<Native, Native>, cloud: Cloud): Record<string, string> {
  return Object.fromEntries(
    [...pairs].flatMap(([found, written]) => {
      // What is only looked up cannot be imported.
      if (written.mode === "data") return [];
      const id = attributeOf(found, cloud.importIds?.[found.type] ?? "id");
      return typeof id === "string" && id !== "" ? [[written.address, id]] : [];
    }),
  );
}
