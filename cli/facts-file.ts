import { readFile } from "node:fs/promises";
import { effortModel } from "../assessment/effort-model.ts";
import { EstateFacts } from "../assessment/facts.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { explain } from "../constructs/explain.ts";
import { meant } from "../constructs/nearest.ts";
import { parseWorkload } from "../constructs/workload-yaml.ts";
import type { Path, WrittenWorkload } from "../constructs/written.ts";
import { notOpened } from "../importers/diagnostics.ts";
import type { Survey } from "../providers/survey.ts";

/** Facts as stated, or what is wrong with them: numbers are never made of facts that were half understood. */
export interface StatedFacts {
  readonly facts: EstateFacts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `exeat.yaml`. A name that nothing in the estate or the effort model has is a warning, everything else wrong an error. */
export async function readFacts(file: string | undefined, survey: Survey): Promise<StatedFacts> {
  if (file === undefined) return { facts: {}, diagnostics: [] };
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return { facts: {}, diagnostics: [notOpened(file, error)] };
  }
  const written = parseWorkload(text, file);
  if (written.problems.length > 0) return { facts: {}, diagnostics: written.problems.map((p) => p.diagnostic) };
  const value = written.document ?? {};
  const parsed = EstateFacts.safeParse(value);
  if (!parsed.success) {
    const judged = { schema: EstateFacts, value, prefix: [], at: (path: Path) => written.at(path) };
    return { facts: {}, diagnostics: parsed.error.issues.flatMap((i) => explain(i, judged)).map((e) => e.diagnostic) };
  }
  return { facts: parsed.data, diagnostics: namesOfNothing(parsed.data, survey, written) };
}

function namesOfNothing(facts: EstateFacts, survey: Survey, written: WrittenWorkload): Diagnostic[] {
  const ids = survey.components.map((c) => c.id);
  const addresses = ids.map((id) => id.slice(id.indexOf(":") + 1));
  const known = new Set([...ids, ...addresses]);
  const warning = (path: Path, name: string, detail: string): Diagnostic => {
    const source = written.at(path);
    return {
      severity: "warning",
      code: "EX0003",
      summary: "A stated fact belongs to nothing",
      detail: `\`${name}\` ${detail}`,
      ...(source ? { source } : {}),
    };
  };
  const components = Object.keys(facts.components ?? {})
    .filter((name) => !known.has(name))
    .map((name) =>
      warning(["components", name], name, `is no component of this estate. ${meant(name, addresses, "components")}`),
    );
  const factors = Object.entries(facts.factors ?? {}).flatMap(([name, level]) => {
    const factor = effortModel.factors.find((f) => f.id === name);
    const path = ["factors", name];
    if (!factor) {
      const all = effortModel.factors.map((f) => f.id);
      return [warning(path, name, `is no factor of the effort model. ${meant(name, all, "factors")}`)];
    }
    const levels = Object.keys(factor.levels ?? {});
    if (levels.includes(level)) return [];
    return [warning(path, level, `is no level of the factor ${name}. ${meant(level, levels, "levels")}`)];
  });
  return [...components, ...factors];
}
