import type { Language } from "./language/language.ts";

/** Shorter than that, hours say more than a part of a day. */
const DAY = 1;
const HOURS = 24;

interface Days {
  readonly low: number;
  readonly high: number;
}

/** From and to, in hours where it is less than a day: `1 h to 2 days`. */
export function daysText({ low, high }: Days, { amount, words }: Language): string {
  const { spans } = words;
  if (high < DAY && high > 0) return spans.hours(amount(low * HOURS), amount(high * HOURS));
  if (low < DAY && low > 0) return spans.mixed(amount(low * HOURS), amount(high));
  return spans.days(amount(low), amount(high));
}

/** What a column of days shows as nothing. */
const TENTH = 0.1;

/** One length, in a column of days: hours only where it is too short for a part of a day. */
export function daysCell(days: number, l: Language): string {
  return (days < TENTH ? hoursIn(days, l) : undefined) ?? l.amount(days);
}

/** The same where nothing beside it says of what. */
export function oneLength(days: number, l: Language): string {
  return hoursIn(days, l) ?? l.count(days, "day");
}

function hoursIn(days: number, { amount }: Language): string | undefined {
  return days > 0 && days < DAY ? `${amount(days * HOURS)}\u00a0h` : undefined;
}
