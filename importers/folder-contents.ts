import { basename, join } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import * as diagnostics from "./diagnostics.ts";
import type { Files } from "./importer.ts";
import { mayBeOtherForm } from "./other-forms.ts";
import { mayBeTable } from "./rvtools/read-rvtools.ts";

/** What a folder and those below it hold, told by names. */
export interface FolderContents {
  /** Terraform or OpenTofu code, in one of them at least. */
  readonly code: boolean;
  /** Folders that CDK for Terraform wrote, one per stack. */
  readonly stacks: readonly string[];
  /** May be a plan or a state. */
  readonly candidates: readonly string[];
  /** May describe resources in a way that is not read. */
  readonly others: readonly string[];
  /** May be of an inventory of machines. */
  readonly tables: readonly string[];
  /** Folders that could not be opened. */
  readonly refused: readonly Diagnostic[];
}

export async function folderContents(path: string, files: Files): Promise<FolderContents> {
  let code = false;
  const refused: Diagnostic[] = [];
  const seen = new Set<string>();
  const stacks: string[] = [];
  const candidates: string[] = [];
  const tables: string[] = [];
  const others: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    const { real } = await files.stat(directory).catch(() => ({ real: directory }));
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await files.list(directory).catch((error: unknown) => {
      refused.push(diagnostics.notOpened(directory, error));
      return [];
    });
    if (isCdktfOut(directory, entries)) {
      const below = join(directory, "stacks");
      const listed = await files.list(below).catch(() => []);
      for (const entry of listed) if (entry.kind === "directory") stacks.push(join(below, entry.name));
      return;
    }
    for (const entry of entries) {
      const at = join(directory, entry.name);
      if (entry.kind === "directory") {
        if (!isPassedOver(entry.name)) await visit(at);
      } else if (entry.kind === "file") {
        if (mayBeOtherForm(at)) others.push(at);
        if (isCode(entry.name)) code = true;
        else if (/\.(json|tfstate|tfplan)$/.test(entry.name)) candidates.push(at);
        else if (mayBeTable(entry.name)) tables.push(at);
      }
    }
  };
  await visit(path);
  return { code, stacks, candidates, others, tables, refused };
}

/** What engines and package managers keep beside code; never code of the estate itself. */
function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

export function isCode(name: string): boolean {
  return /\.(tf|tofu)(\.json)?$/.test(name) || /^terragrunt(?:\.stack)?\.hcl$/.test(name);
}

function isCdktfOut(directory: string, entries: readonly { readonly name: string; readonly kind: string }[]): boolean {
  const stacks = entries.some((e) => e.name === "stacks" && e.kind === "directory");
  const manifest = entries.some((e) => e.name === "manifest.json" && e.kind === "file");
  return stacks && (manifest || basename(directory) === "cdktf.out");
}

/** Whether a JSON file found in a folder is a plan or a state, told by its beginning; other JSON is none of our business. */
export async function formOf(path: string, files: Files): Promise<"plan" | "state" | undefined> {
  try {
    for await (const chunk of files.chunks(path)) {
      const zeros = chunk[0] === 0xff || chunk[1] === 0 ? "utf-16le" : "utf-8";
      const head = new TextDecoder(zeros).decode(chunk.subarray(0, HEAD_BYTES));
      if (/^\s*\{/.test(head)) {
        if (/"(planned_values|resource_changes|variables|configuration)"\s*:/.test(head) && hasFormat(head))
          return "plan";
        if (hasFormat(head) && /"values"\s*:/.test(head)) return "state";
        if (/"version"\s*:\s*\d+\s*,/.test(head) && /"(lineage|serial|terraform_version)"\s*:/.test(head))
          return "state";
      }
      break;
    }
  } catch {
    // A file that nobody named and that cannot be opened: nothing says that it belongs to the estate.
  }
  return path.endsWith(".tfstate") ? "state" : undefined;
}

const HEAD_BYTES = 16 * 1024;

function hasFormat(head: string): boolean {
  return /"format_version"\s*:\s*"/.test(head);
}
