import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput, Assessment } from "../../assessment/assessment.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import { estimate } from "../../assessment/estimate.ts";
import { hoursByRecord, leafLevers, propLevers } from "../../assessment/gap-levers.ts";
import { leversFor } from "../../assessment/levers.ts";
import { offLevers } from "../../assessment/off-levers.ts";
import { storeLevers as storeLeversOf } from "../../assessment/store-levers.ts";
import { typeLevers } from "../../assessment/type-levers.ts";
import { aws } from "../../providers/aws/index.ts";
import type { Native } from "../../providers/native.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, bucket, component, database, intact, losing, native, shop } from "./estate.ts";

/** Three numbers with one decimal each: the saving may be off by half a tenth of each. */
const ROUNDING = 0.15001;

const leaf = {
  ...{ address: "aws_s3_bucket.c", root: ".", type: "aws_s3_bucket", path: "force_destroy" },
  class: "setting" as const,
  place: "force_destroy",
};

const storeLevers = (input: AssessInput) => storeLeversOf(input, estimate(input));

const disk = (name: string) => ({ component: `.:aws_ebs_volume.${name}`, output: "id" });

/** Of three machines one runs; it shares a volume with one that is off, and the other has one of its own. */
const machines = (): AssessInput => {
  const machine = (name: string, volumes: readonly string[], rest: Partial<FoundComponent> = {}) => ({
    ...component("vm", "aws_instance", name, { size: { vcpu: 2, memoryGiB: 4 }, volumes: volumes.map(disk) }),
    ...rest,
  });
  return assessInput({
    components: [
      machine("web", ["both"]),
      machine("old", ["own", "both"], { off: true }),
      machine("older", [], { off: true }),
      component("volume", "aws_ebs_volume", "own", { sizeGiB: 10 }),
      component("volume", "aws_ebs_volume", "both", { sizeGiB: 10 }),
    ],
    foreign: ["a", "b", "c"].flatMap((name) => [
      native("aws_kinesis_stream", name),
      native("aws_globalaccelerator_accelerator", name),
    ]),
    unknown: [native("aws_quantum_thing", "x")],
  });
};

const estates: Readonly<Record<string, AssessInput>> = {
  "the shop": shop(),
  "machines of which some are switched off": machines(),
  "stores that may be moved in one of two ways": assessInput({
    components: [bucket("a", { versioning: true }), database("d", { highAvailability: "multi-zone" })],
    foreign: [
      ...["orders", "carts", "settled"].map((name) => native("aws_dynamodb_table", name)),
      native("aws_dynamodb_table_item", "seed"),
      native("aws_kinesis_stream", "s"),
      native("aws_sagemaker_endpoint", "a"),
    ],
    facts: { components: { "aws_dynamodb_table.settled": { conditions: { "wire-compatible store": true } } } },
  }),
  "alike and unlike components, with gaps of every kind": assessInput({
    components: [
      bucket("a", { versioning: true, notifications: [{ events: ["created"], target: { external: "queue" } }] }),
      bucket("b", { versioning: true, website: { indexDocument: "index.html", errorDocument: "404.html" } }),
      { ...bucket("c"), residue: [leaf] },
      database("d", { highAvailability: "multi-zone", iamAuthentication: true }),
      database("e", { engine: "mysql" }),
    ],
    translations: {
      ".:aws_s3_bucket.a": losing("notifications", "blocks"),
      ".:aws_s3_bucket.b": losing("website.indexDocument", "degrades", "depends"),
      ".:aws_db_instance.d": losing("backupRetentionDays", "degrades"),
    },
    foreign: [
      native("aws_sagemaker_endpoint", "a"),
      native("aws_kinesis_stream", "b"),
      native("aws_kinesis_stream", "c"),
      native("aws_iam_role", "r"),
    ],
    unknown: [native("aws_quantum_thing", "x"), native("aws_quantum_thing", "y")],
    facts: { team: { people: 3 }, environments: 3, factors: { criticality: "vital" } },
  }),
};

describe("a lever of services without a kind", () => {
  const changes = (natives: readonly Native[]) => assess(assessInput({ foreign: natives })).levers.map((l) => l.change);
  const jobs = Array.from({ length: 5 }, (_, i) => native("aws_glue_job", `load${i}`));

  test("says what they are, and how many of which types", () => {
    expect(changes([...jobs, native("aws_athena_workgroup", "w")])).toContain(
      "Do without analytics services (5 × aws_glue_job, 1 × aws_athena_workgroup), or replace what they do while still at Amazon Web Services",
    );
  });

  test("names few by their addresses", () => {
    expect(changes(jobs.slice(0, 2))).toContain(
      "Do without analytics services (aws_glue_job.load0, aws_glue_job.load1), or replace what they do while still at Amazon Web Services",
    );
  });

  test("is none of doing without what protects, watches, keeps copies or says who may do what", () => {
    const kept = [
      "accessanalyzer_analyzer",
      "cloudtrail",
      "guardduty_detector",
      "backup_plan",
      "wafv2_web_acl",
      "iam_role",
    ];
    const alone = kept.flatMap((type) => changes([native(`aws_${type}`, "x")]));
    expect(alone.filter((c) => c.startsWith("Do without"))).toEqual([]);
    expect(changes([native("aws_globalaccelerator_accelerator", "x")]).join()).toContain(
      "Do without protection and code",
    );
  });

  test("has stores behind an interface that leaves the cheaper way open, where nobody stated the way", () => {
    const [lever, ...others] = storeLevers(estates["stores that may be moved in one of two ways"]!);
    expect(others).toEqual([]);
    expect(lever?.addresses).toEqual(["aws_dynamodb_table.orders", "aws_dynamodb_table.carts"]);
    expect(lever?.change).toContain("one repository interface");
    const remodelled = { "aws_dynamodb_table.t": { conditions: { "re-modelled": true } } };
    const stated = assessInput({ foreign: [native("aws_dynamodb_table", "t")], facts: { components: remodelled } });
    expect(storeLevers(stated)).toHaveLength(1);
    expect(storeLevers(shop())).toEqual([]);
  });

  test("has a name for each class", () => {
    expect(effortModel.foreignClasses.filter((c) => !c.title).map((c) => c.id)).toEqual([]);
  });
});

describe("levers", () => {
  test.each(Object.entries(estates))("each saves what it says when it is applied: %s", (_, input) => {
    const before = assess(input);
    const byChange = new Map(leversFor(input, estimate(input)).map((l) => [l.change, l]));
    expect(before.levers.length).toBeGreaterThan(4);
    for (const { change, saves } of before.levers) {
      const lever = byChange.get(change);
      const after = assess(lever!.apply(input));
      for (const p of ["p50", "p80"] as const) {
        const saved = before.effort[p] - after.effort[p];
        expect([change, p, Math.abs(saved - saves[p]) <= ROUNDING]).toEqual([change, p, true]);
      }
      // A lever that is pulled is gone.
      expect(after.levers.map((l) => l.change)).not.toContain(change);
    }
  });

  test.each(Object.entries(estates))("are sorted, at most ten, and each names what to change: %s", (_, input) => {
    const { levers } = assess(input);
    const saved = levers.map((l) => l.saves.p80);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    expect(saved.every((s) => s > 0)).toBe(true);
    expect(levers.length).toBeLessThanOrEqual(10);
    for (const { change, addresses } of levers) {
      expect(addresses.length).toBeGreaterThan(0);
      expect(change).toContain(addresses[0]);
    }
  });

  test.each(Object.entries(estates))("what is not charged anew is what it would be: %s", (_, input) => {
    const from = estimate(input);
    for (const lever of leversFor(input, from)) {
      const changed = lever.apply(input);
      expect(estimate(changed, from).hours).toEqual(estimate(changed).hours);
      expect(estimate(changed, from).charges).toEqual(estimate(changed).charges);
    }
  });

  test("what is switched off is left behind with what nothing else uses, and no machine goes without its disks", () => {
    const [lever] = offLevers(machines(), estimate(machines()));
    expect(lever?.addresses).toEqual(["aws_instance.old", "aws_instance.older", "aws_ebs_volume.own"]);
    const { survey } = lever!.apply(machines());
    expect(survey.components.map((c) => c.id)).toEqual([".:aws_instance.web", ".:aws_ebs_volume.both"]);
    expect([survey.counts.natives, survey.counts.recognised]).toEqual([9, 2]);
    expect(assess(machines()).levers.map((l) => l.change)).not.toContainEqual(expect.stringContaining("`volumes`"));
  });

  test("those that are not looked for are none of those measured", () => {
    const components = Array.from({ length: 9 }, (_, i) => bucket(`b${i}`, { versioning: true, labels: { a: "b" } }));
    const lost = ["versioning", "labels"].flatMap((path) => losing(path, "blocks").losses);
    const foreign = [...Array(40)].map((_, i) => native("aws_sagemaker_endpoint", `n${i}`));
    const unknown = [...Array(16)].map((_, i) => native(`aws_quantum_${i}`, "x"));
    const input = assessInput({
      components,
      foreign,
      unknown,
      translations: Object.fromEntries(components.map((c) => [c.id, { ...intact, losses: lost }])),
    });
    for (const some of [input, { ...input, survey: { ...input.survey, unknown: [] } }]) {
      const from = estimate(some);
      const all = [
        ...typeLevers(some, from),
        ...leafLevers(some, hoursByRecord(from)),
        ...propLevers(some, from, hoursByRecord(from)).flatMap((source) => {
          const levers = source.levers();
          for (const { likely } of levers) expect(likely).toBeLessThanOrEqual(source.atMost);
          return levers;
        }),
      ];
      const most = all
        .map((l) => l.likely)
        .filter((likely) => likely > 0)
        .sort((a, b) => b - a);
      expect(leversFor(some, from).map((l) => l.likely)).toEqual(most.slice(0, 14));
    }
  });

  test("one that is left out saves no more than the last that is shown, among those that touch less", () => {
    const input = assessInput({
      components: Array.from({ length: 12 }, (_, i) => bucket(`b${i}`, { versioning: i % 2 === 0 })),
      foreign: ["aws_sagemaker_endpoint", "aws_kinesis_stream", "aws_sfn_state_machine", "aws_wafv2_web_acl"].map((t) =>
        native(t, "x"),
      ),
    });
    const { levers } = assess(input);
    const last = levers.at(-1)?.saves.p80 ?? 0;
    const left = leversFor(input, estimate(input)).filter((l) => !levers.some((s) => s.change === l.change));
    const of = (i: AssessInput): Assessment["effort"] => assess(i).effort;
    const before = of(input).p80;
    for (const lever of left) expect(before - of(lever.apply(input)).p80).toBeLessThanOrEqual(last + ROUNDING);
  });

  test("name and take away the place that is lost, in every item, and no more", () => {
    const balancer = component("load-balancer", "aws_lb", "l", {
      subnets: [{ external: "subnet-1", literal: true }],
      listeners: [{ port: 80, protocol: "http", backend: "web" }],
      backends: ["web", "api"].map((name) => ({
        ...{ name, protocol: "http", algorithm: "least-connections" },
        healthCheck: { protocol: "http", healthyAfter: 3 },
      })),
    });
    const lost = (...paths: string[]) => {
      const losses = paths.flatMap((path) => losing(path, "degrades").losses);
      return assessInput({ components: [balancer], translations: { [balancer.id]: { ...intact, losses } } });
    };
    const lever = (input: AssessInput) => leversFor(input, estimate(input));
    const input = lost("backends.healthCheck.healthyAfter");
    const [first, ...others] = lever(input);
    expect(others).toEqual([]);
    expect(first?.change).toBe("Do without `backends.healthCheck.healthyAfter` of aws_lb.l: Do it in the application.");
    const after = first!.apply(input);
    expect(after.translations.get(balancer.id)?.losses).toEqual([]);
    expect(after.survey.components[0]?.props).toEqual({
      ...balancer.props,
      backends: ["web", "api"].map((name) => ({
        ...{ name, protocol: "http", algorithm: "least-connections" },
        healthCheck: { protocol: "http" },
      })),
    });
    // All that a place holds is lost: the place is. What must be there is nothing to do without, nor is a list of it.
    const whole = lever(lost("backends.healthCheck.healthyAfter", "backends.healthCheck.protocol"));
    expect(whole.map((l) => l.change)).toEqual([
      "Do without `backends.healthCheck` of aws_lb.l: Do it in the application.",
    ]);
    expect(lever(lost("backends", "backends.protocol", "listeners", "subnets"))).toEqual([]);
  });

  test("are none where the source would have another value all the same", () => {
    const cluster = component("kubernetes", "aws_eks_cluster", "k", {
      subnets: [],
      version: "1.33",
      labels: { a: "b" },
    });
    const losses = ["version", "labels"].flatMap((path) => losing(path, "degrades").losses);
    const input = assessInput({ components: [cluster], translations: { [cluster.id]: { ...intact, losses } } });
    const changes = leversFor(input, estimate(input)).map((l) => l.change);
    expect(changes).toEqual(["Do without `labels` of aws_eks_cluster.k: Do it in the application."]);
    const network = component("network", "aws_vpc", "v", { cidr: "10.0.0.0/16", labels: { a: "b" } });
    const all = ["cidr", "labels"].flatMap((path) => losing(path, "degrades").losses);
    const other = assessInput({ components: [network], translations: { [network.id]: { ...intact, losses: all } } });
    expect(leversFor(other, estimate(other)).map((l) => l.change)).toEqual([
      "Do without `labels` of aws_vpc.v: Do it in the application.",
    ]);
  });

  test("labels make nothing unlike, known or not", () => {
    const effort = (...all: FoundComponent[]) => assess(assessInput({ components: all })).effort;
    const [a, b] = [database("a", { labels: { team: "x" } }), database("b", { labels: { owner: "y", stage: "z" } })];
    expect(effort(a, b)).toEqual(effort(database("a"), database("b")));
    const open = { ...database("b"), holes: [{ path: "labels", expression: "var.tags", at: a.at }] };
    expect(effort(a, open)).toEqual(effort(database("a"), database("b")));
  });

  test("what a resource must have is not taken out, nor what its provider fills in; the whole is, where nothing else is read of it", () => {
    const gap = (type: string, path: string) => ({
      ...{ address: `${type}.n`, root: ".", type, path, place: path, class: "redesign" as const },
    });
    const changes = (type: string, path: string, detachable?: ReadonlySet<string>) => {
      const natives = [native("aws_s3_bucket", "a"), native(type, "n", { [path]: "x", bucket: "a" })];
      const found = { ...bucket("a"), natives, residue: [gap(type, path)], ...(detachable ? { detachable } : {}) };
      const input = assessInput({ components: [found] });
      const levers = leversFor(input, estimate(input));
      for (const l of levers) expect(l.apply(input).survey.components[0]?.residue).toEqual([]);
      return levers.map((l) => l.change);
    };
    expect(changes("aws_s3_bucket_policy", "policy")).toEqual([]);
    expect(changes("aws_s3_bucket_inventory", "name")).toEqual([]);
    expect(changes("aws_s3_bucket_inventory", "name", new Set([".:aws_s3_bucket_inventory.n"]))).toEqual([
      "Do without aws_s3_bucket_inventory.n",
    ]);
    // Who may do what is nothing to do without.
    expect(changes("aws_s3_bucket_policy", "policy", new Set([".:aws_s3_bucket_policy.n"]))).toEqual([]);
    expect(changes("aws_s3_bucket", "acceleration_status")).toEqual([]);
    expect(changes("aws_s3_bucket", "force_destroy")).toEqual(["Take `force_destroy` out of aws_s3_bucket.n"]);
  });

  test("a login, or a database beside others, is nothing to do without: its work is counted all the same", () => {
    const type = "scaleway_rdb_user";
    const gap = { address: `${type}.n`, root: ".", type, path: "name", place: "name", class: "workaround" as const };
    const natives = [native("scaleway_rdb_instance", "d"), native(type, "n", { name: "app" })];
    const found = { ...database("d"), natives, residue: [gap], detachable: new Set([`.:${type}.n`]) };
    const input = { ...assessInput({ components: [found] }), source: scaleway };
    const estimated = estimate(input);
    expect(estimated.charges.map((c) => c.key)).toContain("postgres.adapt.workaround");
    expect(leversFor(input, estimated)).toEqual([]);
    expect(leversFor({ ...input, source: { ...scaleway, inUse: [] } }, estimated).map((l) => l.change)).toEqual([
      "Do without scaleway_rdb_user.n",
    ]);
  });

  test("leaves beside each other are one lever", () => {
    const gap = (path: string) => ({
      ...{ address: "aws_eks_node_group.g", root: ".", type: "aws_eks_node_group", path, place: path },
      class: "redesign" as const,
    });
    const found = {
      ...bucket("a"),
      residue: ["update_config.0.a", "update_config.0.b", "force_update_version"].map(gap),
    };
    const group = native("aws_eks_node_group", "g", {
      update_config: [{ a: 1, b: 2, kept: 3 }],
      force_update_version: true,
    });
    const input = assessInput({ components: [{ ...found, natives: [native("aws_s3_bucket", "a"), group] }] });
    const levers = leversFor(input, estimate(input));
    expect(levers.map((l) => l.change)).toEqual([
      "Take `update_config.0.a`, `update_config.0.b` out of aws_eks_node_group.g",
      "Take `force_update_version` out of aws_eks_node_group.g",
    ]);
    expect(levers[0]?.apply(input).survey.components[0]?.residue.map((r) => r.path)).toEqual(["force_update_version"]);
  });

  test("takes out what holds nothing but gaps: the statements of a policy, but of two statements the one that is not read", () => {
    const gap = (path: string) => ({
      ...{ address: "aws_s3_bucket_policy.p", root: ".", type: "aws_s3_bucket_policy", path },
      ...{ class: "redesign" as const, place: "policy.Statement" },
    });
    const policy = (...statements: object[]) =>
      native("aws_s3_bucket_policy", "p", { bucket: "a", policy: JSON.stringify({ Statement: statements }) });
    const change = (statements: object[], paths: string[]) => {
      const found = { ...bucket("a"), natives: [native("aws_s3_bucket", "a"), policy(...statements)] };
      const components = [{ ...found, residue: paths.map(gap) }];
      const input = { ...assessInput({ components }), source: { ...aws, inUse: [] } };
      return leversFor(input, estimate(input)).map((l) => l.change);
    };
    const [one, other] = [{ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"] }, { Effect: "Deny" }];
    const ofOne = ["Effect", "Action.0", "Action.1"].map((leaf) => `policy.Statement.0.${leaf}`);
    expect(change([one], ofOne)).toEqual(["Take `policy.Statement` out of aws_s3_bucket_policy.p"]);
    expect(change([one, other], ofOne)).toEqual(["Take `policy.Statement.0` out of aws_s3_bucket_policy.p"]);
    // Without its condition a statement lets more in.
    expect(change([{ ...one, Condition: { Bool: { x: "y" } } }], ["policy.Statement.0.Condition.Bool.x"])).toEqual([]);
  });

  test("does without what nobody described, and never without what a value nobody knows may make a database", () => {
    const [input, open] = (["unknown", "ambiguous"] as const).map((as) =>
      assessInput({ [as]: [native("aws_db_instance", "d")] }),
    ) as [AssessInput, AssessInput];
    const change = (of: AssessInput) => leversFor(of, estimate(of)).map((l) => l.change);
    expect(change(open).filter((c) => c.includes("aws_db_instance.d"))).toEqual([]);
    expect(change(input)).toContain("Do without aws_db_instance.d, a type that nobody described");
  });
});
