import { describe, expect, test } from "@jest/globals";
import { pulumiDiagnostics, pulumiFiles } from "../../engines/pulumi.ts";
import { encoded, ref, text } from "../../providers/expr.ts";
import { type Args, type Tree, Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { expectGolden } from "../report/golden.ts";
import { bucket, database, native, privateNetwork, synthesis, use, variable } from "./syntheses.ts";

const program = (from: Synthesis) => pulumiFiles(from, ovh).get("index.ts") ?? "";
const codes = (from: Synthesis) => pulumiDiagnostics(from, ovh).map(({ code }) => code);
const storage = (args: Args = {}, name = "a") =>
  native("ovh_cloud_project_storage", name, { region_name: "GRA", name: "a", ...args });
const described = (value: Tree) =>
  synthesis([native("ovh_cloud_project_user", "a", { description: value })], { variables: [variable("x")] });

describe("the project is what a person would have written", () => {
  test.each<[string, Synthesis]>([
    ["bucket", bucket],
    ["database", database],
    ["network", privateNetwork],
  ])("%s", (name, from) => {
    expect(pulumiDiagnostics(from, ovh)).toEqual([]);
    expectGolden(`engines/pulumi/${name}.ts`, program(from));
  });

  test("the files around the program", () => {
    const files = pulumiFiles(database, ovh, "shop");
    expect([...files.keys()]).toEqual([
      "Pulumi.yaml",
      "Pulumi.example.yaml",
      "package.json",
      "tsconfig.json",
      ".gitignore",
      "index.ts",
    ]);
    expectGolden("engines/pulumi/Pulumi.example.yaml", files.get("Pulumi.example.yaml") ?? "");
    expectGolden("engines/pulumi/Pulumi.yaml", pulumiFiles(privateNetwork, ovh).get("Pulumi.yaml") ?? "");
    expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
      name: "shop",
      dependencies: { "@pulumi/pulumi": expect.any(String), "@ovhcloud/pulumi-ovh": expect.any(String) },
    });
    expect(JSON.parse(pulumiFiles(privateNetwork, ovh).get("package.json") ?? "").dependencies).not.toHaveProperty([
      "@ovhcloud/pulumi-ovh",
    ]);
  });

  test("a workload without components is a project still", () => {
    const files = pulumiFiles(synthesis([]), ovh);
    expect([...files.keys()]).not.toContain("Pulumi.example.yaml");
    expect(files.get("index.ts")).toContain("export {};");
  });

  test("the order in which components were given does not show", () => {
    const [first, second] = [storage({}, "b"), storage({}, "a")];
    const components = [["x", [first]] as const, ["y", [second]] as const];
    const given = (order: typeof components) => program(synthesis([first, second], { components: new Map(order) }));
    expect(given(components.toReversed())).toBe(given(components));
    expect(given(components).indexOf('"b"')).toBeLessThan(given(components).indexOf('"a"'));
  });
});

describe("values", () => {
  test.each<[string, Tree, string]>([
    ["text with marks of every kind", 'a "b" `c` ${d} \\ \n', "'a \"b\" `c` ${d} \\\\ \\n'"],
    ["a reference to a setting", use("x"), "x"],
    ["a template of settings needs no Output", text`a-${use("x")}`, "`a-${x}`"],
    ["marks of a template literal", text`${"`${a}\\"}${use("x")}`, "`\\`\\${a}\\\\${x}`"],
    ["a document of settings", encoded({ a: [use("x")] }), "JSON.stringify({ a: [x] })"],
    ["a number where text is asked for", 5, '"5"'],
  ])("%s", (_, value, expected) => {
    expect(program(described(value))).toContain(`description: ${expected},`);
    expect(codes(described(value))).toEqual([]);
  });

  test("variables of every type, with and without a default", () => {
    const from = synthesis([], {
      variables: [
        variable("a_list", { type: "list(string)" }),
        variable("count", { type: "number", default: 3 }),
        variable("list", { type: "list(string)", default: ["a", "b"] }),
        variable("name", { default: 'it\'s "x"' }),
        variable("on", { type: "bool", description: "Two\nlines." }),
        variable("pin", { type: "number", sensitive: true }),
      ],
    });
    expectGolden("engines/pulumi/settings.ts", program(from));
  });

  test("a part of a list, a map or a block is a property", () => {
    const kube = native("ovh_cloud_project_kube", "k", {
      region: "GRA",
      private_network_configuration: [{ default_vrack_gateway: "", private_network_routing_as_default: true }],
    });
    const nic = `${kube.address}.private_network_configuration[0].default_vrack_gateway`;
    const from = synthesis([kube], {
      outputs: [
        { name: "gateway", description: "", value: new Unknown(nic, [{ to: kube.address, attr: "" }]) },
        { name: "host", description: "", value: new Unknown(`${kube.address}.kubeconfig_attributes[0].host`) },
      ],
    });
    expect(codes(from)).toEqual([]);
    expect(program(from)).toContain("privateNetworkConfiguration: {\n");
    expect(program(from)).toContain("k.privateNetworkConfiguration.apply((it) => it!.defaultVrackGateway);");
    expect(program(from)).toContain("export const host = k.kubeconfigAttributes[0].host;");
  });
});

describe("names", () => {
  test("constants are valid and unique whatever components are called", () => {
    const words = ["class", "config", "ovh", "pulumi", "2fa", "a_b", "aB", "out", "exports", "a__b"];
    const from = synthesis(
      words.map((word) => storage({}, word)),
      {
        variables: [variable("a_b"), variable("default")],
        outputs: [{ name: "out", description: "", value: "x" }],
      },
    );
    const declared = [...program(from).matchAll(/^(?:export )?const (\S+) = /gm)].map(([, name]) => name ?? "");
    expect(declared).toHaveLength(words.length + 3 + 1);
    expect(new Set(declared).size).toBe(declared.length);
    for (const name of declared) expect(() => new Function(`"use strict"; const ${name} = 1;`)).not.toThrow();
    expect(program(from)).toContain('config.require("default")');
    expect(program(from)).toContain("export const out =");
  });

  test("natives of one name are told apart by their types", () => {
    expect(program(bucket)).toMatch(/const invoices = [\s\S]*const invoicesLifecycleConfiguration =/);
    expect(program(database)).toMatch(
      /const orders = [\s\S]*const ordersDatabase = [\s\S]*const ordersPostgresqlUser =/,
    );
  });

  test("those of a component stand together, each after what it needs", () => {
    const b = storage({}, "b");
    const a = storage({ tags: { of: ref(b, "name") } }, "a");
    const user = native("ovh_cloud_project_user", "b", {});
    const from = synthesis([a, b, user], {
      components: new Map([
        ["x", [b, user]],
        ["y", [a]],
      ]),
    });
    const order = [...program(from).matchAll(/^const (\w+)/gm)].map(([, name]) => name);
    expect(order).toEqual(["bStorage", "bUser", "a"]);
  });
});

describe("what the package cannot carry is left out and said", () => {
  const unknown = (expression: string) => new Unknown(expression);
  test.each<[string, string, Synthesis]>([
    ["a type the package has not", "EX0420", synthesis([native("openstack_networking_segment_v2", "a", {})])],
    ["a provider without a package", "EX0420", synthesis([native("random_id", "a", {})])],
    ["a data source", "EX0421", synthesis([{ ...storage(), mode: "data" }])],
    ["an argument nobody knows", "EX0422", synthesis([storage({ colour: "blue" })])],
    ["one deep inside", "EX0422", synthesis([storage({ versioning: { state: "enabled" } })])],
    ["one that only the provider sets", "EX0422", synthesis([storage({ virtual_host: "x" })])],
    [
      "one that the package lacks",
      "EX0422",
      synthesis([native("openstack_networking_secgroup_v2", "a", { stateful: true })]),
    ],
    ["two objects where one fits", "EX0423", synthesis([storage({ versioning: [{ status: "enabled" }, {}] })])],
    ["text where a number is asked for", "EX0423", synthesis([storage({ limit: "many" })])],
    ["an object where text is asked for", "EX0423", synthesis([storage({ marker: { a: 1 } })])],
    ["text where names and values are asked for", "EX0423", synthesis([storage({ tags: "x" })])],
    ["a required argument that is missing", "EX0424", synthesis([native("ovh_cloud_project_storage", "a", {})])],
    ["an operator", "EX0425", described(unknown("1 + 2"))],
    ["a function", "EX0425", described(unknown("upper(var.x)"))],
    ["a variable nobody declares", "EX0426", described(unknown("var.y"))],
    ["a resource that is not there", "EX0426", described(unknown("ovh_cloud_project_storage.b.name"))],
    [
      "an attribute that is not there",
      "EX0426",
      synthesis([
        storage({ tags: { a: unknown("ovh_cloud_project_user.b.colour") } }),
        native("ovh_cloud_project_user", "b", {}),
      ]),
    ],
    [
      "a wait for what is not there",
      "EX0426",
      synthesis([{ ...storage(), dependsOn: ["ovh_cloud_project_storage.b"] }]),
    ],
    [
      "an output of what is not there",
      "EX0426",
      synthesis([], { outputs: [{ name: "o", description: "", value: unknown("var.y") }] }),
    ],
    ["a secret in clear", "EX0427", synthesis([native("ovh_domain_zone_dynhost_login", "a", { password: "x" })])],
    [
      "the default of a secret",
      "EX0428",
      synthesis([], { variables: [variable("p", { sensitive: true, default: "hunter2" })] }),
    ],
    [
      "a circle",
      "EX0429",
      synthesis([
        storage({ tags: { of: unknown("ovh_cloud_project_storage.b.name") } }),
        storage({ tags: { of: unknown("ovh_cloud_project_storage.a.name") } }, "b"),
      ]),
    ],
  ])("%s", (_, code, from) => {
    expect(codes(from)).toContain(code);
  });
});

describe("secrets and protection", () => {
  test("no secret stands in any file", () => {
    const from = synthesis([], { variables: [variable("p", { sensitive: true, default: "hunter2" })] });
    for (const content of pulumiFiles(from, ovh).values()) expect(content).not.toContain("hunter2");
    expect(program(from)).toContain('config.requireSecret("p")');
  });

  test("what must not be destroyed is protected, and nothing else", () => {
    expect(program(bucket).match(/protect: true/g)).toHaveLength(1);
    expect(program(synthesis([storage()]))).not.toContain("protect");
  });
});
