import { nodeMarket } from "../node-market.ts";
import { machines } from "./machines.ts";

/** Kapsule refuses Instances with too little memory: scaleway/terraform-provider-scaleway@b2d45ed:docs/resources/k8s_pool.md, 2026-08-21. */
const REFUSED = /^(DEV1-S|PLAY2-PICO|STARDUST1-S)$/;

export const nodes = nodeMarket(
  machines,
  {
    source: "providers/scaleway/flavors.json (vm rows, 2026-07-01) without those that docs/resources/k8s_pool.md names",
    date: "2026-11-25",
  },
  ({ name }) => REFUSED.test(name),
);
