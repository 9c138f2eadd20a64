import { z } from "zod";
import { Diagnostic, FORMAT_VERSION, Source } from "./result.ts";

/** What became of an estate that was adopted, and what stays outside the workload. */
export const AdoptionResult = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  source: Source,
  /** File of the workload; absent when it went to stdout. */
  file: z.string().optional(),
  components: z.array(
    z.strictObject({
      /** Id in the workload, and in the estate. */
      id: z.string(),
      from: z.string(),
      kind: z.string(),
      holes: z.int(),
      imports: z.int(),
    }),
  ),
  /** Leaves kept as overrides of the source cloud. */
  carried: z.array(z.strictObject({ address: z.string(), path: z.string() })),
  /** Leaves that code for the source cloud will not have, or will have otherwise. */
  left: z.array(z.strictObject({ address: z.string(), path: z.string(), why: z.string() })),
  /** Natives that belong to no component: they stay where they are managed today. */
  outside: z.array(z.strictObject({ type: z.string(), count: z.int() })),
  diagnostics: z.array(Diagnostic),
});
export type AdoptionResult = z.infer<typeof AdoptionResult>;
