import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput, Assessment } from "./assessment.ts";
import { diskOf } from "./conditions.ts";
import { copiesOf } from "./copies.ts";
import { copyHours, interruption, MB_PER_GIB, overhead, proofHours, proofShare } from "./copy-time.ts";
import { SAMPLES } from "./draws.ts";
import { DEFAULT_LINK, type EffortModel, type Method } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { isLive, methodOf } from "./methods.ts";
import { hundredth } from "./numbers.ts";
import type { Range } from "./result.ts";
import type { Bounds } from "./scale.ts";
import type { Simulation } from "./simulate.ts";

/** Upper bound on the data of a component whose size nobody stated and no disk bounds, in GiB: judgement, 2026-11-26. */
export const ASSUMED_GIB = 1000;
/** The same of its objects, where the method is slowed by many of them. */
export const ASSUMED_OBJECTS = 10_000_000;
/** A copy of a running source keeps up where changes come at no more than this share of its rate (`dataMovement.formula`). */
const KEEPS_UP = 0.5;
/** Many hosts copy side by side: where a method can be spread over hosts, the rate of one of them is no limit. */
const MANY_HOSTS = "fleet";

/** Data that a link carries, whatever copies it. */
export interface Moved {
  readonly id: string;
  readonly gib: number | undefined;
  /** Bounds of the size. */
  readonly size: Bounds<number>;
  /** How many of it there are. */
  readonly copies: Bounds<number>;
  /** 0 where it may be lost: then nothing is copied. */
  readonly moves: Bounds<0 | 1>;
}

/** Data of a component that moves, by the best method its cloud knows. */
export interface Transfer extends Moved {
  readonly component: FoundComponent;
  readonly method: Method;
  /** The source goes on being written while it is copied. */
  readonly live: boolean;
  readonly objects: number | undefined;
  readonly changedGibPerDay: number | undefined;
}

/** What is lost is not copied. */
export function transfersOf(input: AssessInput, model: EffortModel): Transfer[] {
  return input.survey.components.flatMap((component): Transfer[] => {
    const { id } = component;
    const method = methodOf(component, input, model);
    const moves = movesOf(input, id);
    if (!method || moves.upper === 0) return [];
    const { gib, objects, changedGibPerDay } = factsOf(input.facts ?? {}, id);
    const size = sizeOf(gib, diskOf(component));
    const copies = copiesOf(component.natives[0]?.key);
    return [{ id, component, method, live: isLive(method), gib, objects, changedGibPerDay, size, copies, moves }];
  });
}

/** Bounds of a size in GiB. */
export function sizeOf(gib: number | undefined, atMost = ASSUMED_GIB): Bounds<number> {
  return gib === undefined ? { lower: 0, upper: atMost } : { lower: gib, upper: gib };
}

/** Whether a copy of a running source catches up: no for certain, yes for certain, or null where it is not known. */
function catchesUp({ live, method, changedGibPerDay }: Transfer): boolean | null {
  if (!live || changedGibPerDay === undefined) return null;
  const rate = (changedGibPerDay * MB_PER_GIB) / 86_400;
  if (rate <= KEEPS_UP * method.MBps.low) return true;
  return rate > KEEPS_UP * method.MBps.high ? false : null;
}

/** The rows of the assessment: what moves, how long that takes, how long nobody can write. */
export function moveOf(transfer: Transfer, model: EffortModel): Assessment["data"]["moves"][number] {
  const { component, method, gib, objects, changedGibPerDay, live, copies } = transfer;
  const hours = gib === undefined ? null : copyHours({ gib, objects }, method, model);
  const proof = hours && proofHours(hours, method, model);
  // A running copy only waits for the last of the changes, here those of an hour; a dump lasts as long as the copy.
  const changes = { gib: (changedGibPerDay ?? 0) / 24, objects: undefined };
  const last = changedGibPerDay === undefined ? null : copyHours(changes, method, model);
  const stopped = live ? last : hours;
  const facts = [
    ...(gib === undefined ? ["gib"] : []),
    ...(method.objectsPerSecond && objects === undefined ? ["objects"] : []),
    ...(live && changedGibPerDay === undefined ? ["changedGibPerDay"] : []),
  ];
  return {
    component: component.id,
    method: method.id,
    gib: gib ?? null,
    objects: objects ?? null,
    changedGibPerDay: changedGibPerDay ?? null,
    hours: hours && rounded(hours),
    verificationHours: proof && rounded(proof),
    downtimeHours: stopped && proof && rounded(interruption(stopped, proof, method)),
    catchesUp: catchesUp(transfer),
    ...(copies.lower < copies.upper ? { times: { low: copies.lower, high: copies.upper } } : {}),
    ...(facts.length === 0 ? {} : { dependsOn: `components.${component.id} in exeat.yaml: ${facts.join(", ")}` }),
  };
}

/** Days of one transfer of everything, side by side, with its verification, per sample. `others` are copied in a way nobody knows: by none faster than the link. */
export function transferDays(
  all: readonly Transfer[],
  others: readonly Moved[],
  input: AssessInput,
  model: EffortModel,
  simulation: Simulation,
  world: "lower" | "upper",
): Float64Array {
  const days = new Float64Array(SAMPLES);
  const link = linkNamed(input.facts?.link ?? DEFAULT_LINK, model);
  const transfers = all.filter((t) => t.moves[world] === 1);
  const carried: readonly Moved[] = [...transfers, ...others.filter((o) => o.moves[world] === 1)];
  if (carried.length === 0) return days;
  const repeated = simulation.range("dataMovement.restarts", overhead(model, "restarts"));
  const linkRate = simulation.range(`dataMovement.${link.id}`, link.MBps);
  const total = carried.reduce((sum, c) => sum + c.size[world] * c.copies[world], 0);
  const alone = transfers.filter((t) => link.id !== MANY_HOSTS || t.method["workers"] === undefined);
  const byMethod = [...Map.groupBy(alone, (t) => t.method)].map(([method, list]) => ({
    rate: simulation.range(`dataMovement.${method.id}`, method.MBps),
    perSecond: method.objectsPerSecond && simulation.range(`dataMovement.${method.id}`, method.objectsPerSecond),
    proof: simulation.range(`dataMovement.proof.${method.id}`, proofShare(method, model)),
    gib: Math.max(...list.map((t) => t.size[world])),
    objects: Math.max(...list.map((t) => t.objects ?? (world === "upper" ? ASSUMED_OBJECTS : 0))),
  }));
  for (let i = 0; i < SAMPLES; i++) {
    let seconds = (total * MB_PER_GIB) / linkRate[i]!;
    for (const { rate, perSecond, proof, gib, objects } of byMethod) {
      const own = Math.max((gib * MB_PER_GIB) / rate[i]!, perSecond ? objects / perSecond[i]! : 0);
      seconds = Math.max(seconds, own * (1 + proof[i]!));
    }
    days[i] = (seconds * repeated[i]!) / 86_400;
  }
  return days;
}

/** Without a rate nothing would take any time: the command line refuses such a name with its line. */
function linkNamed(name: string, { dataMovement }: EffortModel): EffortModel["dataMovement"]["links"][number] {
  const link = dataMovement.links.find((l) => l.id === name);
  if (!link) throw new Error(`the effort model has no link ${name}`);
  return link;
}

function rounded({ low, likely, high }: Range): Range {
  return { low: hundredth(low), likely: hundredth(likely), high: hundredth(high) };
}
