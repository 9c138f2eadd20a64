import type { ReturnTrip } from "../../assessment/return-trip.ts";

/** Words of the way back after a failed cutover. */
export const returnEn = {
  title: "The way back",
  means: "What coming back after a failed cutover costs, and until when it is possible.",
  ways: { open: "open", none: "none", unknown: "unknown" } as Readonly<Record<ReturnTrip["way"], string>>,
  howMuch: "how much",
  perComponent: "Component by component",
  effort: "work done again",
  copies: "reverse copies, side by side",
  downtime: "nobody can write",
  until: "closes at the latest",
  after: (span: string) => `${span} after the cutover`,
  assumed: "assumed",
  waits: "waits",
  method: "carried back by",
  ends: "what ends it earlier",
  noMethod: "no method known",
  again: "Charged again",
};
