// How what RE2 writes in a pattern is spelled in JavaScript, with its flag `v`.

export const CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t\\x20",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "\\x21-\\x7e",
  lower: "a-z",
  print: "\\x20-\\x7e",
  punct: "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e",
  space: "\\t\\n\\v\\f\\r\\x20",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};
export const SHORT: Readonly<Record<string, string>> = { d: "0-9", s: "\\t\\n\\f\\r\\x20", w: "0-9A-Za-z_" };
export const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

/** A character as JavaScript takes it anywhere. */
export function literal(character: string): string {
  return /[0-9A-Za-z]/.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

export function codeOf(written: string): number {
  return written.startsWith("\\u{") ? Number.parseInt(written.slice(3), 16) : (written.codePointAt(0) ?? 0);
}

export function changed(flags: Flags, on = "", off = ""): Flags {
  const set = [...on].map((flag) => [flag, true] as const);
  const unset = [...off].map((flag) => [flag, false] as const);
  return { ...flags, ...Object.fromEntries([...set, ...unset]) };
}

/** The group that gives what is inside the flags that JavaScript itself heeds. */
export function javaScriptGroup(outside: Flags, inside: Flags): string {
  const differ = (["i", "m"] as const).filter((flag) => outside[flag] !== inside[flag]);
  const on = differ.filter((flag) => inside[flag]).join("");
  const off = differ.filter((flag) => !inside[flag]).join("");
  return `(?${on}${off === "" ? "" : `-${off}`}:`;
}
