import { describe, expect, test } from "@jest/globals";
import { isUnknown, type Tree } from "../../../providers/native.ts";
import { argumentX, readMain } from "./memory-files.ts";

const VARIABLES = `
variable "l" {
  type    = list(string)
  default = []
}
variable "s" {
  type    = list(string)
  default = ["a"]
}
variable "m" {
  type    = map(string)
  default = {}
}
variable "o" {
  type    = object({ a = number })
  default = { a = 1 }
}
variable "u" { default = [] }
`;

describe("a list is no tuple and a map no object, as OpenTofu 1.12.6 has it", () => {
  test.each([
    ["var.l == []", false],
    ["var.l != []", true],
    ["var.m == {}", false],
    ["var.s == ['a']", false],
    ["var.s == ['b']", false],
    ["var.o == { a = 1 }", true],
    ["var.u == []", true],
    ["var.l == var.l", true],
    ["var.s == split(',', 'a')", true],
    ["['a'] == split(',', 'a')", false],
    ["tolist(var.u) == []", false],
    ["var.u == [] && tolist(var.u) != [] && var.u == []", true],
    ["toset(['a']) == var.s", false],
    ["tomap({ a = 1 }) == { a = 1 }", false],
    ["(true ? ['a'] : ['b']) == ['a']", true],
    ["(true ? ['a'] : null) == ['a']", true],
    ["keys({ a = 1 }) == ['a']", true],
    ["keys(var.m) == []", false],
    ["values({ a = 1 }) == [1]", true],
    ["concat(['a'], ['b']) == ['a', 'b']", true],
    ["concat(var.s, ['b']) == ['a', 'b']", true],
    ["concat(var.s, var.s) == tolist(['a', 'a'])", true],
    ["merge({ a = 1 }, { b = 1 }) == { a = 1, b = 1 }", true],
    ["merge(var.m, { b = 1 }) == { b = 1 }", true],
    ["flatten([['a']]) == ['a']", true],
    ["var.s[*] == ['a']", false],
    ["var.s[*] == tolist(['a'])", true],
    ["[for x in var.s : x] == ['a']", true],
    ["jsondecode('[[]]') == [[]]", true],
    ["zipmap(['a'], ['b']) == { a = 'b' }", true],
    ["zipmap(var.s, var.s) == tomap({ a = 'a' })", true],
    ["slice(['a', 'b'], 0, 1) == ['a']", true],
    ["slice(var.s, 0, 1) == var.s", true],
    ["reverse(['a']) == ['a']", true],
    ["distinct(['a']) == ['a']", false],
    ["sort(['a']) == ['a']", false],
    ["range(1) == [0]", false],
    ["regexall('a', 'b') == []", false],
    ["regex('(a)(b)', 'ab') == ['a', 'b']", true],
    ["coalescelist(var.l, ['b']) == ['b']", true],
    ["[tolist(['a'])] == [['a']]", false],
    ["element([['a']], 0) == ['a']", true],
  ])("%s is %s", async (expression, answer) => {
    expect(await argumentX(expression.replaceAll("'", '"'), VARIABLES)).toBe(answer);
  });

  test.each([
    // The engines make one type of two branches that differ: here a list.
    "(true ? ['a'] : []) == ['a']",
    "(true ? { a = 1 } : {}) == { a = 1 }",
    // Of empty ones it depends on what would be in them.
    "var.l == tolist([])",
    "[for x in [] : x] == [] && var.l == tolist([])",
  ])("%s is not known here", async (expression) => {
    const value = await argumentX(expression.replaceAll("'", '"'), VARIABLES);
    expect(isUnknown(value as Tree)).toBe(true);
  });

  test("a resource counted by such a comparison is not lost", async () => {
    const resource = (name: string, count: string) => `resource "x_y" "${name}" {\n  count = ${count}\n}\n`;
    const root = await readMain(
      VARIABLES + resource("a", "var.l == [] ? 0 : 1") + resource("b", "var.m == {} ? 0 : 3"),
    );
    expect(root.natives.map((n) => n.address)).toEqual(["x_y.a[0]", "x_y.b[0]", "x_y.b[1]", "x_y.b[2]"]);
  });
});
