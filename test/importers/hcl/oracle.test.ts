import { parse } from "@cdktn/hcl2json";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Body } from "../../../importers/hcl/ast.ts";
import { evaluate } from "../../../importers/hcl/evaluate.ts";
import { FileCache } from "../../../importers/hcl/file-cache.ts";
import { createParser, type HclParser } from "../../../importers/hcl/parse.ts";
import { emptyScope, type Scope } from "../../../importers/hcl/scope.ts";
import { Source } from "../../../importers/hcl/source.ts";
import { memoryFiles } from "./memory-files.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const name = fc
  .stringMatching(/^[a-z][a-z0-9_-]{0,6}$/)
  .filter((text) => !/^(?:for|if|in|null|true|false)$/.test(text));
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("# no comment", "a // b", "{", "EOT", "\\", '"', " lead and trail ", "\t\r\n", "é\u0301", "~}"),
);
// The oracle leaves `$${` and `%%{` as they stand: our own tests hold what they mean.
const plainText = text.filter((value) => !/[$%]/.test(value)).map((value) => value.normalize("NFC"));
const { value } = fc.letrec<{ value: Json; list: Json[]; object: { [key: string]: Json } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -9_999, max: 9_999 }).map((number) => number / 100),
    plainText,
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  // The oracle loses the backslash of an escaped quote in a key.
  object: fc.dictionary(
    fc.oneof(
      name,
      plainText.filter((key) => !/["\\]/.test(key)),
    ),
    tie("value"),
    { maxKeys: 4 },
  ),
}));

interface Written {
  readonly attributes: Record<string, { value: Json; style: number }>;
  readonly blocks: { type: string; labels: string[]; body: Written }[];
}

const attributes = fc.dictionary(name, fc.record({ value, style: fc.nat(3) }), { maxKeys: 4 });

/** A body with blocks nested to a depth. */
function bodyOf(depth: number): fc.Arbitrary<Written> {
  if (depth === 0) return fc.record({ attributes, blocks: fc.constant([]) });
  // An upper-case letter, so that no attribute has the name of a block.
  const type = name.map((word) => `B_${word}`);
  const block = fc.record({ type, labels: fc.array(name, { maxLength: 2 }), body: bodyOf(depth - 1) });
  return fc.record({ attributes, blocks: fc.array(block, { maxLength: 2 }) });
}

/** Writes a value in one of the ways a person might. */
function write(item: Json, style: number, indent: string): string {
  if (typeof item === "string") return quoted(item);
  if (item === null || typeof item !== "object") return String(item);
  const inner = `${indent}  `;
  if (Array.isArray(item)) {
    const items = item.map((one) => write(one, style, inner));
    return style % 2 === 0
      ? `[${items.join(", ")}]`
      : `[\n${items.map((one) => `${inner}${one}, # é\n`).join("")}${indent}]`;
  }
  const pairs = Object.entries(item).map(([key, one]) => {
    const bare = /^[a-z][a-z0-9_-]*$/.test(key) && style !== 1;
    return `${bare ? key : quoted(key)} ${style === 2 ? ":" : "="} ${write(one, style, inner)}`;
  });
  return style % 2 === 0
    ? `{${pairs.join(", ")}}`
    : `{\n${pairs.map((pair) => `${inner}${pair} // x\n`).join("")}${indent}}`;
}

function quoted(item: string): string {
  const escaped = item.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are written as escapes.
  return `"${escaped.replace(/[\u0000-\u001f\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

function writeBody({ attributes, blocks }: Written, indent: string): string {
  const lines = Object.entries(attributes).map(
    ([key, { value: item, style }]) => `${indent}${key} = ${write(item, style, indent)}\n`,
  );
  const rest = blocks.map(({ type, labels, body: inside }) => {
    const head = [type, ...labels.map((label) => `"${label}"`)].join(" ");
    return `${indent}${head} {\n${writeBody(inside, `${indent}  `)}${indent}}\n`;
  });
  return [...lines, ...rest].join("/* between */\n");
}

/** What hcl2json writes for the same text: blocks as lists under their type and labels. */
function asOracle(read: Body, scope: Scope): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  for (const attribute of read.attributes) result[attribute.name] = evaluate(attribute.value, scope);
  for (const block of read.blocks) {
    let at = result;
    const path = [block.type, ...block.labels];
    const last = path.pop() ?? "";
    for (const step of path) {
      if (!Object.hasOwn(at, step)) at[step] = {};
      at = at[step] as { [key: string]: unknown };
    }
    at[last] = [...((at[last] as unknown[] | undefined) ?? []), asOracle(block.body, scope)];
  }
  return result;
}

function scopeFor(parser: HclParser): Scope {
  return emptyScope({ parser, files: new FileCache(memoryFiles({}), []), directory: "/w", seeThrough: false });
}

describe("the parser", () => {
  test("reads what hcl2json reads, however it is written", async () => {
    const parser = await createParser();
    const scope = scopeFor(parser);
    await fc.assert(
      fc.asyncProperty(bodyOf(2), async (written) => {
        const code = writeBody(written, "");
        let expected: unknown;
        try {
          expected = await parse("x.tf", code);
        } catch {
          // Two blocks of one type with different numbers of labels: the oracle has no form for them.
          return;
        }
        const parsed = parser.file(new Source("x.tf", code));
        expect(parsed.problems).toEqual([]);
        expect(JSON.parse(JSON.stringify(asOracle(parsed.body, scope)))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("never throws, and keeps every problem inside the text", async () => {
    const parser = await createParser();
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      '"',
      "${",
      "%{",
      "<<EOT\n",
      "EOT\n",
      "=",
      "a",
      " ",
      "\n",
      "#",
      "1",
      ".",
      "*",
      "?",
      ":",
      'resource "a" "b" {\n',
      "é",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const code = pieces.join("");
        const { problems } = parser.file(new Source("x.tf", code));
        for (const problem of problems) expect(problem.at).toBeLessThanOrEqual(code.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
