import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { gibibytesFrom, gigabytesFrom } from "../../../providers/scaleway/disk-units.ts";

test("a disk is asked for in steps of five decimal gigabytes, never too small", () => {
  expect(gigabytesFrom(20)).toBe(25);
  expect(gigabytesFrom(93.13)).toBe(100);
  expect(gibibytesFrom(100)).toBe(93.13);
});

test("what is offered holds what was asked for, and reading it back asks for the same disk", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), (gib) => {
      const gigabytes = gigabytesFrom(gib);
      expect(gigabytes % 5).toBe(0);
      expect(gibibytesFrom(gigabytes)).toBeGreaterThanOrEqual(gib);
      expect(gigabytesFrom(gibibytesFrom(gigabytes))).toBe(gigabytes);
    }),
  );
});
