import { beforeAll, describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { Scenario } from "../../assessment/result.ts";
import type { SourceEstate } from "../../cli/source-estate.ts";
import { FETCH } from "../../migration-plans/at-risk.ts";
import { referencesOf } from "../../migration-plans/estate-references.ts";
import { type PlanWithFiles, type Step, subjectsOf } from "../../migration-plans/plan.ts";
import type { PlanSubject } from "../../migration-plans/plan-law.ts";
import { planLaws } from "../../migration-plans/plan-laws.ts";
import { References } from "../../migration-plans/references.ts";
import { assessInput, component, intact } from "../assessment/estate.ts";
import { estates, subjectOf, targets, workOf } from "./estates.ts";
import { planOf } from "./shop-plan.ts";

/** Every reason on two estates with most to do; on those of one cloud's kinds one with a way back and one without. */
function reasons(title: string): readonly Scenario[] {
  if (title === SHOP || title.includes("shared-and-hidden")) return Scenario.options;
  return title.startsWith("natives") ? ["planned-exit", "bouton-rouge"] : ["planned-exit"];
}

const SHOP = "stacks/shop.yaml on aws";
const broken = (subject: PlanSubject) => planLaws.filter((law) => law.check(subject).length > 0).map((law) => law.name);

describe.each(estates)("plans for $title", ({ title, read }) => {
  let estate: SourceEstate;
  beforeAll(async () => {
    estate = await read();
  });

  test.each(targets.map((t) => [t.id, t] as const))("to %s keep every law", (_, target) => {
    for (const scenario of reasons(title)) {
      const subject = subjectOf(estate, target, scenario);
      const found = planLaws.flatMap((law) => law.check(subject).map((says) => `${scenario}, ${law.name}: ${says}`));
      expect(found.slice(0, 10)).toEqual([]);
    }
  });
});

describe("a plan that is broken is named by the law it breaks", () => {
  let whole: PlanSubject;
  beforeAll(async () => {
    const shop = estates.find((e) => e.title === SHOP)!;
    whole = subjectOf(await shop.read(), targets.find((t) => t.id === "scaleway")!, "planned-exit");
  });

  const withSteps = (change: (steps: readonly Step[]) => readonly Step[]): PlanSubject => ({
    ...whole,
    plan: { ...whole.plan, steps: [...change(whole.plan.steps)] },
  });
  const each = (is: (s: Step) => boolean, change: (s: Step) => Step) =>
    withSteps((steps) => steps.map((s) => (is(s) ? change(s) : s)));
  const one = (id: RegExp) => whole.plan.steps.find((s) => id.test(s.id))!;
  const without = (step: RegExp, need: RegExp) =>
    each(
      (s) => step.test(s.id),
      (s) => ({ ...s, needs: s.needs.filter((n) => !need.test(n)) }),
    );

  test("as it is, it keeps them all", () => expect(broken(whole)).toEqual([]));

  test.each<[string, () => PlanSubject, string]>([
    ["the last step first", () => withSteps((steps) => [steps.at(-1)!, ...steps.slice(0, -1)]), "order"],
    [
      "a need that is no step",
      () =>
        each(
          (s) => s === whole.plan.steps[3],
          (s) => ({ ...s, needs: [...s.needs, "nowhere"] }),
        ),
      "order",
    ],
    [
      "a step before what it needs",
      () => withSteps((steps) => [...steps].map((s, i) => steps[i === 0 ? 1 : i === 1 ? 0 : i] ?? s)),
      "order",
    ],
    [
      "a phase out of order",
      () =>
        each(
          (s) => s === whole.plan.steps[5],
          (s) => ({ ...s, phase: "decommission" }),
        ),
      "order",
    ],
    [
      "a component without a step",
      () => withSteps((steps) => steps.filter((s) => !subjectsOf(s).includes(whole.found[0]!))),
      "nothing-dropped",
    ],
    [
      "work that no step does",
      () =>
        each(
          (s) => s.kind === "switch",
          (s) => ({ ...s, effort: null }),
        ),
      "work",
    ],
    ["work beside the steps left out", () => ({ ...whole, plan: { ...whole.plan, otherWork: [] } }), "work"],
    [
      "a step shorter than its work",
      () =>
        each(
          (s) => s.kind === "decide" && s.effort !== null,
          (s) => ({ ...s, duration: { low: 0, likely: 0, high: 0 } }),
        ),
      "work",
    ],
    [
      "a machine switched before its network",
      () => without(/^cutover\..*vm.*switch|^cutover\..*\.switch$|^cutover\..*names$/, /routes$/),
      "dependencies",
    ],
    [
      "a network switched before the last copy of its machines",
      () => without(/^cutover\..*routes$/, /^cutover\..*\.delta$/),
      "dependencies",
    ],
    [
      "a network destroyed under its machines",
      () => without(/^decommission\..*destroy$/, /^decommission\..*destroy$/),
      "dependencies",
    ],
    [
      "certificates that are issued when the code that asks for them has run",
      () => without(/^foundation\.code\.load-balancer$/, /\.certificates$/),
      "decided-first",
    ],
    [
      "users led to machines whose database is still at the source",
      () => without(/^cutover\..*names$/, /\.switch$/),
      "names-last",
    ],
    [
      "a copy that cannot be undone",
      () =>
        each(
          (s) => s.kind === "copy" && s.phase === "cutover",
          (s) => ({ ...s, rollback: null }),
        ),
      "rollbacks",
    ],
    [
      "a switch that does not wait for the freeze",
      () =>
        each(
          (s) => s.kind === "switch",
          (s) => ({ ...s, needs: ["rehearsal.estate.decide"] }),
        ),
      "rollbacks",
    ],
    [
      "a copy after the switch whose rollback empties what users work on",
      () =>
        each(
          (s) => s.kind === "copy",
          (s) => ({ ...s, rollback: { manual: "Empty it." } }),
        ),
      "rollbacks",
    ],
    [
      "a rollback after the point of no return",
      () =>
        each(
          (s) => s.kind === "destroy",
          (s) => ({ ...s, rollback: { manual: "Restore it." } }),
        ),
      "no-return",
    ],
    [
      "a point of no return that is no step",
      () => ({ ...whole, plan: { ...whole.plan, pointOfNoReturn: "nowhere" } }),
      "no-return",
    ],
    [
      "a way back that is promised and not known",
      () => ({ ...whole, plan: { ...whole.plan, returnTrip: { ...whole.plan.returnTrip, way: "unknown" } } }),
      "return-agrees",
    ],
    [
      "something destroyed before the point of no return",
      () =>
        each(
          (s) => s.kind === "reverse",
          (s) => ({ ...s, kind: "destroy" }),
        ),
      "no-return",
    ],
    [
      "data destroyed before its verification",
      () =>
        each(
          (s) => s.kind === "destroy",
          (s) => ({ ...s, needs: [] }),
        ),
      "destroyed-last",
    ],
    ["data destroyed while the way back is open", () => without(/^decommission\./, /giveUp/), "destroyed-last"],
    [
      "a last copy that nobody verifies",
      () =>
        each(
          (s) => s.kind === "copy" && s.phase === "cutover",
          (s) => ({ ...s, verify: { manual: "Look." } }),
        ),
      "destroyed-last",
    ],
    ["a script that is not there", () => ({ ...whole, files: new Map([...whole.files].slice(1)) }), "files"],
    [
      "a rollback by a script that is not there",
      () =>
        each(
          (s) => s.kind === "freeze",
          (s) => ({ ...s, rollback: { manual: "Run `sh scripts/nowhere/reverse.sh`." } }),
        ),
      "files",
    ],
    [
      "a shell string",
      () =>
        each(
          (s) => s.id === one(/target\.init/).id,
          (s) => ({ ...s, action: { run: ["sh", "-c", "tofu init && tofu plan"] } }),
        ),
      "files",
    ],
    [
      "code run where there is none",
      () =>
        each(
          (s) => s.id === one(/target\.init/).id,
          (s) => ({ ...s, action: { run: ["tofu", "-chdir=elsewhere", "init"] } }),
        ),
      "files",
    ],
    ["a table of the source that nobody copies", () => ({ ...whole, holding: [".:aws_dynamodb_table.t"] }), "carried"],
    [
      "a source that is asked although it does not answer",
      () => ({ ...whole, plan: { ...whole.plan, scenario: "bouton-rouge" } }),
      "silent-source",
    ],
    [
      "a name server of a source that does not answer",
      () => {
        const { id } = one(/^rehearsal\..*\.(prove|compare)$/);
        const steps = whole.plan.steps.filter((s) => s.id === id || s.id === "prepare.estate.owners");
        return { ...whole, plan: { ...whole.plan, scenario: "bouton-rouge", steps } };
      },
      "silent-source",
    ],
    ...["Look it up at Amazon Web Services.", "Undo it: the source still has it.", "Both load balancers answer."].map(
      (manual): [string, () => PlanSubject, string] => [
        `a step that takes for granted that a silent source answers: ${manual}`,
        () => {
          const quiet = whole.plan.steps.filter((s) => s.id === "prepare.target.account");
          const steps = quiet.map((s) => ({ ...s, action: { manual }, needs: [] }));
          return { ...whole, plan: { ...whole.plan, scenario: "bouton-rouge", steps } };
        },
        "silent-source",
      ],
    ),
    [
      "a script of the way back that a step without a source names",
      () => {
        const [path] = [...whole.files.keys()].filter((name) => name.endsWith("/reverse.sh"));
        const quiet = whole.plan.steps.filter((s) => s.id === "prepare.target.account");
        const steps = quiet.map((s) => ({ ...s, action: { manual: `Run \`sh ${path}\`.` }, needs: [] }));
        return { ...whole, plan: { ...whole.plan, scenario: "bouton-rouge", steps } };
      },
      "silent-source",
    ],
    [
      "what is at risk fetched when there is time for it",
      () =>
        withSteps((steps) => [{ ...one(/^prepare\.estate/), id: FETCH, needs: [one(/target\.account/).id] }, ...steps]),
      "fetched-first",
    ],
    [
      "what has a copy elsewhere copied before what is at risk",
      () => {
        const [first] = whole.plan.steps.filter((s) => s.kind === "copy" && s.phase === "data-replication");
        return withSteps((steps) => [
          { ...one(/^prepare\.estate/), id: FETCH, needs: [], concerns: [first!.component] },
          ...steps,
        ]);
      },
      "fetched-first",
    ],
    [
      "a duration that says nothing",
      () =>
        each(
          (s) => s.duration === null,
          ({ durationDependsOn: _, ...s }) => s,
        ),
      "durations",
    ],
    [
      "a section that is missing",
      () => ({ ...whole, plan: { ...whole.plan, toFill: whole.plan.toFill.slice(1) } }),
      "to-fill",
    ],
    [
      "an owner whom nobody named",
      () => ({
        ...whole,
        plan: { ...whole.plan, toFill: whole.plan.toFill.map((t) => ({ ...t, owner: "A. Person" })) },
      }),
      "to-fill",
    ],
  ])("%s", (_, make, name) => {
    expect(broken(make())).toContain(name);
  });
});

describe("what is replaced by hand stands before the code that refers to it, else after what it refers to", () => {
  const net = component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16" });
  const box = component("vm", "aws_instance", "box", { network: { component: net.id, output: "id" } });
  const unsupported = {
    ...intact,
    unsupported: { why: "none", substitute: { what: "another", class: "substitute" as const } },
  };
  const planned = (...byHand: string[]) => {
    const input = assessInput({
      components: [box, net],
      translations: Object.fromEntries(byHand.map((id) => [id, unsupported])),
    });
    return {
      ...planOf(input),
      references: referencesOf({ survey: input.survey, assessment: assess(input) }),
      source: input.source.title,
      found: [],
      holding: [],
      work: workOf(assess(input)),
    };
  };
  const places = ({ plan }: PlanWithFiles, ...ids: string[]) =>
    ids.map((id) => plan.steps.findIndex((s) => s.id.endsWith(id)));

  test("what code refers to before the code is planned, what refers to code after it is made", () => {
    const [hand, code] = places(planned(net.id), "net.by-hand", "target.plan");
    expect(hand).toBeLessThan(code!);
    const [made, after] = places(planned(box.id), "target.apply", "box.by-hand");
    expect(made).toBeLessThan(after!);
    const [first, second] = places(planned(net.id, box.id), "net.by-hand", "box.by-hand");
    expect(first).toBeLessThan(second!);
  });

  test("a plan that makes it otherwise breaks the law", () => {
    for (const byHand of [[net.id], [box.id], [net.id, box.id]]) {
      const subject = planned(...byHand);
      expect(broken(subject)).toEqual([]);
      const steps = subject.plan.steps.map((s) =>
        /by-hand|target/.test(s.id) ? { ...s, needs: ["prepare.target.account"] } : s,
      );
      const lost = { ...subject, plan: { ...subject.plan, steps } };
      expect(broken(lost)).toContain("dependencies");
    }
  });

  test("and circles of references bind nobody", () => {
    const to = new Map([
      ["a", ["b"]],
      ["b", ["a", "c"]],
      ["c", []],
      ["d", ["a", "d"]],
    ]);
    expect([...new References(to).pairs()]).toEqual([
      ["b", "c"],
      ["d", "a"],
    ]);
  });
});
