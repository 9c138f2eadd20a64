import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { effortModel } from "../../assessment/effort-model.ts";
import { learned, shapeOf } from "../../assessment/learning.ts";
import { exp, ln, normal, power, uniform } from "../../assessment/numbers.ts";
import { Simulation } from "../../assessment/simulate.ts";

describe("arithmetic that is the same on every machine", () => {
  test("agrees with the mathematical functions", () => {
    for (const x of [-20, -1.5, -0.001, 0, 0.3, 1, 7, 40]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
    for (const x of [1e-9, 0.2, 0.75, 1, 1.5, 12, 1e7]) expect(ln(x)).toBeCloseTo(Math.log(x), 12);
    expect(power(10, 0.5)).toBeCloseTo(Math.sqrt(10), 12);
    expect(power(0, 0.5)).toBe(0);
  });

  test("gives the quantiles of the normal distribution", () => {
    expect(normal(0.5)).toBeCloseTo(0, 9);
    expect(normal(0.9)).toBeCloseTo(1.2815515655, 7);
    expect(normal(0.01)).toBeCloseTo(-2.326347874, 7);
  });

  test("draws evenly between 0 and 1", () => {
    const draws = Array.from({ length: 10_000 }, (_, i) => uniform(7, i));
    expect(Math.min(...draws)).toBeGreaterThan(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(draws.reduce((a, b) => a + b) / draws.length).toBeCloseTo(0.5, 1);
    expect(new Set(draws).size).toBeGreaterThan(9_990);
  });

  test("low, likely and high of a record are its P10, P50 and P90", () => {
    const nothing = { charges: [], shares: [], profile: { lower: "lean", upper: "lean" }, facts: {} } as const;
    const hours = new Simulation({ ...nothing, model: effortModel })
      .range("x", { low: 2, likely: 6, high: 18 })
      .slice()
      .sort();
    expect([0.1, 0.5, 0.9].map((p) => hours[hours.length * p - ((hours.length * p) % 1)])).toEqual([
      expect.closeTo(2, 0),
      expect.closeTo(6, 0),
      expect.closeTo(18, -0.5),
    ]);
  });
});

describe("learning", () => {
  const exponents = { same: 0.5, different: 0.95 };

  test("the first of a kind costs one, four alike cost two, and different ones nearly as many as they are", () => {
    expect(learned([1], exponents)).toBeCloseTo(1, 9);
    expect(learned([4], exponents)).toBeCloseTo(2, 9);
    expect(learned([1, 1, 1, 1], exponents)).toBeCloseTo(4 ** 0.95, 9);
  });

  test("never falls when an instance is added", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), fc.nat({ max: 8 }), (counts, i) => {
        const more = i < counts.length ? counts.map((n, j) => (j === i ? n + 1 : n)) : [...counts, 1];
        return learned(more, exponents) >= learned(counts, exponents) - 1e-9;
      }),
    );
  });

  test("names and sizes do not make another shape; attributes and switches do", () => {
    expect(shapeOf({ name: "a", rules: [{ id: "x" }] })).toBe(
      shapeOf({ name: "b", rules: [{ id: "y" }, { id: "z" }] }),
    );
    expect(shapeOf({ versioning: true })).not.toBe(shapeOf({ versioning: false }));
    expect(shapeOf({ name: "a" })).not.toBe(shapeOf({ name: "a", cors: [] }));
  });
});
