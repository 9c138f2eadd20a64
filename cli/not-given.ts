import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import { translate } from "../providers/translate.ts";
import type { Incomplete } from "../providers/witness.ts";

/** A component and where its author wrote it. */
export type Authored = Incomplete & { readonly id: string; readonly at?: Location };

/** What was asked for and a cloud does not give, each with why and what instead. */
export function notGiven(
  component: Authored,
  cloud: Cloud,
  as: Pick<Diagnostic, "code" | "summary">,
  region?: string,
): Diagnostic[] {
  return translate(component, cloud, region).losses.map(({ path, verdict, declared }) => {
    const open = verdict === "depends" ? ["Whether it is kept depends on a value that nobody knows."] : [];
    const why = declared?.why ?? (open.length > 0 ? [] : `${cloud.title} gives another value.`);
    return {
      severity: "warning",
      ...as,
      detail: `${path}: ${[...open, why, declared?.instead ?? []].flat().join(" ")}`,
      address: component.id,
      ...(component.at ? { source: component.at } : {}),
    };
  });
}
