import { dirname, join, relative, sep } from "node:path";
import type { Files } from "../importer.ts";
import { inParallel } from "./in-parallel.ts";

/**
 * Files that expressions read. Evaluation is synchronous and files are not: what is missing is noted, loaded, and the
 * root is evaluated again. Only folders that were named or hold a module are open.
 */
export class FileCache {
  private readonly files: Files;
  private readonly contents = new Map<string, Uint8Array | null>();
  private readonly listings = new Map<string, readonly string[]>();
  private readonly open: Set<string>;
  private readonly wantedFiles = new Set<string>();
  private readonly wantedListings = new Set<string>();

  constructor(files: Files, open: Iterable<string>) {
    this.files = files;
    this.open = new Set(open);
  }

  /** Content; null where there is no such file; undefined while not loaded, or where it may not be opened. */
  content(path: string): Uint8Array | null | undefined {
    const found = this.contents.get(path);
    if (found === undefined && this.allowed(path)) this.wantedFiles.add(path);
    return found;
  }

  /** Paths of the files below a folder, relative to it, with `/`; undefined while not loaded. */
  listing(directory: string): readonly string[] | undefined {
    const found = this.listings.get(directory);
    if (found === undefined && this.allowed(join(directory, "x"))) this.wantedListings.add(directory);
    return found;
  }

  want(path: string): void {
    if (!this.contents.has(path) && this.allowed(path)) this.wantedFiles.add(path);
  }

  private allowed(path: string): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (this.open.has(folder)) return true;
      if (folder === dirname(folder)) return false;
    }
  }

  /** Loads what was missing. False when nothing was. */
  async load(): Promise<boolean> {
    const files = [...this.wantedFiles].filter((path) => !this.contents.has(path));
    const listings = [...this.wantedListings].filter((path) => !this.listings.has(path));
    this.wantedFiles.clear();
    this.wantedListings.clear();
    await inParallel(files, async (path) => this.contents.set(path, await this.files.read(path).catch(() => null)));
    for (const path of listings) this.listings.set(path, await this.below(path));
    return files.length + listings.length > 0;
  }

  private async below(directory: string): Promise<string[]> {
    const found: string[] = [];
    const seen = new Set<string>();
    const walk = async (folder: string): Promise<void> => {
      const stat = await this.files.stat(folder).catch(() => undefined);
      if (stat === undefined || seen.has(stat.real)) return;
      seen.add(stat.real);
      for (const entry of await this.files.list(folder).catch(() => [])) {
        const path = join(folder, entry.name);
        if (entry.kind === "directory") await walk(path);
        else if (entry.kind === "file") found.push(relative(directory, path).split(sep).join("/"));
      }
    };
    await walk(directory);
    return found;
  }
}
