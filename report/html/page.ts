import type { Language } from "../language/language.ts";
import { text } from "./html.ts";
import { BASE_STYLE } from "./style.ts";

interface Page {
  readonly title: string;
  /** CSS of this page, after what all pages share. */
  readonly style: string;
  readonly header: string;
  readonly main: string;
}

/** One self-contained page: no network, no script, light and dark, fit for a narrow screen and for paper. */
export function page({ title, style, header, main }: Page, l: Language): string {
  return `<!doctype html>
<html lang="${l.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title><style>${BASE_STYLE}${style}</style></head><body>
<a class="skip" href="#main">${text(l.words.skip)}</a>
<header>
${header}</header>
<main id="main" tabindex="-1">
${main}</main></body></html>
`;
}
