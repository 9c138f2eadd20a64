import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { type AssessInput, Assessment } from "../../assessment/assessment.ts";
import { holds, judgedConditions } from "../../assessment/conditions.ts";
import { type EffortModel, effortModel } from "../../assessment/effort-model.ts";
import type { Range } from "../../assessment/result.ts";
import { assessInput, bucket, database, intact, losing, manyOf, native, type Parts, shop } from "./estate.ts";

const effort = (parts: Parts) => assess(assessInput(parts)).effort;

describe("an assessment", () => {
  test("is what its schema says, and the same bytes twice", () => {
    const once = assess(shop());
    expect(Assessment.parse(once)).toEqual(once);
    expect(JSON.stringify(assess(shop()))).toBe(JSON.stringify(once));
  });

  test("is labelled uncalibrated, and its percentiles are in order", () => {
    const { effort: e, time: t } = assess(shop());
    expect(e.calibrated).toBe(false);
    for (const p of [e, t]) {
      expect([p.p10, p.p50, p.p80, p.p95]).toEqual([p.p10, p.p50, p.p80, p.p95].sort((a, b) => a - b));
    }
  });

  test("says that what stood in several regions will stand in one", () => {
    const said = (...regions: readonly string[]) => {
      const input = shop();
      const components = input.survey.components.map((c, i) => ({ ...c, region: regions[i] ?? "eu-west-3" }));
      const { diagnostics } = assess({ ...input, survey: { ...input.survey, components } });
      return diagnostics.filter((d) => d.code === "EX0322").map((d) => d.detail.split(":")[0]);
    };
    expect(said()).toEqual([]);
    expect(said("eu-west-1")).toEqual([
      "Components stand in eu-west-1, eu-west-3, and all of them go to Scaleway fr-par",
    ]);
  });

  test("prints the bound of a quantity that nobody knows", () => {
    const input = shop();
    const components = input.survey.components.map((c) =>
      c.kind === "sql-database"
        ? { ...c, holes: [{ path: "storageGiB", expression: "var.size", at: { file: "main.tf", line: 1 } }] }
        : c,
    );
    const { unknowns } = assess({ ...input, survey: { ...input.survey, components } });
    expect(unknowns).toContainEqual({
      what: "storageGiB of .:aws_db_instance.orders",
      dependsOn: "the value it is given",
      assumed: "no more than the largest that the target offers",
    });
  });

  test("charges each native once: as a component, as foreign, or as unknown", () => {
    const subjects = new Set(assess(shop()).workItems.map((w) => w.component));
    expect([...subjects].sort()).toEqual([
      ".:aws_db_instance.orders",
      ".:aws_s3_bucket.assets",
      "cross-cutting",
      "foreign:ml",
      "foreign:serviceAccount",
      "unknown:aws_quantum_thing",
      "unknown:module",
    ]);
  });

  test("of an empty estate has no component and says what programme cost remains", () => {
    const empty = assess(assessInput({}));
    expect(empty.components).toEqual([]);
    expect(new Set(empty.workItems.map((w) => w.component))).toEqual(new Set(["cross-cutting"]));
    expect(empty.effort.p80).toBeGreaterThan(0);
  });

  test("says every work item's source and confidence", () => {
    for (const item of assess(shop()).workItems) {
      expect(item.citation.kind).toMatch(/measured|published|judgement/);
      expect(item.hours.low).toBeLessThanOrEqual(item.hours.likely);
      expect(item.hours.likely).toBeLessThanOrEqual(item.hours.high);
    }
  });

  test("where nothing is spread, work items times their multipliers are the P50: nothing that multiplies them is left out", () => {
    const median = (value: unknown): unknown => {
      if (Array.isArray(value))
        return value.length === 3 && value.every(Number.isFinite) ? value.map(() => value[1]) : value.map(median);
      if (typeof value !== "object" || value === null) return value;
      const { low, likely, high } = value as Partial<Range>;
      if (low !== undefined && likely !== undefined && high !== undefined)
        return { ...value, low: likely, high: likely };
      return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, median(inside)]));
    };
    const even = median(effortModel) as EffortModel;
    const model = {
      ...even,
      model: { ...even.model, sharedFactor: { median: 1, sdLn: 0 }, tail: { ...even.model.tail, probability: 0 } },
    };
    // Nothing unknown: what it may be is spread by itself.
    const estate = {
      components: [bucket("a"), bucket("b"), database("orders")],
      translations: { ".:aws_db_instance.orders": losing("pointInTimeRecovery", "degrades") },
      foreign: [native("aws_iam_role", "r")],
    };
    for (const facts of [
      {},
      { team: { people: 2 } },
      { team: { people: 9, teams: 3 }, factors: { regulated: "regulated", tests: "none", criticality: "vital" } },
    ]) {
      const { workItems, effort } = assess({ ...assessInput({ ...estate, facts }), model });
      const hours = workItems.reduce((sum, w) => sum + w.hours.likely * w.multiplier.upper, 0);
      // Percentiles are rounded to a tenth of a day.
      expect(Math.abs(hours / model.model.hoursPerPersonDay - effort.p50)).toBeLessThan(0.08);
    }
  });

  test("never prints an unknown size or price as 0", () => {
    const { data, cost } = assess(shop());
    expect(data.moves.map((m) => [m.gib, m.hours, m.dependsOn])).toEqual([
      [null, null, "components..:aws_s3_bucket.assets in exeat.yaml: gib, objects, changedGibPerDay"],
      [null, null, "components..:aws_db_instance.orders in exeat.yaml: gib"],
      [...[null, null], "components..:aws_quantum_thing.q in exeat.yaml: gib; and what replaces it at the target"],
    ]);
    expect(cost.monthly.target.amounts).toEqual([]);
    expect(cost.oneOff.egress?.amounts).toEqual([]);
    expect(cost.unpriced.length).toBeGreaterThan(0);
  });

  test("levers are sorted by what they save at P80, and each saves something", () => {
    const saved = assess(shop()).levers.map((l) => l.saves.p80);
    expect(saved.length).toBeGreaterThan(2);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    expect(saved.every((s) => s > 0)).toBe(true);
  });
});

describe("what is not known widens and never shrinks", () => {
  const known = { components: [bucket("a", { versioning: true }), database("b")] };

  test("a known value that becomes a hole never lowers P80 and never raises P10", () => {
    for (const versioning of [true, false]) {
      const before = effort({ components: [bucket("a", { versioning })] });
      const hole = { path: "versioning", expression: "var.versioning", at: { file: "main.tf" } };
      const after = effort({ components: [{ ...bucket("a"), holes: [hole] }] });
      expect(after.p80).toBeGreaterThanOrEqual(before.p80);
      expect(after.p10).toBeLessThanOrEqual(before.p10);
    }
  });

  test("a component that becomes an unknown type never lowers P80", () => {
    for (const component of known.components) {
      const before = effort({ components: [component] });
      const after = effort({ unknown: [native("aws_quantum_thing", "q")] });
      expect(after.p80).toBeGreaterThanOrEqual(before.p80);
    }
  });

  test("a fact that is missing never gives less than any fact that could be stated", () => {
    const asked = effort(known).p80;
    for (const gib of [0, 10, 1_000, 20_000]) {
      const facts = {
        components: { "aws_s3_bucket.a": { gib, objects: gib }, "aws_db_instance.b": { gib, maxDowntimeHours: 1 } },
      };
      expect(asked).toBeGreaterThanOrEqual(effort({ ...known, facts }).p80);
    }
  });

  test("a loss that only may be costs nothing at P10 and all of it above", () => {
    const with_ = (verdict: "lost" | "depends") =>
      effort({ components: [bucket("a")], translations: { ".:aws_s3_bucket.a": losing("cors", "degrades", verdict) } });
    const without = effort({ components: [bucket("a")] });
    expect(with_("depends").p10).toBe(without.p10);
    expect(with_("depends").p80).toBe(with_("lost").p80);
    expect(with_("lost").p80).toBeGreaterThan(without.p80);
  });

  test("a collection of unknown length counts one at P10 and more above", () => {
    const one = effort({ components: [bucket("a")] });
    const many = effort({ components: [manyOf(bucket("a"))] });
    expect(many.p10).toBe(one.p10);
    expect(many.p80).toBeGreaterThan(one.p80);
  });
});

describe("more work costs more", () => {
  test("a component more never lowers effort, alike or not", () => {
    const components = [bucket("a"), database("b"), bucket("c"), bucket("d", { cors: [] }), database("e", { port: 1 })];
    let before = effort({});
    for (let n = 1; n <= components.length; n++) {
      const after = effort({ components: components.slice(0, n) });
      expect(after.p10).toBeGreaterThanOrEqual(before.p10);
      expect(after.p80).toBeGreaterThan(before.p80);
      before = after;
    }
  });

  test("foreign types are charged per resource, and parts of something outside as one of it", () => {
    const role = native("aws_iam_role", "r");
    const attachment = native("aws_iam_role_policy_attachment", "a");
    const one = effort({ foreign: [attachment] });
    expect(one.p50).toBeGreaterThan(effort({}).p50);
    expect(effort({ foreign: [role] }).p50).toBeGreaterThanOrEqual(one.p50);
    expect(effort({ foreign: [role, attachment] }).p50).toBe(effort({ foreign: [role] }).p50);
    expect(effort({ foreign: [role, native("aws_iam_role", "s")] }).p50).toBeGreaterThan(one.p50);
  });

  test("parts of a service that a class prices add nothing beside it, and alone cost less than an unknown type", () => {
    const cluster = native("aws_neptune_cluster", "c");
    const part = native("aws_neptune_parameter_group", "p");
    const whole = effort({ foreign: [cluster] });
    const alone = effort({ foreign: [part] });
    expect(effort({ foreign: [cluster, part] })).toMatchObject({ p10: whole.p10, p50: whole.p50, p80: whole.p80 });
    expect(alone.p50).toBeGreaterThan(effort({}).p50);
    expect(alone.p80).toBeLessThan(whole.p80);
    expect(alone.p80).toBeLessThan(effort({ unknown: [part] }).p80);
  });

  test("a residue leaf of a native that two components share is charged once", () => {
    const leaf = {
      address: "aws_db_parameter_group.p",
      root: ".",
      type: "aws_db_parameter_group",
      path: "x",
      class: "workaround" as const,
      place: "x",
    };
    const both = [database("a"), database("b")].map((c) => ({ ...c, residue: [leaf] }));
    const one = [both[0]!, database("b")];
    expect(effort({ components: both })).toEqual(effort({ components: one }));
  });

  test("a place that has a class is charged once, however many leaves stand in it", () => {
    const leaf = (path: string, place: string) => ({
      ...{ address: "aws_s3_bucket_policy.p", root: ".", type: "aws_s3_bucket_policy", path, place },
      class: "redesign" as const,
    });
    const of = (...residue: ReturnType<typeof leaf>[]) => effort({ components: [{ ...bucket("a"), residue }] });
    const first = leaf("policy.Statement.0.Effect", "policy.Statement");
    expect(of(first, leaf("policy.Statement.0.Action.0", "policy.Statement"))).toEqual(of(first));
    expect(of(first, leaf("policy.Id", "policy")).p80).toBeGreaterThan(of(first).p80);
  });
});

describe("fit", () => {
  const fitOf = (parts: Parts) => assess(assessInput(parts)).components[0]?.fit;
  const id = ".:aws_s3_bucket.a";

  test("is core without a gap above a setting, specific with a loss that blocks, else implementation", () => {
    const components = [bucket("a")];
    expect(fitOf({ components })).toBe("core");
    expect(fitOf({ components, translations: { [id]: losing("cors", "degrades") } })).toBe("implementation");
    expect(fitOf({ components, translations: { [id]: losing("cors", "blocks") } })).toBe("specific");
    expect(
      fitOf({ components, translations: { [id]: { ...intact, unsupported: { why: "none", substitute: null } } } }),
    ).toBe("specific");
  });
});

describe("a stack made from a template", () => {
  const stack = (args: Record<string, string>) =>
    assess(
      assessInput({
        foreign: [native("aws_cloudformation_stack", "files", args)],
        facts: { team: { people: 2, availability: 1 } },
      }),
    );
  const one = stack({ template_body: "Resources: {A: {Type: AWS::S3::Bucket}}" });

  test("costs by what its template makes, less than one of which nobody knows, more with more in it", () => {
    const two = stack({ template_body: "Resources: {A: {Type: AWS::S3::Bucket}, B: {Type: AWS::Acme::Till}}" });
    const elsewhere = stack({ template_url: "https://example.org/x" });
    const hours = (a: Assessment) =>
      a.workItems.filter((w) => w.component === "foreign:templates").reduce((sum, w) => sum + w.hours.high, 0);
    expect(hours(one)).toBeGreaterThan(40);
    expect(hours(two)).toBeGreaterThan(hours(one));
    expect(hours(elsewhere)).toBeGreaterThan(hours(two));
  });

  test("says what is not known of it, and what doing without it saves", () => {
    expect(one.counts).toMatchObject({ foreign: 1, unknown: 0 });
    const [lever] = one.levers.filter((l) => l.addresses.includes("aws_cloudformation_stack.files"));
    expect(lever?.saves.p80).toBeGreaterThan(0);
  });
});

describe("alternatives", () => {
  const table = native("aws_dynamodb_table", "carts");
  const charged = (conditions: Readonly<Record<string, boolean>> = {}) =>
    assess(
      assessInput({ foreign: [table], facts: { components: { "aws_dynamodb_table.carts": { conditions } } } }),
    ).workItems.filter((w) => /wire-compatible|re-modelled/.test(w.driver));

  test("are charged as one or the other: the low of the cheaper, the high of the dearer while nobody knows which", () => {
    const [open, ...more] = charged();
    expect(more).toEqual([]);
    const [wire] = charged({ "wire-compatible store": true });
    const [modelled] = charged({ "re-modelled": true });
    expect(open?.driver).toMatch(/wire-compatible store or re-modelled$/);
    expect(open?.hours).toEqual({ ...modelled?.hours, low: wire?.hours.low });
    expect(open?.hours.high).toBeGreaterThan(3 * (wire?.hours.high ?? Number.NaN));
  });

  test("one that is ruled out leaves the other, and one that is stated rules the other out", () => {
    expect(charged({ "wire-compatible store": false })).toEqual(charged({ "re-modelled": true }));
    expect(charged({ "re-modelled": false })).toEqual(charged({ "wire-compatible store": true }));
    expect(charged({ "wire-compatible store": true })).toHaveLength(1);
  });
});

describe("conditions", () => {
  test("every condition of the effort model has a predicate, and no predicate is for nothing", () => {
    const asked = effortModel.workItems.filter((r) => !r.perLoss).map((r) => r.when);
    expect([...judgedConditions].sort()).toEqual([...new Set(asked)].sort());
  });

  test("every condition of an implemented kind can tell, from code or from what is stated", () => {
    const facts = {
      ...{ gib: 1, objects: 1, maxDowntimeHours: 100, storedRoutines: 0, extensions: [] as string[], archived: false },
    };
    const of = { objectBucket: bucket("a"), postgres: database("a"), mysql: database("a", { engine: "mysql" }) };
    for (const [key, component] of Object.entries(of)) {
      const conditions = effortModel.workItems.filter((r) => r.kind === key && !r.perLoss);
      const input = { component, translation: intact, facts, model: effortModel };
      const open = conditions.filter((r) => holds(r.when, input) === "unknown").map((r) => `${key} ${r.when}`);
      expect(open).toEqual([]);
    }
  });

  test("what is stated of a condition goes before what code shows, and settles what no code shows", () => {
    const component = bucket("a", { versioning: true });
    const stated = { "versions or object lock": false, "overlapping ranges": true };
    const input = { component, translation: intact, facts: {}, model: effortModel };
    const told = { ...input, facts: { conditions: stated } };
    expect(["versions or object lock", "overlapping ranges"].map((when) => holds(when, input))).toEqual([
      true,
      "unknown",
    ]);
    expect(["versions or object lock", "overlapping ranges"].map((when) => holds(when, told))).toEqual([false, true]);
  });

  test("a fact settles its condition whatever the code shows: objects that a rule will archive are not archived yet", () => {
    const rule = { id: "old", enabled: true, transitions: [{ afterDays: 90, storageClass: "archive" }] };
    const component = bucket("a", { lifecycleRules: [rule] });
    const of = (facts: object) => holds("archive class", { component, translation: intact, facts, model: effortModel });
    expect([of({}), of({ archived: false })]).toEqual([true, false]);
  });

  test("a fact that is missing leaves a condition unknown, and a small disk settles it", () => {
    const input = { component: database("a"), translation: intact, facts: {}, model: effortModel };
    expect(holds("size > 1 TB", input)).toBe(false);
    expect(holds("size > 1 TB", { ...input, component: bucket("a") })).toBe("unknown");
    expect(holds("stored code to port", input)).toBe("unknown");
    expect(holds("some day there will be this", input)).toBe("unknown");
  });
});

test("of what is not known, variables that no component needs are listed after those that one does", () => {
  const at = { file: "main.tf", line: 1 };
  const hole = (name: string) =>
    ({ kind: "value", root: ".", address: `var.${name}`, path: "", expression: `var.${name}`, at }) as const;
  const found = { ...bucket("a"), holes: [{ path: "labels", expression: "substr(var.team, 0, 8)", at }] };
  const { unknowns } = assess(assessInput({ components: [found], holes: [hole("account"), hole("team")] }));
  expect(unknowns.slice(0, 2).map((u) => u.what)).toEqual(["var.team", "var.account"]);
});

test("what is in no range until somebody states it is said to be, and is no number", () => {
  const of = (facts: AssessInput["facts"] = {}) =>
    assess({ ...assessInput({ components: [bucket("a")] }), facts }).unknowns.map((u) => u.assumed ?? "");
  const all = of();
  expect(all).toContainEqual(
    "project up to 3, humanGroup up to 5, site up to 1, wave up to 1; in no range until stated: interconnect, otherUser, regulatedFramework",
  );
  expect(all.filter((assumed) => /up to 0|none for/.test(assumed))).toEqual([]);
  // Nothing is left over beside what is stated.
  const counts = { project: 1, humanGroup: 1, site: 0, wave: 1 };
  expect(of({ counts })).toContainEqual("in no range until stated: interconnect, otherUser, regulatedFramework");
});

test("names what the hours rest on, as somebody else can find it: title, place and date", () => {
  const { workItems, references = [] } = assess(shop());
  const known = new Set(references.map((r) => r.id));
  const used = workItems.flatMap((w) => w.citation.refs ?? []);
  expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([]);
  expect(references.filter((r) => !used.includes(r.id) || r.title === "" || r.where === "" || r.date === "")).toEqual(
    [],
  );
  // What is called published or measured says by whom.
  const claimed = workItems.filter((w) => ["published", "measured"].includes(w.citation.kind ?? ""));
  expect(claimed.filter((w) => (w.citation.refs ?? []).length === 0).map((w) => w.id)).toEqual([]);
  // No number of ours stands for a place.
  expect(references.filter((r) => /text id|shared\/|stored copy \(/.test(r.where))).toEqual([]);
});

describe("the size of an estate", () => {
  const work = (names: readonly string[]) =>
    assess(assessInput({ components: names.map((name) => bucket(name)), facts: { team: { people: 2 } } }));
  const names = (of: (i: number) => string, n = 150) => Array.from({ length: n }, (_, i) => of(i));
  const discovery = ({ workItems }: Pick<Assessment, "workItems">) =>
    workItems
      .map((w) => w.driver)
      .find((driver) => driver.startsWith("inventory, dependency map") && driver.includes("×"));

  test("is told by blocks of code: those beyond 100 make it more formal, instances of one do not", () => {
    expect(work(names((i) => `b[${i}]`)).effort.profile).toEqual({ lower: "lean", upper: "lean" });
    expect(work(names((i) => `b${i}`)).effort.profile).toEqual({ lower: "standard", upper: "standard" });
  });

  test("says how many components its blocks make, where they make more than one each", () => {
    expect(discovery(work(names((i) => `b[${i}]`, 60)))).toMatch(/: 1 × codeBlock \(60 × component\)$/);
    expect(discovery(work(names((i) => `b${i}`, 60)))).toMatch(/: 60 × component$/);
    expect(discovery(work(["a[0]", "a[1]", "b"]))).toMatch(/: 2 × codeBlock \(3 × component\)$/);
  });
});
