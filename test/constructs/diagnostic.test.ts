import { expect, test } from "@jest/globals";
import { type Diagnostic, placesOf, saidOnce } from "../../constructs/diagnostic.ts";

const at = (line: number, detail: string, address?: string): Diagnostic => ({
  severity: "warning",
  code: "EX0110",
  summary: "How many there are is not known",
  detail,
  ...(address === undefined ? {} : { address }),
  source: { file: "main.tf", line },
});

test("what is the same but for its place is said once, at every place", () => {
  const merged = saidOnce([at(9, "var.a", "x.c"), at(4, "var.b"), at(2, "var.a", "x.a"), at(2, "var.a", "x.b")]);
  expect(merged.map((d) => [d.detail, placesOf(d).map((place) => [place.address, place.source?.line])])).toEqual([
    [
      "var.a",
      [
        ["x.a", 2],
        ["x.b", 2],
        ["x.c", 9],
      ],
    ],
    ["var.b", [[undefined, 4]]],
  ]);
});

test("the same of the same place is said once, and two severities stay two", () => {
  const error: Diagnostic = { ...at(2, "var.a"), severity: "error" };
  expect(saidOnce([at(2, "var.a"), at(2, "var.a"), error])).toEqual([at(2, "var.a"), error]);
});
