import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { Baseline, Waivers } from "../assessment/change.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { explain } from "../constructs/explain.ts";
import { parseWorkload } from "../constructs/workload-yaml.ts";
import type { Path } from "../constructs/written.ts";
import { notOpened } from "../importers/diagnostics.ts";

/** A file of what is accepted, or what is wrong with it: nothing is accepted by half. */
interface Read<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Written by `--write-baseline`. */
export async function readBaseline(file: string | undefined): Promise<Read<Baseline>> {
  return read(file, Baseline);
}

/** Written by people: YAML, each waiver with owner, reason and last day. */
export async function readWaivers(file: string | undefined): Promise<Read<z.infer<typeof Waivers>>> {
  return read(file, Waivers);
}

async function read<T>(file: string | undefined, schema: z.ZodType<T>): Promise<Read<T>> {
  if (file === undefined) return { diagnostics: [] };
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return { diagnostics: [notOpened(file, error)] };
  }
  const written = parseWorkload(text, file);
  if (written.problems.length > 0) return { diagnostics: written.problems.map((p) => p.diagnostic) };
  const value = written.document;
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const judged = { schema, value, prefix: [], at: (path: Path) => written.at(path) };
  return { diagnostics: parsed.error.issues.flatMap((i) => explain(i, judged)).map((e) => e.diagnostic) };
}
