import type { Kind } from "../constructs/kinds.ts";
import { isByHand } from "./alike.ts";
import { APPLY } from "./estate-steps.ts";
import { isCarried } from "./foreign-steps.ts";
import type { Step } from "./plan.ts";
import type { References } from "./references.ts";

/** The target's code is planned, then made: both ask for what it refers to. */
const CODE = ["foundation.target.plan", APPLY] as const;

/**
 * What leads users to the target, in the order in which it does, and its first step that waits for what they are led to: applications that
 * are reached at both clouds write in one only, and a zone takes changes until every name in it was led.
 */
const LEADS: readonly (readonly [kind: Kind, waits: Step["kind"]])[] = [
  ["kubernetes", "switch"],
  ["load-balancer", "switch"],
  ["dns-zone", "freeze"],
];

/**
 * Steps with what components mean to each other: what refers to another is made and switched after it, and destroyed before it. Its
 * last copy reads the source, so what it refers to (the network it stands in) is switched after that.
 * One step makes all that is code; what is replaced by hand stands before that step where the code refers to it, else after it.
 */
export function inComponentOrder(
  steps: readonly Step[],
  references: References,
  kindOf: (component: string) => string | undefined,
): Step[] {
  const needs = new Map(steps.map((s) => [s.id, new Set(s.needs)]));
  const users = new Map<string, Set<string>>();
  const add = (step: string, need: string) => {
    const known = needs.get(step);
    if (!known) return;
    known.add(need);
    users.set(need, (users.get(need) ?? new Set()).add(step));
  };
  for (const step of steps) for (const need of step.needs) add(step.id, need);
  const ofKind = (kind: Step["kind"]) =>
    Map.groupBy(
      steps.filter((s) => s.kind === kind),
      (s) => s.component,
    );
  const [switches, destroys, copies] = [ofKind("switch"), ofKind("destroy"), ofKind("copy")];
  const pairs = [...references.pairs()];
  for (const [from, to] of pairs) {
    for (const s of switches.get(from) ?? []) for (const before of switches.get(to) ?? []) add(s.id, before.id);
    const lastCopies = (copies.get(from) ?? []).filter((c) => c.phase === "cutover");
    for (const s of switches.get(to) ?? []) for (const before of lastCopies) add(s.id, before.id);
    for (const s of destroys.get(to) ?? []) for (const before of destroys.get(from) ?? []) add(s.id, before.id);
  }
  const byHand = new Map(steps.filter(isByHand).map((s) => [s.component, s.id]));
  const before = beforeCode(pairs, byHand);
  for (const component of before) for (const step of CODE) add(step, byHand.get(component) ?? "");
  for (const [from, to] of pairs) {
    const made = byHand.get(from);
    if (made === undefined) continue;
    const need = byHand.get(to);
    if (need !== undefined) add(made, need);
    else if (!before.has(from)) add(made, APPLY);
  }
  const tier = (s: Step) => LEADS.findIndex(([kind]) => kind === kindOf(s.component));
  const moved = steps.filter((s) => s.phase === "cutover" && (s.kind === "switch" || isCarried(s)));
  for (const step of steps) {
    const own = tier(step);
    if (step.phase !== "cutover" || step.kind !== LEADS[own]?.[1]) continue;
    const later = waitingFor(step.id, users);
    for (const before of moved) if (tier(before) < own && !later.has(before.id)) add(step.id, before.id);
  }
  return steps.map((s) => ({ ...s, needs: [...(needs.get(s.id) ?? [])] }));
}

/** A step and what needs it, directly or not. */
function waitingFor(id: string, users: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set([id]);
  // What is added while it is walked is walked too.
  for (const step of found) for (const user of users.get(step) ?? []) found.add(user);
  return found;
}

/** What is replaced by hand and must be there before the code: what code refers to, and what that refers to. */
function beforeCode(
  pairs: readonly (readonly [string, string])[],
  byHand: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const to = Map.groupBy(pairs, ([from]) => from);
  const waiting = pairs.filter(([from]) => !byHand.has(from)).map(([, target]) => target);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!byHand.has(next) || found.has(next)) continue;
    found.add(next);
    waiting.push(...(to.get(next) ?? []).map(([, target]) => target));
  }
  return found;
}
