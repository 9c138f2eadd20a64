import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { AssessInput } from "./assessment.ts";
import type { EffortModel, LeadTime } from "./effort-model.ts";
import type { EstateFacts } from "./facts.ts";
import type { Range } from "./result.ts";
import { mayBindSource } from "./union-law.ts";

/** Waiting that is not work: where it stands in the schedule, and whether it arises. */
export interface Lead extends Pick<LeadTime, "id" | "what" | "elapsed"> {
  readonly before: "foundation" | "transfer" | "cutover" | "stabilisation" | "decommission" | "end";
  /** What it begins after, as far as that arises. */
  readonly after: readonly string[];
  /** Begun so late that it ends with everything else. */
  readonly late?: true;
  readonly arises: { readonly lower: boolean; readonly upper: boolean };
  /** As stated. */
  readonly days?: number;
}

interface Place {
  readonly before: Lead["before"];
  readonly after?: readonly string[];
  /** always; or where nobody stated it: `widens` counts above P10, `absent` nowhere. */
  readonly unstated: "always" | "widens" | "absent";
}

/** Places in the schedule: judgement, 2026-11-26. The lengths are the effort model's. */
const PLACES: Readonly<Record<string, Place>> = {
  "contract-notice": { before: "decommission", unstated: "widens" },
  "private-procurement": { before: "foundation", unstated: "widens" },
  "public-tender": { before: "foundation", unstated: "absent" },
  "target-account": { before: "foundation", unstated: "always" },
  quota: { before: "transfer", after: ["target-account"], unstated: "widens" },
  interconnect: { before: "transfer", after: ["target-account"], unstated: "absent" },
  "partner-allow-list": { before: "cutover", after: ["foundation"], unstated: "absent" },
  "mail-reputation": { before: "cutover", after: ["foundation"], unstated: "absent" },
  "pentest-slot": { before: "cutover", after: ["foundation"], unstated: "absent" },
  certification: { before: "cutover", after: ["foundation"], unstated: "absent" },
  "domain-transfer": { before: "cutover", after: ["foundation"], unstated: "absent" },
  "change-freeze": { before: "cutover", after: ["transfers"], unstated: "widens" },
  "dns-ttl": { before: "stabilisation", after: ["cutover"], unstated: "always" },
  "parallel-run": { before: "stabilisation", after: ["cutover"], unstated: "always" },
};

/** Ids of the lead times that have a place. */
export const leadTimeIds: readonly string[] = Object.keys(PLACES);

/** The target's account waits for whoever buys it. */
const PROCUREMENT = ["private-procurement", "public-tender"];

/** Id of the notice to the source. */
export const NOTICE = "contract-notice";
const CONTRACT_NOTICE = "notice that the contract with the source asks for";
/** Regulation (EU) 2023/2854 art. 25(2)(d), 2025-09-12: a notice of two months at most before a change of provider begins. */
const MOST_NOTICE_DAYS = 62;

type NoticeInput = Pick<AssessInput, "facts" | "source" | "tool">;

/** Whether the notice is that of a contract: as long as somebody stated, whatever the law says. */
function isContract(input: NoticeInput): boolean {
  return noticeDays(input) !== undefined || !mayBindSource(input);
}

function noticeDays({ facts }: NoticeInput): number | undefined {
  const stated = facts?.leadTimes?.[NOTICE] ?? facts?.contract?.noticeDays;
  return typeof stated === "number" ? stated : undefined;
}

/** A contract that asks for more notice than the law lets it, where that may be the customer's: it is counted as it was stated. */
export function noticeTooLong(input: NoticeInput): Diagnostic[] {
  const days = noticeDays(input);
  if (days === undefined || days <= MOST_NOTICE_DAYS || !mayBindSource(input)) return [];
  return [
    {
      severity: "warning",
      code: "EX0343",
      summary: "The contract asks for more notice than the Data Act allows",
      detail: `${days} days of notice to ${input.source.title} are counted as stated, and its bill until they have run. For a change of provider the Data Act allows two months at most (Regulation (EU) 2023/2854 art. 25(2)(d)), where the customer is in the Union: ask for that, have the contract read for what else it demands, and state what holds as contract.noticeDays.`,
    },
  ];
}

/** Lead times in the order of their places. */
export function leadsOf(input: Pick<AssessInput, "facts" | "survey" | "source" | "tool">, model: EffortModel): Lead[] {
  const leads = Object.entries(PLACES).flatMap(([id, place]): Lead[] => {
    const found = model.leadTimes.find((l) => l.id === id);
    if (!found) return [];
    const stated = statedOf(id, input);
    // The months of the Data Act open the transition; a contract only has to last until everything is done.
    const own =
      id === NOTICE && isContract(input) ? { what: CONTRACT_NOTICE, before: "end" as const, late: true as const } : {};
    const common = {
      id,
      what: found.what,
      elapsed: found.elapsed,
      before: place.before,
      after: place.after ?? [],
      ...own,
    };
    if (stated === undefined) {
      const arises = { lower: place.unstated === "always", upper: place.unstated !== "absent" };
      return [{ ...common, arises }];
    }
    const arises = { lower: stated !== false, upper: stated !== false };
    return [{ ...common, arises, ...(typeof stated === "number" ? { days: stated } : {}) }];
  });
  const procurement = PROCUREMENT.filter((id) => leads.some((l) => l.id === id && l.arises.upper));
  return leads.map((lead) => (lead.id === "target-account" ? { ...lead, after: procurement } : lead));
}

/** How long it is: as stated, else as long as such waits are. */
export function daysOf({ days, elapsed }: Lead): Range {
  return days === undefined ? { ...elapsed } : { low: days, likely: days, high: days };
}

/** Lead times that count above P10 only because nobody stated them, and those that do not count at all. */
export function unstatedLeads(input: Pick<AssessInput, "facts" | "survey" | "source" | "tool">): {
  readonly widening: readonly string[];
  readonly absent: readonly string[];
} {
  const open = Object.entries(PLACES).filter(([id]) => statedOf(id, input) === undefined);
  const of = (unstated: Place["unstated"]) => open.filter(([, p]) => p.unstated === unstated).map(([id]) => id);
  return { widening: of("widens"), absent: of("absent") };
}

/** Stated by name, or by another fact that settles it. */
function statedOf(id: string, input: Pick<AssessInput, "facts" | "survey" | "source" | "tool">) {
  const { facts, survey, source } = input;
  return (
    facts?.leadTimes?.[id] ??
    implied(id, facts) ??
    (id === NOTICE && !mayBindSource(input) ? false : undefined) ??
    (survey.foreign.some(({ type }) => source.foreign[type]?.waits?.includes(id)) ? true : undefined)
  );
}

function implied(id: string, facts: EstateFacts | undefined): boolean | number | undefined {
  if (id === NOTICE) return facts?.contract?.noticeDays;
  if (id === "interconnect")
    return facts?.counts?.["interconnect"] === undefined ? undefined : facts.counts["interconnect"] > 0;
  if (id === "pentest-slot" && facts?.assurance) return true;
  if (id !== "partner-allow-list") return undefined;
  const told = Object.values(facts?.components ?? {}).map((c) => c.conditions?.["partners allow-list the address"]);
  return told.includes(true) ? true : undefined;
}
