import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Offer } from "../../../providers/provider.ts";
import { catalogues } from "../../../providers/scaleway/catalog.ts";

interface Flavor {
  readonly engines?: readonly string[];
  readonly name: string;
  readonly vcpu: number;
  readonly memGiB: number;
}

const flavors = JSON.parse(
  readFileSync(new URL("../../../providers/scaleway/flavors.json", import.meta.url), "utf8"),
) as readonly Flavor[];
const sizes: readonly Offer[] = catalogues.databaseSize.offers;

test("the sizes offered for databases are the rows of flavors.json, no more and no fewer", () => {
  const rows = flavors
    .filter((f) => f.engines?.includes("postgresql"))
    .map((f) => ({ native: f.name, value: { vcpu: f.vcpu, memoryGiB: f.memGiB } }));
  const offers = sizes.filter((o) => !o.legacy).map(({ native, value }) => ({ native, value }));
  const byName = (a: { native: string }, b: { native: string }) => (a.native < b.native ? -1 : 1);
  expect(offers.sort(byName)).toEqual(rows.sort(byName));
});
