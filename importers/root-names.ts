import { join, sep } from "node:path";
import type { Root } from "../providers/native.ts";

/** A path below an argument, relative to it, with `/`. */
export function relativeName(directory: string, path: string): string {
  const base = join(directory, sep);
  const whole = join(path);
  if (join(whole, sep) === base) return ".";
  const name = whole.startsWith(base) ? whole.slice(base.length) : whole;
  return name.split(sep).join("/") || ".";
}

/** The last segment of each path, longer where two are alike. */
export function lastSegments(paths: readonly string[]): Map<string, string> {
  const segments = new Map(
    paths.map((path) => [
      path,
      join(path)
        .split(sep)
        .filter((s) => s !== "" && s !== "."),
    ]),
  );
  const tail = (path: string, count: number) => segments.get(path)!.slice(-count).join("/") || path;
  return new Map(
    paths.map((path) => {
      let count = 1;
      const alike = () => paths.some((other) => other !== path && tail(other, count) === tail(path, count));
      while (alike() && count < segments.get(path)!.length) count++;
      return [path, tail(path, count)] as const;
    }),
  );
}

/** The root under another name. */
export function prefixed(root: Root, prefix: string): Root {
  const within = (name: string) => (name === "." ? prefix : `${prefix}/${name}`);
  const name = within(root.name);
  const named = <T extends { readonly root: string }>(items: readonly T[]): T[] =>
    items.map((i) => ({ ...i, root: name }));
  const backends = root.backends ? { backends: named(root.backends) } : {};
  return {
    ...root,
    name,
    natives: named(root.natives),
    holes: named(root.holes),
    empty: named(root.empty),
    ...backends,
    ...(root.calls ? { calls: root.calls.map(within) } : {}),
  };
}
