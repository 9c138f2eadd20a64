import { isUtf8 } from "node:buffer";
import type { Files } from "../importers/importer.ts";
import { decode, encodingOf } from "../importers/json-text.ts";

/** Where text is read from: the machine's files, `-` being standard input. */
export type Readable = Pick<Files, "read">;

/** A file that people write, as text in whichever encoding their editor or shell chose; undefined: it is no text. Throws what the system says. */
export async function readText(path: string, files: Readable): Promise<string | undefined> {
  return textOf(await files.read(path));
}

/** Bytes as text; undefined: they are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  const { encoding, mark } = encodingOf(bytes);
  const text = decode(bytes.subarray(mark), encoding);
  // The replacement character may be written in a text; what it replaces when decoding may not.
  const isText = !text.includes("\0") && (encoding === "utf-8" ? isUtf8(bytes) : !text.includes("\uFFFD"));
  return isText ? text : undefined;
}
