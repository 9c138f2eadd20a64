import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Evidence } from "../../drills/evidence.ts";
import { digestOf } from "../../migration-plans/digest.ts";
import { Plan } from "../../migration-plans/plan.ts";
import { evidenceOf, shopPlan, took } from "./rehearsed.ts";

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/rehearsal/${name}`, import.meta.url), "utf8"));
const [first = "", second = ""] = shopPlan.steps.map((s) => s.id);
const problems = (evidence: unknown) => (Evidence.safeParse(evidence).error?.issues ?? []).map((i) => i.message);
const step = took(first, 1);

describe("evidence", () => {
  test("of the example is of the plan beside it", () => {
    const plan = Plan.parse(example("plan.json"));
    expect(Evidence.parse(example("evidence.json")).planDigest).toBe(digestOf(plan));
  });

  test("names a plan whatever the order of its keys, and no other plan", () => {
    const turned = Object.fromEntries(Object.entries(shopPlan).reverse());
    expect(digestOf(turned)).toBe(digestOf(shopPlan));
    expect(digestOf({ ...shopPlan, region: "elsewhere" })).not.toBe(digestOf(shopPlan));
  });

  test.each<[title: string, evidence: unknown, says: RegExp | undefined]>([
    ["two steps", evidenceOf(shopPlan, [step, took(second, 0)]), undefined],
    ["emulated, to L2", evidenceOf(shopPlan, [step], { mode: "emulated", level: "L2" }), undefined],
    [
      "emulated, and above",
      evidenceOf(shopPlan, [], { mode: "emulated", level: "L3" }),
      /^L3 needs mode live; emulated/,
    ],
    [
      "a dry run, and above",
      evidenceOf(shopPlan, [], { mode: "dry-run", level: "L5" }),
      /^L5 needs mode live; dry-run/,
    ],
    ["a step twice", evidenceOf(shopPlan, [step, step]), /stands there twice/],
    ["done without an end", evidenceOf(shopPlan, [{ ...step, finishedAt: null }]), /is done and lacks/],
    ["failed without an end", evidenceOf(shopPlan, [{ ...step, status: "failed", finishedAt: null }]), undefined],
    ["an end before the start", evidenceOf(shopPlan, [took(first, -1)]), /ends before it starts/],
    ["a time without its offset", evidenceOf(shopPlan, [{ ...step, startedAt: "2026-11-23T08:00:00" }]), /datetime/],
    ["a digest that is none", evidenceOf(shopPlan, [], { planDigest: "abc" }), /SHA-256 in hex/],
    ["a word nobody knows", { ...evidenceOf(shopPlan, []), duration: 3 }, /Unrecognized key/],
  ])("%s", (_, evidence, says) => {
    expect(problems(evidence)).toEqual(says ? [expect.stringMatching(says)] : []);
  });

  test("times are compared as instants, not as text", () => {
    const times = { startedAt: "2026-11-23T10:00:00+02:00", finishedAt: "2026-11-23T08:30:00Z" };
    expect(problems(evidenceOf(shopPlan, [{ ...step, ...times }]))).toEqual([]);
  });
});
