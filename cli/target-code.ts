import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { UsageError } from "./usage-error.ts";

/** A synthesis written down for an engine. */
export interface TargetCode {
  readonly engine: Cloud["engine"];
  readonly synthesis: Synthesis;
  /** By path relative to the folder of the code. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes a synthesis for the engine asked for, else for the one the cloud is written for. Engines are loaded when needed. */
export async function targetCode(
  synthesis: Synthesis,
  cloud: Cloud,
  engine: Cloud["engine"] = cloud.engine,
): Promise<TargetCode> {
  if (engine === "terraform") {
    const { terraformFiles } = await import("../engines/terraform.ts");
    return { engine, synthesis, files: await terraformFiles(synthesis, cloud), diagnostics: synthesis.diagnostics };
  }
  if (!cloud.providers.some((p) => p.pulumi)) {
    throw new UsageError(`no Pulumi package is known for ${cloud.title}: write --engine terraform`);
  }
  const { pulumiDiagnostics, pulumiFiles } = await import("../engines/pulumi.ts");
  const left = pulumiDiagnostics(synthesis, cloud);
  return { engine, synthesis, files: pulumiFiles(synthesis, cloud), diagnostics: [...synthesis.diagnostics, ...left] };
}
