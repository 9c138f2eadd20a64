import { describe, expect, test } from "@jest/globals";
import type { Assessment } from "../../../assessment/assessment.ts";
import { brief } from "../../../report/html/brief.ts";
import { heatSection } from "../../../report/html/heat.ts";
import type { Lang } from "../../../report/language/language.ts";
import { languageOf } from "../../../report/language/language.ts";
import { reporters } from "../../../report/reporters.ts";
import { reportOf } from "./reports.ts";

/** What the first page says of one target, without markup. */
function said(lang: Lang, change: (a: Assessment) => Assessment = (a) => a): string {
  const [one] = reportOf().assessments;
  const { html } = brief({ formatVersion: 1, assessments: [change(one)] }, languageOf(lang));
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

describe("the first page", () => {
  test("says of whom a time is, where nobody stated a team", () => {
    const with3 = (assumed: boolean) => (a: Assessment) => ({
      ...a,
      time: { ...a.time, team: { people: 3, availability: 0.6, assumed } },
    });
    expect(said("en", with3(true))).toMatch(/\. That is with 3 people at 60 %: nobody stated a team/);
    expect(said("fr", with3(true))).toMatch(/\. C’est avec 3 personnes à 60 % : personne n’a déclaré d’équipe/);
    expect(said("en", with3(false))).not.toMatch(/nobody stated a team/);
  });

  test("says days in years where nobody pictures them", () => {
    const long = (a: Assessment) => ({ ...a, time: { ...a.time, p50: 700, p80: 2238 } });
    expect(said("en", long)).toMatch(/it takes 700 days and .* plan 2,238 days \(6\.1 years\) and/);
    expect(said("fr", long)).toMatch(/en 700 jours et .* prévoir 2 238 jours \(6,1 ans\) et/);
  });

  test("names what the exit itself needs, the first of it, and how many there are", () => {
    const four = (status: "source" | "unknown") => (a: Assessment) => {
      const dependencies = a.reading.dependencies.slice(0, 4).map((d) => ({ ...d, status }));
      return { ...a, reading: { ...a.reading, dependencies } };
    };
    expect(said("en", four("source"))).toMatch(
      /The exit itself needs what stands at the source \(4\): state of the infrastructure code, [^…]*, … /,
    );
    expect(said("fr", four("unknown"))).toMatch(
      /Personne n’a dit où se trouve ce dont la sortie elle-même a besoin \(4\) : état \(state\) du code/,
    );
  });

  test("calls a bill of which nothing is known by no number", () => {
    const nothing = (a: Assessment) => {
      const target = { ...a.cost.monthly.target, amounts: [], whole: false, basis: "list-prices" as const };
      return { ...a, cost: { ...a.cost, monthly: { ...a.cost.monthly, target } } };
    };
    expect(said("en", nothing)).toMatch(/and an amount nobody knows .*at the target\./);
    expect(said("fr", nothing)).toMatch(/et un montant inconnu .*à la cible\./);
  });

  test("compares no sums where there are none", () => {
    const nothing = (a: Assessment) => {
      const of = (side: Assessment["cost"]["monthly"]["source"]) => ({
        ...side,
        amounts: [],
        whole: false,
        basis: "list-prices" as const,
        covers: { priced: 0, partly: 0, stated: 0, resources: 12 },
      });
      const { source, target } = a.cost.monthly;
      return { ...a, cost: { ...a.cost, monthly: { source: of(source), target: of(target) } } };
    };
    expect(said("en", nothing)).toMatch(/A month costs an amount nobody knows .* an amount nobody knows/);
    expect(said("en", nothing)).not.toMatch(/unlike parts/);
  });

  test("says in a sentence of its own that nothing costs something", () => {
    const free = (...sides: ("source" | "target")[]) => {
      const of = (a: Assessment) => {
        const none = { amounts: [], whole: true, covers: { priced: 0, partly: 0, stated: 0, resources: 0 } };
        const monthly = { ...a.cost.monthly };
        for (const side of sides) monthly[side] = { ...monthly[side], ...none, basis: "list-prices" };
        return { ...a, cost: { ...a.cost, monthly } };
      };
      return said("fr", of);
    };
    expect(free("source", "target")).toMatch(/Rien de payant n’a été lu, ni à la source ni à la cible\. /);
    expect(free("source")).toMatch(/À la source, rien de payant n’a été lu\. Un mois coûte [^.]* à la cible\./);
    expect(free("target")).toMatch(/Un mois coûte [^.]* à la source\. À la cible, rien de payant ne serait créé\./);
  });

  test("counts what is left and is no component", () => {
    const most = (a: Assessment) => ({ ...a, counts: { ...a.counts, foreign: 240, unknown: 2, unreadable: 1 } });
    expect(said("en", most)).toMatch(/Resources beside them, to replace by hand: 240 /);
    expect(said("fr", most)).toMatch(/que personne n’a décrites ou qui n’ont pu être lues : 3 /);
    const none = (a: Assessment) => ({ ...a, counts: { ...a.counts, foreign: 0, unknown: 0, unreadable: 0 } });
    expect(said("en", none)).not.toMatch(/beside them/);
  });

  test("says one of a thing as one", () => {
    const [one] = reportOf().assessments;
    const counts = { ...one.counts, natives: 1, recognised: 1, foreign: 0, unreadable: 0, dataSources: 1, holes: 1 };
    const page = reporters.assessment.html({ ...one, counts }, { color: false, lang: "fr" }).output;
    const [read] = /<p>Lu[^<]*1 ressource,[^<]*/.exec(page) ?? [];
    expect(read).toMatch(/1 reconnue, 0 étrangère, .*, 0 illisible, 1 source de données, 1 trou\./);
  });

  test("says in a sentence, not in the words of a file, that not everything was read", () => {
    const report = reportOf();
    const [one] = report.assessments;
    const page = reporters.exit.html(
      { ...report, assessments: [{ ...one, complete: false }] },
      { color: false, lang: "en" },
    ).output;
    expect(page).toContain("Incomplete: something could not be read");
    expect(page).not.toContain("complete: false");
  });
});

test("a single target leaves the names of components room on a narrow screen", () => {
  const report = reportOf();
  const heat = (assessments: typeof report.assessments) =>
    heatSection({ formatVersion: 1, assessments }, languageOf("en"))[0]?.html ?? "";
  expect(heat([report.assessments[0]])).toMatch(/<table class="heat [^"]*one">/);
  expect(heat(report.assessments)).not.toMatch(/<table class="heat [^"]*one">/);
});
