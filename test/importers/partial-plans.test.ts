import { describe, expect, test } from "@jest/globals";
import { readEstate } from "../../importers/read-estate.ts";
import { Unknown } from "../../providers/native.ts";
import { memoryFiles } from "./memory-files.ts";

const knowledge = { sensitive: () => false };
const entry = (address: string, actions: string[]) => ({
  address,
  mode: "managed",
  type: "x_y",
  name: "a",
  provider_name: "a/b/x",
  change: { actions, after: actions.includes("delete") ? null : { size: 3 }, after_unknown: { id: true } },
});
const configured = (name: string, rest: object = {}) => ({ mode: "managed", type: "x_y", name, ...rest });

async function read(plan: object) {
  const files = memoryFiles({ "p.json": JSON.stringify({ format_version: "1.2", ...plan }) });
  const { roots, diagnostics, complete } = await readEstate(["p.json"], { files, knowledge });
  const [root] = roots;
  return {
    complete,
    natives: root?.natives ?? [],
    holes: root?.holes ?? [],
    empty: root?.empty.map((e) => e.address),
    told: diagnostics.map((d) => `${d.severity} ${d.code} ${d.detail}`),
  };
}
const configuration = (...resources: object[]) => ({ configuration: { root_module: { resources } } });

describe("a plan of a part", () => {
  test("says so itself with complete = false", async () => {
    const changes = { resource_changes: [entry("x_y.a", ["create"])] };
    expect((await read({ ...changes, complete: true })).complete).toBe(true);
    const part = await read({ ...changes, complete: false });
    expect(part.complete).toBe(false);
    expect(part.told).toEqual([expect.stringMatching(/^warning EX0216 .* of a part/)]);
  });

  test("lists what was put off, which counts as one and not as a block without an instance", async () => {
    const { complete, natives, holes, empty, told } = await read({
      complete: false,
      resource_changes: [],
      deferred_changes: [
        { reason: "instance_count_unknown", resource_change: entry("x_y.a[*]", ["create"]) },
        { reason: "deferred_prereq", resource_change: entry("x_y.gone", ["delete"]) },
      ],
      ...configuration(configured("a", { for_each_expression: { references: ["x_z.b.ids", "x_z.b"] } })),
    });
    expect([complete, empty]).toEqual([false, []]);
    expect(natives).toMatchObject([{ address: "x_y.a", args: { size: 3 }, key: expect.any(Unknown) }]);
    expect(holes).toMatchObject([{ address: "x_y.a", path: "for_each", expression: "x_z.b.ids" }]);
    expect(told).toEqual([expect.stringMatching(/^warning EX0216 x_y\.a: put off/)]);
  });

  test("made with -target says nothing of what the code has always", async () => {
    const { complete, empty, told } = await read({
      resource_changes: [entry("x_y.a", ["no-op"])],
      ...configuration(
        configured("a"),
        configured("b"),
        configured("twice", { count_expression: { constant_value: 2 } }),
        configured("keyed", { for_each_expression: { constant_value: { k: 1 } } }),
        configured("maybe", { count_expression: { references: ["var.n"] } }),
        configured("secret", { mode: "ephemeral" }),
      ),
    });
    expect([complete, empty]).toEqual([false, ["x_y.maybe"]]);
    expect(told).toEqual([expect.stringMatching(/^warning EX0031 x_y\.b, x_y\.twice, x_y\.keyed: configured/)]);
  });

  test("whose keys hold brackets has their blocks all the same", async () => {
    const instance = { ...entry('x_y.a["b[0]"]', ["create"]), index: "b[0]" };
    const { natives, empty } = await read({
      resource_changes: [instance],
      ...configuration(configured("a", { for_each_expression: { references: ["var.v"] } })),
    });
    expect([natives.map((n) => n.address), empty]).toEqual([['x_y.a["b[0]"]'], []]);
  });

  test("that deletes everything is whole: nothing will be left", async () => {
    const { complete, told } = await read({
      resource_changes: [entry("x_y.a", ["delete"])],
      ...configuration(configured("a")),
    });
    expect([complete, told]).toEqual([
      true,
      ["info EX0217 x_y.a: configured, and to be destroyed. They are not counted."],
    ]);
  });
});
