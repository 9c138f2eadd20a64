import type { Language, Piece } from "../language/language.ts";

/** Text that cannot become markup, whatever an estate holds. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Code, with places where a long address may go on in the next line. */
export function code(value: string): string {
  return `<code>${text(value).replace(/[._/\]:]+(?=\w)/g, "$&<wbr>")}</code>`;
}

/** Text in which a path, an address or a long name may go on in the next line: else it makes a table wider than its page. */
export function breakable(value: string): string {
  return text(value).replace(LONG_WORD, (word) => word.replace(/[._/\]:@=?-]+(?=[\w&])/g, "$&<wbr>"));
}

/** Longer than any word that people read in a column. */
const LONG_WORD = /[^\s<>]{20,}/g;

/** `type.name`, `module.name["key"].type.name`: an address inside a sentence. */
const ADDRESS = /((?:module|data|[a-z0-9]+_\w+)(?:\[[^\]]*\])?(?:\.[\w-]+(?:\[[^\]]*\])?)+)/g;

/** Text in which addresses are code. */
function withAddresses(value: string): string {
  return value
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 1 ? code(part) : breakable(part)))
    .join("");
}

/** Text in which what stands between back quotes is code. */
function withCode(value: string): string {
  const parts = value.split("`");
  // An odd quote left over is text.
  return parts.map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? code(part) : withAddresses(part))).join("");
}

/** A sentence that a result carries, each part marked with its language where that is not the page's. */
export function fact(sentence: string, l: Language): string {
  return pieces(l.fact(sentence), l);
}

export function pieces(parts: readonly Piece[], l: Language): string {
  return parts
    .map(({ text, lang }) => (lang === l.lang ? withCode(text) : `<span lang="${lang}">${withCode(text)}</span>`))
    .join("");
}

/** A fact that is only ever written in English. */
export function english(sentence: string, l: Language): string {
  return l.lang === "en" || sentence === "" ? withCode(sentence) : `<span lang="en">${withCode(sentence)}</span>`;
}

/** In the language of the page where the whole of it is known there, else in English as it is: never half of each. */
export function wholly(sentence: string, l: Language): string {
  const said = l.fact(sentence);
  return said.every((piece) => piece.lang === l.lang) ? pieces(said, l) : english(sentence, l);
}

/** Never a number: what is not known, and what it depends on. */
export function unknown(l: Language, dependsOn?: string): string {
  const word = `<span class="unknown">${text(l.words.unknown)}</span>`;
  return dependsOn === undefined ? word : `${word}<small>${pieces(l.reason(dependsOn), l)}</small>`;
}

/** What is undefined is not known. */
export function textOr(value: string | undefined, l: Language, dependsOn?: string): string {
  return value === undefined ? unknown(l, dependsOn) : text(value);
}

/** A column: its head, and whether it holds numbers. Its head alone says that it does not. */
export type Column = string | { readonly head: string; readonly number?: boolean };

/**
 * A table whose rows become cards on a narrow screen, each cell with its head before it; roles stand in words because the
 * cards would lose them. Cells are HTML, the first of a row is its head. Empty without rows. `kind` is for the style: `untitled`
 * where the head of the section says the same.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  kind = "",
): string {
  if (rows.length === 0) return "";
  const heads = columns.map((c) => (typeof c === "string" ? { head: c, number: false } : c));
  const head = heads
    .map((c) => `<th role="columnheader" scope="col"${c.number ? ' class="number"' : ""}>${text(c.head)}</th>`)
    .join("");
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const { head: label = "", number } = heads[i] ?? {};
      const attributes = `data-label="${text(label)}"${number ? ' class="number"' : ""}`;
      return i === 0
        ? `<th role="rowheader" scope="row" ${attributes}>${cell}</th>`
        : `<td role="cell" ${attributes}>${cell}</td>`;
    });
    return `<tr role="row">${cells.join("")}</tr>`;
  });
  const classes = ["cards", ...(heads.length >= MANY_COLUMNS ? ["wide"] : []), ...(kind === "" ? [] : [kind])];
  return `<table role="table" class="${classes.join(" ")}"><caption>${text(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">
${body.join("\n")}
</tbody></table>
`;
}

/** No screen of a tablet and no sheet of A4 has room for as many in the size of the others. */
const MANY_COLUMNS = 6;

/** The first of many, and how many more there are. */
export function first<T>(items: readonly T[], most: number): { shown: readonly T[]; more: number } {
  return { shown: items.slice(0, most), more: Math.max(0, items.length - most) };
}

export function more(n: number, noun: Parameters<Language["count"]>[1], l: Language): string {
  return n === 0 ? "" : `<p class="soft">${text(l.words.more(l.count(n, noun)))}</p>\n`;
}

export function paragraph(html: string, kind?: string): string {
  return html === "" ? "" : `<p${kind ? ` class="${kind}"` : ""}>${html}</p>\n`;
}

export function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((i) => `<li>${i}</li>`).join("")}</ul>\n`;
}

/** Part of a page, reached by its id from the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}
