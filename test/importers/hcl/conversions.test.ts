import { describe, expect, test } from "@jest/globals";
import { isUnknown, type Tree } from "../../../providers/native.ts";
import { argumentX, readMain } from "./memory-files.ts";

describe("text becomes what OpenTofu 1.12.6 makes of it", () => {
  test.each([
    ['tobool("1")', true],
    ['"0" || "1"', true],
    ['!"0"', true],
    ['"1" ? "a" : "b"', "a"],
    ['can(tobool("True"))', false],
    ["can(tobool(1))", false],
    ['parseint("-ff", 16)', -255],
    ['parseint("aB", 36)', 371],
    ['parseint("+12", 10)', 12],
    ...["12abc", "", "0x1f", "1_0", " 1"].map((text) => [`can(parseint("${text}", 10))`, false] as const),
    ['can(parseint("8", 8))', false],
    ['"%{ for k, v in toset(["b", "a"]) }${k}=${v};%{ endfor }"', "a=a;b=b;"],
    ['"%{ for k, v in ["b", "a"] }${k}=${v};%{ endfor }"', "0=b;1=a;"],
  ])("%s is %j", async (expression, value) => {
    expect(await argumentX(expression)).toBe(value);
  });

  test("digits beyond those that JavaScript reads are not known", async () => {
    expect(isUnknown((await argumentX('parseint("Zz", 62)')) as Tree)).toBe(true);
  });

  test("a variable of type bool takes 1 and 0", async () => {
    const root = await readMain(
      'variable "on" {\n  type = bool\n  default = "1"\n}\nresource "x_y" "a" {\n  count = var.on ? 2 : 0\n}\n',
    );
    expect(root.natives).toHaveLength(2);
  });
});
