import { dirname, join } from "node:path";
import { z } from "zod";
import { Assessment } from "../assessment/assessment.ts";
import type { Actual } from "../assessment/calibration.ts";
import { isRecord } from "../constructs/conform.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { explain } from "../constructs/explain.ts";
import { notOpened } from "../importers/diagnostics.ts";
import { learnFromDrill, looksLikeEvidence, runsIn } from "./drill-evidence.ts";
import { type DrillPlans, readDrillPlans } from "./drill-plans.ts";
import { historyRows, type NumberedRow } from "./history-csv.ts";
import { type Readable, readText, textOf } from "./read-text.ts";
import { UsageError } from "./usage-error.ts";

/** A table holds text; `true` and a list are no number, whatever they would come to. */
const Days = z.preprocess((cell) => (typeof cell === "string" ? Number(cell) : cell), z.number().positive());
/** A row as written: what was estimated, or the assessment that says it. */
const Row = z.strictObject({
  name: z.string().min(1),
  actual: Days,
  estimated: Days.optional(),
  /** Path of an assessment in JSON, from the folder of the file. */
  assessment: z.string().min(1).optional(),
});
const MIGRATION = {
  name: "a migration",
  remedy: "Write its `name`, `actual` (person-days), and `estimated` or `assessment`.",
};
const Actuals = z.strictObject({ migrations: z.array(z.unknown()).min(1) });

export interface ReadActuals {
  readonly actuals: readonly Actual[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a team's history (JSON `{ migrations: [...] }`, or CSV with a line of names) and the evidence of drills of the plans. Half a
 * history is no history: any error leaves nothing.
 */
export async function readActuals(
  paths: readonly string[],
  planPaths: readonly string[],
  files: Readable,
): Promise<ReadActuals> {
  const plans = await readDrillPlans(planPaths, files);
  // What misses a plan that could not be read would be said twice.
  if (plans.diagnostics.length > 0) return { actuals: [], diagnostics: plans.diagnostics };
  const read = await Promise.all(paths.map((path) => actualsOf(path, plans, files)));
  const diagnostics = [...read.flatMap((r) => r.diagnostics), ...givenTwice(read, paths)];
  if (diagnostics.some((d) => d.severity === "error")) return { actuals: [], diagnostics };
  const actuals = read.flatMap((r) => r.actuals);
  if (planPaths.length > 0 && actuals.every((a) => a.drill === undefined)) {
    throw new UsageError(
      "--plan is for the evidence of drills, and none of the files is any: leave it out, or add the evidence",
    );
  }
  return { actuals, diagnostics };
}

/** One drill or migration is one case, in however many files it is given, and whatever else was changed in them. */
function givenTwice(read: readonly ReadFile[], files: readonly string[]): Diagnostic[] {
  const first = new Map<string, string>();
  return read.flatMap(({ cases }, i) => {
    const file = files[i] ?? "";
    return cases.flatMap(({ what, keys, name }): Diagnostic[] => {
      const before = keys.flatMap((key) => first.get(key) ?? [])[0];
      for (const key of keys) first.set(key, before ?? file);
      if (before === undefined) return [];
      const same = before === file ? `${name} stands twice in ${file}` : `${name} says the same as ${before}`;
      const detail = `${same}. The same ${what} counted twice would feign certainty: give it once.`;
      return [{ severity: "error", code: "EX0021", summary: `A ${what} was given twice`, detail, source: { file } }];
    });
  });
}

interface ReadFile extends ReadActuals {
  readonly cases: readonly Case[];
}

/** What is counted once: the same where one key is. */
interface Case {
  readonly what: "drill" | "migration";
  readonly name: string;
  readonly keys: readonly string[];
}

function migration({ name, actual, estimated }: Actual): Case {
  return { what: "migration", name, keys: [JSON.stringify([name, actual, estimated])] };
}

async function actualsOf(file: string, plans: DrillPlans, files: Readable): Promise<ReadFile> {
  let text: string | undefined;
  try {
    text = historyOf(await files.read(file));
  } catch (error) {
    return nothing(notOpened(file, error));
  }
  if (text === undefined) return nothing(wrong(file, "It is no text."));
  const document = documentOf(text);
  if (looksLikeEvidence(document)) {
    const { actual, diagnostics } = learnFromDrill(file, document, plans);
    const cases: Case[] = [{ what: "drill", name: file, keys: runsIn(document) }];
    return { actuals: actual ? [actual] : [], diagnostics, cases };
  }
  const rows = document instanceof SyntaxError ? `It is no JSON: ${document.message}.` : rowsOf(document, text);
  if (typeof rows === "string") return nothing(wrong(file, rows));
  const read = await Promise.all(rows.map(({ row, line }) => rowOf(row, file, files, line)));
  const actuals = read.flatMap((r) => ("severity" in r ? [] : [r]));
  return { actuals, diagnostics: read.flatMap((r) => ("severity" in r ? [r] : [])), cases: actuals.map(migration) };
}

function nothing(diagnostic: Diagnostic): ReadFile {
  return { actuals: [], diagnostics: [diagnostic], cases: [] };
}

/** Spreadsheets save in the code page of their system. Undefined: it is no text at all. */
function historyOf(bytes: Uint8Array): string | undefined {
  return textOf(bytes) ?? (bytes.includes(0) ? undefined : new TextDecoder("windows-1252").decode(bytes));
}

/** Of a file that begins like JSON: what it holds, or why it is none. */
function documentOf(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function rowsOf(document: unknown, text: string): readonly NumberedRow[] | string {
  if (document === undefined) return historyRows(text);
  const parsed = Actuals.safeParse(document);
  return parsed.success
    ? parsed.data.migrations.map((row) => ({ row }))
    : "It has neither a list `migrations`, as a history has, nor the `planDigest` and `steps` of a drill.";
}

async function rowOf(row: unknown, file: string, files: Readable, line?: number): Promise<Actual | Diagnostic> {
  const parsed = Row.safeParse(row);
  if (!parsed.success) {
    const judged = { schema: Row, value: row, document: MIGRATION, prefix: [], at: () => undefined };
    const said = parsed.error.issues.flatMap((issue) => explain(issue, judged)).map((e) => e.diagnostic.detail);
    const given = isRecord(row) ? row : undefined;
    const comma = Object.values(given ?? {}).some((cell) => /^[\d.]*,\d+$/.test(String(cell)));
    const path = typeof given?.["estimated"] === "string" && /[/\\]|\.json$/i.test(given["estimated"]);
    const other = " The path of an assessment stands under `assessment`, in place of `estimated`.";
    return wrong(
      file,
      `${said.join(" ")}${path ? other : ""}${comma ? " Decimals have a point, as in 120.5, and thousands nothing." : ""}`,
      line,
    );
  }
  const { name, actual, estimated, assessment } = parsed.data;
  if (estimated !== undefined) return sensible({ name, estimated, actual }, file, line);
  if (assessment === undefined) return wrong(file, `${name} says neither \`estimated\` nor \`assessment\`.`, line);
  const path = join(dirname(file), assessment);
  try {
    const document: unknown = JSON.parse((await readText(path, files)) ?? "");
    const several = Several.safeParse(document);
    if (several.success) return wrong(path, ofSeveral(several.data));
    const found = Assessment.safeParse(document);
    if (!found.success) return wrong(path, "It is no assessment in JSON.");
    const { calibrated, p50 } = found.data.effort;
    return calibrated
      ? wrong(path, "It is calibrated already: a factor is learned from what the effort model alone says.")
      : sensible({ name, estimated: p50, actual }, file, line);
  } catch (error) {
    return error instanceof SyntaxError ? wrong(path, "It is no assessment in JSON.") : notOpened(path, error);
  }
}

/** What `assess` writes of several targets. */
const Several = z.object({ results: z.array(Assessment).min(1) });

function ofSeveral({ results }: z.infer<typeof Several>): string {
  const targets = results.map((r) => r.target.cloud);
  return `It holds ${results.length} assessments, of ${targets.join(" and ")}: a migration went to one. Assess that one by itself, as with --to ${targets[0]}, and name its file.`;
}

/** From five minutes to four thousand years of one person; further apart than this one of both is in another unit, and no factor in the facts may be. Judgement, 2026-11-28. */
const DAYS = { least: 0.01, most: 1_000_000, times: 100 };

/** What no migration takes would decide the factor alone. */
function sensible(read: Actual, file: string, line?: number): Actual | Diagnostic {
  const { name, actual, estimated } = read;
  const odd = Object.entries({ actual, estimated }).find(([, days]) => days < DAYS.least || days > DAYS.most);
  if (odd) {
    const [which, days] = odd;
    return wrong(
      file,
      `${name}: \`${which}\` is ${days} person-days, and no migration takes that: write from ${DAYS.least} to ${DAYS.most}.`,
      line,
    );
  }
  const times = Math.max(actual / estimated, estimated / actual);
  if (times <= DAYS.times) return read;
  const unit = `more than ${DAYS.times} times apart. Write both in person-days`;
  return wrong(file, `${name}: \`actual\` is ${actual} and \`estimated\` ${estimated}, ${unit}.`, line);
}

function wrong(file: string, detail: string, line?: number): Diagnostic {
  return {
    severity: "error",
    code: "EX0009",
    summary: "Actuals cannot be read",
    detail,
    source: { file, ...(line === undefined ? {} : { line }) },
  };
}
