import { printable, printableInColor } from "../constructs/printable.ts";
import type { Lang } from "../report/language/language.ts";
import { json, jsonPieces, type Reporter } from "../report/reporter.ts";
import type { CommonOptions } from "./common-options.ts";
import { diagnosticText, type Shown } from "./diagnostic-text.ts";
import { nodeFiles, type ReadFiles } from "./files.ts";
import type { ExitCode, Io } from "./io.ts";
import { overInput } from "./over-input.ts";
import { writeFileWhole } from "./write-file.ts";

export interface SessionOptions extends CommonOptions {
  /** What is said for people names nothing either: the log of a pipeline is shared like its result. */
  readonly anonymise?: boolean;
}

/** Runs a command's work in a session of its own. */
export type Run = (options: SessionOptions, work: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** Where a result goes: to `--out`, else stdout; or to a stream whatever `--out` says, because the command writes more than it. */
type Place = "out" | "stdout" | "stderr";

/** One run of a command: where it writes, and how much it says. */
export class Session {
  readonly io: Io;
  /** The machine's files; `-` is standard input, which can be read once. */
  readonly files: ReadFiles;
  private readonly progressing: boolean;
  private readonly quiet: boolean;
  private readonly color: boolean;
  private readonly out: string | undefined;
  private readonly format: string;
  private readonly lang: Lang | undefined;
  private readonly nameless: boolean;

  constructor(io: Io, options: SessionOptions) {
    this.io = io;
    this.files = nodeFiles(io.stdin);
    this.quiet = options.quiet === true;
    this.color = options.color;
    this.out = options.out === "-" ? undefined : options.out;
    this.format = options.format;
    this.lang = options.lang;
    this.nameless = options.anonymise === true;
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
    const colors = this.color && this.io.stderr.colors;
    this.io.stderr.write(safe(diagnosticText(this.nameless ? withoutNames(shown) : shown, colors), colors));
  }

  /** Lines for people about what was done besides the result, on stderr. */
  note(lines: readonly string[]): void {
    this.endProgress();
    if (!this.quiet && lines.length > 0) this.io.stderr.write(`${lines.join("\n")}\n`);
  }

  /** Results in the format asked for: one as it is, several one after the other, in JSON as `{ formatVersion, results }`. */
  async report<T extends { readonly formatVersion: number }>(
    results: readonly [T, ...T[]],
    reporters: Readonly<Record<string, Reporter<T>>>,
    place: Place = "out",
  ): Promise<void> {
    this.endProgress();
    if (place === "stderr" && this.quiet) return;
    const reporter = reporters[this.format];
    if (!reporter) throw new Error(`no reporter for ${this.format}`);
    const toFile = place === "out" && this.out !== undefined;
    // Not before: help and wrong words need no cloud.
    const { titles } = await import("./titles.ts");
    const sink = this.io[place === "stderr" ? "stderr" : "stdout"];
    const options = { color: this.color && !toFile && sink.colors, lang: this.lang, titles };
    const { formatVersion } = results[0];
    const inOne = results.length > 1 && this.format === "json" ? { formatVersion, results } : undefined;
    if (place === "out" && this.out !== undefined && reporter === json) {
      return this.write("--out", this.out, jsonPieces(inOne ?? results[0]));
    }
    const text = inOne
      ? json(inOne, options).output
      : safe(results.map((result) => reporter(result, options).output).join("\n"), options.color);
    if (place === "out" && this.out !== undefined) await this.write("--out", this.out, text);
    else sink.write(text);
  }

  /** Writes the file that an option names, unless it was read in this run. */
  async write(option: string, path: string, text: string | Iterable<string>): Promise<void> {
    this.checkUnread(option, [path]);
    await writeFileWhole(path, text);
  }

  /** Refuses to write over what was read in this run: no force is meant for that. */
  checkUnread(option: string, paths: readonly string[]): void {
    const lost = this.files.readAmong(paths);
    if (lost !== undefined) throw overInput(option, lost);
  }

  private endProgress(): void {
    if (this.progressing) this.io.stderr.write("\r\u001b[K");
  }
}

/** What is written for people: names in an estate may hold what steers a terminal. */
function safe(text: string, colors: boolean): string {
  return colors ? printableInColor(text) : printable(text);
}

/** Of each code that it was met, and how often: summaries name nothing, what they are about may be anything. */
function withoutNames(diagnostics: readonly Shown[]): Shown[] {
  return [...Map.groupBy(diagnostics, ({ code, summary }) => `${code} ${summary}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { severity, code, summary } = first;
    const times = alike.length === 1 ? "" : `${alike.length} times. `;
    return [{ severity, code, summary, detail: `${times}Without --anonymise it is said where, and what to do.` }];
  });
}
