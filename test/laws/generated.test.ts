import { describe, expect, test } from "@jest/globals";
import { kindNames, kinds } from "../../constructs/kinds.ts";
import { componentLaws } from "../../laws/index.ts";
import { smallest } from "../../laws/subjects.ts";
import { judged } from "./judged.ts";

for (const { cloud, subjects } of judged) {
  for (const kind of kindNames) {
    const drawn = subjects.generated.filter((s) => s.component.kind === kind);
    if (drawn.length === 0) continue;
    describe(`${drawn.length} generated ${kind} on ${cloud.id}`, () => {
      test.each(componentLaws.map((law) => [law.number, law.name, law] as const))("law %i, %s", (_n, _name, law) => {
        const broken = drawn.some((specimen) => law.check(specimen).length > 0);
        const shown = broken ? smallest(law, cloud, kind) : undefined;
        expect(shown && { component: shown.title, failures: law.check(shown) }).toBeUndefined();
        expect(broken).toBe(false);
      });

      test("there are at least 300, and each prop is asked for by one of them or by a case", () => {
        expect(drawn.length).toBeGreaterThanOrEqual(300);
        const named = subjects.cases.filter((s) => s.component.kind === kind);
        const asked = new Set([...drawn, ...named].flatMap((s) => [...s.component.requested]));
        expect(Object.keys(kinds[kind].props.shape).filter((prop) => !asked.has(prop))).toEqual([]);
      });
    });
  }
}
