import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { CountryCode } from "../../assessment/countries.ts";
import rules from "../../assessment/egress-rules.json" with { type: "json" };
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const file = join(folder, "exeat.yaml");
const assess = (facts: string) => {
  writeFileSync(file, facts);
  return exeat(["assess", SHOP, "--to", "ovh", "--facts", file, "--format", "json"]);
};

describe("a name in the facts that is of nothing is said, with what was meant:", () => {
  test.each<[what: string, facts: string, line: number, says: string]>([
    ["a wait", "leadTimes: { quotas: 5 }", 1, "`quotas` is no wait of the effort model. Did you mean `quota`?"],
    ["a wait like none", "leadTimes:\n  holiday: 5", 2, "`holiday` is no wait of the effort model. Known waits: "],
    ["a count", "counts: { sites: 2 }", 1, "`sites` is no count of the effort model. Did you mean `site`?"],
    [
      "a dependency",
      "dependencies: { identiy: source }",
      1,
      "`identiy` is no dependency that an exit is asked for. Did you mean `identity`?",
    ],
    [
      "a condition",
      'components:\n  "aws_db*":\n    conditions: { "size > 1TB": true }',
      3,
      "`size > 1TB` is no condition of the effort model. Did you mean `size > 1 TB`?",
    ],
    [
      "a condition like none",
      'components: { "*": { conditions: { fine: true } } }',
      1,
      "`fine` is no condition of the effort model. What `exeat facts init` writes has those that nobody knows yet.",
    ],
    [
      "a unit",
      'components:\n  "aws_db*":\n    units: { rutine: 40 }',
      3,
      "`rutine` is no unit of the effort model. Did you mean `routine`?",
    ],
    ["a factor", "factors: { testss: some }", 1, "`testss` is no factor of the effort model. Did you mean `tests`?"],
    ["a level", "factors: { teams: 4 }", 1, "`4` is no level of the factor teams. Known levels: `1`, `3` or `10`."],
  ])("%s", async (_, facts, line, says) => {
    const { code, err } = await assess(`${facts}\n`);
    expect(code).toBe(0);
    expect(err.match(/EX0003/g)).toHaveLength(1);
    expect(err).toContain(`warning[EX0003]: A stated fact belongs to nothing\n  at ${file}:${line}\n  ${says}`);
  });
});

test("where fields belong they are named, in the form in which they are written", async () => {
  const { code, err } = await assess("prices:\n  rates: { USD: 0.86 }\n");
  expect(code).toBe(2);
  expect(err).toContain(
    "`prices.rates.USD` is the number 0.86. Write its fields, as in `USD: { rate: …, date: YYYY-MM-DD }`.",
  );
});

test("what the facts may name is heard without a warning", async () => {
  const facts = [
    "leadTimes: { quota: 5, pentest-slot: true, dns-ttl: false }",
    "counts: { deployable: 3, engineer: 2, interconnect: 1, wave: 2 }",
    "dependencies: { state: source, images: elsewhere }",
    'components: { "aws_db*": { conditions: { stateful: true } } }',
  ];
  expect((await assess(`${facts.join("\n")}\n`)).err).not.toContain("EX0003");
});

test("a name that two roots have is refused with both; with its root, or for all, it is heard", async () => {
  const roots = join(folder, "roots");
  for (const name of ["dev", "prod"]) {
    mkdirSync(join(roots, name), { recursive: true });
    writeFileSync(join(roots, name, "main.tf"), 'terraform {\n  backend "s3" {}\n}\nresource "aws_s3_bucket" "a" {}\n');
  }
  const of = async (name: string) => {
    writeFileSync(file, `components:\n  "${name}": { gib: 900 }\n`);
    const { code, out, err } = await exeat(["assess", roots, "--to", "ovh", "--facts", file, "--format", "json"]);
    return { code, err, gib: code === 0 ? Assessment.parse(JSON.parse(out)).data.moves.map((m) => m.gib) : [] };
  };
  const bare = await of("aws_s3_bucket.a");
  expect(bare.code).toBe(2);
  expect(bare.err).toContain(
    `error[EX0361]: A name is of several roots\n  at ${file}:2\n  \`aws_s3_bucket.a\` stands for \`dev:aws_s3_bucket.a\`, \`prod:aws_s3_bucket.a\`.`,
  );
  expect((await of("prod:aws_s3_bucket.a")).gib).toEqual([null, 900]);
  expect((await of("*:aws_s3_bucket.a")).gib).toEqual([900, 900]);
});

test.each([
  ["internet-hosts", "Did you mean `internet-host`?"],
  ["carrier pigeon", "Known links: `vpn-tunnel`, `internet-host` or `fleet`."],
])("a link that is not known is refused: without a rate no transfer would take any time (%s)", async (link, says) => {
  const { code, out, err } = await assess(`environments: 1\nlink: ${link}\n`);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(
    `error[EX0362]: A stated name is not known\n  at ${file}:2\n  \`${link}\` is no link of the effort model, and without its rate no transfer would take any time. ${says}`,
  );
});

test.each([
  ["DBA", "Did you mean `dba`?"],
  ["alice@example.org", "Known roles: `dba`, `developer`, `network`, `platform` or `security`."],
])("a role that no work is of is refused, and shows in no report: %s", async (role, says) => {
  const { code, out, err } = await assess(`team:\n  roles:\n    "${role}": 1\n`);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`  at ${file}:3\n  \`${role}\` is no role of the effort model. ${says}`);
  expect((await assess("team: { roles: { dba: 1, platform: 2 } }\n")).code).toBe(0);
});

test("a stated rate at which no copy would end is refused", async () => {
  const of = (low: string) =>
    assess(
      `effort:\n  records:\n    dataMovement.internet-host: { low: ${low}, likely: 40, high: 90, reason: "measured" }\n`,
    );
  const { code, err } = await of("0");
  expect(code).toBe(2);
  expect(err).toContain(
    `error[EX0363]: A stated rate moves nothing\n  at ${file}:3\n  \`dataMovement.internet-host\` is in MB per second, and at its \`low\` no copy would end: write at least 0.001.`,
  );
  expect((await of("30")).code).toBe(0);
});

test("a level named by a number needs no quotes", async () => {
  const effort = async (facts: string) => Assessment.parse(JSON.parse((await assess(facts)).out)).effort.p50;
  const [plain, quoted, alone] = [
    await effort("factors: { teams: 3 }\n"),
    await effort('factors: { teams: "3" }\n'),
    await effort("environments: 1\n"),
  ];
  expect(plain).toBe(quoted);
  expect(plain).not.toBe(alone);
});

test("every country of the rules on egress may be stated, and others of the world", () => {
  const all = [...rules.flatMap((rule) => rule.countries), "CH", "GB", "NO", "US", "TW", "NC"];
  expect(all.filter((code) => !CountryCode.safeParse(code).success)).toEqual([]);
});

test("the largest and smallest facts that are taken end in figures, and not in a date that does not exist", async () => {
  const ends = async (facts: string) => {
    const { code, out, err } = await assess(facts);
    expect([code, err]).toEqual([0, expect.not.stringContaining("EX0507")]);
    return Assessment.parse(JSON.parse(out));
  };
  const much = "gib: 1e9, objects: 1e13, changedGibPerDay: 1e9, storedRoutines: 1000000";
  const most = await ends(
    `team: { people: 0.1, availability: 0.01 }\nenvironments: 1000\ncountry: FR\ncalibration: { cases: 1, median: 100, sdLn: 3 }\ncomponents: { "*": { ${much} } }\n`,
  );
  expect(Number.isFinite(most.time.p95)).toBe(true);
  const least = await ends("environments: 1\ncalibration: { cases: 1, median: 0.01, sdLn: 3 }\n");
  expect(least.effort.p95).toBeGreaterThan(0);
});

describe("a value that is not allowed says what to write:", () => {
  test.each([
    ["leadTimes: { quota: yes }", '`leadTimes.quota` is "yes". Write true, false or a number of days up to 36500.'],
    ["country: fr", '`country` is "fr". Write two capital letters, as `FR`.'],
    [
      'components: { "*": { gib: 1e12 } }',
      "`components.*.gib` is the number 1000000000000. Write at most 1000000000: it is in GiB, not in bytes.",
    ],
    [
      "environments: 10000000",
      "`environments` is the number 10000000. Write at most 1000: it is a number of environments.",
    ],
    [
      "calibration: { cases: 1, median: 1.1, sdLn: 20 }",
      "`calibration.sdLn` is the number 20. Write at most 3: it is the standard deviation of a logarithm.",
    ],
    [
      "calibration: { cases: 1, median: 0.000001, sdLn: 1 }",
      "`calibration.median` is the number 0.000001. Write at least 0.01: it is a factor on the effort, 0.01 to 100.",
    ],
    [
      "team: { availability: 50 }",
      "`team.availability` is the number 50. Write at most 1: it is a share of people's time, 0.01 to 1.",
    ],
    [
      'effort: { records: { lossClasses.accept: { low: 1, likely: 2, high: 1e300, reason: "x" } } }',
      "`effort.records.lossClasses.accept` is a group of fields. Write at most 1000000: it is in hours, days, MB per second, or a factor.",
    ],
    ["team: { people: -1 }", "`team.people` is the number -1. Write at least 0.1: it is a number of people."],
    ['components: { "*": { gib: -1 } }', "`components.*.gib` is the number -1. Write a number of at least 0."],
    ["country: EL", '`country` is "EL". Write `GR`: in ISO 3166 that is Greece.'],
    ["country: UK", '`country` is "UK". Write `GB`: in ISO 3166 that is the United Kingdom.'],
    [
      "country: EU",
      '`country` is "EU". Write the country in which the customer is established, as `FR`: the Union is none.',
    ],
    ["country: RE", '`country` is "RE". Write `FR`: the law of the Union holds there as a part of it.'],
    ["country: ZZ", '`country` is "ZZ". Write a country of ISO 3166, as `FR`.'],
    ["prices: { currency: eur }", '`prices.currency` is "eur". Write three capital letters, as `EUR`.'],
    [
      "prices: { rates: { usd: { rate: 1, date: 2026-11-20 } } }",
      "`prices.rates.usd` has a name that does not fit. Write three capital letters, as `EUR`.",
    ],
    [
      "prices: { rates: { USD: { rate: 1, date: today } } }",
      '`prices.rates.USD.date` is "today". Write a day as YYYY-MM-DD.',
    ],
    ["factors: { teams: [3] }", "`factors.teams` is a list. Write the name of a level."],
  ])("%s", async (facts, says) => {
    const { code, out, err } = await assess(`${facts}\n`);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`\n  ${says}\n`);
  });
});
