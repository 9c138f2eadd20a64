import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** A part of a workbook that unpacks to more than this is no inventory. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Whether bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The parts of a zip archive by name, each unpacked when asked for; undefined for what is broken, encrypted or packed in another way. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, () => string | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, () => string | undefined>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return parts;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) break;
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    };
    parts.set(name, () => unpacked(bytes, view, entry));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

function unpacked(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, local }: { readonly method: number; readonly packed: number; readonly local: number },
): string | undefined {
  try {
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(start, start + packed);
    if (method === 0) return new TextDecoder().decode(content);
    return method === 8 ? new TextDecoder().decode(inflateRawSync(content, { maxOutputLength: MAX_BYTES })) : undefined;
  } catch {
    return undefined;
  }
}
