import type { Lang } from "./language/language.ts";

/** Pure: a result in, text and an exit code out. Commands that measure end 0; gates decide elsewhere. */
export type Reporter<T> = (result: T, options: ReportOptions) => Report;

export interface ReportOptions {
  /** ANSI colours; ignored where the format has none. */
  readonly color: boolean;
  /** Of Markdown, pages and pictures; other formats are English, or have no language. Default: English. */
  readonly lang?: Lang | undefined;
}

export interface Report {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

/** The whole result as JSON, keys in the order of its schema. */
export const json: Reporter<unknown> = (result) => ({ output: `${JSON.stringify(result, null, 2)}\n`, exitCode: 0 });
