import type { Tree } from "./native.ts";
import { known, list } from "./values.ts";

/** Tags that are words: a label is written `key=value`, one without a value is the word alone. */
export function tagsOf(labels: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  return labels && Object.entries(labels).map(([key, value]) => (value === "" ? key : `${key}=${value}`));
}

/** Labels from tags; a tag nobody knows stays an Unknown, under its position. */
export function labelsFrom(tags: Tree | undefined): Tree | undefined {
  return known(tags, (words) =>
    Object.fromEntries(
      list(words).map((tag, i): [string, Tree] => {
        if (typeof tag !== "string") return [String(i), tag];
        const [, key = tag, value = ""] = /^([^=]+)=(.*)$/s.exec(tag) ?? [];
        return [key, value];
      }),
    ),
  );
}
