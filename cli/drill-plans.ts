import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { notOpened } from "../importers/diagnostics.ts";
import { digestOf } from "../migration-plans/digest.ts";
import { Plan } from "../migration-plans/plan.ts";
import { type Readable, readText } from "./read-text.ts";

interface DrillPlan {
  readonly file: string;
  /** Evidence names its plan with it. */
  readonly digest: string;
  readonly plan: Plan;
}

/** Plans that were rehearsed. */
export interface DrillPlans {
  /** In the order given. */
  readonly read: readonly DrillPlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads each `plan.json`, or that of a folder as `exeat plan` writes it. */
export async function readDrillPlans(paths: readonly string[], files: Readable): Promise<DrillPlans> {
  const plans = await Promise.all(paths.map((path) => planOf(path, files)));
  return {
    read: plans.flatMap((p) => ("severity" in p ? [] : [p])),
    diagnostics: plans.flatMap((p) => ("severity" in p ? [p] : [])),
  };
}

async function planOf(path: string, files: Readable): Promise<Diagnostic | DrillPlan> {
  let file = path;
  try {
    if ((await stat(path)).isDirectory()) file = join(path, "plan.json");
    const parsed = Plan.safeParse(JSON.parse((await readText(file, files)) ?? ""));
    return parsed.success ? { file, digest: digestOf(parsed.data), plan: parsed.data } : noPlan(file);
  } catch (error) {
    return error instanceof SyntaxError ? noPlan(file) : notOpened(file, error);
  }
}

function noPlan(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0014",
    summary: "A plan cannot be read",
    detail: `${file} is no plan as this version writes it. Name the plan.json of the plan that was rehearsed, or its folder.`,
    source: { file },
  };
}
