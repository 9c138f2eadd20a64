import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Assessment } from "../../assessment/assessment.ts";
import { Calibration, calibrate } from "../../assessment/calibration.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import { learnFromDrill } from "../../cli/drill-evidence.ts";
import type { Evidence } from "../../drills/evidence.ts";
import { handsOn } from "../../drills/hands-on.ts";
import { digestOf } from "../../migration-plans/digest.ts";
import { evidenceOf, shopPlan, took } from "../drills/rehearsed.ts";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const write = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const PLAN = write("plan.json", shopPlan);
const [program = ""] = shopPlan.steps.filter((s) => s.action.run !== undefined).map((s) => s.id);
const [undecided = ""] = shopPlan.steps.filter((s) => s.action.manual && s.duration === null).map((s) => s.id);
const everything = evidenceOf(
  shopPlan,
  shopPlan.steps.map((s) => took(s.id, 1)),
);
const byHand = handsOn(everything, shopPlan).counted;
const [{ id: hand = "", estimatedHours: likely = 0 } = {}, { id: other = "" } = {}] = byHand;
const evidence = (steps: Evidence["steps"], more: Partial<Evidence> = {}) => evidenceOf(shopPlan, steps, more);

/** One drill, as calibration sees it. */
function learned(steps: Evidence["steps"]): Calibration {
  const plans = { read: [{ file: PLAN, digest: digestOf(shopPlan), plan: shopPlan }], diagnostics: [] };
  const { actual } = learnFromDrill("drill.json", evidence(steps), plans);
  if (!actual) throw new Error("nothing was learned");
  return calibrate([actual], effortModel);
}

describe("calibrate, from the evidence of a drill", () => {
  test("by hand: half of the time more than was expected, of which a program and an open decision are no part", async () => {
    const file = write("drill.json", evidence([took(hand, likely * 1.5), took(program, 9), took(undecided, 9)]));
    const { code, out, err } = await exeat(["calibrate", file, "--plan", PLAN]);
    expect(code).toBe(0);
    expect(out).toMatch(/Rests on 1 drill\./);
    expect(out).toMatch(/drill\.json: .* person-days, 1\.5 times/);
    expect(out).toContain(
      "a drill: 1 step by hand counted; left out: 1 run by a program, 1 without expected hours\ncalibration:\n  cases: 1\n  drills: 1\n",
    );
    expect(err).toMatch(
      new RegExp(`^info\\[EX0019\\].*\\n.*drill\\.json\\n {2}${undecided}: the plan does not say`, "m"),
    );
    const [found] = learned([took(hand, likely * 1.5)]).migrations;
    expect(found?.actual).toBeCloseTo((likely * 1.5) / effortModel.model.hoursPerPersonDay, 10);
  });

  test("is one case however many steps it had, beside histories; assessments say how many of each", async () => {
    const drill = write("all.json", evidence(byHand.map((s) => took(s.id, 2 * s.estimatedHours))));
    const history = write("history.csv", "name,actual,estimated\nblog,12,10\nwiki,9,8\n");
    const { out } = await exeat(["calibrate", drill, history, "--plan", PLAN, "--format", "json"]);
    const result = Calibration.parse(JSON.parse(out));
    expect([result.cases, result.drills, result.migrations.map((m) => m.ratio)]).toEqual([3, 1, [2, 1.2, 1.13]]);
    expect(result.migrations.map((m) => m.drill?.counted)).toEqual([byHand.length, undefined, undefined]);
    const facts = write("exeat.yaml", (await exeat(["calibrate", drill, history, "--plan", PLAN])).out);
    const words = ["assess", SHOP, "--to", "ovh", "--facts", facts];
    const { effort } = Assessment.parse(JSON.parse((await exeat([...words, "--format", "json"])).out));
    expect([effort.calibrated, effort.calibratedOn, effort.calibratedOnDrills]).toEqual([true, 3, 1]);
    expect((await exeat(words)).out).toMatch(/calibrated on 2 own migrations and 1 own drill/);
    const french = (await exeat([...words, "--format", "markdown", "--lang", "fr"])).out;
    expect(french).toMatch(/calibré sur 2 migrations de l’organisation et 1 exercice de l’organisation/i);
    const only = write("only.yaml", "calibration: { cases: 2, drills: 2, median: 1.1, sdLn: 0.4 }\n");
    expect((await exeat(["assess", SHOP, "--to", "ovh", "--facts", only])).out).toMatch(/calibrated on 2 own drills/);
    const wrong = write("wrong.yaml", "calibration: { cases: 1, drills: 2, median: 1.1, sdLn: 0.4 }\n");
    expect((await exeat(["assess", SHOP, "--to", "ovh", "--facts", wrong])).err).toMatch(
      /drills must not be above cases/,
    );
  });

  test("finds the plan among several by its digest, in a folder as `exeat plan` writes it", async () => {
    const plans = join(folder, "plans");
    mkdirSync(plans);
    writeFileSync(join(plans, "plan.json"), JSON.stringify(shopPlan, null, 2));
    const another = write("another.json", { ...shopPlan, region: "elsewhere" });
    const file = write("found.json", evidence([took(hand, 1)]));
    const found = await exeat(["calibrate", file, "--plan", another, "--plan", plans]);
    expect([found.code, found.err]).toEqual([0, ""]);
    const lost = await exeat(["calibrate", file, "--plan", another]);
    expect([lost.code, lost.out]).toEqual([2, ""]);
    expect(lost.err).toContain(digestOf(shopPlan));
    expect(lost.err).toContain(`another.json has ${digestOf({ ...shopPlan, region: "elsewhere" })}`);
  });

  test("what failed or was skipped is left out with a warning, and so is a span that holds a night", async () => {
    const steps = [{ ...took(hand, 3), status: "failed" as const }, took(other, 26)];
    const { code, out, err } = await exeat(["calibrate", write("night.json", evidence(steps)), "--plan", PLAN]);
    expect([code, out]).toEqual([0, expect.stringContaining("1 step by hand counted; left out: 1 failed or skipped")]);
    expect(err).toContain(`${hand}: failed or skipped`);
    expect(err).toMatch(new RegExp(`warning\\[EX0020\\].*\\n.*night\\.json\\n {2}${other}: more than 12 hours`));
    const dayLong = write("day.json", evidence([took(other, 12)]));
    expect((await exeat(["calibrate", dayLong, "--plan", PLAN])).err).toBe("");
  });

  const good = took(hand, 1);
  test.each<[title: string, content: unknown, says: RegExp, plan?: string]>([
    ["emulated", evidence([good], { mode: "emulated", level: "L2" }), /EX0015.*\n.*\n.*mode emulated/],
    ["dry run", evidence([good], { mode: "dry-run", level: "L1" }), /EX0015.*\n.*\n.*mode dry-run/],
    ["emulated and said to be more", evidence([good], { mode: "emulated" }), /EX0009.*\n.*\n.*L3 needs mode live/],
    ["unknown step", evidence([good, took("no.such", 1)]), /EX0017.*\n.*\n.*no step no\.such\./],
    ["backwards", evidence([took(hand, -1)]), /EX0009.*\n.*\n {2}\S+ ends before it starts: correct/],
    ["no end", evidence([{ ...good, finishedAt: null }]), /is done and lacks startedAt or finishedAt/],
    ["twice", evidence([good, good]), /stands there twice/],
    ["only programs", evidence([took(program, 1)]), /EX0018.*\n.*\n.*1 were run by a program, 0 wait/],
    ["no step", evidence([]), /EX0018/],
    ["no time", evidence([took(hand, 0)]), /EX0018.*\n.*\n.*took no time at all/],
    ["half of it", { planDigest: digestOf(shopPlan) }, /EX0009.*\n.*\n.*evidence\.schema\.json/],
    ["attempts", evidence([{ ...good, attempts: -1 }]), new RegExp(`${hand}\\.attempts: Too small`)],
    ["step of another form", { ...evidence([]), steps: [null, 3] }, /steps\.0: Invalid input.*steps\.1: Invalid input/],
    ["a plan", shopPlan, /It is a plan: name it with --plan/],
    ["neither", { rows: [] }, /neither a list `migrations`.*nor the `planDigest`/],
    ["plan that is none", evidence([good]), /EX0014.*\n.*\n.*is no plan/, write("none.json", "{}")],
    ["plan that is no JSON", evidence([good]), /EX0014.*\n.*\n.*is no plan/, write("none.txt", "plan")],
    ["plan that is not there", evidence([good]), /EX0202/, join(folder, "nowhere")],
    ["folder without a plan", evidence([good]), /EX0202.*\n.*plan\.json/, temporary()],
  ])("%s: is said with the file, and nothing is written", async (title, content, says, plan = PLAN) => {
    const file = write(`${title}.json`, content);
    const { code, out, err } = await exeat(["calibrate", file, "--plan", plan]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
    expect(err).toMatch(/^error\[EX\d{4}\].*\n {2}at \S[\s\S]*\n {2}\S/);
    expect(err.match(/error\[/g)).toHaveLength(1);
    expect(err).not.toMatch(/\n {4}at /);
  });

  test("evidence asks for its plan, and a plan for evidence", async () => {
    const without = await exeat(["calibrate", write("alone.json", evidence([good]))]);
    expect([without.code, without.out]).toEqual([2, ""]);
    expect(without.err).toMatch(/EX0016.*\n.*\n.*Name that plan's folder with --plan\./);
    const history = write("h.csv", "name,actual,estimated\nblog,12,10\n");
    const idle = await exeat(["calibrate", history, "--plan", PLAN]);
    expect([idle.code, idle.out]).toEqual([2, ""]);
    expect(idle.err).toMatch(/--plan is for the evidence of drills/);
  });

  test("the same drill under two names is refused, two drills of one plan are two cases", async () => {
    const [once, again] = [
      write("once.json", evidence([good])),
      write("again.json", ` ${JSON.stringify(evidence([good]))}`),
    ];
    const twice = await exeat(["calibrate", once, again, "--plan", PLAN]);
    expect([twice.code, twice.out]).toEqual([2, ""]);
    expect(twice.err).toMatch(/EX0021.*\n.*again\.json\n.*says the same as .*once\.json/);
    const edited = write("edited.json", evidence([{ ...good, attempts: 2 }], { rto: 3 }));
    expect((await exeat(["calibrate", once, edited, "--plan", PLAN])).err).toMatch(/EX0021.*\n.*edited\.json/);
    // Another time of day is the same instant, and a drill that was taken up again is the one that was begun.
    const [zone, longer] = [
      { ...good, startedAt: good.startedAt!.replace("T08:00:00.000Z", "T09:00:00+01:00") },
      took(hand, 2),
    ].map((step, i) => write(`changed-${i}.json`, evidence([step])));
    for (const file of [zone!, longer!]) {
      expect((await exeat(["calibrate", once, file, "--plan", PLAN])).err).toMatch(/EX0021/);
    }
    const next = (at: string | null) => new Date(Date.parse(at!) + 86_400_000).toISOString();
    const { startedAt, finishedAt } = good;
    const later = write(
      "later.json",
      evidence([{ ...good, startedAt: next(startedAt), finishedAt: next(finishedAt) }]),
    );
    expect((await exeat(["calibrate", once, later, "--plan", PLAN])).out).toMatch(/Rests on 2 drills\./);
  });

  test("one record that cannot be used leaves nothing, whatever the others say", async () => {
    const history = write("ok.csv", "name,actual,estimated\nblog,12,10\n");
    const drill = write("dry.json", evidence([good], { mode: "dry-run", level: "L0" }));
    expect(await exeat(["calibrate", history, drill, "--plan", PLAN])).toMatchObject({ code: 2, out: "" });
  });
});

describe("whatever a drill was of", () => {
  const subset = fc.subarray([...byHand], { minLength: 1 });

  test("one that takes exactly what was estimated moves nothing", () => {
    fc.assert(
      fc.property(subset, (steps) => {
        const { factor, next, migrations } = learned(steps.map((s) => took(s.id, s.estimatedHours)));
        expect([factor.likely, next.median, migrations[0]?.ratio]).toEqual([1, 1, 1]);
      }),
    );
  });

  test("more hours never make a smaller factor, and some make a larger one", () => {
    const minutes = fc.integer({ min: 1, max: 2000 });
    const steps = subset.chain((of) =>
      fc.tuple(fc.constant(of), fc.array(minutes, { minLength: of.length, maxLength: of.length }), minutes),
    );
    fc.assert(
      fc.property(steps, ([of, spent, more]) => {
        const record = (extra: number) => of.map((s, i) => took(s.id, ((spent[i] ?? 1) + (i === 0 ? extra : 0)) / 60));
        const [before, after] = [learned(record(0)), learned(record(more))];
        for (const at of ["low", "likely", "high"] as const) {
          expect(after.factor[at]).toBeGreaterThanOrEqual(before.factor[at]);
        }
        expect(after.migrations[0]?.actual).toBeGreaterThan(before.migrations[0]?.actual ?? Number.NaN);
        const tenfold = learned(of.map((s, i) => took(s.id, (10 * (spent[i] ?? 1)) / 60)));
        expect(tenfold.factor.likely).toBeGreaterThan(before.factor.likely);
      }),
    );
  });
});
