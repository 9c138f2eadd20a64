import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { packageVersion } from "../../cli/package-version.ts";
import { exeat, SHOP, STACK, spawned, temporary } from "./exeat.ts";

const COMMANDS = ["inventory", "assess", "facts", "calibrate", "diff", "plan", "adopt", "synth"];

describe("help", () => {
  test("the program names every command and where to start", async () => {
    const { code, out } = await exeat(["--help"]);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command}`);
    expect(out).toContain("$ exeat assess infra/ --to scaleway,ovh");
  });

  test.each(COMMANDS)("%s teaches by examples that its own options understand", async (command) => {
    const { code, out } = await exeat([command, "--help"]);
    expect(code).toBe(0);
    const examples = out.split("Examples:\n")[1]?.trim().split("\n") ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(2);
    const options = new Set(out.match(/--[a-z-]+/g));
    for (const example of examples) {
      const own = example.split("|").find((part) => part.includes(`exeat ${command}`)) ?? "";
      for (const option of own.match(/ --[a-z-]+/g) ?? []) expect(options).toContain(option.trim());
    }
    expect(await exeat(["help", command])).toEqual({ code: 0, out, err: "" });
  });

  test.each(["assess", "synth", "plan", "diff"])("%s names regions in its examples that are known", async (command) => {
    const { out } = await exeat([command, "--help"]);
    const targets = [...new Set([...out.matchAll(/--to (\S+:\S+)/g)].map(([, to = ""]) => to))].filter((to) =>
      /^\w/.test(to),
    );
    for (const to of targets) {
      const { code, err } = await exeat(["diff", STACK, "--from", "aws", "--to", to, "--quiet"]);
      expect([to, code, err]).toEqual([to, 0, ""]);
      expect((await exeat(["diff", STACK, "--from", "aws", "--to", to])).err).not.toContain("not in the catalogue");
    }
  });

  test("without a word the help goes to stderr, and it is a usage error", async () => {
    const { code, out, err } = await exeat([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: exeat");
  });
});

describe("what is wrong with a command is one line and exit code 2", () => {
  const folder = temporary();
  test.each<[title: string, words: string[], says: RegExp]>([
    ["an unknown command", ["inventroy", SHOP], /unknown command 'inventroy' \(Did you mean inventory\?\)/],
    [
      "an unknown option",
      ["inventory", SHOP, "--fromat", "json"],
      /Did you mean --format\?.*see: exeat inventory --help/,
    ],
    [
      "a target given twice, of which the last would win",
      ["assess", SHOP, "--to", "scaleway", "--to=ovh"],
      /--to is given twice, as scaleway and as ovh: write --to scaleway,ovh, or leave one out\n$/,
    ],
    [
      "a format given twice",
      ["inventory", SHOP, "--quiet", "--quiet", "--format", "json", "--format", "text"],
      /--format is given twice, as json and as text: leave one out\n$/,
    ],
    ["a cloud given twice", ["facts", "init", SHOP, "--from", "aws", "--from", "ovh"], /--from is given twice/],
    ["no path", ["inventory"], /missing required argument 'path'/],
    ["facts without their word", ["facts", SHOP], /the word init is missing: exeat facts init .*shop-aws\n$/],
    ["facts without anything", ["facts"], /missing required argument 'init'/],
    ["facts of nothing", ["facts", "init"], /name what to read: exeat facts init <path>/],
    [
      "an unknown format",
      ["assess", SHOP, "--to", "ovh", "--format", "pdf"],
      /Allowed choices are text, json, markdown/,
    ],
    ["an unknown cloud", ["assess", SHOP, "--to", "gcp"], /no cloud "gcp": name one of [a-z, ]*scaleway/],
    [
      "a cloud named like a property of every object",
      ["assess", SHOP, "--to", "constructor"],
      /no cloud "constructor"/,
    ],
    ["no target", ["assess", SHOP], /required option '--to/],
    ["a target twice", ["diff", SHOP, "--to", "ovh,ovh:GRA"], /names ovh twice/],
    [
      "one region for two targets",
      ["diff", SHOP, "--to", "ovh,scaleway", "--region", "x"],
      /write the region behind each/,
    ],
    ["two targets for one folder of code", ["synth", STACK, "--to", "ovh,aws", "--out", folder], /takes one target/],
    [
      "a day that does not exist",
      ["assess", SHOP, "--to", "ovh", "--date", "2026-02-30"],
      /Write a day of the calendar/,
    ],
    ["code without a place", ["synth", STACK, "--to", "ovh"], /name it with --out/],
    ["three states of a change", ["diff", SHOP, SHOP, SHOP, "--to", "ovh"], /too many arguments/],
    [
      "a condition nobody judges",
      ["diff", SHOP, SHOP, "--to", "ovh", "--fail-on", "new-loss,nwe-hole"],
      /no condition "nwe-hole": name one of new-blocking-loss, new-loss/,
    ],
    [
      "a gate whose conditions a pipeline forgot to set",
      ["diff", SHOP, SHOP, "--to", "ovh", "--fail-on", " ,"],
      /--fail-on names no condition: name one of new-blocking-loss/,
    ],
    [
      "a price factor that no reading uses",
      ["assess", SHOP, "--to", "ovh", "--price-factor", "4"],
      /--price-factor is for a price shock/,
    ],
    [
      "the same of a plan",
      ["plan", SHOP, "--to", "ovh", "--scenario", "bouton-rouge", "--price-factor", "4"],
      /--price-factor is for a price shock/,
    ],
    [
      "a gate without a change",
      ["diff", SHOP, "--to", "ovh", "--fail-on", "new-loss"],
      /name base and head, exeat diff <base> <head>/,
    ],
    ["SARIF of two clouds side by side", ["diff", SHOP, "--to", "ovh", "--format", "sarif"], /name base and head/],
    ["one SARIF for two targets", ["diff", SHOP, SHOP, "--to", "ovh,aws", "--format", "sarif"], /for one target/],
    [
      "waivers without a day",
      ["diff", SHOP, SHOP, "--to", "ovh", "--waivers", "w.yaml"],
      /say which day it is, --date/,
    ],
    ...[
      ["diff", SHOP, SHOP, "--to", "ovh"],
      ["plan", SHOP, "--to", "ovh"],
      ["synth", STACK, "--to", "ovh", "--out", "nowhere"],
    ].map((words): [string, string[], RegExp] => [
      `leave for a gate that is not asked for, of ${words[0]}`,
      [...words, "--allow-partial"],
      /--allow-partial is for a gate, and there is none: add --\S+, or leave it out/,
    ]),
    [
      "leave for the gate of a change, without one",
      ["diff", SHOP, "--to", "ovh", "--allow-partial"],
      /name base and head/,
    ],
    [
      "one scenario beside all of them",
      ["assess", SHOP, "--to", "ovh", "--all-scenarios", "--scenario", "bouton-rouge"],
      /--all-scenarios has a row for each: leave --scenario out/,
    ],
    [
      "incomplete input both failing and allowed",
      ["diff", SHOP, SHOP, "--to", "ovh", "--fail-on", "incomplete", "--allow-partial"],
      /contradict each other/,
    ],
    [
      "values of variables that are not there",
      ["assess", SHOP, "--to", "ovh", "--var-file", "nowhere.tfvars"],
      /--var-file nowhere\.tfvars cannot be opened: it does not exist\. Check the path/,
    ],
    [
      "a plan that is not there, of a change's base as well",
      ["inventory", SHOP, "--plan", "nowhere.json"],
      /--plan nowhere\.json cannot be opened/,
    ],
    ["a workload that runs nowhere", ["diff", STACK, "--to", "ovh"], /say where it would run with --from/],
    [
      "Pulumi for a cloud without a package",
      ["synth", STACK, "--to", "scaleway", "--engine", "pulumi", "--check"],
      /no Pulumi package.*--engine terraform/,
    ],
    [
      "a folder where a file is written",
      ["inventory", SHOP, "--out", folder],
      /is a folder and this command writes one file/,
    ],
    [
      "a file below a file, before anything is read",
      ["assess", join(folder, "nothing"), "--to", "ovh", "--out", join(STACK, "a", "b.json")],
      /b\.json could not be written: part of the path is a file/,
    ],
    [
      "a folder where a baseline is written, before anything is read",
      ["diff", SHOP, join(folder, "nothing"), "--to", "ovh", "--write-baseline", folder],
      /--write-baseline .* is a folder/,
    ],
    [
      "a baseline where the result goes",
      ["diff", SHOP, SHOP, "--to", "ovh", "--write-baseline", "-"],
      /Standard output is for the result: name a file/,
    ],
    ["an overlay that is not there", ["inventory", SHOP, "--plan"], /argument missing/],
  ])("%s", async (_title, words, says) => {
    const { code, out, err } = await exeat(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
    expect(err.trim().split("\n").at(-1)).toMatch(/^error\[EX0001\]: /);
    expect(
      err
        .trim()
        .split("\n")
        .filter((line) => line.startsWith("error")),
    ).toHaveLength(1);
  });
});

describe("internal errors", () => {
  /** A stream that breaks: nothing a user could cause. */
  const broken = (env: Record<string, string>) => exeat(["inventory", SHOP, "--out", "\0"], { env });

  test("are one line and exit code 3, with the stack only on request", async () => {
    const { code, err } = await broken({});
    expect(code).toBe(3);
    expect(err.trim().split("\n").at(-1)).toMatch(/^internal error: .*please report it/);
    expect(err).not.toMatch(/^ +at .*\.ts:\d+/m);
    expect((await broken({ EXEAT_DEBUG: "1" })).err).toMatch(/^ +at .*\.ts:\d+/m);
  });
});

describe("as a process", () => {
  const at = temporary();

  test("--version says the version and nothing else", async () => {
    const out = `${packageVersion()}\n`;
    expect(out).toMatch(/^\d+\.\d+\.\d+/);
    expect(await spawned(["--version"])).toEqual({ code: 0, out, err: "" });
    expect(await exeat(["-V"])).toEqual({ code: 0, out, err: "" });
  });

  test("exit codes and streams are those of the command", async () => {
    const { code, out, err } = await spawned(["assess", SHOP, "--to", "nowhere"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error\[EX0001\]/);
  });

  test("a reader that goes away hears no more, and neither the files nor the gate of the command depend on it", async () => {
    mkdirSync(join(at, "nothing"));
    const baseline = join(at, "baseline.json");
    const gate = ["diff", join(at, "nothing"), SHOP, "--to", "ovh", "--fail-on", "new-loss", "--allow-partial"];
    const { code, err } = await spawned([...gate, "--write-baseline", baseline, "--format", "json", "--quiet"], {
      closeAfter: 0,
    });
    expect([code, existsSync(baseline)]).toEqual([1, true]);
    expect(err).toMatch(/^error\[EX0010\]: The gate failed: new-loss\n {2}.*\n$/);
  });

  test("a pipe gets no colours", async () => {
    const { code, out, err } = await spawned(["inventory", SHOP], { env: { TERM: "xterm-256color" } });
    expect(code).toBe(0);
    expect(out + err).not.toContain("\u001b");
  });
});
