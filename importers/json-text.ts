/** How text was written, told by its first bytes. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Encoding and length of the byte order mark; UTF-16 without one is told by the zeros of its first characters. */
export function encodingOf(head: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (head.length >= 2 && a !== 0 && b === 0) return { encoding: "utf-16le", mark: 0 };
  if (head.length >= 2 && a === 0 && b !== 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}

/** The same text in UTF-8 without a byte order mark. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    let first = true;
    for await (const chunk of chunks) {
      yield first ? chunk.subarray(encodingOf(chunk).mark) : chunk;
      first = false;
    }
    return;
  }
  // The decoder swallows the mark.
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** `JSON.parse`, except that whole numbers a double cannot hold become text with all their digits. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text) || !/[:,[]\s*-?\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, ((_key: string, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    return typeof value === "number" && !Number.isSafeInteger(value) && source && /^-?\d+$/.test(source)
      ? source
      : value;
  }) as (key: string, value: unknown) => unknown);
}

/** 1-based line of a byte of UTF-8 text. */
export async function lineAt(chunks: AsyncIterable<Uint8Array>, offset: number): Promise<number> {
  let line = 1;
  let seen = 0;
  for await (const chunk of chunks) {
    const end = Math.min(chunk.length, offset - seen);
    for (let i = chunk.indexOf(10); i !== -1 && i < end; i = chunk.indexOf(10, i + 1)) line++;
    // To the end, so that all of the file counts as read.
    seen += chunk.length;
  }
  return line;
}
