import { describe, expect, test } from "@jest/globals";
import type { Change, Condition, Waiver } from "../../assessment/change.ts";
import { change } from "../../assessment/compare.ts";
import { baselineOf, judged, type Terms } from "../../audit/change-gate.ts";
import { assessInput, bucket, database, losing, native, type Parts } from "../assessment/estate.ts";

const empty: Parts = {};
const orders = database("orders");
const blocked: Parts = { components: [orders], translations: { [orders.id]: losing("replicas.zones", "blocks") } };
const compare = (base: Parts, head: Parts) => change({ base: assessInput(base), head: assessInput(head) });
const gateOf = (c: Change, terms: Partial<Terms>) => judged([c], { failOn: [], ...terms })[0]!.gate;
const stands = (region?: string): Parts => ({ components: [{ ...bucket("a"), ...(region ? { region } : {}) }] });
const queue = (region: string) => ({ ...native("aws_sqs_queue", "q"), provider: { name: "aws", region } });
const failed = (c: Change, ...failOn: Condition[]) => gateOf(c, { failOn }).failed.map((f) => f.condition);

const waiver: Waiver = {
  rule: "blocking-loss",
  component: "aws_db_instance.*",
  owner: "Data team",
  reason: "Read replicas go with the new reports.",
  expires: "2026-12-31",
};

describe("conditions", () => {
  const everything: Condition[] = [
    "new-blocking-loss",
    "new-loss",
    "new-foreign-type",
    "new-unknown-type",
    "new-hole",
    "region",
    "effort",
    "incomplete",
  ];
  const hole = {
    kind: "module",
    root: ".",
    address: "module.x",
    path: "",
    expression: "y",
    at: { file: "m.tf" },
  } as const;
  test.each<[title: string, head: Parts, fails: Condition[]]>([
    ["a loss that blocks", blocked, ["new-blocking-loss", "new-loss", "effort"]],
    [
      "a loss that does not",
      { ...blocked, translations: { [orders.id]: losing("x", "degrades") } },
      ["new-loss", "effort"],
    ],
    [
      "a loss that blocks if a value that nobody knows is so",
      { ...blocked, translations: { [orders.id]: losing("x", "blocks", "depends") } },
      ["new-loss", "effort"],
    ],
    ["a foreign type", { foreign: [native("aws_sagemaker_endpoint", "a")] }, ["new-foreign-type", "effort"]],
    ["an unknown type", { unknown: [native("aws_quantum_thing", "q")] }, ["new-unknown-type", "effort"]],
    ["a hole", { holes: [hole] }, ["new-hole", "effort"]],
    ["something in a region", { components: [{ ...bucket("a"), region: "us-east-1" }] }, ["region", "effort"]],
    ["nothing", empty, []],
  ])("%s", (_, head, fails) => {
    expect(failed(compare(empty, head), ...everything)).toEqual(fails);
    // What was there before fails nothing, and neither does what is gone.
    expect(failed(compare(head, head), ...everything)).toEqual([]);
    expect(failed(compare(head, empty), ...everything)).toEqual([]);
    expect(failed(compare(empty, head))).toEqual([]);
  });

  test.each<[title: string, base: Parts, head: Parts, why: string | undefined]>([
    ["a component", stands("eu-west-3"), stands("us-east-1"), ".:aws_s3_bucket.a went from eu-west-3 to us-east-1."],
    [
      "one that said nothing",
      stands(),
      stands("us-east-1"),
      ".:aws_s3_bucket.a went from a region that nobody knows to us-east-1.",
    ],
    [
      "a component whose new region others stand in already",
      { ...stands("eu-west-3"), foreign: [queue("us-east-1")] },
      { ...stands("us-east-1"), foreign: [queue("us-east-1")] },
      ".:aws_s3_bucket.a went from eu-west-3 to us-east-1.",
    ],
    [
      "several, of any type",
      { ...stands("eu-west-3"), foreign: [queue("eu-west-3")] },
      { ...stands("us-east-1"), foreign: [queue("us-east-1")] },
      "2 resources, the first of them .:aws_s3_bucket.a went from eu-west-3 to us-east-1.",
    ],
    [
      "something more where nothing stood",
      stands("eu-west-3"),
      { ...stands("eu-west-3"), foreign: [queue("us-east-1")] },
      "something is made in us-east-1, where the base had nothing.",
    ],
    ["something less", { ...stands("eu-west-3"), foreign: [queue("us-east-1")] }, stands("eu-west-3"), undefined],
  ])("region: %s", (_, base, head, why) => {
    expect(gateOf(compare(base, head), { failOn: ["region"] }).failed[0]?.why).toBe(why);
  });

  test("say in a sentence what, how many and where", () => {
    const { failed } = gateOf(compare(empty, blocked), { failOn: ["new-loss"] });
    expect(failed[0]?.why).toBe(
      "a new loss on the way to scaleway: .:aws_db_instance.orders replicas.zones at main.tf:1.",
    );
  });

  test("any fails where something could not be read, on either side, unless that is allowed", () => {
    const whole = compare(empty, empty);
    const partial = { ...whole, complete: false };
    expect(failed(partial, "new-loss")).toEqual(["incomplete"]);
    expect(failed(partial)).toEqual([]);
    expect(gateOf(partial, { failOn: ["new-loss"], allowPartial: true }).failed).toEqual([]);
  });
});

describe("a baseline", () => {
  test("accepts what it was written from, wherever that stands now", () => {
    const baseline = baselineOf([compare(empty, blocked)]);
    expect(baseline).toEqual({ formatVersion: 1, accepted: [`scaleway blocking-loss ${orders.id} replicas.zones`] });
    const moved = { ...orders, at: { file: "elsewhere.tf", line: 400 } };
    const later = compare(empty, { ...blocked, components: [moved] });
    const [now] = judged([later], { failOn: ["new-loss"], baseline });
    expect([now?.gate.failed, now?.gate.stale, now?.findings[0]?.accepted]).toEqual([[], [], { by: "baseline" }]);
  });

  test.each(["degrades", "blocks"] as const)("of a possible loss does not cover the certain one (%s)", (severity) => {
    const side = (verdict: "lost" | "depends"): Parts => ({
      components: [orders],
      translations: { [orders.id]: losing("highAvailability", severity, verdict) },
    });
    const [possible, certain] = [side("depends"), side("lost")];
    const gate = (head: Parts, from: Parts) => {
      const baseline = baselineOf([compare(empty, from)]);
      const [judgedNow] = judged([compare(empty, head)], { failOn: ["new-loss"], baseline });
      return [judgedNow?.gate.failed.map((f) => f.condition), judgedNow?.gate.stale.length];
    };
    expect(gate(certain, possible)).toEqual([["new-loss"], 1]);
    expect(gate(possible, certain)).toEqual([[], 0]);
    expect(gate(possible, possible)).toEqual([[], 0]);
    const states = (base: Parts, head: Parts) => compare(base, head).findings.map((f) => f.state);
    expect(states(possible, certain)).toEqual(["new"]);
    expect(states(certain, possible)).toEqual(["existing", "resolved"]);
    expect(baselineOf([compare(empty, possible)]).accepted).toEqual([
      `scaleway loss ${orders.id} highAvailability (possible)`,
    ]);
  });

  test("says which entries fit nothing any more, of the targets that were looked at", () => {
    const baseline = { formatVersion: 1 as const, accepted: ["ovh loss a b", "scaleway loss a b"] };
    expect(gateOf(compare(empty, blocked), { baseline }).stale).toEqual(["scaleway loss a b"]);
  });
});

describe("a waiver", () => {
  const terms = (more: Partial<Waiver>, date = "2026-11-26"): Terms => ({
    failOn: ["new-blocking-loss"],
    waivers: [{ ...waiver, ...more }],
    date,
  });
  const found = compare(empty, blocked);

  test("accepts what it names, with who answers for it, and keeps it out of the baseline", () => {
    const [result] = judged([found], terms({}));
    const { owner, reason, expires } = waiver;
    expect([result?.gate.failed, result?.gate.waivers[0]?.status]).toEqual([[], "used"]);
    expect(result?.findings[0]?.accepted).toEqual({ by: "waiver", owner, reason, expires });
    expect(baselineOf([result!]).accepted).toEqual([]);
  });

  test.each<[title: string, more: Partial<Waiver>, covers: boolean]>([
    ["its component in full", { component: ".:aws_db_instance.orders" }, true],
    ["any", { component: "*" }, true],
    ["a part without a star", { component: "aws_db_instance" }, false],
    ["a dot as any letter", { component: "aws.db_instance.orders" }, false],
    ["the property", { property: "replicas" }, true],
    ["another property", { property: "replica" }, false],
    ["another rule", { rule: "loss" }, false],
    ["its target", { target: "scaleway" }, true],
  ])("covers %s: %s", (_, more, covers) => {
    const { failed, waivers } = gateOf(found, terms(more));
    expect([failed.map((f) => f.condition), waivers[0]?.status]).toEqual(
      covers ? [[], "used"] : [["new-blocking-loss"], "unused"],
    );
  });

  test("of a target that was not asked for covers nothing, and is neither unused nor expired", () => {
    const { failed, waivers } = gateOf(found, terms({ target: "ovh" }, "2027-01-01"));
    expect([failed.map((f) => f.condition), waivers]).toEqual([["new-blocking-loss"], []]);
  });

  test("holds on its last day; the day after it fails, is said, and covers nothing", () => {
    expect(gateOf(found, terms({}, "2026-12-31")).failed).toEqual([]);
    const { failed, waivers } = gateOf(found, terms({}, "2027-01-01"));
    expect(failed.map((f) => f.condition)).toEqual(["new-blocking-loss", "expired-waiver"]);
    expect(failed[1]?.why).toMatch(/Data team .* ended on 2026-12-31, and today is 2027-01-01/);
    expect(waivers[0]?.status).toBe("expired");
    // Whatever is asked for, and whether or not what it covers is new.
    expect(gateOf(compare(blocked, blocked), { ...terms({}, "2027-01-01"), failOn: [] }).failed).toHaveLength(1);
  });

  test("is used by what was there before, and on any of several targets", () => {
    expect(gateOf(compare(blocked, blocked), terms({})).waivers[0]?.status).toBe("used");
    const nothing = compare(empty, empty);
    const both = judged([nothing, found], terms({}));
    expect(both.map((c) => c.gate.waivers[0]?.status)).toEqual(["used", "used"]);
    expect(gateOf(nothing, terms({})).waivers[0]?.status).toBe("unused");
  });

  test("of a type must fit every resource of it", () => {
    const roles = compare(empty, { foreign: [native("aws_iam_role", "ml_a"), native("aws_iam_role", "web")] });
    const of = (component: string) => {
      const own = { ...waiver, rule: "foreign-type" as const, component };
      return gateOf(roles, { failOn: ["new-foreign-type"], waivers: [own], date: "2026-11-26" }).failed.length;
    };
    expect([of("aws_iam_role.ml_*"), of("aws_iam_role.*")]).toEqual([1, 0]);
  });
});

test("effort is said in numbers as the report has them", () => {
  const many = { components: Array.from({ length: 400 }, (_, i) => database(`b${i}`)) };
  const [grown] = gateOf(compare(empty, many), { failOn: ["effort"] }).failed;
  expect(grown?.why).toMatch(/takes \d,\d{3} person-days more at P80: \d,\d{3} in place of [\d.]+, more than 5 %/);
});

test("effort that falls fails nothing", () => {
  const many = { components: [bucket("a"), database("b"), orders] };
  expect(compare(many, { components: [bucket("a")] }).effort.significant).toBe(true);
  expect(failed(compare(many, { components: [bucket("a")] }), "effort")).toEqual([]);
});
