import { posix } from "node:path";
import { readHcl } from "../../../importers/hcl/read-hcl.ts";
import type { Files, ImportKnowledge, ImportOptions, ImportResult } from "../../../importers/importer.ts";
import type { Native, Root } from "../../../providers/native.ts";

/** Files by path; text or bytes. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

function absent(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" });
}

/** A disk that holds the given files, and counts how often each is read. */
export function memoryFiles(folder: Folder): Files & { readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const entries = new Map(Object.entries(folder).map(([path, content]) => [posix.normalize(path), content]));
  const kindOf = (path: string): "file" | "directory" | undefined => {
    if (entries.has(path)) return "file";
    return [...entries.keys()].some((file) => file.startsWith(`${path}/`)) ? "directory" : undefined;
  };
  const read = async (given: string): Promise<Uint8Array> => {
    const path = posix.normalize(given);
    const content = entries.get(path);
    if (content === undefined) throw absent(path);
    reads.set(path, (reads.get(path) ?? 0) + 1);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    reads,
    read,
    async *chunks(path) {
      yield await read(path);
    },
    async list(given) {
      const path = posix.normalize(given);
      if (kindOf(path) !== "directory") throw absent(path);
      const below = [...entries.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = [...new Set(below.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""))].sort();
      return names.map((name) => ({ name, kind: kindOf(`${path}/${name}`) ?? "other" }));
    },
    async stat(given) {
      const path = posix.normalize(given);
      const kind = kindOf(path);
      if (kind === undefined) throw absent(path);
      return { kind, size: 0, real: path };
    },
  };
}

const SECRETS = /(?:^|\.)(?:password|secret_string)$/;
const KNOWLEDGE: ImportKnowledge = { sensitive: (_, path) => SECRETS.test(path) };

/** Reads `/w` of the given files. */
export function readFolder(folder: Folder, options: Partial<ImportOptions> = {}): Promise<ImportResult> {
  return readHcl("/w", { files: memoryFiles(folder), knowledge: KNOWLEDGE, ...options });
}

/** The one root of `/w/main.tf`, with other files of `/w` beside it. */
export async function readMain(main: string, others: Folder = {}, options: Partial<ImportOptions> = {}): Promise<Root> {
  const beside = Object.entries(others).map(([path, content]) => [`/w/${path}`, content]);
  const result = await readFolder({ "/w/main.tf": main, ...Object.fromEntries(beside) }, options);
  const root = result.roots.find((one) => one.name === ".");
  if (root === undefined) throw new Error("there is no root");
  return root;
}

export function nativeAt(root: Root, address: string): Native {
  const native = root.natives.find((one) => one.address === address);
  if (native === undefined) throw new Error(`${address} is not there, but ${root.natives.map((n) => n.address)}`);
  return native;
}

/** Value of `x` in `resource "thing" "this" { x = … }`, with what else the module holds. */
export async function argumentX(expression: string, rest = ""): Promise<unknown> {
  const main = `resource "thing" "this" {\n  x = ${expression}\n}\n${rest}`;
  const root = await readMain(main, {}, { workspace: "default" });
  return nativeAt(root, "thing.this").args["x"];
}
