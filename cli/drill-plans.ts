import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { notOpened } from "../importers/diagnostics.ts";
import { digestOf } from "../migration-plans/digest.ts";
import { Plan } from "../migration-plans/plan.ts";

/** Plans that were rehearsed, by the digest that evidence names them with. */
export interface DrillPlans {
  readonly byDigest: ReadonlyMap<string, Plan>;
  /** What was read, in the order given. */
  readonly read: readonly { readonly file: string; readonly digest: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads each `plan.json`, or that of a folder as `exeat plan` writes it. */
export async function readDrillPlans(paths: readonly string[]): Promise<DrillPlans> {
  const plans = await Promise.all(paths.map(planOf));
  const read = plans.flatMap((p) => ("severity" in p ? [] : [p]));
  return {
    byDigest: new Map(read.map(({ digest, plan }) => [digest, plan])),
    read,
    diagnostics: plans.flatMap((p) => ("severity" in p ? [p] : [])),
  };
}

async function planOf(path: string): Promise<Diagnostic | { file: string; digest: string; plan: Plan }> {
  let file = path;
  try {
    if ((await stat(path)).isDirectory()) file = join(path, "plan.json");
    const parsed = Plan.safeParse(JSON.parse(await readFile(file, "utf8")));
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
