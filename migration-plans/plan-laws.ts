import { PHASES } from "../assessment/effort-model.ts";
import { FETCH } from "./at-risk.ts";
import { CLOSE } from "./estate-steps.ts";
import { orderLaws } from "./order-laws.ts";
import { type Step, scriptsOf, subjectsOf } from "./plan.ts";
import { law, type PlanLaw } from "./plan-law.ts";
import { asksSource, heldIn, isAboutCopies, isSilent } from "./silent-source.ts";
import { askedOfSource } from "./source-words.ts";
import sections from "./to-fill.json" with { type: "json" };

const CHANGES: readonly Step["kind"][] = ["create", "copy", "freeze", "switch", "reverse"];
const PHASE_IDS: readonly string[] = PHASES;

export const planLaws: readonly PlanLaw[] = [
  law("order", "Each step comes after what it needs, and phases come in order.", function* (_, look) {
    let phase = 0;
    for (const [i, step] of look.steps.entries()) {
      for (const need of step.needs) {
        if (look.at(need) === Number.POSITIVE_INFINITY) yield `${step.id} needs ${need}, which is no step`;
        else if (look.at(need) >= i) yield `${step.id} comes before ${need}, which it needs`;
      }
      const own = PHASE_IDS.indexOf(step.phase);
      if (own < phase) yield `${step.id} comes after a step of a later phase`;
      phase = Math.max(phase, own);
    }
  }),

  ...orderLaws,

  law("nothing-dropped", "Everything that was found has a step.", function* ({ found }, look) {
    const about = new Set(look.steps.flatMap(subjectsOf));
    for (const subject of found) if (!about.has(subject)) yield `${subject} has no step`;
  }),

  law(
    "work",
    "All work of the assessment is done in a step or named beside the steps, once; a manual step lasts as long as its work.",
    function* ({ plan, work }) {
      const all = [...plan.steps.flatMap((s) => s.effort ?? []), ...plan.otherWork.map((w) => w.hours)];
      for (const q of ["low", "likely", "high"] as const) {
        const sum = all.reduce((total, hours) => total + hours[q], 0);
        // Each part of an item is rounded to a hundredth.
        if (Math.abs(sum - work[q]) > 0.01 * (all.length + plan.steps.length)) {
          yield `steps and other work are ${sum.toFixed(2)} h (${q}), the assessment counts ${work[q].toFixed(2)}`;
        }
      }
      for (const { id, action, effort, duration } of plan.steps) {
        if (effort && action.manual !== undefined && effort.likely !== duration?.likely)
          yield `${id} is work of ${effort.likely} h and does not say that it lasts as long`;
      }
    },
  ),

  law(
    "rollbacks",
    "Before the point of no return every change can be undone, in reverse order: nothing that needed it stays, the source is written again only when its users are back, and what they were switched to is not emptied under them.",
    function* (_, look) {
      for (const [i, step] of look.steps.entries()) {
        if (i >= look.point) break;
        if (CHANGES.includes(step.kind) && step.rollback === null)
          yield `${step.id} changes something and cannot be undone`;
        if (step.kind !== "switch") continue;
        for (const freeze of look.of(step.component, "freeze")) {
          if (!look.needs(step.id).has(freeze.id)) yield `${freeze.id} may be undone while ${step.id} is not`;
        }
        const copies = look.of(step.component, "copy");
        // Users were switched to what the last copy made.
        const last = copies.filter((copy) => copy.phase === "cutover").map((copy) => copy.rollback?.manual);
        for (const copy of copies) {
          if (look.needs(copy.id).has(step.id) && copy.rollback !== null && last.includes(copy.rollback.manual))
            yield `${copy.id} is undone by removing what users have worked on since ${step.id}`;
        }
      }
    },
  ),

  law("no-return", "No step at or after the point of no return promises a rollback.", function* ({ plan }, look) {
    const { pointOfNoReturn: id } = plan;
    if (id !== null && look.point === Number.POSITIVE_INFINITY) yield `the point of no return ${id} is no step`;
    for (const [i, step] of look.steps.entries()) {
      if (i >= look.point && step.rollback !== null) yield `${step.id} promises a rollback`;
      if (i < look.point && step.kind === "destroy") yield `${step.id} destroys before the point of no return`;
    }
  }),

  law(
    "return-agrees",
    "Where the assessment does not know the way back to be open, no step from the cutover on promises one; where it is open, some do.",
    function* ({ plan }, look) {
      const leaving = look.steps.filter((s) => ["cutover", "stabilisation", "decommission"].includes(s.phase));
      const promised = leaving.filter((s) => s.rollback !== null || s.kind === "reverse");
      if (plan.returnTrip.way !== "open") {
        for (const step of promised) yield `${step.id} promises a way back that is ${plan.returnTrip.way}`;
      } else if (promised.length === 0 && leaving.some((s) => s.kind === "switch")) {
        yield "the way back is open and no step takes it";
      }
    },
  ),

  law(
    "destroyed-last",
    "Nothing is destroyed before its last copy was verified, its users were switched, and the way back was given up.",
    function* ({ plan }, look) {
      for (const step of look.steps.filter((s) => s.kind === "destroy")) {
        const needs = look.needs(step.id);
        if (plan.pointOfNoReturn !== null && !needs.has(plan.pointOfNoReturn) && step.id !== plan.pointOfNoReturn) {
          yield `${step.id} does not wait for ${plan.pointOfNoReturn}`;
        }
        for (const kind of ["copy", "verify", "switch"] as const) {
          for (const before of look.of(step.component, kind)) {
            if (!needs.has(before.id)) yield `${step.id} does not wait for ${before.id}`;
          }
        }
        const copies = look.of(step.component, "copy").filter((c) => c.phase === "cutover");
        for (const copy of copies) {
          const proven =
            copy.verify.run !== undefined ||
            look.of(step.component, "verify").some((v) => look.needs(v.id).has(copy.id));
          if (!proven) yield `${copy.id} is the last copy and no program verifies it`;
        }
      }
    },
  ),

  law(
    "carried",
    "What foreign resources hold is carried over, or accepted as lost, before the rest of the source is destroyed.",
    function* ({ holding }, look) {
      const before = look.needs(CLOSE);
      const settled = look.steps.filter((s) => (s.kind === "copy" || isAboutCopies(s)) && before.has(s.id));
      const about = new Set(settled.flatMap((s) => [...(s.places ?? []), ...subjectsOf(s)]));
      for (const id of holding) if (!about.has(id)) yield `${id} is destroyed with what it holds`;
    },
  ),

  law(
    "files",
    "Every script that a step runs or names is written beside the plan, programs are named with their arguments, and code is run in its folder.",
    function* ({ plan, files }, look) {
      const folders = new Set(plan.targetCode.files.map((path) => path.split("/")[0] ?? ""));
      for (const step of look.steps) {
        for (const action of [step.action, step.verify, step.rollback]) {
          for (const path of scriptsOf(action))
            if (!files.has(path)) yield `${step.id} names ${path}, which is not written`;
          for (const [i, word] of (action?.run ?? []).entries()) {
            if (/[|;&$`<>]/.test(word)) yield `${step.id} runs a shell string: ${word}`;
            const folder = /^-chdir=(.*)$/.exec(word)?.[1] ?? (action?.run?.[i - 1] === "--cwd" ? word : undefined);
            if (folder !== undefined && !folders.has(folder)) yield `${step.id} runs in ${folder}, where no code is`;
          }
        }
      }
      for (const path of plan.files) if (!files.has(path)) yield `${path} is listed and not written`;
    },
  ),

  law(
    "silent-source",
    "Where the source does not answer, nothing is stopped, fetched, compared or destroyed there: a script that asks it reads a copy of the same that was sought before, and no step is done or undone with anything of it.",
    function* ({ plan, files, source }, look) {
      if (!isSilent(plan.scenario)) return;
      const sought = look.steps.filter(isAboutCopies);
      for (const step of look.steps) {
        const { id, kind, component } = step;
        if (kind === "freeze" || (kind === "destroy" && component !== "estate"))
          yield `${id} asks the source, which does not answer`;
        const reads = [step.action, step.verify, step.rollback].some((action) => asksSource(action, files));
        // A move within one cloud names it as the target.
        const said = askedOfSource(step, plan.from === plan.to ? undefined : source, reads);
        for (const sentence of said) yield `${id} asks the source, which does not answer: ${sentence}`;
        if (kind !== "copy" && !reads) continue;
        const held = heldIn(step);
        const needs = look.needs(id);
        if (!sought.some((s) => needs.has(s.id) && subjectsOf(s).some((subject) => held.includes(subject))))
          yield `${id} reads a copy that nobody sought`;
      }
    },
  ),

  law(
    "fetched-first",
    "What is lost when the source stops answering is fetched in the first phase, and copied before what has a copy elsewhere.",
    function* (_, look) {
      const fetch = look.steps.find((s) => s.id === FETCH);
      if (!fetch) return;
      if (fetch.needs.length > 0) yield `${fetch.id} waits for ${fetch.needs.join(", ")}`;
      const copies = look.steps.filter((s) => s.kind === "copy" && s.phase === "data-replication");
      const first = copies.filter((s) => subjectsOf(fetch).includes(s.component));
      for (const copy of copies.filter((s) => !first.includes(s)))
        for (const { id } of first) if (!look.needs(copy.id).has(id)) yield `${copy.id} may come before ${id}`;
    },
  ),

  law("durations", "A duration that is not known says what it depends on.", function* (_, look) {
    for (const step of look.steps) {
      if (step.duration === null && (step.durationDependsOn ?? "") === "")
        yield `${step.id} does not say how long it takes`;
    }
  }),

  law(
    "to-fill",
    "What an exit plan needs and code cannot know has an empty section with an owner to fill.",
    function* ({ plan }) {
      for (const { section } of sections) {
        const printed = plan.toFill.find((s) => s.section === section);
        if (!printed) yield `the section "${section}" is missing`;
        else if (printed.owner !== "") yield `the section "${section}" names an owner that nobody named`;
      }
    },
  ),
];
