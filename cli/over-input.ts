import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { isSamePath, nodeFiles } from "./files.ts";
import { UsageError } from "./usage-error.ts";

/** Options that name what is read. */
const READ = ["facts", "varFile", "plan", "waivers", "baseline"];
/** Options that name a file to write, and what of that kind is read: a baseline may be written anew in its place. */
const WRITTEN = [
  { flag: "--out", name: "out", renews: [] },
  { flag: "--write-baseline", name: "writeBaseline", renews: ["baseline"] },
];

/** Refuses, before anything is read, to write a result over what it is made from, or over what no result ever is. */
export async function checkNotOverInput(command: Command): Promise<void> {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const { out, writeBaseline } = options;
  if (typeof out === "string" && typeof writeBaseline === "string" && resolve(out) === resolve(writeBaseline)) {
    throw new UsageError(`--out and --write-baseline both name ${out}: name two files`);
  }
  for (const { flag, name, renews } of WRITTEN) {
    const path = options[name];
    if (typeof path !== "string" || path === "-") continue;
    const named = READ.filter((each) => !(renews as readonly string[]).includes(each)).map((each) => options[each]);
    const given = [...command.processedArgs, ...named].flat().filter((each) => typeof each === "string");
    if (given.some((each) => isSamePath(each, path)) && (await isFile(path))) throw overInput(flag, path);
    if (await isOfEngine(path)) {
      throw new UsageError(
        `${flag} ${path} is there already, and is code, a plan, a state or values of variables: name another file`,
      );
    }
  }
}

export function overInput(flag: string, path: string): UsageError {
  return new UsageError(`${flag} ${path} is what the result is made from, and would be lost: name another file`);
}

/** Whether a file is there that an engine reads or keeps: whatever reads it next would not find it any more. */
async function isOfEngine(path: string): Promise<boolean> {
  if (!(await isFile(path))) return false;
  const { formOf, isCode } = await import("../importers/folder-contents.ts");
  const name = basename(path);
  return (
    isCode(name) ||
    /\.(tfvars(\.json)?|tfstate|tfstate\..*|tfplan|hcl)$/.test(name) ||
    (await formOf(path, nodeFiles())) !== undefined
  );
}

async function isFile(path: string): Promise<boolean> {
  const found = await nodeFiles()
    .stat(path)
    .catch(() => undefined);
  return found?.kind === "file";
}
