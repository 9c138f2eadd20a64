/** What secrets look like. Names of variables and calls that fetch one are none. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bSCW[0-9A-Z]{17}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /(?:password|passwd|secret|secret_?key|token|api_?key|access_?key)["']?\s*[:=]\s*(?:"[^"$`{}<>]{6,}"|'[^'$`{}<>]{6,}'|[^\s"'$`{}<>()[\];&|,]{6,}(?=\s|$))/i,
];

/** Whether a text holds what looks like a secret. One that only looks like it is kept out too: nobody can tell them apart. */
export function holdsSecret(text: string): boolean {
  return SECRETS.some((secret) => secret.test(text));
}
