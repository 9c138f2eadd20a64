import { describe, expect, test } from "@jest/globals";
import { argumentX, readMain } from "./memory-files.ts";

const asked = (pattern: string, text: string) =>
  argumentX(`can(regex(${JSON.stringify(pattern)}, ${JSON.stringify(text)}))`);

describe("patterns are RE2's, as OpenTofu 1.12.6 has them", () => {
  test.each([
    ["^app\\-", "app-x"],
    ["\\:\\@\\_\\\"\\#\\!\\,\\=\\%\\&\\~\\`\\'\\<\\>\\;", ":@_\"#!,=%&~`'<>;"],
    ["{", "{"],
    ["a{,2}", "a{,2}"],
    ["}", "}"],
    ["]", "]"],
    ["a{2", "a{2"],
    ["^\\Qa.b\\E$", "a.b"],
    ["\\Qa.b", "a.b"],
    ["^[[:^space:]]$", "a"],
    ["[^[:space:]]", "a"],
    ["^\\pL$", "a"],
    ["\\p{Greek}", "α"],
    ["\\PL", "1"],
    ["\\p{^L}", "1"],
    ["^(?i:A)b$", "ab"],
    ["^a(?i)B$", "ab"],
    ["^(a(?i)B|C)d$", "cd"],
    ["^(?i)a(?-i)b$", "Ab"],
    ["(?P<n>a)", "a"],
    ["(?<n>a)", "a"],
    ["^\\x41\\x{41}\\101$", "AAA"],
    ["\\A\\z", ""],
    ["^[\\w.-]+$", "a-b"],
    ["[]a]", "]"],
    ["[^]a]", "b"],
    ["[a[b]", "["],
    ["(?m)a$", "a\nb"],
    ["(?s)^.$", "\n"],
    ["^*", "xx"],
    ["[[:alpha:][:^digit:]]", "a"],
    ["[\\-a]", "-"],
    ["[a&&b]", "&"],
    ["^[(){}/|]+$", "({|"],
    ["(?i)É", "é"],
    ["^a{1,2}b{2}c{1,}$", "aabbcc"],
  ])("%s fits %j", async (pattern, text) => {
    expect(await asked(pattern, text)).toBe(true);
  });

  test.each([
    ...[
      "\\é",
      "\\y",
      "(?=a)a",
      "(?<!a)b",
      "(?>a)",
      "(a)\\1",
      "\\C",
      "\\Z",
      "\\h",
      "\\e",
      "\\cA",
      "\\uABCD",
      "a**",
      "a*+",
    ],
    ...["a++", "a{1001}", "[a-\\d]", "[[:foo:]]", "[b-a]", "(", ")", "[a", "x*{2}", "*", "(|*)", "\\8", "(?x)a", "a\\"],
    ...["\\p{NoSuchScript}", "(?P<n>a)(b)", "(?P<n>a)(?P<n>b)", "a{3,2}"],
  ])("%s is refused", async (pattern) => {
    expect(await asked(pattern, "a")).toBe(false);
  });

  test.each([
    [".", "\n"],
    ["a$", "a\n"],
    ["\\w", "é"],
    ["\\s", "\u00a0"],
    ["\\s", "\u000b"],
    ["\\d", "٣"],
    ["[[:word:]]", "é"],
    ["^[^a]$", "a"],
    ["^a(?i)B$", "Ab"],
    ["^(?i)a(?-i)b$", "AB"],
  ])("%s does not fit %j", async (pattern, text) => {
    expect(await asked(pattern, text)).toBe(false);
  });

  test.each([
    ['regex("(?U)a+", "aa")', "a"],
    ['regex("(?U)a+?", "aa")', "aa"],
    ['regexall("a|ab", "ab")', ["a"]],
    ['regexall("a*", "ab")', ["a", ""]],
    ['regex("(a)(x)?", "a")', ["a", null]],
    ['replace("hello world", "/(\\\\w+) (\\\\w+)/", "$2 ${1}$3$$")'.replace("${", "$$${"), "world hello$"],
    ['replace("ab", "/(?P<first>a)/", "[$first][$none]")', "[a][]b"],
    ['replace("abc", "", "-")', "-a-b-c-"],
  ])("%s is %j", async (expression, value) => {
    expect(await argumentX(expression)).toEqual(value);
  });

  test("a pattern that JavaScript would match for ever takes no longer than the text is long, and counts", async () => {
    expect(await asked("(a+)+$", `${"a".repeat(40)}b`)).toBe(false);
    const root = await readMain('resource "x_y" "a" {\n  count = can(regex("^app\\\\-", "app-x")) ? 2 : 0\n}\n');
    expect(root.natives).toHaveLength(2);
  });
});
