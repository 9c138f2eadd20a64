import { dirname, join } from "node:path";
import { EffortModel, effortModel } from "../assessment/effort-model.ts";
import { withStatedRecords } from "../assessment/effort-records.ts";
import { EstateFacts, ofEach } from "../assessment/facts.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { notOpened } from "../importers/diagnostics.ts";
import { nativeId } from "../providers/native.ts";
import { type Called, ofSeveralRoots } from "./bare-names.ts";
import { namesOfNothing } from "./names-of-nothing.ts";
import { type Readable, readText } from "./read-text.ts";
import { refusedFacts } from "./refused-facts.ts";
import { readYaml } from "./yaml-file.ts";

/** Facts as stated, or what is wrong with them: numbers are never made of facts that were half understood. */
export interface StatedFacts {
  readonly facts: EstateFacts;
  /** The effort model with what the facts put in its place. */
  readonly model: EffortModel;
  readonly diagnostics: readonly Diagnostic[];
}

const FACTS = {
  name: "the file of facts",
  remedy: "Start from what `exeat facts init` writes, or leave --facts out: then all it would say is unknown.",
};

/** Reads `exeat.yaml`, of an estate or of both sides of a change. A name that nothing in it or the effort model has is a warning, everything else wrong an error. */
export async function readFacts(
  file: string | undefined,
  estates: readonly Called[],
  files: Readable,
): Promise<StatedFacts> {
  const nothing = { facts: {}, model: effortModel };
  if (file === undefined) return { ...nothing, diagnostics: [] };
  const read = await readYaml(file, files, EstateFacts, FACTS, (written) => withoutEmpty(written) ?? {});
  if (read.value === undefined) return { ...nothing, diagnostics: read.diagnostics };
  const { value: facts, written } = read;
  const replaced = facts.effort?.model;
  const base = replaced === undefined ? effortModel : await readModel(join(dirname(file), replaced), files);
  if (!("_meta" in base)) return { ...nothing, diagnostics: [base] };
  const { model, nothing: unknownRecords } = withStatedRecords(base, facts.effort?.records ?? {});
  const ids = estates.flatMap(({ components, foreign }) => [
    ...components.map((c) => c.id),
    ...foreign.flatMap((f) => f.natives.map(nativeId)),
  ]);
  const each = ofEach(facts, ids);
  const unknown = { components: each.unfit, records: unknownRecords };
  const bare = Object.keys(facts.components ?? {}).map((name) => ({ name, path: ["components", name] }));
  const diagnostics = [
    ...ofSeveralRoots(bare, estates, written),
    ...refusedFacts(facts, model, written),
    ...namesOfNothing(facts, { ids, model, unknown, written }),
  ];
  return { facts: each.facts, model, diagnostics };
}

/** A line left empty states nothing. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return value;
  const kept = Object.entries(value).flatMap(([key, v]) => {
    const left = withoutEmpty(v);
    return left === undefined ? [] : [[key, left] as const];
  });
  return kept.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(kept);
}

/** An effort model in place of ours, or what is wrong with it. */
async function readModel(file: string, files: Readable): Promise<EffortModel | Diagnostic> {
  let text: string | undefined;
  try {
    text = await readText(file, files);
  } catch (error) {
    return notOpened(file, error);
  }
  const wrong = (detail: string): Diagnostic => ({
    severity: "error",
    code: "EX0008",
    summary: "An effort model has not the form of effort.json",
    detail,
    source: { file },
  });
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch (error) {
    return wrong(`It is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = EffortModel.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues;
  return wrong(
    `${first?.path.join(".")}: ${first?.message}.${rest.length > 0 ? ` And ${rest.length} more.` : ""} Start from a copy of the package's assessment/effort.json.`,
  );
}
