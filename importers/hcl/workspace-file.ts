import { join } from "node:path";
import type { Files } from "../importer.ts";
import { textOf } from "./backend-files.ts";

/** Where the engines keep the name that `workspace select` was given: https://developer.hashicorp.com/terraform/cli/workspaces, 2026-11-26. */
const SELECTED = [".terraform", "environment"] as const;

/** The workspace that was selected in a root's folder; undefined when none was. */
export async function selectedWorkspace(directory: string, files: Files): Promise<string | undefined> {
  return (await textOf(join(directory, ...SELECTED), files))?.trim() || undefined;
}
