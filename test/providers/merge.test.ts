import { describe, expect, test } from "@jest/globals";
import { ref } from "../../providers/expr.ts";
import { mergedNatives, mergeKey } from "../../providers/merge.ts";
import { type Args, isList, type Native, type Tree, Unknown } from "../../providers/native.ts";
import { to, written } from "../fixtures/natives/written.ts";

const outside = (address: string, merge: string, args: Args): Native => ({ ...written(address, args), merge });
const acl = (name: string, rules: readonly string[], args: Args = {}) =>
  outside(`scaleway_vpc_acl.${name}`, "net", { vpc_id: to("scaleway_vpc.net", "id"), rules, ...args });
const merge = (components: Record<string, readonly Native[]>) =>
  mergedNatives(new Map(Object.entries(components)), new Map([["net", "network_1"]]));
const texts = (tree: Tree | undefined) =>
  isList(tree) ? tree.map((t) => (t instanceof Unknown ? t.expression : t)) : tree;

describe("natives that several components have in common", () => {
  test("become one, its lists in the order of the components' ids and each item once", () => {
    const { components, diagnostics } = merge({ b: [acl("b", ["ssh", "web"])], a: [acl("a", ["web", "db"])] });
    const [one] = components.get("a") ?? [];
    expect(one).toBe(components.get("b")?.[0]);
    expect(one?.address).toBe("scaleway_vpc_acl.network_1");
    expect(texts(one?.args["rules"])).toEqual(["web", "db", "ssh"]);
    expect(diagnostics).toEqual([]);
  });

  test("are named after what they have in common, however many there are", () => {
    const { components } = merge({ a: [acl("a", ["web"])] });
    expect(components.get("a")?.map((n) => n.address)).toEqual(["scaleway_vpc_acl.network_1"]);
  });

  test("leave a name alone that another native has", () => {
    const { components } = merge({ a: [acl("a", ["web"])], other: [written("scaleway_vpc_acl.network_1", {})] });
    expect(components.get("a")?.map((n) => n.address)).toEqual(["scaleway_vpc_acl.network_1_2"]);
  });

  test("are referred to under their new address, and wait for what any of them waits for", () => {
    const mine = { ...acl("a", ["web"]), dependsOn: ["scaleway_vpc.net"] };
    const user = written("scaleway_thing.t", {
      acl_id: ref(mine, "id"),
      text: new Unknown(`"x-\${${mine.address}.id}"`, [{ to: mine.address, attr: "id" }]),
    });
    const later = { ...acl("b", []), dependsOn: [mine.address] };
    const { components } = merge({ a: [mine, user], b: [later] });
    const [one, rewritten] = components.get("a") ?? [];
    expect(Object.values(rewritten?.args ?? {}).map((v) => (v as Unknown).expression)).toEqual([
      "scaleway_vpc_acl.network_1.id",
      '"x-${scaleway_vpc_acl.network_1.id}"',
    ]);
    expect(rewritten?.refs.map((r) => r.to)).toEqual(["scaleway_vpc_acl.network_1", "scaleway_vpc_acl.network_1"]);
    expect(one?.dependsOn).toEqual(["scaleway_vpc.net"]);
  });

  test("that disagree in anything but lists are a diagnostic, and the first one counts", () => {
    const { components, diagnostics } = merge({
      a: [acl("a", [], { default_policy: "drop" })],
      b: [acl("b", [], { default_policy: "accept" })],
    });
    expect(components.get("b")?.[0]?.args["default_policy"]).toBe("drop");
    expect(diagnostics.map((d) => [d.code, d.severity, d.address])).toEqual([["EX0316", "error", "b"]]);
    expect(diagnostics[0]?.detail).toContain("default_policy");
  });

  test("are told apart by type and key", () => {
    const { components } = merge({
      a: [acl("a", ["x"]), outside("scaleway_vpc_acl.a_2", "fr-par/1234", { rules: [] })],
    });
    expect(components.get("a")?.map((n) => n.address)).toEqual([
      "scaleway_vpc_acl.network_1",
      "scaleway_vpc_acl.fr_par_1234",
    ]);
  });

  test("have the key of what they stand in: a component, or what is outside", () => {
    expect(mergeKey({ component: "net", output: "id" })).toBe(
      mergeKey({ component: "net", output: "subnet", item: "a" }),
    );
    expect(mergeKey({ external: "vpc-1", literal: true })).toBe("vpc-1");
  });
});
