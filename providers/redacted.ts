/** How the expression of a hole ends whose value is a secret, or holds one. */
export const REDACTED = " (redacted)";
