import { beforeAll, describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { Reading, readingLaws, refinement } from "../../laws/index.ts";
import { aws } from "../../providers/aws/index.ts";
import { knowledgeOf } from "../../providers/import-knowledge.ts";
import type { Estate } from "../../providers/native.ts";
import type { Survey } from "../../providers/survey.ts";
import { takeSurvey } from "../../providers/take-survey.ts";

/** Planned and applied by the real provider; see the README there. */
const REAL = "test/fixtures/real";
const PLANNED = ["plan.json", "plan-noop.json"];
const STATES = ["state.tfstate.json", "show.json"];
const JSON_FORMS = [...PLANNED, ...STATES];

const read = (path: string) => readEstate([path], { files: nodeFiles(), knowledge: knowledgeOf([aws]) });
const natives = (estate: Estate) => estate.roots.flatMap((root) => root.natives);
const managed = (estate: Estate) =>
  natives(estate)
    .filter((n) => n.mode === "managed")
    .map((n) => n.address)
    .sort();

let code: Estate;
let known: Survey;
beforeAll(async () => {
  code = await read(REAL);
  known = takeSurvey(code, aws);
});

describe("an estate that the real provider planned and applied", () => {
  test("is read from code alone: three buckets, a database, its network, and nothing left unknown", () => {
    expect(code.complete).toBe(true);
    expect(known.components.map((c) => [c.kind, c.id])).toEqual([
      ["sql-database", ".:aws_db_instance.records"],
      ["object-bucket", ".:aws_s3_bucket.uploads"],
      ["network", ".:aws_vpc.main"],
      ["object-bucket", '.:module.archive["invoices"].aws_s3_bucket.this'],
      ["object-bucket", '.:module.archive["scans"].aws_s3_bucket.this'],
    ]);
    expect(known.counts).toMatchObject({ natives: 25, recognised: 23, foreign: 1, elsewhere: 1, unknown: 0 });
    expect(known.components.flatMap((c) => [...c.coarsened, ...c.holes])).toEqual([]);
  });

  test.each(JSON_FORMS)("%s has the same managed addresses, in the same counts", async (file) => {
    const estate = await read(`${REAL}/${file}`);
    expect(estate.complete).toBe(true);
    expect(managed(estate)).toEqual(managed(code));
    expect(takeSurvey(estate, aws).counts).toEqual({
      ...known.counts,
      holes: 0,
    });
  });

  test.each(JSON_FORMS)("no secret of %s is left in what was read", async (file) => {
    const estate = await read(`${REAL}/${file}`);
    expect(JSON.stringify(estate)).not.toContain("not-a-real-password");
  });
});

describe("law 11: forms refine each other", () => {
  test.each([
    [".", "plan.json"],
    [".", "plan-noop.json"],
    [".", "state.tfstate.json"],
    ["plan.json", "plan-noop.json"],
    ["plan-noop.json", "state.tfstate.json"],
    ["plan-noop.json", "show.json"],
    ["show.json", "state.tfstate.json"],
  ])("%s says nothing that %s contradicts", async (less, more) => {
    const [a, b] = await Promise.all(
      [less, more].map(async (form) => takeSurvey(await read(form === "." ? REAL : `${REAL}/${form}`), aws)),
    );
    expect(a!.components.length).toBeGreaterThan(0);
    expect(refinement.check({ title: `${less} ${more}`, less: a!, more: b! })).toEqual([]);
  });
});

// Laws 1 and 7 change every leaf in turn, which takes minutes here; they have smaller fixtures.
const laws = readingLaws.filter((law) => ![1, 7].includes(law.number));

describe("laws of estates nobody here wrote", () => {
  test("are at least those of claims and of the way home", () => {
    expect(laws.map((law) => law.number)).toEqual(expect.arrayContaining([2, 14]));
  });

  test.each([REAL, ...JSON_FORMS.map((f) => `${REAL}/${f}`)])("%s", async (path) => {
    const reading = new Reading(path, aws, natives(await read(path)));
    expect(laws.flatMap((law) => law.check(reading))).toEqual([]);
  });
});
