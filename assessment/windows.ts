import type { Cloud } from "../providers/provider.ts";
import type { AssessInput, Assessment } from "./assessment.ts";
import type { EstateFacts } from "./facts.ts";
import { mayStillAsk } from "./fate.ts";
import { mayBindCustomer, mayBindSource } from "./union-law.ts";
import data from "./windows.json" with { type: "json" };

/** A window of law, contract or one's own: something must be done within its days. */
export interface Window {
  readonly id: string;
  readonly name: string;
  /** Absent: the fact named says how many, and without it nobody knows. */
  readonly days?: number;
  readonly fact?: "contract.noticeDays" | "contract.transitionDays" | "deadlineDays";
  /** From "notice": nothing must be done within its days; they are given so late that they end with the exit. */
  readonly from: "start" | "replication" | "notice";
  readonly until: "transfer" | "cutover" | "end";
  /** Whom it binds: a window of the provider is a right of the customer, never a duty. */
  readonly bound: string;
  readonly citation: Assessment["time"]["windows"][number]["citation"];
}

/** Windows with sources and dates; what is not law is in nobody's list but the contract's. */
export const windows = data as readonly Window[];

/** Days of a window; undefined: the fact it rests on was not stated. */
function daysOf(window: Window, facts: EstateFacts): number | undefined {
  switch (window.fact) {
    case "contract.noticeDays":
      return facts.contract?.noticeDays;
    case "contract.transitionDays":
      return facts.contract?.transitionDays;
    case "deadlineDays":
      return facts.deadlineDays;
    default:
      return window.days;
  }
}

/** A number that somebody stated is cited as that, before the law that asks for it and names none. */
function citationOf({ fact, citation }: Window, allowed: number | undefined): Window["citation"] {
  if (fact === undefined || allowed === undefined || citation.kind === "stated") return { ...citation };
  return { ...citation, kind: "stated", source: `exeat.yaml; ${citation.source}` };
}

/** Whether a window is one for this customer: law where it may hold, and rights while the source is there to ask. */
function isOpen({ id, bound }: Window, input: WindowInput): boolean {
  if (bound === "financial entity") return mayBindCustomer(input);
  if (bound !== "provider") return true;
  return mayStillAsk(input.scenario) && (id === WAIVER || mayBindSource(input));
}

type Given = NonNullable<Assessment["time"]["windows"][number]["give"]>;

type WindowInput = Pick<AssessInput, "facts" | "source" | "scenario" | "tool">;

const WAIVER = "egress-waiver";

/** What the source has announced of free traffic for those who leave; where none is on record, nobody else's stands in for it. */
function announced({ title, prices }: Cloud): (Window & { readonly dependsOn: string })[] {
  if (!prices?.freeEgress) return [];
  const { days, citation } = prices.freeEgress;
  return [
    {
      id: WAIVER,
      name: "Free egress on leaving, on request and once approved",
      ...(days === null ? {} : { days }),
      from: "replication",
      until: "cutover",
      bound: "provider",
      dependsOn: `an announcement of ${title}: none is on record`,
      citation: { ...citation, kind: "published" },
    },
  ];
}

/** How likely each window is met. An own deadline that nobody stated is no window. */
export function windowsMet(
  input: WindowInput,
  days: (window: { readonly from: "start" | "replication"; readonly until: Window["until"] }) => Float64Array,
  lateStart: (days: number) => Given,
): Assessment["time"]["windows"] {
  const { facts = {}, source } = input;
  const stated = windows.map((window) => ({ ...window, dependsOn: `${window.fact} in exeat.yaml` }));
  const open = [...stated, ...announced(source)].filter((window) => isOpen(window, input));
  return open.flatMap((window): Assessment["time"]["windows"] => {
    const allowed = daysOf(window, facts);
    const { name, from, until, bound } = window;
    const common = { name, from, until, bound };
    const citation = citationOf(window, allowed);
    if (allowed !== undefined) {
      if (from === "notice")
        return [{ ...common, days: allowed, probability: null, give: lateStart(allowed), citation }];
      const taken = days({ from, until });
      const met = taken.filter((d) => d <= allowed).length / taken.length;
      return [{ ...common, days: allowed, probability: Math.round(met * 100) / 100, citation }];
    }
    if (window.id === "deadline") return [];
    return [{ ...common, days: null, probability: null, dependsOn: window.dependsOn, citation }];
  });
}
