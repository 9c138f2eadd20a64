import { quotedText } from "../providers/expr.ts";
import { Unknown } from "../providers/native.ts";

/** Text as a template writes it: the two marks that open an expression are doubled. */
export function templateText(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

/**
 * The text of an expression that is one quoted template: `"a${b}"` gives `a${b}`, which JSON strings hold as it is.
 * Undefined when the expression is anything else.
 */
export function templateOf(expression: string): string | undefined {
  if (!expression.startsWith('"')) return undefined;
  const parts = partsOf(expression, 1, true);
  if (parts === undefined || parts.end !== expression.length - 1) return undefined;
  return parts.items.map((part) => (part.expression ? part.text : templateText(part.text))).join("");
}

/** What a JSON string means: plain text, or an expression in the form in which natives carry it. */
export function quoted(json: string): string | Unknown {
  const parts = partsOf(json, 0, false);
  const items = parts?.items ?? [];
  if (!items.some((part) => part.expression)) return items.map((part) => part.text).join("");
  const [only] = items;
  // With strip marks it is a template still.
  if (items.length === 1 && only && /^\$\{(?!~).*(?<!~)\}$/s.test(only.text))
    return new Unknown(only.text.slice(2, -1));
  const body = items.map((p) => (p.expression ? p.text : quotedText(p.text).slice(1, -1)));
  return new Unknown(`"${body.join("")}"`);
}

interface Part {
  readonly text: string;
  /** `${…}` or `%{…}`, marks included. */
  readonly expression: boolean;
}

/** Splits a template into text and expressions. A quoted one has escapes and ends at its quote; else it ends with the string. */
function partsOf(source: string, start: number, quotes: boolean): { items: Part[]; end: number } | undefined {
  const items: Part[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") items.push({ text, expression: false });
    text = "";
  };
  let at = start;
  while (at < source.length) {
    const rest = source.slice(at, at + 3);
    if (quotes && rest[0] === '"') {
      flush();
      return { items, end: at };
    }
    if (quotes && rest[0] === "\\") {
      const escaped = escapeAt(source, at);
      if (!escaped) return undefined;
      text += escaped.text;
      at = escaped.end;
    } else if (rest === "$${" || rest === "%%{") {
      text += rest.slice(1);
      at += 3;
    } else if (rest.startsWith("${") || rest.startsWith("%{")) {
      const end = closing(source, at + 2);
      if (end === undefined) return undefined;
      flush();
      items.push({ text: source.slice(at, end), expression: true });
      at = end;
    } else {
      text += rest[0];
      at += 1;
    }
  }
  flush();
  return quotes ? undefined : { items, end: at };
}

/** Position after the brace that closes an expression opened before `start`; quoted text inside may hold braces. */
function closing(source: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    else if (char === '"') {
      const inner = partsOf(source, at + 1, true);
      if (!inner) return undefined;
      at = inner.end;
    }
    if (depth === 0) return at + 1;
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function escapeAt(source: string, at: number): { text: string; end: number } | undefined {
  const [all] = /^\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/.exec(source.slice(at, at + 10)) ?? [];
  if (all) return { text: String.fromCodePoint(Number.parseInt(all.slice(2), 16)), end: at + all.length };
  const text = ESCAPES[source[at + 1] ?? ""];
  return text === undefined ? undefined : { text, end: at + 2 };
}
