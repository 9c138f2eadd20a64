import { isAbsolute, join, normalize } from "node:path";
import type { Files } from "../importer.ts";
import { attributeOf } from "./ast.ts";
import type { Folder } from "./folder-tree.ts";
import { inParallel } from "./in-parallel.ts";
import { isCode, loadModule, type ModuleSource } from "./module-source.ts";
import type { HclParser } from "./parse.ts";

/** Every module that was read, each once, by the folder it stands in. */
export class ModuleLibrary {
  private readonly byPath = new Map<string, ModuleSource | undefined>();
  private readonly byReal = new Map<string, ModuleSource | undefined>();
  private readonly files: Files;
  private readonly parser: HclParser;

  constructor(files: Files, parser: HclParser) {
    this.files = files;
    this.parser = parser;
  }

  /** Reads folders, and the local modules they call, however deep. */
  async loadAll(folders: readonly Folder[]): Promise<void> {
    await inParallel(folders, async ({ path, real, files }) => {
      const module = await this.read(path, files);
      this.byPath.set(path, module);
      this.byReal.set(real, module);
    });
    for (const { path } of folders) await this.follow(path);
  }

  /** Reads a folder and the local modules it calls. */
  async load(directory: string): Promise<void> {
    const path = withoutSlash(normalize(directory));
    if (this.byPath.has(path)) return;
    this.byPath.set(path, await this.find(path));
    await this.follow(path);
  }

  private async follow(path: string): Promise<void> {
    const module = this.byPath.get(path);
    if (module !== undefined) for (const source of localCalls(module)) await this.load(calledPath(path, source));
  }

  private async find(path: string): Promise<ModuleSource | undefined> {
    try {
      const { real, kind } = await this.files.stat(path);
      if (kind !== "directory") return undefined;
      if (!this.byReal.has(real)) {
        const entries = await this.files.list(path);
        const names = entries.filter((entry) => entry.kind === "file").map((entry) => entry.name);
        this.byReal.set(real, await this.read(path, names));
      }
      return this.byReal.get(real);
    } catch {
      return undefined;
    }
  }

  private async read(path: string, names: readonly string[]): Promise<ModuleSource | undefined> {
    return names.some(isCode) ? loadModule(path, names, this.files, this.parser) : undefined;
  }

  get(directory: string): ModuleSource | undefined {
    return this.byPath.get(withoutSlash(normalize(directory)));
  }

  all(): ReadonlySet<ModuleSource> {
    return new Set([...this.byPath.values()].filter((module) => module !== undefined));
  }
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

export function isLocalSource(source: string): boolean {
  return /^\.\.?(?:[/\\]|$)/.test(source) || isAbsolute(source);
}

/** The folder that a local source means. */
export function calledPath(directory: string, source: string): string {
  return isAbsolute(source) ? source : join(directory, source);
}

/** Folders that a module calls by a plain relative path. */
export function localCalls(module: ModuleSource): string[] {
  return [...module.calls.values()].flatMap((call) => {
    const source = attributeOf(call.body, "source");
    const text = source?.kind === "literal" && typeof source.value === "string" ? source.value : "";
    return isLocalSource(text) ? [text] : [];
  });
}
