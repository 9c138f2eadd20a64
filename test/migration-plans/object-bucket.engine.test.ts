import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { temporary } from "../cli/exeat.ts";
import { type Buckets, bucketFolders, endServers, nextSecond } from "./orders-and-media.ts";
import { BUCKET, type PlanFolder, PROGRAMS, planFolder } from "./plan-folder.ts";
import type { Bucket } from "./servers/bucket.ts";
import { RCLONE } from "./servers/drill-parts.ts";

endServers();
const [folder, programs, buckets] = [temporary(), temporary(), bucketFolders()];
let [plan, media, from, to]: [PlanFolder, Buckets, Bucket, Bucket] = [] as never;
let bucket = 0;

beforeAll(async () => {
  [plan, media] = await Promise.all([planFolder(folder), buckets()]);
});

/** Two buckets of its own for each test; both keep versions. Users work at the source. */
beforeEach(async () => {
  bucket += 1;
  rmSync(join(folder, "plan/scripts", BUCKET, "switched"), { force: true });
  [from, to] = [media.source.bucket(`media-${bucket}`), media.target.bucket(`media-${bucket}`)];
  for (const each of [from, to]) {
    await each.create();
    await each.keepVersions();
  }
});

type Words = Readonly<Record<string, string>>;

function script(name: string, settings: Words = {}, credentials: Words = {}) {
  const names = { SOURCE_BUCKET: `media-${bucket}`, TARGET_BUCKET: `media-${bucket}` };
  plan.settings(BUCKET, { ...media.settings, ...names, ...settings });
  return plan.script(BUCKET, name, { ...media.credentials, ...credentials });
}

async function runs(name: string, settings: Words = {}, environment: Words = {}) {
  const { code, err } = await script(name, settings, environment);
  expect([name, code, err]).toEqual([name, 0, expect.any(String)]);
}

const bytes = (length: number, of: number) => new Uint8Array(length).fill(of);
const MIB = 2 ** 20;
const parts = (last: number) => [bytes(5 * MIB, 1), bytes(1000, last)];
const textOf = async (where: Bucket, key: string) => (await where.get(key)).body.toString();

/** Names that a shell, a URL, XML or a listing could trip over; what S3 allows and this server's file system takes. */
const NAMES = [
  ...["a b/c d.txt", "été/Ωmega ☃.txt", "emoji-😀", "plus+and&amp;%20percent%", "quotes'\"`$(x);|", "back\\slash"],
  ...[
    "dots/.hidden",
    "dots/..x",
    "trailing.",
    "trailing space ",
    " leading",
    "-rf",
    "~tilde",
    "#hash?query=1",
    "*",
    "<a>",
  ],
  ...["colon:at@comma,", "a/b/c/d/e/f/g", "UPPER", "upper", "brace{}[]^", "tab\tkey", "line\nbreak"],
];

describe("a copy", () => {
  test("brings every object with its content, its name and its metadata", async () => {
    for (const name of NAMES) await from.put(name, `content of ${name}`);
    await from.put("empty", "");
    const headers = {
      ...{ "content-type": "text/x-odd", "cache-control": "max-age=60", "content-language": "fr" },
      ...{
        "content-disposition": 'attachment; filename="x.txt"',
        "x-amz-meta-owner": "Elise",
        "x-amz-meta-list": "a, b",
      },
    };
    await from.put("described.txt", "described", headers);
    const packed = { "content-encoding": "gzip", "content-type": "text/html" };
    await from.put("page.html", gzipSync("hello ".repeat(100)), packed);
    await from.putInParts("video.bin", parts(2), { "content-type": "video/mp4", "x-amz-meta-title": "in parts" });

    await runs("copy");
    await runs("compare-listing");
    await runs("verify");

    expect(await to.keys()).toEqual(await from.keys());
    for (const name of NAMES) expect(await textOf(to, name)).toBe(`content of ${name}`);
    const { headers: described } = await to.get("described.txt");
    expect(described).toMatchObject(headers);
    expect((await to.get("page.html")).headers).toMatchObject(packed);
    const video = await to.get("video.bin");
    expect(video.headers).toMatchObject({ "content-type": "video/mp4", "x-amz-meta-title": "in parts" });
    expect(video.body.equals(Buffer.concat(parts(2)))).toBe(true);
  });

  test("says which empty folders it leaves behind", async () => {
    await from.put("folder/", "");
    await from.put("used/", "");
    await from.put("used/deep/object", "x");
    await runs("copy");
    const { code, out } = await script("compare-listing");
    expect([code, out]).toEqual([0, "empty folders, which are not copied:\n  folder/\n"]);
  });

  test("stops with an error when a secret is wrong or a bucket is missing", async () => {
    await from.put("object", "x");
    const wrong = await script("copy", {}, { AWS_SECRET_ACCESS_KEY: "wrong" });
    expect([wrong.code === 0, /SignatureDoesNotMatch/.test(wrong.err)]).toEqual([false, true]);
    for (const name of ["copy", "delta", "verify", "compare-listing", "reverse"]) {
      const there = await script(name, {}, { SCW_SECRET_KEY: "wrong", OVERWRITE_SOURCE: "yes" });
      expect([name, there.code === 0]).toEqual([name, false]);
      const missing = await script(name, { TARGET_BUCKET: "no-such-bucket" }, { OVERWRITE_SOURCE: "yes" });
      expect([name, missing.code === 0]).toEqual([name, false]);
    }
    expect(await to.keys()).toEqual([]);
  });

  test("is done with the settings of the plan alone, whatever the person who runs it keeps for rclone", async () => {
    await from.put("object", "x");
    expect((await script("copy", {}, { RCLONE_CONFIG: "/dev/null/none" })).code).toBe(0);
    expect(await to.keys()).toEqual(["object"]);
  });
});

describe("one bucket as both sides", () => {
  test("is refused by every script, however its address is written", async () => {
    await from.put("object", "x");
    const keys = {
      TARGET_ACCESS_KEY_ID: "source-key",
      TARGET_SECRET_ACCESS_KEY: "source/secret+key",
      OVERWRITE_SOURCE: "yes",
    };
    const address = media.source.endpoint;
    for (const TARGET_ENDPOINT of [address, `${address.replace("http", "HTTP")}/`]) {
      for (const name of ["copy", "delta", "copy-versions", "compare-listing", "verify", "verify-changed", "reverse"]) {
        const { code, err } = await script(name, { TARGET_ENDPOINT, TARGET_HISTORY_BUCKET: "history" }, keys);
        const refusal = /^refused: source and target are the same place, 127\.0\.0\.1:\d+\/media-\d+\. /;
        expect([name, code, err]).toEqual([name, 2, expect.stringMatching(refusal)]);
      }
    }
  });

  test("is refused for older versions too, which would lie among what users work on", async () => {
    const { code, err } = await script("copy-versions", { TARGET_HISTORY_BUCKET: `media-${bucket}` });
    expect([code, err]).toEqual([2, expect.stringMatching(/^refused: TARGET_HISTORY_BUCKET is \S+, where users work/)]);
  });
});

test("the token of a key of limited life goes with that key, and with no other", async () => {
  const asks = `#!/bin/sh\necho "$RCLONE_CONFIG_SOURCE_ACCESS_KEY_ID \${RCLONE_CONFIG_SOURCE_SESSION_TOKEN:-}"\n`;
  writeFileSync(join(programs, "rclone"), asks, { mode: 0o755 });
  const said = async (given: Words) =>
    (await script("copy", {}, { PATH: `${programs}:${PROGRAMS}`, AWS_SESSION_TOKEN: "token", ...given })).out.trim();
  const own = { SOURCE_ACCESS_KEY_ID: "own", SOURCE_SECRET_ACCESS_KEY: "secret" };
  expect([await said({}), await said(own), await said({ ...own, SOURCE_SESSION_TOKEN: "given" })]).toEqual([
    ...["source-key token", "own", "own given"],
  ]);
});

describe("the copy in the freeze", () => {
  test("brings what changed, though its size is the same, removes what was removed, and leaves the rest alone", async () => {
    await from.put("same.txt", "version 1");
    await from.put("gone.txt", "x");
    await from.put("kept.txt", "x");
    await from.putInParts("video.bin", parts(2));
    await runs("copy");
    const untouched = (await to.get("kept.txt")).headers["x-amz-version-id"];
    await nextSecond();
    await from.put("same.txt", "version 2");
    await from.remove("gone.txt");
    await from.putInParts("video.bin", parts(3));
    await from.put("new.txt", "x");
    await runs("delta");
    await runs("verify");
    expect(await to.keys()).toEqual(["kept.txt", "new.txt", "same.txt", "video.bin"]);
    expect(await textOf(to, "same.txt")).toBe("version 2");
    expect((await to.get("video.bin")).body.equals(Buffer.concat(parts(3)))).toBe(true);
    expect((await to.get("kept.txt")).headers["x-amz-version-id"]).toBe(untouched);
  });
});

describe("the copy in the freeze, to the wrong bucket,", () => {
  const objects = Array.from({ length: 101 }, (_, i) => `other/${i}.txt`);
  beforeEach(async () => {
    await from.put("kept.txt", "ours");
    for (const name of [...objects, "kept.txt"]) await to.put(name, "theirs");
  });

  test("removes and replaces nothing, and says what it would remove", async () => {
    const before = await to.keys();
    const { code, err } = await script("delta");
    expect([code, err]).toEqual([2, expect.stringMatching(/^101 objects of the target bucket media-\d+ are not in /)]);
    expect(err).toMatch(/^other\/0\.txt$.*Nothing was copied or removed.*set MAX_DELETE=101/ms);
    expect([await to.keys(), await textOf(to, "kept.txt")]).toEqual([before, "theirs"]);
    await nextSecond();
    await from.put("kept.txt", "ours");
    await runs("delta", { MAX_DELETE: "101" });
    expect([await to.keys(), await textOf(to, "kept.txt")]).toEqual([["kept.txt"], "ours"]);
  });

  test("is an error where the limit is no number, before anything is removed", async () => {
    const before = await to.keys();
    expect((await script("delta", { MAX_DELETE: "many" })).code).not.toBe(0);
    expect(await to.keys()).toEqual(before);
  });
});

describe("once users were switched", () => {
  test("no copy replaces or removes what they wrote, and before that no way back runs", async () => {
    await from.put("price.txt", "old");
    await runs("copy");
    const early = await script("reverse");
    expect([early.code, early.err]).toEqual([2, expect.stringMatching(/still work at the source/)]);
    await runs("switched");
    await nextSecond();
    await to.put("price.txt", "new");
    await to.put("order.txt", "x");
    for (const name of ["copy", "delta"]) {
      const { code, err } = await script(name);
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/users work at the target since 20.*OVERWRITE_TARGET=yes/),
      ]);
    }
    expect([await to.keys(), await textOf(to, "price.txt")]).toEqual([["order.txt", "price.txt"], "new"]);
    await runs("reverse");
    expect(await textOf(from, "price.txt")).toBe("new");
    expect((await script("delta", {}, { OVERWRITE_TARGET: "yes" })).code).toBe(0);
  });

  test("or before, an empty source empties no target", async () => {
    await to.put("kept.txt", "x");
    const { code, err } = await script("delta");
    expect([code, err]).toEqual([2, expect.stringMatching(/holds no object: is it the right one/)]);
    expect(await to.keys()).toEqual(["kept.txt"]);
    await runs("delta", {}, { ALLOW_EMPTY: "yes" });
    expect(await to.keys()).toEqual([]);
  });
});

describe("a proof", () => {
  beforeEach(async () => {
    await from.put("one.txt", "the first");
    await from.put("two.txt", "the second");
    await runs("copy");
    await runs("verify");
  });

  test("fails on an object of the same size with other bytes", async () => {
    await to.put("one.txt", "THE FIRST");
    await runs("compare-listing");
    const { code, out } = await script("verify");
    expect([code, out.match(/ {2}(\w+\.txt)$/gm)]).toEqual([1, ["  one.txt", "  one.txt"]]);
  });

  test("fails on an object that is missing, and so does the listing", async () => {
    await to.remove("two.txt");
    const [proof, listing] = [await script("verify"), await script("compare-listing")];
    expect([proof.code, proof.out]).toEqual([1, expect.stringMatching(/^< \w+ {2}two\.txt$/m)]);
    expect([listing.code, listing.err]).toEqual([1, expect.stringContaining("two.txt: file not in S3 bucket")]);
  });

  test("fails on an object that only the target has", async () => {
    await to.put("three.txt", "x");
    expect((await script("verify")).out).toMatch(/^> \w+ {2}three\.txt$/m);
    await runs("compare-listing");
  });
});

describe("the proof in the freeze", () => {
  const proven = async (settings: Words = {}) => {
    const { code, out, err } = await script("verify-changed", settings);
    const [, read, all] = /^to be read on both sides: (\d+) of (\d+) objects/m.exec(out) ?? [];
    return { code, read: [Number(read), Number(all)], out, err };
  };
  beforeEach(async () => {
    for (const name of ["one.txt", "two.txt", "gone.txt"]) await from.put(name, `of ${name}`);
    await from.putInParts("video.bin", parts(2));
    await runs("copy");
    await runs("verify");
    await nextSecond();
  });

  test("reads what changed since the whole proof, and no more", async () => {
    expect(await proven()).toMatchObject({
      code: 0,
      read: [0, 4],
      out: expect.stringMatching(/^equal: .* 4 objects/m),
    });
    await from.put("one.txt", "OF one.txt");
    await from.put("new.txt", "x");
    await from.remove("gone.txt");
    expect((await proven()).code).toBe(1);
    await runs("delta");
    expect(await proven()).toMatchObject({
      code: 0,
      read: [2, 4],
      out: expect.stringMatching(/^equal: .*, 2 of them/m),
    });
    // What is read is compared.
    await to.put("new.txt", "y");
    expect(await proven()).toMatchObject({
      code: 1,
      read: [2, 4],
      out: expect.stringMatching(/^> \w{64} {2}new\.txt$/m),
    });
  });

  test.each(["source", "target"])("finds other bytes of the same size, written at the %s", async (side) => {
    await (side === "source" ? from : to).put("two.txt", "OF two.txt");
    expect(await proven()).toMatchObject({
      code: 1,
      read: [1, 4],
      out: expect.stringMatching(/^> \w{64} {2}two\.txt$/m),
    });
  });

  test("does not count what the whole proof found different, though it has not changed since", async () => {
    await to.put("two.txt", "OF two.txt");
    expect((await script("verify")).code).toBe(1);
    await nextSecond();
    expect(await proven()).toMatchObject({ code: 1, read: [1, 4] });
  });

  test("finds what is missing, and what only the target has", async () => {
    await to.remove("two.txt");
    expect(await proven()).toMatchObject({ code: 1, out: expect.stringMatching(/^< \d+;two\.txt$/m) });
    await runs("copy");
    await to.put("three.txt", "x");
    expect(await proven()).toMatchObject({ code: 1, out: expect.stringMatching(/^> \d+;three\.txt$/m) });
  });

  test("reads all where there is no whole proof of these buckets, whatever their names", async () => {
    const places = join(folder, "plan/scripts", BUCKET, "proven.places");
    const said = readFileSync(places, "utf8");
    for (const text of ["", said.replace("media", "other")]) {
      writeFileSync(places, text);
      expect(await proven()).toMatchObject({ code: 0, read: [4, 4] });
    }
    const other = media.target.bucket(`beside-${bucket}`);
    await other.create();
    const beside = { TARGET_BUCKET: `beside-${bucket}` };
    for (const name of NAMES) await from.put(name, `content of ${name}`);
    await runs("copy", beside);
    const all = NAMES.length + 4;
    expect(await proven(beside)).toMatchObject({ code: 0, read: [all, all], err: "" });
  });

  test("fails where what is to be read is no longer there", async () => {
    await from.put("two.txt", "of two.txt");
    const forgets = `#!/bin/sh\ncase "$*" in *--files-from-raw*) exit 0 ;; esac\nexec ${RCLONE} "$@"\n`;
    writeFileSync(join(programs, "rclone"), forgets, { mode: 0o755 });
    const { code, err } = await script("verify-changed", {}, { PATH: `${programs}:${PROGRAMS}` });
    expect([code, err]).toEqual([1, expect.stringMatching(/^not all of them were found at the source/)]);
  });
});

test("an empty bucket is neither copied nor compared nor proven, unless it is meant to be empty", async () => {
  for (const name of ["copy", "compare-listing", "delta", "verify", "verify-changed"]) {
    const { code, err } = await script(name);
    const refusal = /^source bucket media-\d+ holds no object: is it the right one\? Nothing .*ALLOW_EMPTY=yes/;
    expect([name, code, err]).toEqual([name, 2, expect.stringMatching(refusal)]);
    await runs(name, {}, { ALLOW_EMPTY: "yes" });
  }
  await from.put("object", "x");
  const { code, err } = await script("reverse", {}, { OVERWRITE_SOURCE: "yes" });
  expect([code, err]).toEqual([2, expect.stringMatching(/^target bucket media-\d+ holds no object/)]);
});

describe("the way back", () => {
  test("brings what was written at the target, though its size is the same, and removes nothing", async () => {
    await from.put("same.txt", "version 1");
    await from.put("removed-there.txt", "x");
    await from.putInParts("video.bin", parts(2));
    await runs("copy");
    await nextSecond();
    await to.put("same.txt", "version 2");
    await to.put("new.txt", "x");
    await to.remove("removed-there.txt");
    await to.putInParts("video.bin", parts(3));
    const untouched = (await from.get("removed-there.txt")).headers["x-amz-version-id"];
    await runs("switched");
    for (const _ of ["once", "daily"]) await runs("reverse");
    expect(await from.keys()).toEqual(["new.txt", "removed-there.txt", "same.txt", "video.bin"]);
    expect(await textOf(from, "same.txt")).toBe("version 2");
    expect((await from.get("video.bin")).body.equals(Buffer.concat(parts(3)))).toBe(true);
    expect((await from.get("removed-there.txt")).headers["x-amz-version-id"]).toBe(untouched);
  });
});

describe("older versions", () => {
  test("are kept under names that carry their date, those of removed objects too", async () => {
    const history = media.target.bucket("history");
    await history.create();
    await from.put("text.txt", "version 1");
    await from.put("gone.txt", "removed");
    await nextSecond();
    await from.put("text.txt", "version 2");
    await from.remove("gone.txt");
    await runs("copy-versions", { TARGET_HISTORY_BUCKET: "history" });
    const date = String.raw`-v\d{4}-\d\d-\d\d-\d{6}-\d{3}`;
    const keys = await history.keys();
    expect(keys).toEqual([
      expect.stringMatching(new RegExp(`^gone${date}\\.txt$`)),
      expect.stringMatching(new RegExp(`^text${date}\\.txt$`)),
      "text.txt",
    ]);
    expect(await Promise.all(keys.map((key) => textOf(history, key)))).toEqual(["removed", "version 1", "version 2"]);
    expect(await from.keys()).toEqual(["text.txt"]);
  });

  test("of the same second have one name: the copy takes one, says which object, and fails", async () => {
    const history = media.target.bucket("history-of-one-second");
    await history.create();
    // Three writes take some milliseconds; at most one second ends between them.
    for (const text of ["1", "2", "3", "4", "5", "6"]) await from.put("busy.txt", text);
    const { code, err } = await script("copy-versions", { TARGET_HISTORY_BUCKET: "history-of-one-second" });
    expect([code, err]).toEqual([1, expect.stringMatching(/busy-v.*Duplicate object.*only one was copied/s)]);
    // What one run said is not held against the next.
    await media.source.bucket("calm").create();
    await runs("copy-versions", { SOURCE_BUCKET: "calm", TARGET_HISTORY_BUCKET: "history-of-one-second" });
  });

  test("are not copied while nobody said where to", async () => {
    const { code, err } = await script("copy-versions");
    expect([code === 0, err]).toEqual([false, expect.stringContaining("set TARGET_HISTORY_BUCKET")]);
  });
});
