import type { Assessment } from "../assessment/assessment.ts";
import type { Cost, MonthlyCost } from "../assessment/cost.ts";
import type { Money } from "../assessment/money.ts";
import { daysText } from "./durations.ts";
import { type Language, plain } from "./language/language.ts";

/** What reports say of cost alike, in words of their language. */

/** `1,200 to 1,400 USD`; several currencies side by side. Undefined where nothing is known: never a number. */
export function moneyText(amounts: readonly Money[], l: Language): string | undefined {
  const words = l.words.cost;
  const parts = amounts.map(({ currency, low, high }) => {
    const [least, most] = [euros(low, l), euros(high, l)];
    return least === most ? words.exactly(least, currency) : words.range(least, most, currency);
  });
  return parts.length === 0 ? undefined : parts.join(" + ");
}

/** A few cents are not nothing. */
function euros(n: number, l: Language): string {
  return n === 0 ? l.amount(0) : l.brief(n);
}

/** A row of the table of costs: `amount` undefined is unknown; `terms` are those of a cloud, in English. */
export interface CostRow {
  readonly what: string;
  readonly amount: string | undefined;
  readonly covers: string;
  readonly why: readonly string[];
  readonly terms?: string;
}

/** A month on both sides, then what is paid once. */
export function costRows({ monthly, oneOff }: Pick<Cost, "monthly" | "oneOff">, l: Language): CostRow[] {
  const words = l.words.cost;
  const { egress, doubleRunning } = oneOff;
  const month = (what: string, side: MonthlyCost): CostRow => ({
    what,
    amount: monthText(side, l),
    covers: coverage(side, l),
    why: [basisText(side, l)],
  });
  return [
    month(words.monthSource, monthly.source),
    month(words.monthTarget, monthly.target),
    egress === null
      ? { what: words.egress, amount: words.noEgress, covers: "–", why: [] }
      : {
          what: words.egress,
          amount: least(moneyText(egress.amounts, l), egress.whole, l),
          covers:
            egress.covers.moves === 0
              ? words.nothingMoves
              : egress.citations.length === 0
                ? words.noEgressPrice
                : words.ofSizes(l.amount(egress.covers.sized), l.amount(egress.covers.moves)),
          why: [...readText(egress, l), ...rulesText(egress, l)],
          ...(egress.credit ? { terms: egress.credit.what } : {}),
        },
    doubleRunning === null
      ? { what: words.doubleRunning, amount: words.noDoubleRunning, covers: "–", why: [] }
      : {
          what: words.doubleRunning,
          amount: least(moneyText(doubleRunning.amounts, l), doubleRunning.whole, l),
          covers: daysText(doubleRunning.days, l),
          why: [],
        },
  ];
}

function basisText({ basis, covers: { stated, priced, partly } }: MonthlyCost, l: Language): string {
  const words = l.words.cost;
  if (basis === "stated" || (stated > 0 && stated === priced + partly)) return words.stated;
  return stated === 0 ? words.listPrices : words.statedInPart(l.amount(stated));
}

/** What the amounts are for; nothing where no size is known. */
function readText({ gib, gibAtMost, gibRead }: NonNullable<Cost["oneOff"]["egress"]>, l: Language): string[] {
  if (!gib) return [];
  const most = gibRead ?? gibAtMost;
  const words = l.words.cost;
  return [most === undefined ? words.oneCopy(l.amount(gib)) : words.copyToReadings(l.amount(gib), l.amount(most))];
}

/** Rules in force, as one sentence where nobody can say whether they apply; then what has to be done to gain by them. */
function rulesText({ rules, credit }: NonNullable<Cost["oneOff"]["egress"]>, l: Language): string[] {
  const words = l.words.cost;
  const differ = rules.some(({ charge }) => charge !== rules[0]?.charge);
  const named = rules.map(({ name, amounts }) => {
    const said = plain(l.fact(name));
    const sum = differ ? moneyText(amounts, l) : undefined;
    return sum === undefined ? said : `${said} (${sum})`;
  });
  const all = named.join(`${l.words.semicolon} `);
  const inForce = named.length === 0 ? [] : [rules.every((r) => r.certain) ? all : words.ifCountry(all)];
  return [...inForce, ...(named.length > 0 || credit ? [words.unlessAsked] : [])];
}

/** A bill that is not whole is at least this; undefined: nothing of it is known. */
export function monthText(side: Pick<MonthlyCost, "amounts" | "whole">, l: Language): string | undefined {
  if (isFree(side)) return l.words.cost.nothingCosts;
  return least(moneyText(side.amounts, l), side.whole, l);
}

/** All of a side is known, and none of it costs something. */
function isFree({ whole, amounts }: Pick<MonthlyCost, "amounts" | "whole">): boolean {
  return whole && amounts.length === 0;
}

function least(sum: string | undefined, whole: boolean, l: Language): string | undefined {
  return sum === undefined || whole ? sum : l.words.cost.andMore(sum);
}

function coverage({ covers, basis }: MonthlyCost, l: Language): string {
  const words = l.words.cost;
  if (basis === "stated") return "–";
  if (covers.resources === 0) return words.nothingCosts;
  const all = words.ofResources(l.amount(covers.priced), l.amount(covers.resources));
  return covers.partly === 0 ? all : `${all}, ${words.inPart(l.amount(covers.partly))}`;
}

/** For who reads no table: what a month costs on either side, of how much of it, and that sums of two parts are not compared. */
export function monthSentence({ monthly: { source, target } }: Cost, l: Language): string {
  const words = l.words.cost;
  const isPart = (side: MonthlyCost) => !side.whole && side.basis !== "stated" && side.covers.resources > 0;
  const said = (side: MonthlyCost) => {
    const sum = monthText(side, l) ?? words.unknownSum;
    return isPart(side) ? `${sum} (${coverage(side, l)})` : sum;
  };
  if (isFree(source) && isFree(target)) return words.free;
  if (isFree(source)) return `${words.freeAtSource} ${words.aMonthAtTarget(said(target))}`;
  if (isFree(target)) return `${words.aMonthAtSource(said(source))} ${words.freeAtTarget}`;
  const month = words.aMonth(said(source), said(target));
  const sums = source.amounts.length > 0 && target.amounts.length > 0;
  return sums && (isPart(source) || isPart(target)) ? `${month} ${words.unlikeParts}` : month;
}

/** Months until leaving has paid by a price shock; undefined: not known. */
export function paysAfter(
  price: Pick<NonNullable<Assessment["reading"]["price"]>, "breakEvenMonths" | "atMost" | "never">,
  l: Language,
): string | undefined {
  if (price.never) return l.words.never;
  if (price.breakEvenMonths === null) return undefined;
  const months = l.count(price.breakEvenMonths.p80, "month");
  return price.atMost ? l.words.cost.atMost(months) : months;
}

/** Cells of a price shock: a month before, then, at the target; the work; when it pays. Undefined: not known. */
export function priceCells(price: NonNullable<Assessment["reading"]["price"]>, l: Language): (string | undefined)[] {
  const { before, after, target, whole, leaving } = price;
  const work = leaving && [{ currency: leaving.currency, low: leaving.p80, high: leaving.p80 }];
  return [
    least(moneyText(before, l), whole.source, l),
    least(moneyText(after, l), whole.source, l),
    least(moneyText(target, l), whole.target, l),
    moneyText(work ?? [], l),
    paysAfter(price, l),
  ];
}

/** What was taken for what, each said once. */
export function costNotes({ monthly, oneOff }: Cost): string[] {
  return [...new Set([...monthly.source.notes, ...monthly.target.notes, ...(oneOff.egress?.notes ?? [])])];
}

/** Where prices and rules come from. */
export function costCitations({ monthly, oneOff: { egress } }: Cost): MonthlyCost["citations"] {
  const terms = egress ? [...egress.rules, ...(egress.credit ? [egress.credit] : [])] : [];
  const leaving = [...(egress?.citations ?? []), ...terms.map((t) => t.citation)];
  return [...monthly.source.citations, ...monthly.target.citations, ...leaving];
}
