import { Command } from "commander";
import { lowerOpen } from "../providers/lower-open.ts";
import { synthesisReporters } from "../report/synthesis.ts";
import { checkCode, IMPORTS } from "./check-code.ts";
import { codeResult, gate } from "./code-result.ts";
import {
  type CodeOptions,
  type CommonOptions,
  checkAllowPartial,
  type TargetOptions,
  withCodeOptions,
  withCommonOptions,
  withExamples,
  withTargetOptions,
} from "./common-options.ts";
import { importsFile } from "./imports-file.ts";
import { loadWorkload } from "./load-workload.ts";
import type { Run } from "./session.ts";
import { synthDiagnostics } from "./synth-diagnostics.ts";
import { targetCode } from "./target-code.ts";
import { oneTarget, regionDiagnostics } from "./targets.ts";
import { UsageError } from "./usage-error.ts";
import { checkFolder, pathsIn, writeFolder } from "./write-folder.ts";

type SynthOptions = CommonOptions & TargetOptions & CodeOptions;

export function synthCommand(run: Run): Command {
  const command = new Command("synth")
    .summary("code for a cloud from a workload")
    .description(
      "Writes a workload as code for a cloud: Terraform/OpenTofu JSON, or a Pulumi program. What the cloud does not give is said.",
    )
    .argument("<workload>", "YAML, JSON or TypeScript file; - is standard input");
  withCommonOptions(command, Object.keys(synthesisReporters), { folder: "folder for the code" });
  withCodeOptions(withTargetOptions(command, false));
  withExamples(command, [
    ["exeat synth stacks/shop.yaml --to scaleway --out out/scaleway", "Terraform for Scaleway"],
    ["exeat synth stacks/shop.ts --to ovh:GRA11 --out out/ovh --check", "a Pulumi program, checked"],
    ["exeat synth adopted.yaml --to aws --out out/aws", "back to where it came from, with import blocks"],
  ]);
  return command.action((path: string, options: SynthOptions) =>
    run(options, async (session) => {
      const target = oneTarget(options);
      const { cloud, region } = target;
      checkAllowPartial(options, "--check", options.check === true);
      if (options.out === undefined && !options.check) {
        throw new UsageError(
          "synth writes a folder: name it with --out, or judge the code without writing it: --check",
        );
      }
      const of = { cloud: cloud.id, engine: options.engine ?? cloud.engine };
      const { force } = options;
      if (options.out !== undefined) await checkFolder(options.out, { force, code: { ".": of } });
      session.progress(`Reading ${path}`);
      const { components, document, diagnostics } = await loadWorkload(path, session.files);
      session.diagnose([...regionDiagnostics([target]), ...diagnostics]);
      if (!document) return 2;
      const home = document.adoptedFrom?.cloud === cloud.id;
      const synthesis = lowerOpen(components, cloud, {
        region,
        keepExternals: home,
        allowOrders: options.allowOrders ?? false,
      });
      const written = await targetCode(synthesis, cloud, options.engine);
      const imports = home && written.engine === "terraform" ? importsFile(components, synthesis) : undefined;
      const code = {
        ...written,
        files: imports === undefined ? written.files : new Map([...written.files, [IMPORTS, imports]]),
        diagnostics: synthDiagnostics(components, target, written.diagnostics),
      };
      session.progress("Judging the code");
      const check = options.check ? await checkCode(code, cloud) : undefined;
      session.diagnose([...code.diagnostics, ...(check?.diagnostics ?? [])]);
      const empty = synthesis.natives.length === 0;
      if (options.out !== undefined) {
        session.checkUnread("--out", pathsIn(options.out, code.files));
        await writeFolder(options.out, code.files, { force, code: { ".": { ...of, empty } } });
      }
      const result = codeResult(code, components, options.out, check);
      await session.report([result], synthesisReporters, "stdout");
      return gate(result, options.allowPartial);
    }),
  );
}
