import type { z } from "zod";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { explain } from "../constructs/explain.ts";
import { parseWorkload } from "../constructs/workload-yaml.ts";
import type { Path, WrittenWorkload } from "../constructs/written.ts";
import { notOpened } from "../importers/diagnostics.ts";
import { type Readable, readText } from "./read-text.ts";
import { notText } from "./workload-file-problems.ts";

/** A file that people write, read whole; or what is wrong with it, each with its line. */
export type YamlFile<T> =
  | { readonly value: T; readonly written: WrittenWorkload; readonly diagnostics: readonly [] }
  | { readonly value?: never; readonly diagnostics: readonly Diagnostic[] };

/** `document` is what the file is to people, and what to do where it is something else; `tidy` takes out of the document what says nothing, before the schema sees it. */
export async function readYaml<T>(
  file: string,
  files: Readable,
  schema: z.ZodType<T>,
  document: { readonly name: string; readonly remedy: string },
  tidy: (written: unknown) => unknown = (written) => written,
): Promise<YamlFile<T>> {
  let text: string | undefined;
  try {
    text = await readText(file, files);
  } catch (error) {
    return { diagnostics: [notOpened(file, error)] };
  }
  if (text === undefined) return { diagnostics: [notText(file, "a file that people write, in YAML or JSON")] };
  const written = parseWorkload(text, file);
  if (written.problems.length > 0) return { diagnostics: written.problems.map((p) => p.diagnostic) };
  const value = tidy(written.document);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, written, diagnostics: [] };
  const judged = { schema, value, document, prefix: [], at: (path: Path) => written.at(path) };
  return { diagnostics: parsed.error.issues.flatMap((i) => explain(i, judged)).map((e) => e.diagnostic) };
}
