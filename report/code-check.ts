import type { Diagnostic } from "../constructs/diagnostic.ts";
import { type Paint, plural } from "./words.ts";

/** What was judged of written code, and what was not. Emulated: never above L2. */
export interface CodeCheck {
  readonly level: "L2";
  readonly emulated: true;
  /** An engine gave a verdict on everything, and nothing found an error. */
  readonly passed: boolean;
  readonly judged: readonly string[];
  readonly notJudged: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function checkLines(check: CodeCheck, p: Paint): string[] {
  const errors = check.diagnostics.filter((d) => d.severity === "error").length;
  const verdict = check.passed
    ? p.green("passed")
    : p.red(errors > 0 ? `failed with ${plural(errors, "error")}` : "not everything was judged");
  return [
    `${p.bold("Check")}: ${verdict} (emulated, at most ${check.level}: no cloud was asked)`,
    ...check.judged.map((what) => `  judged: ${what}`),
    ...check.notJudged.map((what) => `  not judged: ${what}`),
  ];
}
