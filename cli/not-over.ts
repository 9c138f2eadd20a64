import { stat } from "node:fs/promises";
import { UsageError } from "./usage-error.ts";

/** Refuses to write over a file that people fill in by hand, unless `force` says so. Asked before anything long is begun. */
export async function notOver(out: string | undefined, force = false): Promise<void> {
  if (out === undefined || force || !(await stat(out).catch(() => undefined))?.isFile()) return;
  throw new UsageError(`${out} is there already, perhaps with changes by hand: name another file, or add --force`);
}
