import { fileURLToPath } from "node:url";
import type { Location } from "./diagnostic.ts";

type Callable = abstract new (...args: never[]) => unknown;

/**
 * File and line of the `new` of an object under construction. `made` is its class, `base` an ancestor that has a written
 * constructor: V8 gives no frame to a constructor that nobody wrote.
 */
export function callSite(made: Callable, base: Callable): Location | undefined {
  return caller(made) ?? caller(base);
}

/** One frame, unformatted, so that a thousand components cost 5 ms however deep their stacks are. */
function caller(below: Callable): Location | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_error, frames) => frames;
    const holder: { stack?: NodeJS.CallSite[] } = {};
    Error.captureStackTrace(holder, below);
    const frame = holder.stack?.[0];
    const file = frame?.getFileName();
    const line = frame?.getLineNumber();
    if (!file || /^(node|data):/.test(file)) return undefined;
    return { file: file.startsWith("file:") ? fileURLToPath(file) : file, ...(line ? { line } : {}) };
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
