import type { Tree } from "../native.ts";
import type { Cursor } from "../provider.ts";
import { known, list } from "../values.ts";

/** Sets aside what only says where or in whose account Scaleway keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("region", "where it stands is chosen anew at the target");
  cursor.ignore("project_id", "whose account it is in");
  cursor.ignore("expected_bucket_owner", "a guard against the wrong account");
}

/** Scaleway's tags are words: a label is written `key=value`, one without a value is the word alone. */
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
