import { join } from "node:path";
import type { StateBackend } from "../../providers/native.ts";
import type { Files } from "../importer.ts";
import { backendInitialised, backendOfFile } from "./backend-blocks.ts";
import type { Folder } from "./folder-tree.ts";
import type { HclParser } from "./parse.ts";
import { decodeText, Source } from "./source.ts";

/** Names by which people keep what they hand to `init -backend-config`: https://opentofu.org/docs/language/settings/backends/configuration/, 2026-11-26. */
const ARGUMENTS = /(?:\.tfbackend|^backend\.hcl)$/;
const INITIALISED = [".terraform", "terraform.tfstate"] as const;

/**
 * A root's backends with what stands beside its code. What the engine wrote when it was told all goes before everything; else each
 * file of arguments is a place of its own, for each may be the one that is used.
 */
export async function completedBackends(
  backends: readonly StateBackend[],
  folder: Folder,
  files: Files,
  parser: HclParser,
): Promise<readonly StateBackend[]> {
  const [open, ...others] = backends;
  if (open === undefined || !open.address.startsWith("backend ")) return backends;
  const written = await textOf(join(folder.path, ...INITIALISED), files);
  const initialised = written === undefined ? undefined : backendInitialised(open, written);
  if (initialised) return [initialised, ...others];
  const beside: StateBackend[] = [];
  for (const name of folder.files.filter((file) => ARGUMENTS.test(file)).sort()) {
    const file = join(folder.path, name);
    const text = await textOf(file, files);
    if (text !== undefined) beside.push(backendOfFile(open, new Source(file, text), parser));
  }
  return beside.length > 0 ? [...beside, ...others] : backends;
}

/** What is not there, or is no text, says nothing. */
export async function textOf(path: string, files: Files): Promise<string | undefined> {
  const bytes = await files.read(path).catch(() => undefined);
  const decoded = bytes && decodeText(bytes);
  return decoded && "text" in decoded ? decoded.text : undefined;
}
