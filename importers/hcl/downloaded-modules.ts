import { join } from "node:path";
import type { Files } from "../importer.ts";

/** Folders of the modules that `init` brought into a root, by the names of the calls that lead to them (`a.b`). */
export async function downloadedModules(directory: string, files: Files): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let text: string;
  try {
    text = new TextDecoder().decode(await files.read(join(directory, ".terraform", "modules", "modules.json")));
  } catch {
    return found;
  }
  for (const entry of entriesOf(text)) {
    const { Key: key, Dir: folder } = entry as { Key?: unknown; Dir?: unknown };
    if (typeof key === "string" && key !== "" && typeof folder === "string") found.set(key, join(directory, folder));
  }
  return found;
}

function entriesOf(text: string): readonly object[] {
  try {
    const { Modules: entries } = JSON.parse(text) as { Modules?: unknown };
    return Array.isArray(entries) ? entries.filter((entry) => typeof entry === "object" && entry !== null) : [];
  } catch {
    return [];
  }
}
