import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import type { PlanWithFiles } from "../../migration-plans/plan.ts";
import type { CodeRemark } from "../../migration-plans/plan-input.ts";
import { plan } from "../../migration-plans/planner.ts";

/** The plan of an assessment's input, with target code that is only named. */
export function planOf(
  input: AssessInput,
  engine: "terraform" | "pulumi" = "terraform",
  values: readonly string[] = [],
  remarks: readonly CodeRemark[] = [],
): PlanWithFiles {
  return plan({
    assessment: assess(input),
    survey: input.survey,
    translations: input.translations,
    source: input.source,
    target: input.target,
    ...(input.facts ? { facts: input.facts } : {}),
    targetCode: { engine, folder: "target", files: ["target/cdk.tf.json", ...values], remarks },
  });
}
