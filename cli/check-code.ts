import type { CodeCheck } from "../assessment/code-result.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import type { TargetCode } from "./target-code.ts";

/**
 * Judges written code without any cloud: by the providers' schemas, then by a real engine on providers emulated from these
 * schemas (Terraform), or by running the program against an emulated monitor (Pulumi). Says what was not judged.
 */
export async function checkCode(code: TargetCode, cloud: Cloud): Promise<CodeCheck> {
  const { validateNatives } = await import("../engines/validate.ts");
  const bySchema = validateNatives(code.synthesis.natives, cloud);
  const schemas = cloud.providers.map((p) => `${p.source} ${p.schema().version}`).join(" and ");
  const judged = [`names, types and rules of ${code.synthesis.natives.length} natives, by the schema of ${schemas}`];
  const run = code.engine === "pulumi" ? await runProgram(code, cloud) : await runEngine(code, cloud);
  const diagnostics = [...bySchema, ...run.diagnostics];
  return {
    level: "L2",
    emulated: true,
    passed: run.notRun === undefined && !diagnostics.some((d) => d.severity === "error"),
    judged: run.judged === undefined ? judged : [...judged, run.judged],
    notJudged: [
      ...(run.notRun === undefined ? [] : [run.notRun]),
      "what only the cloud knows: credentials, quotas, names already taken, what is offered today",
    ],
    diagnostics,
  };
}

interface Run {
  readonly judged?: string;
  /** Why the engine gave no verdict. */
  readonly notRun?: string;
  readonly diagnostics: readonly Diagnostic[];
}

async function runEngine({ files }: TargetCode, cloud: Cloud): Promise<Run> {
  const { checkWithEngine } = await import("../engines/run-terraform.ts");
  // Importing asks the provider for what exists: an emulated one has nothing.
  const code = new Map([...files].filter(([path]) => path !== IMPORTS));
  const checked = await checkWithEngine(code, cloud);
  if (!checked.ran) return { notRun: checked.why, diagnostics: [] };
  return {
    judged: `init, validate and plan, by ${checked.engine} on emulated providers`,
    diagnostics: checked.diagnostics,
  };
}

/** File of the blocks that bring what exists under the code. */
export const IMPORTS = "imports.tf";

async function runProgram({ files, synthesis }: TargetCode, cloud: Cloud): Promise<Run> {
  const { runPulumi } = await import("../engines/pulumi-monitor.ts");
  const { registeredDifferences, tracedRun } = await import("../engines/registered-differences.ts");
  const run = await runPulumi(files, tracedRun(synthesis, cloud));
  const missing = run.diagnostics.find((d) => d.code === "EX0430");
  if (missing) return { notRun: missing.detail, diagnostics: [] };
  const unlike = run.diagnostics.length > 0 ? [] : registeredDifferences(run, synthesis, cloud);
  return {
    judged: `the program, by running it against an emulated monitor: ${run.resources.length} resources registered`,
    diagnostics: [...run.diagnostics, ...unlike.map(unfaithful)],
  };
}

function unfaithful(detail: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0004",
    summary: "The program does not register what was synthesised",
    detail,
  };
}
