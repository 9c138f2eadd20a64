import { expect, test } from "@jest/globals";
import { shortPair } from "../../report/words.ts";

const long = "arn:aws:iam::111122223333:policy/teams/billing/";

test.each([
  ["20", 20, 100, "20 → 100"],
  ["nothing", null, true, "nothing → true"],
  ["long values that differ at once", `a${long}`, `b${long}`, `a${long.slice(0, 38)}… → b${long.slice(0, 38)}…`],
  ["long values that begin alike", `${long}readers`, `${long}writers`, "…s/billing/readers → …s/billing/writers"],
  ["one that goes on", `${long}a`, `${long}ab`, "…/billing/a → …/billing/ab"],
])("two values: %s", (_, before, after, shown) => {
  expect(shortPair(before, after)).toBe(shown);
});
