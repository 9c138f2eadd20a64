import type { WorkItem } from "./assessment.ts";
import type { RecordSource } from "./effort-model.ts";
import { tenth } from "./numbers.ts";
import type { Range } from "./result.ts";

/**
 * Work of one record of the effort model, for everything it is charged for. Two quantities: in the world where nothing
 * unknown arises (`lower`, gives P10) and in the one where all of it does (`upper`, gives P50 and above). So not knowing widens
 * a range and never shrinks it.
 */
export interface Charge {
  /** Names the record, and with it the random numbers: like work is misjudged alike. */
  readonly key: string;
  /** Of the first one. */
  readonly hours: Range;
  readonly lower: number;
  readonly upper: number;
  /** Direct work is multiplied by the profile and is the base of programme work. */
  readonly direct: boolean;
  readonly activity: string;
  readonly phase: string;
  readonly role: string;
  readonly driver: string;
  readonly source: RecordSource;
  readonly confidence: number;
  /** What it is charged for; `certain` ones are in `lower` too. */
  readonly subjects: readonly { readonly id: string; readonly certain: boolean }[];
  /** The change that would take the charge away. */
  readonly lever?: string;
}

/** Charges as the list a person reads: each spread evenly over what it is charged for. */
export function workItems(charges: readonly Charge[]): WorkItem[] {
  const items = new Map<string, WorkItem>();
  for (const charge of charges) {
    const certain = charge.subjects.filter((s) => s.certain).length;
    for (const subject of charge.subjects) {
      const id = `${charge.key}@${subject.id}`;
      const known = items.get(id);
      const lower = subject.certain && certain > 0 ? charge.lower / certain : 0;
      const upper = charge.upper / charge.subjects.length;
      items.set(id, {
        id,
        component: subject.id,
        activity: charge.activity,
        phase: charge.phase,
        role: charge.role,
        driver: charge.driver,
        hours: {
          low: round((known?.hours.low ?? 0) + charge.hours.low * lower),
          likely: round((known?.hours.likely ?? 0) + charge.hours.likely * upper),
          high: round((known?.hours.high ?? 0) + charge.hours.high * upper),
        },
        citation: { source: charge.source.text ?? charge.source.kind, kind: charge.source.kind },
        confidence: charge.confidence,
      });
    }
  }
  return [...items.values()];
}

function round(hours: number): number {
  return tenth(hours * 10) / 10;
}
