import { createHash, type Hash } from "node:crypto";
import { compareText } from "../constructs/diagnostic.ts";
import type { Files } from "./importer.ts";

/** Files that remember what was read of them, for the digest of an estate. */
export interface RecordedFiles extends Files {
  /** SHA-256 over the SHA-256 of each file read, in path order. */
  digest(): string;
}

export function recordedFiles(files: Files): RecordedFiles {
  const read = new Map<string, string>();
  const keep = (path: string, hash: Hash) => read.set(path, hash.digest("hex"));
  return {
    async read(path) {
      const bytes = await files.read(path);
      if (!read.has(path)) keep(path, createHash("sha256").update(bytes));
      return bytes;
    },
    async *chunks(path) {
      const hash = read.has(path) ? undefined : createHash("sha256");
      for await (const chunk of files.chunks(path)) {
        hash?.update(chunk);
        yield chunk;
      }
      // Whoever stops early only looked at the beginning.
      if (hash) keep(path, hash);
    },
    list: (directory) => files.list(directory),
    stat: (path) => files.stat(path),
    digest() {
      const all = createHash("sha256");
      for (const [, hash] of [...read].sort((a, b) => compareText(a[0], b[0]))) all.update(`${hash}\n`);
      return all.digest("hex");
    },
  };
}
