import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { Assessment } from "../../assessment/assessment.ts";
import { ofEach } from "../../assessment/facts.ts";
import { MissingFacts } from "../../assessment/missing-facts.ts";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const file = join(folder, "exeat.yaml");
/** The shop, and a key of which no code says who encrypts with it. */
const ESTATE = join(folder, "shop");
cpSync(SHOP, ESTATE, { recursive: true });
writeFileSync(join(ESTATE, "keys.tf"), 'resource "aws_kms_key" "shop" {}\n');

async function assessed(...words: string[]): Promise<Assessment> {
  const { code, out } = await exeat(["assess", ESTATE, "--to", "scaleway", "--format", "json", ...words]);
  expect(code).toBe(0);
  return Assessment.parse(JSON.parse(out));
}
const missing = async (...words: string[]) => {
  const { out } = await exeat(["facts", "init", ESTATE, "--to", "scaleway", "--format", "json", ...words]);
  return MissingFacts.parse(JSON.parse(out));
};

describe("facts init", () => {
  test("writes a file that can be used as it is and states nothing until it is filled in", async () => {
    expect(await exeat(["facts", "init", ESTATE, "--to", "scaleway", "--out", file])).toMatchObject({
      code: 0,
      out: "",
    });
    const [without, stated] = [await assessed(), await assessed("--facts", file)];
    expect(stated).toEqual(without);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^ {2}people: +# people who do the work; assumed: 2 to 4/m);
    expect(text).toContain("objects or files; assumed: up to 10,000,000;");
    expect(text).toMatch(
      /^ {2}site: +# offices and data centres that are linked to the cloud; assumed: 0 to 1; widens by/m,
    );
    // What is in no range is not known either: no number stands for it.
    expect(text).toMatch(/^ {2}interconnect: +# dedicated lines to the cloud; assumed: none; widens nothing/m);
    expect(text).not.toMatch(/assumed: 0;/);
    // One cutover is assumed, not none.
    expect(text).toMatch(/^ {2}wave: +# cutovers, one after the other; assumed: 1; widens nothing/m);
    expect(text).not.toMatch(/(by|and) 1 (person-|calendar )days/);
    writeFileSync(file, text.replace(/^ {2}people:/m, "  people: 3"));
    expect((await assessed("--facts", file)).effort.p80).toBeLessThan(without.effort.p80);
  });

  test("names folders and components as nothing but comments and keys", async () => {
    const path = join(folder, "a\nteam: {people: 50}\n#");
    mkdirSync(join(path, "in\nner: \u001b[31mred"), { recursive: true });
    writeFileSync(join(path, "in\nner: \u001b[31mred", "main.tf"), 'resource "aws_s3_bucket" "b" {}\n');
    const { code, out } = await exeat(["facts", "init", path, "--to", "scaleway"]);
    const { team, components } = parse(out);
    expect([code, team.people, Object.keys(components)]).toEqual([
      ...[0, null, ["in\nner: \u001b[31mred:aws_s3_bucket.b"]],
    ]);
    expect(out).not.toContain("\u001b");
    expect((await exeat(["inventory", path])).out).not.toContain("\u001b");
    // Colours of ours stay.
    expect((await exeat(["inventory", path], { terminal: true })).out).toContain("\u001b[1mInventory\u001b[0m");
    expect((await exeat(["inventory", join(path, "no\u001b[2Jne")])).err).not.toContain("\u001b");
  });

  test("sorts by what each widens: what it says of a fact is what stating it takes off the range", async () => {
    const { facts } = await missing();
    const effort = facts.map((f) => f.widens?.effort ?? -1);
    expect(effort).toEqual([...effort].sort((a, b) => b - a));
    expect(facts[0]?.path).toEqual(["team", "people"]);
    const width = async (...words: string[]) => {
      const { p10, p80 } = (await assessed(...words)).effort;
      return p80 - p10;
    };
    const whole = await width();
    const environments = async (n: number) => {
      writeFileSync(file, `environments: ${n}\n`);
      return width("--facts", file);
    };
    const gained = whole - ((await environments(1)) + (await environments(2))) / 2;
    const said = facts.find((f) => f.path.join() === "environments")?.widens?.effort ?? Number.NaN;
    expect(Math.abs(gained - said)).toBeLessThan(0.25);
  });

  test("asks by name for every size, and not again for what is stated", async () => {
    const asked = (result: MissingFacts) => result.facts.map((f) => f.path.join(" "));
    const without = asked(await missing());
    expect(without).toContain("components .:aws_db_instance.orders gib");
    const left = asked(await missing("--facts", join(SHOP, "exeat.yaml")));
    expect(left).not.toContain("components .:aws_db_instance.orders gib");
    expect(left).not.toContain("team people");
    expect(left.length).toBeLessThan(without.length);
  });
});

/** Every key that a report names as what settles something, when nothing is stated. */
const named = (a: Assessment): string[] => {
  const conditions = a.unknowns.flatMap(
    (u) => /components\.<address> in exeat\.yaml: (.*)/.exec(u.dependsOn)?.[1] ?? [],
  );
  return [
    ...a.reading.dependencies.flatMap((d) => (d.status === "unknown" ? [`dependencies ${d.id}`] : [])),
    ...a.time.windows.flatMap((w) => w.dependsOn?.replace(" in exeat.yaml", "").replace(".", " ") ?? []),
    ...a.reading.mayBeLost.map((d) => `components ${d.component} copy`),
    ...conditions.flatMap((c) => c.split("; ")).map((fact) => fact.replace(/^conditions\["(.*)"\]$/, "conditions $1")),
  ];
};

describe("what a report says it does not know", () => {
  test("is asked for: dependencies, contract, copies, and what foreign resources hold", async () => {
    const wanted = named(await assessed("--scenario", "bouton-rouge"));
    for (const start of ["dependencies", "contract", "components", "conditions"]) {
      expect(wanted.filter((w) => w.startsWith(start)).length).toBeGreaterThan(0);
    }
    const asked = (await missing()).facts.map((f) => f.path.join(" "));
    expect(wanted.filter((w) => !asked.some((a) => a.endsWith(w)))).toEqual([]);
    expect(asked).toContain("components .:aws_kms_key.shop conditions application encrypts with it");
    expect(asked).toContain("deadlineDays");
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("is not asked again once stated, and a foreign resource that is known narrows the range", async () => {
    const own = (await missing()).facts.filter((f) => f.path[1] === ".:aws_kms_key.shop");
    expect(own.every((f) => (f.widens?.effort ?? 0) > 0)).toBe(true);
    const lines = own.map((f) => `      ${f.path.at(-1)}: false`);
    const copies = "  '.:aws_db_instance.orders':\n    copy: elsewhere\n";
    writeFileSync(
      file,
      `deadlineDays: 90\ncontract: { noticeDays: 60, transitionDays: 90 }\ndependencies: { ci: elsewhere }\ncomponents:\n${copies}  aws_kms_key.shop:\n    conditions:\n${lines.join("\n")}\n`,
    );
    const left = (await missing("--facts", file)).facts.map((f) => f.path.join(" "));
    for (const stated of [/deadline/, /contract/, /dependencies ci/, /orders copy/, /aws_kms_key/]) {
      expect(left.filter((path) => stated.test(path))).toEqual([]);
    }
    expect(left).toContain("dependencies state");
    const [without, stated] = [await assessed(), await assessed("--facts", file)];
    expect(stated.effort.p80).toBeLessThan(without.effort.p80);
  });
});

describe("facts of many components", () => {
  const moves = async (components: string) => {
    writeFileSync(file, `components:\n${components}`);
    const { out, err } = await exeat(["assess", ESTATE, "--to", "scaleway", "--facts", file, "--format", "json"]);
    const { data } = Assessment.parse(JSON.parse(out));
    return { gib: Object.fromEntries(data.moves.map((m) => [m.component.replace(/^\.:/, ""), m.gib])), err };
  };

  test("are stated once, under a name with `*`: the name of one goes before, and of two such names the later", async () => {
    const { gib, err } = await moves(
      "  '*': { gib: 1 }\n  '*aws_s3_bucket.*': { gib: 2 }\n  module.logs.aws_s3_bucket.this: { gib: 3 }\n  aws_db_instance.orders: { copy: elsewhere }\n",
    );
    expect(err).not.toContain("EX0003");
    expect(gib).toMatchObject({ "module.logs.aws_s3_bucket.this": 3, "aws_db_instance.orders": 1 });
    const buckets = Object.entries(gib).filter(([id]) => id.startsWith("module.bucket"));
    expect(buckets.length).toBeGreaterThan(0);
    for (const [, held] of buckets) expect(held).toBe(2);
  });

  test("say so where the name fits none, and a point is a point", async () => {
    const { err } = await moves("  'aws_s3_bucket*logs_of_nobody': { gib: 2 }\n  'aws_db_instance?*': { gib: 2 }\n");
    expect(err.match(/aws_s3_bucket\*logs_of_nobody|aws_db_instance\?\*/g)).toHaveLength(2);
  });

  test("do not change what a file without such names states", () => {
    const facts = { components: { "aws_s3_bucket.a": { gib: 1 } }, deadlineDays: 9 };
    expect(ofEach(facts, [".:aws_s3_bucket.a", ".:aws_s3_bucket.b"])).toEqual({ facts, unfit: [] });
  });

  test("keep conditions and bills that are stated of one beside those of all", () => {
    const components = {
      "*": { conditions: { stateful: true, "overlapping ranges": false }, monthly: { source: 5 } },
      'aws_instance.a["*"]': { conditions: { stateful: false }, monthly: { target: 6 } },
    };
    const { facts } = ofEach({ components }, ['.:aws_instance.a["*"]']);
    expect(facts.components?.['.:aws_instance.a["*"]']).toEqual({
      conditions: { stateful: false, "overlapping ranges": false },
      monthly: { source: 5, target: 6 },
    });
  });
});

describe("records of the effort model, replaced", () => {
  const withFacts = async (text: string) => {
    writeFileSync(file, text);
    return exeat(["assess", ESTATE, "--to", "scaleway", "--facts", file, "--format", "json"]);
  };

  test("a record with a reason takes the place of ours, and its reason the place of the source", async () => {
    const hours = "{ low: 1, likely: 2, high: 3, reason: we did it }";
    const { out } = await withFacts(`effort: { records: { postgres.translate.always: ${hours} } }\n`);
    const item = Assessment.parse(JSON.parse(out)).workItems.find(
      (w) => w.id === "postgres.translate.always@.:aws_db_instance.orders",
    );
    expect(item?.citation).toEqual({ source: "we did it", kind: "stated" });
    expect((item?.hours.high ?? 0) / (item?.hours.likely ?? 1)).toBeCloseTo(1.5, 1);
  });

  test.each<[title: string, text: string, code: number, says: RegExp]>([
    ["no reason", "effort: { records: { postgres.translate.always: { low: 1, likely: 2, high: 3 } } }", 2, /reason/],
    [
      "numbers that are not in order",
      "effort: { records: { postgres.translate.always: { low: 5, likely: 2, high: 3, reason: x } } }",
      2,
      /low must not be above likely/,
    ],
    [
      "a record that does not exist",
      "effort: { records: { postgres.translte.always: { low: 1, likely: 2, high: 3, reason: x } } }",
      0,
      /EX0003.*\n.*\n.*Did you mean `postgres.translate.always`/,
    ],
    ["a model that is not there", "effort: { model: none.json }", 2, /none.json/],
    ["a model of another form", "effort: { model: exeat.yaml }", 2, /EX0008.*no JSON/s],
  ])("%s is said", async (_, text, code, says) => {
    const ran = await withFacts(`${text}\n`);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(says);
  });

  test("a whole file of the same form takes the place of the model", async () => {
    const model = JSON.parse(readFileSync(new URL("../../assessment/effort.json", import.meta.url), "utf8"));
    writeFileSync(join(folder, "ours.json"), JSON.stringify({ ...model, crossCutting: [] }));
    const { code, out } = await withFacts("effort: { model: ours.json }\n");
    expect(code).toBe(0);
    const phases = Assessment.parse(JSON.parse(out)).workItems.map((w) => w.component);
    expect(phases).not.toContain("cross-cutting");
  });
});
