import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { effortModel } from "../../assessment/effort-model.ts";
import { estimate } from "../../assessment/estimate.ts";
import { assessInput, bucket, database, losing } from "./estate.ts";

/** The example of docs/effort.md, done again with `Math` and nothing of the simulation. */

const text = readFileSync(new URL("../../docs/effort.md", import.meta.url), "utf8").replaceAll("−", "-");

/** Cells of the rows under a head. */
function rows(head: string): string[][] {
  const [, ...after] = text.split(`| ${head} |\n`)[1]?.split("\n") ?? [];
  return after.slice(0, after.indexOf("")).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}
const items = rows("item | low | likely | high | quantity").map(([id = "", ...cells]) => {
  const [low = 0, likely = 0, high = 0, quantity = 0] = cells.map(Number);
  return { id, low, likely, high, quantity };
});
const draws = rows("draw | translate | adapt | dataSetup | profile | shared | tail below 0.17 | tail | hours").map(
  (r) => r.map(Number),
);
const printed = rows("P10 | P50 | P80 | P95")[0]?.map(Number);

const named = ["objectBucket.translate.always", "postgres.adapt.per loss", "postgres.dataSetup.always"];
const model = {
  ...effortModel,
  crossCutting: [],
  workItems: effortModel.workItems.filter((r) => named.includes(`${r.kind}.${r.activity}.${r.when}`)),
};
const estate = {
  components: [bucket("a"), bucket("b"), database("orders")],
  translations: { ".:aws_db_instance.orders": losing("pointInTimeRecovery", "degrades") },
  facts: { team: { people: 2 }, environments: 1 },
};
const estimated = estimate({ ...assessInput(estate), model });

describe("the example of docs/effort.md", () => {
  test("has the items and quantities of its estate", () => {
    expect(items).toEqual(
      estimated.charges.map((c) => ({ id: c.key, ...c.hours, quantity: expect.closeTo(c.upper, 3) })),
    );
    expect(items.map((i) => Math.round(i.quantity ** 2))).toEqual([2, 1, 1]);
    expect(estimated.profile).toEqual({ lower: "lean", upper: "lean" });
  });

  test("each draw comes out by hand, and is the one the program drew", () => {
    const drawn = (low: number, likely: number, high: number, z: number) =>
      likely * (z < 0 ? likely / low : high / likely) ** (z / 1.2816);
    expect(draws).toHaveLength(3);
    for (const [number = -1, ...row] of draws) {
      const [profile = 0, shared = 0, happens = 0, tail = 0, hours = 0] = row.slice(3);
      const sum = items.reduce((total, i, at) => total + i.quantity * drawn(i.low, i.likely, i.high, row[at] ?? 0), 0);
      const project = Math.exp(0.5 * shared) * (happens < 0.17 ? 2 * Math.exp(0.5 * tail) : 1);
      const byHand = sum * drawn(0.3, 0.5, 0.8, profile) * project;
      expect(byHand).toBeCloseTo(hours, 1);
      expect(estimated.hours.upper[number]).toBeCloseTo(hours, 1);
    }
  });

  test("percentiles are those of the draws, sorted", () => {
    const sorted = [...estimated.hours.upper].sort((a, b) => a - b);
    expect(sorted).toHaveLength(4096);
    const days = [0.1, 0.5, 0.8, 0.95].map((p) => (sorted[Math.ceil(p * 4096) - 1] ?? 0) / 7.5);
    expect(printed?.map((d, i) => Math.abs(d - (days[i] ?? 0)) <= 0.05)).toEqual([true, true, true, true]);
    expect([...estimated.hours.lower]).toEqual([...estimated.hours.upper]);
  });
});
