import type { Command } from "commander";
import { UsageError } from "./usage-error.ts";

/** Options that name what is written. */
const WRITTEN = ["out", "writeBaseline"];

/** There is one standard input: what would be it twice would be compared with itself, and a gate over that always passes. */
export function checkStandardInput(command: Command): void {
  const given = Object.entries(command.opts()).filter(([name]) => !WRITTEN.includes(name));
  const all = [...command.processedArgs, ...given.map(([, value]) => value)].flat();
  if (all.filter((value) => value === "-").length < 2) return;
  throw new UsageError(
    "- is standard input, and it can be read as one thing only: write the others to files and name those",
  );
}
