import { type Machine, machineCatalogues, machinesFrom } from "../machines.ts";
import flavors from "./flavors.json" with { type: "json" };

/** Families of the third generation, d2 that shares its processors, and graphics ones. Odd sizes of the second (7, 15, 30 GiB), metal and storage ones are read, never chosen. */
const RANKS: Readonly<Record<string, number>> = {
  d2: 0,
  b3: 1,
  c3: 1,
  r3: 1,
  l4: 0,
  a10: 1,
  l40s: 2,
  a100: 3,
  h100: 4,
};

/** Discovery machines, and those of VPS and Sandbox ranges: https://www.ovhcloud.com/en/public-cloud/virtual-instances/, 2026-11-25. */
const SHARED = new Set(["d2", "s1", "vps"]);

const familyOf = (name: string) => name.split("-")[0] ?? "";

/** Every flavour that an estate may name. */
export const machines: readonly Machine[] = machinesFrom(flavors, ({ name, status }) => ({
  cpu: SHARED.has(familyOf(name)) ? "shared" : "dedicated",
  rank: status === "active" ? RANKS[familyOf(name)] : undefined,
}));

export const machineOffers = machineCatalogues(machines, {
  source: "providers/ovh/flavors.json (vm rows, 2026-01-31)",
  date: "2026-11-25",
});

/** The disk that comes with a machine and holds its system, in GB; 0 for one that is not listed. */
export function includedDisk(flavor: string): number {
  const found = flavors.find((f) => f.kind === "vm" && f.name === flavor);
  return found && "localDiskGB" in found ? Number(found.localDiskGB) : 0;
}
