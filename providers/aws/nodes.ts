import { nodeMarket } from "../node-market.ts";
import { machines } from "./machines.ts";

/** Any type may be a node; the system's own pods leave no room on the smallest ones (judgement, 2026-11-25). */
export const nodes = nodeMarket(
  machines,
  {
    source:
      "facts/mapping.md section 8, Kubernetes nodes: any type of EC2; sizes by providers/aws/flavors.json (2026-07-20)",
    date: "2026-11-25",
  },
  ({ memoryGiB }) => memoryGiB < 2,
);
