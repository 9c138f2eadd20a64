import { posix } from "node:path";
import type { Files } from "../../importers/importer.ts";

/** Files that exist only in a test. A text, bytes, or the code of the error that reading it ends with. */
export function memoryFiles(tree: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>): Files {
  const fail = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
  const bytes = (path: string): Uint8Array => {
    const found = tree[path];
    if (found === undefined) throw fail("ENOENT", path);
    if (typeof found === "string") return new TextEncoder().encode(found);
    if (found instanceof Uint8Array) return found;
    throw fail(found.code, path);
  };
  const below = (directory: string) => {
    const prefix = directory === "." ? "" : `${directory}/`;
    return Object.keys(tree).filter((path) => path.startsWith(prefix) && path !== directory);
  };
  return {
    read: async (path) => bytes(path),
    async *chunks(path) {
      yield bytes(path);
    },
    async list(directory) {
      const kinds = new Map<string, "file" | "directory">();
      for (const path of below(directory)) {
        const [name, ...rest] = posix.relative(directory, path).split("/");
        if (name) kinds.set(name, rest.length > 0 ? "directory" : "file");
      }
      return [...kinds].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async stat(path) {
      const real = posix.normalize(path).replace(/\/$/, "");
      const found = tree[path];
      if (found !== undefined) {
        return { kind: "file", size: "code" in Object(found) ? 1 : bytes(path).length, real };
      }
      if (below(real).length === 0) throw fail("ENOENT", path);
      return { kind: "directory", size: 0, real };
    },
  };
}
