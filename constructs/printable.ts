/** Text without what moves a cursor, changes colours or ends a line for some reader only: names and paths may hold anything. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}]/gu, "");
}

/** The same of text that has colours of ours (SGR 0 to 2 and 31 to 36). */
export function printableInColor(text: string): string {
  return text
    .split(OURS)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join("");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const OURS = /(\u001b\[(?:[012]|3[1-6])m)/;
