import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import { soughtDependencies } from "../../assessment/dependencies.ts";
import { effortModel, PHASES } from "../../assessment/effort-model.ts";
import { missingAnswers } from "../../assessment/missing-answers.ts";
import { alikeTogether } from "../../migration-plans/alike.ts";
import { ordered } from "../../migration-plans/order.ts";
import { Plan, type Step, subjectsOf } from "../../migration-plans/plan.ts";
import { threat } from "../../providers/hazard.ts";
import { type Tree, Unknown } from "../../providers/native.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { hazardsOf as hazardsIn } from "../../report/plan-reading.ts";
import { assessInput, bucket, component, database, intact, losing, native, shop } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const { plan, files } = planOf(shop());
const index = new Map(plan.steps.map((s, i) => [s.id, i]));
const position = (id: string) => index.get(id) ?? Number.NaN;
const step = (id: string) => plan.steps[position(id)]!;

/** Everything a step needs, directly or not. */
function allNeeds(id: string, seen = new Set<string>()): Set<string> {
  for (const need of step(id).needs) if (!seen.has(need)) allNeeds(need, seen.add(need));
  return seen;
}

describe("a plan", () => {
  test.each([
    ["objects", bucket("held"), ["copy", "verify", "verify"]],
    ["a database", database("held"), ["move", "move"]],
    ["files", component("volume", "aws_ebs_volume", "held", {}), ["copy"]],
  ] as const)("reads %s from the source as often as egress is counted", (_, held, reading) => {
    const input = assessInput({ components: [held], facts: { components: { [held.id.slice(2)]: { gib: 100 } } } });
    const { gib = 0, gibRead = gib } = assess(input).cost.oneOff.egress ?? {};
    expect([gib, gibRead]).toEqual([100, 100 * reading.length]);
    // What runs in the freeze carries what has changed since, but for a database, which is dumped anew; servers sum their rows and files.
    const scripts = planOf(input).plan.steps.flatMap(({ id, action }) => {
      const [, name = ""] = /(copy|move|verify)\.sh$/.exec(action.run?.[1] ?? "") ?? [];
      return id.endsWith(".delta") || (name === "verify" && held.kind !== "object-bucket") ? [] : name;
    });
    expect(scripts.filter(Boolean)).toEqual(reading);
  });

  test("is what its schema says, and the same twice", () => {
    expect(Plan.parse(plan)).toEqual(plan);
    expect(JSON.stringify(planOf(shop()).plan)).toBe(JSON.stringify(plan));
  });

  test("each step comes after what it needs, and phases come in order", () => {
    for (const s of plan.steps) for (const need of s.needs) expect(position(need)).toBeLessThan(position(s.id));
    const phases = plan.steps.map((s) => PHASES.indexOf(s.phase as (typeof PHASES)[number]));
    expect(phases).toEqual([...phases].sort((a, b) => a - b));
  });

  test("nothing found is dropped: components, foreign types, unknown types and holes each have a step", () => {
    const about = new Set(plan.steps.flatMap(subjectsOf));
    for (const subject of [
      ".:aws_s3_bucket.assets",
      ".:aws_db_instance.orders",
      "foreign:aws_sagemaker_endpoint",
      "foreign:aws_iam_role",
      "foreign:aws_iam_policy",
      "unknown:aws_quantum_thing",
      "hole:module.network",
    ]) {
      expect(about).toContain(subject);
    }
  });

  test("types that the assessment counts as one piece of work are replaced in one step, which says of each what instead", () => {
    const { title, action, effort, duration } = step("foundation.foreign.serviceAccount");
    expect(title).toBe("Replace by hand: 1 × `aws_iam_policy`, 1 × `aws_iam_role`");
    expect(action.manual).toMatch(/^At Scaleway: 1 × `aws_iam_policy` \(.*\).*: .*\. It concerns `.*`, `.*`\.$/);
    expect(effort?.likely).toBeGreaterThan(1);
    expect(duration).toEqual(effort);
  });

  test("code that was written is finished by a person before it is planned, after what it loses was decided", () => {
    const code = "foundation.code.sql-database";
    expect(step(code).needs).toContain("foundation.aws-db-instance-orders.loss-1");
    expect(step("foundation.target.plan").needs.concat(step("foundation.target.init").needs)).toContain(code);
    expect(step(code).effort?.likely).toBeGreaterThan(1);
  });

  test("after the first write at the target the way back leads to the database that was filled from there", () => {
    expect(step("cutover.aws-db-instance-orders.switch").rollback?.manual).toMatch(
      /reverse\.sh`, compare, then point them at the new database that it filled/,
    );
  });

  test("where the source does not answer, what has a copy is restored from it, what may have one is sought, and what has none is not moved", () => {
    const copies = [bucket("lost"), bucket("kept"), bucket("open")];
    const facts = {
      components: { [copies[0]!.id]: { copy: "none" }, [copies[1]!.id]: { copy: "elsewhere" } },
    } as const;
    const { steps, phases } = planOf({ ...assessInput({ components: copies }), scenario: "bouton-rouge", facts }).plan;
    const of = (name: string) => steps.filter((s) => s.component === `.:aws_s3_bucket.${name}`).map((s) => s.id);
    expect(of("lost")).toEqual(["cutover.aws-s3-bucket-lost.switch"]);
    expect(of("kept")).toEqual([
      "data-replication.aws-s3-bucket-kept.copy",
      "rehearsal.aws-s3-bucket-kept.prove",
      "cutover.aws-s3-bucket-kept.switch",
    ]);
    const titled = (id: string) => steps.find((s) => s.id === id);
    expect(titled("prepare.copies.lost")?.title).toBe("Accept the loss of `aws_s3_bucket.lost`");
    expect(titled("prepare.copies.restored")?.concerns).toEqual([".:aws_s3_bucket.kept"]);
    expect(titled("data-replication.aws-s3-bucket-kept.copy")).toMatchObject({
      title: "Restore `aws_s3_bucket.kept` at Scaleway from its copy",
      needs: expect.arrayContaining(["prepare.copies.restored"]),
    });
    expect(titled("data-replication.aws-s3-bucket-open.copy")?.needs).toContain("prepare.copies.unknown");
    expect(steps.filter((s) => s.kind === "destroy").map((s) => s.title)).toEqual([
      "Close what is left at Amazon Web Services",
    ]);
    expect(phases.find((p) => p.id === "cutover")?.purpose).toBe("Switch to what was restored");
  });

  test("what foreign types hold is carried over and proven before the rest of the source is destroyed; what has no copy then is not", () => {
    const foreign = [native("aws_dynamodb_table", "carts")];
    const of = (scenario: "planned-exit" | "bouton-rouge", facts = {}) =>
      planOf({ ...assessInput({ foreign, facts }), scenario }).plan.steps.filter((s) => s.kind === "copy");
    const [first, carried] = of("planned-exit");
    expect(first).toMatchObject({ id: "data-replication.foreign.keyValueNoSql", phase: "data-replication" });
    expect(carried).toMatchObject({
      phase: "cutover",
      needs: expect.arrayContaining(["data-replication.foreign.keyValueNoSql", "rehearsal.estate.decide"]),
      title: "Carry over what is in 1 × `aws_dynamodb_table`",
      concerns: ["foreign:aws_dynamodb_table"],
      places: [".:aws_dynamodb_table.carts"],
      rollback: { manual: expect.stringContaining("point the applications back") },
    });
    const copy = (where: "none" | "elsewhere") => ({ components: { "aws_dynamodb_table.carts": { copy: where } } });
    expect(of("bouton-rouge", copy("none"))).toEqual([]);
    expect(of("bouton-rouge", copy("elsewhere")).map((s) => s.needs)).toEqual([
      expect.arrayContaining(["prepare.copies.restored"]),
    ]);
  });

  test("what works and no component holds stops before anything is frozen, and users come when all data is there", () => {
    const foreign = [
      native("aws_ecs_service", "app"),
      native("aws_sqs_queue", "mails"),
      native("aws_efs_file_system", "files"),
      native("aws_iam_role", "app"),
    ];
    const input = assessInput({ components: [database("orders")], foreign });
    const { steps } = planOf(input).plan;
    const at = (id: string) => steps.findIndex((s) => s.id === id);
    const [pause, users] = ["cutover.application.pause", "cutover.application.switch"];
    const works = [".:aws_ecs_service.app", ".:aws_sqs_queue.mails"];
    expect(steps[at(pause)]).toMatchObject({ kind: "freeze", places: works, rollback: { manual: expect.any(String) } });
    expect(steps[at(users)]).toMatchObject({
      kind: "switch",
      places: works,
      rollback: { manual: expect.stringMatching(/^Turn the schedules off at Scaleway, lead names.* back to Amazon/) },
    });
    const order = [
      "data-replication.foreign.fileShare",
      "rehearsal.estate.decide",
      pause,
      "cutover.aws-db-instance-orders.freeze",
      "cutover.foreign.fileShare",
      users,
      "stabilisation.estate.watch",
    ];
    expect(order.map(at)).toEqual(order.map(at).sort((a, b) => a - b));
    expect(order.map(at)).not.toContain(-1);
    expect(steps[at(users)]?.needs).toEqual(
      expect.arrayContaining([pause, "cutover.foreign.fileShare", "cutover.aws-db-instance-orders.switch"]),
    );
    expect(steps[at("stabilisation.estate.watch")]?.needs).toContain(users);
    const without = planOf(assessInput({ foreign: [native("aws_iam_role", "app")] })).plan.steps.map((s) => s.id);
    expect(without.filter((id) => id.includes(".application."))).toEqual([]);
    const gone = planOf({ ...input, scenario: "bouton-rouge" }).plan.steps;
    expect(gone.filter((s) => s.id === users).map((s) => [s.needs.includes(pause), s.rollback])).toEqual([
      [false, null],
    ]);
  });

  test("a database whose engine nobody knows is found out about, carried over, and asked for its size and its copies", () => {
    const input = assessInput({
      ambiguous: [native("aws_db_instance", "d"), native("aws_db_instance_role_association", "r")],
    });
    const { steps } = planOf(input).plan;
    const find = (id: string) => steps.find((s) => s.id === id);
    expect(find("prepare.unknown.aws_db_instance")?.action.manual).toMatch(/write it into the code/);
    expect(find("cutover.unknown.aws_db_instance")).toMatchObject({
      kind: "copy",
      concerns: ["unknown:aws_db_instance"],
      places: [".:aws_db_instance.d"],
      needs: expect.arrayContaining(["foundation.unknown.aws_db_instance"]),
    });
    const asked = missingAnswers(input, effortModel).map((a) => a.path.join(" "));
    expect(asked).toEqual(
      expect.arrayContaining(["gib", "copy"].map((fact) => `components .:aws_db_instance.d ${fact}`)),
    );
    expect(asked).not.toContain("components .:aws_db_instance_role_association.r gib");
  });

  test("what a failing source alone holds is fetched before anything else, and copied before what has a copy elsewhere", () => {
    const components = [bucket("alone"), bucket("copied"), bucket("open")];
    const facts = {
      components: { [components[0]!.id]: { copy: "source" }, [components[1]!.id]: { copy: "elsewhere" } },
    } as const;
    const of = (scenario: "provider-failure" | "planned-exit") =>
      planOf({ ...assessInput({ components, foreign: [native("aws_dynamodb_table", "carts")] }), scenario, facts }).plan
        .steps;
    const steps = of("provider-failure");
    expect(steps[0]).toMatchObject({
      ...{ id: "prepare.copies.fetch", kind: "copy", needs: [] },
      concerns: [".:aws_s3_bucket.alone", ".:aws_s3_bucket.open", ".:aws_dynamodb_table.carts"],
      action: { manual: expect.stringMatching(/Of `aws_s3_bucket.open`, `aws_dynamodb_table.carts` nobody stated/) },
    });
    const copies = steps.filter((s) => s.kind === "copy" && s.phase === "data-replication").map((s) => s.component);
    expect(copies.at(-1)).toBe(".:aws_s3_bucket.copied");
    expect(of("planned-exit").map((s) => s.id)).not.toContain("prepare.copies.fetch");
  });

  test("what has no step of its own is destroyed before the network it stands in, and an account that others use stays open", () => {
    const net = component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16" });
    const { steps } = planOf(assessInput({ components: [net], foreign: [native("aws_ecs_cluster", "apps")] })).plan;
    const said = (id: string) => steps.find((s) => s.id === id)?.action.manual;
    expect(said("decommission.aws-vpc-net.destroy")).toContain("such as what was replaced by hand");
    expect(said("decommission.estate.close")).toMatch(/Close the account once nothing that belongs to others/);
  });

  test("what the exit itself needs is had outside the source before the decision to go; what nobody knows is asked for, what is elsewhere is left", () => {
    const ids = soughtDependencies.map((d) => d.id).sort();
    const made = (scenario: "planned-exit" | "bouton-rouge", status?: "source" | "elsewhere") => {
      const dependencies = status && Object.fromEntries(ids.map((id) => [id, status]));
      const input = { ...assessInput({}), scenario, ...(dependencies ? { facts: { dependencies } } : {}) };
      const { steps } = planOf(input).plan;
      const decided = steps.find((s) => s.id === "rehearsal.estate.decide")?.needs;
      return steps
        .filter((s) => subjectsOf(s).some((subject) => subject.startsWith("dependency:")))
        .map((s) => ({ id: s.id, about: subjectsOf(s).length, waited: decided?.includes(s.id) }));
    };
    const asked = { id: "prepare.dependencies.unknown", about: ids.length, waited: true };
    const state = { id: "decommission.estate.state", about: 1, waited: false };
    expect(made("planned-exit")).toEqual([asked, state]);
    expect(made("planned-exit", "elsewhere")).toEqual([]);
    const moved = ids.filter((id) => id !== "state").map((id) => `foundation.dependency.${id}`);
    expect(made("planned-exit", "source")).toEqual([...moved.map((id) => ({ id, about: 1, waited: true })), state]);
    const anew = ids.map((id) => ({ id: `prepare.dependency.${id}`, about: 1, waited: true }));
    expect(made("bouton-rouge", "source")).toEqual(anew);
  });

  test("the state that destroying the source reads is moved out first; where nothing is destroyed it stays", () => {
    const of = (scenario: "planned-exit" | "bouton-rouge", state?: "source" | "elsewhere") =>
      planOf({ ...shop(), scenario, facts: state ? { dependencies: { state } } : {} }).plan.steps;
    const moved = "decommission.estate.state";
    // What nobody knows is not elsewhere.
    expect(of("planned-exit").map((s) => s.id)).toContain(moved);
    const left = of("planned-exit", "source");
    expect(left.find((s) => s.id === moved)?.needs).toEqual(["decommission.estate.giveUp"]);
    const destroyed = left.filter((s) => s.kind === "destroy");
    expect(destroyed.length).toBeGreaterThan(2);
    for (const { needs } of destroyed) expect(needs).toContain(moved);
    for (const other of [of("planned-exit", "elsewhere"), of("bouton-rouge", "source")])
      expect(other.map((s) => s.id)).not.toContain(moved);
  });

  test("values and settings are filled in before a program asks for them: those of the code, then those of the scripts", () => {
    const files = { "target/terraform.tfvars.example": "terraform", "target/Pulumi.example.yaml": "pulumi" } as const;
    for (const [file, engine] of Object.entries(files)) {
      const { steps: all } = planOf(shop(), engine, [file]).plan;
      const needs = (id: string) => all.find((s) => s.id === id)?.needs ?? [];
      expect(needs("foundation.target.init")).toContain("foundation.target.values");
      const first = engine === "terraform" ? ["foundation.target.planFile"] : ["foundation.target.init"];
      expect(needs("foundation.target.plan")).toEqual(first);
      expect(all.find((s) => s.id === "foundation.target.values")?.action.manual).toContain(
        `Copy \`${file}\` to \`target/`,
      );
    }
    expect(index.has("foundation.target.values")).toBe(false);
    const scripts = plan.steps.filter((s) => s.action.run?.[1]?.startsWith("scripts/"));
    expect(scripts.length).toBeGreaterThan(3);
    for (const { needs } of scripts) expect(needs).toContain("data-replication.estate.env");
    expect(step("data-replication.estate.env").needs).toEqual(["foundation.target.apply"]);
  });

  test("what a program runs says how much work of people it is besides, and how long only where that is known", () => {
    const { duration, durationDependsOn, effort } = step("data-replication.aws-s3-bucket-assets.copy");
    expect([duration, durationDependsOn]).toEqual([null, expect.stringContaining("gib")]);
    expect(effort?.likely).toBeGreaterThan(1);
  });

  test("holes that one act settles are one step that names each of them once, with every place", () => {
    const hole = (kind: "outside" | "value", address: string, line: number, remedy: string) => ({
      ...{ kind, root: ".", address, path: "", expression: address, at: { file: "main.tf", line }, remedy },
    });
    const outside = ["var.a", "var.b"].map((name, i) => hole("outside", name, i, "Read it through Terragrunt."));
    const give = (name: string, line: number) =>
      hole("value", `var.${name}`, line, `Give ${name} a value in a tfvars file (--var-file).`);
    const acts = (...holes: (typeof outside)[number][]) =>
      planOf(assessInput({ holes }))
        .plan.steps.filter((s) => s.component.startsWith("hole:"))
        .map((s) => [s.title, s.action.manual]);
    const then = "Then assess and plan again.";
    expect(acts(...outside, give("c", 3), give("d", 4), give("c", 5))).toEqual([
      ["Settle 2 unknowns: var.a, var.b", `Read it through Terragrunt: var.a (main.tf:0); var.b (main.tf:1). ${then}`],
      [
        "Settle 2 unknowns: var.c, var.d",
        `Give each of these a value in a tfvars file (--var-file): var.c (main.tf:3, main.tf:5); var.d (main.tf:4). ${then}`,
      ],
    ]);
    expect(acts(give("c", 3))).toEqual([
      ["Settle what is not known: var.c", `Give c a value in a tfvars file (--var-file): var.c (main.tf:3). ${then}`],
    ]);
  });

  test("a step of many holes can be read: one value once, on a line, the first of them, and how many more", () => {
    const value = (address: string, line: number, expression: string) => ({
      ...{ kind: "value" as const, root: ".", address, path: "for_each", expression, at: { file: "m.tf", line } },
      remedy: "Give a plan.",
    });
    const long = `{\n  for name in ${"very_".repeat(20)}long : name => name\n}`;
    const same = Array.from({ length: 25 }, (_, i) => value(`module.m${i}.aws_eip.a`, i % 5, long));
    const others = Array.from({ length: 9 }, (_, i) => value(`aws_eip.o${i}`, 50 + i, `var.o${i}`));
    const { steps } = planOf(assessInput({ holes: [...same, ...others] })).plan;
    const said = steps.find((s) => s.component.startsWith("hole:"))?.action.manual ?? "";
    expect(said).toMatch(
      /^Give a plan: module\.m0\.aws_eip\.a\.for_each × 25 = \{ for name in very_[^\n]*… \(m\.tf:0, m\.tf:1, m\.tf:2, \+2\); aws_eip\.o0/,
    );
    expect(said).toMatch(
      /aws_eip\.o6\.for_each = var\.o6 \(m\.tf:56\)\. And 2 more: assessment\.json lists each\. Then/,
    );
    expect(said.length).toBeLessThan(700);
  });

  test("what several components lose alike is decided once, and each of them waits for it", () => {
    const of = (name: string) => `.:aws_s3_bucket.${name}`;
    const translations = {
      ...Object.fromEntries(["a", "b"].map((name) => [of(name), losing("replication", "degrades")])),
      [of("c")]: losing("website", "degrades"),
    };
    const { steps } = planOf(
      assessInput({ components: ["a", "b", "c"].map((name) => bucket(name)), translations }),
    ).plan;
    const decisions = steps.filter((s) => s.kind === "decide" && s.title.includes("is lost"));
    expect(decisions.map((s) => [s.component, s.title])).toEqual([
      ["estate", "`aws_s3_bucket.a`, `aws_s3_bucket.b`: `replication` is lost (redesign)"],
      [of("c"), "`aws_s3_bucket.c`: `website` is lost (redesign)"],
    ]);
    expect(decisions[0]?.action.manual).toMatch(/ It concerns `aws_s3_bucket\.a`, `aws_s3_bucket\.b`\.$/);
    for (const [name, decision] of [
      ["a", 0],
      ["b", 0],
      ["c", 1],
    ] as const) {
      const copy = steps.find((s) => s.component === of(name) && s.kind === "copy");
      expect(copy?.needs).toContain(decisions[decision]?.id);
    }
  });

  test("a component that loses the same in two places is named once, and alone where it is the only one", () => {
    const twice = (path: string) => {
      const translation = losing(path, "degrades");
      return { ...translation, losses: [...translation.losses, ...translation.losses] };
    };
    const lost = { a: twice("replication"), b: losing("replication", "degrades"), c: twice("website") };
    const translations = Object.fromEntries(Object.entries(lost).map(([name, t]) => [`.:aws_s3_bucket.${name}`, t]));
    const components = ["a", "b", "c"].map((name) => bucket(name));
    const { steps } = planOf(assessInput({ components, translations })).plan;
    const decisions = steps.filter((s) => s.kind === "decide" && s.title.includes("is lost"));
    expect(decisions.map((s) => [s.component, s.concerns, s.title])).toEqual([
      [
        "estate",
        [".:aws_s3_bucket.a", ".:aws_s3_bucket.b"],
        "`aws_s3_bucket.a`, `aws_s3_bucket.b`: `replication` is lost (redesign)",
      ],
      [".:aws_s3_bucket.c", undefined, "`aws_s3_bucket.c`: `website` is lost (redesign)"],
    ]);
  });

  test("a step that replaces several types names the first places and keeps all", () => {
    const roles = ["a", "b", "c", "d", "e"].map((name) => native("aws_iam_role", name));
    const foreign = [...roles, native("aws_iam_policy", "p"), native("aws_kms_key", "k")];
    const { steps } = planOf(assessInput({ foreign })).plan;
    const replaced = steps.filter((s) => s.id.startsWith("foundation.foreign."));
    expect(replaced.map((s) => [s.component, s.title, s.concerns, s.places?.length])).toEqual([
      ["foreign:aws_kms_key", "Replace by hand: 1 × `aws_kms_key`", undefined, 1],
      [
        "estate",
        "Replace by hand: 1 × `aws_iam_policy`, 5 × `aws_iam_role`",
        ["foreign:aws_iam_policy", "foreign:aws_iam_role"],
        6,
      ],
    ]);
    // One of each type comes before a second one.
    expect(replaced[1]?.action.manual).toMatch(
      /It concerns `aws_iam_policy\.p`, `aws_iam_role\.a`, `aws_iam_role\.b`, `aws_iam_role\.c`, `aws_iam_role\.d` and 1 more\.$/,
    );
  });

  test("parts of what stands elsewhere are one step for each kind, unless they wait for different steps", () => {
    const external = { attachedTo: "external" as const };
    const names = ["a", "b", "c", "d", "e", "f"];
    const buckets = names.map((name) => ({ ...bucket(name), ...external }));
    const both = planOf(assessInput({ components: [...buckets, { ...database("z"), ...external }] })).plan.steps;
    const hand = both.filter((s) => s.id.endsWith(".by-hand"));
    expect(hand.map((s) => [s.component, s.concerns?.length])).toEqual([
      [".:aws_db_instance.z", undefined],
      ["estate", 6],
    ]);
    expect(hand[1]?.title).toMatch(/^`aws_s3_bucket\.a`, .* and 3 more: to be replaced by hand$/);
    expect(hand[1]?.action.manual).toMatch(/`\.:aws_s3_bucket\.e` and 1 more\.$/);
    expect(both.find((s) => s.id === "rehearsal.estate.decide")?.needs).toContain(hand[1]?.id);
    const own = (name: string, needs: string[]): Step => ({
      ...hand[0]!,
      id: `${name}.by-hand`,
      component: name,
      needs,
    });
    const alike = alikeTogether([own("x", []), own("y", ["x.by-hand"]), own("z", ["x.by-hand"])], () => "kind");
    expect(alike.map((s) => [s.id, s.needs, s.concerns])).toEqual([
      ["x.by-hand", [], undefined],
      ["y.by-hand", ["x.by-hand"], ["y", "z"]],
    ]);
  });

  test("nothing is destroyed before its copy was proven, the switch was watched and the way back was given up", () => {
    const destroys = plan.steps.filter((s) => s.kind === "destroy" && s.component !== "estate");
    expect(destroys).toHaveLength(2);
    for (const s of destroys) {
      const needs = [...allNeeds(s.id)].map(step);
      const own = needs.filter((n) => n.component === s.component).map((n) => n.kind);
      expect(own).toEqual(expect.arrayContaining(["copy", "verify", "freeze", "switch", "reverse"]));
      expect(needs.map((n) => n.id)).toContain(plan.pointOfNoReturn);
    }
  });

  test("after the point of no return no step promises a way back; before it every step that changes something has one", () => {
    const point = position(plan.pointOfNoReturn!);
    const changes: Step["kind"][] = ["create", "copy", "freeze", "switch", "reverse"];
    for (const s of plan.steps) {
      if (position(s.id) >= point) expect(s.rollback).toBeNull();
      else if (changes.includes(s.kind)) expect(s.rollback).not.toBeNull();
    }
  });

  test("writing stops only after the go decision, which waits for every proof, loss and replacement", () => {
    const needs = allNeeds("rehearsal.estate.decide");
    for (const s of plan.steps) {
      if (["prepare", "foundation", "data-replication"].includes(s.phase)) expect(needs).toContain(s.id);
      if (s.phase === "cutover") expect(allNeeds(s.id)).toContain("rehearsal.estate.decide");
    }
  });

  test("every copy is proven after the last copy, before users are switched", () => {
    for (const s of plan.steps.filter((x) => x.kind === "switch")) {
      const copies = s.needs.map(step).filter((n) => n.kind === "copy");
      expect(copies.map((c) => c.verify.run?.[1])).toEqual([expect.stringMatching(/verify(-changed)?\.sh$/)]);
    }
  });

  test("a bucket is read whole before the interruption and after it, and in it only where it is not as it was proven", () => {
    const own = plan.steps.filter((s) => s.component?.endsWith("aws_s3_bucket.assets"));
    const whole = own.filter((s) => [s.action, s.verify].some((a) => a.run?.[1]?.endsWith("/verify.sh")));
    expect(whole.map((s) => s.phase)).toEqual(["rehearsal", "stabilisation"]);
    expect(whole[0]?.verify.manual).toMatch(/Run it again shortly before the freeze: in the interruption only what/);
    const last = own.find((s) => s.kind === "copy" && s.phase === "cutover");
    expect([last?.title, last?.verify.run?.[1]]).toEqual([
      expect.stringMatching(/and prove what is not as it was proven$/),
      "scripts/aws-s3-bucket-assets/verify-changed.sh",
    ]);
    expect(own.find((s) => s.kind === "destroy")?.needs).toContain(whole[1]?.id);
  });

  test("a loss above a setting is decided before data is copied", () => {
    expect(allNeeds("data-replication.aws-db-instance-orders.load")).toContain(
      "foundation.aws-db-instance-orders.loss-1",
    );
  });

  test("what is said of the code is settled before it runs, once for all that it is said of", () => {
    const said = {
      code: "EX0340",
      summary: "Nobody may connect to it yet",
      detail: "Nothing says who. Name a network.",
    };
    const other = { code: "EX0315", summary: "Something that has to be bought is left out", detail: "Order it." };
    const [a, b] = [database("orders"), database("stock")];
    const remarks = [{ ...said, component: a.id }, other, { ...said, component: b.id }];
    const { steps } = planOf(assessInput({ components: [a, b] }), "terraform", [], remarks).plan;
    const found = steps.filter(({ id }) => id.startsWith("foundation.remark."));
    expect(found.map(({ title, concerns, action }) => [title, concerns, action.manual])).toEqual([
      [
        "Settle in the code of `aws_db_instance.orders`, `aws_db_instance.stock`: Nobody may connect to it yet",
        [a.id, b.id],
        said.detail,
      ],
      ["Settle in the code: Something that has to be bought is left out", undefined, "Order it."],
    ]);
    const needs = (id: string) => steps.find((s) => s.id === id)?.needs;
    expect(needs("foundation.target.init")).toEqual(expect.arrayContaining(found.map(({ id }) => id)));
    expect(needs("foundation.code.sql-database")).toContain(found[0]?.id);
  });

  test("a loss that is but a setting is named where it is set, once for all that lose it alike", () => {
    const setting = (verdict: "lost" | "depends") => {
      const { losses, ...rest } = losing("publicAccess", "degrades", verdict);
      return {
        ...rest,
        losses: losses.map((l) => ({ ...l, declared: { ...l.declared!, class: "setting" as const } })),
      };
    };
    const [a, b, c] = ["orders", "stock", "old"].map((name) => database(name));
    const translations = { [a!.id]: setting("lost"), [b!.id]: setting("lost"), [c!.id]: setting("depends") };
    const said = planOf(assessInput({ components: [a!, b!, c!], translations })).plan.steps.find(
      ({ id }) => id === "foundation.code.sql-database",
    );
    const why = "The target has none. Do it in the application.";
    expect(said?.action.manual).toContain(
      `Settle before: \`publicAccess\` of \`aws_db_instance.orders\`, \`aws_db_instance.stock\` is not as asked for. ${why}`,
    );
    expect(said?.action.manual).toContain(
      `Settle before: \`publicAccess\` of \`aws_db_instance.old\` may not be as asked for. ${why}`,
    );
  });

  test("a duration that is not known says what it depends on", () => {
    for (const s of plan.steps) expect(s.duration !== null || (s.durationDependsOn ?? "") !== "").toBe(true);
  });

  test("the hazards of both clouds stand on every step of a component", () => {
    const copy = step("data-replication.aws-s3-bucket-assets.copy");
    expect(copy.hazards.map((h) => h.text).join(" ")).toMatch(/ETag/);
    expect(copy.hazards.every((h) => h.citation.date)).toBe(true);
  });

  describe("hazards", () => {
    const hazardsOf = (found: FoundComponent, facts: AssessInput["facts"] = {}) =>
      planOf(assessInput({ components: [found], translations: { [found.id]: intact }, facts })).plan.steps.flatMap(
        (s) => (s.component === found.id ? s.hazards : []),
      );
    const about = (words: RegExp, hazards: Step["hazards"]) => hazards.filter((h) => words.test(h.text));
    const cluster = (engine: Tree): FoundComponent => ({
      ...database("orders", { engine: "postgresql" }),
      natives: [native("aws_rds_cluster", "orders", { engine })],
    });

    test("those of Aurora threaten a cluster of Aurora and no instance of RDS", () => {
      expect(about(/Aurora/, hazardsOf(database("orders")))).toEqual([]);
      expect(about(/Aurora/, hazardsOf(cluster("postgres")))).toEqual([]);
      expect(about(/Aurora/, hazardsOf(cluster("aurora-postgresql")))).not.toEqual([]);
    });

    test("those of PostgreSQL threaten no MySQL", () => {
      expect(about(/Logical replication/, hazardsOf(database("orders")))).not.toEqual([]);
      expect(about(/Logical replication/, hazardsOf(database("orders", { engine: "mysql" })))).toEqual([]);
    });

    test("what a hole decides stays, and is said to be possible", () => {
      const { engine: _, ...props } = database("orders").props;
      const holes = [{ path: "engine", expression: "var.engine", at: { file: "main.tf", line: 1 } }];
      const [open] = about(/Logical replication/, hazardsOf({ ...database("orders"), props, holes }));
      expect(open?.dependsOn).toEqual(["engine"]);
      const [aurora] = about(/Aurora/, hazardsOf(cluster(new Unknown("var.engine"))));
      expect(aurora?.dependsOn).toEqual(["aws_rds_cluster.engine"]);
    });

    test("a decision about several components says which of them each threatens", () => {
      const aurora = { ...cluster("aurora-postgresql"), id: ".:aws_rds_cluster.orders" };
      const plain = database("bills");
      const lost = losing("backupRetentionDays", "degrades");
      const parts = { components: [aurora, plain], translations: { [aurora.id]: lost, [plain.id]: lost } };
      const { plan: both } = planOf(assessInput(parts));
      const [decision] = both.steps.filter((s) => s.concerns?.includes(plain.id) && s.kind === "decide");
      expect(about(/Aurora/, decision?.hazards ?? []).map((h) => h.concerns)).toEqual([[aurora.id]]);
      expect(about(/Logical replication/, decision?.hazards ?? []).map((h) => h.concerns)).toEqual([undefined]);
      expect(hazardsIn(both).find((h) => /Aurora/.test(h.text))?.components).toEqual([aurora.id]);
    });

    test("those of archived objects threaten buckets that a rule or a stated fact says to hold some", () => {
      const rule = (storageClass: string) => ({
        lifecycleRules: [
          { id: "keep", enabled: true, expireAfterDays: 90 },
          {
            id: "old",
            enabled: true,
            transitions: [
              { afterDays: 1, storageClass: "automatic" },
              { afterDays: 9, storageClass },
            ],
          },
        ],
      });
      expect(about(/Glacier/, hazardsOf(bucket("files")))).toEqual([]);
      expect(about(/Glacier/, hazardsOf(bucket("files", rule("infrequent-access"))))).toEqual([]);
      expect(about(/Glacier/, hazardsOf(bucket("files", rule("deep-archive"))))).not.toEqual([]);
      const stated = { components: { ".:aws_s3_bucket.files": { archived: true } } };
      expect(about(/Glacier/, hazardsOf(bucket("files"), stated))).not.toEqual([]);
    });

    test("of the target's natives, those that a hole decides are possible", () => {
      const hazard = { text: "It rusts.", when: [{ meadow_lock: "present" }], citation: { source: "", date: "" } };
      const exposed = { component: bucket("files"), natives: [native("meadow_lock", "files")], facts: {} };
      expect(threat(hazard, exposed)).toEqual({ threatens: true, dependsOn: [] });
      expect(threat(hazard, { ...exposed, open: new Set(["meadow_lock.files"]) })).toEqual({
        threatens: "unknown",
        dependsOn: ["meadow_lock"],
      });
      expect(threat(hazard, { ...exposed, open: new Set(["meadow_lock.files days"]) }).threatens).toBe(true);
      expect(threat(hazard, { ...exposed, natives: [], open: new Set(["meadow_gate.files"]) }).threatens).toBe(false);
    });
  });

  test("programs are named with their arguments, never as shell strings, and every script they name is written", () => {
    const runs = plan.steps
      .flatMap((s) => [s.action, s.verify, ...(s.rollback ? [s.rollback] : [])])
      .flatMap((a) => a.run ?? []);
    expect(runs.filter((word) => /[|;&$`]/.test(word))).toEqual([]);
    for (const path of runs.filter((word) => word.startsWith("scripts/"))) expect([...files.keys()]).toContain(path);
  });

  test("with a substitute, or as part of something outside, a component is moved by hand", () => {
    const components = [bucket("a"), { ...database("b"), attachedTo: "external" as const }];
    const unsupported = {
      why: "no such service",
      substitute: { what: "run it yourself", class: "substitute" as const },
    };
    const made = planOf(assessInput({ components, translations: { [components[0]!.id]: { ...intact, unsupported } } }));
    expect(made.plan.steps.filter((s) => s.id.endsWith(".by-hand")).map((s) => s.component)).toEqual([
      ".:aws_db_instance.b",
      ".:aws_s3_bucket.a",
    ]);
    expect(made.files.size).toBe(0);
  });

  test("images of one's own are at the target before the code that starts machines from them, in one step", () => {
    const machine = (name: string, props: Record<string, unknown>) => component("vm", "aws_instance", name, props);
    const own = { customImage: { external: "var.image" } };
    const debian = { image: { os: "debian", version: "12" } };
    const made = (...components: FoundComponent[]) => planOf(assessInput({ components })).plan.steps;
    const steps = made(machine("a", own), machine("b", own), machine("c", debian));
    const images = steps.filter((s) => s.id === "foundation.vm.images");
    expect(images.map((s) => [s.title, s.concerns])).toEqual([
      ["Bring to Scaleway the images of `aws_instance.a`, `aws_instance.b`", [".:aws_instance.a", ".:aws_instance.b"]],
    ]);
    expect(steps.find((s) => s.id === "foundation.code.vm")?.needs).toContain("foundation.vm.images");
    expect(made(machine("c", debian)).map((s) => s.id)).not.toContain("foundation.vm.images");
  });

  test("files of Windows go by hand, on the machine and on its volumes: neither has ssh or rsync", () => {
    const machine = (name: string, os: string, volume: string) =>
      component("vm", "aws_instance", name, {
        image: { os, version: "2022" },
        volumes: [{ component: `.:aws_ebs_volume.${volume}`, output: "id" }],
      });
    const disk = (name: string) => component("volume", "aws_ebs_volume", name, { sizeGiB: 10 });
    const components = [machine("ad", "windows-server", "shares"), machine("web", "debian", "pages")];
    const made = planOf(assessInput({ components: [...components, disk("shares"), disk("pages")] }));
    for (const id of [".:aws_instance.ad", ".:aws_ebs_volume.shares"]) {
      const own = made.plan.steps.filter((s) => s.component === id);
      expect(own.filter((s) => s.kind === "copy")).toHaveLength(2);
      expect(JSON.stringify(own)).not.toMatch(/rsync|(copy|reverse)\.sh|cloud-init|fstab|find -xdev/);
    }
    const text = [...made.files].filter(([path]) => /-ad\/|-shares\//.test(path)).map(([, script]) => script);
    expect(text.join("\n")).not.toMatch(/rsync|ssh/);
    expect(text).toHaveLength(4);
  });

  test("files of Windows are compared where both sides are mounted, but for what each system keeps for itself", () => {
    const image = { os: "windows-server", version: "2022" };
    const { files: made } = planOf(assessInput({ components: [component("vm", "aws_instance", "ad", { image })] }));
    const top = mkdtempSync(join(tmpdir(), "exeat-windows-"));
    const [source, target] = ["source", "target"].map((side) => join(top, side)) as [string, string];
    for (const side of [source, target]) {
      mkdirSync(join(side, "$RECYCLE.BIN"), { recursive: true });
      writeFileSync(join(side, "$RECYCLE.BIN", "x"), side);
      writeFileSync(join(side, "pagefile.sys"), side);
      writeFileSync(join(side, "the report.docx"), "1");
    }
    const script = join(top, "verify.sh");
    writeFileSync(script, made.get("scripts/aws-instance-ad/verify.sh") ?? "");
    const env = { PATH: process.env["PATH"], SOURCE_PATH: source, TARGET_PATH: target };
    const run = (more = {}) => spawnSync("sh", [script], { env: { ...env, ...more }, encoding: "utf8" });
    expect(run()).toMatchObject({ status: 0, stdout: `equal: ${source} and ${target}\n`, stderr: "" });
    writeFileSync(join(target, "the report.docx"), "2");
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining("the report.docx") });
    expect(run({ TARGET_PATH: source })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/the same place, /),
    });
    expect(run({ TARGET_PATH: `${source}/.` })).toMatchObject({ status: 2, stderr: expect.stringMatching(/both say/) });
    // Drives that are not mounted are alike, and prove nothing.
    for (const side of [source, target]) rmSync(join(side, "the report.docx"));
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/nothing is proven/) });
    rmSync(top, { recursive: true });
  });

  test("an empty estate has a plan with nothing to move", () => {
    const made = planOf(assessInput({}));
    expect(made.plan.steps.filter((s) => s.kind === "copy" || s.kind === "freeze")).toEqual([]);
  });

  test("components whose names are alike in a file get names of their own", () => {
    const made = planOf(assessInput({ components: [bucket("a-b"), bucket("a_b")] }));
    expect([...made.files.keys()].filter((f) => f.endsWith("copy.sh"))).toEqual([
      "scripts/aws-s3-bucket-a-b/copy.sh",
      "scripts/aws-s3-bucket-a-b--2/copy.sh",
    ]);
  });

  test("a Pulumi target is installed, previewed and brought up; Terraform is initialised, planned and applied", () => {
    const words = (engine: "terraform" | "pulumi") =>
      planOf(shop(), engine)
        .plan.steps.filter((s) => s.id.startsWith("foundation.target"))
        .map((s) => s.action.run?.join(" "));
    expect(words("pulumi")).toEqual([
      "pulumi install --cwd target",
      "pulumi preview --cwd target",
      "pulumi up --cwd target --yes",
    ]);
    expect(words("terraform")).toEqual([
      "tofu -chdir=target init",
      "install -m 600 /dev/null target/exeat.tfplan",
      "tofu -chdir=target plan -out=exeat.tfplan",
      "tofu -chdir=target apply exeat.tfplan",
    ]);
  });

  test("a need that is no step, a later phase and a circle are refused", () => {
    const s = (id: string, phase: string, needs: string[]) => ({ ...plan.steps[0]!, id, phase, needs });
    expect(() => ordered([s("a", "prepare", ["z"])])).toThrow("not a step");
    expect(() => ordered([s("a", "prepare", ["b"]), s("b", "cutover", [])])).toThrow("later phase");
    expect(() => ordered([s("a", "prepare", ["b"]), s("b", "prepare", ["a"])])).toThrow("circle");
  });
});

describe("scripts that move data", () => {
  const all = planOf(
    assessInput({
      components: [
        bucket("it's; $(rm -rf /)", { name: "it's; $(touch x)" }),
        database("p", { databaseName: "o'brien" }),
        { ...database("m", { engine: "mysql", version: "8.0" }), id: ".:aws_db_instance.m" },
      ],
      translations: { ".:aws_db_instance.m": losing("cors", "cosmetic") },
      foreign: [native("aws_iam_role", "r")],
    }),
  ).files;

  const textOf = (kind: string, name: string) =>
    [...all].find(([path]) => path.includes(kind) && path.endsWith(name))![1];

  test("are valid shell whatever the names in the estate", () => {
    for (const [path, text] of all) {
      const { status, stderr } = spawnSync("sh", ["-n"], { input: text, encoding: "utf8" });
      expect([path, status, stderr]).toEqual([path, 0, ""]);
    }
  });

  test("run nothing that stands in a name", () => {
    const text = textOf("bucket", "env.example");
    const { stdout } = spawnSync("sh", ["-c", `${text}\nprintf %s "$SOURCE_BUCKET"`], { encoding: "utf8" });
    expect(stdout).toBe("it's; $(touch x)");
  });

  test("hold no credential, and stop with a sentence when one is missing", () => {
    for (const [path, text] of all) {
      expect([path, text.match(/(PASSWORD|SECRET_ACCESS_KEY|ACCESS_KEY_ID)='[^']+'/)]).toEqual([path, null]);
      if (!path.endsWith(".sh") || path.endsWith("/switched.sh")) continue;
      const { status, stderr } = spawnSync("sh", ["-c", text, "./script.sh"], {
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
      });
      expect(status).not.toBe(0);
      expect(stderr).toMatch(/set (SOURCE|TARGET|RETURN)_\w+.*env\.example|set RETURN_DATABASE/);
    }
  });

  test("a bucket is copied in parts that every service accepts, and proven by SHA-256", () => {
    const copy = textOf("bucket", "/copy.sh");
    expect(copy).toContain("--s3-max-upload-parts 1000");
    expect(copy).not.toContain("rclone sync");
    expect(textOf("bucket", "/verify.sh")).toContain("hashsum sha256 --download");
  });
});
