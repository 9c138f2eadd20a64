import type { WorkItem } from "./assessment.ts";
import type { RecordSource } from "./effort-model.ts";
import { hundredth } from "./numbers.ts";
import type { Range } from "./result.ts";
import type { Bounds } from "./scale.ts";

/** What charged work is, whatever its size. */
export interface Work {
  /** Names the record, and with it the random numbers: like work is misjudged alike. */
  readonly key: string;
  readonly activity: string;
  readonly phase: string;
  readonly role: string;
  readonly driver: string;
  readonly source: RecordSource;
  readonly confidence: number;
}

/**
 * Work of one record of the effort model, for everything it is charged for. Two quantities: in the world where nothing
 * unknown arises (`lower`, gives P10) and in the one where all of it does (`upper`, gives P50 and above). So not knowing widens
 * a range and never shrinks it.
 */
export interface Charge extends Work {
  /** Of the first one. */
  readonly hours: Range;
  /** A draw of `hours` is never below the same draw of these: what is more formal is never cheaper. */
  readonly floors?: readonly Range[];
  readonly lower: number;
  readonly upper: number;
  /** In the upper world a draw is at least the greatest of these sums: whatever an unknown thing turns out to be. */
  readonly atLeast?: readonly (readonly Part[])[];
  /** What one of these takes, in place of `hours`: the least of them in the lower world, the greatest in the upper. */
  readonly either?: readonly Part[];
  /** Direct work is multiplied by the profile and is the base of programme work. */
  readonly direct: boolean;
  readonly subjects: readonly ChargedFor[];
}

/** Another record as part of a charge, drawn as that record draws. */
export interface Part {
  readonly key: string;
  readonly hours: Range;
  readonly activity: string;
  readonly times: number;
}

/** What a charge is for, and how much of it: `lower` 0 where it is not known whether the work arises. */
export interface ChargedFor {
  readonly id: string;
  readonly lower: number;
  readonly upper: number;
  /** Whether it arises hangs on where a copy lies, and on nothing else that is not known. */
  readonly settled?: true;
}

/** For which it is not known whether the work arises, or which of its alternatives does. */
export function openSubjects({ either, subjects }: Charge): readonly ChargedFor[] {
  return either && either.length > 1 ? subjects : subjects.filter((s) => s.lower === 0 && !s.settled);
}

/** What each subject carries of a charge: its part of both quantities. */
export function parts(charge: Charge): ChargedFor[] {
  const sum = (world: "lower" | "upper") => charge.subjects.reduce((total, s) => total + s[world], 0);
  const [lower, upper] = [sum("lower"), sum("upper")];
  const all = new Map<string, { id: string; lower: number; upper: number }>();
  for (const subject of charge.subjects) {
    const known = all.get(subject.id) ?? { id: subject.id, lower: 0, upper: 0 };
    known.lower += lower > 0 ? subject.lower / lower : 0;
    known.upper += upper > 0 ? subject.upper / upper : 0;
    all.set(subject.id, known);
  }
  return [...all.values()];
}

/** Of a record: what it says of its numbers, and what they rest on. */
export function citationOf({ kind, text, ref }: RecordSource): WorkItem["citation"] {
  return { source: text ?? kind, kind, ...(ref === undefined ? {} : { refs: [...ref] }) };
}

/** Charges as the list a person reads: each spread over what it is charged for. */
export function workItems(charges: readonly Charge[], multiplierOf: (charge: Charge) => Bounds<number>): WorkItem[] {
  const items = new Map<string, WorkItem>();
  for (const charge of charges) {
    const multiplier = multiplierOf(charge);
    for (const part of parts(charge)) {
      const id = `${charge.key}@${part.id}`;
      const known = items.get(id);
      const lower = charge.lower * part.lower;
      const upper = charge.upper * part.upper;
      items.set(id, {
        id,
        component: part.id,
        activity: charge.activity,
        phase: charge.phase,
        role: charge.role,
        driver: charge.driver,
        hours: {
          low: hundredth((known?.hours.low ?? 0) + charge.hours.low * lower),
          likely: hundredth((known?.hours.likely ?? 0) + charge.hours.likely * upper),
          high: hundredth((known?.hours.high ?? 0) + charge.hours.high * upper),
        },
        multiplier,
        citation: citationOf(charge.source),
        confidence: charge.confidence,
      });
    }
  }
  return [...items.values()];
}
