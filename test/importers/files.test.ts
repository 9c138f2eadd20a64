import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { readEstate } from "../../importers/read-estate.ts";

const folder = mkdtempSync(join(tmpdir(), "exeat-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the machine's files", () => {
  test("links are resolved, and one that leads nowhere or in a circle is neither file nor folder", async () => {
    mkdirSync(join(folder, "a/b"), { recursive: true });
    writeFileSync(join(folder, "a/file"), "x");
    symlinkSync("../..", join(folder, "a/b/up"));
    symlinkSync("nowhere", join(folder, "a/gone"));
    symlinkSync("file", join(folder, "a/link"));
    symlinkSync("self", join(folder, "a/self"));
    mkdirSync(join(folder, "c"));
    symlinkSync("../a", join(folder, "c/other"));
    symlinkSync("../../c", join(folder, "a/b/side"));
    const files = nodeFiles();
    expect(await files.list(join(folder, "a"))).toEqual([
      { name: "b", kind: "directory" },
      { name: "file", kind: "file" },
      { name: "gone", kind: "other" },
      { name: "link", kind: "file" },
      { name: "self", kind: "other" },
    ]);
    expect(await files.list(join(folder, "a/b"))).toEqual([
      { name: "side", kind: "directory" },
      { name: "up", kind: "other" },
    ]);
    expect(await files.list(join(folder, "a/b/side"))).toEqual([{ name: "other", kind: "other" }]);
  });

  test("a folder with links in a circle is read to its end", async () => {
    writeFileSync(join(folder, "a/b/x.tfstate"), '{"version":4,"serial":1,"resources":[]}');
    const estate = await readEstate([folder], { files: nodeFiles(), knowledge: { sensitive: () => false } });
    expect(estate.roots.map((root) => root.name)).toEqual(["a/b/x.tfstate"]);
  });

  test("a file comes in pieces that together are the file", async () => {
    const content = Buffer.alloc(700_000, "0123456789");
    writeFileSync(join(folder, "large"), content);
    const pieces: Uint8Array[] = [];
    for await (const piece of nodeFiles().chunks(join(folder, "large"))) pieces.push(Uint8Array.from(piece));
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });

  test("standard input is a file that can be read again", async () => {
    async function* input() {
      yield '{"version":4,"serial":1,';
      yield '"resources":[{"mode":"managed","type":"t_t","name":"n","instances":[{}]}]}';
    }
    const estate = await readEstate(["-"], { files: nodeFiles(input()), knowledge: { sensitive: () => false } });
    expect([estate.roots[0]?.natives.length, estate.complete]).toEqual([1, true]);
  });
});
