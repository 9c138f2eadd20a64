import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { quoted, templateOf, templateText } from "../../engines/template.ts";
import { jsonText, treeOf, valueJson } from "../../engines/terraform-json.ts";
import { Unknown } from "../../providers/native.ts";

describe("text", () => {
  test.each([
    ["plain", "plain"],
    ["$5 and 100%", "$5 and 100%"],
    ["${var.x}", "$${var.x}"],
    ["%{ if true }", "%%{ if true }"],
    ["$${already}", "$$${already}"],
  ])("%s is written %s", (text, written) => {
    expect(templateText(text)).toBe(written);
  });

  test("of any kind reads back as itself", () => {
    const marks = fc.constantFrom("$", "{", "}", "%", '"', "\\", "a", "\n");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(marks).map((m) => m.join("")),
        ),
        (text) => {
          expect(quoted(templateText(text))).toBe(text);
        },
      ),
    );
  });
});

describe("an expression", () => {
  test.each([
    ["aws_s3_bucket.logs.id", "${aws_s3_bucket.logs.id}"],
    ['"https://${aws_s3_bucket.logs.id}/x"', "https://${aws_s3_bucket.logs.id}/x"],
    ['"a\\"b\\n${var.x}"', 'a"b\n${var.x}'],
    ['"$${kept} ${var.x}"', "$${kept} ${var.x}"],
    ['"${f("}", "${var.y}")}-"', '${f("}", "${var.y}")}-'],
    ['"one" == "two"', '${"one" == "two"}'],
    ['jsonencode({ "a" = var.x })', '${jsonencode({ "a" = var.x })}'],
  ])("%s is written %s", (expression, written) => {
    expect(valueJson(new Unknown(expression))).toBe(written);
  });

  test("that is no whole template is left as it is", () => {
    expect(templateOf('"a${unclosed"')).toBeUndefined();
    expect(templateOf('"bad \\q escape"')).toBeUndefined();
    expect(templateOf("var.x")).toBeUndefined();
  });

  test.each([
    ["${var.x}", "var.x"],
    ["a${var.x}", '"a${var.x}"'],
    ['a"${var.x}', '"a\\"${var.x}"'],
    ["\b${var.x}", '"\\u0008${var.x}"'],
    ["${~ var.x ~}", '"${~ var.x ~}"'],
  ])("%s read back is %s", (json, expression) => {
    expect(quoted(json)).toEqual(new Unknown(expression));
  });
});

test("a value reads back as itself, keys of maps too", () => {
  const value = { "a.${b}": [1, true, null, "${x}", { c: "%{d}" }], e: new Unknown("var.f") };
  expect(treeOf(valueJson(value))).toEqual(value);
});

test("equal values have equal bytes, in whatever order they were made", () => {
  expect(jsonText({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(jsonText({ a: [{ c: 3, d: 2 }], b: 1 }));
});
