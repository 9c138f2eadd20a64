import { describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { refinement } from "../../laws/index.ts";
import { aws } from "../../providers/aws/index.ts";
import { knowledgeOf } from "../../providers/import-knowledge.ts";
import type { FoundComponent, Survey } from "../../providers/survey.ts";
import { takeSurvey } from "../../providers/take-survey.ts";

const SHOP = "test/fixtures/json/shop";
/** From the form that knows least to the one that knows most. */
const forms = [SHOP, `${SHOP}/plan.json`, `${SHOP}/plan-noop.json`, `${SHOP}/state.tfstate.json`, `${SHOP}/show.json`];

async function survey(path: string): Promise<Survey> {
  return takeSurvey(await readEstate([path], { files: nodeFiles(), knowledge: knowledgeOf([aws]) }), aws);
}

describe("law 11: one estate in every form that an importer reads", () => {
  const pairs = forms.slice(1).map((more, i) => [forms[i] ?? SHOP, more] as const);

  test.each(pairs)("%s says nothing that %s contradicts", async (less, more) => {
    const [a, b] = [await survey(less), await survey(more)];
    expect(a.components.length).toBeGreaterThan(0);
    expect(refinement.check({ title: `${less} ${more}`, less: a, more: b })).toEqual([]);
  });
});

describe("law 11 bites", () => {
  const changed = (change: (component: FoundComponent) => FoundComponent | undefined) => async () => {
    const less = await survey(SHOP);
    const more = { ...less, components: less.components.flatMap((c) => change(c) ?? []) };
    return refinement.check({ title: "changed", less, more }).map((f) => f.says);
  };

  test.each([
    ["a component is missing", changed((c) => (c.kind === "object-bucket" ? undefined : c)), /becomes/],
    [
      "a prop has another value",
      changed((c) => ({ ...c, props: { ...c.props, name: "another" } })),
      /name is .*, then/,
    ],
    ["a prop is gone", changed((c) => ({ ...c, props: {} })), /is gone/],
  ])("where %s", async (_, found, says) => {
    expect((await found()).join("\n")).toMatch(says);
  });

  test("not where something was not known before", async () => {
    const find = changed((c) => ({
      ...c,
      holes: [{ path: "name", expression: "var.name", at: c.at }],
      props: { ...c.props, name: "x" },
    }));
    expect(await find()).toEqual([]);
  });
});
