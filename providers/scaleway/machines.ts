import { type Machine, machineCatalogues, machinesFrom } from "../machines.ts";
import flavors from "./flavors.json" with { type: "json" };

/**
 * Ranges that are chosen, those of most zones and the lower price first. DEV1 and GP1 boot from a disk of their host where nothing
 * else is asked for; STARDUST is for one machine a zone, HN for its network: read, never chosen.
 */
const RANKS: Readonly<Record<string, number>> = {
  PLAY2: 0,
  PRO2: 0,
  BASIC3: 1,
  DEV1: 2,
  POP2: 3,
  "POP2-HC": 3,
  "POP2-HM": 3,
  STANDARD3: 4,
  COMPUTE3: 4,
  MEMORY3: 4,
  BASIC2: 0,
  STANDARD2: 1,
  L4: 0,
};

/** https://www.scaleway.com/en/docs/instances/reference-content/choosing-instance-type/, 2025-05-15: the Development range; the newer BASIC ones by facts/mapping.md section 8. */
const SHARED = new Set([
  "STARDUST1",
  "DEV1",
  "PLAY2",
  "PRO2",
  "GP1",
  "BASIC2",
  "BASIC3",
  "START1",
  "VC1S",
  "VC1M",
  "VC1L",
]);

function rangeOf(name: string): string {
  const [range = "", second = ""] = name.split("-");
  return range === "POP2" && /^H[CMN]$/.test(second) ? `${range}-${second}` : range;
}

/** Every Instance type that an estate may name. */
export const machines: readonly Machine[] = machinesFrom(flavors, ({ name, status }) => {
  const range = rangeOf(name);
  return {
    cpu: SHARED.has(range) ? "shared" : "dedicated",
    rank: status === "end_of_service" ? undefined : RANKS[range],
    windows: name.endsWith("-WIN"),
  };
});

export const machineOffers = machineCatalogues(machines, {
  source: "providers/scaleway/flavors.json (vm rows, 2026-07-01)",
  date: "2026-11-25",
});
