import { Command, CommanderError } from "commander";
import { printable } from "../constructs/printable.ts";
import { refuseGivenTwice } from "./given-twice.ts";
import type { ExitCode, Io } from "./io.ts";
import { checkNotOverInput } from "./over-input.ts";
import { packageVersion } from "./package-version.ts";
import { type Run, Session } from "./session.ts";
import { checkStandardInput } from "./standard-input.ts";
import { UsageError } from "./usage-error.ts";

interface Entry {
  readonly summary: string;
  load(): Promise<(run: Run) => Command>;
}

/** Loaded one at a time: `exeat adopt --help` does not wait for the engines. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  inventory: {
    summary: "what an estate contains",
    load: async () => (await import("./inventory.ts")).inventoryCommand,
  },
  assess: {
    summary: "what leaving takes: effort, time, losses, unknowns",
    load: async () => (await import("./assess.ts")).assessCommand,
  },
  facts: {
    summary: "what code cannot know: a file to fill in",
    load: async () => (await import("./facts.ts")).factsCommand,
  },
  calibrate: {
    summary: "how far the effort model is off for your organisation",
    load: async () => (await import("./calibrate.ts")).calibrateCommand,
  },
  diff: {
    summary: "two clouds side by side, or what a change does to the exit",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  plan: {
    summary: "an ordered migration with its scripts and the target's code",
    load: async () => (await import("./plan.ts")).planCommand,
  },
  adopt: {
    summary: "a running estate as a neutral workload",
    load: async () => (await import("./adopt.ts")).adoptCommand,
  },
  synth: {
    summary: "code for a cloud from a workload",
    load: async () => (await import("./synth.ts")).synthCommand,
  },
  support: {
    summary: "what each cloud holds, property by property",
    load: async () => (await import("./support.ts")).supportCommand,
  },
};

/** The command line: words in, exit code out. Never throws. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const inSession: Run = async (options, work) => {
    exitCode = await work(new Session(io, options));
  };
  try {
    const program = await programFor(words, inSession, io);
    if (words.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    return failed(error, words, io);
  }
}

/** The program with the command that was named in full, and the others by name. */
async function programFor(words: readonly string[], inSession: Run, io: Io): Promise<Command> {
  const program = new Command("exeat")
    .description(
      "Infrastructure-as-code reversibility: read an estate, measure what leaving it takes, plan the way, write the code.",
    )
    .version(packageVersion(), "-V, --version")
    .showSuggestionAfterError()
    .addHelpText("after", HELP)
    .hook("preAction", async (_, command) => {
      checkStandardInput(command);
      await checkNotOverInput(command);
    });
  const named = words.filter((word) => !word.startsWith("-"));
  const wanted = named[0] === "help" ? named[1] : named[0];
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    if (name === wanted) program.addCommand((await load())(inSession));
    else program.command(name).summary(summary);
  }
  refuseGivenTwice(program);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => 110,
      getErrHelpWidth: () => 110,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  return program;
}

const HELP = `
Start here:
  $ exeat inventory infra/                              what is there
  $ exeat assess infra/ --to scaleway,ovh               what leaving takes
  $ exeat plan infra/ --to scaleway --out plan/         how to do it, with the target's code

Exit codes: 0 done · 1 a gate failed · 2 usage error, or nothing could be read · 3 internal error.`;

/** User-caused problems are one line; ours are one line too, with a stack on request. */
function failed(error: unknown, words: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const message = error.message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
    const command = words[0] !== undefined && words[0] in COMMANDS ? ` ${words[0]}` : "";
    io.stderr.write(`error[EX0001]: ${printable(message)} (see: exeat${command} --help)\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    io.stderr.write(`error[EX0001]: ${printable(error.message)}\n`);
    return 2;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const debug = io.env["EXEAT_DEBUG"] === "1";
  const ask = "this is a fault of Exeat, not of your input: please report it (EXEAT_DEBUG=1 shows where)";
  io.stderr.write(`internal error: ${message.split("\n")[0]}: ${ask}\n`);
  if (debug) io.stderr.write(`${stack ?? message}\n`);
  return 3;
}
