import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";

/** A resource that exists in the emulated cloud. */
export interface Existing {
  readonly type: string;
  /** What the provider calls it by; unlike an id it is there for every type. */
  readonly key: string;
  /** The value in the protocol's form, base64. */
  readonly state: string;
}

/**
 * The resources that exist, in the order in which they came to be. With a file each change is one line, on the disk before the
 * change is reported: a process killed at any moment loses nothing that it had reported. Not for two processes at once.
 * The file holds what the resources hold, secrets too: only its owner may read it.
 */
export class Journal {
  private readonly file: number | undefined;
  private readonly existing = new Map<string, Existing>();

  constructor(path?: string) {
    if (path === undefined) return;
    if (existsSync(path)) this.replay(path);
    this.file = openSync(path, "a", 0o600);
  }

  get(type: string, key: string): Existing | undefined {
    return this.existing.get(id(type, key));
  }

  ofType(type: string): Existing[] {
    return [...this.existing.values()].filter((resource) => resource.type === type);
  }

  all(): Existing[] {
    return [...this.existing.values()];
  }

  put(resource: Existing): void {
    this.write({ put: resource });
    this.existing.set(id(resource.type, resource.key), resource);
  }

  remove(type: string, key: string): void {
    this.write({ remove: { type, key } });
    this.existing.delete(id(type, key));
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }

  private write(change: Change): void {
    if (this.file === undefined) return;
    writeSync(this.file, `${JSON.stringify(change)}\n`);
    fsyncSync(this.file);
  }

  /** A last line without its end was being written when the process died: nobody was told of it, it is cut off. */
  private replay(path: string): void {
    const bytes = readFileSync(path);
    const whole = bytes.lastIndexOf("\n") + 1;
    if (whole < bytes.length) truncateSync(path, whole);
    for (const line of bytes.subarray(0, whole).toString("utf8").split("\n")) {
      if (line === "") continue;
      const change = JSON.parse(line) as Change;
      if ("put" in change) this.existing.set(id(change.put.type, change.put.key), change.put);
      else this.existing.delete(id(change.remove.type, change.remove.key));
    }
  }
}

type Change = { readonly put: Existing } | { readonly remove: { readonly type: string; readonly key: string } };

function id(type: string, key: string): string {
  return `${type} ${key}`;
}
