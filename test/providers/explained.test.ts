import { describe, expect, test } from "@jest/globals";
import { lossResults } from "../../assessment/fit.ts";
import { clouds } from "../../providers/index.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { translate } from "../../providers/translate.ts";
import type { Incomplete } from "../../providers/witness.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";

const fixtures = await nativeFixtures();
const targets = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);

/** A component as it would be read if nobody knew one of the props that it asks for. */
function opened(component: Incomplete): Incomplete[] {
  return [...component.requested].map((prop) => {
    const { [prop]: _, ...props } = component.props;
    const holes = component.holes.filter((h) => h.path.split(".")[0] !== prop);
    return { ...component, props, holes: [...holes, { path: prop, expression: "var.open" }] };
  });
}

/** Losses of which only "no reason is on record" can be said. */
function unexplained(component: Incomplete): string[] {
  return targets.flatMap((target) => {
    const translation = translate(component, target);
    const open = component.holes.map((h) => h.path).join(", ");
    return lossResults(translation)
      .filter(({ why }) => why.includes("no reason is on record"))
      .map(({ path, verdict }) => `${component.kind} on ${target.id}, open: ${open}: ${path} ${verdict}`);
  });
}

describe("what is lost of natives as people write them has a reason on every cloud, and where a value is not known too", () => {
  test.each(fixtures.map(({ path, fixture }) => [path, fixture] as const))("%s", (_, { cloud, natives }) => {
    const source = clouds[cloud];
    if (!source) throw new Error(`no cloud ${cloud}`);
    const root = { name: ".", form: "hcl" as const, natives, holes: [], empty: [], unreadable: [] };
    const { components } = takeSurvey({ roots: [root] }, source);
    expect(components.flatMap((c) => [c, ...opened(c)].flatMap(unexplained))).toEqual([]);
  });
});
