import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { Change } from "../../assessment/change.ts";
import { Inventory } from "../../assessment/inventory.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const LIBRARY = join(SHOP, "../vmware-library");

describe("leaving vSphere from an export of its machines", () => {
  const folder = temporary();

  test("inventory counts machines, disks and networks, and tells what was left out with its line", async () => {
    const { code, out, err } = await exeat(["inventory", LIBRARY, "--format", "json"]);
    const { source, counts, components, diagnostics } = Inventory.parse(JSON.parse(out));
    expect([code, source.kind, source.cloud]).toEqual([0, "rvtools", "vmware"]);
    expect(counts).toMatchObject({ natives: 20, recognised: 20, unknown: 0 });
    const kinds = Map.groupBy(components, (c) => c.kind);
    expect([...kinds].map(([kind, list]) => `${list.length} ${kind}`)).toEqual(["3 network", "3 volume", "8 vm"]);
    expect(diagnostics.map((d) => d.code).sort()).toEqual(["EX0230", "EX0231", "EX0231", "EX0234", "EX0241"]);
    expect(err).toMatch(/Machines are switched off\n +at .*RVTools_tabvInfo\.csv:\d+/);
  });

  test("assess knows what every machine and disk holds, on every target", async () => {
    const { code, out } = await exeat([
      "assess",
      LIBRARY,
      "--from",
      "vmware",
      "--to",
      "scaleway,ovh",
      "--format",
      "json",
    ]);
    expect(code).toBe(0);
    const { results } = JSON.parse(out) as { results: unknown[] };
    for (const { data, components, diagnostics, unknowns, jurisdiction } of results.map((r) => Assessment.parse(r))) {
      expect([jurisdiction.source.ownHosts, jurisdiction.target.ownHosts]).toEqual([true, undefined]);
      expect(data.moves.every((m) => m.gib !== null && m.hours !== null)).toBe(true);
      // The sum of the column In Use, without template and machines of vSphere itself: 4,034,560 MiB.
      expect(data.moves.reduce((sum, m) => sum + (m.gib ?? 0), 0)).toBeCloseTo(3940, -1);
      expect(components.filter((c) => c.fit === "specific")).toEqual([]);
      expect(diagnostics.map((d) => d.code)).toContain("EX0250");
      expect(unknowns.map((u) => u.dependsOn).join()).not.toContain("estateInCode");
    }
  });

  test("what leaves its hosts has no price, and is not said to lack sizes", async () => {
    const { out } = await exeat(["assess", LIBRARY, "--to", "ovh"]);
    expect(out).toContain("egress, once unknown (no price is on record for what leaves the source)");
    const { out: json } = await exeat(["assess", LIBRARY, "--to", "ovh", "--format", "json"]);
    const egress = Assessment.parse(JSON.parse(json)).cost.unpriced.filter(({ what }) => what.startsWith("Egress"));
    expect(egress.map((u) => u.dependsOn)).toEqual([
      expect.stringMatching(/^the contract of the line that the data takes/),
    ]);
  });

  test("a change is measured as an assessment is: with what the export says is held", async () => {
    const words = ["--to", "scaleway", "--format", "json"];
    const { effort } = Assessment.parse(JSON.parse((await exeat(["assess", LIBRARY, ...words])).out));
    const change = Change.parse(JSON.parse((await exeat(["diff", LIBRARY, LIBRARY, ...words])).out));
    expect([change.effort.before.p50, change.effort.before.p80]).toEqual([effort.p50, effort.p80]);
  });

  test("plan writes target code in which volumes stand beside their machines, and ranges do not overlap", async () => {
    const out = join(folder, "plan");
    const { code, err } = await exeat(["plan", LIBRARY, "--to", "scaleway,ovh", "--out", out]);
    expect(code).toBe(0);
    const written = readFileSync(join(out, "scaleway/target/cdk.tf.json"), "utf8");
    const { resource } = JSON.parse(written) as { resource: Record<string, Record<string, object>> };
    expect(Object.keys(resource["scaleway_block_volume"] ?? {})).toHaveLength(3);
    expect(Object.keys(resource["scaleway_instance_server"] ?? {})).toHaveLength(8);
    const networks = Object.values(resource["scaleway_vpc_private_network"] ?? {}).map((n) => JSON.stringify(n));
    // Of the network it is in, and its range: those of one network differ.
    const places = networks.map((n) => [/"vpc_id":"[^"]+"/.exec(n)?.[0], /"subnet":"10\.[\d./]+"/.exec(n)?.[0]].join());
    expect([places.length, new Set(places).size]).toEqual([6, 6]);
    expect(err).toMatch(/the range of vsphere_host_port_group\.vm_network_main, which vSphere does not know/);
    expect(readFileSync(join(out, "ovh/plan.md"), "utf8")).toContain("vmware");
  });

  test("adopt writes the machines down as a workload that synthesises elsewhere", async () => {
    const workload = join(folder, "library.yaml");
    expect(await exeat(["adopt", LIBRARY, "--out", workload])).toMatchObject({ code: 0 });
    const { code } = await exeat(["synth", workload, "--to", "aws", "--out", join(folder, "code")]);
    expect(code).toBe(0);
  });
});

describe("vSphere is never gone to", () => {
  test.each([
    [
      "assess",
      ["assess", LIBRARY, "--to", "vmware"],
      /vSphere can only be left, never gone to: name one of aws, ovh, scaleway with --to/,
    ],
    ["plan beside another", ["plan", LIBRARY, "--to", "aws,vmware", "--out", "x"], /can only be left, never gone to/],
    ["synth", ["synth", STACK, "--to", "vmware", "--out", "x"], /can only be left, never gone to/],
    ["diff of a workload", ["diff", STACK, "--from", "vmware", "--to", "aws"], /can only be left/],
  ])("%s says so", async (_, words, says) => {
    const { code, err } = await exeat(words);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });
});
