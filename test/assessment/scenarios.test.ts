import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { soughtDependencies } from "../../assessment/dependencies.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import { matrixOf } from "../../assessment/matrix.ts";
import { Scenario } from "../../assessment/result.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, database, native, type Parts } from "./estate.ts";

const parts: Parts = {
  components: [bucket("kept"), bucket("near"), bucket("open"), database("bare", { backupRetentionDays: 7 })],
  foreign: [native("aws_ecr_repository", "app"), native("aws_cognito_user_pool", "users")],
};
const facts: EstateFacts = {
  components: {
    "aws_s3_bucket.kept": { copy: "elsewhere", copyAgeHours: 24 },
    "aws_s3_bucket.near": { copy: "other-region" },
    "aws_db_instance.bare": { copy: "none" },
  },
};
const of = (scenario: Scenario, more: EstateFacts = {}, priceFactor?: number) =>
  assess({
    ...assessInput({ ...parts, facts: { ...facts, ...more } }),
    scenario,
    ...(priceFactor === undefined ? {} : { priceFactor }),
  });
const held = ({ reading }: ReturnType<typeof of>) => ({
  lost: reading.lost.map((l) => l.component.split(".").at(-1)),
  ...(reading.atRisk ? { atRisk: reading.atRisk.map((l) => l.component.split(".").at(-1)) } : {}),
  open: reading.mayBeLost.map((l) => l.component.split(".").at(-1)),
  restored: reading.restored.map((r) => [r.component.split(".").at(-1), r.ageHours]),
});

describe("scenarios", () => {
  test("cut off, only a copy outside the source counts; what has none is lost, what nobody stated may be", () => {
    expect(held(of("bouton-rouge"))).toEqual({ lost: ["near", "bare"], open: ["open"], restored: [["kept", 24]] });
  });

  test("while a failing source answers nothing is lost yet: what has no copy elsewhere is at risk, in every format", () => {
    const failing = of("provider-failure");
    expect(held(failing)).toEqual({ lost: [], atRisk: ["near", "bare"], open: ["open"], restored: [["kept", 24]] });
    expect(failing.reading.atRisk?.[1]?.why).toBe(
      "sql-database has no copy. It is lost unless it is fetched before the source stops answering.",
    );
    expect(failing.data.moves.map((m) => m.component)).toHaveLength(4);
    expect(matrixOf([failing]).rows[0]).toMatchObject({ lost: 0, atRisk: 2, mayBeLost: 1 });
    const said = (format: "text" | "markdown" | "html", lang: "en" | "fr" = "en") =>
      reporters.assessment[format](failing, { color: false, lang }).output;
    expect(said("text")).toContain("At risk: 2 components, lost unless fetched before the source stops answering");
    expect(said("markdown")).toMatch(
      /aws_db_instance.bare`? \| \*\*at risk\*\*: sql-database has no copy\. It is lost unless/,
    );
    expect(said("markdown", "fr")).toMatch(/\*\*menacé\*\*.*perdues si elles ne sont pas récupérées/);
    for (const [lang, word] of [
      ["en", "at risk"],
      ["fr", "menacé"],
    ] as const)
      expect(said("html", lang)).toContain(`<span class="pill implementation">${word}</span>`);
    expect(said("html")).toContain("Data at risk: 2 components, lost unless fetched");
  });

  test("what is lost is neither moved nor worked on: one arbitration in reading, data, time and effort", () => {
    const lost = (gib: number, scenario: Scenario, copy: "none" | "elsewhere" = "none") =>
      assess({
        ...assessInput({
          components: [database("orders", { storageGiB: 60_000 })],
          foreign: [native("aws_docdb_cluster", "docs")],
          facts: {
            components: { "aws_db_instance.orders": { gib, copy }, "aws_docdb_cluster.docs": { gib, copy } },
          },
        }),
        scenario,
      });
    const activities = (a: ReturnType<typeof lost>) => new Set(a.workItems.map((w) => w.activity));
    for (const scenario of ["bouton-rouge", "region-outage"] as const) {
      const [none, much] = [lost(0, scenario), lost(60_000, scenario)];
      expect(much.data.moves).toEqual([]);
      expect(much.cost.oneOff.egress?.gib ?? 0).toBe(0);
      expect([much.effort, much.time]).toEqual([none.effort, none.time]);
      expect(much.time.schedule.filter((s) => s.kind === "transfer")).toEqual([]);
      expect(activities(much)).toContain("translate");
      for (const activity of ["dataCutover", "verify"]) expect(activities(much)).not.toContain(activity);
      const restored = lost(60_000, scenario, "elsewhere");
      expect(restored.data.moves).toHaveLength(2);
      for (const activity of ["dataSetup", "dataCutover", "verify"]) expect(activities(restored)).toContain(activity);
      const { output } = reporters.assessment.text(much, { color: false });
      expect(output).toMatch(/Data +what was recognised is lost/);
    }
  });

  test("where nobody stated a copy, from nothing to all of it is moved and worked on: stating it only narrows", () => {
    const said = (copy?: "none" | "elsewhere") =>
      assess({
        ...assessInput({
          components: [database("orders")],
          facts: { components: { "aws_db_instance.orders": { gib: 5_000, ...(copy ? { copy } : {}) } } },
        }),
        scenario: "bouton-rouge",
      });
    const [open, none, elsewhere] = [said(), said("none"), said("elsewhere")];
    expect([open.effort.p10, open.time.p10]).toEqual([none.effort.p10, none.time.p10]);
    expect([open.effort.p80, open.time.p80]).toEqual([elsewhere.effort.p80, elsewhere.time.p80]);
    expect(none.effort.p10).toBeLessThan(elsewhere.effort.p10);
    // The size is stated: only the copy is asked for.
    expect(open.unknowns.map((u) => u.dependsOn).join()).not.toMatch(/: gib/);
  });

  test("data outside recognised components is not forgotten: foreign stores, and types nobody described", () => {
    const empty = ["aws_iam_role", "aws_glue_job", "aws_kinesis_firehose_delivery_stream", "aws_athena_named_query"];
    const stores = ["aws_dynamodb_table", "aws_redshift_cluster", "aws_kinesis_stream", "aws_neptune_cluster"];
    const foreign = [...empty, ...stores].map((type) => native(type, type.slice(4)));
    const input = assessInput({ foreign, unknown: [native("aws_quantum_thing", "q")] });
    const { open } = held(assess({ ...input, scenario: "bouton-rouge" }));
    expect(new Set(open)).toEqual(new Set([...stores.map((type) => type.slice(4)), "q"]));
  });

  test("when a region is gone, a copy in another region counts too", () => {
    const expected = {
      lost: ["bare"],
      open: ["open"],
      restored: [
        ["kept", 24],
        ["near", null],
      ],
    };
    expect(held(of("region-outage"))).toEqual(expected);
  });

  test("what could not be read may hold data too: then nothing found is not none", () => {
    const at = { file: "main.tf", line: 1 };
    const module = {
      kind: "module",
      root: ".",
      address: "module.store",
      path: "",
      expression: "x/store/aws",
      at,
    } as const;
    const input = assessInput({ holes: [module] });
    const [planned, cut] = (["planned-exit", "bouton-rouge"] as const).map((s) => assess({ ...input, scenario: s }));
    if (!planned || !cut) throw new Error("no assessment");
    expect([planned.reading.unread, cut.reading.unread]).toEqual([undefined, true]);
    const whole = assess({ ...assessInput({}), scenario: "bouton-rouge" });
    expect(whole.reading.unread).toBeUndefined();
    for (const format of ["text", "markdown", "html"] as const) {
      const said = (a: typeof cut) => reporters.assessment[format](a, { color: false }).output;
      expect(said(cut)).toMatch(/may be lost: (what is|nobody knows what is) in modules and files/i);
      expect(said(whole)).not.toMatch(/in modules and files that could not be read/);
    }
    const cells = reporters.matrix.markdown(matrixOf([cut]), { color: false }).output;
    expect(cells).toMatch(/\| 0 \| \*\*unknown\*\* \|/);
    expect(reporters.matrix.markdown(matrixOf([whole]), { color: false }).output).toMatch(/\| 0 \| 0 \|/);
  });

  test("nothing is lost while the source stays", () => {
    for (const scenario of ["planned-exit", "price-shock"] as const) {
      expect(held(of(scenario))).toEqual({ lost: [], open: [], restored: [] });
    }
  });

  test("under pressure work costs more, and nobody waits for notice, freeze or a parallel run", () => {
    const elsewhere = { copy: "elsewhere" } as const;
    const copied = { components: Object.fromEntries(parts.components!.map((c) => [c.id, elsewhere])) };
    const [planned, cut] = [of("planned-exit", copied), of("bouton-rouge", copied)];
    expect(cut.effort.p80).toBeGreaterThan(planned.effort.p80);
    const waits = cut.time.schedule.map((s) => s.id);
    for (const id of ["contract-notice", "change-freeze", "parallel-run"]) {
      expect(planned.time.schedule.map((s) => s.id)).toContain(id);
      expect(waits).not.toContain(id);
    }
    // What is stated goes before what a scenario assumes.
    expect(of("bouton-rouge", { ...copied, factors: { timePressure: "none" } }).effort).toEqual(planned.effort);
  });

  test("what is lost comes first in the text, before every number", () => {
    for (const format of ["text", "markdown"] as const) {
      const { output } = reporters.assessment[format](of("bouton-rouge"), { color: false });
      expect(output.indexOf("aws_db_instance.bare")).toBeLessThan(output.search(/P10/));
      expect(output).toMatch(/lost.*aws_db_instance.bare|aws_db_instance.bare.*lost/);
    }
  });

  test("each scenario says what it takes as given", () => {
    for (const scenario of Scenario.options) expect(of(scenario).reading.assumes.length).toBeGreaterThan(0);
  });
});

describe("a price shock", () => {
  const prices = { sourceMonthly: 10_000, targetMonthly: 12_000, personDay: 600 };

  test("pays after the work divided by what a month saves", () => {
    const { reading, effort } = of("price-shock", { prices });
    expect(reading.price).toMatchObject({ factor: 3, never: false, atMost: false });
    expect(reading.price?.after).toEqual([{ currency: "EUR", low: 30_000, high: 30_000 }]);
    expect(reading.price?.breakEvenMonths?.p80).toBeCloseTo((effort.p80 * 600) / 18_000, 0);
  });

  test("never pays where the target stays dearer, and is unknown where a price is", () => {
    expect(of("price-shock", { prices }, 1.1).reading.price).toMatchObject({ never: true, breakEvenMonths: null });
    const { price } = of("price-shock").reading;
    expect(price).toMatchObject({ before: [], after: [], leaving: null, breakEvenMonths: null, never: false });
    expect(price?.dependsOn).toBe("prices in exeat.yaml: sourceMonthly, targetMonthly, personDay");
    expect(JSON.stringify(price)).not.toMatch(/:0[,}]/);
  });
});

describe("what the exit itself needs from the source", () => {
  const status = (more: EstateFacts = {}) =>
    Object.fromEntries(of("bouton-rouge", more).reading.dependencies.map((d) => [d.id, d.status]));

  test("is found where code shows it, and asked for where it does not", () => {
    expect(status()).toMatchObject({
      ...{ images: "source", identity: "source", backups: "source" },
      ...{ state: "unknown", ci: "unknown", registrar: "unknown", licences: "unknown" },
    });
    for (const d of of("bouton-rouge").reading.dependencies) {
      expect(d.status === "unknown" ? d.dependsOn : d.seenIn).toBeTruthy();
    }
  });

  test("what is stated goes before what is seen, and each has words for what fails without it", () => {
    expect(status({ dependencies: { images: "elsewhere", ci: "source" } })).toMatchObject({
      ...{ images: "elsewhere", ci: "source" },
    });
    expect(soughtDependencies.every((d) => d.fails.endsWith("."))).toBe(true);
  });

  test("signs count as evidence: the source before everything, elsewhere only where nothing is open", () => {
    const sign = (stands: "source" | "elsewhere" | "unknown", line: number) => ({
      ...{ dependency: "state", stands, root: ".", address: `backend ${line}`, at: { file: "main.tf", line } },
    });
    const state = (...signs: ReturnType<typeof sign>[]) =>
      assess(assessInput({ ...parts, signs })).reading.dependencies.find((d) => d.id === "state");
    expect(state()).toMatchObject({ status: "unknown" });
    expect(state()).not.toHaveProperty("seenIn");
    expect(state(sign("elsewhere", 1))).toMatchObject({ status: "elsewhere", seenIn: "backend 1" });
    const open = state(sign("elsewhere", 1), sign("unknown", 2));
    expect(open).toMatchObject({ status: "unknown", seenIn: "backend 1, backend 2" });
    expect(open?.dependsOn).toBe("dependencies.state in exeat.yaml: source or elsewhere");
    expect(state(sign("elsewhere", 1), sign("unknown", 2), sign("source", 3))).toMatchObject({
      ...{ status: "source", seenIn: "backend 3, backend 1, backend 2", seenAt: { file: "main.tf", line: 3 } },
    });
  });
});
