import { refused } from "./usage-error.ts";

/** Where a command reads and writes besides files: the process's own streams, or those of a test. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** False for pipes and files, and where `NO_COLOR` is set. */
  readonly colors: boolean;
}

/** Of commands that measure: done, or usage error and nothing read; 1 is for a gate that failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Nobody reads any more. Files are still to be written, and what a gate says is still the exit code. */
const UNREAD = ["EPIPE", "ERR_STREAM_DESTROYED"];

/** The process's streams. That nobody reads on (`| head`) is passed over without a word; a full disk ends the process with one line. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (UNREAD.includes(error.code ?? "")) return;
      process.stderr.write(`error[EX0001]: ${(refused("standard output", error) as Error).message}\n`);
      process.exit(2);
    });
  }
  const io = { stdin: process.stdin, stdout: sink(process.stdout), stderr: sink(process.stderr), env: process.env };
  // Results alone go to stdout: machines read it. What the module of a workload prints, whenever it does, goes to stderr.
  process.stdout.write = process.stderr.write.bind(process.stderr);
  process.on("uncaughtException", (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const shown = process.env["EXEAT_DEBUG"] === "1" ? stack : message;
    process.stderr.write(`error[EX0001]: something that was begun and not awaited failed: ${shown}\n`);
    process.exit(3);
  });
  return io;
}

function sink(stream: NodeJS.WriteStream): Sink {
  const isTerminal = stream.isTTY === true;
  const write = stream.write.bind(stream);
  return {
    write: (text) => void write(text),
    isTerminal,
    // `hasColors` knows NO_COLOR, FORCE_COLOR and terminals that have none.
    colors: isTerminal && stream.hasColors(),
  };
}
