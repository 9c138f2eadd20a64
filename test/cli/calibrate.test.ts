import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { Assessment } from "../../assessment/assessment.ts";
import { Calibration, calibrate } from "../../assessment/calibration.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const twice = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `m${i}`, estimated: 10, actual: 20 }));

describe("the factor of an organisation", () => {
  test("by hand: one migration that took twice the estimate", () => {
    // Spread within 0.35, altogether 0.5: the organisation's own is 0.1275 squared. 1 / (1 / 0.1275 + 1 / 0.1225) = 0.0625.
    // Mean 0.0625 / 0.1225 × ln 2 = 0.3535: a factor of 1.42; the next one is off by √(0.0625 + 0.1225) = 0.43.
    const { factor, next } = calibrate(twice(1), effortModel);
    expect([factor.likely, next.median, next.sdLn]).toEqual([1.42, 1.42, 0.43]);
    expect(factor.low).toBeCloseTo(Math.exp(0.3535 - 1.2816 * 0.25), 1);
  });

  test("more migrations come nearer to what they say, and surer; never surer than one project is", () => {
    const of = [1, 3, 10, 1000].map((n) => calibrate(twice(n), effortModel).next);
    expect(of.map((c) => c.median)).toEqual([...of.map((c) => c.median)].sort((a, b) => a - b));
    expect(of.map((c) => c.sdLn)).toEqual([...of.map((c) => c.sdLn)].sort((a, b) => b - a));
    expect(of.at(-1)).toEqual({ median: 2, sdLn: 0.35 });
  });
});

describe("calibrate", () => {
  test("a drill says less than a migration, and numbers far apart are compared as well", () => {
    const twice = { name: "a", estimated: 10, actual: 20 };
    const leftOut = { machine: 0, waiting: 0, unfinished: 0, unestimated: 0 };
    const [migration, drill] = [twice, { ...twice, drill: { counted: 1, leftOut } }].map((m) =>
      calibrate([m], effortModel),
    );
    expect(drill!.next.median).toBeGreaterThan(1);
    expect(drill!.next.median).toBeLessThan(migration!.next.median);
    expect(drill!.next.sdLn).toBeGreaterThan(migration!.next.sdLn);
    expect(calibrate([{ name: "b", estimated: 1e-300, actual: 1e300 }], effortModel).next.median).toBeGreaterThan(1e9);
    const quick = Array.from({ length: 8 }, (_, i) => ({ name: `m${i}`, estimated: 100, actual: 0.05 }));
    const { factor, next, migrations } = calibrate(quick, effortModel);
    expect([next.median, factor.low, migrations[0]?.ratio]).toEqual([
      ...[expect.closeTo(0.0012, 3), expect.any(Number), 0.0005],
    ]);
    expect(Math.min(next.median, factor.low)).toBeGreaterThan(0);
  });

  test("writes no name as anything but a comment, and nothing that steers a terminal", async () => {
    const name = "a\nteam: { people: 50 }\n#\u0085b: 1\u2028c: 1\u001b[31m";
    const csv = write("named.csv", `name,actual,estimated\n"${name}",12,10\n`);
    const { code, out } = await exeat(["calibrate", csv]);
    expect([code, Object.keys(parse(out))]).toEqual([0, ["calibration"]]);
    expect(out).toContain("#   a team: { people: 50 } # b: 1 c: 1[31m: 12 of 10 person-days");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none is to be there.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
  });

  test.each([
    ["1e300,1e-300", /`actual` is 1e\+300 person-days, and no migration takes that: write from 0.01 to 1000000/],
    ["10,0.001", /`estimated` is 0.001 person-days/],
    ["900000,0.5", /`actual` is 900000 and `estimated` 0.5, more than 100 times apart/],
    ["0.5,900000", /more than 100 times apart. Write both in person-days/],
  ])("refuses what no migration takes, with its line: %s", async (days, says) => {
    const csv = write("odd.csv", `name,actual,estimated\ngood,12,10\nodd,${days}\n`);
    const { code, out, err } = await exeat(["calibrate", csv]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error\[EX0009\].*\n {2}at .*odd\.csv:3\n/);
    expect(err).toMatch(says);
  });

  test("a factor of one is no number of times", async () => {
    const { out } = await exeat([
      "calibrate",
      write("even.csv", "name,actual,estimated\na,100,100\nb,50,50\n"),
      "--format",
      "yaml",
    ]);
    expect(out).toContain("This organisation takes about what the effort model says");
  });

  test("reads CSV and JSON, and what it writes calibrates every assessment", async () => {
    const csv = write("a.csv", 'name;actual;estimated\n"shop; first";30;20\nblog;12;10\n');
    const json = write("b.json", JSON.stringify({ migrations: [{ name: "wiki", actual: 8, estimated: 10 }] }));
    const { code, out, err } = await exeat(["calibrate", csv, json]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/Rests on 3 migrations/);
    expect(out).toMatch(/shop; first: 30 of 20 person-days, 1.5 times/);
    const facts = write("exeat.yaml", out);
    const ran = await exeat(["assess", SHOP, "--to", "ovh", "--facts", facts, "--format", "json"]);
    const { effort } = Assessment.parse(JSON.parse(ran.out));
    expect([effort.calibrated, effort.calibratedOn]).toEqual([true, 3]);
    for (const format of ["text", "markdown"]) {
      const text = (await exeat(["assess", SHOP, "--to", "ovh", "--facts", facts, "--format", format])).out;
      expect(text).toMatch(/calibrated on 3 own migrations/i);
      expect(text).not.toMatch(/uncalibrated/i);
    }
  });

  test("a point stays a decimal one between commas, and in a name", async () => {
    const ratios = async (text: string) => {
      const { out } = await exeat(["calibrate", write("point.csv", text), "--format", "json"]);
      return Calibration.parse(JSON.parse(out)).migrations.map((m) => m.ratio);
    };
    expect(await ratios("name,actual,estimated\na,1.200,2\n")).toEqual([0.6]);
    expect(await ratios("name;actual;estimated\n1.200;1.20;0.500\n")).toEqual([2.4]);
    expect((await exeat(["calibrate", write("point.csv", "name,actual,estimated\na,1,2\n")])).out).toContain(
      "# What was given is taken as stated: nothing of it is signed.\n",
    );
  });

  test("reads the decimal comma of files whose columns semicolons part", async () => {
    const csv = write("comma.csv", "name;actual;estimated\n1,5;120,5;100\n");
    const { out } = await exeat(["calibrate", csv, "--format", "json"]);
    expect(Calibration.parse(JSON.parse(out)).migrations).toMatchObject([
      { name: "1,5", actual: 120.5, estimated: 100 },
    ]);
  });

  test("takes the estimate from an assessment, but not from one that was calibrated", async () => {
    const assessed = join(folder, "before.json");
    await exeat(["assess", SHOP, "--to", "ovh", "--format", "json", "--out", assessed]);
    const actuals = write("c.csv", "name,actual,assessment\nshop,100,before.json\n");
    const { out } = await exeat(["calibrate", actuals, "--format", "json"]);
    const { migrations } = Calibration.parse(JSON.parse(out));
    expect(migrations[0]?.estimated).toBeGreaterThan(100);
    const facts = write("calibrated.yaml", "calibration: { cases: 1, median: 1.2, sdLn: 0.4 }\n");
    await exeat(["assess", SHOP, "--to", "ovh", "--facts", facts, "--format", "json", "--out", assessed]);
    expect(await exeat(["calibrate", actuals])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/calibrated already/),
    });
  });

  test("a result of several targets is no single assessment, and says how to have one", async () => {
    await exeat(["assess", SHOP, "--to", "ovh,scaleway", "--format", "json", "--out", join(folder, "two.json")]);
    const actuals = write("d.csv", "name,actual,assessment\nshop,100,two.json\n");
    expect(await exeat(["calibrate", actuals])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /EX0009[\s\S]*holds 2 assessments, of ovh and scaleway[\s\S]*--to ovh, and name its file/,
      ),
    });
  });

  test.each<[title: string, text: string, says: RegExp]>([
    [
      "a path for an estimate",
      "name,actual,estimated\na,1,before.json\n",
      /path of an assessment stands under `assessment`/,
    ],
    ["a number that is none", "name,actual,estimated\na,x,2\n", /EX0009.*\n.*:2/],
    ["no estimate", "name,actual\na,3\n", /neither `estimated` nor `assessment`/],
    ["no names of columns", "1,2,3\n", /first line must name/],
    ["nothing", "", /first line must name/],
    ["an open quote", 'name,actual,estimated\n"a,1,2\n', /quote that line 2 opens is never closed/],
    ["a line that was cut off", "name,actual,estimated\na,1,2\nb,1", /Line 3 is cut off/],
    ["broken JSON", "{", /no JSON/],
    ["a migration given twice", "name,actual,estimated\na,1,2\na,1,2\n", /EX0021[\s\S]*a stands twice in/],
    [
      "a word for a number",
      JSON.stringify({ migrations: [{ name: "a", actual: true, estimated: 2 }] }),
      /EX0009[\s\S]*actual/,
    ],
    ["a list for a number", JSON.stringify({ migrations: [{ name: "a", actual: 3, estimated: [2] }] }), /estimated/],
    ["a zero", "name,actual,estimated\na,0,2\n", /`actual` is "0"\. Write a number above 0\.\n/],
    [
      "a decimal comma between commas",
      'name,actual,estimated\na,"120,5",2\n',
      /Write a number\. Decimals have a point, as in/,
    ],
    [
      "a comma before three digits",
      "name;actual;estimated\na;1,234;2\n",
      /"1,234"\. Write a number\. Decimals have a point/,
    ],
    [
      "a point before three digits beside semicolons",
      "name;actual;estimated\na;1200;900\nb;1.200;50\n",
      /Line 3: beside semicolons `1\.200` may be 1200 or 1\.2\. Write 1200 without a point/,
    ],
    ["millions beside semicolons", "name;actual;estimated\na;5;1.200.000\n", /`1\.200\.000` may be 1200000\. Write/],
    ["a column twice", "name,actual,estimated,actual\na,10,20,400\n", /names the column `actual` twice/],
    ["a column nobody knows", "name,actual,estimate\na,1,2\n", /`estimate` does not exist. Did you mean `estimated`/],
    ["a row without a name", "name,actual,estimated\n,1,2\n", /`name` is missing/],
    ["a list of numbers", '{ "migrations": [3] }', /A migration is the number 3\. Write its `name`, `actual`/],
  ])("%s is said, and nothing is written", async (title, text, says) => {
    const { code, out, err } = await exeat(["calibrate", write(`${title}.csv`, text)]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });
});
