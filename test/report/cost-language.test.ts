import { describe, expect, test } from "@jest/globals";
import type { Cost, MonthlyCost } from "../../assessment/cost.ts";
import { clouds } from "../../providers/index.ts";
import { costRows, monthSentence } from "../../report/cost.ts";
import { languageOf, plain } from "../../report/language/language.ts";
import { unknown } from "../../report/words.ts";
import { reportOf } from "./html/reports.ts";

const [en, fr] = [languageOf("en"), languageOf("fr")];
const [assessment] = reportOf().assessments;
/** A space at which no line may break is one to who reads it. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Every text called `note` in what a price list says. */
function notesIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "note" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([k, inner]) => notesIn(inner, k));
}

describe("what costs rest on", () => {
  const notes = [...new Set(Object.values(clouds).flatMap((cloud) => notesIn(cloud.prices)))];

  test("is French in a French report, whichever price list it comes from", () => {
    expect(notes.length).toBeGreaterThan(20);
    expect(notes.filter((note) => fr.fact(note).some((piece) => piece.lang === "en"))).toEqual([]);
  });

  test("has days as they are written there", () => {
    const dated = notes.filter((note) => /\d{4}-\d{2}-\d{2}/.test(note));
    expect(dated.length).toBeGreaterThan(3);
    expect(dated.map((note) => plain(fr.fact(note))).filter((note) => /\d{4}-\d{2}-\d{2}/.test(note))).toEqual([]);
    const note = "databases at prices of 2024-08-09: the 37 read again in September 2026 were the same";
    expect(seen(plain(fr.fact(note)))).toMatch(/^bases de données aux prix du 9 août 2024 : les 37 relus/);
  });
});

test.each([
  [
    "a price for `a_thing`, of which none is on record: x.y",
    "**inconnu** : aucun prix n’est connu pour `a_thing` (x.y)",
  ],
  [
    "how much it is used, at 0.4 USD per million requests: x.y",
    "**inconnu** ; dépend de l’usage (0,4 USD par million de requêtes) : x.y",
  ],
  ["a value for `size`, or x.y", "**inconnu** ; dépend d’une valeur pour `size`, ou x.y"],
  ["the contract", "**inconnu** ; dépend du contrat"],
  ["the partners", "**inconnu** ; dépend des partenaires"],
  ["contract.noticeDays in exeat.yaml", "**inconnu** ; dépend de contract.noticeDays dans exeat.yaml"],
  ["Give a plan written through Terragrunt with --plan.", "**inconnu** : Donner par --plan un plan"],
  ["something that nobody translated", "**inconnu** ; dépend de *something that nobody translated*"],
])("an unknown in French says what it depends on, as a sentence: %s", (dependsOn, says) => {
  expect(seen(unknown(fr, dependsOn))).toContain(says);
});

test("an unknown in English says what it depends on, or what to do", () => {
  expect(unknown(en, "x.y")).toBe("**unknown**; depends on x.y");
  expect(unknown(en, "Run it.")).toBe("**unknown**: Run it.");
});

describe("how much of a bill has a price", () => {
  const withPrices = (priced: number, partly: number): Cost => {
    const covers = { ...assessment.cost.monthly.source.covers, priced, partly, resources: 10 };
    const source: MonthlyCost = { ...assessment.cost.monthly.source, basis: "list-prices", whole: false, covers };
    return { ...assessment.cost, monthly: { ...assessment.cost.monthly, source } };
  };
  const covers = (cost: Cost, l: typeof en) => seen(costRows(cost, l)[0]?.covers ?? "");

  test.each([
    [0, 0, "priced: 0 of the 10 resources", "prix connu pour aucune des 10 ressources payantes"],
    [2, 0, "priced: 2 of the 10 resources that cost something", "prix connu pour 2 des 10 ressources payantes"],
    [2, 1, "something, and 1 more in part", "payantes, et en partie pour 1 autre"],
    [2, 3, "something, and 3 more in part", "payantes, et en partie pour 3 autres"],
  ])("is said in words: %s, %s in part", (priced, partly, english, french) => {
    const cost = withPrices(priced, partly);
    expect(covers(cost, en)).toContain(english);
    expect(covers(cost, fr)).toContain(french);
    expect(seen(monthSentence(cost, fr))).toContain(french);
  });
});

test.each([
  [0, "list prices", "prix publics"],
  [1, "list prices; for 1, what exeat.yaml states", "prix publics ; pour 1, ce que déclare exeat.yaml"],
  [3, "stated in exeat.yaml", "déclaré dans exeat.yaml"],
])("a bill says what it rests on where %s of 3 parts were stated", (stated, english, french) => {
  const covers = { resources: 4, priced: 2, partly: 1, stated };
  const source: MonthlyCost = { ...assessment.cost.monthly.source, basis: "list-prices", covers };
  const cost = { ...assessment.cost, monthly: { ...assessment.cost.monthly, source } };
  expect(costRows(cost, en)[0]?.why).toEqual([english]);
  expect(seen(costRows(cost, fr)[0]?.why[0] ?? "")).toBe(french);
});
