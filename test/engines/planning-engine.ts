import { checkWithEngine, type EngineChecked } from "../../engines/run-terraform.ts";
import { terraformFiles } from "../../engines/terraform.ts";
import type { PlanningEngine } from "../../laws/index.ts";
import type { Args } from "../../providers/native.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";

/** What the engine says of a synthesis on emulated providers; thrown where it could not be run. */
export async function planned(synthesis: Synthesis, cloud: Cloud): Promise<EngineChecked> {
  const result = await checkWithEngine(await terraformFiles(synthesis, cloud), cloud);
  if (!result.ran) throw new Error(result.why);
  return result;
}

/** The engine as law 10 wants it. */
export const planning: PlanningEngine = {
  async plan(synthesis, cloud) {
    const { plan, diagnostics } = await planned(synthesis, cloud);
    const changes = (plan?.["resource_changes"] ?? []) as unknown as Change[];
    return {
      said: diagnostics.map((d) => `${d.address ?? ""} ${d.summary}: ${d.detail}`),
      changes: new Map(changes.map((c) => [c.address, c.change])),
    };
  },
};

/** What is planned for an address. */
export interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly after: Args };
}
