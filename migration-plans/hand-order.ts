import { isByHand } from "./alike.ts";
import { APPLY } from "./estate-steps.ts";
import { isReplaced, standsAlone } from "./foreign-steps.ts";
import { type Step, subjectsOf } from "./plan.ts";
import type { References } from "./references.ts";

/** The target's code is planned, then made: both ask for what it refers to. */
const CODE = ["foundation.target.plan", APPLY] as const;

/** Steps that make something by hand, by the node that it is in the references. */
export function madeByHand(steps: readonly Step[], references: References): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap((step) => {
      const nodes = isByHand(step) ? subjectsOf(step) : references.isByHand(step.id) ? [step.id] : [];
      return nodes.map((node) => [node, step.id] as const);
    }),
  );
}

/**
 * What is made by hand needs what it refers to. One step makes all that is code: what is made by hand stands before it where the code
 * refers to it, else after. What replaces types that no component holds stands in what the code makes, and behind it, unless it
 * stands alone: where it does, directly or not, it never comes before.
 */
export function* orderByHand(
  references: References,
  hand: ReadonlyMap<string, string>,
): Generator<readonly [step: string, need: string]> {
  const pairs = [...references.pairs()];
  const before = beforeCode(pairs, references, hand);
  for (const node of before) for (const step of CODE) yield [step, hand.get(node) ?? ""];
  for (const [from, to] of pairs) {
    const made = hand.get(from);
    if (made === undefined) continue;
    const need = hand.get(to);
    if (need !== undefined) yield [made, need];
    else if (!before.has(from)) yield [made, APPLY];
  }
  for (const [node, id] of hand) if (isReplaced({ id }) && !standsAlone(id) && !before.has(node)) yield [id, APPLY];
}

/** What is made by hand and must be there before the code: what code refers to, and what that refers to. */
function beforeCode(
  pairs: readonly (readonly [string, string])[],
  references: References,
  hand: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const to = Map.groupBy(pairs, ([from]) => from);
  const waiting = pairs.filter(([from, target]) => !hand.has(from) && comesFirst(target, references, hand));
  const next = waiting.map(([, target]) => target);
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (!hand.has(node) || found.has(node)) continue;
    found.add(node);
    next.push(...(to.get(node) ?? []).map(([, target]) => target));
  }
  return found;
}

/** Whether code that refers to something made by hand has it first. A component's reference is one that the code writes down: it always does. */
function comesFirst(node: string, references: References, hand: ReadonlyMap<string, string>): boolean {
  const id = hand.get(node);
  return id !== undefined && !(isReplaced({ id }) && references.reaches(node, (other) => !hand.has(other)));
}
