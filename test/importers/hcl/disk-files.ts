import { createReadStream } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "../../../importers/importer.ts";

/** The disk as importers see it. */
export const diskFiles: Files = {
  read: (path) => readFile(path),
  chunks: (path) => createReadStream(path),
  async list(directory) {
    const entries = await readdir(directory, { withFileTypes: true });
    const kinds = entries.map(async (entry) => {
      const kind = entry.isSymbolicLink() ? await kindOf(join(directory, entry.name)) : entry;
      return {
        name: entry.name,
        kind: kind?.isFile() ? ("file" as const) : kind?.isDirectory() ? ("directory" as const) : ("other" as const),
      };
    });
    return (await Promise.all(kinds)).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  async stat(path) {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
    return { kind, size: found.size, real: await realpath(path) };
  },
};

async function kindOf(path: string) {
  return stat(path).catch(() => undefined);
}
