import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { clouds } from "../providers/index.ts";

/** What code is of: the states and values that stand beside it belong to no other. */
export const CodeOf = z.object({ cloud: z.string(), engine: z.string() });
type CodeOf = z.infer<typeof CodeOf>;

/** Folders with code, by their path from the folder that is written: `.` is itself. */
export type CodeFolders = Readonly<Record<string, CodeOf>>;

/** Code as it is about to be written; `empty` says that nothing would run by it. */
export type NewCode = Readonly<Record<string, CodeOf & { readonly empty?: boolean }>>;

/** The file that each engine's code has, and of which cloud its text says it is. */
const MARKS: Readonly<Record<string, { readonly engine: string; cloudOf(text: string): string | undefined }>> = {
  "cdk.tf.json": {
    engine: "terraform",
    cloudOf(text) {
      const names = Object.keys((JSON.parse(text) as { provider?: object }).provider ?? {});
      return cloudWhere((cloud) => cloud.providers.some(({ name }) => names.includes(name)));
    },
  },
  "Pulumi.yaml": {
    engine: "pulumi",
    cloudOf: (text) => cloudWhere(({ title }) => text.includes(`A workload on ${title}, region `)),
  },
};

/** What code a folder holds, told by its files: lists of files did not always say it. What cannot be told is left out. */
export async function codeAmong(folder: string, paths: readonly string[]): Promise<CodeFolders> {
  const found = paths.map(async (path): Promise<readonly (readonly [string, CodeOf])[]> => {
    const mark = MARKS[basename(path)];
    const text = mark && (await readFile(join(folder, path), "utf8").catch(() => undefined));
    if (!mark || text === undefined) return [];
    try {
      const cloud = mark.cloudOf(text);
      return cloud === undefined ? [] : [[dirname(path), { cloud, engine: mark.engine }]];
    } catch {
      // Changed by hand into no JSON: whoever would write over it is told that.
      return [];
    }
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** Why code must not take the place of what a folder holds; undefined where it may. */
export function otherCode(folder: string, before: CodeFolders, next: NewCode): string | undefined {
  for (const [path, was] of Object.entries(before)) {
    const is = next[path];
    if (is?.cloud === was.cloud && is.engine === was.engine) continue;
    const after = is ? `with that for ${named(is)} in its place` : "with nothing in its place";
    return `--out ${folder} holds code for ${named(was)}${path === "." ? "" : ` in ${path}/`}, which would go, ${after}, while its state and the values of its variables stay: name another folder for each cloud and engine, or add --force`;
  }
  return undefined;
}

/** Why code by which nothing runs must not take the place of some: applied, it destroys all that there is. */
export function emptied(folder: string, before: CodeFolders, next: NewCode): string | undefined {
  const path = Object.keys(before).find((at) => next[at]?.empty);
  if (path === undefined) return undefined;
  return `--out ${folder} holds code${path === "." ? "" : ` in ${path}/`}, and there is nothing now to write for ${named(next[path] as CodeOf)}: applied, it would destroy all that was described before. Check what was given, name another folder, or add --force`;
}

function named({ cloud, engine }: CodeOf): string {
  return `${cloud} (${engine})`;
}

function cloudWhere(fits: (cloud: (typeof clouds)[keyof typeof clouds]) => boolean): string | undefined {
  return Object.values(clouds).find(fits)?.id;
}
