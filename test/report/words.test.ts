import { expect, test } from "@jest/globals";
import { code, md, shortPair } from "../../report/words.ts";

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

test.each([
  ["a team", "ask @acme/platform", "ask @\u2060acme/platform"],
  ["an address of mail", "a@example.org", "a@\u2060example.org"],
  ["an issue", "acme/app#12", "acme/app\\#\u206012"],
  ["an address of the web", "see https://example.org/x", "see https:\u2060//example.org/x"],
  ["one without a scheme", "WWW.example.org", "WWW\u2060.example.org"],
  ["none of these", "a: b // c @ d, awww, module.a[0]", "a: b // c @ d, awww, module.a\\[0\\]"],
])("text in Markdown calls nobody and leads nowhere: %s", (_, text, shown) => {
  expect(md(text)).toBe(shown);
  expect(code(text)).toBe(`\`${text}\``);
});
