import { join } from "node:path";
import { compareText, type Diagnostic } from "../../constructs/diagnostic.ts";
import type { Files } from "../importer.ts";
import { inParallel } from "./in-parallel.ts";
import { isCode } from "./module-source.ts";
import { notAFile, notOpened } from "./problems.ts";
import { terragruntFiles } from "./terragrunt.ts";

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
const PASSED_OVER = new Set(["node_modules", "cdktf.out", ".terraform", ".terragrunt-cache", ".git"]);

/** All folders below one that hold code or Terragrunt files. A folder that several links lead to is listed once. */
export async function listFolders(directory: string, files: Files): Promise<FolderTree> {
  const folders: Folder[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (let level = [directory]; level.length > 0; ) {
    const below: string[] = [];
    for (const found of await inParallel(level, (path) => open(path, files))) {
      if ("problem" in found) diagnostics.push(found.problem);
      else if (!seen.has(found.folder.real)) {
        seen.add(found.folder.real);
        diagnostics.push(...found.odd.map(notAFile));
        below.push(...found.below);
        if (found.folder.files.some(isCode) || terragruntFiles(found.folder).length > 0) folders.push(found.folder);
      }
    }
    level = below;
  }
  return { folders: folders.sort((a, b) => compareText(a.path, b.path)), diagnostics };
}

type Opened =
  | { readonly folder: Folder; readonly below: readonly string[]; readonly odd: readonly string[] }
  | { readonly problem: Diagnostic };

async function open(path: string, files: Files): Promise<Opened> {
  try {
    const [{ real }, entries] = await Promise.all([files.stat(path), files.list(path)]);
    const names = entries.filter((entry) => entry.kind === "file").map((entry) => entry.name);
    const below = entries.filter((entry) => entry.kind === "directory" && !PASSED_OVER.has(entry.name));
    const odd = entries.filter((entry) => entry.kind === "other" && isCode(entry.name));
    const inside = (list: typeof entries) => list.map((entry) => join(path, entry.name));
    return { folder: { path, real, files: names }, below: inside(below), odd: inside(odd) };
  } catch (error) {
    return { problem: notOpened(path, error) };
  }
}
