import type { Diagnostic, Location } from "../constructs/diagnostic.ts";

// One function per thing that can be wrong with a file that should hold a workload; the remedy is in the text.

function problem(code: Diagnostic["code"], source: Location, summary: string, detail: string): Diagnostic {
  return { severity: "error", code, summary, detail, source };
}

export function unknownForm(file: string, known: readonly string[]): Diagnostic {
  const detail = `A workload is a file that ends in ${known.join(", ")}. To make one of code, a plan or a state that exists, use \`exeat adopt\`.`;
  return problem("EX0520", { file }, "Not a form that workloads have", detail);
}

export function notText(file: string, what = "the YAML or JSON file that describes the workload"): Diagnostic {
  const detail = `${file} is not text in UTF-8 or UTF-16. Name ${what}.`;
  return problem("EX0521", { file }, "A binary file was given", detail);
}

export function syntaxError(source: Location, cause: string): Diagnostic {
  return problem("EX0522", source, "Syntax error in a workload", `${sentence(cause)} Correct this line.`);
}

export function importNotFound(source: Location, cause: string): Diagnostic {
  const detail = `${sentence(cause)} Correct the name, or install the package beside the workload.`;
  return problem("EX0523", source, "An import leads nowhere", detail);
}

export function moduleThrew(source: Location, cause: string): Diagnostic {
  const detail = `${sentence(cause)} Correct what this line does: a workload only describes, and loading it should need no files, network or time.`;
  return problem("EX0524", source, "A workload failed while it was loaded", detail);
}

/** `found` are the exports, each with what it is. */
export function noWorkload(file: string, found: readonly string[]): Diagnostic {
  const exports = found.length === 0 ? "It exports nothing." : `It exports ${found.join(", ")}.`;
  const detail = `${exports} Export the workload: \`export const workload = new Workload();\`.`;
  return problem("EX0525", { file }, "No workload is exported", detail);
}

export function severalWorkloads(file: string, names: readonly string[]): Diagnostic {
  const detail = `It exports ${names.map((name) => `\`${name}\``).join(", ")}, which are different workloads. Export one from each file.`;
  return problem("EX0526", { file }, "Several workloads are exported", detail);
}

/** One line that ends as a sentence does. */
function sentence(text: string): string {
  const line = text.split("\n", 1)[0]?.trim() || "no reason was given";
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
