import type { CodeCheck } from "../assessment/code-result.ts";
import { type Paint, plural } from "./words.ts";

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
