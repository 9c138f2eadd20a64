import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { setFlagsFromString } from "node:v8";
import { compareText } from "../constructs/diagnostic.ts";
import type { Files } from "../importers/importer.ts";
import { LARGE_BYTES } from "../importers/json-document.ts";

const PIECE_BYTES = 256 * 1024;

/** Files that know which of them were read to their end: of others somebody only saw what they are. */
export interface ReadFiles extends Files {
  /** The first of these paths that leads to one. */
  readAmong(paths: Iterable<string>): string | undefined;
}

/**
 * The machine's files; `-` is standard input, read whole once. Small files and folders are read without the thread pool:
 * on an estate of 400 files its hand-overs took as long as evaluating them.
 */
export function nodeFiles(input: AsyncIterable<Uint8Array | string> = process.stdin): ReadFiles {
  const read = new Set<string>();
  let stdin: Promise<Uint8Array> | undefined;
  const fromStdin = () => {
    stdin ??= collect(input);
    return stdin;
  };
  return {
    async read(path) {
      if (path === "-") return fromStdin();
      const bytes = readFileSync(path);
      read.add(path);
      return bytes;
    },

    async *chunks(path) {
      if (path === "-") yield await fromStdin();
      else yield* pieces(path);
      read.add(path);
    },

    readAmong(paths) {
      const there = [...paths].flatMap((path) => {
        const real = realPath(path);
        return real === undefined ? [] : [{ path, real }];
      });
      const known = new Set(there.length === 0 ? [] : [...read].map(realPath));
      return there.find(({ real }) => known.has(real))?.path;
    },

    async list(directory) {
      const entries = readdirSync(directory, { withFileTypes: true });
      entries.sort((a, b) => compareText(a.name, b.name));
      const out: { name: string; kind: "file" | "directory" | "other" }[] = [];
      for (const entry of entries) {
        const link = entry.isSymbolicLink();
        out.push({ name: entry.name, kind: link ? await kindOfLink(directory, entry.name) : kindOf(entry) });
      }
      return out;
    },

    async stat(path) {
      if (path === "-") return { kind: "file", size: (await fromStdin()).length, real: "-" };
      const found = statSync(path);
      const kind = kindOf(found);
      // A pipe of the shell, `<(…)`, is there and has no path.
      return { kind, size: found.size, real: kind === "other" ? path : realpathSync.native(path) };
    },
  };
}

/** Whether two paths lead to one thing that is there. */
export function isSamePath(a: string, b: string): boolean {
  const real = realPath(a);
  return real !== undefined && real === realPath(b);
}

/** One name for all paths that lead to a thing; undefined where there is none. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** One buffer, filled again and again: fresh ones would pile up faster than they are collected. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    // Many short-lived values make V8 double its young generation, up to 100 MB; measured, that saves no time here.
    if ((await file.stat()).size > LARGE_BYTES) setFlagsFromString("--semi-space-growth-factor=1");
    const buffer = new Uint8Array(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): "file" | "directory" | "other" {
  return entry.isFile() ? "file" : entry.isDirectory() ? "directory" : "other";
}

/** `other` where the link leads nowhere, or to a folder that the way to it has already passed through. */
async function kindOfLink(directory: string, name: string): Promise<"file" | "directory" | "other"> {
  try {
    const path = join(directory, name);
    const kind = kindOf(await stat(path));
    if (kind !== "directory") return kind;
    const target = await realpath(path);
    for (let at = directory; ; at = dirname(at)) {
      const real = await realpath(at);
      if (real === target || real.startsWith(target.endsWith(sep) ? target : target + sep)) return "other";
      if (at === dirname(at)) return "directory";
    }
  } catch {
    return "other";
  }
}

async function collect(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}
