import { join } from "node:path";
import type { Files } from "../importer.ts";
import { attributeOf, type Block, type Expression } from "./ast.ts";
import { textOf } from "./backend-files.ts";
import type { ModuleSource } from "./module-source.ts";

/** Where the engines keep the name that `workspace select` was given: https://developer.hashicorp.com/terraform/cli/workspaces, 2026-11-26. */
const SELECTED = [".terraform", "environment"] as const;

/** The workspace that a root's `cloud` block names, else the one that was selected in its folder; undefined when there is neither. */
export async function selectedWorkspace(
  { directory, backends }: Pick<ModuleSource, "directory" | "backends">,
  files: Files,
): Promise<string | undefined> {
  return (
    backends.map(namedByCloud).find(Boolean) ??
    ((await textOf(join(directory, ...SELECTED), files))?.trim() || undefined)
  );
}

/**
 * `cloud { workspaces { name = "…" } }` is what `terraform.workspace` gives, there and here; `tags`, `project` and the older
 * `backend "remote"` leave it open: hashicorp/terraform@478b4e0aea3f9ce75b61bd33c6a05a9eaa18be0f:internal/cloud/backend.go, 2026-11-27.
 */
function namedByCloud({ type, body }: Block): string | undefined {
  if (type !== "cloud") return undefined;
  const workspaces = body.blocks.find((block) => block.type === "workspaces");
  const name = workspaces ? attributeOf(workspaces.body, "name") : inJson(attributeOf(body, "workspaces"));
  return name?.kind === "literal" && typeof name.value === "string" ? name.value : undefined;
}

function inJson(workspaces: Expression | undefined): Expression | undefined {
  const [one] = workspaces?.kind === "tuple" ? workspaces.items : [workspaces];
  return one?.kind === "object"
    ? one.items.find(({ key }) => key.kind === "literal" && key.value === "name")?.value
    : undefined;
}
