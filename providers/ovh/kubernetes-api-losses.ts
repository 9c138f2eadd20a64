import type { Props } from "../../constructs/kinds.ts";
import type { Loss } from "../provider.ts";
import { haveAddresses } from "./kubernetes-clients.ts";

const docs = "ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes";
const restrictions = { source: `${docs}/premium (2025-09-10), API Server IP restrictions`, date: "2026-11-28" };

type Cluster = Props<"kubernetes">;
const asked = (test: (props: Cluster) => boolean) => (props: Record<string, unknown>) => test(props as Cluster);

/** What is lost of who reaches the API of a cluster. */
export const apiLosses: readonly Loss[] = [
  {
    path: "firewalls",
    severity: "degrades",
    class: "workaround",
    why: "The control plane takes no groups of rules, and nodes keep the default one.",
    instead: "List the addresses that may reach the API in `allowedCidrs`.",
    citation: { source: `${docs}/premium (2025-09-10), Ports`, date: "2026-11-25" },
  },
  {
    path: "privateEndpoint",
    when: asked(({ privateEndpoint }) => privateEndpoint === true),
    severity: "degrades",
    class: "workaround",
    why: "The API answers at a public address only.",
    instead:
      "Go out through the network's gateway, and list its address in `allowedCidrs`: with the standard plan the code does.",
    citation: restrictions,
  },
  {
    path: "publicAccess",
    when: asked(({ publicAccess, allowedCidrs }) => publicAccess === false && !allowedCidrs?.length),
    severity: "degrades",
    class: "workaround",
    why: "The API answers at a public address only, and nobody knows which addresses nodes of the free plan, or with public addresses, call it from: everybody on the internet may call it.",
    instead:
      "Deploy nodes without public addresses to a region of the standard plan, where the address of the network's gateway is listed alone, or list who may call it in `allowedCidrs`, the nodes among them.",
    citation: restrictions,
  },
  {
    path: "publicAccess",
    when: asked(({ publicAccess, allowedCidrs }) => publicAccess === false && Boolean(allowedCidrs?.length)),
    severity: "degrades",
    class: "workaround",
    why: "The API answers at a public address only: with the free plan, or nodes with public addresses, those whose addresses are listed may call it.",
    instead:
      "Deploy nodes without public addresses to a region of the standard plan, where the address of the network's gateway is listed alone.",
    citation: restrictions,
  },
  {
    path: "allowedCidrs",
    when: asked(({ publicAccess, pools }) => publicAccess === false && !haveAddresses(pools)),
    severity: "cosmetic",
    class: "setting",
    why: "With the standard plan either nobody outside is let in or those that are listed.",
    instead: "Leave out one of the two.",
    citation: restrictions,
  },
];
