import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { programOf } from "./pulumi/program.ts";
import { exampleYaml, gitignore, packageJson, projectYaml, tsconfig, usedProviders } from "./pulumi/project-files.ts";

/** Name of the project where nobody gives one; settings are `workload:…`. */
const PROJECT = "workload";

/**
 * The Pulumi TypeScript project of a synthesis. Same input, same bytes; nothing is written that the cloud's Pulumi package does
 * not know: see `pulumiDiagnostics` for what had to be left out.
 */
export function pulumiFiles(synthesis: Synthesis, cloud: Cloud, name = PROJECT): ReadonlyMap<string, string> {
  const program = programOf(synthesis, cloud);
  const used = usedProviders(synthesis.natives, cloud);
  const example = exampleYaml(name, program.settings);
  return new Map([
    ["Pulumi.yaml", projectYaml(name, synthesis, cloud, used)],
    ...(example === undefined ? [] : [["Pulumi.example.yaml", example] as const]),
    ["package.json", packageJson(name, used)],
    ["tsconfig.json", tsconfig],
    [".gitignore", gitignore],
    ["index.ts", program.text],
  ]);
}

/** What the project of a synthesis leaves out, and why. Empty: it is the whole synthesis. */
export function pulumiDiagnostics(synthesis: Synthesis, cloud: Cloud): readonly Diagnostic[] {
  return programOf(synthesis, cloud).diagnostics;
}
