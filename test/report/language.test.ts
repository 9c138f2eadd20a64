import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { Assessment } from "../../assessment/assessment.ts";
import { costOf } from "../../assessment/cost-of.ts";
import { soughtDependencies } from "../../assessment/dependencies.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import { egressRules } from "../../assessment/one-off-cost.ts";
import { windows } from "../../assessment/windows.ts";
import { kindNames } from "../../constructs/kinds.ts";
import { Unknown } from "../../providers/native.ts";
import { languageOf } from "../../report/language/language.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, component, database, manyOf, native, shop } from "../assessment/estate.ts";
import { planOf } from "../migration-plans/shop-plan.ts";

const [en, fr] = [languageOf("en"), languageOf("fr")];
const SCENARIOS = ["planned-exit", "bouton-rouge", "provider-failure", "region-outage", "price-shock"] as const;

/** Estates that make the assessment say what it can say. */
const assessments = [
  ...SCENARIOS.map((scenario) => assess({ ...shop(), scenario, facts: { deadlineDays: 90 } })),
  assess(
    assessInput({ components: [manyOf(bucket("many")), database("orders")], foreign: [native("aws_sqs_queue", "q")] }),
  ),
  assess({
    ...shop(),
    scenario: "bouton-rouge",
    facts: {
      components: { ".:aws_db_instance.orders": { copy: "none" }, ".:aws_s3_bucket.assets": { copy: "source" } },
    },
  }),
];

/** Facts of clouds in the plan of the shop: why, what instead, what a type is, how an engine replicates. */
const FACTS = [
  /^The target has none\.$/,
  /^Do it in the application\.$/,
  /SageMaker/,
  /IAM/i,
  /replication/,
  /GPU/,
  /cli53/,
  /^port 443/,
  /tofu init/,
];

/** A component of each kind, with what makes its planner say most. */
const everyKind = assessInput({
  components: [
    component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16", egress: "zonal" }),
    component("firewall", "aws_security_group", "wall", {}),
    component("vm", "aws_instance", "box", { customImage: "ami-1" }),
    component("volume", "aws_ebs_volume", "disk", { sizeGiB: 10 }),
    component("kubernetes", "aws_eks_cluster", "cluster", {}),
    component("load-balancer", "aws_lb", "front", { listeners: [{ port: 443, protocol: "https", rules: [{}] }] }),
    component("dns-zone", "aws_route53_zone", "zone", { dnssec: true, domain: "example.org" }),
    component("dns-zone", "aws_route53_zone", "plain", { domain: "example.net" }),
    database("other", { engine: "mysql" }),
  ],
});

const inFrench = (sentence: string) => fr.fact(sentence).flatMap((piece) => (piece.lang === "fr" ? [] : [piece.text]));

/** What an assessment says in sentences of its own, apart from facts of clouds. */
function sentences({ reading, time, cost, unknowns, levers }: Assessment): string[] {
  return [
    ...reading.assumes,
    ...[...reading.lost, ...reading.mayBeLost].map((d) => d.why),
    ...reading.dependencies.flatMap((d) => [d.what, d.fails, d.dependsOn ?? ""]),
    ...time.schedule.map((s) => s.name),
    ...time.windows.flatMap((w) => [w.name, w.dependsOn ?? ""]),
    ...cost.unpriced.flatMap((u) => [u.what, u.dependsOn]),
    ...(cost.oneOff.egress?.rules ?? []).map((r) => r.name),
    ...levers.map((lever) => lever.change),
    ...unknowns.flatMap((u) => [u.what, u.dependsOn, u.assumed ?? ""]),
  ].filter((s) => s !== "");
}

describe("French", () => {
  test("says every sentence that an assessment makes; what a cloud file says stays English, and is marked", () => {
    const said = [...new Set(assessments.flatMap(sentences))];
    const facts = ["Do it in the application.", "run `tofu init`, then read the folder again"];
    const left = said.filter((s) => inFrench(s).some((text) => !facts.includes(text)));
    expect(left).toEqual([]);
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter((s) => inFrench(s).length > 0).length).toBeGreaterThan(0);
  });

  test("leaves no English inside what settles a part of a bill", () => {
    const natives = [
      native("aws_instance", "open", { instance_type: new Unknown("var.size") }),
      native("aws_instance", "new", { instance_type: "z99.large" }),
      ...[
        "aws_s3_bucket",
        "aws_nat_gateway",
        "aws_lb",
        "aws_dynamodb_table",
        "aws_lambda_function",
        "aws_rds_cluster",
      ].map((type) => native(type, "one")),
    ];
    const { unpriced } = costOf(assessInput({ foreign: natives }), effortModel);
    const said = unpriced.flatMap((u) => [u.what, u.dependsOn]).map((s) => fr.fact(s));
    const whole = said.map((pieces) => pieces.map((p) => p.text).join(""));
    expect(unpriced.length).toBeGreaterThan(10);
    expect(said.flat().filter((p) => p.lang === "en")).toEqual([]);
    expect(whole.filter((s) => /\b(how|which|record|value|price|used|per|source:|target:|of|or)\b/.test(s))).toEqual(
      [],
    );
  });

  test("knows everything that the data names: windows, waits, needs, kinds, phases, roles", () => {
    const { leadTimes, workItems, crossCutting } = effortModel;
    const PAGES_ONLY = ["transition", "retrieval", "egress-waiver"];
    const named = [
      ...windows.map((w) => w.name),
      ...egressRules.map((r) => r.name),
      ...leadTimes.filter((t) => !PAGES_ONLY.includes(t.id)).map((t) => t.what),
      ...soughtDependencies.flatMap((d) => [d.what, d.fails]),
    ];
    expect(named.filter((s) => inFrench(s).length > 0)).toEqual([]);
    const roles = [...workItems, ...crossCutting].map((w) => w.role);
    const phases = crossCutting.flatMap((c) => c.phase ?? []);
    for (const { words } of [en, fr]) {
      expect(roles.filter((role) => !(role in words.roles))).toEqual([]);
      expect(phases.filter((phase) => !(phase in words.phases))).toEqual([]);
      expect(kindNames.filter((kind) => !(kind in words.kinds))).toEqual([]);
    }
  });

  test("says every step of a plan: titles, instructions, proofs and ways back; what is left are facts of clouds", () => {
    const stopping = { components: { ".:aws_db_instance.orders": { maxDowntimeHours: 2 } } };
    const plans = [{ ...shop(), facts: stopping }, everyKind].map((input) => planOf(input).plan);
    const said = plans.flatMap((plan) => [
      ...plan.triggers,
      ...plan.successCriteria,
      ...plan.phases.map((phase) => phase.purpose),
      ...plan.toFill.map((section) => section.section),
      ...plan.steps.flatMap((s) => [s.title, s.verify.manual, s.rollback?.manual, s.durationDependsOn]),
      ...plan.steps.map((s) => s.action.manual),
    ]);
    const ours = said.filter((sentence) => sentence !== undefined);
    const english = ours.flatMap(inFrench).map((text) => text.trim());
    expect(new Set(ours).size).toBeGreaterThan(200);
    // Facts of clouds: what a foreign type is and what replaces it, why a prop is lost, how an engine replicates.
    expect(english.filter((text) => !FACTS.some((fact) => fact.test(text)))).toEqual([]);
  });

  test("writes numbers and dates as they are written there", () => {
    expect([fr.amount(1234.5), fr.amount(3.44), fr.percent(0.5), fr.date("2026-11-24")]).toEqual([
      ...["1\u202f235", "3,4", "50\u00a0%", "24 nov. 2026"],
    ]);
    expect([en.amount(1234.5), en.amount(3.44), en.date("2026-11-24"), en.date("2026-11")]).toEqual([
      ...["1,235", "3.4", "24 Nov 2026", "2026-11"],
    ]);
    expect([fr.count(0, "hole"), fr.count(1, "hole"), fr.count(2, "hole"), en.count(0, "hole")]).toEqual([
      ...["0 trou", "1 trou", "2 trous", "0 holes"],
    ]);
  });

  test("a form fits a whole sentence only, and what stands in it is kept as it is", () => {
    expect(fr.fact("Do without `notifications` of a.b: Poll $& the bucket.")).toEqual([
      { text: "Se passer de `notifications` de a.b : ", lang: "fr" },
      { text: "Poll $& the bucket.", lang: "en" },
    ]);
    expect(fr.fact("Take `tags` out of a_b.c, a_b.d and 3 more")).toEqual([
      { text: "Retirer `tags` de a_b.c, a_b.d et 3 de plus", lang: "fr" },
    ]);
    expect(fr.fact("Prepare to leave")).toEqual([{ text: "Prepare to leave", lang: "en" }]);
    expect(en.fact("Prepare")).toEqual([{ text: "Prepare", lang: "en" }]);
  });
});

describe.each(["markdown", "html"] as const)("%s in French", (format) => {
  test("is French around the facts, marks the others, and never prints an unknown as a number", () => {
    const [one] = assessments;
    if (!one) throw new Error("no assessment");
    const { output } = reporters.assessment[format](one, { color: false, lang: "fr" });
    expect(output).toMatch(/non calibré/i);
    expect(output).toMatch(/rédigés en anglais/);
    expect(output).toMatch(format === "html" ? /<html lang="fr">/ : /^# Évaluation de sortie/);
    expect(output).toMatch(
      format === "html" ? /<span lang="en">Do it in the application\.<\/span>/ : /\*Do it in the application\.\*/,
    );
    const ours = output
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .replace(/<span lang="en">[\s\S]*?<\/span>/g, "")
      .replace(/<[^>]*>/g, " ");
    expect(ours).not.toMatch(/\b(unknown|uncalibrated|likely|depends|losses|undefined|NaN)\b/i);
    expect(output.match(/inconnu/g)?.length).toBeGreaterThan(one.data.moves.length);
    expect(output).not.toMatch(/\b0 (GiB|Gio|EUR)/);
  });
});
