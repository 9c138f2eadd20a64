import { describe, expect, test } from "@jest/globals";
import { Scenario } from "../../assessment/result.ts";
import { planLaws } from "../../migration-plans/plan-laws.ts";
import { estates, subjectOf, targets } from "./estates.ts";

/** Every reason on the estates with most kinds; on the others one with a way back and one without. */
const reasons = (title: string): readonly Scenario[] =>
  /shop|shared/.test(title) ? Scenario.options : ["planned-exit", "bouton-rouge"];

describe.each(estates)("plans for $title", ({ title, read }) => {
  test.each(
    targets.map((t) => [t.id, t] as const),
  )("to %s keep every law, whatever the reason to leave", async (_, target) => {
    const estate = await read();
    for (const scenario of reasons(title)) {
      const subject = subjectOf(estate, target, scenario);
      const found = planLaws.flatMap((law) => law.check(subject).map((says) => `${scenario}, ${law.name}: ${says}`));
      expect(found.slice(0, 10)).toEqual([]);
    }
  });
});
