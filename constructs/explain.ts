import type { z } from "zod";
import { fieldNames, isRecord, schemaAt } from "./conform.ts";
import type { Diagnostic, Location } from "./diagnostic.ts";
import { nearest, oneOf } from "./nearest.ts";
import { fieldsOf, shapeOf } from "./satisfies.ts";
import { missing, unknownField, type Where, wrongValue } from "./workload-problems.ts";
import type { Path } from "./written.ts";

type Issue = z.core.$ZodIssue;

/** What a schema said of a value, and where the value stands in the document. */
export interface Judged {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly component?: string;
  /** Another document than a workload: what it is called, and what to do where it is none. */
  readonly document?: { readonly name: string; readonly remedy: string };
  readonly prefix: Path;
  at(path: Path): Location | undefined;
}

/** A problem in people's words; `path` starts at the value, `absent` says that nothing stands there. */
export interface Explained {
  readonly path: Path;
  readonly absent: boolean;
  readonly diagnostic: Diagnostic;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields with values",
  record: "names with values",
};

/** One problem per issue, and per key of an issue about several. */
export function explain(issue: Issue, judged: Judged): readonly Explained[] {
  const where = (path: Path): Where => {
    const whole = [...judged.prefix, ...path];
    return { component: judged.component, document: judged.document?.name, path: whole, at: judged.at(whole) };
  };
  const value = valueAt(judged.value, issue.path);
  if (issue.code === "unrecognized_keys") {
    const schema = schemaAt(judged.schema, issue.path.map(String));
    const known = schema ? fieldNames(schema) : [];
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, absent: false, diagnostic: unknownField(where(path), known) };
    });
  }
  if (issue.code === "invalid_union") {
    const branch = isRecord(value) ? closest(issue.errors) : undefined;
    const inside = branch?.map((each) => ({ ...each, path: [...issue.path, ...each.path] }) as Issue);
    if (inside) return inside.flatMap((each) => explain(each, judged));
  }
  const absent = value === undefined;
  const isWhole = judged.prefix.length + issue.path.length === 0;
  const toDo = (isWhole && judged.document?.remedy) || fields(issue, judged.schema) || remedy(issue, value);
  const is = issue.code === "invalid_key" ? "has a name that does not fit" : `is ${shown(value)}`;
  const diagnostic = absent
    ? missing(where(issue.path), wanted(issue))
    : wrongValue(where(issue.path), `${is}. ${toDo}`);
  return [{ path: issue.path, absent, diagnostic }];
}

/** More of them than that are no form to copy. */
const FEW = 4;

/** Where fields belong: which, in the form in which they are written. */
function fields(issue: Issue, schema: z.ZodType): string | undefined {
  if (issue.code !== "invalid_type" || issue.expected !== "object") return undefined;
  const at = schemaAt(schema, issue.path.map(String));
  const found = Object.entries((at && fieldsOf(at)) ?? {});
  if (found.length === 0 || found.length > FEW) return undefined;
  const written = found.map(([name, field]) => `${name}: ${isDay(field) ? "YYYY-MM-DD" : "…"}`);
  return `Write its fields, as in \`${String(issue.path.at(-1) ?? "")}: { ${written.join(", ")} }\`.`;
}

function isDay(field: z.ZodType): boolean {
  return (shapeOf(field).inner._zod.def as { readonly format?: string }).format === "date";
}

/** The form somebody meant: the one with the fewest keys it does not know. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const strange = (issues: readonly Issue[]) =>
    issues.reduce((sum, each) => sum + (each.code === "unrecognized_keys" ? each.keys.length : 0), 0);
  const objects = branches.filter((issues) => !issues.some((i) => i.code === "invalid_type" && i.path.length === 0));
  return [...objects].sort((a, b) => strange(a) - strange(b))[0];
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return WORDS[issue.expected] ?? `a value of the type ${issue.expected}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
    case "too_big":
      return issue.message.startsWith("Too ") ? bounds(issue) : issue.message;
    case "invalid_format":
      if (!issue.message.startsWith("Invalid")) return issue.message;
      return `a text of the form ${issue.pattern ?? issue.format}`;
    case "invalid_key":
      return issue.issues[0] ? wanted(issue.issues[0]) : "another name";
    default:
      return issue.message.startsWith("Invalid") ? "what fits" : issue.message;
  }
}

function remedy(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value !== "object") {
    return "Put it in quotes: a text is wanted.";
  }
  const near = issue.code === "invalid_value" ? nearest(String(value), issue.values.map(String)) : undefined;
  return `${near === undefined ? "" : `Did you mean \`${near}\`? `}Write ${wanted(issue)}.`;
}

function bounds(issue: Extract<Issue, { code: "too_small" | "too_big" }>): string {
  const [limit, most] =
    issue.code === "too_small" ? [issue.minimum, "at least"] : ([issue.maximum, "at most"] as const);
  const unit = { string: " characters", array: " items", set: " items" }[issue.origin as string];
  if (unit !== undefined) return `${most} ${limit}${unit}`;
  if (issue.inclusive === false) return `a number ${issue.code === "too_small" ? "above" : "below"} ${limit}`;
  return `a number of ${most} ${limit}`;
}

/** A value on one line, cut where it is long. */
function shown(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return `${typeof value === "number" ? "the number " : ""}${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === "object" && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
