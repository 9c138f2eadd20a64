import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { pick } from "../../../providers/catalogue.ts";
import {
  catalogues,
  DISK_GROWTH,
  includedDisk,
  LARGEST_DISK,
  MAX_DISK_PER_MEMORY,
} from "../../../providers/ovh/catalog.ts";
import { machineOffers } from "../../../providers/ovh/machines.ts";
import type { Offer } from "../../../providers/provider.ts";

interface Flavor {
  readonly kind: string;
  readonly generation?: string;
  readonly name: string;
  readonly vcpu: number;
  readonly memGiB: number;
}

const flavors = JSON.parse(
  readFileSync(new URL("../../../providers/ovh/flavors.json", import.meta.url), "utf8"),
) as readonly Flavor[];
const databases = flavors.filter((f) => f.kind === "database");
const sizes: readonly Offer[] = catalogues.databaseSize.offers;
const byName = (a: { native: string }, b: { native: string }) => (a.native < b.native ? -1 : 1);

test.each([
  ["third", "sold", "gen3", false],
  ["second", "read", "gen2", true],
])("sizes of the %s generation are %s: the rows of flavors.json, no more and no fewer", (_, __, generation, legacy) => {
  const rows = databases
    .filter((f) => f.generation === generation)
    .map((f) => ({ native: f.name, value: { vcpu: f.vcpu, memoryGiB: f.memGiB } }));
  const offers = sizes.filter((o) => (o.legacy ?? false) === legacy).map(({ native, value }) => ({ native, value }));
  expect(offers.sort(byName)).toEqual(rows.sort(byName));
});

test("every machine has a disk, and none more for its memory than is counted on", () => {
  for (const { native, value, legacy } of sizes) {
    expect(includedDisk(native)).toBeGreaterThan(0);
    const { memoryGiB } = value as { memoryGiB: number };
    if (!legacy) expect(includedDisk(native) * DISK_GROWTH).toBe(memoryGiB * MAX_DISK_PER_MEMORY);
    expect(includedDisk(native) * DISK_GROWTH).toBeLessThanOrEqual(LARGEST_DISK);
  }
});

test("no name is offered twice in a catalogue", () => {
  for (const { offers } of Object.values(catalogues)) {
    const names = offers.map((o) => o.native);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("what is preferred is offered", () => {
  for (const { offers, preferred } of Object.values(catalogues)) {
    expect(offers.filter((o: Offer) => !o.legacy).map((o) => o.native)).toContain(preferred);
  }
});

test.each([
  ["8 vCPU with an L4", { vcpu: 8, memoryGiB: 48, gpus: 1 }, "l4-90"],
  [
    "more memory than any but a machine with an H100 has beside one GPU",
    { vcpu: 24, memoryGiB: 240, gpus: 1 },
    "h100-380",
  ],
  ["two GPUs", { vcpu: 16, memoryGiB: 96, gpus: 2 }, "l4-180"],
])("machines with GPUs: %s", (_, wanted, native) => {
  const { machineGpu } = machineOffers;
  expect(machineGpu && pick(machineGpu, wanted).native).toBe(native);
});
