import { describe, expect, test } from "@jest/globals";
import { pulumiFiles } from "../../engines/pulumi.ts";
import { runPulumi } from "../../engines/pulumi-monitor.ts";
import { registeredDifferences, tracedRun } from "../../engines/registered-differences.ts";
import { terraformFiles } from "../../engines/terraform.ts";
import { writtenDifferences } from "../../engines/written-differences.ts";
import { engineFaithful, type WritingEngine } from "../../laws/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { judged } from "./judged.ts";

interface Engine {
  readonly name: string;
  readonly writes: (cloud: Cloud) => boolean;
  /** Where what is made of one synthesis differs from another. */
  readonly compare: (made: Synthesis, asked: Synthesis, cloud: Cloud) => Promise<readonly string[]>;
}

const engines: readonly Engine[] = [
  {
    name: "Terraform",
    writes: () => true,
    compare: async (made, asked, cloud) => writtenDifferences(await terraformFiles(made, cloud), asked, cloud),
  },
  {
    name: "Pulumi",
    writes: (cloud) => cloud.engine === "pulumi",
    compare: async (made, asked, cloud) =>
      registeredDifferences(await runPulumi(pulumiFiles(made, cloud), tracedRun(made, cloud)), asked, cloud),
  },
];
const each = judged.flatMap(({ cloud, subjects }) =>
  engines
    .filter((e) => e.writes(cloud))
    .flatMap((e) => subjects.workloads.map((w) => [e.name, cloud.id, w.title, e, w] as const)),
);

describe("law 8", () => {
  test.each(each)(
    "%s writes for %s what was lowered: %s",
    async (name, _c, _t, { compare }, workload) => {
      const faithful: WritingEngine = { name, differences: (synthesis, cloud) => compare(synthesis, synthesis, cloud) };
      expect(workload.synthesis.natives.length).toBeGreaterThan(30);
      expect(await engineFaithful.check(workload, faithful)).toEqual([]);
    },
    120_000,
  );

  test.each(engines.map((e) => [e.name, e] as const))("bites: %s with one native too few", async (name, {
    compare,
  }) => {
    const workload = each.find(([engine]) => engine === name)?.[4];
    if (!workload) throw new Error(`nothing is written with ${name}`);
    const forgetful: WritingEngine = {
      name,
      differences: (synthesis, cloud) => {
        const [, ...natives] = synthesis.natives;
        return compare({ ...synthesis, natives, outputs: [] }, { ...synthesis, outputs: [] }, cloud);
      },
    };
    expect((await engineFaithful.check(workload, forgetful)).length).toBeGreaterThan(0);
  });
});
