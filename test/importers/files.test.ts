import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
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

describe("a link that leads out of what was named", () => {
  const place = join(folder, "fence");
  const estate = join(place, "estate");
  const BUCKET = 'resource "aws_s3_bucket" "b" {\n  bucket = "files"\n}\n';
  const read = (...paths: string[]) =>
    readEstate(paths, { files: nodeFiles(), knowledge: { sensitive: () => false } }).then((found) => ({
      text: JSON.stringify(found),
      addresses: found.roots.flatMap((root) => root.natives.map((n) => `${root.name}:${n.address}`)),
      complete: found.complete,
      codes: found.diagnostics.map((d) => [d.code, relative(place, d.source?.file ?? "")]),
    }));
  const fresh = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>) => {
    rmSync(place, { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    for (const [path, to] of Object.entries(links)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      symlinkSync(to, join(place, path));
    }
  };
  const SECRET = "ghp_0123456789 is the token";

  test("is not followed, and nothing of what it leads to is shown", async () => {
    fresh(
      {
        token: SECRET,
        "out/main.tf": BUCKET,
        "estate/main.tf": `${BUCKET}output "o" {\n  value = file("note")\n}\nresource "x_y" "z" {\n  note = file("\${path.module}/note")\n}\n`,
      },
      { "estate/x.tf": "../token", "estate/note": "../token", "estate/sub": "../out", "estate/plan.json": "../token" },
    );
    const { text, addresses, complete, codes } = await read(estate);
    expect([addresses, complete]).toEqual([[".:aws_s3_bucket.b", ".:x_y.z"], false]);
    expect(text).not.toContain("ghp_");
    expect(codes).toEqual(
      expect.arrayContaining([
        ["EX0104", "estate/x.tf"],
        ["EX0104", "estate/sub"],
        ["EX0202", "estate/note"],
        ["EX0202", "estate/plan.json"],
      ]),
    );
  });

  test("is followed where its end was named too, within the folder, and to code of the same repository", async () => {
    const shared = {
      "shared/versions.tf": BUCKET,
      "estate/prod/main.tf": "",
      "estate/all.tf": BUCKET.replace('"b"', '"c"'),
    };
    const links = { "estate/prod/versions.tf": "../../shared/versions.tf", "estate/prod/all.tf": "../all.tf" };
    fresh(shared, links);
    expect((await read(estate)).codes).toEqual([["EX0104", "estate/prod/versions.tf"]]);
    expect(await read(estate, join(place, "shared"))).toMatchObject({ complete: true, codes: [] });
    fresh({ ...shared, ".git/HEAD": "" }, links);
    const { complete, addresses } = await read(estate);
    expect([complete, addresses.filter((a) => a.startsWith("prod:"))]).toEqual([
      true,
      ["prod:aws_s3_bucket.c", "prod:aws_s3_bucket.b"],
    ]);
  });

  test("shows nothing else of the repository, and never its configuration", async () => {
    fresh(
      {
        ".git/config": SECRET,
        "creds.json": SECRET,
        "estate/main.tf": 'resource "x_y" "z" {\n  a = file("../.git/config")\n}\n',
      },
      { "estate/x.tf": "../creds.json", "estate/y.tf": "../.git/config" },
    );
    const { text, complete, codes } = await read(place);
    expect([text.includes("ghp_"), complete]).toEqual([false, false]);
    expect(codes).toContainEqual(["EX0202", ".git/config"]);
    expect((await read(estate)).codes).toEqual(
      expect.arrayContaining([
        ["EX0104", "estate/x.tf"],
        ["EX0104", "estate/y.tf"],
      ]),
    );
  });

  test("is what was named itself, and modules beside the folder are read", async () => {
    fresh(
      { "m/main.tf": BUCKET, "real/infra/main.tf": 'module "m" {\n  source = "../../m"\n}\n' },
      { infra: "real/infra" },
    );
    for (const path of [join(place, "infra"), join(place, "real/infra")]) {
      const { codes, addresses } = await read(path);
      // The path to the module is taken as it is written: from the link it leads elsewhere.
      if (path.includes("real")) expect([codes, addresses]).toEqual([[], [".:module.m.aws_s3_bucket.b"]]);
      else expect(codes).toEqual([["EX0107", "infra/main.tf"]]);
    }
  });
});
