import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { json, jsonPieces } from "../../report/reporter.ts";

const whole = (result: object) => json(result, { color: false }).output;

describe("a result in pieces", () => {
  test("is the same text as the whole", () => {
    const results = fc.dictionary(
      fc.string(),
      fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.array(fc.jsonValue())),
    );
    fc.assert(fc.property(results, (result) => expect([...jsonPieces(result)].join("")).toBe(whole(result))));
  });

  test("is handed over a little at a time", () => {
    const result = { items: Array.from({ length: 20_000 }, (_, i) => ({ i, text: "line\nbreak".repeat(10) })) };
    const pieces = [...jsonPieces(result)];
    expect(pieces.join("")).toBe(whole(result));
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((p) => p.length))).toBeLessThan(300_000);
  });
});
