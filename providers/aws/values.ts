import type { Cursor } from "../provider.ts";

/** How AWS writes a switch. */
export const SWITCH = { Enabled: true, Disabled: false };

/** Sets aside what only says where or how AWS keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("region", "where it stands is chosen anew at the target");
  cursor.ignore("expected_bucket_owner", "a guard against the wrong AWS account");
  cursor.ignore("skip_destroy", "what happens at destroy, not what runs");
}
