import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import { matrixOf } from "../../assessment/matrix.ts";
import { clouds } from "../../providers/index.ts";
import { Unknown } from "../../providers/native.ts";
import type { Qualification } from "../../providers/provider.ts";
import { qualificationId, qualificationsOf } from "../../providers/qualification.ts";
import type { Translation } from "../../providers/survey.ts";
import { Anonymiser } from "../../report/anonymise.ts";
import { exitReportHtml } from "../../report/html/exit-report-html.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, database, intact, native } from "./estate.ts";

const citation = { source: "https://example.org/list", date: "2026-01-01" };
const onBuckets: Qualification = {
  name: "Trust Mark 2",
  scope: "buckets",
  types: ["here_bucket", "here_bucket_acl"],
  expires: "2026-11-24",
  citation,
};
const onDatabases: Qualification = { ...onBuckets, scope: "databases", types: ["here_database"] };
const made = (...natives: Translation["natives"]): Translation => ({ ...intact, natives });
const components = [bucket("assets"), bucket("logs"), database("orders")];
const [assets, logs, orders] = components.map((c) => c.id) as [string, string, string];
const translations = {
  [assets]: made(native("here_bucket", "a"), native("here_bucket_acl", "a")),
  [logs]: made(native("here_bucket", "b"), native("here_alarm", "b")),
  [orders]: made(native("here_database", "c")),
};

function input(qualifications: readonly Qualification[], more: Partial<AssessInput> = {}): AssessInput {
  const parts = assessInput({ components, translations, foreign: [native("aws_iam_role", "app")] });
  const jurisdiction = { ...parts.target.jurisdiction, qualifications };
  return { ...parts, target: { ...parts.target, jurisdiction }, requirements: ["trust-mark-2"], ...more };
}
const required = (q: readonly Qualification[], more?: Partial<AssessInput>) =>
  assess(input(q, more)).requirements[0] as ReturnType<typeof assess>["requirements"][number];
/** Of the one bucket that has nothing else. */
const verdict = (q: Partial<Qualification>, more?: Partial<AssessInput>) => {
  const found = required([{ ...onBuckets, ...q }], more).components.find((c) => c.component === assets);
  return [found?.verdict, found?.why.join("; ")];
};
const dated = (catalogue: string): Partial<AssessInput> => ({ tool: { version: "0.0.0", catalogue } });

describe("a qualification that is required", () => {
  test("one native without it, and the component does not comply and is specific, with a reason", () => {
    const result = assess(input([onBuckets]));
    expect(result.requirements).toMatchObject([{ qualification: "trust-mark-2", complies: 1, mayComply: 0, of: 3 }]);
    expect(result.components.map((c) => [c.id, c.fit, c.unqualified])).toEqual([
      [orders, "specific", ["trust-mark-2"]],
      [assets, "core", undefined],
      [logs, "specific", ["trust-mark-2"]],
    ]);
    const found = result.requirements[0]?.components.find((c) => c.component === logs);
    expect(found).toEqual({
      ...{ component: logs, verdict: "does-not", types: ["here_alarm"], why: ["it covers buckets"] },
    });
  });

  test("natives may have it from different records, each with its own scope", () => {
    expect(required([onBuckets, onDatabases])).toMatchObject({ complies: 2, of: 3 });
  });

  test("counts on its last day, and not on the next", () => {
    expect(verdict({}, dated("2026-11-24"))[0]).toBe("complies");
    expect(verdict({}, dated("2026-11-25"))).toEqual(["does-not", "it ended on 2026-11-24"]);
  });

  test("of two records on one type the one that still holds counts, in whatever order they stand", () => {
    const ended = { ...onBuckets, expires: "2020-01-01" };
    for (const records of [
      [ended, onBuckets],
      [onBuckets, ended],
    ])
      expect(required(records).complies).toBe(1);
  });

  test("holds in its regions only, however they are written", () => {
    expect(verdict({ regions: ["FR-PAR"] })[0]).toBe("complies");
    expect(verdict({ regions: ["fr-par"] }, { region: "nl-ams" })).toEqual(["does-not", "it holds in fr-par only"]);
  });

  test("what decides and is not known neither complies nor fails: a last day, a contract, a value", () => {
    expect(verdict({ expires: null })).toEqual(["may-comply", "until when it holds is not known"]);
    expect(verdict({ asks: "a contract" })).toEqual(["may-comply", "it asks for a contract"]);
    const found = required([{ ...onBuckets, expires: null }]);
    expect(found).toMatchObject({ complies: 0, mayComply: 1 });
    expect(assess(input([{ ...onBuckets, expires: null }])).components.every((c) => c.fit === "specific")).toBe(true);
  });

  test("what it asks of natives is read in them, and a value nobody knows leaves it open", () => {
    const when = { "here_bucket.rule": "absent" } as const;
    const ruled = (rule: true | Unknown) => ({
      translations: new Map(
        Object.entries({ ...translations, [assets]: made(native("here_bucket", "a", { open: rule, rule })) }),
      ),
    });
    expect(verdict({ when })[0]).toBe("complies");
    expect(verdict({ when }, ruled(true))).toEqual(["does-not", "it does not hold for this here_bucket.rule"]);
    const open = { "here_bucket.open": true } as const;
    expect(verdict({ when: open }, ruled(new Unknown("var.open")))).toEqual([
      "may-comply",
      "here_bucket.open is not known",
    ]);
  });

  test("a value that was guessed in place of a hole proves nothing", () => {
    const { survey } = input([]);
    const holes = [{ path: "versioning", expression: "var.v", at: { file: "main.tf" } }];
    const holed = { survey: { ...survey, components: survey.components.map((c) => ({ ...c, holes })) } };
    expect(verdict({}, holed)[0]).toBe("complies");
    expect(verdict({ when: { "here_bucket.rule": "absent" } }, holed)[0]).toBe("may-comply");
  });

  test("what the target does not have, or what nothing is written for, does not comply", () => {
    const none = { ...intact, unsupported: { why: "none", substitute: null } };
    const without = new Map(Object.entries({ ...translations, [assets]: none, [logs]: intact }));
    const why = required([onBuckets], { translations: without }).components.map((c) => [c.component, c.why.join()]);
    expect(why).toContainEqual([assets, "Scaleway has no object-bucket"]);
    expect(why).toContainEqual([logs, "nothing is written for it at Scaleway"]);
    const lookedUp = made({ ...native("here_bucket", "a"), mode: "data" });
    const looked = new Map(Object.entries({ ...translations, [assets]: lookedUp }));
    expect(required([onBuckets], { translations: looked }).complies).toBe(0);
  });

  test("where nothing is on record, nobody knows, and nothing complies; what none requires is not in the result", () => {
    expect(verdict({ name: "Other" })).toEqual(["may-comply", "nothing is on record of it at Scaleway: ask there"]);
    expect(required([{ ...onBuckets, name: "Other" }])).toMatchObject({ complies: 0, mayComply: 3, of: 3 });
    expect(verdict({ types: [] })).toEqual(["does-not", "it covers buckets"]);
    const result = assess({ ...input([onBuckets]), requirements: [] });
    expect(result.requirements).toEqual([]);
    expect(result.components.some((c) => c.fit === "specific")).toBe(false);
  });

  test("what a qualified service takes instead is not known, and the effort says so instead of changing", () => {
    const [asked, plain] = [assess(input([onBuckets])), assess({ ...input([onBuckets]), requirements: [] })];
    expect(asked.effort).toEqual(plain.effort);
    expect(asked.unknowns[0]?.what).toBe("What 2 of 3 components take on a service qualified for trust-mark-2");
    expect(asked.unknowns.slice(1)).toEqual(plain.unknowns);
    const all = { ...onBuckets, types: ["here_bucket", "here_bucket_acl", "here_alarm", "here_database"] };
    expect(assess(input([all])).unknowns).toEqual(plain.unknowns);
  });

  test("the first page says how many comply, before every number, and what is not counted", () => {
    for (const format of ["text", "markdown"] as const) {
      const { output } = reporters.assessment[format](assess(input([onBuckets])), { color: false });
      const says = output.indexOf("1 of 3 components would run on a service qualified for trust");
      expect([format, says > 0, says < output.search(/P10/)]).toEqual([format, true, true]);
      expect(output).toMatch(/1 resource of no component/);
      expect(output).toMatch(/not qualified, here\\?_alarm(: it covers buckets| \(it covers buckets\))/);
    }
    const open = reporters.assessment.text(assess(input([{ ...onBuckets, expires: null }])), { color: false });
    expect(open.output).toContain("; 1 more may, what decides is not known");
  });

  test("the matrix says it once per target", () => {
    const results = (["planned-exit", "bouton-rouge"] as const).map((scenario) =>
      assess({ ...input([onBuckets]), scenario }),
    );
    const matrix = matrixOf(results as [(typeof results)[0]]);
    expect(matrix.requirements).toEqual([
      { target: "scaleway", qualification: "trust-mark-2", complies: 1, mayComply: 0, of: 3 },
    ]);
    expect(matrix.rows.map((r) => r.specific)).toEqual([2, 2]);
    expect(reporters.matrix.markdown(matrix, { color: false }).output).toContain("scaleway: 1 of 3 components");
  });
});

describe("what a target offers", () => {
  const offered = (q: readonly Qualification[], id: string, more?: Partial<AssessInput>) =>
    assess({ ...input(q, more), requirements: [] }).components.find((c) => c.id === id)?.becomes;

  test("is named by native type, with what each is qualified for, whether or not anything is required", () => {
    const open = { ...onDatabases, expires: null };
    expect(offered([onBuckets, open], logs)).toEqual([
      { type: "here_alarm", count: 1, qualified: [], mayBeQualified: [] },
      { type: "here_bucket", count: 1, qualified: ["trust-mark-2"], mayBeQualified: [] },
    ]);
    expect(offered([onBuckets, open], orders)).toEqual([
      { type: "here_database", count: 1, qualified: [], mayBeQualified: ["trust-mark-2"] },
    ]);
  });

  test("a type is qualified only when each of its resources is; what is only looked up is not offered", () => {
    const two = [native("here_bucket", "a"), { ...native("here_bucket", "z", { rule: true }) }] as const;
    const looked = { ...native("here_alarm", "x"), mode: "data" as const };
    const more = { translations: new Map(Object.entries({ ...translations, [assets]: made(...two, looked) })) };
    expect(offered([onBuckets], assets, more)).toEqual([
      { type: "here_bucket", count: 2, qualified: ["trust-mark-2"], mayBeQualified: [] },
    ]);
    const ruled = { ...onBuckets, when: { "here_bucket.rule": "absent" } as const };
    expect(offered([ruled], assets, more)?.[0]?.qualified).toEqual([]);
  });

  test("stands beside who controls both sides and where it would run; a region nobody recorded is unknown", () => {
    const { jurisdiction } = assess(input([onBuckets], { region: "eu-west-3" }));
    expect(jurisdiction.source.controlledFrom).toBe("US");
    expect(jurisdiction.target.region).toEqual({ place: "Paris", country: "FR", zones: 3 });
    expect(jurisdiction.target.qualifications).toEqual([
      {
        ...{ id: "trust-mark-2", name: "Trust Mark 2", scope: "buckets", types: onBuckets.types },
        expires: "2026-11-24",
        citation,
      },
    ]);
    expect(assess(input([], { region: "nowhere-1" })).jurisdiction.target.region).toBeNull();
  });

  test("in the page stands beside what the other targets offer", () => {
    const at = (q: readonly Qualification[]) => assess({ ...input(q), requirements: [] });
    const { output } = exitReportHtml({ formatVersion: 1, assessments: [at([onBuckets]), at([])] }, { color: false });
    const section = output.slice(output.indexOf('<section id="alternatives"'), output.indexOf('<section id="levers"'));
    expect(section).toMatch(/1\u00a0× <code>here_<wbr>bucket<\/code>.*qualified for Trust Mark 2/);
    expect(section).toContain("Nothing at this target is on record as qualified.");
    expect(section).toContain("United States");
  });

  test("hides the names of an estate, and nothing else, when the report is shared", () => {
    const { requirements } = new Anonymiser(["."], [], () => true).assessment(assess(input([onBuckets])));
    expect(JSON.stringify(requirements)).not.toContain("orders");
    expect(requirements).toMatchObject([{ complies: 1, of: 3 }]);
  });
});

describe("what is on record", () => {
  test("no cloud is qualified whole: what no resource of the providers is covered by names no type", () => {
    const named = Object.values(clouds).flatMap((c) =>
      c.jurisdiction.qualifications.map((q) => [c.id, q.name, q.types.length > 0]),
    );
    expect(named).toEqual([
      ["aws", "SecNumCloud", false],
      ["ovh", "SecNumCloud", false],
      ["ovh", "SecNumCloud", false],
      ["scaleway", "SecNumCloud", false],
      ["scaleway", "HDS", true],
      ["scaleway", "HDS", true],
    ]);
  });

  test("has ids that a command line takes", () => {
    expect(qualificationId("Trust Mark 2")).toBe("trust-mark-2");
    expect([...qualificationsOf(Object.values(clouds))].sort()).toEqual([
      ["hds", "HDS"],
      ["secnumcloud", "SecNumCloud"],
    ]);
  });
});
