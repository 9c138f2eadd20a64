/** A TypeScript expression before it is laid out. Text stands as it is. */
export type Code =
  | string
  | { readonly list: readonly Code[] }
  /** `open`: one property a line, however short. */
  | { readonly object: readonly (readonly [key: string, value: Code])[]; readonly open?: boolean }
  | { readonly callee: string; readonly args: readonly Code[] };

const WIDTH = 80;

/** A statement as the common formatters lay it out: one line while it fits into 80 columns, else broken from the outside in. */
export function statement(left: string, code: Code): string {
  return `${assigned(left, " =", code, 0)};`;
}

/** `left` and its value. What cannot even begin on the line moves to the next one; everything else breaks inside. */
function assigned(left: string, operator: string, code: Code, indent: number): string {
  const head = left + operator;
  const column = indent + head.length + 1;
  // Templates and calls start on the line; a name too short to gain anything by it keeps its text.
  const start = typeof code === "string" ? code.length + 1 : "callee" in code ? code.callee.length + 1 : 0;
  const moves = column + start > WIDTH && !(typeof code === "string" && (code.endsWith("`") || left.length < 5));
  if (!moves) return `${head} ${layout(code, indent, column, 1)}`;
  return `${head}\n${" ".repeat(indent + 2)}${layout(code, indent + 2, indent + 2, 1)}`;
}

/** `tail` = columns that what follows on the last line needs. */
function layout(code: Code, indent: number, column: number, tail: number): string {
  const flat = oneLine(code);
  if (flat !== undefined && column + flat.length + tail <= WIDTH) return flat;
  if (typeof code === "string") return code;
  const inner = indent + 2;
  const lines = (items: readonly string[]) => items.map((item) => `${" ".repeat(inner)}${item},\n`).join("");
  const close = " ".repeat(indent);
  if ("list" in code) return `[\n${lines(code.list.map((item) => layout(item, inner, inner, 1)))}${close}]`;
  if ("object" in code) {
    return `{\n${lines(code.object.map(([key, value]) => property(key, value, inner)))}${close}}`;
  }
  if (hugsLast(code.args)) {
    const before = code.args.slice(0, -1).map((arg) => `${oneLine(arg)}, `);
    const head = `${code.callee}(${before.join("")}`;
    if (column + head.length < WIDTH) {
      return `${head}${layout(code.args.at(-1) ?? "", indent, column + head.length, tail + 1)})`;
    }
  }
  return `${code.callee}(\n${lines(code.args.map((arg) => layout(arg, inner, inner, 1)))}${close})`;
}

/** Only the last argument is an object or a list, so that its bracket may stand on the line of the call. */
function hugsLast(args: readonly Code[]): boolean {
  const collection = (arg: Code | undefined) => typeof arg === "object" && !("callee" in arg);
  return collection(args.at(-1)) && !args.slice(0, -1).some(collection);
}

function property(key: string, value: Code, indent: number): string {
  return isShorthand(key, value) ? key : assigned(propertyKey(key), ":", value, indent);
}

function isShorthand(key: string, value: Code): boolean {
  return value === key && isIdentifierName(key) && !["true", "false", "null", "undefined"].includes(key);
}

/** Undefined where the code is never written on one line: open objects, lists of larger objects or lists. */
function oneLine(code: Code): string | undefined {
  if (typeof code === "string") return code;
  if ("list" in code) {
    const items = code.list.map(oneLine);
    const large = (kind: "object" | "list") => (item: Code) => sizeOf(item, kind) > 1;
    const open = items.length > 1 && (code.list.every(large("object")) || code.list.every(large("list")));
    return open || items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  if ("object" in code) {
    if (code.object.length === 0) return "{}";
    if (code.open) return undefined;
    const entries = code.object.map(([key, value]) => {
      const text = oneLine(value);
      return isShorthand(key, value) ? key : text === undefined ? undefined : `${propertyKey(key)}: ${text}`;
    });
    return entries.includes(undefined) ? undefined : `{ ${entries.join(", ")} }`;
  }
  const args = code.args.map(oneLine);
  return args.includes(undefined) ? undefined : `${code.callee}(${args.join(", ")})`;
}

function sizeOf(code: Code, kind: "object" | "list"): number {
  if (typeof code === "string") return 0;
  if (kind === "list") return "list" in code ? code.list.length : 0;
  return "object" in code ? code.object.length : 0;
}

/** A string literal that stands in one line and reads back as the same text, in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const count = (mark: string) => text.split(mark).length;
  const body = escaped(text);
  return count('"') > count("'") ? `'${body.replaceAll("'", "\\'")}'` : `"${body.replaceAll('"', '\\"')}"`;
}

/** The known text of a template literal. */
export function templateText(text: string): string {
  return escaped(text).replace(/`|\$(?=\{)/g, "\\$&");
}

function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\u2028\u2029\u007f-\u009f\ufeff]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** `__proto__` as a plain key would set the prototype. */
function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return isIdentifierName(key) ? key : quoted(key);
}

export function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/** Lines of a comment, none without text; nothing in the text can end it. */
export function comment(text: string): string[] {
  if (text.trim() === "") return [];
  return text.split(/[\r\n\u2028\u2029]+/).map((line) => `// ${line}`.trimEnd());
}
