import type { Native } from "./native.ts";
import { fingerprint, leavesOf, lookUp } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import type { FoundComponent } from "./survey.ts";

/** Address in the synthesised code → id at the provider, where both are known: what `import` blocks are written of. */
export function importsOf(found: FoundComponent, natives: readonly Native[], cloud: Cloud): Record<string, string> {
  const out: Record<string, string> = {};
  const taken = new Set<Native>();
  for (const native of found.natives) {
    const id = importId(native, cloud);
    const there =
      id === undefined
        ? undefined
        : counterpart(
            native,
            natives.filter((n) => n.type === native.type && !taken.has(n)),
          );
    if (id === undefined || !there) continue;
    taken.add(there);
    out[there.address] = id;
  }
  return out;
}

function importId(native: Native, cloud: Cloud): string | undefined {
  if (native.mode !== "managed") return undefined;
  const attribute = cloud.importIds?.[native.type] ?? "id";
  const value = lookUp(native.args, attribute)?.value ?? native.identifiers?.[attribute];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The written native that is most like the one found; undefined when two are equally like it. */
function counterpart(native: Native, candidates: readonly Native[]): Native | undefined {
  const own = new Set(leavesOf(native.args).map(([path, value]) => `${path} ${fingerprint(value)}`));
  const scored = candidates
    .map((n) => ({ n, score: leavesOf(n.args).filter(([p, v]) => own.has(`${p} ${fingerprint(v)}`)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score !== next?.score ? best.n : undefined;
}
