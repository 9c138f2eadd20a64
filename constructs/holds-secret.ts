const NAMED = "(?:password|passwd|secret|secret_?key|token|api_?key|access_?key)";
/** The name of a secret at AWS has such a word in it too, and a colon behind it. */
const NO_ARN = String.raw`(?<!\barn:[\w:/.-]*)["']?\s*[:=][ \t]*`;
const QUOTED = String.raw`(?:"(?!arn:)[^"$\`{}<>]{6,}"|'(?!arn:)[^'$\`{}<>]{6,}')`;
const BARE = String.raw`(?!arn:)[^\s"'$\`{}<>()[\];&|,]{6,}(?=\s|$)`;

/** From the name of a program to one of its options, over lines that go on, in the same command. */
const ITS_OPTION = String.raw`\b(?:[^\n;|&\\]|\\[\s\S]|&(?!&))*?\s`;
const LITERAL = String.raw`[^\s"'$\`<>{}]`;

/** What secrets look like wherever they stand. */
const ALONE: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bSCW[0-9A-Z]{17}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /:\/\/[^\s:@/"'$`{}<>]*:[^\s:@/"'$`{}<>]+@/,
  // `mysql -psecret`: https://dev.mysql.com/doc/refman/8.4/en/connecting.html, 2026-11-28. A pair of ports is a container's.
  new RegExp(
    String.raw`\b(?:mysql(?:admin|check|dump|import|sh|show|slap)?|mariadb(?:-\w+)?)${ITS_OPTION}-p(?!(?:[\d.]+:)+\d)["']?${LITERAL}`,
  ),
  // `curl -u name:secret`: https://curl.se/docs/manpage.html#-u, 2026-11-28.
  new RegExp(String.raw`\bcurl${ITS_OPTION}(?:-[A-Za-z#]*u\s*|--(?:proxy-)?user[\s=]+)["']?${LITERAL}*:${LITERAL}`),
];
const WRITTEN = new RegExp(`${NAMED}${NO_ARN}${QUOTED}`, "i");
/** In an expression, what stands before a part that is not known. */
const BEGUN = new RegExp(`${NAMED}${NO_ARN}"(?!arn:)[^"$\`{}<>]{6,}[$]{`, "i");
const SAID = new RegExp(`${NAMED}${NO_ARN}${BARE}`, "i");

/**
 * Whether a text holds what looks like a secret; names of variables and calls that fetch one are none. One that only looks like it
 * is kept out too: nobody can tell them apart.
 */
export function holdsSecret(text: string): boolean {
  return [...ALONE, WRITTEN, SAID].some((secret) => secret.test(text));
}

/** Whether an expression holds one: in a text that it quotes, or beside a name. What it only refers to stands elsewhere. */
export function expressionHoldsSecret(expression: string): boolean {
  if (WRITTEN.test(expression) || BEGUN.test(expression)) return true;
  // What stands between the marks of a here document is not quoted.
  if (expression.includes("<<")) return holdsSecret(expression);
  return [...expression.matchAll(/"((?:[^"\\]|\\.)*)"/g)].some(([, quoted = ""]) =>
    holdsSecret(quoted.replaceAll(/\\[nrt]/g, "\n").replaceAll(/\\(.)/g, "$1")),
  );
}

/** Whether a value looks like a secret under the name it has. */
export function isSecretNamed(name: string, value: string): boolean {
  return holdsSecret(value) || holdsSecret(`${name}="${value}"`) || holdsSecret(`${name}=${value}`);
}
