import { expect, test } from "@jest/globals";
import { realEngine } from "../../laws/index.ts";
import { subjectsOf } from "../../laws/subjects.ts";
import { planning } from "../engines/planning-engine.ts";
import { meadow } from "../fixtures/example-cloud/index.ts";
import { proof } from "../fixtures/example-cloud/proof.ts";

const { workloads } = subjectsOf(meadow, { ...proof, generated: { count: 200, seed: 20_261_126 } });

test.each(workloads.map((w) => [w.title, w] as const))(
  "law 10 on a cloud kept elsewhere, %s: OpenTofu plans each native as it was lowered",
  async (_title, workload) => {
    expect(workload.synthesis.natives.length).toBeGreaterThan(15);
    expect(await realEngine.check(workload, planning)).toEqual([]);
  },
  120_000,
);
