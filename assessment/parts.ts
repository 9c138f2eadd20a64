import { kinds } from "../constructs/kinds.ts";
import { type Cloud, isImplemented } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { EffortModel } from "./effort-model.ts";

/**
 * Whether only parts of a component are here, of something that stays with somebody else and is not moved: a rule of a balancer, an
 * entry of a cluster. What by its type could be the thing itself (a copy of a database) is none: it may hold data.
 */
export function isPart({ kind, attachedTo, natives }: FoundComponent, source: Cloud): boolean {
  const entry = source.kinds[kind];
  if (!attachedTo || !isImplemented(entry)) return false;
  const wholes = entry.claims.flatMap(({ type, role }) => (role === "anchor" ? [type] : []));
  return !natives.some((n) => n.mode === "managed" && wholes.includes(n.type));
}

/** Work on a part that stands in for the whole of it; the rest is work on what it is a part of. Judgement, 2026-11-28. */
const ON_PARTS = ["translate", "verify"];

/**
 * How much of a record arises for a component: all of it, or of a part that brings nothing that runs (who may enter a cluster) the share
 * of its blocks in those that the hours of the model were measured on.
 */
export function shareOf(component: FoundComponent, source: Cloud, model: EffortModel): (activity: string) => number {
  const { kind, props, requested, readings = [] } = component;
  const runs = kinds[kind].parts?.running;
  const all = [{ requested }, ...readings.flat()];
  const isDetail = runs && !all.some((read) => runs.some((prop) => read.requested.has(prop)));
  if (!isDetail || !isPart(component, source)) return () => 1;
  const key = kinds[kind].effortKey(props);
  const blocks = model.workItems.find((r) => r.kind === key && r.blocks !== undefined)?.blocks;
  const share = blocks === undefined ? 1 : Math.min(1, component.natives.length / blocks);
  return (activity) => (ON_PARTS.includes(activity) ? share : 0);
}
