import { beforeAll, describe, expect, test } from "@jest/globals";
import { pulumiDiagnostics, pulumiFiles } from "../../engines/pulumi.ts";
import { runPulumi } from "../../engines/pulumi-monitor.ts";
import { registeredDifferences, tracedRun } from "../../engines/registered-differences.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { everything } from "./everything.ts";
import { bucket, database, native, synthesis, use, variable } from "./syntheses.ts";

/** Values of every form at places of every form, and a wait for what no argument names. */
const odd = native(
  "ovh_cloud_project_storage",
  "odd",
  {
    region_name: "GRA",
    name: "odd",
    limit: use("quota"),
    owner_id: "42",
    hide_objects: "true",
    tags: { text: 'a "b" `c` ${d} %{e} \\ \n\u2028 é', "": "x", true: "y" },
    versioning: [{ status: "enabled" }],
  },
  { dependsOn: database.natives.slice(0, 1) },
);

const handMade = synthesis([...bucket.natives, ...database.natives, odd], {
  variables: [
    ...bucket.variables,
    ...database.variables.filter(({ name }) => name !== "service_name"),
    variable("quota", { type: "number" }),
  ],
  outputs: [...bucket.outputs, ...database.outputs],
});

describe("what the program registers is what was asked for", () => {
  test.each<[string, Synthesis]>([
    ["values of every form", handMade],
    ["every case, and as many more components", everything(ovh)],
  ])("%s", async (_, from) => {
    expect(pulumiDiagnostics(from, ovh)).toEqual([]);
    const run = await runPulumi(pulumiFiles(from, ovh), tracedRun(from, ovh));
    expect(registeredDifferences(run, from, ovh)).toEqual([]);
    expect(run.resources).toHaveLength(from.natives.length);
  });
});

describe("a program that says something else is seen", () => {
  /** Each change stands for a mistake an engine could make. */
  const changes: readonly (readonly [title: string, from: string, to: string, says: string])[] = [
    ["a value", '"enabled" },\n    tags: { team', '"suspended" },\n    tags: { team', ".invoices versioning.status:"],
    ["a lost argument", "    diskSize: 80,\n", "", ".orders disk_size: 80 was asked for, nothing is registered"],
    ["an argument too many", "ipRestrictions: [{", "ipRestrictions: [{}, {", ".orders ip_restrictions.1"],
    ["another attribute", "containerName: invoices.name", "containerName: invoices.regionName", " container_name:"],
    ["another part of a list", "orders.endpoints[0].domain", "orders.endpoints[1].domain", "export ordersHost:"],
    [
      "a literal for a reference",
      "clusterId: orders.id",
      'clusterId: "x"',
      "_database.orders cluster_id depends on 0:",
    ],
    ["a reference for a literal", 'name: "odd"', "name: invoices.name", ".odd name depends on 0:"],
    ["no wait", "{ dependsOn: [orders] }", "{}", ".odd waits for"],
    ["no protection", "{ protect: true }", "{}", "is not protected"],
    [
      "a secret in clear",
      'requireSecret("adminPassword")',
      'require("adminPassword")',
      "a secret is registered in clear",
    ],
    ["another setting", 'require("externalCopies")', 'require("serviceName")', "rules.0.destination.name:"],
    ["a lost resource", '"odd",\n', '"even",\n', ".odd is not registered"],
    ["another resource", '"odd",\n', '"even",\n', "Storage even is registered and was not asked for"],
    ["another text", "https://", "http://", "export invoicesEndpoint:"],
    ["another document", "bucket: invoices.id", "bucket: invoices.name", "export invoicesPolicy:"],
  ];
  const files = pulumiFiles(handMade, ovh);
  let found: readonly string[] = [];

  beforeAll(async () => {
    // What is lost as a whole says nothing of its parts: two programs.
    const lost = changes.filter(([, from]) => from === '"odd",\n');
    const runs = [changes.filter((change) => !lost.includes(change)), lost.slice(0, 1)].map(async (together) => {
      const program = together.reduce((text, [, from, to]) => text.replace(from, to), files.get("index.ts") ?? "");
      const run = await runPulumi(new Map([...files, ["index.ts", program]]), tracedRun(handMade, ovh));
      return registeredDifferences(run, handMade, ovh);
    });
    found = (await Promise.all(runs)).flat();
  });

  test.each(changes)("%s", (_, from, _to, says) => {
    expect(files.get("index.ts")).toContain(from);
    expect(found.filter((line) => line.includes(says))).not.toEqual([]);
  });
});

describe("a run that cannot be judged says so", () => {
  test("a program that fails, with what it said", async () => {
    const run = await runPulumi(new Map([...pulumiFiles(bucket, ovh), ["index.ts", "throw new Error('no luck');\n"]]));
    expect(run.diagnostics.map(({ code, detail }) => [code, detail])).toEqual([
      ["EX0431", expect.stringContaining("no luck")],
    ]);
    expect(registeredDifferences(run, bucket, ovh).join("\n")).toContain("no luck");
  });

  test("packages that are not installed are named", async () => {
    const manifest = JSON.stringify({ dependencies: { "@pulumi/pulumi": "*", "@pulumi/nowhere": "*" } });
    const { diagnostics } = await runPulumi(new Map([["package.json", manifest]]));
    expect(diagnostics.map(({ code, detail }) => [code, detail])).toEqual([
      ["EX0430", expect.stringContaining("@pulumi/nowhere")],
    ]);
  });

  test("a setting nobody gives", async () => {
    const { diagnostics } = await runPulumi(pulumiFiles(bucket, ovh));
    expect(diagnostics[0]?.detail).toContain("externalCopies");
  });

  test("a program that does not end", async () => {
    const endless = new Map([...pulumiFiles(bucket, ovh), ["index.ts", "for (;;);\n"]]);
    const { diagnostics } = await runPulumi(endless, { timeoutMs: 2000 });
    expect(diagnostics[0]?.detail).toContain("SIGKILL");
  });
});
