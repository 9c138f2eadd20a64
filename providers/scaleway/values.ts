import { type Native, Unknown } from "../native.ts";
import type { Cursor } from "../provider.ts";

export { labelsFrom, tagsOf } from "../word-tags.ts";

/** Sets aside what only says where or in whose account Scaleway keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("region", "where it stands is chosen anew at the target");
  cursor.ignore("project_id", "whose account it is in");
  cursor.ignore("expected_bucket_owner", "a guard against the wrong account");
}

/** The IPv4 address of what has one of each family in a Private Network: the API lists the later one, of IPv6, first. */
export function ipv4Of(native: Native): Unknown {
  const addresses = `${native.address}.private_ips`;
  const expression = `[for ip in ${addresses} : ip.address if !strcontains(ip.address, ":")][0]`;
  return new Unknown(expression, [{ to: native.address, attr: "private_ips" }]);
}
