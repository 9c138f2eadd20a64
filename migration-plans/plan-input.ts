import type { Assessment } from "../assessment/assessment.ts";
import type { EstateFacts } from "../assessment/facts.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Survey, Translation } from "../providers/survey.ts";

/** Something that the code could not be written as it was asked for. */
export interface CodeRemark {
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly component?: string;
}

export interface PlanInput {
  readonly assessment: Assessment;
  readonly survey: Survey;
  readonly translations: ReadonlyMap<string, Translation>;
  readonly source: Cloud;
  readonly target: Cloud;
  readonly facts?: EstateFacts;
  /** Target code beside the plan: its folder and files, relative to the plan's folder. */
  readonly targetCode: {
    readonly engine: "terraform" | "pulumi";
    readonly folder: string;
    readonly files: readonly string[];
    /** File of `files` that says where the state is kept, to be copied without `.example` and filled in. */
    readonly state?: string;
    /** What is to be known of the code before it runs; who it concerns by the ids of the survey. */
    readonly remarks?: readonly CodeRemark[];
  };
  /** Program that runs Terraform code. Default: `tofu`. */
  readonly engineCommand?: string;
}
