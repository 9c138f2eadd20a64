import type { Native } from "../../providers/native.ts";
import { leavesOf } from "../../providers/paths.ts";
import { addressOf, referencesIn } from "../expression.ts";

/** Addresses of what a native needs before it: what its arguments name and what it waits for. */
function needsOf({ args, dependsOn = [] }: Native): readonly string[] {
  return [...leavesOf(args).flatMap(([, leaf]) => referencesIn(leaf).map(addressOf)), ...dependsOn];
}

/** Natives in the order of a program whose constants are made before they are used; else as they come, a circle cut where it closes. */
export function inOrder(natives: readonly Native[]): readonly Native[] {
  const byAddress = new Map(natives.map((native) => [native.address, native]));
  const seen = new Set<string>();
  const ordered: Native[] = [];
  // A stack of its own: a chain of many thousands would exhaust the engine's.
  const stack: { native: Native; needs: Iterator<string> }[] = [];
  const open = (native: Native | undefined) => {
    if (!native || seen.has(native.address)) return;
    seen.add(native.address);
    stack.push({ native, needs: needsOf(native).values() });
  };
  for (const first of natives) {
    open(first);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const need = top.needs.next();
      if (need.done) {
        ordered.push(top.native);
        stack.pop();
      } else open(byAddress.get(need.value));
    }
  }
  return ordered;
}
