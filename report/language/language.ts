import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { type Phrases, phrased, type Typography } from "./phrases.ts";
import { effortPhrasesEn } from "./phrases-effort-en.ts";
import { effortPhrasesFr } from "./phrases-effort-fr.ts";
import { phrasesFr } from "./phrases-fr.ts";
import { elided, spaced, spacedWords } from "./spacing.ts";

export const LANGUAGES = ["en", "fr"] as const;
export type Lang = (typeof LANGUAGES)[number];
export type Words = typeof en;

/** Part of a text, in the language it is written in: a fact that is kept in English stays English, and is marked so. */
export interface Piece {
  readonly text: string;
  readonly lang: Lang;
}

/** Everything a report needs to speak one language. */
export interface Language {
  readonly lang: Lang;
  readonly words: Words;
  /** Whole from ten on, one decimal below: a range of person-days has no more truth in it. What is little is not nothing. */
  amount(n: number): string;
  /** A number that somebody stated, as it is. */
  exact(n: number): string;
  /** Hours of which a few minutes are not nothing. */
  brief(hours: number): string;
  /** Of a share between 0 and 1. */
  percent(share: number): string;
  /** Of a share of draws: no number of draws makes a thing impossible, or certain. */
  chance(share: number): string;
  /** A day of the calendar in full; anything else as it is. */
  date(iso: string): string;
  /** Of its ISO 3166 code. */
  country(code: string): string;
  /** `1 component`, `5 components`. */
  count(n: number, noun: keyof Words["nouns"]): string;
  /** What a table of words has for a key; the key itself where it has none: it may come from a newer version. */
  word(table: Readonly<Record<string, string>>, key: string): string;
  /** A sentence that a result carries: translated where its form is known, else in English and marked. */
  fact(sentence: string): readonly Piece[];
  /** What follows the word for unknown: what it depends on, or the sentence that says what to do. */
  reason(dependsOn: string): readonly Piece[];
  /** The same of what drives effort: sentences that hold keys of the effort model, which are words here. */
  driver(sentence: string): readonly Piece[];
}

/** Below, one decimal would say 0. */
const LITTLE = 0.05;

const LOCALES: Readonly<Record<Lang, string>> = { en: "en-GB", fr: "fr-FR" };

/** `facts`: absent where they are written in that language. */
function make(lang: Lang, words: Words, drivers: Phrases, facts?: Phrases): Language {
  const locale = LOCALES[lang];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const plural = new Intl.PluralRules(locale);
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 });
  const text = (text: string, next?: string) => (lang === "fr" ? spaced(elided(text, next)) : text);
  const date = (iso: string) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? day.format(new Date(`${iso}T00:00:00Z`)) : iso);
  const set: Typography = { text, number: (n) => exact.format(n), date };
  const from = (phrases: Phrases | undefined) => (sentence: string) => {
    const said = phrases ? phrased(sentence, phrases, lang, set) : [{ text: sentence, lang }];
    return said.map((piece) => ({ ...piece, text: withoutOwnRoot(piece.text) }));
  };
  const fact = from(facts);
  const reason = (dependsOn: string): readonly Piece[] => {
    const [first, ...rest] = fact(dependsOn);
    if (first === undefined || isRemedy(dependsOn)) return [{ text: words.colon, lang }, ...fact(dependsOn)];
    if (first.lang !== lang) return [{ text: words.dependsOn(""), lang }, first, ...rest];
    return [{ text: words.dependsOn(first.text), lang }, ...rest];
  };
  const amount = (n: number) =>
    n > 0 && n < LITTLE ? `< ${tenths.format(0.1)}` : (Math.abs(n) < 10 ? tenths : whole).format(n);
  const percent = (share: number) => `${whole.format(share * 100)}\u00a0%`;
  return {
    lang,
    words,
    amount,
    exact: (n) => exact.format(n),
    brief: (hours) => amount(Math.max(hours, Number.MIN_VALUE)),
    percent,
    chance: (share) => (share < 0.01 ? `< ${percent(0.01)}` : share > 0.99 ? `> ${percent(0.99)}` : percent(share)),
    date,
    country: (code) => countries.of(code) ?? code,
    count: (n, noun) => `${amount(n)} ${words.nouns[noun][plural.select(n) === "one" ? 0 : 1]}`,
    word: (table, key) => (Object.hasOwn(table, key) ? (table[key] ?? key) : key),
    fact,
    reason,
    driver: from(drivers),
  };
}

/** Whether what an unknown depends on is a sentence that says what to do, not a thing. */
function isRemedy(dependsOn: string): boolean {
  return /^[A-Z].*\.$/s.test(dependsOn);
}

/** Ids without the name of the root that was read itself: it says nothing, and facts are stated without it as well. */
function withoutOwnRoot(text: string): string {
  return text.replace(/(^|[\s(`])\.:(?=\w)/g, "$1").replace(/(\bcomponents\.)\.:(?=\w)/g, "$1");
}

const languages: Readonly<Record<Lang, Language>> = {
  en: make("en", en, effortPhrasesEn),
  fr: make("fr", spacedWords(fr), effortPhrasesFr, phrasesFr),
};

export function languageOf(lang: Lang = "en"): Language {
  return languages[lang];
}

/** Pieces where no markup can tell their languages apart. */
export function plain(pieces: readonly Piece[]): string {
  return pieces.map((p) => p.text).join("");
}
