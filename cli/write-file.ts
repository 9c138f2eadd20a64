import { access, constants, mkdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { withTemporary } from "../engines/interruption.ts";
import { refused, UsageError } from "./usage-error.ts";

/** What must be true of a file that an option names: said before anything long is begun. */
export async function checkFile(option: string, path: string | undefined): Promise<void> {
  if (path === undefined || path === "-") return;
  const known = await stat(path).catch(() => undefined);
  if (known?.isDirectory()) {
    throw new UsageError(`${option} ${path} is a folder and this command writes one file: name a file`);
  }
  try {
    const isFile = known === undefined || known.isFile();
    await access(isFile ? await nearestFolder(known ? await realpath(path) : path) : path, constants.W_OK);
  } catch (error) {
    throw refused(path, error);
  }
}

/** The nearest folder on the way that is there: those below it are made. */
async function nearestFolder(path: string): Promise<string> {
  const folder = dirname(path);
  try {
    await stat(`${folder}/`);
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return nearestFolder(folder);
  }
}

/**
 * Writes a file whole or not at all: a temporary one beside it takes its name, and is gone when the process is interrupted. Folders
 * on the way are made. Links are followed; what is no file (a device, a pipe) is written to as it is.
 */
export async function writeFileWhole(path: string, text: string | Iterable<string>): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  const target = known?.isFile() ? await realpath(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    if (known && !known.isFile()) return await writeFile(path, text);
    await mkdir(dirname(target), { recursive: true });
    await withTemporary(temporary, async () => {
      await writeFile(temporary, text);
      await rename(temporary, target);
    });
  } catch (error) {
    throw refused(path, error);
  }
}
