import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { withTemporary } from "./interruption.ts";
import { type Computed, type Registration, startMonitor } from "./pulumi/monitor.ts";
import { type Received, received } from "./pulumi/received.ts";

export interface PulumiRun {
  readonly resources: readonly Registration[];
  /** What the program exports. */
  readonly outputs: Received;
  /** Why there is nothing to look at: packages that are not installed, a program that failed. Empty: it ran to its end. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RunOptions {
  /** Values of the settings by key. */
  readonly settings?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Keys of settings that are secret. */
  readonly secrets?: readonly string[];
  readonly computed?: Computed;
  /** Default: two minutes. */
  readonly timeoutMs?: number;
}

/**
 * Runs a written Pulumi project as the Pulumi engine would preview it, and gives what it registers. Needs the npm packages of the
 * project and nothing else: no engine, no plugin, no cloud, no network. The program is not changed.
 */
export async function runPulumi(files: ReadonlyMap<string, string>, options: RunOptions = {}): Promise<PulumiRun> {
  const packages = packagesOf(files);
  const missing = [...packages].flatMap(([name, folder]) => (folder === undefined ? [name] : []));
  if (missing.length > 0) return { resources: [], outputs: received({}), diagnostics: [notInstalled(missing)] };
  const folder = mkdtempSync(join(tmpdir(), "exeat-pulumi-"));
  return withTemporary(folder, async () => {
    await writeProject(folder, files, packages);
    return runProject(folder, options);
  });
}

const require = createRequire(import.meta.url);

/** Folders of the packages the project depends on, found from here; undefined where one is not installed. */
function packagesOf(files: ReadonlyMap<string, string>): Map<string, string | undefined> {
  const { dependencies } = JSON.parse(files.get("package.json") ?? "{}") as { dependencies?: Record<string, string> };
  return new Map(
    ["@pulumi/pulumi", "typescript", ...Object.keys(dependencies ?? {})].map((name) => [name, packageFolder(name)]),
  );
}

function packageFolder(name: string): string | undefined {
  return require.resolve
    .paths(name)
    ?.map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, "package.json")));
}

async function writeProject(
  folder: string,
  files: ReadonlyMap<string, string>,
  packages: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const [name, target] of packages) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    if (target !== undefined) await symlink(target, link, "junction");
  }
}

async function runProject(folder: string, options: RunOptions): Promise<PulumiRun> {
  const monitor = await startMonitor(options.computed);
  try {
    const project = /^name: (\S+)$/m.exec(await readFile(join(folder, "Pulumi.yaml"), "utf8"))?.[1] ?? "project";
    const failure = await runProgram(folder, project, monitor.address, options);
    const diagnostics = failure === undefined ? [] : [failed([...monitor.errors, failure])];
    return { resources: monitor.resources, outputs: received(monitor.outputs()), diagnostics };
  } finally {
    monitor.stop();
  }
}

/** What went wrong, or undefined. */
function runProgram(
  folder: string,
  project: string,
  address: string,
  { settings = {}, secrets = [], timeoutMs = 120_000 }: RunOptions,
): Promise<string | undefined> {
  const config = Object.entries(settings).map(([key, value]) => [
    `${project}:${key}`,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  const places = ["--monitor", address, "--engine", address, "--project", project, "--stack", "run", "--pwd", folder];
  // Every promise of the SDK records where it was made: half the time of a run, for traces nobody reads.
  const node = ["--stack-trace-limit=0", require.resolve("@pulumi/pulumi/cmd/run")];
  const child = spawn(process.execPath, [...node, ...places, "--dry-run", folder], {
    // Nothing of the caller's: classes take defaults from the environment.
    env: {
      PATH: process.env["PATH"],
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(config)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secrets.map((key) => `${project}:${key}`)),
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(`${said.trim()} (${signal === null ? `exit code ${code}` : `ended by ${signal}`})`.trim());
    });
  });
}

function notInstalled(names: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "EX0430",
    summary: "The Pulumi packages are not installed",
    detail: `The program was not run: ${names.join(", ")} cannot be found from here. Install them with \`npm install --save-dev ${names.join(" ")}\`.`,
  };
}

function failed(said: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "EX0431",
    summary: "The Pulumi program failed",
    detail: `It stopped before its end: ${said.filter((text) => text !== "").join("\n")}`,
  };
}
