import { list } from "../constructs/list.ts";
import {
  type EgressPrice,
  elsewhere,
  GB_PER_GIB,
  HOURS_A_MONTH,
  isApart,
  type PriceList,
} from "../providers/prices.ts";
import type { AssessInput } from "./assessment.ts";
import type { DoubleRunning, EgressCost, MonthlyCost } from "./cost.ts";
import type { CostDays } from "./cost-days.ts";
import type { EffortModel } from "./effort-model.ts";
import data from "./egress-rules.json" with { type: "json" };
import { takesAway } from "./fate.ts";
import { movingData } from "./holding-data.ts";
import { daysOf, leadsOf } from "./lead-times.ts";
import { type Money, ratesOf, rounded, sumOf, timesMoney } from "./money.ts";
import { tenth } from "./numbers.ts";
import { priceFactorOf } from "./price-shock.ts";
import { readWhole } from "./read-whole.ts";
import { regionsOf } from "./regions.ts";
import type { Range, UnknownFact } from "./result.ts";
import { statedFor } from "./stated-for.ts";

interface EgressRule {
  readonly id: string;
  readonly name: string;
  /** ISO 3166, of the customer. */
  readonly countries: readonly string[];
  readonly from: string;
  /** First day on which it no longer holds. */
  readonly until?: string;
  readonly charge: "none" | "at-cost";
  readonly citation: EgressCost["rules"][number]["citation"];
}

/** Rules on what a source may charge for data that leaves with its customer, with sources and dates. */
export const egressRules = data as readonly EgressRule[];

type Rule = Omit<EgressCost["rules"][number], "amounts">;

/** Rules in force on a day, or on some day until another; without a country all of them, none for certain. */
export function rulesAt(date: string, country: string | undefined, last = date): Rule[] {
  return egressRules
    .filter((r) => r.from <= last && (r.until === undefined || date < r.until))
    .filter((r) => country === undefined || r.countries.includes(country))
    .map(({ name, charge, from, until, citation }) => ({
      ...{ name, charge, from },
      ...(until === undefined ? {} : { until }),
      certain: country !== undefined,
      citation: { ...citation },
    }));
}

/** Days after it have no four digits for their year, and in the end no date. */
const LAST_DAY = Date.parse("9999-12-31");

/** On the day of the report, and on each on which the copy may be made. */
function rulesFor(input: AssessInput, copy: CostDays["copy"]): Rule[] {
  const [today, country] = [statedFor(input), input.facts?.country];
  const on = (days: number) => {
    const ms = Math.min(Date.parse(today) + days * 86_400_000, LAST_DAY);
    return new Date(ms).toISOString().slice(0, 10);
  };
  const [now, then] = [rulesAt(today, country), rulesAt(on(copy.from), country, on(copy.to))];
  return [...now, ...then.filter((rule) => !now.some(({ name }) => name === rule.name))];
}

const DAYS_A_MONTH = HOURS_A_MONTH / 24;

/** What everything costs on its way out, from one copy to all that a plan reads: nothing leaves a source that cannot be reached. */
export function egressOf(
  input: AssessInput,
  model: EffortModel,
  copy: CostDays["copy"],
): { cost: EgressCost | null; unpriced: UnknownFact[] } {
  if (input.scenario === "bouton-rouge") return { cost: null, unpriced: [] };
  const { facts = {}, source } = input;
  const held = movingData(input, model);
  const sized = held.flatMap(({ gib, ...of }) => (gib === undefined ? [] : [{ gib, ...of }]));
  const unsized = held.filter(({ gib }) => gib === undefined).map(({ id }) => id);
  const sum = (world: "lower" | "upper") => sized.reduce((total, { gib, copies }) => total + gib * copies[world], 0);
  const [gib, most] = [sum("lower"), sum("upper")];
  const read = sized.reduce((total, { gib, copies, readings }) => total + gib * copies.upper * readings, 0);
  const rules = source.jurisdiction.ownHosts ? [] : rulesFor(input, copy);
  const priced = (amount: number) =>
    source.prices && listPrice(amount, source.prices, regionsOf(input.survey.components, input.survey.foreign));
  const listed = priced(gib);
  const credit = listed?.price.credit;
  // Nobody publishes what a transfer costs: at cost is anything up to the list price.
  const forLess = rules.length > 0 || credit !== undefined;
  const all = readWhole(input);
  const moves = sized.length > 0 || (held.length === 0 && all);
  const known = listed !== undefined && moves;
  const money = (l: Listed): Money => ({
    currency: l.currency,
    low: forLess ? 0 : l.low,
    high: priced(read)?.high ?? l.high,
  });
  const amounts = known ? sumOf([money(listed)], ratesOf(facts)).map(rounded) : [];
  // What may be charged at all is charged up to what stands above.
  const under = ({ charge }: Rule) => (charge === "none" ? amounts.map((m) => timesMoney(m, 0)) : amounts);
  const unpriced = [
    ...(unsized.length > 0
      ? [{ what: `Egress of ${list(unsized)}`, dependsOn: "components.<id>.gib in exeat.yaml" }]
      : []),
    ...(listed
      ? []
      : [{ what: `Egress from ${source.title}`, dependsOn: source.jurisdiction.ownHosts ? OWN_LINE : NO_PRICE }]),
  ];
  return {
    cost: {
      gib: moves ? tenth(gib) : null,
      ...(moves && most > gib ? { gibAtMost: tenth(most) } : {}),
      ...(moves && read > most ? { gibRead: tenth(read) } : {}),
      covers: { moves: held.length, sized: sized.length },
      amounts,
      whole: known && unsized.length === 0 && all,
      copyDays: copy,
      rules: rules.map((rule) => ({ ...rule, amounts: under(rule) })),
      credit: credit ? { what: credit.what, citation: { ...credit.citation, kind: "published" } } : null,
      notes: listed?.note ? [listed.note] : [],
      citations: listed ? [{ ...listed.price.citation, kind: "published" }] : [],
    },
    unpriced,
  };
}

const NO_PRICE = "a price for what leaves it, of which none is on record";
const OWN_LINE =
  "the contract of the line that the data takes: nobody publishes a price for it, and a line that is paid by its speed charges nothing for the copy";

interface Listed {
  readonly currency: string;
  readonly low: number;
  readonly high: number;
  readonly price: EgressPrice;
  readonly note?: string;
}

function listPrice(gib: number, list: PriceList, regions: readonly string[]): Listed | undefined {
  const { egress, currency } = list;
  if (regions.some((region) => isApart(list, region))) return undefined;
  const fits = (place: string) => (r: string) => place.startsWith(r);
  const found = egress.find(
    (e) => e.regions.includes("") || (regions.length > 0 && regions.every((r) => e.regions.some(fits(r)))),
  );
  const price = found ?? egress.at(-1);
  if (!price) return undefined;
  const amount = tiered(price.of === "GB" ? gib * GB_PER_GIB : gib, price.tiers);
  if (found) return { currency, low: amount, high: amount, price };
  const { low, high, note } = elsewhere(list, price.regions, regions);
  return { currency, low: amount * low, high: amount * high, price, note };
}

/** Every tier is charged for what lies in it. */
export function tiered(quantity: number, tiers: EgressPrice["tiers"]): number {
  let [below, amount] = [0, 0];
  for (const { upToGB = Infinity, perGB } of tiers) {
    amount += Math.max(0, Math.min(quantity, upToGB) - below) * perGB;
    below = upToGB;
  }
  return amount;
}

/** Both bills for as long as both sides run, the source's at the prices of the scenario, and until a notice to the source has run. */
export function doubleRunningOf(
  input: AssessInput,
  model: EffortModel,
  { source, target }: { readonly source: MonthlyCost; readonly target: MonthlyCost },
  notice: Range,
): DoubleRunning | null {
  const lead = leadsOf(input, model).find((l) => l.id === "parallel-run");
  if (!lead?.arises.upper && (notice.high === 0 || takesAway(input.scenario ?? "planned-exit"))) return null;
  const run = lead?.arises.upper ? daysOf(lead) : { low: 0, likely: 0, high: 0 };
  const days = {
    low: run.low + notice.low,
    likely: run.likely + notice.likely,
    high: run.high + notice.high,
  };
  const both = sumOf(
    [...source.amounts.map((m) => timesMoney(m, priceFactorOf(input))), ...target.amounts],
    ratesOf(input.facts ?? {}),
  );
  return {
    days,
    amounts: both.map((m) => rounded(timesMoney(m, days.low / DAYS_A_MONTH, days.high / DAYS_A_MONTH))),
    whole: source.whole && target.whole,
  };
}
