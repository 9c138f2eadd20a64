import { json, type Report, type Reporter } from "../report/reporter.ts";
import type { CommonOptions } from "./common-options.ts";
import { diagnosticText, type Shown } from "./diagnostic-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { writeFileWhole } from "./write-file.ts";

/** Runs a command's work in a session of its own. */
export type Run = (options: CommonOptions, work: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** One run of a command: where it writes, how much it says, and how it ends. */
export class Session {
  readonly io: Io;
  private readonly progressing: boolean;
  private readonly quiet: boolean;
  private readonly color: boolean;
  private readonly out: string | undefined;
  private readonly format: string;

  constructor(io: Io, options: CommonOptions) {
    this.io = io;
    this.quiet = options.quiet === true;
    this.color = options.color;
    this.out = options.out;
    this.format = options.format;
    this.progressing = io.stderr.isTerminal && !this.quiet;
  }

  /** One line that the next one replaces, on a terminal only. */
  readonly progress = (message: string): void => {
    if (this.progressing) this.io.stderr.write(`\r\u001b[K${message.slice(0, 100)} …`);
  };

  /** Diagnostics for people, on stderr. Those that a text report on the same terminal will show are left to it. */
  diagnose(diagnostics: readonly Shown[], reported = false): void {
    this.endProgress();
    const onScreen = reported && this.format === "text" && this.out === undefined && this.io.stdout.isTerminal;
    const shown = diagnostics.filter((d) => {
      if (this.quiet) return d.severity === "error";
      return !onScreen || d.severity === "info";
    });
    this.io.stderr.write(diagnosticText(shown, this.color && this.io.stderr.colors));
  }

  /** A result in the format asked for, to `--out` or to stdout. */
  async report<T>(result: T, reporters: Readonly<Record<string, Reporter<T>>>): Promise<void> {
    await this.deliver(this.reported(result, reporters));
  }

  /** One result as it is, several one after the other; in JSON `{ formatVersion, results }`. */
  async reportAll<T extends { readonly formatVersion: number }>(
    results: readonly T[],
    reporters: Readonly<Record<string, Reporter<T>>>,
  ): Promise<void> {
    const [first] = results;
    if (!first) throw new Error("there is no result");
    if (results.length === 1) return this.report(first, reporters);
    if (this.format === "json")
      return this.deliver(json({ formatVersion: first.formatVersion, results }, { color: false }));
    const parts = results.map((result) => this.reported(result, reporters));
    return this.deliver({ output: parts.map((p) => p.output).join("\n"), exitCode: 0 });
  }

  /** A line about what was done, on stdout. */
  say(line: string): void {
    this.endProgress();
    if (!this.quiet) this.io.stdout.write(`${line}\n`);
  }

  private reported<T>(result: T, reporters: Readonly<Record<string, Reporter<T>>>): Report {
    const reporter = reporters[this.format];
    if (!reporter) throw new Error(`no reporter for ${this.format}`);
    return reporter(result, { color: this.color && this.out === undefined && this.io.stdout.colors });
  }

  private async deliver({ output }: Report): Promise<void> {
    this.endProgress();
    if (this.out === undefined) this.io.stdout.write(output);
    else await writeFileWhole(this.out, output);
  }

  private endProgress(): void {
    if (this.progressing) this.io.stderr.write("\r\u001b[K");
  }
}
