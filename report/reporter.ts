import type { Lang } from "./language/language.ts";

/** Pure: a result in, text and an exit code out. Commands that measure end 0; gates decide elsewhere. */
export type Reporter<T> = (result: T, options: ReportOptions) => Report;

export interface ReportOptions {
  /** ANSI colours; ignored where the format has none. */
  readonly color: boolean;
  /** Of Markdown, pages and pictures; other formats are English, or have no language. Default: English. */
  readonly lang?: Lang | undefined;
  /** How people call a cloud, by its id: for documents. Default: its id. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** A cloud as people call it, with the region where one is meant: `Scaleway (fr-par)`. */
export function called(cloud: string, { titles = {} }: Pick<ReportOptions, "titles">, region?: string): string {
  const title = titles[cloud] ?? cloud;
  return region === undefined ? title : `${title} (${region})`;
}

export interface Report {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

/** The whole result as JSON, keys in the order of its schema. */
export const json: Reporter<unknown> = (result) => ({ output: `${JSON.stringify(result, null, 2)}\n`, exitCode: 0 });

/** About as much text as is handed over at once. */
const PIECE = 1 << 18;

/** What `json` gives, in pieces: of a large result the whole text is several times the result. */
export function* jsonPieces(result: object): Generator<string> {
  let piece = "";
  for (const part of partsOf(result)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n`;
}

/** An object field by field, a list among its fields item by item; everything in these at once. */
function* partsOf(result: object): Generator<string> {
  let before = "{\n  ";
  for (const [key, value] of Object.entries(result)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}: `;
    before = ",\n  ";
    if (!Array.isArray(value) || value.length === 0) {
      yield indented(value, "  ");
      continue;
    }
    for (const [i, item] of value.entries()) yield `${i === 0 ? "[" : ","}\n    ${indented(item, "    ")}`;
    yield "\n  ]";
  }
  yield before.startsWith("{") ? "{}" : "\n}";
}

/** Text in JSON has no line breaks of its own. */
function indented(value: unknown, by: string): string {
  return (JSON.stringify(value, null, 2) ?? "null").replaceAll("\n", `\n${by}`);
}
