import { extname } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { type WorkloadComponents, workloadComponents } from "../constructs/workload-components.ts";
import { parseWorkload } from "../constructs/workload-yaml.ts";
import type { WrittenWorkload } from "../constructs/written.ts";
import { notOpened } from "../importers/diagnostics.ts";
import type { Files } from "../importers/importer.ts";
import { nodeFiles } from "./files.ts";
import { textOf } from "./read-text.ts";
import { notText, unknownForm } from "./workload-file-problems.ts";

const TEXTS = [".yaml", ".yml", ".json"];
const MODULES = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

/**
 * Loads a workload: YAML or JSON (`-` is standard input), or a TypeScript or JavaScript module that exports exactly one
 * `Workload`. Whatever is wrong with it is a diagnostic; nothing is thrown.
 */
export async function loadWorkload(path: string, files: Files = nodeFiles()): Promise<WorkloadComponents> {
  const written = await read(path, files);
  if ("code" in written) return { document: undefined, components: [], diagnostics: [written] };
  return workloadComponents(written);
}

async function read(path: string, files: Files): Promise<WrittenWorkload | Diagnostic> {
  const form = extname(path).toLowerCase();
  const isModule = MODULES.includes(form);
  if (!isModule && form !== "" && !TEXTS.includes(form)) return unknownForm(path, [...TEXTS, ...MODULES]);
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    return notOpened(path, error);
  }
  if (isModule) {
    // The loader takes 130 ms: most commands never need it.
    const { loadModule } = await import("./load-module.ts");
    return loadModule(path);
  }
  const text = textOf(bytes);
  return text === undefined ? notText(path) : parseWorkload(text, path);
}
