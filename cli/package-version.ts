import { existsSync, readFileSync } from "node:fs";

/** Version of this package, read from its package.json: one folder up from source, two from compiled code. */
export function packageVersion(): string {
  for (const path of ["../package.json", "../../package.json"]) {
    const url = new URL(path, import.meta.url);
    if (existsSync(url)) return (JSON.parse(readFileSync(url, "utf8")) as { version: string }).version;
  }
  throw new Error("package.json is missing");
}
