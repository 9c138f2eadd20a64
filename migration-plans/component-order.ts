import type { Kind } from "../constructs/kinds.ts";
import { isCarried } from "./foreign-steps.ts";
import { madeByHand, orderByHand } from "./hand-order.ts";
import { type Step, stepsBySubject } from "./plan.ts";
import type { References } from "./references.ts";

/**
 * What leads users to the target, in the order in which it does, and its first step that waits for what they are led to: applications that
 * are reached at both clouds write in one only, and a zone takes changes until every name in it was led.
 */
const LEADS: readonly (readonly [kind: Kind, waits: Step["kind"]])[] = [
  ["kubernetes", "switch"],
  ["load-balancer", "switch"],
  ["dns-zone", "freeze"],
];

/** Kinds that lead users to the target. */
export const LEADING: ReadonlySet<string> = new Set(LEADS.map(([kind]) => kind));

/**
 * Steps with what components mean to each other: what refers to another is made and switched after it, and destroyed before it. Its
 * last copy reads the source, so what it refers to (the network it stands in) is switched after that.
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
  const hand = madeByHand(steps, references);
  for (const [step, need] of [...orderByHand(references, hand), ...usedInRehearsal(steps, references, hand, kindOf)]) {
    add(step, need);
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

/** Kinds of which the rehearsal uses what stands in them, behind them or on them: proofs of data read the data alone. */
const USED: ReadonlySet<string> = new Set<Kind>(["network", "firewall", "load-balancer", "kubernetes"]);

/** What is proven to work has what it refers to; what is proven by using it has also what stands in it, and what it leads to. */
function* usedInRehearsal(
  steps: readonly Step[],
  references: References,
  hand: ReadonlyMap<string, string>,
  kindOf: (component: string) => string | undefined,
): Generator<readonly [step: string, need: string]> {
  const by = stepsBySubject(steps);
  const proofs = (node: string, phase: string) =>
    (by.get(node) ?? []).filter((s) => s.kind === "verify" && s.phase === phase).map((s) => s.id);
  /** How something comes to be there: made by hand, or made by code and then set up. */
  const made = (node: string, ...kinds: readonly Step["kind"][]) => {
    const setUp = (by.get(node) ?? []).filter((s) => s.phase === "data-replication" && kinds.includes(s.kind));
    return [...setUp.map((s) => s.id), ...(hand.has(node) ? [hand.get(node) ?? ""] : [])];
  };
  for (const [from, to] of references.all()) {
    const isUsed = USED.has(kindOf(from) ?? "");
    const needed = isUsed ? made(to, "verify", "create", "copy") : made(to);
    for (const proof of proofs(from, isUsed ? "rehearsal" : "data-replication")) {
      for (const need of needed) yield [proof, need];
    }
    if (!USED.has(kindOf(to) ?? "")) continue;
    for (const proof of proofs(to, "rehearsal")) for (const need of made(from, "verify", "create")) yield [proof, need];
  }
}
