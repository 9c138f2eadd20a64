import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Tree, Unknown } from "../../providers/native.ts";
import { everyAt, genericPath, leavesOf } from "../../providers/paths.ts";

const key = fc.constantFrom("rule", "action", "target", "id");
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string(),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 3 }),
  ),
}));

describe("everyAt", () => {
  test("finds each leaf by its path without positions, however deep the lists are", () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree), (args) => {
        for (const [path, value] of leavesOf(args)) {
          if (path === "" || /(?:^|\.)\d+$/.test(path)) continue;
          expect(everyAt(args, genericPath(path))).toContainEqual({ path, value });
        }
      }),
    );
  });

  test("finds what stands in a list inside a list of one", () => {
    const args = { rule: [{ target: [{ id: "a" }, { id: "b" }] }] };
    expect(everyAt(args, "rule.target.id").map(({ path }) => path)).toEqual([
      "rule.0.target.0.id",
      "rule.0.target.1.id",
    ]);
  });

  test("is unknown inside what is unknown, item by item", () => {
    const unknown = new Unknown("var.target");
    const args = { rule: [{ target: { id: "a" } }, { target: unknown }, {}] };
    expect(everyAt(args, "rule.target.id")).toEqual([
      { path: "rule.0.target.id", value: "a" },
      { path: "rule.1.target", value: unknown },
    ]);
  });

  test("takes keys with dots, of which one begins like another", () => {
    const args = { tags: { "app.kubernetes": "text", "app.kubernetes.io/name": "web" } };
    expect(everyAt(args, "tags.app.kubernetes.io/name").map(({ value }) => value)).toEqual(["web"]);
  });
});
