import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { z } from "zod";
import { compareText } from "../constructs/diagnostic.ts";
import { withTemporary } from "../engines/interruption.ts";
import { type CodeFolders, CodeOf, codeAmong, emptied, type NewCode, otherCode } from "./code-folders.ts";
import { refused, UsageError } from "./usage-error.ts";

/** Names what Exeat wrote into a folder, with digests: only that is ever replaced or removed. */
const MANIFEST = ".exeat-files.json";
const IGNORED = ".gitignore";
/** A path below the folder: a list that somebody else wrote must not reach outside. */
const Inside = z.string().refine((path) => !isAbsolute(path) && !path.split(/[/\\]/).includes(".."));
const Manifest = z.object({
  formatVersion: z.literal(1),
  files: z.record(Inside, z.string()),
  /** Absent in lists of older versions. */
  code: z.record(Inside, CodeOf).optional(),
});

/** What an earlier run left: digests of files by path, and of what its code is. */
interface Before {
  readonly files: Readonly<Record<string, string>>;
  readonly code: CodeFolders;
}

export interface FolderOptions {
  /** Default: no. */
  readonly force?: boolean | undefined;
  /** What code is among the files. Default: none. */
  readonly code?: NewCode;
}

/**
 * Writes files into a folder: all into a temporary one beside it first, then each takes its place. Files of an earlier run that
 * are no longer part of it go; everything else there stays (states, `.terraform`, values of variables), and what keeps that out of
 * git. Refused without `force`: a folder with content that is not Exeat's, or with code for another cloud or engine; code by which
 * nothing runs in place of some; and a file that was changed since Exeat wrote it.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  { force = false, code = {} }: FolderOptions = {},
): Promise<void> {
  const found = await written(folder, force);
  const before = found?.files;
  if (!force) {
    await untouched(folder, files, before);
    fitting(folder, found, code);
    if (before && [...files].some(([path, text]) => digest(text) !== before[path])) {
      const why = emptied(folder, found.code, code);
      if (why !== undefined) throw new UsageError(why);
    }
  }
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  const digests = Object.fromEntries(
    [...files].map(([path, text]) => [path, digest(text)]).sort(([a = ""], [b = ""]) => compareText(a, b)),
  );
  const of = Object.entries(code).map(([path, { cloud, engine }]) => [path, { cloud, engine }] as const);
  const list = { formatVersion: 1, files: digests, ...(of.length > 0 ? { code: Object.fromEntries(of) } : {}) };
  const manifest = `${JSON.stringify(list, null, 2)}\n`;
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(dirname(temporary), { recursive: true });
    await withTemporary(temporary, async ({ whole }) => {
      // Not recursive: where nothing can be made (below /proc), that would never end.
      await mkdir(temporary);
      await alone(folder);
      for (const [path, text] of [...files, [MANIFEST, manifest] as const]) {
        await mkdir(dirname(join(temporary, path)), { recursive: true });
        await writeFile(join(temporary, path), text);
      }
      await whole(() => takePlace(temporary, folder, files, before));
    });
  } catch (error) {
    throw refused(folder, error);
  }
}

/** Moves what was written where it belongs. */
async function takePlace(
  temporary: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  before: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  if (before === undefined) {
    // An empty folder gives way; a new one appears whole.
    await rmdir(folder).catch(() => undefined);
    return rename(temporary, folder);
  }
  for (const path of files.keys()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await rename(join(temporary, path), join(folder, path));
  }
  // Last what keeps secrets out of git: it stays where something is left that it may be for.
  const gone = Object.keys(before).filter((path) => !files.has(path));
  for (const path of gone) if (basename(path) !== IGNORED) await remove(folder, path);
  for (const path of gone) if (basename(path) === IGNORED && (await isAlone(folder, path))) await remove(folder, path);
  await rename(join(temporary, MANIFEST), join(folder, MANIFEST));
}

/** Refuses where another run is writing at this moment: a folder of two runs would be of neither. */
async function alone(folder: string): Promise<void> {
  const prefix = `.${basename(folder)}.`;
  for (const name of await readdir(dirname(folder))) {
    const process = name.startsWith(prefix) ? /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (process === undefined || !isOther(Number(process))) continue;
    throw new UsageError(
      `--out ${folder} is being written by another run (process ${process}): wait for it and run this again, or name another folder`,
    );
  }
}

/** Whether a number is that of a running process other than this one. */
function isOther(process: number): boolean {
  if (process === globalThis.process.pid) return false;
  try {
    return globalThis.process.kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What must be true before a folder is written: said before anything long is begun. */
export async function checkFolder(folder: string, { force = false, code = {} }: FolderOptions = {}): Promise<void> {
  if (folder === "-") throw new UsageError("--out - is standard output, and this command writes a folder: name one");
  const found = await written(folder, force);
  if (!force) fitting(folder, found, code);
}

/** Where files of a folder go. */
export function pathsIn(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].map((path) => join(folder, path));
}

/** Refuses to take code away from the state that was made by it. */
function fitting(folder: string, before: Before | undefined, code: NewCode): void {
  const why = before && otherCode(folder, before.code, code);
  if (why !== undefined) throw new UsageError(why);
}

/** What an earlier run left; undefined where the folder is empty or not there yet. */
async function written(folder: string, force: boolean): Promise<Before | undefined> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new UsageError(`--out ${folder} is a file and this command writes a folder`);
    throw refused(folder, error);
  });
  if (entries.length === 0) return undefined;
  if (entries.includes(MANIFEST)) {
    const text = await readFile(join(folder, MANIFEST), "utf8");
    const parsed = Manifest.safeParse(parse(text));
    if (parsed.success) {
      const { files, code } = parsed.data;
      return { files, code: code ?? (await codeAmong(folder, Object.keys(files))) };
    }
  }
  if (force) return { files: {}, code: {} };
  throw new UsageError(`--out ${folder} has content that Exeat did not write: name another folder, or add --force`);
}

/** Refuses to lose what a person changed or put there. */
async function untouched(
  folder: string,
  files: ReadonlyMap<string, string>,
  before: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const path of new Set([...files.keys(), ...Object.keys(before)])) {
    const text = await readFile(join(folder, path), "utf8").catch(() => undefined);
    if (text === undefined || text === files.get(path) || digest(text) === before[path]) continue;
    throw new UsageError(
      `${join(folder, path)} was changed by hand: keep a copy and add --force, or name another folder`,
    );
  }
}

/** Whether nothing else stands beside a file. */
async function isAlone(folder: string, path: string): Promise<boolean> {
  const beside = await readdir(join(folder, dirname(path))).catch(() => []);
  return beside.every((name) => name === basename(path) || name === MANIFEST);
}

/** Removes a file of an earlier run, and its folder when nothing else is in it. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let at = dirname(path); at !== "."; at = dirname(at)) {
    const gone = await rmdir(join(folder, at)).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
