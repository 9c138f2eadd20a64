import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Code,
  comment,
  isIdentifierName,
  quoted,
  statement,
  templateText,
} from "../../engines/pulumi/typescript.ts";
import { pulumiFiles } from "../../engines/pulumi.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { bucket, database, privateNetwork } from "./syntheses.ts";

const evaluated = (code: string): unknown => new Function(`"use strict"; return ${code};`)();
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`"'\`$\{}\\\n\r\t\u2028\u2029\u0000\ufeff\ud800`),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});
const anyKey = fc.oneof(anyText, fc.constantFrom("__proto__", "constructor", "true", "if", "a-b", "1", "a"));

describe("text in code", () => {
  test("a string literal stands in one line and reads back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(quoted(text)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(evaluated(quoted(text))).toBe(text);
      }),
    );
  });

  test("the known part of a template reads back, beside an expression too", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluated(`\`${templateText(text)}\${1}${templateText(text)}\``)).toBe(`${text}1${text}`);
      }),
    );
  });

  test("a comment ends where it ends", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluated(`(() => {\n${comment(`${text}\n*/ return 2`).join("\n")}\nreturn 1 })()`)).toBe(1);
      }),
    );
  });

  test("names and values read back whatever the names are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(anyKey, anyText), { selector: ([key]) => key }), (entries) => {
        const code: Code = { object: entries.map(([key, value]) => [key, quoted(value)]) };
        const object = evaluated(statement("x", code).slice("x = ".length, -1)) as object;
        expect(Object.entries(object).sort()).toEqual([...entries].sort());
      }),
    );
  });
});

describe("layout", () => {
  test("a list, an object and a call break from the outside in", () => {
    const long = quoted("x".repeat(40));
    expect(
      statement("const a", {
        callee: "f",
        args: [
          {
            object: [
              ["b", long],
              ["c", { list: [long, "1"] }],
            ],
          },
        ],
      }),
    ).toBe(`const a = f({\n  b: ${long},\n  c: [${long}, 1],\n});`);
    expect(
      statement("const a", {
        object: [
          ["a", "a"],
          ["true", "true"],
        ],
      }),
    ).toBe("const a = { a, true: true };");
    expect(statement("const a", { list: [] })).toBe("const a = [];");
  });

  test("the common formatter changes nothing", () => {
    const word = fc.stringMatching(/^[a-z][a-z ]{0,30}$/).map(quoted);
    const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,20}$/).filter((text) => isIdentifierName(text) && evaluates(text));
    const { code } = fc.letrec<{ code: Code }>((tie) => ({
      code: fc.oneof(
        { maxDepth: 4 },
        word,
        word,
        fc.array(tie("code"), { maxLength: 4 }).map((list) => ({ list })),
        entriesOf(name, tie("code")).map((object) => ({ object })),
        entriesOf(name, tie("code")).map((object) => ({ object, open: true })),
      ),
    }));
    const resource = fc
      .tuple(name, name, entriesOf(name, code), fc.boolean())
      .map(([callee, id, object, options]): Code => {
        const args: Code[] = [quoted(id), { object, open: true }];
        return { callee: `new ovh.${callee}`, args: options ? [...args, { object: [["protect", "true"]] }] : args };
      });
    const programs = [bucket, database, privateNetwork].map((from) => pulumiFiles(from, ovh).get("index.ts"));
    const samples = fc.sample(fc.tuple(name, fc.oneof(code, resource)), { numRuns: 500, seed: 7 });
    const text = `${programs.join("")}${samples.map(([left, value]) => `${statement(`export const ${left}`, value)}\n`).join("")}`;
    expect(formatted(text)).toBe(text);
  });
});

function entriesOf<T>(name: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<[string, T][]> {
  return fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 4 });
}

function evaluates(name: string): boolean {
  try {
    new Function(`"use strict"; const ${name} = 1;`);
    return true;
  } catch {
    return false;
  }
}

function formatted(text: string): string {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const options = ["--stdin-file-path=index.ts", "--indent-style=space", "--line-width=80", "--vcs-enabled=false"];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, "format", ...options], {
    input: text,
    encoding: "utf8",
  });
  return stdout === "" ? stderr : stdout;
}
