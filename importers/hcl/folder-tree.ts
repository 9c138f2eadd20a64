import { join } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Files } from "../importer.ts";
import { isCode } from "./module-source.ts";
import { notOpened } from "./problems.ts";

/** A folder that holds something to read. */
export interface Folder {
  readonly path: string;
  /** One name for all paths that lead here. */
  readonly real: string;
  readonly files: readonly string[];
}

export interface FolderTree {
  readonly folders: readonly Folder[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where dependencies and tools keep what is not the estate's own code. */
const PASSED_OVER = new Set(["node_modules", "cdktf.out"]);

/** All folders below one that hold code or Terragrunt files. A folder that several links lead to is listed once. */
export async function listFolders(directory: string, files: Files): Promise<FolderTree> {
  const folders: Folder[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const waiting = [directory];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      const { real } = await files.stat(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const entries = await files.list(path);
      const names = entries.filter((entry) => entry.kind === "file").map((entry) => entry.name);
      if (names.some((name) => isCode(name) || name === "terragrunt.hcl")) folders.push({ path, real, files: names });
      const below = entries.filter(
        (entry) => entry.kind === "directory" && !entry.name.startsWith(".") && !PASSED_OVER.has(entry.name),
      );
      for (const entry of below.reverse()) waiting.push(join(path, entry.name));
    } catch (error) {
      diagnostics.push(notOpened(path, error));
    }
  }
  return { folders, diagnostics };
}
