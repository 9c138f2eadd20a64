import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { canBeMissing } from "../../assessment/prop-places.ts";
import { kindNames, kinds } from "../../constructs/kinds.ts";
import { authored } from "../../laws/specimen.ts";
import { clouds } from "../../providers/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { component } from "./estate.ts";

const DRAW = { numRuns: 30, seed: 1 };

/** A cloud that has answered nothing yet. */
function forgetful(cloud: Cloud): Cloud {
  return { ...cloud, kinds: { ...cloud.kinds } };
}

describe("what was told of a component that differs in names alone is true of this one", () => {
  const sources = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);
  test.each(
    sources.flatMap((cloud) => kindNames.map((kind) => [cloud.title, kind, cloud] as const)),
  )("%s, %s", (_, kind, cloud) => {
    let told = 0;
    const source = forgetful(cloud);
    const drawn = fc.sample(kinds[kind].generate(fc) as fc.Arbitrary<object>, DRAW);
    for (const props of drawn) {
      const { props: whole, requested } = authored(kind, "x", props);
      const found = { ...component(kind, "any", "x", whole as Record<string, unknown>), requested };
      for (const place of requested) {
        told += 1;
        const alone = canBeMissing(found, place, forgetful(cloud));
        expect([place, whole, canBeMissing(found, place, source)]).toEqual([place, whole, alone]);
      }
    }
    expect(told).toBeGreaterThan(50);
  });
});
