import type { Expression, Span, Template } from "./ast.ts";

interface Markers {
  /** `~` at the opening: whitespace before it goes. */
  readonly left: boolean;
  /** `~` at the closing: whitespace after it goes. */
  readonly right: boolean;
}

/** A template as a flat row of texts, values and directive ends, in the order they are written. */
export type TemplateToken =
  | { readonly kind: "text"; raw: string }
  | ({ readonly kind: "value"; readonly value: Expression } & Markers)
  | ({ readonly kind: "if"; readonly condition: Expression } & Markers)
  | ({
      readonly kind: "for";
      readonly key: string | undefined;
      readonly value: string;
      readonly collection: Expression;
    } & Markers)
  | ({ readonly kind: "else" | "endif" | "endfor" } & Markers);

export interface TemplateForm {
  /** Backslash escapes count (a quoted template), or not (a heredoc, a file). */
  readonly escapes: boolean;
  /** Common indentation is removed (`<<-`). */
  readonly flush: boolean;
  /** A lone interpolation stands for its value (not in heredocs, whose text ends with a line break anyway). */
  readonly unwrap: boolean;
}

/** Builds the template that the tokens stand for: markers applied, indentation removed, directives nested. */
export function buildTemplate(tokens: readonly TemplateToken[], form: TemplateForm, span: Span): Expression {
  const lines = tokens.flatMap((token) => (token.kind === "text" ? splitLines(token.raw) : [token]));
  trimMarked(lines);
  if (form.flush) removeIndentation(lines);
  for (const line of lines) if (line.kind === "text") line.raw = resolveEscapes(line.raw, form.escapes);
  const reader = { tokens: lines.filter((token) => token.kind !== "text" || token.raw !== ""), next: 0 };
  const template = nest(reader, [], span);
  const only = template.parts.length === 1 ? template.parts[0] : undefined;
  if (template.parts.length === 0) return { ...span, kind: "literal", value: "" };
  if (typeof only === "string") return { ...span, kind: "literal", value: only };
  if (only !== undefined && form.unwrap && reader.tokens[0]?.kind === "value") return only;
  return template;
}

function splitLines(raw: string): TemplateToken[] {
  const lines = raw.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => ({ kind: "text", raw: line }));
}

function trimMarked(tokens: readonly TemplateToken[]): void {
  tokens.forEach((token, i) => {
    if (token.kind === "text") return;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (token.left && before?.kind === "text") before.raw = before.raw.trimEnd();
    if (token.right && after?.kind === "text") after.raw = after.raw.trimStart();
  });
}

/** As HCL does it: blank lines do not count, a line that begins with a value counts as not indented. */
function removeIndentation(tokens: readonly TemplateToken[]): void {
  let least = Number.POSITIVE_INFINITY;
  let lineStart = true;
  const adjust: { raw: string }[] = [];
  for (const token of tokens) {
    if (lineStart) {
      lineStart = false;
      if (token.kind !== "text") least = 0;
      else if (token.raw.trimStart() !== "" || !token.raw.endsWith("\n")) {
        least = Math.min(least, token.raw.length - token.raw.trimStart().length);
        adjust.push(token);
      }
    }
    if (token.kind === "text" && token.raw.endsWith("\n")) lineStart = true;
  }
  for (const token of adjust) token.raw = token.raw.slice(Math.min(least, token.raw.length));
}

interface Reader {
  readonly tokens: readonly TemplateToken[];
  next: number;
}

function nest(reader: Reader, until: readonly string[], span: Span): Template {
  const parts: (string | Expression)[] = [];
  for (; reader.next < reader.tokens.length; reader.next++) {
    const token = reader.tokens[reader.next]!;
    if (until.includes(token.kind)) break;
    if (token.kind === "text") {
      const last = parts.at(-1);
      if (typeof last === "string") parts[parts.length - 1] = last + token.raw;
      else parts.push(token.raw);
    } else if (token.kind === "value") parts.push(token.value);
    else if (token.kind === "if") parts.push(nestIf(reader, token.condition, span));
    else if (token.kind === "for") {
      reader.next++;
      const body = nest(reader, ["endfor"], span);
      parts.push({
        ...span,
        kind: "for-directive",
        key: token.key,
        value: token.value,
        collection: token.collection,
        body,
      });
    }
  }
  return { ...span, kind: "template", parts };
}

function nestIf(reader: Reader, condition: Expression, span: Span): Expression {
  reader.next++;
  const whenTrue = nest(reader, ["else", "endif"], span);
  let whenFalse: Template | undefined;
  if (reader.tokens[reader.next]?.kind === "else") {
    reader.next++;
    whenFalse = nest(reader, ["endif"], span);
  }
  return { ...span, kind: "if-directive", condition, whenTrue, whenFalse };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Text as written, with `$${`, `%%{` and (in quotes) backslash escapes resolved, in NFC as the engines hold it. */
export function resolveEscapes(raw: string, escapes: boolean): string {
  let text = raw;
  if (escapes && raw.includes("\\")) {
    text = raw.replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))|\$\$\{|%%\{/g,
      (all, short?: string, long?: string, char?: string) => {
        if (char !== undefined) return ESCAPES[char]!;
        const hex = short ?? long;
        if (hex === undefined) return all.slice(1);
        const point = Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
      },
    );
  } else if (raw.includes("{")) text = raw.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{");
  return isAscii(text) ? text : text.normalize("NFC");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
