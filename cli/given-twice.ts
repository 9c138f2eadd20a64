import type { Command, Option } from "commander";
import { UsageError } from "./usage-error.ts";

/** Has a command refuse what is given twice where one value would silently win. What may be repeated, and what takes no value, may stand twice. */
export function refuseGivenTwice(command: Command): void {
  for (const option of command.options) {
    if (option.isBoolean() || Array.isArray(option.defaultValue)) continue;
    let first: string | undefined;
    command.on(`option:${option.name()}`, (value: string) => {
      if (first !== undefined) throw new UsageError(twice(option, first, value));
      first = value;
    });
  }
  for (const sub of command.commands) refuseGivenTwice(sub);
}

function twice({ long, flags }: Option, first: string, second: string): string {
  const remedy = flags.includes(",…") ? `write ${long} ${first},${second}, or leave one out` : "leave one out";
  return `${long} is given twice, as ${first} and as ${second}: ${remedy}`;
}
