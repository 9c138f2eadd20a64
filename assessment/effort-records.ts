import { z } from "zod";
import type { EffortModel, RecordSource, Triple } from "./effort-model.ts";
import { OrderedRange } from "./effort-model.ts";
import { type Range, Said } from "./result.ts";

/** Beyond that a stated record is a slip of a finger: judgement, 2026-11-28. */
const MOST = 1e6;
/** The slowest rate that is one, in MB per second: a gigabyte in twelve days. Judgement, 2026-11-28. */
const SLOWEST = 0.001;

/** A record put in place of one of the effort model, under the id that work items show before the `@`. */
export const StatedRecord = OrderedRange.refine((range) => range.high <= MOST, {
  message: `at most ${MOST}: it is in hours, days, MB per second, or a factor`,
}).and(z.object({ reason: Said }));
export type StatedRecord = z.infer<typeof StatedRecord>;

/** Hours, share, days or rate of every record, by id. Each can be read and replaced. */
interface Slot {
  readonly get: () => Range;
  readonly set: (range: Range, source: RecordSource) => void;
}

/** The ids under which records can be replaced. */
export function recordIds(model: EffortModel): string[] {
  return [...slots(model).keys()];
}

/** The model with some records replaced; those named `nothing` are in no record. The model itself stays as it is. */
export function withStatedRecords(
  model: EffortModel,
  stated: Readonly<Record<string, StatedRecord>>,
): { readonly model: EffortModel; readonly nothing: readonly string[] } {
  const copy = structuredClone(model);
  const places = slots(copy);
  const nothing: string[] = [];
  for (const [id, { low, likely, high, reason }] of Object.entries(stated)) {
    const place = places.get(id);
    if (place) place.set({ low, likely, high }, { kind: "stated", text: reason });
    else nothing.push(id);
  }
  return { model: copy, nothing };
}

/** Stated rates at which no copy would ever end, by the ids of their records. */
export function endlessRates(stated: Readonly<Record<string, StatedRecord>>, { dataMovement }: EffortModel): string[] {
  const rates = [...dataMovement.methods, ...dataMovement.links].map(({ id }) => `dataMovement.${id}`);
  return Object.keys(stated).filter((id) => rates.includes(id) && (stated[id]?.low ?? 0) < SLOWEST);
}

interface Sourced {
  source: RecordSource;
  confidence: number;
}

function slots(model: EffortModel): Map<string, Slot> {
  const all = new Map<string, Slot>();
  const range = <K extends string>(id: string, holder: { [key in K]?: Range | undefined }, key: K, owner?: Sourced) => {
    const get = () => holder[key] as Range;
    const set = (value: Range, source: RecordSource) => {
      holder[key] = value;
      if (owner) Object.assign(owner, { source, confidence: 3 });
    };
    all.set(id, { get, set });
  };
  const triple = (id: string, holder: Record<string, Triple>, key: string, owner?: Sourced) => {
    const get = (): Range => {
      const [low, likely, high] = holder[key] ?? [0, 0, 0];
      return { low, likely, high };
    };
    const set = ({ low, likely, high }: Range, source: RecordSource) => {
      holder[key] = [low, likely, high];
      if (owner) Object.assign(owner, { source, confidence: 3 });
    };
    all.set(id, { get, set });
  };
  for (const record of model.workItems) {
    if (record.hours) range(`${record.kind}.${record.activity}.${record.when}`, record, "hours", record);
    for (const gap of Object.keys(record.perLoss ?? {})) {
      range(`${record.kind}.${record.activity}.${gap}`, record.perLoss ?? {}, gap, record);
    }
  }
  for (const [id, record] of Object.entries(model.lossClasses)) range(`lossClasses.${id}`, record, "hours", record);
  for (const id of ["wire", "semantic", "redesign"] as const) {
    range(`callSites.${id}`, model.callSites[id], "hours", model.callSites[id]);
  }
  for (const record of model.foreignClasses) {
    range(`foreign.${record.id}.fixed`, record, "fixed", record);
    for (const unit of Object.keys(record.per)) range(`foreign.${record.id}.${unit}`, record.per, unit, record);
  }
  for (const record of model.crossCutting) {
    for (const profile of ["lean", "standard", "assured"] as const) {
      range(`crossCutting.${record.id}.${profile}`, record.fixed, profile, record);
    }
    for (const [unit, scaling] of Object.entries(record.scaling)) {
      const id = `crossCutting.${record.id}.${unit}`;
      if ("standard" in scaling) {
        for (const profile of Object.keys(scaling)) triple(`${id}.${profile}`, scaling, profile, record);
      } else range(id, record.scaling as Record<string, Range>, unit, record);
    }
  }
  for (const record of model.leadTimes) range(`leadTimes.${record.id}`, record, "elapsed", record);
  for (const { id, levels = {} } of model.factors) {
    for (const level of Object.keys(levels)) triple(`factors.${id}.${level}`, levels, level);
  }
  for (const record of model.dataMovement.methods) range(`dataMovement.${record.id}`, record, "MBps", record);
  for (const record of model.dataMovement.links) range(`dataMovement.${record.id}`, record, "MBps", record);
  for (const record of model.dataMovement.overheads) range(`dataMovement.${record.id}`, record, "factor");
  return all;
}
