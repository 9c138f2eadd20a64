import type { Diagnostic, Location } from "../../constructs/diagnostic.ts";
import { expressionHoldsSecret } from "../../constructs/holds-secret.ts";
import { list } from "../../constructs/list.ts";
import { oneLine } from "../../constructs/one-line.ts";
import { CALLED_BY_NOBODY, LINKED, UNKNOWN_NUMBER } from "../diagnostics.ts";
import { LEADS_OUT } from "../fenced-files.ts";
import type { Problem } from "./ast.ts";
import type { Source } from "./source.ts";

// One function per thing that can be wrong with HCL; the remedy is in the text.

/** What the parser found wrong, where it stands. */
export function said({ code, at, detail }: Problem, source: Source): Diagnostic {
  const place = source.at(at);
  if (code === "twice") return alreadyDeclared(place, detail);
  if (code === "size") return tooLong(place, detail);
  const cause = detail.charAt(0).toUpperCase() + detail.slice(1);
  return code === "syntax" ? syntaxMistake(place, cause) : tooDeep(place, cause);
}

export function syntaxMistake(at: Location, cause: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0101",
    summary: "A file holds a syntax error",
    detail: `${cause}. The block it stands in was left out, the rest was read. Run \`tofu fmt\` in its folder and mend what it names.`,
    source: at,
  };
}

export function notText(file: string, cause: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0102",
    summary: "A file is not UTF-8 text",
    detail: `${file} was not read: ${cause}.`,
    source: { file },
  };
}

function tooLong(at: Location, cause: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0124",
    summary: "A block is too large to be read as code",
    detail: `What begins here was left out: ${cause}. Split it, or move what is not code (a document, a list) into files that \`file\` or \`jsondecode\` read.`,
    source: at,
  };
}

function tooDeep(at: Location, cause: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0103",
    summary: "An expression is nested too deeply",
    detail: `What begins here counts as unknown: ${cause}. Flatten it, or move parts of it into locals.`,
    source: at,
  };
}

export function notOpened(file: string, error: unknown): Diagnostic {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === LEADS_OUT) return { ...leftOut(file, ""), detail: `${file} was left out. ${LINKED}` };
  return leftOut(file, `the system says ${typeof code === "string" ? code : "no more"}`);
}

/** Something named like code that is a link to nowhere, a pipe, a device. */
export function notAFile(file: string): Diagnostic {
  return leftOut(file, "it is no file, or a link that leads nowhere");
}

function leftOut(file: string, cause: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0104",
    summary: "A file or folder could not be opened",
    detail: `${file} was left out: ${cause}. Check that it exists and may be read.`,
    source: { file },
  };
}

export function cycle(at: Location, reference: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0105",
    summary: "A value depends on itself",
    detail: `${reference} is needed to compute ${reference}; it counts as unknown. Break the cycle.`,
    source: at,
  };
}

export function moduleCycle(at: Location, address: string, directory: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0106",
    summary: "A module contains itself",
    detail: `${address} calls ${directory}, from which it is called itself; this call was not followed. Break the cycle.`,
    address,
    source: at,
  };
}

const ABSENT = {
  folder:
    " is called, and there is no code there: what it creates is not counted. Name a folder that holds it too, or correct the path.",
  download:
    " is called and not here: what it creates is not counted. Run `tofu init` in the root's folder, which downloads it, and read the folder again.",
  run: " is run by Terragrunt and not found here: what it creates is not counted. Plan each of its folders (`terragrunt run --all plan`, then `tofu show -json` for each) and name the plans in place of the code.",
  nothing:
    " is called and not here. By its address it makes nothing at a cloud: what it computes is not known. Run `tofu init` in the root's folder, which downloads it, and read the folder again.",
};

export function moduleAbsent(at: Location, address: string, source: string, how: keyof typeof ABSENT): Diagnostic {
  return {
    severity: "warning",
    code: "EX0107",
    summary: "The code of a module is not here",
    detail: `${source}${ABSENT[how]}`,
    address,
    source: at,
  };
}

export function undeclared(at: Location, reference: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0108",
    summary: "A reference leads nowhere",
    detail: `${reference} is not declared in this module; the value counts as unknown. Declare it or correct the name.`,
    source: at,
  };
}

export function notEvaluated(at: Location, cause: string, within?: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0109",
    summary: "An expression could not be evaluated",
    detail: `The value counts as unknown: ${cause}${within === undefined ? "" : quoted(within)}. \`tofu validate\` in the root's folder says more.`,
    source: at,
  };
}

/** What is handed over in an object is no part of where the mistake is, and may be a secret. */
function quoted(expression: string): string {
  const short = expression.replace(/(?<![$%])\{.*\}/s, "{ … }");
  return expressionHoldsSecret(short) ? "" : ` in \`${oneLine(short)}\``;
}

export function unknownNumber(at: Location, address: string, needed: string, expression: string): Diagnostic {
  return {
    severity: "warning",
    code: UNKNOWN_NUMBER,
    summary: "How many there are is not known",
    detail: `It counts as one: its ${needed} depends on values that are not here (${oneLine(expression)}). Give them with --var-file or --workspace, or a plan with --plan.`,
    address,
    source: at,
  };
}

export function wrongValue(at: Location, name: string, cause: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0111",
    summary: "A value does not fit the type of its variable",
    detail: `var.${name}: ${cause}; it counts as unknown. Correct the value or the type.`,
    source: at,
  };
}

export function duplicate(at: Location, address: string, first: Location): Diagnostic {
  return { ...alreadyDeclared(at, `${address} is declared in ${first.file}:${first.line ?? 1}`), address };
}

function alreadyDeclared(at: Location, what: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0112",
    summary: "Something is declared twice",
    detail: `${what} already; this one was left out. Rename or remove one of them.`,
    source: at,
  };
}

export function valuesFromOutside(file: string): Diagnostic {
  return {
    severity: "info",
    code: "EX0113",
    summary: "Terragrunt gives values from outside",
    detail: `Of a Terragrunt file only what it states is read: inputs that it computes, and what dependencies give, count as unknown. A plan written through Terragrunt (\`terragrunt plan\`, then \`tofu show -json\`) knows them: give it with --plan.`,
    source: { file },
  };
}

export function tooMany(at: Location, address: string, limit: number): Diagnostic {
  return {
    severity: "error",
    code: "EX0114",
    summary: "There would be too many instances",
    detail: `${address} has more than ${limit} instances, which are not told apart: it counts as one. Check its count or for_each.`,
    address,
    source: at,
  };
}

export function gaveUp(at: Location, address: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0115",
    summary: "A block could not be read",
    detail: `${address} is too large or too deeply nested to evaluate; it counts as unreadable. Split it.`,
    address,
    source: at,
  };
}

export function rootCycle(directory: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0116",
    summary: "Modules call each other in a circle",
    detail: `${directory} is called by a module that it calls itself, and nothing else uses them: it was read as the root. Break the cycle.`,
    source: { file: directory },
  };
}

export function noValues(at: Location, what: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0117",
    summary: "A file of variables holds something else",
    detail: `It gives values of variables, one \`name = value\` each, and holds ${what}: that was left out. Name the code as a path, and a plan with --plan.`,
    source: at,
  };
}

export function strangeVariables(file: string, name: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0118",
    summary: "A file of variables names none that is declared here",
    detail: `No root declares any of its names, the first of which is ${name}: nothing of it was used. Name the file that belongs to this code, or a plan with --plan.`,
    source: { file },
  };
}

/** Its variables are to be given by a caller, and none is here. */
export function calledByNobody(folder: string, variables: readonly string[]): Diagnostic {
  return {
    severity: "warning",
    code: CALLED_BY_NOBODY,
    summary: "A module that nobody calls is read as a root",
    detail: `What it makes is counted once, as if it were run by itself, though nothing says that it is: it has no backend, no provider and no value for ${list(variables.map((name) => `var.${name}`))}. Remove the folder if nobody needs it, or name the folders that are run.`,
    source: { file: folder },
  };
}
