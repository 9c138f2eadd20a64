import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Engine } from "./find-engine.ts";
import { withTemporary } from "./interruption.ts";

/** What a command of the engine gave. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with code in which an engine runs, apart from the user's settings, credentials and home. */
export interface EngineFolder {
  readonly path: string;
  run(...args: readonly string[]): Promise<Ended>;
}

/** Makes a folder below the system's temporary one, fills it, and removes it whatever happens. */
export async function withEngineFolder<T>(
  files: ReadonlyMap<string, string>,
  engine: Engine,
  env: Readonly<Record<string, string>>,
  use: (folder: EngineFolder) => Promise<T>,
): Promise<T> {
  // At once: what ends the process between making it and keeping an eye on it would leave it there.
  const home = mkdtempSync(join(tmpdir(), "exeat-engine-"));
  return withTemporary(home, async () => {
    const path = join(home, "code");
    for (const [name, content] of files) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
    const settings = join(home, "engine.tfrc");
    await writeFile(settings, "");
    const clean = { ...inherited(), HOME: home, TF_CLI_CONFIG_FILE: settings, ...QUIET, ...env };
    return await use({ path, run: (...args) => run(engine.path, args, path, clean) });
  });
}

const QUIET = { CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };

/** What a program needs to start, and nothing that could change what it says. */
function inherited(): Record<string, string> {
  const kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "SystemDrive"];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Never blocks this process: it may be the one that serves the engine. */
function run(program: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout?.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr?.push(chunk));
    // A program that cannot be started is the user's to mend: it ends like one that failed.
    child.on("error", (error) => resolve({ code: 127, stdout: "", stderr: error.message }));
    child.on("close", (code) => {
      const text = (chunks: Buffer[] = []) => Buffer.concat(chunks).toString("utf8");
      resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}
