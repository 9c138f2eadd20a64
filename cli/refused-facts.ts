import { DEFAULT_LINK, type EffortModel } from "../assessment/effort-model.ts";
import { endlessRates } from "../assessment/effort-records.ts";
import type { EstateFacts } from "../assessment/facts.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { meant } from "../constructs/nearest.ts";
import type { Path, WrittenWorkload } from "../constructs/written.ts";

/** An error for each fact that figures rest on and that the effort model cannot take: the link of all data, roles of people, rates of copies. */
export function refusedFacts(facts: EstateFacts, model: EffortModel, written: WrittenWorkload): Diagnostic[] {
  const error = (path: Path, code: Diagnostic["code"], summary: string, detail: string): Diagnostic => {
    const source = written.at(path);
    return { severity: "error", code, summary, detail, ...(source ? { source } : {}) };
  };
  const unknown = (path: Path, detail: string) => error(path, "EX0362", "A stated name is not known", detail);
  const { link = DEFAULT_LINK, team, effort } = facts;
  const [links, roles] = [model.dataMovement.links.map((l) => l.id), rolesOf(model)];
  const untimed = `\`${link}\` is no link of the effort model, and without its rate no transfer would take any time.`;
  return [
    ...(links.includes(link) ? [] : [unknown(["link"], `${untimed} ${meant(link, links, "links")}`)]),
    ...Object.keys(team?.roles ?? {})
      .filter((role) => !roles.includes(role))
      .map((role) => {
        const detail = `\`${role}\` is no role of the effort model. ${meant(role, roles, "roles")}`;
        return unknown(["team", "roles", role], detail);
      }),
    ...endlessRates(effort?.records ?? {}, model).map((id) => {
      const detail = `\`${id}\` is in MB per second, and at its \`low\` no copy would end: write at least 0.001.`;
      return error(["effort", "records", id, "low"], "EX0363", "A stated rate moves nothing", detail);
    }),
  ];
}

function rolesOf({ workItems, foreignClasses, crossCutting }: EffortModel): string[] {
  return [...new Set([...workItems, ...foreignClasses, ...crossCutting].map((record) => record.role))].sort();
}
