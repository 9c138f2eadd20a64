import type { Cursor } from "../provider.ts";

/** How AWS writes a switch. */
export const SWITCH = { Enabled: true, Disabled: false };

/** Sets aside what only says where or how AWS keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("region", "where it stands is chosen anew at the target");
  cursor.ignore("expected_bucket_owner", "a guard against the wrong AWS account");
  cursor.ignore("skip_destroy", "what happens at destroy, not what runs");
}

/**
 * A name that AWS leaves to its customers: none of a security group begins like an id, and what stands in every account is `default`.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html and
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html, 2026-11-28.
 */
export function groupName(name: string): string {
  return /^(?:sg-|default$)/.test(name) ? `group-${name}` : name;
}
