import { describe, expect, test } from "@jest/globals";
import { handsOn } from "../../drills/hands-on.ts";
import type { Step } from "../../migration-plans/plan.ts";
import { evidenceOf, shopPlan, took } from "./rehearsed.ts";

const all = shopPlan.steps;
const everything = handsOn(
  evidenceOf(
    shopPlan,
    all.map((s) => took(s.id, 1)),
  ),
  shopPlan,
);
const ids = (is: (step: Step) => boolean) => all.filter(is).map((s) => s.id);
const waits = (s: Step) => s.kind === "watch" || s.kind === "reverse";

describe("what people did by hand", () => {
  test("is every finished manual step with expected hours, and each other step is left out for one reason", () => {
    const { counted, leftOut, unknown } = everything;
    expect(leftOut.machine).toEqual(ids((s) => s.action.run !== undefined));
    expect(leftOut.waiting).toEqual(ids((s) => s.action.manual !== undefined && waits(s)));
    const manual = (s: Step) => s.action.manual !== undefined && !waits(s);
    expect(leftOut.unestimated).toEqual(ids((s) => manual(s) && s.duration === null));
    expect(counted.map((c) => c.id)).toEqual(ids((s) => manual(s) && s.duration !== null));
    expect([leftOut.unfinished, unknown]).toEqual([[], []]);
    for (const list of [counted, leftOut.machine, leftOut.waiting, leftOut.unestimated]) expect(list).not.toEqual([]);
  });

  test("a wait with expected hours is a wait all the same", () => {
    const steps = all.map((s) => (s.kind === "watch" ? { ...s, duration: { low: 1, likely: 2, high: 3 } } : s));
    const watched = ids((s) => s.kind === "watch");
    const of = handsOn(
      evidenceOf(
        shopPlan,
        watched.map((id) => took(id, 300)),
      ),
      { ...shopPlan, steps },
    );
    expect([of.counted, of.leftOut.waiting]).toEqual([[], watched]);
  });

  test.each(["failed", "skipped"] as const)("a step that was %s is no measure, however long it took", (status) => {
    const [{ id = "" } = {}] = everything.counted;
    const of = handsOn(evidenceOf(shopPlan, [{ ...took(id, 1), status }]), shopPlan);
    expect([of.counted, of.leftOut.unfinished]).toEqual([[], [id]]);
  });

  test("hours are hours, against the likely ones", () => {
    const [{ id = "" } = {}] = everything.counted;
    const likely = all.find((s) => s.id === id)?.duration?.likely;
    const { counted } = handsOn(evidenceOf(shopPlan, [took(id, 1.25), took("no.such.step", 1)]), shopPlan);
    expect(counted).toEqual([{ id, estimatedHours: likely, measuredHours: 1.25 }]);
  });

  test("a step that the plan does not have is named", () => {
    expect(handsOn(evidenceOf(shopPlan, [took("no.such.step", 1)]), shopPlan).unknown).toEqual(["no.such.step"]);
  });
});
