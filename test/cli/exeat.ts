import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import type { Io } from "../../cli/io.ts";
import { run } from "../../cli/run.ts";

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  /** A terminal with colours on both streams. */
  readonly terminal?: boolean;
  readonly env?: Io["env"];
}

const repository = fileURLToPath(new URL("../..", import.meta.url));
export const SHOP = join(repository, "examples/shop-aws");
export const STACK = join(repository, "stacks/shop.yaml");

/** The command line in this process. */
export async function exeat(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = options.terminal ?? false;
  const sink = (parts: string[]) => ({
    write: (text: string) => void parts.push(text),
    isTerminal: terminal,
    colors: terminal,
  });
  const code = await run(words, {
    stdin: given(options.stdin),
    stdout: sink(out),
    stderr: sink(err),
    env: options.env ?? {},
  });
  return { code, out: out.join(""), err: err.join("") };
}

async function* given(input: string | Uint8Array = ""): AsyncGenerator<Uint8Array> {
  yield typeof input === "string" ? new TextEncoder().encode(input) : input;
}

export interface SpawnOptions extends RunOptions {
  /** The reader goes away after so many bytes; at once, of none. */
  readonly closeAfter?: number;
}

/** The command line as a process of its own. */
export function spawned(
  words: readonly string[],
  { stdin = "", env = {}, closeAfter }: SpawnOptions = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(repository, "cli/main.ts"), ...words], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString("utf8");
    if (closeAfter !== undefined && out.length >= closeAfter) child.stdout.destroy();
  });
  child.stderr.on("data", (part: Buffer) => {
    err += part.toString("utf8");
  });
  if (closeAfter === 0) child.stdout.destroy();
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** A folder that is gone after the tests, with a copy of the example shop in it when asked for. */
export function temporary(withShop = false): string {
  const folder = mkdtempSync(join(tmpdir(), "exeat-cli-"));
  if (withShop) cpSync(SHOP, join(folder, "shop"), { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
