import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Expression, expressionOf, parseExpression } from "../../engines/expression.ts";
import { encoded, text } from "../../providers/expr.ts";
import { type Tree, Unknown } from "../../providers/native.ts";

const constant = (value: string | number | boolean | null): Expression => ({ kind: "constant", value });
const reference = (...path: (string | number)[]): Expression => ({ kind: "reference", path });

/** What an expression of constants stands for. */
function constantOf(expression: Expression | undefined): unknown {
  switch (expression?.kind) {
    case "constant":
      return expression.value;
    case "list":
      return expression.items.map(constantOf);
    case "object":
      return Object.fromEntries(expression.entries.map(([key, value]) => [key, constantOf(value)]));
    default:
      return undefined;
  }
}

describe("expressions of synthesised code are read", () => {
  test.each<[string, Expression]>([
    ["var.service_name", reference("var", "service_name")],
    ["ovh_x.a.endpoints[0].domain", reference("ovh_x", "a", "endpoints", 0, "domain")],
    ["ovh_x.a.endpoints.0.domain", reference("ovh_x", "a", "endpoints", 0, "domain")],
    ['ovh_x.a.tags["cost centre"]', reference("ovh_x", "a", "tags", "cost centre")],
    ["-12.5e3", constant(-12_500)],
    ["true", constant(true)],
    ["null", constant(null)],
    ['"a\\n\\"\\u00e9\\\\"', constant('a\n"é\\')],
    ['"$${not} %%{this}"', constant("${not} %{this}")],
    ['"${a.b.c}"', reference("a", "b", "c")],
    ['"x${a.b.c}y"', { kind: "template", parts: [constant("x"), reference("a", "b", "c"), constant("y")] }],
    ['"x${"y${var.z}"}"', { kind: "template", parts: [constant("x"), constant("y"), reference("var", "z")] }],
    ['"x${"y"}"', constant("xy")],
    [
      "{\n  a = 1\n  b = [2, 3,]\n}",
      {
        kind: "object",
        entries: [
          ["a", constant(1)],
          ["b", { kind: "list", items: [constant(2), constant(3)] }],
        ],
      },
    ],
    [
      'jsonencode({ "a": var.x })',
      { kind: "call", name: "jsonencode", args: [{ kind: "object", entries: [["a", reference("var", "x")]] }] },
    ],
  ])("%s", (source, expected) => {
    expect(parseExpression(source)).toEqual(expected);
  });

  test.each([
    "",
    "a +",
    "a + b",
    "var.x ? 1 : 2",
    "[for x in y : x]",
    "a.*.b",
    'a["${b}"]',
    '"%{ if x }a%{ endif }"',
    '"open',
    '"a\nb"',
    "<<EOT\nx\nEOT",
    "f(",
    "{ a 1 }",
    "{ a = 1 b = 2 }",
    "[1 2]",
    '"\\x"',
    '"\\U00110000"',
    "a.",
    "1.",
    "x y",
  ])("what lies outside is told from what is inside: %j", (source) => {
    expect(parseExpression(source)).toBeUndefined();
  });

  test("any document reads back as it was encoded", () => {
    fc.assert(
      fc.property(fc.object({ values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }), (value) => {
        const document = JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto")) as Tree;
        const parsed = parseExpression(encoded(document).expression);
        expect(parsed?.kind === "call" ? constantOf(parsed.args[0]) : undefined).toEqual(document);
      }),
    );
  });

  test("the known parts of a text read back as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (known) => {
        const parsed = parseExpression(String((text`${known}${new Unknown("var.x")}` as Unknown).expression));
        const parts = parsed?.kind === "template" ? parsed.parts : [parsed];
        expect(parts).toEqual([...(known === "" ? [] : [constant(known)]), reference("var", "x")]);
      }),
    );
  });

  test("a tree with unknowns is one expression, and none when one of them cannot be read", () => {
    const name = new Unknown("var.name");
    expect(expressionOf([text`a-${name}`, { b: 1 }])).toEqual({
      kind: "list",
      items: [
        { kind: "template", parts: [constant("a-"), reference("var", "name")] },
        { kind: "object", entries: [["b", constant(1)]] },
      ],
    });
    expect(expressionOf({ a: [name, new Unknown("x + 1")] })).toBeUndefined();
  });
});
