import { compareText } from "../constructs/diagnostic.ts";

/** Names for components in synthesised code: made of their ids, each fit for an identifier, no two alike. */
export function labelsOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const out = new Map<string, string>();
  for (const id of [...new Set(ids)].sort(compareText)) {
    const wanted = labelOf(id);
    let label = wanted;
    for (let n = 2; taken.has(label); n++) label = `${wanted}_${n}`;
    taken.add(label);
    out.set(id, label);
  }
  return out;
}

/** `.:module.shop["eu"].aws_s3_bucket.logs[0]` → `shop_eu_logs_0`: what a person called it, without types and the root ".". */
function labelOf(id: string): string {
  const words = id
    .replace(/^\.:/, "")
    .replaceAll(/(^|[:.])module\./g, "$1")
    .replaceAll(/(^|[:.\]])(?:\.)?[a-z0-9]+(?:_[a-z0-9]+)+\.(?=[^.])/g, "$1.")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toLowerCase();
  return /^[a-z]/.test(words) ? words : `c_${words}`;
}

/** At most `length` characters, told apart by a hash of the whole where something had to go. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  const mark = (h >>> 0).toString(36).padStart(7, "0");
  return `${text.slice(0, length - mark.length - 1).replace(/-+$/, "")}-${mark}`;
}
