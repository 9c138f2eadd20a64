import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const FACTS = readFileSync(join(SHOP, "exeat.yaml"), "utf8");
const HISTORY = "name,actual,estimated\nlast year,30,20\n";
const PLAN = JSON.stringify({ format_version: "1.2", planned_values: { root_module: { resources: [] } } });

describe("standard input", () => {
  test("brings facts as a file does, in the encoding of any shell", async () => {
    const words = (facts: string) => ["assess", SHOP, "--to", "ovh", "--quiet", "--facts", facts];
    const fromFile = await exeat(words(join(SHOP, "exeat.yaml")));
    expect(fromFile.out).toContain("3 people at 60 %");
    expect((await exeat(words("-"), { stdin: FACTS })).out).toBe(fromFile.out);
    const utf16 = Buffer.from(`\uFEFF${FACTS}`, "utf16le");
    expect((await exeat(words("-"), { stdin: utf16 })).out).toBe(fromFile.out);
  });

  test("brings a history, a baseline and waivers", async () => {
    const learned = await exeat(["calibrate", "-"], { stdin: HISTORY });
    expect([learned.code, learned.err]).toEqual([0, ""]);
    expect(learned.out).toContain("last year");

    const spreadsheet = Buffer.from("name,actual,estimated\nétagère,30,20\n", "latin1");
    expect((await exeat(["calibrate", "-"], { stdin: spreadsheet })).out).toContain("étagère");

    const change = ["diff", SHOP, SHOP, "--to", "ovh", "--fail-on", "new-loss", "--quiet"];
    const baseline = join(folder, "baseline.json");
    await exeat([...change, "--write-baseline", baseline]);
    const again = await exeat([...change, "--baseline", "-"], { stdin: readFileSync(baseline, "utf8") });
    expect([again.code, again.err]).toEqual([0, ""]);

    const waivers = "formatVersion: 1\nwaivers: [{ rule: lost, owner: a, reason: b, expires: 2020-01-01 }]\n";
    const waived = await exeat([...change, "--waivers", "-", "--date", "2026-01-01"], { stdin: waivers });
    expect(waived.err).toContain("at standard input");
  });

  test("that is no text is called so, whatever it was to be", async () => {
    const binary = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256);
    for (const words of [
      ["assess", SHOP, "--to", "ovh", "--facts", "-"],
      ["diff", SHOP, SHOP, "--to", "ovh", "--baseline", "-"],
      ["calibrate", "-"],
      ["synth", "-", "--to", "ovh", "--check"],
    ]) {
      const { code, err } = await exeat([...words, "--quiet"], { stdin: binary });
      expect([words[0], code, err]).toEqual([words[0], 2, expect.stringMatching(/(is not|It is no) text/)]);
    }
  });

  test.each([
    [["diff", "-", "-", "--to", "ovh", "--fail-on", "new-loss"]],
    [["inventory", "-", "-"]],
    [["assess", "-", "--to", "ovh", "--facts", "-"]],
    [["inventory", SHOP, "--plan", "-", "--var-file", "-"]],
    [["calibrate", "-", "-"]],
  ])("is one thing only: %j", async (words) => {
    const { code, out, err } = await exeat(words, { stdin: PLAN });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^error\[EX0001\]: - is standard input, and it can be read as one thing only: write the others to files/,
    );
  });

  test("without anything in it blames the command before the pipe", async () => {
    for (const words of [["inventory"], ["assess", "--to", "ovh"], ["diff", "--to", "ovh"], ["adopt"]]) {
      const [command = "", ...rest] = words;
      const { code, err } = await exeat([command, "-", ...rest]);
      expect(code).toBe(2);
      expect(err).toMatch(
        /Standard input is empty\n {2}at standard input\n {2}Nothing came through the pipe\. Look at/,
      );
    }
  });

  test("has a name in every report, in the language of the report", async () => {
    const titles = {
      inventory: [[], /^Inventory of standard input \(plan\)/],
      adopt: [["--out", join(folder, "w.yaml")], /^Adopted standard input from aws/],
      assess: [["--to", "ovh"], /^Exit assessment: standard input from aws/],
      diff: [["--to", "ovh"], /^Side by side: standard input on aws/],
      "facts init": [[], /^# What code cannot know of standard input\./],
    } as const;
    for (const [command, [options, title]] of Object.entries(titles)) {
      const { out } = await exeat([...command.split(" "), "-", "--from", "aws", ...options], { stdin: PLAN });
      expect(out).toMatch(title);
    }
    const french = ["assess", "-", "--from", "aws", "--to", "ovh", "--lang", "fr", "--format"];
    for (const format of ["markdown", "html"]) {
      expect((await exeat([...french, format], { stdin: PLAN })).out).toMatch(/Parc.{1,3}entrée standard/);
    }
  });
});

describe("--out", () => {
  test("- is standard output", async () => {
    for (const words of [
      ["inventory", SHOP],
      ["adopt", SHOP],
    ]) {
      const shown = await exeat([...words, "--quiet"]);
      expect(await exeat([...words, "--quiet", "--out", "-"])).toEqual(shown);
    }
    expect(existsSync("-")).toBe(false);
  });

  test("what cannot be a folder is refused before anything is read", async () => {
    writeFileSync(join(folder, "mine.txt"), "mine");
    for (const [out, why] of [
      ["-", /--out - is standard output, and this command writes a folder: name one/],
      ["", /It is empty: name a path/],
      [folder, /has content that Exeat did not write: name another folder, or add --force/],
    ] as const) {
      for (const words of [
        ["plan", "nowhere", "--to", "ovh"],
        ["synth", "nowhere.yaml", "--to", "ovh"],
      ]) {
        const { code, err } = await exeat([...words, "--out", out]);
        expect([code, err]).toEqual([2, expect.stringMatching(why)]);
        expect(err).not.toContain("could not be opened");
      }
    }
  });
});
