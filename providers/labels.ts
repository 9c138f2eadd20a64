import { compareText } from "../constructs/diagnostic.ts";

/** Names for components in synthesised code: made of their ids, each fit for an identifier, no two alike. */
export function labelsOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const out = new Map<string, string>();
  for (const id of [...new Set(ids)].sort(compareText)) {
    out.set(id, freeName(labelOf(id), taken));
  }
  return out;
}

/** The name, with a number behind it where what begins like `before` has it already; taken from then on. */
export function freeName(wanted: string, taken: Set<string>, before = ""): string {
  let name = wanted;
  for (let n = 2; taken.has(before + name); n++) name = `${wanted}_${n}`;
  taken.add(before + name);
  return name;
}

/** `deletionProtection` → `deletion_protection`. */
export function snakeCase(word: string): string {
  return word.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `.:module.shop["eu"].aws_s3_bucket.logs[0]` → `shop_eu_logs_0`: what a person called it, without types and the root ".". */
function labelOf(id: string): string {
  const called = id
    .replace(/^\.:/, "")
    .replaceAll(/(^|[:.])module\./g, "$1")
    .replaceAll(/(^|[:.\]])(?:\.)?[a-z0-9]+(?:_[a-z0-9]+)+\.(?=[^.])/g, "$1.");
  return identifier(joinedWords(called));
}

/** Words of a text in lower case, joined by `_`: part of an identifier. */
export function joinedWords(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toLowerCase();
}

/** Words as an identifier of their own: no digit stands first. */
export function identifier(words: string): string {
  return /^[a-z]/.test(words) ? words : `c_${words}`;
}

/** 32-bit hash of a text (FNV-1a). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** At most `length` characters, told apart by a hash of the whole where something had to go. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const mark = hash(text).toString(36).padStart(7, "0");
  return `${text.slice(0, length - mark.length - 1).replace(/-+$/, "")}-${mark}`;
}
