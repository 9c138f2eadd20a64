import { dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Files } from "./importer.ts";

/** Files below what was named, without those that links lead to outside. */
export interface FencedFiles extends Files {
  /** What was asked for and not opened, by the names it has inside. */
  refused(): readonly string[];
}

/** Code of the error that such a file ends with, among those of the system. */
export const LEADS_OUT = "ELEADSOUT";

/**
 * A link may lead to what stands below what was named or in the repository around it, and a link to a file to one of the same
 * ending: there people share code by links. Farther out it may show a report's readers what only the machine that wrote it should know, as may the
 * configuration of the repository, in which pipelines keep tokens
 * (https://github.com/actions/checkout#usage, `persist-credentials`, read 2026-11-28). `named` are files that the user asked for.
 */
export async function fencedFiles(
  files: Files,
  paths: readonly string[],
  named: readonly string[],
): Promise<FencedFiles> {
  const asked = new Set([...paths, ...named]);
  const places = (await Promise.all(paths.map((path) => placeOf(path, files)))).filter((place) => place !== undefined);
  const refused = new Set<string>();
  const leadsOut = async (path: string, isFile: boolean): Promise<boolean> => {
    if (asked.has(path)) return false;
    const real = await realOf(path, files);
    if (real === undefined) return false;
    if (real.endsWith(join(".git", "config"))) return true;
    const isLinked =
      real !== resolve(path) && places.every((place) => join(place.real, relative(place.path, path)) !== real);
    if (!isLinked) return false;
    return !places.some((place) => isWithin(real, place.repository)) || (isFile && extname(real) !== extname(path));
  };
  const check = async (path: string, isFile = true): Promise<void> => {
    if (!(await leadsOut(path, isFile))) return;
    refused.add(path);
    throw Object.assign(new Error(`${path} leads out of what was named`), { code: LEADS_OUT });
  };
  return {
    async read(path) {
      await check(path);
      return files.read(path);
    },
    async *chunks(path) {
      await check(path);
      yield* files.chunks(path);
    },
    async list(directory) {
      await check(directory, false);
      return files.list(directory);
    },
    stat: (path) => files.stat(path),
    refused: () => [...refused],
  };
}

interface Place {
  readonly path: string;
  readonly real: string;
  /** The repository it is in; where it is in none, the folder that was named, or the one around the file that was. */
  readonly repository: string;
}

async function placeOf(path: string, files: Files): Promise<Place | undefined> {
  const stat = await files.stat(path).catch(() => undefined);
  if (stat === undefined || path === "-") return undefined;
  const folder = stat.kind === "directory" ? stat.real : dirname(stat.real);
  for (let at = folder; ; at = dirname(at)) {
    if ((await realOf(join(at, ".git"), files)) !== undefined) return { path, real: stat.real, repository: at };
    if (at === dirname(at)) return { path, real: stat.real, repository: folder };
  }
}

async function realOf(path: string, files: Files): Promise<string | undefined> {
  return files.stat(path).then(
    ({ real }) => real,
    () => undefined,
  );
}

function isWithin(real: string, folder: string): boolean {
  return folder === "." || real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
