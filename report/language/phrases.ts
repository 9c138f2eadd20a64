import { literally } from "../../constructs/literally.ts";
import type { Lang, Piece } from "./language.ts";

/** How a language sets what the forms say, and the numbers that stand in a sentence. */
export interface Typography {
  /** `next` is the name that follows it. */
  text(text: string, next?: string): string;
  number(n: number): string;
  /** Of YYYY-MM-DD. */
  date(iso: string): string;
}

/**
 * Forms of the sentences that results carry in English, and the same in another language. `{name}` stands for what is inside:
 * names as they are, `{#number}` for a number and `{~date}` for a day, written anew, `{@key}` for one word, `{:where}` for what begins with an id (`root:address`), `{fact*}` for a
 * fact that stays English, `{phrase+}` for one that is looked up itself, `{list,}` for phrases with commas or semicolons between them.
 */
export type Phrases = readonly (readonly [english: string, other: string])[];

interface Form {
  /** What a sentence of this form holds as it is, from its beginning to its end: looked for first, for it is cheap. */
  readonly fixed: readonly string[];
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly other: string;
}

const HOLE = /\{([#@:~]?\w+[*+,]?)\}/g;
/** A hole does not reach into the next sentence, unless a fact is in it. */
const WITHIN = "((?:(?![.!] [A-Z`])[\\s\\S])+?)";
const compiled = new WeakMap<Phrases, readonly Form[]>();

/** The first form that fits a text, or each of its sentences; what fits none stays as it is, marked as English. */
export function phrased(sentence: string, phrases: Phrases, lang: Lang, set: Typography): readonly Piece[] {
  for (const { fixed, pattern, names, other } of formsOf(phrases)) {
    if (!sentence.startsWith(fixed[0] ?? "") || !sentence.endsWith(fixed.at(-1) ?? "")) continue;
    if (!fixed.every((part) => sentence.includes(part))) continue;
    const found = pattern.exec(sentence);
    if (!found) continue;
    const inside = new Map(names.map((name, i) => [name, found[i + 1] ?? ""]));
    return joined(
      other.split(HOLE).flatMap((part, i, all): readonly Piece[] => {
        if (i % 2 === 0) return [{ text: set.text(part, inside.get(all[i + 1] ?? "")), lang }];
        const value = inside.get(part) ?? "";
        if (part.startsWith("#")) return [{ text: set.number(Number(value.replaceAll(",", ""))), lang }];
        if (part.startsWith("~")) return [{ text: set.date(value), lang }];
        if (part.endsWith("+")) return phrased(value, phrases, lang, set);
        // What stands between is looked up as well: a semicolon is not written alike everywhere.
        if (part.endsWith(",")) return value.split(/([,;] )/).flatMap((one) => phrased(one, phrases, lang, set));
        return [{ text: value, lang: part.endsWith("*") ? "en" : lang }];
      }),
    );
  }
  const sentences = sentence.split(/(?<=[.!]) (?=[A-Z`])/);
  if (sentences.length > 1) {
    return joined(
      sentences.flatMap((one, i) => [...(i > 0 ? [{ text: " ", lang }] : []), ...phrased(one, phrases, lang, set)]),
    );
  }
  return [{ text: sentence, lang: hasWords(sentence) ? "en" : lang }];
}

/** Names, types and numbers have no language. */
function hasWords(text: string): boolean {
  return text.split(/\s+/).some((word) => /^[a-z']{2,}$/i.test(word.replace(/^[("]+|[.,;:!?)"]+$/g, "")));
}

function formsOf(phrases: Phrases): readonly Form[] {
  const known = compiled.get(phrases);
  if (known) return known;
  const forms = phrases.map(([english, other]): Form => {
    const parts = english.split(HOLE);
    const source = parts.map((part, i) => {
      if (i % 2 === 0) return literally(part);
      if (part.startsWith("#")) return "(\\d(?:[\\d.,]*\\d)?)";
      if (part.startsWith("~")) return "(\\d{4}-\\d{2}-\\d{2})";
      if (part.startsWith(":")) return "(\\S*:\\S[\\s\\S]*?)";
      if (part.startsWith("@")) return '([\\w.-]+(?:\\["[^"]*"\\])?)';
      return part.endsWith("*") ? "([\\s\\S]+?)" : WITHIN;
    });
    return {
      fixed: parts.filter((_, i) => i % 2 === 0),
      pattern: new RegExp(`^${source.join("")}$`),
      names: parts.filter((_, i) => i % 2 === 1),
      other,
    };
  });
  compiled.set(phrases, forms);
  return forms;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces.filter((p) => p.text !== "")) {
    const last = out.at(-1);
    if (last?.lang === piece.lang) out[out.length - 1] = { text: last.text + piece.text, lang: last.lang };
    else out.push(piece);
  }
  return out;
}
