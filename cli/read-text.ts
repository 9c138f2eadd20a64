import type { Files } from "../importers/importer.ts";
import { decode, encodingOf } from "../importers/json-text.ts";

/** Where text is read from: the machine's files, `-` being standard input. */
export type Readable = Pick<Files, "read">;

/** A file that people write, as text in whichever encoding their editor or shell chose. */
export async function readText(path: string, files: Readable): Promise<string> {
  const bytes = await files.read(path);
  const { encoding, mark } = encodingOf(bytes);
  return decode(bytes.subarray(mark), encoding);
}
