import { countedUnitsInside, judgedConditions } from "../assessment/conditions.ts";
import { countedUnits } from "../assessment/cross-cutting.ts";
import { soughtDependencies } from "../assessment/dependencies.ts";
import type { EffortModel } from "../assessment/effort-model.ts";
import { recordIds } from "../assessment/effort-records.ts";
import type { EstateFacts } from "../assessment/facts.ts";
import { leadTimeIds } from "../assessment/lead-times.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { meant, nearest } from "../constructs/nearest.ts";
import type { Path, WrittenWorkload } from "../constructs/written.ts";
import { addressIn } from "../providers/native.ts";

interface Known {
  /** Of the estate: what may be stated of by name. */
  readonly ids: readonly string[];
  readonly model: EffortModel;
  /** Names found to be of nothing where they were looked up. */
  readonly unknown: { readonly components: readonly string[]; readonly records: readonly string[] };
  readonly written: WrittenWorkload;
}

/** A warning for each name in the facts that nothing in the estate or the effort model has: what it states would go unheard. */
export function namesOfNothing(facts: EstateFacts, { ids, model, unknown, written }: Known): Diagnostic[] {
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
  const among = (at: Path, stated: object | undefined, known: readonly string[], is: string, all: string) =>
    Object.keys(stated ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => warning([...at, name], name, `is no ${is}. ${meant(name, known, all)}`));
  const addresses = ids.map(addressIn);
  const components = unknown.components.map((name) =>
    warning(["components", name], name, `is no component of this estate. ${meant(name, addresses, "components")}`),
  );
  const conditions = [...new Set([...judgedConditions, ...model.workItems.map((item) => item.when)])];
  const levels = model.factors.flatMap(({ id, levels = {} }) => {
    const level = facts.factors?.[id];
    if (level === undefined || Object.hasOwn(levels, String(level))) return [];
    const of = meant(String(level), Object.keys(levels), "levels");
    return [warning(["factors", id], String(level), `is no level of the factor ${id}. ${of}`)];
  });
  return [
    ...components,
    ...Object.entries(facts.components ?? {}).flatMap(([component, stated]) =>
      Object.keys(stated.conditions ?? {})
        .filter((name) => !conditions.includes(name))
        .map((name) => {
          const near = nearest(name, conditions);
          const instead = near === undefined ? OPEN_CONDITIONS : `Did you mean \`${near}\`?`;
          return warning(
            ["components", component, "conditions", name],
            name,
            `is no condition of the effort model. ${instead}`,
          );
        }),
    ),
    ...Object.entries(facts.components ?? {}).flatMap(([component, stated]) =>
      among(
        ["components", component, "units"],
        stated.units,
        countedUnitsInside(model),
        "unit of the effort model",
        "units",
      ),
    ),
    ...among(
      ["factors"],
      facts.factors,
      model.factors.map((f) => f.id),
      "factor of the effort model",
      "factors",
    ),
    ...levels,
    ...among(["leadTimes"], facts.leadTimes, leadTimeIds, "wait of the effort model", "waits"),
    ...among(["counts"], facts.counts, countedUnits(model), "count of the effort model", "counts"),
    ...among(
      ["dependencies"],
      facts.dependencies,
      soughtDependencies.map((d) => d.id),
      "dependency that an exit is asked for",
      "dependencies",
    ),
    ...unknown.records.map((name) =>
      warning(["effort", "records", name], name, `is no record of the effort model. ${recordMeant(name, model)}`),
    ),
  ];
}

const OPEN_CONDITIONS = "What `exeat facts init` writes has those that nobody knows yet.";

/** There are hundreds of records: without a near one, where their ids stand. */
function recordMeant(name: string, model: EffortModel): string {
  const near = nearest(name, recordIds(model));
  return near === undefined
    ? "Work items of an assessment carry them before the `@` (--format json)."
    : `Did you mean \`${near}\`?`;
}
