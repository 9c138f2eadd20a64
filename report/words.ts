import type { Assessment } from "../assessment/assessment.ts";
import { amount } from "../constructs/amount.ts";
import { type Place, placesOf } from "../constructs/diagnostic.ts";
import { printable } from "../constructs/printable.ts";
import { type Language, languageOf, type Piece } from "./language/language.ts";

/** Words, numbers and colours that reports share. */

type Citation = Assessment["workItems"][number]["citation"];

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

export function paint(color: boolean): Paint {
  const code = (n: number) => (text: string) => (color ? `\u001b[${n}m${text}\u001b[0m` : text);
  return Object.fromEntries(Object.entries(CODES).map(([name, n]) => [name, code(n)])) as unknown as Paint;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${amount(n)} ${n === 1 ? one : many}`;
}

/** First items, then how many more there are; empty for none. */
export function top<T>(
  items: readonly T[],
  most: number,
  line: (item: T) => string | readonly string[],
  one: string,
  many = `${one}s`,
): string[] {
  const shown = items.slice(0, most).flatMap((item) => line(item));
  return items.length > most
    ? [...shown, `  … and ${plural(items.length - most, one, many)} more (--format json)`]
    : shown;
}

/** A path as people read it: what came through a pipe has no name. */
export function pathName(path: string, l?: Language): string {
  return path === "-" ? (l?.words.standardInput ?? "standard input") : path;
}

/** What was read, as people name it. */
export function pathNames({ paths }: { readonly paths: readonly string[] }, l?: Language): string {
  return paths.map((path) => pathName(path, l)).join(", ");
}

export function place(
  at: { readonly file: string; readonly line?: number | undefined } | undefined,
  l?: Language,
): string {
  return at ? `${pathName(at.file, l)}${at.line === undefined ? "" : `:${at.line}`}` : "";
}

/** Characters of a value that are shown. */
const MOST = 40;
/** Of what two values have in common so much stays before the place where they part. */
const BEFORE = 10;

/** A JSON value on one line, cut when it is long. */
export function short(value: unknown): string {
  return cut(oneLineOf(value));
}

/** Two values, `before → after`; long ones that begin alike from shortly before they part, for the cut would hide it. */
export function shortPair(before: unknown, after: unknown): string {
  const [one, other] = [oneLineOf(before), oneLineOf(after)];
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike++;
  const from = alike < MOST - BEFORE ? 0 : alike - BEFORE;
  return [one, other].map((text) => cut(from === 0 ? text : `…${text.slice(from)}`)).join(" → ");
}

function oneLineOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return typeof value === "string" && !value.includes("\n") ? value : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** First line of every report whose input was not read whole. */
export function incomplete(result: { readonly complete: boolean }): string[] {
  return result.complete ? [] : ["complete: false (something could not be read; see the diagnostics at the end)"];
}

interface DiagnosticLike extends Place {
  readonly severity: string;
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly also?: readonly Place[] | undefined;
}

/** Of a diagnostic so many places are named, and the rest is counted. */
const MOST_PLACES = 5;

/** Where a diagnostic is true; empty where that is nowhere. */
export function diagnosticPlaces(
  diagnostic: Pick<DiagnosticLike, "address" | "source" | "also">,
  l: Language,
): string[] {
  const places = placesOf(diagnostic).map(({ source, address }) =>
    [place(source, l), address].filter(Boolean).join(" "),
  );
  const left = places.length - MOST_PLACES;
  return [
    ...places.slice(0, MOST_PLACES).filter((where) => where !== ""),
    ...(left > 0 ? [l.words.more(l.count(left, "place"))] : []),
  ];
}

export function diagnosticLines(diagnostics: readonly DiagnosticLike[], p: Paint, most = 10): string[] {
  const rank = ["error", "warning", "info"];
  const sorted = diagnostics
    .filter((d) => d.severity !== "info")
    .sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity));
  if (sorted.length === 0) return [];
  return [
    "",
    p.bold("Diagnostics"),
    ...top(
      sorted,
      most,
      (d) => [
        `  ${(d.severity === "error" ? p.red : p.yellow)(`${d.severity}[${d.code}]`)}: ${d.summary}${d.address ? `: ${d.address}` : ""} ${p.dim(place(d.source))}`,
        ...diagnosticPlaces(d, languageOf())
          .slice(1)
          .map((where) => `    ${p.dim(where)}`),
        `    ${d.detail}`,
      ],
      "diagnostic",
    ),
  ];
}

/** Takes no room, and ends what hosts of code make of text besides Markdown: a backslash does not stop those. */
const JOINER = "\u2060";

/** Text inside a Markdown table or line: nothing in an estate may become markup, call people, or lead elsewhere. */
export function md(text: string): string {
  // A space at which no line may break stays one.
  const escaped = text.replace(/[\\`*_{}[\]<>|#]/g, "\\$&").replace(/[^\S\u00a0]+/g, " ");
  // People and teams, addresses of mail; issues by number; addresses of the web.
  return escaped.replace(/[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bmailto(?=:)/gi, `$&${JOINER}`);
}

/** Code in Markdown, safe in tables and whatever it holds. */
export function code(text: string): string {
  const flat = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** Text in which what stands between back quotes is code. */
function withCode(text: string): string {
  const parts = text.split("`");
  // An odd quote left over is text.
  return parts.map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? code(part) : md(part))).join("");
}

/** A sentence that a result carries, as Markdown; what stays in English stands in italics in another language. */
export function said(sentence: string, l: Language): string {
  return inMarkdown(l.fact(sentence), l);
}

export function inMarkdown(pieces: readonly Piece[], l: Language): string {
  return pieces.map(({ text, lang }) => (lang === l.lang ? withCode(text) : `*${withCode(text.trim())}*`)).join("");
}

/** Never a number in Markdown: what is not known, and what it depends on. */
export function unknown(l: Language, dependsOn?: string): string {
  const word = `**${l.words.unknown}**`;
  return dependsOn === undefined ? word : `${word}${inMarkdown(l.reason(dependsOn), l)}`;
}

/** Where a fact comes from, with its date. */
export function citation(
  { source, date }: { readonly source: string; readonly date?: string | undefined },
  l: Language,
) {
  return `${wholly(sourceText(source), l)}${date ? `, ${l.date(date)}` : ""}`;
}

/** How sure a fact is, as a key of the words for it: notes that nobody else can open are no documentation. */
export function basisOf({
  kind,
  source,
}: Pick<Citation, "kind" | "source">): NonNullable<Citation["kind"]> | "notes" | "none" {
  return kind ?? (OWN_NOTES.test(source) ? "notes" : "none");
}

const OWN_NOTES = /^facts\/mapping\b/;

/** A source as people read it: of notes that nobody else can open it says so. */
export function sourceText(source: string): string {
  return source.replace(/\bfacts\/mapping\.(?:md|json),?(?= )/g, "Exeat's own notes (not published),");
}

/** In the language of the report where the whole of it is known there, else in English as it is: never half of each. */
export function wholly(sentence: string, l: Language): string {
  const pieces = l.fact(sentence);
  return pieces.every((piece) => piece.lang === l.lang) ? inMarkdown(pieces, l) : kept(sentence, l);
}

/** A fact that is only ever written in English. */
export function kept(sentence: string, l: Language): string {
  return l.lang === "en" || sentence === "" ? withCode(sentence) : `*${withCode(sentence)}*`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [
    `| ${head.join(" | ")} |`,
    `|${head.map(() => "---").join("|")}|`,
    ...rows.map((r) => `| ${r.join(" | ")} |`),
    "",
  ];
}

/** A line of a comment in YAML: nothing in it may end the line, and go on as what is read. */
export function yamlComment(text: string): string {
  return `# ${printable(text.replace(/\s+$/, "").replace(/[\n\r\u0085\u2028\u2029]+/g, " "))}`;
}

export function lines(list: readonly string[]): string {
  return `${list
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
