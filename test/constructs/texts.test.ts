import { expect, test } from "@jest/globals";
import { list } from "../../constructs/list.ts";
import { literally } from "../../constructs/literally.ts";

test("a list names the first ones and counts the others, and counts nothing where all are named", () => {
  expect(list([])).toBe("");
  expect(list(["a", "b", "c"])).toBe("a, b, c");
  expect(list(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
  expect(list(["a", "b"], 1)).toBe("a and 1 more");
});

test("a text is found literally, whatever signs are in it", () => {
  const text = "a.b*c+d?e^f$g{h}(i)|j[k]\\l-m/n é";
  expect(`before ${text} after`.replace(new RegExp(literally(text)), "it")).toBe("before it after");
  expect(new RegExp(`^${literally("a.b")}$`).test("axb")).toBe(false);
});
