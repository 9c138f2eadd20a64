import type { Synthesis } from "../providers/synthesis.ts";
import type { CodeCheck } from "../report/code-check.ts";
import type { SynthesisResult } from "../report/synthesis.ts";
import type { ExitCode } from "./io.ts";
import type { TargetCode } from "./target-code.ts";

/** What was written, for people and machines. `components` are those that were to be written. */
export function codeResult(
  code: TargetCode,
  components: readonly { readonly id: string }[],
  folder: string | undefined,
  check: CodeCheck | undefined,
): SynthesisResult {
  const { cloud, region, variables, components: written }: Synthesis = code.synthesis;
  return {
    formatVersion: 1,
    complete: components.every((c) => written.has(c.id)),
    cloud,
    region,
    engine: code.engine,
    ...(folder === undefined ? {} : { folder }),
    files: [...code.files.keys()].sort(),
    components: components.map(({ id }) => ({ id, natives: (written.get(id) ?? []).map((n) => n.address) })),
    asked: variables
      .filter((v) => v.default === undefined)
      .map(({ name, description, sensitive }) => ({ name, description, sensitive: sensitive === true })),
    ...(check ? { check } : {}),
    diagnostics: code.diagnostics,
  };
}

/** The gate that `--check` is: an error fails it, and so does what was not judged or not written, unless that is allowed. */
export function gate({ check, complete }: SynthesisResult, allowPartial: boolean | undefined): ExitCode {
  if (!check) return 0;
  const refused = check.diagnostics.some((d) => d.severity === "error");
  return refused || (!allowPartial && !(check.passed && complete)) ? 1 : 0;
}
