import { isByHand } from "./alike.ts";
import { APPLY } from "./estate-steps.ts";
import { isCarried, isReplaced, standsAlone } from "./foreign-steps.ts";
import { madeByHand } from "./hand-order.ts";
import { type Step, subjectsOf } from "./plan.ts";
import { law, type PlanLaw } from "./plan-law.ts";

/** What comes after what, because of what things mean to each other. */
export const orderLaws: readonly PlanLaw[] = [
  law(
    "dependencies",
    "What refers to a component is made and switched after it, copied a last time before it is switched, and destroyed before it, unless they refer to each other or one step makes both.",
    function* ({ references }, look) {
      const hand = madeByHand(look.steps, references);
      const isCode = (node: string) => !hand.has(node);
      for (const [from, to] of references.pairs()) {
        const inOrder = (later: readonly string[], earlier: readonly string[], what: string): string[] =>
          later.flatMap((l) =>
            earlier
              .filter((e) => !look.needs(l).has(e))
              .map((e) => `${l} may come before ${e}: ${from} refers to ${to} (${what})`),
          );
        const ids = (component: string, kind: Step["kind"]) => look.of(component, kind).map((s) => s.id);
        const [made, before] = [hand.get(from), hand.get(to)];
        if (before !== undefined) {
          // What stands in what the code makes cannot be there before it.
          const follows = look.needs(before).has(APPLY) && references.reaches(to, isCode);
          if (made !== undefined || !follows) yield* inOrder([made ?? APPLY], [before], "made");
        } else if (made !== undefined && !look.needs(APPLY).has(made)) {
          // Code refers to what stands before it: that cannot wait for the code.
          yield* inOrder([made], [APPLY], "made");
        }
        yield* inOrder(ids(from, "switch"), ids(to, "switch"), "switched");
        const lastCopies = look.of(from, "copy").filter((s) => s.phase === "cutover");
        yield* inOrder(
          ids(to, "switch"),
          lastCopies.map((s) => s.id),
          "copied a last time",
        );
        yield* inOrder(ids(to, "destroy"), ids(from, "destroy"), "destroyed");
      }
    },
  ),

  law(
    "stands-in-target",
    "What replaces types that no component holds is made in what the code made, unless it stands alone or the code asks for it.",
    function* (_, look) {
      const before = look.needs(APPLY);
      for (const { id } of look.steps.filter(isReplaced)) {
        if (!standsAlone(id) && !before.has(id) && !look.needs(id).has(APPLY)) yield `${id} may come before ${APPLY}`;
      }
    },
  ),

  law(
    "rehearsed-with",
    "What is proven by using it has by then what is made by hand, and the machines, that stand in it or behind it.",
    function* ({ references }, look) {
      const hand = madeByHand(look.steps, references);
      const used = new Map(
        look.steps.filter((s) => /\.(?:reach|pass|requests)$/.test(s.id)).map((s) => [s.component, s.id]),
      );
      for (const [from, to] of references.all()) {
        for (const [node, other] of [
          [from, to],
          [to, from],
        ] as const) {
          const proof = used.get(node);
          if (proof === undefined) continue;
          const up = look.of(other, "verify").filter((s) => s.id.endsWith(".ready"));
          for (const id of [hand.get(other) ?? [], up.map((s) => s.id)].flat()) {
            if (!look.needs(proof).has(id)) yield `${proof} may come before ${id}: ${from} refers to ${to}`;
          }
        }
      }
    },
  ),

  law(
    "decided-first",
    "What is decided about a component that code makes is decided before the code is run, unless it reads what the code gave.",
    function* (_, look) {
      const before = look.needs(APPLY);
      const byHand = new Set(look.steps.filter(isByHand).flatMap(subjectsOf));
      for (const step of look.steps) {
        if (step.phase !== "foundation" || step.kind !== "decide" || before.has(step.id)) continue;
        if (subjectsOf(step).every((subject) => byHand.has(subject)) || look.needs(step.id).has(APPLY)) continue;
        yield `${step.id} may be decided when its code has run`;
      }
    },
  ),

  law(
    "names-last",
    "Names are led to the target once everything behind them is switched, and a zone takes changes until they were, unless one refers to the other.",
    function* (_, look) {
      const cutover = look.steps.filter((s) => s.phase === "cutover");
      const zones = new Set(cutover.filter((s) => s.id.endsWith(".delegate")).map((s) => s.component));
      const moved = cutover.filter((s) => (s.kind === "switch" || isCarried(s)) && !zones.has(s.component));
      const leads = (s: Step) => s.id.endsWith(".names");
      const waits = (step: Step, before: readonly Step[]) =>
        before
          .filter(({ id }) => !look.needs(step.id).has(id) && !look.needs(id).has(step.id))
          .map(({ id }) => `${step.id} may come before ${id}`);
      for (const step of moved.filter(leads)) {
        yield* waits(
          step,
          moved.filter((s) => !leads(s)),
        );
      }
      for (const step of cutover) if (zones.has(step.component) && step.kind === "freeze") yield* waits(step, moved);
    },
  ),
];
