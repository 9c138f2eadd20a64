import type { CodeResult } from "../assessment/code-result.ts";
import { checkLines } from "./code-check.ts";
import { json, type Reporter } from "./reporter.ts";
import { code, lines, md, paint, plural, table } from "./words.ts";

const notAll = "complete: false (a component could not be written; see the diagnostics)";

const text: Reporter<CodeResult> = (result, { color }) => {
  const p = paint(color);
  const natives = result.components.flatMap((c) => c.natives);
  return {
    output: lines([
      ...(result.complete ? [] : [p.red(notAll)]),
      `${p.bold("Code")} for ${result.cloud}:${result.region} (${result.engine}): ${plural(result.components.length, "component")}, ${plural(natives.length, "resource")}`,
      ...(result.folder === undefined ? [] : [`  in ${result.folder}: ${result.files.join(", ")}`]),
      ...(result.asked.length === 0 ? [] : ["", p.bold("Values to give before it is applied")]),
      ...result.asked.map((v) => `  ${v.name}${v.sensitive ? p.yellow(" (secret)") : ""}: ${v.description}`),
      ...(result.check ? ["", ...checkLines(result.check, p)] : []),
    ]),
    exitCode: result.check && !result.check.passed ? 1 : 0,
  };
};

const markdown: Reporter<CodeResult> = (result) => ({
  output: lines([
    ...(result.complete ? [] : [`**${notAll}**`, ""]),
    `# Code for ${result.cloud}:${result.region} (${result.engine})`,
    "",
    ...table(
      ["component", "resources"],
      result.components.map((c) => [code(c.id), c.natives.map(code).join(", ")]),
    ),
    ...table(
      ["value to give", "what it is"],
      result.asked.map((v) => [code(v.name), `${v.sensitive ? "**secret** " : ""}${md(v.description)}`]),
    ),
    ...(result.check ? checkLines(result.check, paint(false)).map((l) => `- ${md(l.trim())}`) : []),
  ]),
  exitCode: result.check && !result.check.passed ? 1 : 0,
});

export const synthesisReporters = { text, json: json as Reporter<CodeResult>, markdown };
