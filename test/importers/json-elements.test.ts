import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { JsonSyntaxError, readElements, textOf } from "../../importers/json-elements.ts";

type Found = readonly [path: string, value: unknown];

async function elements(text: string, depth: number, cuts: readonly number[] = []): Promise<Found[]> {
  const bytes = new TextEncoder().encode(text);
  const found: Found[] = [];
  await readElements(pieces(bytes, cuts), {
    choose: (path) => (path.length < depth ? "enter" : "value"),
    visit: (path, part) => found.push([JSON.stringify(path), JSON.parse(textOf(part))]),
  });
  return found;
}

/** The same pieces in one buffer that is filled anew each time, as the command line's files do. */
function* pieces(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(bytes.length);
  const at = [0, ...new Set(cuts.map((c) => c % (bytes.length + 1)))].sort((a, b) => a - b);
  for (const [i, from] of at.entries()) {
    const part = bytes.subarray(from, at[i + 1] ?? bytes.length);
    buffer.fill(0x7b);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

function expected(value: unknown, depth: number, path: (string | number)[] = []): Found[] {
  if (path.length >= depth || typeof value !== "object" || value === null) return [[JSON.stringify(path), value]];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => expected(item, depth, [...path, key]));
}

const spaced = fc.tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, "\t", "\r\n "));

describe("the element splitter", () => {
  test("finds what JSON.parse finds, whatever the depth, the spacing and the borders of the pieces", async () => {
    await fc.assert(
      fc.asyncProperty(
        spaced,
        fc.nat(4),
        fc.array(fc.nat(), { maxLength: 12 }),
        async ([value, indent], depth, cuts) => {
          const text = JSON.stringify(value, null, indent);
          expect(await elements(text, depth, cuts)).toEqual(expected(JSON.parse(text), depth));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("keeps escapes, quotes and brackets inside text apart from structure at every border", async () => {
    const value = { 'k"]': ["\\", '\\"', "}]{[,:", "é€😀", "\u0000", ""], "\\": { "}": '"' } };
    const text = JSON.stringify(value).replace("é", "\\u00e9");
    for (let cut = 0; cut <= text.length + 8; cut++) {
      expect(await elements(text, 2, [cut, cut + 1])).toEqual(expected(value, 2));
    }
  });

  test("says of every cut text that it was cut off, never that it was whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), async (value, cut) => {
        const text = JSON.stringify(value);
        const part = text.slice(0, cut % text.length);
        const error = await readElements([new TextEncoder().encode(part)], {
          choose: (path) => (path.length < 1 ? "enter" : "skip"),
          visit: () => {},
        }).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(JsonSyntaxError);
        expect((error as JsonSyntaxError).truncated).toBe(true);
      }),
    );
  });

  test.each([
    '{"a" 1}',
    "[1 2]",
    "[1,]",
    '{"a":1,}',
    "[1]]",
    "{,}",
    '{"a"::1}',
    '{"a":}',
    "{1:2}",
    "[}",
  ])("refuses %s", async (text) => {
    await expect(elements(text, 3)).rejects.toBeInstanceOf(JsonSyntaxError);
  });

  test("passes over what is skipped without keeping it", async () => {
    const seen: string[] = [];
    await readElements([new TextEncoder().encode('{"skip":[1,{"a":"]"}],"keep":"x","n":3}')], {
      choose: (path) => (path.length === 0 ? "enter" : path[0] === "skip" ? "skip" : "value"),
      visit: (path, bytes) => seen.push(`${path.join(".")}=${textOf(bytes)}`),
    });
    expect(seen).toEqual(['keep="x"', "n=3"]);
  });
});
