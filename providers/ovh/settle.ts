import { openMachines } from "../open-machines.ts";
import type { Settled } from "../provider.ts";
import { settleBalancers } from "../settle-balancers.ts";
import type { Authored } from "../synthesis.ts";
import { apart } from "./load-balancer-apart.ts";
import { openClusters } from "./settle-clusters.ts";
import { settleDatabases } from "./settle-databases.ts";

/** What OVHcloud asks of a workload that others do not, machines that it leaves open among it. */
export function settle(components: readonly Authored[], region: string): Settled {
  const balancers = settleBalancers(components, apart);
  const databases = settleDatabases(balancers.components);
  return {
    components: databases.components,
    diagnostics: [
      ...openMachines(components, "OVHcloud"),
      ...openClusters(components, region),
      ...balancers.diagnostics,
      ...databases.diagnostics,
    ],
  };
}
