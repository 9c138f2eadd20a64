/**
 * The app that `cdktf.json` names, for those who deploy with CDK Terrain's command line: the workload of EXEAT_WORKLOAD (default:
 * the reference one) as a stack for EXEAT_TARGET, a cloud or `cloud:region`. What it writes and says is what `exeat synth` does.
 */
import { lowerOpen } from "../providers/lower-open.ts";
import { diagnosticText } from "./diagnostic-text.ts";
import { loadWorkload } from "./load-workload.ts";
import { synthDiagnostics } from "./synth-diagnostics.ts";
import { oneTarget, regionDiagnostics } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

try {
  const to = process.env["EXEAT_TARGET"];
  if (!to) throw new UsageError("EXEAT_TARGET names no cloud: set it to one, or to cloud:region");
  const target = oneTarget({ to });
  const { cloud, region } = target;
  const { components, document, diagnostics } = await loadWorkload(process.env["EXEAT_WORKLOAD"] || "stacks/shop.ts");
  const home = document?.adoptedFrom?.cloud === cloud.id;
  const synthesis = lowerOpen(components, cloud, { region, keepExternals: home });
  const said = [...diagnostics, ...synthDiagnostics(components, target, synthesis.diagnostics)];
  process.stderr.write(diagnosticText([...regionDiagnostics([target]), ...said], false));
  if (document) {
    const { terraformApp } = await import("../engines/terraform.ts");
    await terraformApp(synthesis, cloud);
  } else process.exitCode = 2;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`error[EX0001]: ${error.message}\n`);
  process.exitCode = 2;
}
