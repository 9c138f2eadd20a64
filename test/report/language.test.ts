import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { Assessment } from "../../assessment/assessment.ts";
import { costOf } from "../../assessment/cost-of.ts";
import { soughtDependencies } from "../../assessment/dependencies.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import { egressRules } from "../../assessment/one-off-cost.ts";
import { windows } from "../../assessment/windows.ts";
import { kindNames } from "../../constructs/kinds.ts";
import { valuesFromOutside } from "../../importers/hcl/problems.ts";
import { overlayAmbiguous } from "../../importers/plan-diagnostics.ts";
import { planners } from "../../migration-plans/planners.ts";
import { Unknown } from "../../providers/native.ts";
import type { GapClass } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { LeafGap } from "../../providers/survey.ts";
import { languageOf, type Piece, plain } from "../../report/language/language.ts";
import { reporters } from "../../report/reporters.ts";
import {
  assessInput,
  bucket,
  component,
  database,
  intact,
  losing,
  manyOf,
  native,
  shop,
} from "../assessment/estate.ts";
import { readFolder } from "../importers/hcl/memory-files.ts";
import { planOf } from "../migration-plans/shop-plan.ts";

const [en, fr] = [languageOf("en"), languageOf("fr")];
const SCENARIOS = ["planned-exit", "bouton-rouge", "provider-failure", "region-outage", "price-shock"] as const;

const gap = (name: string, path: string, gapClass: GapClass): LeafGap => ({
  ...{ root: ".", address: `aws_s3_bucket.${name}`, type: "aws_s3_bucket", path, place: path, class: gapClass },
});

/** Estates that make the assessment say what it can say. */
const assessments = [
  ...SCENARIOS.map((scenario) => assess({ ...shop(), scenario, facts: { deadlineDays: 90 } })),
  assess(
    assessInput({ components: [manyOf(bucket("many")), database("orders")], foreign: [native("aws_sqs_queue", "q")] }),
  ),
  assess({
    ...assessInput({
      components: [bucket("alone"), database("bare")],
      facts: { components: { "aws_s3_bucket.alone": { copy: "source" }, "aws_db_instance.bare": { copy: "none" } } },
    }),
    scenario: "provider-failure",
  }),
  assess({ ...shop(), requirements: ["hds"] }),
  assess(
    assessInput({
      components: [
        {
          ...bucket("open"),
          residue: [gap("open", "policy", "redesign")],
          detachable: new Set([".:aws_s3_bucket.open"]),
        },
      ],
    }),
  ),
  assess({
    ...shop(),
    scenario: "bouton-rouge",
    facts: {
      components: { ".:aws_db_instance.orders": { copy: "none" }, ".:aws_s3_bucket.assets": { copy: "source" } },
    },
  }),
];

/** Estates with charges of every form: many foreign types of one key, classes, and a type that may be of a kind. */
const namedTypes = ["iam_role", "iam_user", "iam_access_key", "iam_policy", "dynamodb_table", "iam_group"];
const which = assessInput({});
const drivingAssessments = [
  ...assessments,
  assess(assessInput({ foreign: namedTypes.map((type) => native(`aws_${type}`, "a")) })),
  assess({
    ...which,
    survey: {
      ...which.survey,
      unknown: [{ type: "aws_db_instance", natives: [native("aws_db_instance", "which")], ambiguous: true }],
    },
  }),
];

/** Facts of clouds in the plan of the shop: why, what instead, what a type is, how an engine replicates. */
const FACTS = [
  /^\d+ × `\w+` \(/,
  /^The target has none\.$/,
  /^Do it in the application\.$/,
  /SageMaker/,
  /IAM/i,
  /replication/,
  /subscribes/,
  /GPU/,
  /cli53/,
  /tofu init/,
  /SQS/,
  /^none: none$/,
  /^Do it in the application$/,
];

/** Components of each kind, with what makes their planners say more, and with what makes them say less. */
const lb = (name: string, props: Record<string, unknown>) => component("load-balancer", "aws_lb", name, props);
const zone = (name: string, props: Record<string, unknown>) => component("dns-zone", "aws_route53_zone", name, props);
const everyKind = assessInput({
  components: [
    component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16", egress: "zonal" }),
    component("network", "aws_vpc", "bare", {}),
    component("firewall", "aws_security_group", "wall", {}),
    component("vm", "aws_instance", "box", { customImage: "ami-1" }),
    component("vm", "aws_instance", "plain", {}),
    component("volume", "aws_ebs_volume", "disk", { sizeGiB: 10 }),
    component("kubernetes", "aws_eks_cluster", "cluster", {}),
    lb("front", { listeners: [{ port: 443, protocol: "https", rules: [{}] }, {}, { port: 1, rules: [{}, {}] }] }),
    lb("dim", { listeners: [{ rules: [{}] }, { protocol: "tcp", rules: [{}, {}] }] }),
    lb("dark", {}),
    zone("zone", { dnssec: true, domain: "example.org" }),
    zone("plain", { domain: "example.net" }),
    { ...zone("part", {}), attachedTo: "external" },
    { ...bucket("one"), residue: [gap("one", "policy", "workaround")] },
    {
      ...bucket("some"),
      residue: [gap("some", "policy", "redesign"), gap("some", "acl", "substitute"), gap("some", "logging", "accept")],
    },
    database("other", { engine: "mysql" }),
    component("volume", "aws_ebs_volume", "gone", {}),
    component("volume", "aws_ebs_volume", "forgotten", {}),
  ],
  translations: {
    ".:aws_ebs_volume.gone": {
      ...intact,
      unsupported: { why: "none", substitute: { what: "Do it in the application", class: "substitute" } },
    },
    ".:aws_ebs_volume.forgotten": { ...intact, unsupported: { why: "none", substitute: null } },
    ".:aws_lb.dark": losing("listeners", "blocks", "depends"),
  },
  foreign: Array.from({ length: 7 }, (_, i) => native("aws_sqs_queue", `q${i}`)),
  holes: [
    "Give the values it depends on with --var-file, or a plan with --plan.",
    "Name the workspace with --workspace (`default` where there is no other).",
    "Give a plan of this root with --plan, which has the values: each root is read by itself, and what another writes to its state is not followed, even where that root is read too.",
    "Name a folder that holds the module too.",
    "Run `tofu init` in the root's folder and read it again.",
    "Give a plan written through Terragrunt with --plan.",
    "Give size a value in a tfvars file (--var-file).",
    undefined,
  ].map((remedy, i) => ({
    ...{ kind: "value" as const, root: ".", address: `aws_vpc.v${i}`, path: "cidr", expression: `var.v${i}` },
    ...{ at: { file: "main.tf", line: i }, ...(remedy === undefined ? {} : { remedy }) },
  })),
});
const strange = {
  ...everyKind,
  survey: {
    ...everyKind.survey,
    unknown: [{ type: "aws_db_instance", natives: [native("aws_db_instance", "which")], ambiguous: true }],
    counts: { ...everyKind.survey.counts, unreadable: 2 },
  },
};

const leftOf = (pieces: readonly Piece[]) => pieces.flatMap((piece) => (piece.lang === "fr" ? [] : [piece.text]));
const inFrench = (sentence: string) => leftOf(fr.fact(sentence));

/** What an assessment says in sentences of its own, apart from facts of clouds. */
function sentences({ reading, returnTrip: trip, time, cost, unknowns, levers, requirements }: Assessment): string[] {
  return [
    ...requirements.flatMap((r) => r.components.flatMap((c) => c.why)),
    ...reading.assumes,
    ...[...reading.lost, ...(reading.atRisk ?? []), ...reading.mayBeLost].map((d) => d.why),
    ...reading.dependencies.flatMap((d) => [d.what, d.fails, d.dependsOn ?? ""]),
    ...trip.says,
    ...(trip.effort?.again ?? []),
    ...trip.waits.map((w) => w.name),
    ...trip.components.flatMap((c) => [...c.ends, c.dependsOn ?? ""]),
    ...trip.unpriced.flatMap((u) => [u.what, u.dependsOn]),
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
    const { leadTimes, workItems, crossCutting, foreignClasses } = effortModel;
    const PAGES_ONLY = ["transition", "retrieval", "egress-waiver"];
    const named = [
      ...windows.map((w) => w.name),
      ...assess({ ...assessInput({}), source: scaleway }).time.windows.flatMap((w) => [w.name, w.dependsOn ?? ""]),
      ...egressRules.map((r) => r.name),
      ...leadTimes.filter((t) => !PAGES_ONLY.includes(t.id)).map((t) => t.what),
      ...soughtDependencies.flatMap((d) => [d.what, d.fails]),
      ...foreignClasses.flatMap((c) => c.title ?? []),
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

  test("knows every name of the effort model that stands in a driver, and every sentence around one", () => {
    const { workItems, crossCutting, foreignClasses, lossClasses } = effortModel;
    const units = [
      ...crossCutting.flatMap((c) => Object.keys(c.scaling)),
      ...foreignClasses.flatMap((f) => Object.keys(f.per)),
    ];
    const names = [
      ...workItems.flatMap((w) => [w.kind, w.when]),
      ...crossCutting.map((c) => c.what),
      ...foreignClasses.map((f) => f.id),
      ...units,
      ...Object.keys(lossClasses),
    ].filter((name) => !["always", "per loss", "shareOfDirect"].includes(name));
    expect(new Set(names).size).toBeGreaterThan(200);
    expect(names.filter((name) => leftOf(fr.driver(name)).length > 0)).toEqual([]);
    // English has words as well, where a key is none.
    const isKey = (name: string) => /^[a-z]+[A-Z]/.test(name) || foreignClasses.some((f) => f.id === name);
    expect(names.filter(isKey).filter((name) => plain(en.driver(name)) === name)).toEqual([]);
    const abbreviated = /\b(api|cdn|ec2|fifo|fsx|ha|http|iam|kms|scp|urls|vm|vpn|waf)\b/;
    expect(names.map((name) => plain(en.driver(name))).filter((words) => abbreviated.test(words))).toEqual([]);
    const drivers = drivingAssessments.flatMap((a) => [...a.workItems, ...a.effort.drivers].map((w) => w.driver));
    expect(drivers.filter((driver) => leftOf(fr.driver(driver)).length > 0)).toEqual([]);
    const shapes = [
      / to \d/,
      /share of direct work/,
      /gaps?$/,
      /^calls of/,
      /: not described/,
      /depends on a value/,
      /^modules/,
      / more\b/,
    ];
    expect(shapes.filter((shape) => !drivers.some((driver) => shape.test(driver)))).toEqual([]);
  });

  test("keys of the effort model are words in English too, and what stands around them is kept", () => {
    const said = (driver: string) => plain(en.driver(driver));
    expect(said("ml: 1 × aws_sagemaker_endpoint, 2 × aws_sagemaker_model")).toBe(
      "machine-learning services: 1 × aws_sagemaker_endpoint, 2 × aws_sagemaker_model",
    );
    expect(said("1 × aws_sqs_queue: queue: no managed target")).toBe("1 × aws_sqs_queue: queue: no managed target");
    expect(said("objectBucket: 2 redesign gaps")).toBe("object storage bucket: 2 redesign gaps");
    expect(said("postgres: 1 accept gap")).toBe("PostgreSQL database: 1 gap to accept");
    expect(said("vm: 3 accept gaps")).toBe("virtual machine: 3 gaps to accept");
    expect(said("inventory, dependency map, migration plan: 1 to 1,200 × statefulComponent")).toBe(
      "inventory, dependency map, migration plan: 1 to 1,200 × component that keeps data",
    );
    expect(said("inventory, dependency map, migration plan: 1 × codeBlock (60 × component)")).toBe(
      "inventory, dependency map, migration plan: 1 × block of code (60 × component)",
    );
    expect(plain(fr.driver("inventory, dependency map, migration plan: 1 to 2 × codeBlock (60 × component)"))).toMatch(
      /: 1 à 2 × bloc de code \(60 × composant\)$/,
    );
    expect(said("calls of ml in application code")).toBe("calls of machine-learning services in application code");
    expect(said("ml: share of direct work")).toBe("machine-learning services: share of direct work");
    for (const format of ["text", "markdown", "html"] as const) {
      for (const one of drivingAssessments) {
        const { output } = reporters.assessment[format](one, { color: false });
        // Where in its notes a fact stands is no word of the report.
        const shown = output.replace(/<style>[\s\S]*?<\/style>/, "").replace(/\(not published\), \w+/g, "");
        expect(shown.match(/[ >(](objectBucket|serviceAccount|statefulComponent|cronJob|natGateway)\b.*/g)).toBeNull();
      }
    }
  });

  test("knows the summary of everything that reading an estate has to say", () => {
    const files = ["importers", "providers"].flatMap((folder) =>
      globSync(`${folder}/**/*.ts`).map((file) => readFileSync(file, "utf8")),
    );
    const written = [...files, readFileSync("cli/measure.ts", "utf8")].flatMap((source) =>
      [...source.matchAll(/^ +summary: (.*),$/gm)].flatMap(([, value = ""]) => value.match(/["`][^"`]+["`]/g) ?? []),
    );
    const summaries = written.flatMap((quoted) =>
      ["state", "plan", "table"].map((form) => quoted.slice(1, -1).replace("${form}", form)),
    );
    expect(new Set(written).size).toBeGreaterThan(70);
    expect([...new Set(summaries)].filter((s) => inFrench(s).length > 0)).toEqual([]);
  });

  test("says what is wrong with code, and what to do, around the cause", async () => {
    const varFiles = ["/v/a.tfvars", "/v/b.json", "/v/c.json"];
    const folder = {
      "/v/a.tfvars": "block {}",
      "/v/b.json": "[]",
      "/v/c.json": '{ "absent": 1 }',
      "/w/main.tf": [
        'module "away" { source = "example/vpc/aws" }',
        'module "near" { source = "./gone" }',
        'variable "n" {}',
        'variable "wrong" {\n  type = number\n  default = "x"\n}',
        'resource "thing" "some" {\n  count = var.n\n  x = local.none\n  y = 1 + "a"\n}',
        'resource "thing" "twice" {}',
        'resource "thing" "twice" {}',
        "locals {\n  a = local.b\n  b = local.a\n}",
        'resource "thing" "circle" { x = local.a }',
        'resource "thing" "broken" { x = = 2 }',
      ].join("\n"),
    };
    const { diagnostics } = await readFolder(folder, { varFiles });
    expect(new Set(diagnostics.map((d) => d.code)).size).toBe(9);
    const causes = [
      'a number is required, and this is a string in `1 + "a"`',
      expect.stringMatching(/^It is not valid at/),
    ];
    expect(diagnostics.flatMap((d) => inFrench(d.detail))).toEqual(causes);
    const ofUnits = [overlayAmbiguous("p.json", ["live/dev", "live/prod"]), valuesFromOutside("terragrunt.hcl")];
    expect(ofUnits.flatMap((d) => inFrench(d.detail))).toEqual([]);
  });

  test("says every step of a plan: titles, instructions, proofs and ways back; what is left are facts of clouds", () => {
    const allAtSource = Object.fromEntries(soughtDependencies.map((d) => [d.id, "source" as const]));
    const stopping = { components: { ".:aws_db_instance.orders": { maxDowntimeHours: 2 } } };
    expect(new Set(everyKind.survey.components.map((c) => c.kind))).toEqual(new Set(Object.keys(planners)));
    const copies = ["none", "elsewhere", undefined].flatMap((copy) =>
      ["a", "b", "c", "d"].map((name) => ({ ...bucket(`${copy}_${name}`), ...(copy ? { copy } : {}) })),
    );
    const stores = ["dynamodb_table", "docdb_cluster", "efs_file_system", "redshift_cluster"];
    const foreign = stores.flatMap((type) => ["a", "b"].map((name) => native(`aws_${type}`, name)));
    const stated = Object.fromEntries(copies.flatMap(({ id, copy }) => (copy ? [[id, { copy }]] : [])));
    const manyCopies = {
      ...assessInput({ components: copies.map(({ copy: _, ...component }) => component), foreign }),
      facts: { components: stated } as EstateFacts,
    };
    const inputs = [
      { ...shop(), facts: stopping },
      strange,
      manyCopies,
      { ...manyCopies, scenario: "bouton-rouge" as const },
      ...SCENARIOS.map((scenario) => ({ ...assessInput({}), scenario })),
      ...SCENARIOS.map((scenario) => ({ ...assessInput({}), scenario, facts: { dependencies: allAtSource } })),
    ];
    const silenced = (copy: "none" | "elsewhere") => {
      const held = Object.fromEntries(everyKind.survey.components.map(({ id }) => [id, { copy }]));
      const facts = { components: held, dependencies: { dns: "source" } } as EstateFacts;
      return { ...everyKind, scenario: "bouton-rouge" as const, facts };
    };
    const plans = [
      ...[...inputs, silenced("none"), silenced("elsewhere")].map((input) => planOf(input).plan),
      planOf(everyKind, "pulumi").plan,
    ];
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
    expect(ours.map((text) => plain(fr.fact(text))).filter((text) => / and \d+ more/.test(text))).toEqual([]);
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

  test("no number of draws makes a thing impossible or certain", () => {
    expect([0, 0.004, 0.5, 0.996, 1].map((share) => en.chance(share))).toEqual(
      ["< 1", "< 1", "50", "> 99", "> 99"].map((n) => `${n}\u00a0%`),
    );
  });

  test("writes the numbers of a sentence as they are written there", () => {
    const text = (sentence: string) => fr.fact(sentence).map((piece) => piece.text);
    expect(text("how much it is used, at 0.005 USD per GB: components.<id>.monthly.source in exeat.yaml")).toEqual([
      "l’usage (0,005 USD par Go)\u00a0: components.<id>.monthly.source dans exeat.yaml",
    ]);
    expect([...text("up to 1,000 GiB each"), ...text("up to 10 million objects each")]).toEqual([
      "jusqu’à 1\u202f000 Gio chacun",
      "jusqu’à 10 millions d’objets chacun",
    ]);
  });

  test("a fact that only begins like a sentence of ours stays whole in English", () => {
    for (const sentence of [
      "disks of databases taken as dear",
      "announcement of the source of 2024 and press",
      "It signs domain by domain; a zone in code has no switch.",
    ]) {
      expect(fr.fact(sentence)).toEqual([{ text: sentence, lang: "en" }]);
    }
    expect(fr.fact("gib of .:aws_s3_bucket.a, .:aws_s3_bucket.b and 2 more")).toEqual([
      { text: "gib de aws_s3_bucket.a, aws_s3_bucket.b et 2 de plus", lang: "fr" },
    ]);
  });

  test("a sentence that begins with code is a sentence too", () => {
    const said = fr.fact(
      "The reverse load ends without an error; its time is the time a return would take. `SOURCE_DATABASE=new sh verify.sh` finds no difference, and names the new database.",
    );
    expect(said.map((piece) => piece.lang)).toEqual(["fr"]);
    expect(said[0]?.text).toMatch(/^Le chargement inverse finit/);
  });

  test.each([en, fr])("ids have no root of their own in what people read ($lang)", (l) => {
    const said = l.fact('components..:module.a["b"].aws_s3_bucket.c in exeat.yaml: gib').map((piece) => piece.text);
    expect(said.join("")).toMatch(/^components\.module\.a\["b"\]\.aws_s3_bucket\.c /);
  });

  test("a form fits a whole sentence only, and what stands in it is kept as it is", () => {
    expect(fr.fact("Do without `notifications` of a.b: Poll $& the bucket.")).toEqual([
      { text: "Se passer de `notifications` de a.b\u00a0: ", lang: "fr" },
      { text: "Poll $& the bucket.", lang: "en" },
    ]);
    expect(fr.fact("Take `tags` out of a_b.c, a_b.d and 3 more")).toEqual([
      { text: "Retirer `tags` de a_b.c, a_b.d et 3 de plus", lang: "fr" },
    ]);
    expect(plain(fr.fact("Set the routes of OVHcloud again."))).toBe("Remettre les routes d’OVHcloud.");
    expect(plain(fr.fact("Set the routes of Scaleway again."))).toBe("Remettre les routes de Scaleway.");
    const compare =
      "Compare its ranges with every range it will be linked to: Scaleway while data moves, offices, partners.";
    expect(plain(fr.fact(compare))).toMatch(/^Comparer ses plages à chaque plage/);
    const spoken = (sentence: string) => plain(fr.fact(sentence)).replace(/[\u00a0\u202f]/g, " ");
    expect(spoken("site up to 1, wave up to 1; in no range until stated: interconnect, otherUser")).toBe(
      "site jusqu’à 1, wave jusqu’à 1 ; dans aucune fourchette tant qu’on ne le déclare pas : interconnect, otherUser",
    );
    expect(spoken("quota, change-freeze above P10; in no range until stated: domain-transfer")).toBe(
      "quota, change-freeze au-dessus de P10 ; dans aucune fourchette tant qu’on ne le déclare pas : domain-transfer",
    );
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
    // The space before these may not end a line.
    expect(ours.match(/.{20}[a-zé)] [;:?!»](\s|$)/g)).toBeNull();
    expect(ours).toMatch(/\u00a0: /);
    const labels = [...output.matchAll(/aria-label="([^"]*)"/g)].map(([, label = ""]) => label);
    expect(labels.filter((label) => /\b(all|cutover|rehearsal|platform|cross-cutting)\b/.test(label))).toEqual([]);
    expect(ours).not.toMatch(/\b(unknown|uncalibrated|likely|depends|losses|undefined|NaN)\b/i);
    expect(output.match(/inconnu/g)?.length).toBeGreaterThan(one.data.moves.length);
    expect(output).not.toMatch(/\b0 (GiB|Gio|EUR)/);
  });
});

test("what the code has in place of a value, what has to be bought, and where no backend is named are said in French", () => {
  const said = [
    'At the source, subnets is cidrsubnet(var.a, 8, 1); the code for OVHcloud has [{"cidr":"10.0.0.0/24"}]. Set it before you apply.',
    "OVHcloud sells the zone example.org by an order, which needs a means of payment. The code takes for granted that it is there; order it by hand, or synthesise with --allow-orders to have the code order it.",
    "a state names no backend",
  ].map((text) => plain(fr.fact(text)));
  expect(said[0]).toMatch(/^À la source, subnets est cidrsubnet\(var\.a, 8, 1\).; le code pour OVHcloud a \[\{"cidr":/);
  expect(said[0]).toMatch(/Régler cette valeur avant d’appliquer le code\.$/);
  expect(said[1]).toMatch(/^OVHcloud vend la zone example\.org sur commande/);
  expect(said[2]).toBe("un état ne nomme aucun backend");
});

test("a notice is said with the day on which it is given, and stops nothing", () => {
  const a = assess({ ...shop(), facts: { contract: { noticeDays: 60 } } });
  const output = (format: "text" | "markdown" | "html", lang: "en" | "fr") =>
    reporters.assessment[format](a, { color: false, lang }).output;
  expect(output("text", "en")).toMatch(/60 days: Notice in the contract with the source; give it on day \d/);
  expect(output("markdown", "fr")).toMatch(/Préavis du contrat avec la source .*à donner au jour \d/);
  expect(output("html", "en")).toContain("to have the contract end with the exit, and not before");
  expect(output("html", "en")).not.toMatch(/likely within 60/);
});
