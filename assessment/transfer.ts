import type { ExitFacts } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput, Assessment } from "./assessment.ts";
import { diskOf } from "./conditions.ts";
import { copiesOf } from "./copies.ts";
import { SAMPLES } from "./draws.ts";
import { effortKeyOf } from "./effort-key.ts";
import type { EffortModel, Method } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { hundredth } from "./numbers.ts";
import { isPart } from "./parts.ts";
import type { Range } from "./result.ts";
import type { Bounds } from "./scale.ts";
import type { Simulation } from "./simulate.ts";

/** Upper bound on the data of a component whose size nobody stated and no disk bounds, in GiB: judgement, 2026-11-26. */
export const ASSUMED_GIB = 1000;
/** The same of its objects, where the method is slowed by many of them. */
export const ASSUMED_OBJECTS = 10_000_000;
/** Hours of the switch itself, when clients move from one side to the other: judgement, 2026-11-26. */
const SWITCH: Range = { low: 0.1, likely: 0.25, high: 1 };
/** A copy of a running source keeps up where changes come at no more than this share of its rate (`dataMovement.formula`). */
const KEEPS_UP = 0.5;
const MB_PER_GIB = 1073.741824;
const DEFAULT_LINK = "internet-host";
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

const LIVE = ["pg-logical", "object-copy", "file-rsync", "kafka-mm2", "search-reindex"];

export function isLive(method: Method): boolean {
  return LIVE.includes(method.id);
}

/** Methods of a list that fit a component and have rates, best first. A cloud lists methods of several engines: those of another one are left out. */
export function methodsFor(key: string, methods: ExitFacts["export"], model: EffortModel): Method[] {
  const other = key === "postgres" ? /^mysql/ : key === "mysql" ? /^pg-/ : /^$/;
  return methods
    .filter((m) => !other.test(m.method))
    .flatMap((m) => model.dataMovement.methods.filter((known) => known.id === m.method));
}

/** The best method by which a component's data leaves; none: it holds no data by any method of the model. */
export function methodOf(
  component: FoundComponent,
  { source }: Pick<AssessInput, "source">,
  model: EffortModel,
): Method | undefined {
  if (isPart(component, source)) return undefined;
  const entry = source.kinds[component.kind];
  const key = effortKeyOf(component);
  return methodsFor(key, entry && "exit" in entry ? entry.exit.export : [], model)[0];
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
  const restarts = model.dataMovement.overheads.find((o) => o.id === "restarts")?.factor;
  const checks = model.dataMovement.overheads.find((o) => o.id === verificationOf(method))?.factor;
  const hours = gib === undefined || !restarts ? null : copyHours(gib, objects, method, restarts);
  const verified = hours && checks ? timesRange(hours, checks) : null;
  // A running copy only waits for the last of the changes, here those of an hour; a dump lasts as long as the copy.
  const last =
    changedGibPerDay === undefined || !restarts ? null : copyHours(changedGibPerDay / 24, undefined, method, restarts);
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
    verificationHours: verified && rounded(verified),
    downtimeHours: stopped && rounded(plus(stopped, SWITCH)),
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
  const restarts = model.dataMovement.overheads.find((o) => o.id === "restarts")?.factor;
  const link = model.dataMovement.links.find((l) => l.id === (input.facts?.link ?? DEFAULT_LINK));
  const transfers = all.filter((t) => t.moves[world] === 1);
  const carried: readonly Moved[] = [...transfers, ...others.filter((o) => o.moves[world] === 1)];
  if (carried.length === 0 || !restarts || !link) return days;
  const repeated = simulation.range("dataMovement.restarts", restarts);
  const linkRate = simulation.range(`dataMovement.${link.id}`, link.MBps);
  const total = carried.reduce((sum, c) => sum + c.size[world] * c.copies[world], 0);
  const alone = transfers.filter((t) => link.id !== MANY_HOSTS || t.method["workers"] === undefined);
  const byMethod = [...Map.groupBy(alone, (t) => t.method)].map(([method, list]) => ({
    rate: simulation.range(`dataMovement.${method.id}`, method.MBps),
    perSecond: method.objectsPerSecond && simulation.range(`dataMovement.${method.id}`, method.objectsPerSecond),
    checks: checksOf(method, model, simulation),
    gib: Math.max(...list.map((t) => t.size[world])),
    objects: Math.max(...list.map((t) => t.objects ?? (world === "upper" ? ASSUMED_OBJECTS : 0))),
  }));
  for (let i = 0; i < SAMPLES; i++) {
    let seconds = (total * MB_PER_GIB) / linkRate[i]!;
    for (const { rate, perSecond, checks, gib, objects } of byMethod) {
      const own = Math.max((gib * MB_PER_GIB) / rate[i]!, perSecond ? objects / perSecond[i]! : 0);
      seconds = Math.max(seconds, own * (1 + (checks?.[i] ?? 0)));
    }
    days[i] = (seconds * repeated[i]!) / 86_400;
  }
  return days;
}

function checksOf(method: Method, model: EffortModel, simulation: Simulation): Float64Array | undefined {
  const id = verificationOf(method);
  const factor = model.dataMovement.overheads.find((o) => o.id === id)?.factor;
  return factor && simulation.range(`dataMovement.${id}`, factor);
}

function verificationOf(method: Method): string {
  return method.objectsPerSecond ? "verification-objects" : "verification-db";
}

function copyHours(gib: number, objects: number | undefined, method: Method, restarts: Range): Range {
  const hours = (quantile: keyof Range, rate: keyof Range) => {
    const bytes = (gib * MB_PER_GIB) / method.MBps[rate];
    const count = objects && method.objectsPerSecond ? objects / method.objectsPerSecond[rate] : 0;
    return (Math.max(bytes, count) / 3600) * restarts[quantile];
  };
  return { low: hours("low", "high"), likely: hours("likely", "likely"), high: hours("high", "low") };
}

function timesRange(a: Range, b: Range): Range {
  return { low: a.low * b.low, likely: a.likely * b.likely, high: a.high * b.high };
}

function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}

function rounded({ low, likely, high }: Range): Range {
  return { low: hundredth(low), likely: hundredth(likely), high: hundredth(high) };
}
