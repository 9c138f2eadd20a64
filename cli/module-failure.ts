import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import { importNotFound, moduleThrew, syntaxError } from "./workload-file-problems.ts";

/** The folder that this code is in, and the vocabulary's: where an author's mistake shows, not where it is made. */
const OWN = [".", "../constructs"].map((folder) => fileURLToPath(new URL(`${folder}/`, import.meta.url)));

/** Why a module could not be run, at the line of its author's code. `file` is the module that was asked for. */
export function failure(error: unknown, file: string): Diagnostic & { readonly source: Location } {
  const { message, stack, code } = asError(error);
  const at = frame(stack) ?? { file };
  const syntax = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):\d+/s.exec(message);
  if (syntax) {
    const [, cause = "", place = file, line] = syntax;
    return { ...syntaxError({ file: place, line: Number(line) }, cause), source: { file: place, line: Number(line) } };
  }
  if (code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND") {
    return { ...importNotFound(at, message.replace(/ (imported )?from .*/s, "")), source: at };
  }
  // Imported names as the author wrote them, not as the loader calls them.
  const cause = message.replace(/^(?:\(0 , _\w+\.(\w+)\)|_\w+\.(\w+)) is not /, "$1$2 is not ");
  return { ...moduleThrew(at, cause), source: at };
}

/** Errors of another realm are no `Error` here, and anything may be thrown. */
function asError(error: unknown): { readonly message: string; readonly stack: string; readonly code: unknown } {
  const { message, stack, code } = (typeof error === "object" ? error : {}) as Record<string, unknown>;
  return {
    message: typeof message === "string" ? message : `it threw ${String(error)}`,
    stack: typeof stack === "string" ? stack : "",
    code,
  };
}

/** The innermost place of a stack that its author wrote. */
function frame(stack: string): Location | undefined {
  for (const [, place = "", line] of stack.matchAll(/^\s+at (?:.* \()?(.+?):(\d+):\d+\)?$/gm)) {
    const file = place.replace(/^async /, "");
    if (/^(node|data|internal):/.test(file) || file.includes(`${sep}node_modules${sep}`)) continue;
    const local = file.startsWith("file:") ? fileURLToPath(file) : file;
    if (!OWN.some((folder) => local.startsWith(folder))) return { file: local, line: Number(line) };
  }
  return undefined;
}
