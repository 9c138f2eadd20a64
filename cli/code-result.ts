import type { CodeCheck, CodeResult } from "../assessment/code-result.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import type { ExitCode } from "./io.ts";
import type { TargetCode } from "./target-code.ts";

/** What was written, for people and machines. `components` are those that were to be written. */
export function codeResult(
  code: TargetCode,
  components: readonly { readonly id: string }[],
  folder: string | undefined,
  check: CodeCheck | undefined,
): CodeResult {
  const { cloud, region, variables, components: written }: Synthesis = code.synthesis;
  const absent = components.filter((c) => !written.has(c.id)).map((c) => c.id);
  return {
    formatVersion: 1,
    complete: absent.length === 0,
    cloud,
    region,
    engine: code.engine,
    ...(folder === undefined ? {} : { folder }),
    files: [...code.files.keys()].sort(),
    components: components.map(({ id }) => ({ id, natives: (written.get(id) ?? []).map((n) => n.address) })),
    asked: variables
      .filter((v) => v.default === undefined)
      .map(({ name, description, sensitive }) => ({ name, description, sensitive: sensitive === true })),
    ...(check ? { check: covering(check, absent) } : {}),
    diagnostics: [...code.diagnostics],
  };
}

/** What could not be written was not judged either. */
function covering(check: CodeCheck, absent: readonly string[]): CodeCheck {
  if (absent.length === 0) return check;
  return {
    ...check,
    passed: false,
    notJudged: [`what the code does not have: ${absent.join(", ")}`, ...check.notJudged],
  };
}

/** The gate that `--check` is: an error fails it, and so does what was not judged or not written, unless that is allowed. */
export function gate({ check }: CodeResult, allowPartial: boolean | undefined): ExitCode {
  if (!check) return 0;
  const refused = check.diagnostics.some((d) => d.severity === "error");
  return refused || (!allowPartial && !check.passed) ? 1 : 0;
}
