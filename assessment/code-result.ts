import { z } from "zod";
import { Diagnostic, FORMAT_VERSION } from "./result.ts";

/** What was judged of written code, and what was not. Emulated: never above L2. */
export const CodeCheck = z.strictObject({
  level: z.literal("L2"),
  emulated: z.literal(true),
  /** An engine gave a verdict on everything, and nothing found an error. */
  passed: z.boolean(),
  judged: z.array(z.string()),
  notJudged: z.array(z.string()),
  diagnostics: z.array(Diagnostic),
});
export type CodeCheck = z.infer<typeof CodeCheck>;

/** Code that was written for a target: by `synth` of a workload, by `plan` of an estate. */
export const CodeResult = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** False when a component could not be written. */
  complete: z.boolean(),
  cloud: z.string(),
  region: z.string(),
  engine: z.string(),
  /** Folder the files are in; absent when nothing was written. */
  folder: z.string().optional(),
  files: z.array(z.string()),
  components: z.array(z.strictObject({ id: z.string(), natives: z.array(z.string()) })),
  /** Variables without a default: somebody must give a value. */
  asked: z.array(z.strictObject({ name: z.string(), description: z.string(), sensitive: z.boolean() })),
  check: CodeCheck.optional(),
  diagnostics: z.array(Diagnostic),
});
export type CodeResult = z.infer<typeof CodeResult>;
