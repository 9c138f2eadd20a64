import { compareText } from "../constructs/diagnostic.ts";
import type { Native } from "../providers/native.ts";
import type { FoundComponent } from "../providers/survey.ts";

/** Regions in which resources stand, as far as the code says. */
export function regionsOf(
  components: readonly FoundComponent[],
  groups: readonly { readonly natives: readonly Native[] }[],
): string[] {
  const natives = groups.flatMap((group) => group.natives);
  const said = [...components.map((c) => c.region), ...natives.map((n) => n.provider.region)];
  return [...new Set(said.flatMap((region) => region ?? []))].sort(compareText);
}
