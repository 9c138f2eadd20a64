import { nodeMarket } from "../node-market.ts";
import { machines } from "./machines.ts";

/** d2-2 is too small for what the cluster itself runs on each node, and metal is no node: facts/mapping.md section 8, 2026-11-21. */
export const nodes = nodeMarket(
  machines,
  {
    source: "providers/ovh/flavors.json (vm rows, 2026-01-31); facts/mapping.md section 8, Kubernetes nodes",
    date: "2026-11-25",
  },
  ({ name }) => name === "d2-2" || name.startsWith("bm-"),
);
