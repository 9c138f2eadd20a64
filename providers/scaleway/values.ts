import type { Cursor } from "../provider.ts";

export { labelsFrom, tagsOf } from "../word-tags.ts";

/** Sets aside what only says where or in whose account Scaleway keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("region", "where it stands is chosen anew at the target");
  cursor.ignore("project_id", "whose account it is in");
  cursor.ignore("expected_bucket_owner", "a guard against the wrong account");
}
